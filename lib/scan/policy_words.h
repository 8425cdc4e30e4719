// The words that a policy puts into the lexicon: the organisation by its names.
#pragma once

#include "lexicon/lexicon.h"
#include "model/policy.h"

namespace postvet {

// Handles and hashtags are without the mark before them, which is no part of the word.
ClassWords policy_words(const Policy& policy);

}  // namespace postvet
