// Hashing of content: fast, stable across runs and machines, not for secrets.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace postvet {

// XXH3, 64 bits (Yann Collet, XXH3 specification), seed 0.
std::uint64_t hash64(std::string_view bytes);

// XXH3, 128 bits, as 32 lower-case hexadecimal digits.
std::string hash128_hex(std::string_view bytes);

}  // namespace postvet
