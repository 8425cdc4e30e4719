// The few places of a text that can hold an identifier: around digits and behind an @.
#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"
#include "text/prepared.h"

namespace postvet {

inline constexpr std::size_t kWindowReach = 48;      // bytes on either side of a trigger
inline constexpr std::size_t kWindowStretch = 256;   // bytes without white space that are followed at most
inline constexpr std::size_t kLongestTrigger = 256;  // a longer word is no identifier and is not looked at

// Replaces `windows` by the stretches of `prepared.folded` around its triggers: grown to white space, so that a cut
// makes no false word border; sorted, merged where they touch. Linear in the text.
void cut_windows(const Prepared& prepared, std::vector<Span>& windows);

}  // namespace postvet
