// British postcodes: their form and the areas that exist.
#pragma once

#include <string>
#include <string_view>

namespace postvet {

// True when `written` (folded, with one separator or none between outward and inward part) has the form of BS 7666 and
// one of the 126 areas: 121 of the United Kingdom, GY JE IM, and BF and BX, which are no places. Also GIR 0AA.
bool is_postcode(std::string_view written);

// True for the end of a sentence about order that looks like an inward part: "2nd", "1st".
bool is_ordinal(std::string_view inward);

}  // namespace postvet
