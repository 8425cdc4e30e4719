// Lines and columns, computed late and only for a report.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace postvet {

// A place as people and editors name it: both from 1, the column in UTF-16 code units.
struct LineColumn {
  std::size_t line = 1;
  std::size_t column = 1;
};

// Finds the line and column of a byte offset in a text that begins at `start` of its file. Built once a text in
// linear time; a look-up reads at most 1 KiB, so that many findings in one long line stay linear. The text must outlive
// it.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text, LineColumn start = {});

  // `at` is a byte offset into the text; past the end is the end.
  LineColumn at(std::size_t at) const;

 private:
  std::size_t units_before(std::size_t at) const;

  std::string_view text_;
  LineColumn start_;
  std::vector<std::size_t> line_starts_;  // byte offsets, the first is 0
  std::vector<std::size_t> units_;        // UTF-16 units before each block of 1 KiB
};

}  // namespace postvet
