// E-mail addresses spelled out: "name [at] host [dot] uk". They hold neither a digit nor an @, so no window shows them.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace postvet {

// Appends them, sorted by place. Linear in the text.
void find_disguised_emails(std::string_view folded, std::vector<Span>& spans);

}  // namespace postvet
