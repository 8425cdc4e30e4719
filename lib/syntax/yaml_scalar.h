// YAML scalars read again from their source, to learn which byte of a value came from where.
#pragma once

#include <cstddef>
#include <string_view>

namespace postvet {

// The offset behind the closing quote of the quoted scalar whose opening quote is at `at`; npos when it is not closed.
std::size_t quoted_scalar_end(std::string_view text, std::size_t at);

}  // namespace postvet
