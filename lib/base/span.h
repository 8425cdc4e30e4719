// A half-open range of bytes, the only coordinate the library knows.
#pragma once

#include <algorithm>
#include <cstddef>

namespace postvet {

// [begin, end) in UTF-8 bytes of some text; which text is said where the span is stored.
// Lines and columns are computed from it when a report is printed (see LineIndex), never kept.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::size_t at) const { return begin <= at && at < end; }
  bool covers(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  Span shifted(std::size_t by) const { return {begin + by, end + by}; }

  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

// The smallest span that covers both.
inline Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace postvet
