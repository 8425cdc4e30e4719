#include "base/line_index.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"

namespace postvet {
namespace {
constexpr std::size_t kBlock = 1024;  // bytes
}

LineIndex::LineIndex(std::string_view text, LineColumn start) : text_(text), start_(start) {
  line_starts_.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    line_starts_.push_back(at + 1);
  }
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size(); at += kBlock) {
    units_.push_back(units);
    units += utf16_length(text.substr(at, kBlock));
  }
  units_.push_back(units);
}

std::size_t LineIndex::units_before(std::size_t at) const {
  std::size_t block = at / kBlock;
  return units_[block] + utf16_length(text_.substr(block * kBlock, at - block * kBlock));
}

LineColumn LineIndex::at(std::size_t at) const {
  at = std::min(at, text_.size());
  auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
  auto line = static_cast<std::size_t>(after - line_starts_.begin()) - 1;
  std::size_t column = units_before(at) - units_before(line_starts_[line]);
  return {start_.line + line, (line == 0 ? start_.column : 1) + column};
}

}  // namespace postvet
