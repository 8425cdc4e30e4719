#include "syntax/html_tokenizer.h"

#include <algorithm>

namespace postvet {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool ends_name(char c) { return is_html_space(c) || c == '/' || c == '>'; }

}  // namespace

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
  return text.size() == lower_case.size() &&
         std::equal(text.begin(), text.end(), lower_case.begin(), [](char a, char b) { return to_lower(a) == b; });
}

std::string_view trim_html_space(std::string_view text) {
  while (!text.empty() && is_html_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_html_space(text.back())) text.remove_suffix(1);
  return text;
}

const HtmlAttribute* find_attribute(std::string_view html, const HtmlToken& token, std::string_view name) {
  for (const HtmlAttribute& attribute : token.attributes) {
    if (equals_ignoring_case(html.substr(attribute.name.begin, attribute.name.size()), name)) return &attribute;
  }
  return nullptr;
}

bool HtmlTokenizer::matches(std::size_t at, std::string_view lower_case) const {
  return at <= html_.size() && equals_ignoring_case(html_.substr(at, lower_case.size()), lower_case);
}

bool HtmlTokenizer::next(HtmlToken& token) {
  token.name.clear();
  token.attributes.clear();
  token.decodes = false;
  token.unclosed = false;
  token.self_closing = false;
  if (at_ >= html_.size()) return false;
  if (model_ != Model::data && read_raw_text(token)) return true;
  if (at_ >= html_.size()) return false;
  if (starts_markup(at_)) {
    read_markup(token);
  } else {
    read_text(token);
  }
  return true;
}

// Reads up to the end tag of the raw element and goes back to data. False when nothing is in between.
bool HtmlTokenizer::read_raw_text(HtmlToken& token) {
  std::size_t end = model_ == Model::plaintext ? html_.size() : model_ == Model::script ? script_end() : raw_text_end();
  ended_in_raw_text_ = end == html_.size() && model_ != Model::plaintext;
  token.kind = HtmlToken::Kind::text;
  token.content = {at_, end};
  token.decodes = model_ == Model::rcdata;
  token.name = raw_name_;
  model_ = Model::data;
  at_ = end;
  return !token.content.empty();
}

bool HtmlTokenizer::is_raw_end_tag(std::size_t at) const {
  return matches(at, "</") && matches(at + 2, raw_name_) && ends_name(this->at(at + 2 + raw_name_.size()));
}

std::size_t HtmlTokenizer::raw_text_end() {
  for (std::size_t i = html_.find("</", at_); i != std::string_view::npos; i = html_.find("</", i + 2)) {
    if (is_raw_end_tag(i)) return i;
  }
  return html_.size();
}

// A script that holds `<!--` may hold `<script>…</script>` as well (script data double escaped state).
std::size_t HtmlTokenizer::script_end() {
  enum class State : std::uint8_t { plain, escaped, double_escaped } state = State::plain;
  for (std::size_t i = html_.find_first_of("<-", at_); i != std::string_view::npos; i = html_.find_first_of("<-", i)) {
    if (html_[i] == '-') {
      if (state != State::plain && html_.substr(i, 3) == "-->") state = State::plain;
      ++i;
    } else if (is_raw_end_tag(i)) {
      if (state != State::double_escaped) return i;
      state = State::escaped;
      i += 2 + raw_name_.size();
    } else if (state == State::plain && html_.substr(i, 4) == "<!--") {
      state = State::escaped;
      i += 2;  // the dashes may end it at once: <!-->
    } else {
      bool opens = state == State::escaped && matches(i + 1, raw_name_) && ends_name(at(i + 1 + raw_name_.size()));
      if (opens) state = State::double_escaped;
      ++i;
    }
  }
  return html_.size();
}

bool HtmlTokenizer::starts_markup(std::size_t i) const {
  if (html_[i] != '<') return false;
  char next = at(i + 1);
  if (next == '/') return i + 2 < html_.size();
  return is_letter(next) || next == '!' || next == '?';
}

void HtmlTokenizer::read_text(HtmlToken& token) {
  std::size_t begin = at_;
  do {
    at_ = std::min(html_.size(), html_.find('<', at_ + 1));
  } while (at_ < html_.size() && !starts_markup(at_));
  token.kind = HtmlToken::Kind::text;
  token.content = {begin, at_};
  token.decodes = true;
}

void HtmlTokenizer::read_markup(HtmlToken& token) {
  char second = html_[at_ + 1];
  if (is_letter(second) || (second == '/' && is_letter(at(at_ + 2)))) {
    read_tag(token);
  } else if (html_.substr(at_, 4) == "<!--") {
    read_comment(token);
  } else if (foreign_ && html_.substr(at_, 9) == "<![CDATA[") {
    std::size_t begin = at_ + 9;
    std::size_t end = std::min(html_.size(), html_.find("]]>", begin));
    token.kind = HtmlToken::Kind::text;
    token.content = {begin, end};
    at_ = std::min(html_.size(), end + 3);
  } else if (matches(at_ + 1, "!doctype")) {
    read_until_bracket(token, at_);
    token.kind = HtmlToken::Kind::doctype;
  } else {
    read_until_bracket(token, at_ + (second == '?' ? 1 : 2));  // a bogus comment; of <? the ? is part
  }
}

