// What the elements of HTML do to the text in them and to the elements around them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace postvet {

// Bits of HtmlElement::traits.
enum HtmlTrait : std::uint32_t {
  kHtmlVoid = 1 << 0,        // has no content and no end tag
  kHtmlBlock = 1 << 1,       // a paragraph border before and after it
  kHtmlLine = 1 << 2,        // a line border before and after it
  kHtmlClosesP = 1 << 3,     // its start tag ends an open p
  kHtmlFormatting = 1 << 4,  // goes on in the next block when it is left open
  kHtmlSpecial = 1 << 5,     // an unmatched inline end tag does not reach past it
  kHtmlScope = 1 << 6,       // an end tag in it does not reach past it
  kHtmlTableScope = 1 << 7,  // nor one of a part of a table
  kHtmlHeading = 1 << 8,     // h1 to h6 end one another
  kHtmlTablePart = 1 << 9,   // text right inside it is shown before the table
  kHtmlQuoted = 1 << 10,
  kHtmlCode = 1 << 11,
  kHtmlPre = 1 << 12,        // whitespace counts
  kHtmlNotShown = 1 << 13,   // its content is not displayed; the reason is its name
  kHtmlBreaksOut = 1 << 14,  // its start tag ends svg and math
};

struct HtmlElement {
  std::string_view name;
  std::uint32_t traits;
};

// The known elements, sorted by name.
extern const HtmlElement kHtmlElements[];
extern const std::size_t kHtmlElementCount;

// The index of `name` (lower case) in kHtmlElements; kHtmlElementCount when it is not known.
std::size_t find_html_element(std::string_view name);

}  // namespace postvet
