// The few character references that platforms put into plain text.
#pragma once

#include <cstdint>

#include "base/arena.h"
#include "syntax/json_reader.h"

namespace postvet {

enum class Entities : std::uint8_t {
  markup,      // &amp; &lt; &gt;
  and_quotes,  // those, &quot;, &apos; and &#39;
};

// Replaces them in `text`, once; each becomes one coarse piece of the map. The new text is in `arena`. Linear.
void decode_entities(JsonString& text, Entities which, Arena& arena);

}  // namespace postvet
