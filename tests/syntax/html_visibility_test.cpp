#include "syntax/html_visibility.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

using postvet::HtmlEffect;
using Turn = postvet::HtmlEffect::Turn;

namespace {

HtmlEffect effect_of(const std::string& html) {
  postvet::HtmlTokenizer tokenizer(html);
  postvet::HtmlToken token;
  tokenizer.next(token);
  std::size_t element = postvet::find_html_element(token.name);
  return postvet::html_effect(html, token,
                              element < postvet::kHtmlElementCount ? postvet::kHtmlElements + element : nullptr);
}

HtmlEffect styled(const std::string& style) { return effect_of("<p style=\"" + style + "\">"); }

}  // namespace

TEST_CASE("styles that hide, and styles that look like it") {
  for (const char* style :
       {"display:none", "DISPLAY: None;", "color:red;display : none ! important", "display&#58;none",
        "a:b;;display:none", "display:block;display:none", "x:url(;);display:none", "/*;*/display:none"}) {
    CAPTURE(style);
    CHECK(styled(style).not_shown == "display:none");
  }
  for (const char* style :
       {"display:block", "xdisplay:none", "display:none;display:block", "content:';display:none'", "display", "none",
        "x:url(a;display:none)", "/*display:none*/", "display:none x", "x\\;display:none"}) {
    CAPTURE(style);
    CHECK(styled(style).not_shown == "");
  }
}

TEST_CASE("visibility and the size of letters can be turned back") {
  CHECK(styled("visibility:hidden").invisible == Turn::on);
  CHECK(styled("visibility:collapse").invisible == Turn::on);
  CHECK(styled("visibility:visible").invisible == Turn::off);
  CHECK(styled("visibility:inherit").invisible == Turn::inherit);
  for (const char* size : {"0", "0px", "0.0em", "00%", "+0pt"})
    CHECK(styled(std::string("font-size:") + size).tiny == Turn::on);
  for (const char* size : {"1px", "0.1px", "medium", "10rem"})
    CHECK(styled(std::string("font-size:") + size).tiny == Turn::off);
  for (const char* size : {"1em", "50%", "larger", "inherit"}) {
    CHECK(styled(std::string("font-size:") + size).tiny == Turn::inherit);
  }
}

TEST_CASE("attributes and elements that hide") {
  CHECK(effect_of("<p HIDDEN>").not_shown == "hidden");
  CHECK(effect_of("<p hidden=until-found>").not_shown == "hidden");
  CHECK(effect_of("<p aria-hidden=' TRUE '>").not_shown == "aria-hidden");
  CHECK(effect_of("<template>").not_shown == "template");
  CHECK(effect_of("<dialog>").not_shown == "dialog");
  CHECK(effect_of("<script>").dropped);
  CHECK_FALSE(effect_of("<p>").any());
  CHECK_FALSE(effect_of("<p aria-hidden=false data-hidden title=hidden>").any());
  CHECK_FALSE(effect_of("<dialog open>").any());
  CHECK_FALSE(effect_of("<nothing>").any());
}
