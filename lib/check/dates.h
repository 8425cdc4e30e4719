// Dates as people write them: days, names of months, ISO.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/pattern_set.h"

namespace postvet {

struct DateReading {
  std::size_t end = 0;  // bytes of the text
  unsigned day = 0;     // 1 to 31, possible in its month
  unsigned month = 0;   // 1 to 12
  unsigned year = 0;    // four digits; 0 when the date has none
  bool loose = false;   // day, month and year with spaces between, which other numbers have too
};

// The date that begins at `begin` of folded text: 03/07/2006, 3.7.06 (day first; month first where only that is
// possible), 2006-07-03, 3 July 2006, 3rd of July, July 3rd 2006, 3/7. Two digits of a year are 1931 to 2030.
std::optional<DateReading> read_date(std::string_view text, std::size_t begin);

// Appends all dates in a window.
void scan_dates(const Window& window, std::vector<Span>& spans);

}  // namespace postvet
