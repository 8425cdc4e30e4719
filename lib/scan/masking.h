// What may leave the program of what it read: masked values, excerpts, fingerprints.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "report/report.h"
#include "text/prepared.h"

namespace postvet {

// The first two characters and a star for each of the others; stars only for values under six characters.
std::string mask(std::string_view value);

// A personal-data hit in a field, of whatever confidence.
struct MaskedSpan {
  Span text;              // bytes of the field's text
  std::string_view kind;  // "personal-data/phone"
};

// The line around `at`, cut to 80 columns around it, with `masked` spans (sorted by begin) masked.
Excerpt make_excerpt(std::string_view text, Span at, const std::vector<MaskedSpan>& masked);

// 32 hexadecimal digits that are the same for the same finding in the same words wherever they stand: a 128-bit hash of
// the rule, the kind of value or entry, the five words on each side (every masked span replaced by its kind, the words
// of the finding left out where they are masked) and the occurrence number. No value, path, line or time goes in.
std::string fingerprint(std::string_view rule, std::string_view kind, const Prepared* prepared, Span at,
                        const std::vector<MaskedSpan>& masked, std::size_t occurrence);

}  // namespace postvet
