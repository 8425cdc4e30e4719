// The escapes of JSON strings (RFC 8259, section 7).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/offset_map.h"

namespace postvet {

// Appends to `out` what `raw`, the inside of a JSON string in valid UTF-8, stands for. False for an escape that JSON
// does not have. A surrogate without its other half becomes U+FFFD. With `map`, appends a coarse piece for each escape
// (one for a pair) and copies for the rest; the source of raw[0] is `source`. Never longer than `raw`. Linear.
bool unescape_json(std::string_view raw, std::string& out, OffsetMap* map = nullptr, std::size_t source = 0);

}  // namespace postvet
