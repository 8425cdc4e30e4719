// Telephone numbers: the British numbering plan as a table, other countries by their calling code.
#pragma once

#include <cstddef>
#include <string_view>

#include "check/phone_type.h"

namespace postvet {

// What a British number is; `national` holds its digits without the leading 0. As Ofcom's national numbering plan has
// it (see phone_plan.h); of nine digits in the areas and the 0800 range that have such numbers.
NumberType uk_number_type(std::string_view national);

// True for the numbers that Ofcom keeps for drama ("Telephone numbers for use in TV and radio drama programmes"; the
// library this plan comes from knows only two of those ranges) and for helplines that notices name. `national` as
// above.
bool is_reserved_number(std::string_view national);

// The length of the calling code of a country or service (ITU-T E.164) that `digits` begin with; 0 when there is none.
std::size_t calling_code_length(std::string_view digits);

struct PhoneReading {
  NumberType type = NumberType::none;
  bool international = false;  // written with + or 00
  bool trunk = false;          // written with its 0, or international
  bool spaced = false;         // written in groups
  bool reserved = false;
};

// Reads a number as it is written: digits, separators, an optional + and (0). `written` is folded.
PhoneReading read_phone(std::string_view written);

// Short numbers for help that look like the start of a longer one: 0800 1111, 116 123, 0845 46 47. `digits` as dialled.
bool is_short_helpline(std::string_view digits);

}  // namespace postvet
