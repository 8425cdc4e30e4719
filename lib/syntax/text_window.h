// The part of a decoded text that a streaming parser looks at.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/line_index.h"
#include "base/result.h"
#include "base/source.h"

namespace postvet {

// Lines and UTF-16 columns, counted while a text goes by.
class PositionTracker {
 public:
  // `passed` follows what was passed before.
  void advance(std::string_view passed);
  LineColumn at() const { return at_; }

 private:
  LineColumn at_;
};

// Holds what was read and not yet dropped. Indices count from the first byte held and stay valid across more(); views
// do not. The source must outlive it. Not thread-safe. Memory: what is held, and one read.
class TextWindow {
 public:
  explicit TextWindow(Source& source) : source_(source) {}

  std::string_view text() const { return std::string_view(buffer_).substr(begin_); }

  // Decoded offset of the first byte held.
  std::size_t offset() const { return base_ + begin_; }

  // Reads on; false when there is nothing more to come.
  Result<bool> more();

  // Gives up the first `count` bytes held.
  void drop(std::size_t count) { begin_ += count; }

  // From where the bytes `span` of text() came.
  OffsetMap to_file(Span span) const { return source_.map().slice(span.shifted(offset())); }

 private:
  Source& source_;
  std::string buffer_;
  std::size_t begin_ = 0;  // bytes of the buffer that are dropped
  std::size_t base_ = 0;   // decoded offset of buffer_[0]
};

}  // namespace postvet
