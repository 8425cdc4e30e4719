#include "syntax/html_text.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "syntax/html_entities.h"
#include "syntax/html_tokenizer.h"

namespace postvet {

void HtmlTextBuilder::put(std::string_view source, Span span, HtmlDecode decode, const HtmlState& state) {
  std::string_view reach = source.substr(0, span.end);  // a reference does not go past the piece
  auto is_reference = [&](std::size_t i) { return decode != HtmlDecode::nothing && source[i] == '&'; };
  auto ends_copy = [&](std::size_t i) {
    if (is_reference(i)) return true;
    if (state.pre || !is_html_space(source[i])) return false;
    return source[i] != ' ' || i + 1 == span.end || is_html_space(source[i + 1]);
  };
  std::size_t i = span.begin;
  while (i < span.end) {
    if (!state.pre && is_html_space(source[i])) {
      std::size_t end = i + 1;
      while (end < span.end && is_html_space(source[end])) ++end;
      bool exact = source[i] == ' ';
      put_space({i, exact ? i + 1 : end}, exact);
      i = end;
      continue;
    }
    if (is_reference(i)) {
      CharacterReference reference = read_character_reference(reach, i, decode == HtmlDecode::attribute);
      if (reference.length > 0) {
        put_reference({i, i + reference.length}, reference.first, reference.second, state);
        i += reference.length;
        continue;
      }
    }
    std::size_t end = i + 1;
    while (end < span.end && !ends_copy(end)) ++end;
    put_copy(source, {i, end}, state);
    i = end;
  }
}

void HtmlTextBuilder::border(std::size_t newlines) {
  if (item_) return;  // the first paragraph of an item stands behind its mark
  newlines_ = std::max(newlines_, newlines);
  cell_ = false;
}

void HtmlTextBuilder::line_break() {
  newlines_ = std::min<std::size_t>(newlines_ + 1, std::max<std::size_t>(newlines_, 2));
}

void HtmlTextBuilder::item() {
  border(1);
  item_ = true;
}

void HtmlTextBuilder::space() {
  space_ = true;
  space_exact_ = false;
  space_source_ = {};
}

void HtmlTextBuilder::put_space(Span source, bool exact) {
  if (space_ || newlines_ > 0 || built_.text.empty() || is_html_space(built_.text.back())) return;
  space_ = true;
  space_exact_ = exact;
  space_source_ = source;
}

void HtmlTextBuilder::put_copy(std::string_view source, Span span, const HtmlState& state) {
  begin_piece(span.begin, state);
  built_.text.append(source.substr(span.begin, span.size()));
  built_.to_source.append_copy(span.size(), span.begin);
}

void HtmlTextBuilder::put_reference(Span source, char32_t first, char32_t second, const HtmlState& state) {
  if (first == '\r') first = '\n';
  if (!state.pre && first < 0x80 && is_html_space(static_cast<char>(first))) {
    put_space(source, false);
    return;
  }
  begin_piece(source.begin, state);
  std::size_t before = built_.text.size();
  append_utf8(built_.text, first);
  if (second != 0) append_utf8(built_.text, second);
  built_.to_source.append_piece(built_.text.size() - before, source);
}

void HtmlTextBuilder::append_gap(std::string_view text, std::size_t source_at) {
  built_.text.append(text);
  built_.to_source.append_piece(text.size(), {source_at, source_at});
}

// Puts what is due between the last piece and the next one, and opens and closes zones.
void HtmlTextBuilder::begin_piece(std::size_t source_at, const HtmlState& state) {
  std::size_t end_before = built_.text.size();
  if (end_before > 0) {
    if (newlines_ > 0) {
      constexpr std::string_view kNewlines = "\n\n";
      std::size_t there = 0;
      while (there < newlines_ && there < end_before && built_.text[end_before - 1 - there] == '\n') ++there;
      if (there < newlines_) append_gap(kNewlines.substr(0, newlines_ - there), source_at);
    } else if (cell_) {
      append_gap(" | ", source_at);
    } else if (space_ && space_exact_) {
      built_.text.push_back(' ');
      built_.to_source.append_copy(1, space_source_.begin);
    } else if (space_) {
      built_.text.push_back(' ');
      built_.to_source.append_piece(1, space_source_.empty() ? Span{source_at, source_at} : space_source_);
    }
  }
  if (item_) append_gap("- ", source_at);
  newlines_ = 0;
  item_ = cell_ = space_ = false;
  turn(quoted_, ZoneKind::quoted, state.quoted, {}, end_before);
  turn(code_, ZoneKind::code, state.code, {}, end_before);
  turn(hidden_, ZoneKind::hidden, state.hidden().number, state.hidden().reason, end_before);
}

void HtmlTextBuilder::turn(Open& open, ZoneKind kind, std::uint32_t number, std::string_view reason,
                           std::size_t end_before) {
  if (open.number == number) return;
  if (open.number != 0) built_.zones.push_back({{open.begin, end_before}, kind, open.reason});
  open = {number, built_.text.size(), reason};
}

HtmlText HtmlTextBuilder::take() {
  turn(quoted_, ZoneKind::quoted, 0, {}, size());
  turn(code_, ZoneKind::code, 0, {}, size());
  turn(hidden_, ZoneKind::hidden, 0, {}, size());
  std::stable_sort(built_.zones.begin(), built_.zones.end(),
                   [](const Zone& a, const Zone& b) { return a.span.begin < b.span.begin; });
  HtmlText taken = std::move(built_);
  *this = HtmlTextBuilder();
  return taken;
}

}  // namespace postvet
