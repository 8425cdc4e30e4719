#include "syntax/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "syntax/html_elements.h"
#include "syntax/html_tokenizer.h"
#include "syntax/html_tree.h"
#include "syntax/html_visibility.h"

namespace postvet {
namespace {

class Extractor {
 public:
  explicit Extractor(std::string_view html) : html_(html), tokens_(html) {}

  HtmlDocument run() {
    HtmlToken token;
    while (tokens_.next(token)) {
      bool after_pre = std::exchange(after_pre_, false);
      switch (token.kind) {
        case HtmlToken::Kind::text:
          on_text(token, after_pre);
          break;
        case HtmlToken::Kind::start_tag:
          on_start(token);
          break;
        case HtmlToken::Kind::end_tag:
          on_end(token);
          break;
        case HtmlToken::Kind::comment:
          on_comment(token);
          break;
        case HtmlToken::Kind::doctype:
          break;
      }
      tokens_.set_foreign(tree_.in_foreign());
    }
    finish_link();
    document_.body = body_.take();
    document_.hidden = hidden_.take();
    document_.links = links_.take();
    if (more_alts_.size() > 0) document_.alts.push_back(more_alts_.take());
    add_notes();
    return std::move(document_);
  }

 private:
  std::string_view slice(Span span) const { return html_.substr(span.begin, span.size()); }
  std::uint32_t next_number() { return ++number_; }

  std::string_view element_name(std::size_t element) const {
    return element < kHtmlElementCount ? kHtmlElements[element].name : std::string_view();
  }

  void on_text(const HtmlToken& token, bool after_pre) {
    Span span = token.content;
    HtmlDecode decode = token.decodes ? HtmlDecode::text : HtmlDecode::nothing;
    if (token.name == "title" && !has_title_) {
      has_title_ = true;
      HtmlTextBuilder title;
      title.put(html_, span, decode, {});
      document_.title = title.take();
      return;
    }
    if (after_pre && html_[span.begin] == '\n') ++span.begin;
    put(span, decode, token.name.empty() ? tree_.state() : raw_state_);
  }

  void on_comment(const HtmlToken& token) {
    std::string_view words = slice(token.content);
    if (words.starts_with("?xml")) return;  // the declaration of XHTML
    put_hidden(token.content, HtmlDecode::nothing, token.unclosed ? "unclosed tag" : "comment");
  }

  void put_hidden(Span span, HtmlDecode decode, std::string_view reason) {
    HtmlState state = tree_.state();
    state.not_shown = {next_number(), reason};
    put(span, decode, state);
  }

  void put(Span span, HtmlDecode decode, const HtmlState& state) {
    if (state.dropped) return;
    std::uint32_t hidden = state.hidden().number;
    std::string_view words = slice(span);
    bool is_blank = std::all_of(words.begin(), words.end(), is_html_space);
    if (hidden == 0) {
      if (!is_blank) {
        if (hidden_in_body_) body_.border(2);
        hidden_in_body_ = false;
        hidden_number_ = 0;
      }
      body_.put(html_, span, decode, state);
      return;
    }
    if (hidden != hidden_number_) {
      if (is_blank) return;
      hidden_number_ = hidden;
      // Text that nobody sees must not part what a reader sees as one sentence.
      hides_in_body_ = hidden_in_body_ || body_.at_border();
      if (hides_in_body_) hidden_in_body_ = true;
      hiding().border(2);
    }
    hiding().put(html_, span, decode, state);
  }

  // Where the hidden text that is being read goes.
  HtmlTextBuilder& hiding() { return hides_in_body_ ? body_ : hidden_; }

  // Where a border goes that an element of that state makes; null when it makes none that is seen.
  HtmlTextBuilder* bordered(const HtmlState& state) {
    std::uint32_t hidden = state.hidden().number;
    if (hidden == 0) return &body_;
    return hidden == hidden_number_ ? &hiding() : nullptr;
  }

  void border(const HtmlState& state, std::size_t newlines) {
    if (HtmlTextBuilder* builder = bordered(state); builder != nullptr && newlines > 0) builder->border(newlines);
  }

  void after_closing() {
    HtmlTree::Closed closed = tree_.take_closed();
    if (closed.item) body_.end_item();
    if (closed.shown_newlines > 0) body_.border(closed.shown_newlines);
    if (closed.hidden_newlines > 0 && hidden_number_ != 0) hiding().border(closed.hidden_newlines);
    if (closed.link) finish_link();
  }

