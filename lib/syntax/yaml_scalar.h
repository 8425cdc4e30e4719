// YAML scalars read again from their source, to learn which byte of a value came from where.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/offset_map.h"
#include "base/span.h"

namespace postvet {

// The offset behind the closing quote of the quoted scalar whose opening quote is at `at`; npos when it is not closed.
std::size_t quoted_scalar_end(std::string_view text, std::size_t at);

struct ScalarPlace {
  Span source;          // the whole scalar, with its quotes or its | line
  OffsetMap to_source;  // from the bytes of the value
};

// Where the bytes of `value` lie, which a parser read from the scalar at `at`; `limit` is where the next one begins, or
// the end. Plain, quoted and literal scalars are read again; where that does not give exactly `value` (folded ones,
// those over several lines), the value is one coarse piece of the whole scalar. Linear in `limit - at`.
ScalarPlace place_scalar(std::string_view text, std::size_t at, std::size_t limit, std::string_view value);

}  // namespace postvet
