// Archives made in memory, for tests.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

namespace postvet {

using NamedContents = std::vector<std::pair<std::string, std::string>>;

// A zip, deflated, with the entries in that order; or with `tar`, a gzipped tar. An entry whose name ends in `@`
// becomes a link of the name before it (tar only).
inline std::string make_archive(const NamedContents& entries, bool tar = false) {
  std::string bytes;
  archive* writer = archive_write_new();
  if (tar) {
    archive_write_add_filter_gzip(writer);
    archive_write_set_format_pax_restricted(writer);
  } else {
    archive_write_set_format_zip(writer);
  }
  auto append = [](archive*, void* to, const void* from, size_t size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(from), size);
    return static_cast<la_ssize_t>(size);
  };
  archive_write_open(writer, &bytes, nullptr, append, nullptr);
  for (const auto& [name, content] : entries) {
    archive_entry* entry = archive_entry_new();
    bool is_link = tar && name.ends_with('@');
    archive_entry_set_pathname(entry, name.substr(0, name.size() - (is_link ? 1 : 0)).c_str());
    archive_entry_set_perm(entry, 0600);
    archive_entry_set_filetype(entry, is_link ? AE_IFLNK : name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    if (is_link) archive_entry_set_symlink(entry, content.c_str());
    archive_entry_set_size(entry, is_link ? 0 : static_cast<la_int64_t>(content.size()));
    archive_write_header(writer, entry);
    if (!is_link) archive_write_data(writer, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(writer);
  archive_write_free(writer);
  return bytes;
}

}  // namespace postvet
