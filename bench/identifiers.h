// Made-up personal identifiers with valid check digits, and numbers that only look like some.
#pragma once

#include <string>

#include "random.h"

namespace postvet::bench {

// A few words with a phone number, an e-mail address, an NHS number, an address or the like. Nobody's: drawn at random.
std::string identifier(Random& random);

// A few words with an order number, a date, a score, a number reserved for drama or the like: not personal data.
std::string near_miss(Random& random);

}  // namespace postvet::bench
