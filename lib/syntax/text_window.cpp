#include "syntax/text_window.h"

#include <algorithm>

#include "base/utf8.h"

namespace postvet {

void PositionTracker::advance(std::string_view passed) {
  auto lines = static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
  if (lines > 0) {
    at_.line += lines;
    at_.column = 1;
    passed.remove_prefix(passed.rfind('\n') + 1);
  }
  at_.column += utf16_length(passed);
}

Result<bool> TextWindow::more() {
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    base_ += begin_;
    begin_ = 0;
    source_.forget_before(base_);
  }
  return source_.read(buffer_);
}

}  // namespace postvet
