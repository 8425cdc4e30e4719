// Kinds of telephone numbers.
#pragma once

#include <cstdint>

namespace postvet {

enum class NumberType : std::uint8_t {
  none,
  mobile,
  geographic,  // 01 and 02
  personal,    // 070
  pager,       // 076
  internet,    // 056
  service,     // 03, 055, 080, 084, 087, 09: organisations, never a person
  foreign      // another country's, by + and calling code
};

}  // namespace postvet
