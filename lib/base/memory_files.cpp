#include "base/memory_files.h"

#include "base/hash.h"

namespace postvet {
namespace {
std::string as_prefix(std::string path) {
  while (!path.empty() && path.back() == '/') path.pop_back();
  return path.empty() || path == "." ? std::string() : path + "/";
}
}  // namespace

Result<FileInfo> MemoryFiles::info(const std::string& path, bool /*follow*/) const {
  if (auto found = files_.find(path); found != files_.end()) {
    return FileInfo{FileKind::regular, found->second.size(), hash64(path)};
  }
  std::string prefix = as_prefix(path);
  auto next = files_.lower_bound(prefix);
  if (next == files_.end() || !next->first.starts_with(prefix)) return fail("no such file or directory", path);
  return FileInfo{FileKind::directory, 0, hash64(prefix)};
}

Result<std::unique_ptr<ByteStream>> MemoryFiles::open(const std::string& path) const {
  auto found = files_.find(path);
  if (found == files_.end()) return fail(info(path, true) ? "not a regular file" : "no such file or directory", path);
  if (unreadable_.contains(path)) return fail("permission denied", path);
  return std::make_unique<StringStream>(found->second);
}

Result<std::vector<DirectoryEntry>> MemoryFiles::list(const std::string& path) const {
  auto there = info(path, true);
  if (!there) return tl::unexpected(there.error());
  if (there->kind != FileKind::directory) return fail("not a directory", path);
  std::string prefix = as_prefix(path);
  std::map<std::string, FileKind> entries;
  for (auto at = files_.lower_bound(prefix); at != files_.end() && at->first.starts_with(prefix); ++at) {
    std::string rest = at->first.substr(prefix.size());
    std::size_t slash = rest.find('/');
    entries[rest.substr(0, slash)] = slash == std::string::npos ? FileKind::regular : FileKind::directory;
  }
  std::vector<DirectoryEntry> list;
  for (auto& [name, kind] : entries) list.push_back({name, kind});
  return list;
}

}  // namespace postvet
