// A source of bytes, read once from front to back.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <utility>

#include "base/result.h"

namespace postvet {

// A file, standard input, an entry of an archive. Not thread-safe.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Reads up to `size` bytes (> 0) to `to`. Returns how many, 0 at the end. May return fewer before the end.
  virtual Result<std::size_t> read(char* to, std::size_t size) = 0;
};

// Bytes that are in memory already.
class StringStream final : public ByteStream {
 public:
  explicit StringStream(std::string bytes) : bytes_(std::move(bytes)) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    std::size_t count = bytes_.copy(to, size, at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

// Appends to `out` what is left of `stream`, at most `limit` bytes; longer is an error.
Result<void> read_all(ByteStream& stream, std::size_t limit, std::string& out);

}  // namespace postvet
