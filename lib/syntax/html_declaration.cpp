#include "syntax/html_declaration.h"

#include <algorithm>
#include <iterator>

#include "syntax/html_tokenizer.h"

namespace postvet {
namespace {

// The labels of windows-1252 (WHATWG Encoding, 4.2) that are in use.
bool is_windows1252(std::string_view label) {
  static constexpr std::string_view kLabels[] = {"windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1",
                                                 "iso_8859-1",   "latin1", "l1",       "ascii",      "us-ascii"};
  return std::any_of(std::begin(kLabels), std::end(kLabels),
                     [&](std::string_view known) { return equals_ignoring_case(label, known); });
}

// The name behind `charset=` in the content of a meta element.
std::string_view charset_in(std::string_view content) {
  constexpr std::string_view kKey = "charset";
  for (std::size_t at = 0; at + kKey.size() < content.size(); ++at) {
    if (!equals_ignoring_case(content.substr(at, kKey.size()), kKey)) continue;
    std::size_t begin = content.find_first_not_of(" \t\n\f\r", at + kKey.size());
    if (begin == std::string_view::npos || content[begin] != '=') continue;
    begin = content.find_first_not_of(" \t\n\f\r\"'", begin + 1);
    if (begin == std::string_view::npos) return {};
    return content.substr(begin, content.find_first_of(" \t\n\f\r\"';", begin) - begin);
  }
  return {};
}

}  // namespace

bool begins_as_html(std::string_view head) {
  HtmlTokenizer tokens(head);
  HtmlToken token;
  while (tokens.next(token)) {
    std::string_view whole = head.substr(token.content.begin, token.content.size());
    switch (token.kind) {
      case HtmlToken::Kind::comment:
        break;
      case HtmlToken::Kind::text:
        if (!trim_html_space(whole).empty()) return false;
        break;
      case HtmlToken::Kind::doctype: {
        std::string_view name = trim_html_space(whole.substr(std::min<std::size_t>(whole.size(), 9)));
        return equals_ignoring_case(name.substr(0, 4), "html");
      }
      case HtmlToken::Kind::start_tag:
        return token.name == "html";
      case HtmlToken::Kind::end_tag:
        return false;
    }
  }
  return false;
}

bool declares_windows1252(std::string_view head) {
  head = head.substr(0, kHtmlCharsetBytes);
  HtmlTokenizer tokens(head);
  HtmlToken token;
  auto value = [&](const HtmlAttribute& attribute) {
    return head.substr(attribute.value.begin, attribute.value.size());
  };
  while (tokens.next(token)) {
    if (token.kind != HtmlToken::Kind::start_tag || token.name != "meta") continue;
    if (const HtmlAttribute* charset = find_attribute(head, token, "charset"); charset != nullptr) {
      return is_windows1252(trim_html_space(value(*charset)));
    }
    const HtmlAttribute* about = find_attribute(head, token, "http-equiv");
    const HtmlAttribute* content = find_attribute(head, token, "content");
    if (about == nullptr || content == nullptr || !equals_ignoring_case(value(*about), "content-type")) continue;
    if (std::string_view name = charset_in(value(*content)); !name.empty()) return is_windows1252(name);
  }
  return false;
}

}  // namespace postvet