  void on_start(const HtmlToken& token) {
    std::size_t element = find_html_element(token.name);
    std::uint32_t traits = element < kHtmlElementCount ? kHtmlElements[element].traits : 0;
    tree_.before_start(element);
    after_closing();
    const HtmlElement* known = element < kHtmlElementCount ? kHtmlElements + element : nullptr;
    HtmlEffect effect = html_effect(html_, token, known);
    effect.number = effect.any() ? next_number() : 0;
    HtmlState inside = html_state_inside(tree_.state_for(element), effect);

    read_meaning(token, inside);
    if (tree_.in_foreign() && (token.self_closing || token.name == "title")) {
      if (token.self_closing) return;
      effect.not_shown = "title";
      effect.number = next_number();
    }
    lay_out(token.name, traits, inside);
    if ((traits & kHtmlVoid) != 0) return;
    if (token.name == "html" || token.name == "body" || token.name == "head") {
      bool is_first = !tree_.is_open(element) && token.name != "head";
      if (is_first) tree_.start(element, token.name, effect);
      return;
    }
    if (!tree_.in_foreign() && is_raw_element(token.name)) {
      raw_state_ = inside;
      if (token.name == "title") raw_state_.not_shown = {next_number(), "title"};
      after_pre_ = inside.pre;
      return;
    }
    bool is_foreign_root = token.name == "svg" || token.name == "math";
    if (is_foreign_root && token.self_closing) return;
    tree_.start(element, token.name, effect);
    after_pre_ = token.name == "pre" || token.name == "listing";
  }

  // The elements whose content the tokenizer reads as one text.
  static bool is_raw_element(std::string_view name) {
    static constexpr std::string_view kNames[] = {"title",   "textarea", "style",  "xmp",      "iframe",
                                                  "noembed", "noframes", "script", "plaintext"};
    return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
  }

  void on_end(const HtmlToken& token) {
    std::size_t element = find_html_element(token.name);
    if (token.name == "html" || token.name == "body" || token.name == "head") return;
    if (token.name == "br") return lay_out(token.name, kHtmlVoid, tree_.state());
    if (!tree_.in_foreign() && is_raw_element(token.name)) {
      border(raw_state_, newlines_around(kHtmlElements[element].traits));
      return;
    }
    tree_.end(element, token.name);
    after_closing();
  }

  static std::size_t newlines_around(std::uint32_t traits) {
    return (traits & kHtmlBlock) != 0 ? 2 : (traits & kHtmlLine) != 0 ? 1 : 0;
  }

  // The borders in front of an element.
  void lay_out(std::string_view name, std::uint32_t traits, const HtmlState& inside) {
    HtmlTextBuilder* builder = bordered(inside);
    if (builder == nullptr) return;
    if (name == "br") {
      builder->line_break();
    } else if (name == "li") {
      builder->item();
    } else if (name == "td" || name == "th") {
      if (in_row_) builder->cell();
      in_row_ = true;
    } else if ((name == "ul" || name == "ol") && tree_.is_open(li_)) {
      builder->border(1);
    } else if (std::size_t newlines = newlines_around(traits); newlines > 0) {
      builder->border(newlines);
    }
    if (name == "tr" || name == "table") in_row_ = false;
  }

  // What a tag says by its attributes.
  void read_meaning(const HtmlToken& token, const HtmlState& inside) {
    std::string_view name = token.name;
    if (name == "article") document_.is_article = true;
    if (const HtmlAttribute* classes = find_attribute(html_, token, "class"); classes != nullptr) {
      if (has_word(slice(classes->value), "h-entry") || has_word(slice(classes->value), "hentry"))
        document_.is_article = true;
    }
    if (name == "a" || name == "area") read_link(token);
    if (name == "img" || name == "image" || name == "area") read_alt(token, inside);
    if (name == "meta") read_meta(token);
    if (name == "input") read_input(token, inside);
  }

  static bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
      bool begins = at == 0 || is_html_space(words[at - 1]);
      std::size_t end = at + word.size();
      if (begins && (end == words.size() || is_html_space(words[end]))) return true;
    }
    return false;
  }

  HtmlText value_of(Span value, const HtmlState& state = {}) const {
    HtmlTextBuilder builder;
    builder.put(html_, value, HtmlDecode::attribute, state);
    return builder.take();
  }

  // A link's target is kept back until the link's text is known: the two are often the same.
  void read_link(const HtmlToken& token) {
    finish_link();
    const HtmlAttribute* target = find_attribute(html_, token, "href");
    if (target == nullptr) return;
    link_ = target->value;
    link_text_begin_ = body_.size();
    has_link_ = true;
  }

