// What one element does to the visibility and the meaning of the text in it.
#pragma once

#include <cstdint>
#include <string_view>

#include "syntax/html_elements.h"
#include "syntax/html_text.h"
#include "syntax/html_tokenizer.h"

namespace postvet {

struct HtmlEffect {
  enum class Turn : std::uint8_t { inherit, on, off };

  std::string_view not_shown;      // why; empty when it is shown
  Turn invisible = Turn::inherit;  // visibility, which a descendant can turn back
  Turn tiny = Turn::inherit;       // font-size of nothing, which a descendant can turn back
  bool quoted = false;
  bool code = false;
  bool pre = false;
  bool dropped = false;
  std::uint32_t number = 0;  // of the element; set by the caller

  // True when text in the element differs from text beside it.
  bool any() const {
    return !not_shown.empty() || invisible != Turn::inherit || tiny != Turn::inherit || quoted || code || pre ||
           dropped;
  }
};

// The effect of a start tag, by the name, hidden, aria-hidden, open and the style attribute. Style sheets and scripts
// are not looked at. `element` is null for a name that is not known.
HtmlEffect html_effect(std::string_view html, const HtmlToken& tag, const HtmlElement* element);

// The state inside an element of that effect whose surroundings have the state `outside`.
HtmlState html_state_inside(HtmlState outside, const HtmlEffect& effect);

}  // namespace postvet
