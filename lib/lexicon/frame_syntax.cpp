#include "lexicon/frame_syntax.h"

#include <fmt/format.h>

#include <charconv>

namespace postvet {
namespace {

std::uint16_t form_named(std::string_view name) {
  if (name == "plural") return kPlural;
  if (name == "singular" || name == "base") return kBase;
  if (name == "s") return kThirdPerson;
  if (name == "past") return kPast;
  if (name == "ing") return kGerund;
  return 0;
}

class FrameParser {
 public:
  explicit FrameParser(std::string_view text) : text_(text) {}

  Result<std::vector<WrittenElement>> parse() {
    std::vector<WrittenElement> elements;
    std::size_t positions = 0;
    bool anchored = false;
    while (skip_spaces()) {
      auto element = parse_element();
      if (!element) return tl::unexpected(element.error());
      if (at_ < text_.size() && text_[at_] != ' ')
        return fail(fmt::format("a space is missing at character {}", at_ + 1));
      positions += element->most;
      anchored = anchored || (element->kind == Element::Kind::cls && !element->negative && element->least > 0);
      elements.push_back(std::move(*element));
    }
    if (!anchored) return fail("the frame holds no word or class that it needs");
    if (positions > kMaxFramePositions)
      return fail(fmt::format("the frame is longer than {} words", kMaxFramePositions));
    return elements;
  }

 private:
  bool skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ < text_.size();
  }

  bool take(std::string_view token) {
    if (!text_.substr(at_).starts_with(token)) return false;
    at_ += token.size();
    return true;
  }

  Result<WrittenElement> parse_element() {
    WrittenElement element;
    if (take("||")) {
      element.kind = Element::Kind::border;
      return element;
    }
    if (take("^")) {
      element.kind = Element::Kind::clause_start;
      return element;
    }
    if (take("$")) {
      element.kind = Element::Kind::clause_end;
      return element;
    }
    if (take("..")) {
      element.kind = Element::Kind::any;
      element.least = 0;
      element.most = 3;
      if (take(".")) return element;
      auto [end, error] = std::from_chars(text_.data() + at_, text_.data() + text_.size(), element.most);
      if (error != std::errc() || element.most == 0 || element.most > 20)
        return fail("a gap is written ... or ..N with N from 1 to 20");
      at_ = static_cast<std::size_t>(end - text_.data());
      return element;
    }
    element.negative = take("!");
    if (take("(")) {
      for (;;) {
        auto sequence = parse_sequence("|)");
        if (!sequence) return tl::unexpected(sequence.error());
        element.alternatives.push_back(std::move(*sequence));
        if (take(")")) break;
        if (!take("|")) return fail("a bracket is not closed");
      }
    } else {
      auto part = parse_part(" ");
      if (!part) return tl::unexpected(part.error());
      element.alternatives.push_back({std::move(*part)});
    }
    if (take("?")) {
      element.least = 0;
    } else if (take("*")) {
      element.least = 0;
      element.most = 3;
    } else if (take("+")) {
      element.most = 3;
    }
    if (element.negative && (element.least != 1 || element.most != 1)) return fail("!X takes no ?, * or +");
    return element;
  }

  Result<WrittenSequence> parse_sequence(std::string_view stops) {
    WrittenSequence sequence;
    while (skip_spaces() && stops.find(text_[at_]) == std::string_view::npos) {
      auto part = parse_part(" |)");
      if (!part) return tl::unexpected(part.error());
      sequence.push_back(std::move(*part));
    }
    if (sequence.empty()) return fail("an alternative is empty");
    return sequence;
  }

  Result<WrittenPart> parse_part(std::string_view stops) {
    WrittenPart part;
    if (take("<")) {
      std::size_t end = text_.find('>', at_);
      if (end == std::string_view::npos) return fail("a < is not closed");
      std::string_view name = text_.substr(at_, end - at_);
      at_ = end + 1;
      if (std::size_t colon = name.find(':'); colon != std::string_view::npos) {
        part.forms = form_named(name.substr(colon + 1));
        if (part.forms == 0) return fail("a form is one of plural, singular, base, s, past, ing");
        name = name.substr(0, colon);
      }
      if (name.empty()) return fail("a class needs a name");
      part.is_class = true;
      part.name = name;
      return part;
    }
    std::size_t end = at_;
    while (end < text_.size() && stops.find(text_[end]) == std::string_view::npos && text_[end] != '?' &&
           text_[end] != '*' && text_[end] != '+')
      ++end;
    if (end == at_) return fail(fmt::format("a word is missing at character {}", at_ + 1));
    part.name = text_.substr(at_, end - at_);
    at_ = end;
    return part;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Result<std::vector<WrittenElement>> parse_frame(std::string_view frame) { return FrameParser(frame).parse(); }

}  // namespace postvet
