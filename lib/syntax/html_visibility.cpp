#include "syntax/html_visibility.h"

#include <algorithm>
#include <string>

namespace postvet {
namespace {

// The declaration at the front of `style`, up to its `;`, which is cut off with it. Quotes, brackets and escapes are
// passed over.
std::string_view take_declaration(std::string_view& style) {
  char quote = '\0';
  std::size_t brackets = 0;
  std::size_t i = 0;
  for (; i < style.size(); ++i) {
    char c = style[i];
    if (c == '\\') {
      ++i;
    } else if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(') {
      ++brackets;
    } else if (c == ')') {
      if (brackets > 0) --brackets;
    } else if (c == ';' && brackets == 0) {
      break;
    }
  }
  std::string_view declaration = style.substr(0, i);
  style.remove_prefix(std::min(style.size(), i + 1));
  return declaration;
}

// Lower case, with a space for each comment.
std::string plain_style(std::string_view style) {
  std::string plain;
  plain.reserve(style.size());
  for (std::size_t i = 0; i < style.size(); ++i) {
    if (style.substr(i, 2) == "/*") {
      std::size_t end = style.find("*/", i + 2);
      if (end == std::string_view::npos) break;
      plain.push_back(' ');
      i = end + 1;
    } else {
      char c = style[i];
      plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    }
  }
  return plain;
}

HtmlEffect::Turn font_turn(std::string_view size) {
  using Turn = HtmlEffect::Turn;
  std::size_t digits = 0;
  std::size_t i = size.starts_with('+') || size.starts_with('-') ? 1 : 0;
  bool zero = true;
  for (; i < size.size() && ((size[i] >= '0' && size[i] <= '9') || size[i] == '.'); ++i) {
    digits += size[i] != '.' ? 1 : 0;
    zero = zero && (size[i] == '0' || size[i] == '.');
  }
  std::string_view unit = size.substr(i);
  if (digits > 0 && zero) return Turn::on;
  bool relative = unit == "em" || unit == "%" || unit == "ex" || unit == "ch" || size == "larger" ||
                  size == "smaller" || size == "inherit" || size == "unset";
  return relative ? Turn::inherit : Turn::off;
}

HtmlEffect::Turn visibility_turn(std::string_view value) {
  if (value == "hidden" || value == "collapse") return HtmlEffect::Turn::on;
  return value == "visible" || value == "initial" ? HtmlEffect::Turn::off : HtmlEffect::Turn::inherit;
}

// Of several declarations of a property the last one counts, unless an earlier one is important.
class Property {
 public:
  void set(std::string_view value, bool important) {
    if (important_ && !important) return;
    value_ = value;
    important_ = important;
  }
  std::string_view value() const { return value_; }

 private:
  std::string_view value_;
  bool important_ = false;
};

void read_style(std::string_view style, HtmlEffect& effect) {
  std::string plain = plain_style(style);
  std::string_view rest = plain;
  Property display;
  Property visibility;
  Property font_size;
  while (!rest.empty()) {
    std::string_view declaration = take_declaration(rest);
    std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view name = trim_html_space(declaration.substr(0, colon));
    std::string_view value = trim_html_space(declaration.substr(colon + 1));
    std::size_t mark = value.find('!');
    bool important = mark != std::string_view::npos && trim_html_space(value.substr(mark + 1)) == "important";
    value = trim_html_space(value.substr(0, mark));
    if (name == "display") display.set(value, important);
    if (name == "visibility") visibility.set(value, important);
    if (name == "font-size") font_size.set(value, important);
  }
  if (display.value() == "none") effect.not_shown = "display:none";
  if (!visibility.value().empty()) effect.invisible = visibility_turn(visibility.value());
  if (!font_size.value().empty()) effect.tiny = font_turn(font_size.value());
}

std::string decoded(std::string_view html, Span value) {
  HtmlTextBuilder builder;
  builder.put(html, value, HtmlDecode::attribute, {});
  return builder.take().text;
}

}  // namespace

HtmlEffect html_effect(std::string_view html, const HtmlToken& tag, const HtmlElement* element) {
  HtmlEffect effect;
  const HtmlAttribute* style = find_attribute(html, tag, "style");
  if (style != nullptr) read_style(decoded(html, style->value), effect);
  if (const HtmlAttribute* aria = find_attribute(html, tag, "aria-hidden"); aria != nullptr) {
    if (equals_ignoring_case(trim_html_space(decoded(html, aria->value)), "true")) effect.not_shown = "aria-hidden";
  }
  if (find_attribute(html, tag, "hidden") != nullptr) effect.not_shown = "hidden";
  if (element != nullptr) {
    if ((element->traits & kHtmlNotShown) != 0) effect.not_shown = element->name;
    if (element->name == "dialog" && find_attribute(html, tag, "open") == nullptr) effect.not_shown = element->name;
    effect.quoted = (element->traits & kHtmlQuoted) != 0;
    effect.code = (element->traits & kHtmlCode) != 0;
    effect.pre = (element->traits & kHtmlPre) != 0;
    effect.dropped = element->name == "script" || element->name == "style";
  }
  return effect;
}

HtmlState html_state_inside(HtmlState outside, const HtmlEffect& effect) {
  auto turn = [&](HtmlState::Cause& cause, HtmlEffect::Turn how, std::string_view reason) {
    if (how == HtmlEffect::Turn::off) cause = {};
    if (how == HtmlEffect::Turn::on && cause.number == 0) cause = {effect.number, reason};
  };
  if (!effect.not_shown.empty() && outside.not_shown.number == 0) outside.not_shown = {effect.number, effect.not_shown};
  turn(outside.invisible, effect.invisible, "visibility:hidden");
  turn(outside.tiny, effect.tiny, "font-size:0");
  if (effect.quoted && outside.quoted == 0) outside.quoted = effect.number;
  if (effect.code && outside.code == 0) outside.code = effect.number;
  outside.pre = outside.pre || effect.pre;
  outside.dropped = outside.dropped || effect.dropped;
  return outside;
}

}  // namespace postvet