void HtmlTokenizer::read_comment(HtmlToken& token) {
  std::size_t begin = at_ + 4;
  token.kind = HtmlToken::Kind::comment;
  if (at(begin) == '>' || html_.substr(begin, 2) == "->") {
    token.content = {begin, begin};
    at_ = begin + (at(begin) == '>' ? 1 : 2);
    return;
  }
  for (std::size_t i = html_.find("--", begin); i != std::string_view::npos; i = html_.find("--", i + 1)) {
    std::size_t length = at(i + 2) == '>' ? 3 : html_.substr(i + 2, 2) == "!>" ? 4 : 0;
    if (length == 0) continue;
    token.content = {begin, i};
    at_ = i + length;
    return;
  }
  token.content = {begin, html_.size()};
  at_ = html_.size();
}

void HtmlTokenizer::read_until_bracket(HtmlToken& token, std::size_t content_begin) {
  std::size_t end = std::min(html_.size(), html_.find('>', content_begin));
  token.kind = HtmlToken::Kind::comment;
  token.content = {content_begin, end};
  at_ = std::min(html_.size(), end + 1);
}

void HtmlTokenizer::read_tag(HtmlToken& token) {
  std::size_t begin = at_;
  bool is_end = html_[at_ + 1] == '/';
  token.kind = is_end ? HtmlToken::Kind::end_tag : HtmlToken::Kind::start_tag;
  at_ += is_end ? 2 : 1;
  std::size_t name_begin = at_;
  while (at_ < html_.size() && !ends_name(html_[at_])) ++at_;
  std::size_t name_length = std::min(at_ - name_begin, kMaxHtmlTagBytes);
  token.name.resize(name_length);
  std::transform(html_.begin() + static_cast<std::ptrdiff_t>(name_begin),
                 html_.begin() + static_cast<std::ptrdiff_t>(name_begin + name_length), token.name.begin(), to_lower);
  tag_bytes_ = at_ - name_begin;
  while (read_attribute(token)) {
  }
  if (at_ < html_.size()) {
    ++at_;  // the >
    token.content = {begin, at_};
    if (!is_end && !foreign_) switch_model(token);
    return;
  }
  // The document ends in the tag. A browser drops it; somebody's words may be in there.
  token.kind = HtmlToken::Kind::comment;
  token.unclosed = true;
  token.content = {begin, html_.size()};
  token.name.clear();
  token.attributes.clear();
}

// False at the closing > or at the end of the text.
bool HtmlTokenizer::read_attribute(HtmlToken& token) {
  while (at_ < html_.size() && (is_html_space(html_[at_]) || html_[at_] == '/')) {
    token.self_closing = html_[at_] == '/' && at(at_ + 1) == '>';
    ++at_;
    ++tag_bytes_;
  }
  if (at_ >= html_.size() || html_[at_] == '>') return false;

  HtmlAttribute attribute;
  std::size_t begin = at_;
  ++at_;  // even a = : it begins a name here
  while (at_ < html_.size() && !ends_name(html_[at_]) && html_[at_] != '=') ++at_;
  attribute.name = {begin, at_};
  attribute.value = {at_, at_};
  tag_bytes_ += at_ - begin;

  std::size_t i = at_;
  while (i < html_.size() && is_html_space(html_[i])) ++i;
  tag_bytes_ += i - at_;
  at_ = i;
  if (at(i) == '=') {
    ++i;
    while (i < html_.size() && is_html_space(html_[i])) ++i;
    char quote = at(i);
    if (quote == '"' || quote == '\'') {
      ++i;
      std::size_t end = std::min(html_.size(), html_.find(quote, i));
      attribute.value = {i, end};
      at_ = std::min(html_.size(), end + 1);
    } else {
      std::size_t end = i;
      while (end < html_.size() && !is_html_space(html_[end]) && html_[end] != '>') ++end;
      attribute.value = {i, end};
      at_ = end;
    }
    if (!matches(attribute.value.begin, "data:")) tag_bytes_ += attribute.value.size();
  }
  if (token.attributes.size() < kMaxHtmlAttributes && tag_bytes_ <= kMaxHtmlTagBytes) {
    token.attributes.push_back(attribute);
  } else {
    ++attributes_skipped_;
  }
  return true;
}

void HtmlTokenizer::switch_model(const HtmlToken& tag) {
  struct Row {
    std::string_view name;
    Model model;
  };
  static constexpr Row kRows[] = {
      {"title", Model::rcdata},     {"textarea", Model::rcdata}, {"style", Model::rawtext},
      {"xmp", Model::rawtext},      {"iframe", Model::rawtext},  {"noembed", Model::rawtext},
      {"noframes", Model::rawtext}, {"script", Model::script},   {"plaintext", Model::plaintext},
  };
  for (const Row& row : kRows) {
    if (row.name != tag.name) continue;
    model_ = row.model;
    raw_name_ = tag.name;
  }
}

}  // namespace postvet
