// zip and tar archives, read as streams and never extracted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.h"
#include "base/entry.h"
#include "base/result.h"

namespace postvet {

struct ArchiveLimits {
  std::size_t entries = 10000;
  std::uint64_t total = std::uint64_t{2} << 30;        // unpacked bytes of one visit
  std::uint64_t ratio = 100;                           // unpacked to packed, of an entry and of the whole
  std::uint64_t ratio_after = std::uint64_t{8} << 20;  // unpacked bytes from which the ratio counts
};

// True when the first bytes are those of a zip (also an empty one), a tar, or something gzipped.
bool is_archive(std::string_view head);

// Opened once to list it and once for each visit, through `open`. Names are labels: they may hold `..`, backslashes and
// control characters. Of equal names all are entries. A truncated archive gives its complete entries and then an error.
// Memory does not depend on the sizes of entries. Not thread-safe.
class Archive {
 public:
  using Opener = std::function<Result<std::unique_ptr<ByteStream>>()>;

  explicit Archive(Opener open, ArchiveLimits limits = {}) : open_(std::move(open)), limits_(limits) {}

  // Reads the names. An error when it is no archive at all; one that breaks off is listed up to there, with a problem.
  Result<void> list();

  // The regular, readable entries, in the order of the archive; then what is not among them, and why. After list().
  const std::vector<EntryInfo>& entries() const { return entries_; }
  const std::vector<EntryProblem>& problems() const { return problems_; }

  // Streams the entries to `entry`, which reads as much as it likes and returns false to stop. What its stream cannot
  // deliver (a bad checksum, an unknown method, a limit) is an error of that read; a limit or a broken archive also
  // ends the visit with an error.
  Result<void> visit(const std::function<bool(const EntryInfo&, ByteStream&)>& entry) const;

 private:
  Opener open_;
  ArchiveLimits limits_;
  std::vector<EntryInfo> entries_;
  std::vector<EntryProblem> problems_;
};

}  // namespace postvet
