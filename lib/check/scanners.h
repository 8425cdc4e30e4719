// Hand-written scanners for identifiers with long counted repeats, which would fill the memory of any automaton: e-mail
// addresses, telephone and card numbers, IBANs. Each appends what has the form; judging is not theirs. All are linear
// in the window: from each start a bounded number of bytes is read.
#pragma once

#include <vector>

#include "base/span.h"
#include "text/pattern_set.h"

namespace postvet {

// local@domain with a dot in the domain. Neither a handle with a host (@name@host) nor anything with two @.
void scan_emails(const Window& window, std::vector<Span>& spans);

// Numbers that the numbering plan or a calling code knows, reserved ones too.
void scan_phones(const Window& window, std::vector<Span>& spans);

// 12 to 19 digits in one piece, or in the groups printed on cards, with the digits of an issuer in front.
void scan_cards(const Window& window, std::vector<Span>& spans);

// A country with IBANs, two check digits, and as many letters and digits as that country has.
void scan_ibans(const Window& window, std::vector<Span>& spans);

}  // namespace postvet