  void finish_link() {
    if (!std::exchange(has_link_, false)) return;
    HtmlText target = value_of(link_);
    std::string_view plain = target.text;
    if (plain.empty() || plain.starts_with('#')) return;
    for (std::string_view scheme : {"mailto:", "tel:"}) {
      if (plain.starts_with(scheme)) plain.remove_prefix(scheme.size());
    }
    std::string_view shown = body_.text().substr(link_text_begin_);
    while (!shown.empty() && (is_html_space(shown.front()) || shown.front() == '-')) shown.remove_prefix(1);
    if (shown == plain || shown == target.text) return;
    links_.border(1);
    links_.put(html_, link_, HtmlDecode::attribute, {});
  }

  void read_alt(const HtmlToken& token, const HtmlState& inside) {
    const HtmlAttribute* alt = find_attribute(html_, token, "alt");
    if (alt == nullptr || inside.dropped) return;
    if (document_.alts.size() + 1 < kMaxHtmlAlts) {
      HtmlText text = value_of(alt->value, inside);
      if (!text.empty()) document_.alts.push_back(std::move(text));
    } else {
      more_alts_.border(2);
      more_alts_.put(html_, alt->value, HtmlDecode::attribute, inside);
    }
  }

  void read_meta(const HtmlToken& token) {
    const HtmlAttribute* name = find_attribute(html_, token, "name");
    if (name == nullptr) name = find_attribute(html_, token, "property");
    const HtmlAttribute* content = find_attribute(html_, token, "content");
    if (name == nullptr || content == nullptr) return;
    std::string_view what = slice(name->value);
    if (equals_ignoring_case(what, "author") && document_.author.empty()) document_.author = value_of(content->value);
    if (equals_ignoring_case(what, "description") && document_.description.empty()) {
      document_.description = value_of(content->value);
    }
    if (equals_ignoring_case(what, "og:type") && equals_ignoring_case(slice(content->value), "article")) {
      document_.is_article = true;
    }
  }

  // The words in a form: what is typed in it, the labels of its buttons, what it sends unseen.
  void read_input(const HtmlToken& token, const HtmlState& inside) {
    const HtmlAttribute* value = find_attribute(html_, token, "value");
    if (value == nullptr) return;
    const HtmlAttribute* type = find_attribute(html_, token, "type");
    std::string_view kind = type == nullptr ? std::string_view("text") : slice(type->value);
    if (equals_ignoring_case(kind, "hidden")) {
      HtmlState state = inside;
      if (state.not_shown.number == 0) state.not_shown = {next_number(), "input type=hidden"};
      put(value->value, HtmlDecode::attribute, state);
      return;
    }
    static constexpr std::string_view kNoWords[] = {"checkbox", "radio", "image", "file", "color", "range"};
    for (std::string_view none : kNoWords) {
      if (equals_ignoring_case(kind, none)) return;
    }
    HtmlTextBuilder* builder = bordered(inside);
    if (builder != nullptr) builder->space();
    put(value->value, HtmlDecode::attribute, inside);
    if (builder != nullptr) builder->space();
  }

  void add_notes() {
    if (tokens_.attributes_skipped() > 0) {
      document_.notes.push_back(fmt::format(
          "{} attributes of HTML tags were left out: a tag has more than {} of them or is longer than {} KiB",
          tokens_.attributes_skipped(), kMaxHtmlAttributes, kMaxHtmlTagBytes >> 10));
    }
    if (tree_.was_too_deep()) {
      document_.notes.push_back(fmt::format(
          "HTML is nested deeper than {} elements: what is hidden or quoted below that was taken for plain text",
          kMaxHtmlDepth));
    }
    if (tokens_.ended_in_raw_text()) {
      document_.notes.push_back(
          "HTML ends inside an element that is never closed: what follows its tag was read as its content");
    }
  }

  std::string_view html_;
  HtmlTokenizer tokens_;
  HtmlTree tree_;
  HtmlDocument document_;
  HtmlTextBuilder body_;
  HtmlTextBuilder hidden_;
  HtmlTextBuilder links_;
  HtmlTextBuilder more_alts_;
  std::uint32_t number_ = 0;
  std::uint32_t hidden_number_ = 0;  // of the hidden text being read; 0 after visible text
  bool hides_in_body_ = false;       // it goes into the body
  bool hidden_in_body_ = false;      // the last text of the body is hidden
  HtmlState raw_state_;
  bool after_pre_ = false;
  bool has_title_ = false;
  bool in_row_ = false;
  const std::size_t li_ = find_html_element("li");
  bool has_link_ = false;
  Span link_;
  std::size_t link_text_begin_ = 0;
};

}  // namespace

HtmlDocument read_html(std::string_view html) { return Extractor(html).run(); }

}  // namespace postvet
