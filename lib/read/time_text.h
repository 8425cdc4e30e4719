// Times as exports write them, turned into RFC 3339 where that loses nothing.
#pragma once

#include <string>
#include <string_view>

namespace postvet {

// True for a date and time of RFC 3339 with its zone: `2026-05-04T10:12:00+01:00`, `…00.5Z`.
bool is_rfc3339(std::string_view text);

// `Sat Feb 18 12:33:11 +0000 2023` (X, and C's asctime with a zone) → `2023-02-18T12:33:11+00:00`. Empty when it is not
// that.
std::string rfc3339_of_asctime(std::string_view text);

}  // namespace postvet
