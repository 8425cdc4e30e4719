#include "syntax/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

namespace postvet {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

// One pass over an archive: the bytes go in through a ByteStream, entries come out one by one.
class Pass {
 public:
  Pass(std::unique_ptr<ByteStream> stream, const ArchiveLimits& limits)
      : stream_(std::move(stream)), limits_(limits), archive_(archive_read_new(), archive_read_free) {}

  Result<void> open() {
    if (!archive_) return fail("out of memory");
    archive_read_support_filter_gzip(archive_.get());
    archive_read_support_format_zip_streamable(archive_.get());
    archive_read_support_format_tar(archive_.get());
    if (archive_read_open(archive_.get(), this, nullptr, &Pass::read_block, nullptr) != ARCHIVE_OK) {
      return input_error_ ? tl::unexpected(*input_error_) : fail("not an archive that can be read");
    }
    return {};
  }

  // The next header; false at the end.
  Result<bool> next() {
    int status = archive_read_next_header(archive_.get(), &entry_);
    if (input_error_) return tl::unexpected(*input_error_);
    if (status == ARCHIVE_EOF) return false;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return fail("the archive is damaged or cut short");
    unpacked_ = 0;
    packed_before_ = packed();
    exceeded_ = false;
    return true;
  }

  EntryInfo info() const {
    const char* path = archive_entry_pathname_utf8(entry_);
    if (path == nullptr) path = archive_entry_pathname(entry_);
    EntryInfo info;
    info.path = path ? path : "";
    info.size = has_size() ? static_cast<std::uint64_t>(std::max<std::int64_t>(archive_entry_size(entry_), 0)) : 0;
    return info;
  }

  // Why the entry cannot be read; empty when it can.
  std::string_view refusal() const {
    if (archive_entry_is_data_encrypted(entry_) || archive_entry_is_metadata_encrypted(entry_)) return "encrypted";
    if (archive_entry_hardlink(entry_) || archive_entry_symlink(entry_)) return "a link";
    return archive_entry_filetype(entry_) == AE_IFREG ? "" : "not a regular file";
  }

  bool is_directory() const { return archive_entry_filetype(entry_) == AE_IFDIR; }
  bool has_size() const { return archive_entry_size_is_set(entry_) != 0; }
  bool exceeded() const { return exceeded_; }
  bool broken() const { return broken_; }

  Result<std::size_t> read(char* to, std::size_t size) {
    if (exceeded_) return fail("the limits of archives were passed");
    la_ssize_t count = archive_read_data(archive_.get(), to, size);
    if (input_error_) return tl::unexpected(*input_error_);
    if (count == ARCHIVE_FATAL) broken_ = true;
    if (count < 0) return fail("the entry is damaged, cut short, or packed by a method that is not supported");
    unpacked_ += static_cast<std::uint64_t>(count);
    total_ += static_cast<std::uint64_t>(count);
    return check_limits(static_cast<std::size_t>(count));
  }

  // Unpacks and forgets the rest of the entry, within the limits.
  Result<void> skip() {
    std::array<char, 16384> bytes;
    for (;;) {
      auto count = read(bytes.data(), bytes.size());
      if (!count) return tl::unexpected(count.error());
      if (*count == 0) return {};
    }
  }

 private:
  static la_ssize_t read_block(archive* handle, void* self, const void** block) {
    auto* pass = static_cast<Pass*>(self);
    auto count = pass->stream_->read(pass->block_.data(), pass->block_.size());
    if (!count) {
      pass->input_error_ = count.error();
      archive_set_error(handle, EIO, "read error");
      return ARCHIVE_FATAL;
    }
    *block = pass->block_.data();
    return static_cast<la_ssize_t>(*count);
  }

  std::uint64_t packed() const {
    return static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(archive_.get(), -1), 0));
  }

  Result<std::size_t> check_limits(std::size_t count) {
    auto past_ratio = [&](std::uint64_t unpacked, std::uint64_t packed) {
      return unpacked > limits_.ratio_after && unpacked / limits_.ratio > packed;
    };
    exceeded_ = true;
    if (total_ > limits_.total)
      return fail(fmt::format("the archive unpacks to more than {} MiB", limits_.total >> 20));
    if (past_ratio(unpacked_, packed() - packed_before_) || past_ratio(total_, packed())) {
      return fail(fmt::format("unpacks to more than {} times its size", limits_.ratio));
    }
    exceeded_ = false;
    return count;
  }

  std::unique_ptr<ByteStream> stream_;
  const ArchiveLimits& limits_;
  std::vector<char> block_ = std::vector<char>(kBlock);
  std::optional<Error> input_error_;
  std::unique_ptr<archive, int (*)(archive*)> archive_;
  archive_entry* entry_ = nullptr;
  std::uint64_t unpacked_ = 0;       // of this entry
  std::uint64_t total_ = 0;          // of all
  std::uint64_t packed_before_ = 0;  // bytes of the archive in front of this entry's data
  bool exceeded_ = false;
  bool broken_ = false;
};

class EntryStream final : public ByteStream {
 public:
  explicit EntryStream(Pass& pass) : pass_(pass) {}
  Result<std::size_t> read(char* to, std::size_t size) override { return pass_.read(to, size); }

 private:
  Pass& pass_;
};

Result<std::unique_ptr<Pass>> begin(const Archive::Opener& open, const ArchiveLimits& limits) {
  auto stream = open();
  if (!stream) return tl::unexpected(stream.error());
  auto pass = std::make_unique<Pass>(std::move(*stream), limits);
  auto opened = pass->open();
  if (!opened) return tl::unexpected(opened.error());
  return pass;
}

}  // namespace

bool is_archive(std::string_view head) {
  constexpr std::size_t kTarMagic = 257;
  return head.starts_with("PK\3\4") || head.starts_with("PK\5\6") || head.starts_with("\x1F\x8B") ||
         (head.size() > kTarMagic && head.substr(kTarMagic).starts_with("ustar"));
}

Result<void> Archive::list() {
  entries_.clear();
  problems_.clear();
  auto pass = begin(open_, limits_);
  if (!pass) return tl::unexpected(pass.error());
  std::size_t seen = 0;
  for (;;) {
    auto more = (*pass)->next();
    if (!more && seen == 0) return fail("not an archive, or damaged from the start");
    if (!more) problems_.push_back({{}, more.error().what + "; only the entries before the damage are read"});
    if (!more || !*more) return {};
    if (++seen > limits_.entries) {
      problems_.push_back({{}, fmt::format("more than {} entries; the rest is not read", limits_.entries)});
      return {};
    }
    EntryInfo info = (*pass)->info();
    std::string_view refusal = (*pass)->refusal();
    if (refusal.empty()) {
      entries_.push_back(info);
    } else if (!(*pass)->is_directory()) {
      problems_.push_back({info.path, fmt::format("not read: {}", refusal)});
    }
    if ((*pass)->has_size()) continue;
    // Without a size in its header an entry ends where its data does; going there is unpacking it, and has limits.
    auto skipped = (*pass)->skip();
    if (skipped) continue;
    if (refusal.empty()) problems_.push_back({info.path, skipped.error().what});
    if ((*pass)->exceeded()) return {};
  }
}

Result<void> Archive::visit(const std::function<bool(const EntryInfo&, ByteStream&)>& entry) const {
  auto pass = begin(open_, limits_);
  if (!pass) return tl::unexpected(pass.error());
  std::size_t seen = 0;
  for (;;) {
    auto more = (*pass)->next();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
    if (++seen > limits_.entries) return fail(fmt::format("more than {} entries", limits_.entries));
    bool go_on = true;
    if ((*pass)->refusal().empty()) {
      EntryStream stream(**pass);
      go_on = entry((*pass)->info(), stream);
    }
    if ((*pass)->exceeded()) return fail("the limits of archives were passed");
    if (!go_on) return {};
    if ((*pass)->has_size()) continue;
    auto skipped = (*pass)->skip();
    if (!skipped && (*pass)->exceeded()) return tl::unexpected(skipped.error());
  }
}

}  // namespace postvet
