#include "scan/masking.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"

namespace postvet {
namespace {

constexpr std::size_t kExcerptColumns = 80;
constexpr std::size_t kColumnsBefore = 24;  // of text shown before the finding when the line is too long
constexpr std::string_view kCut = "…";      // stands where a line goes on

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_utf8_continuation(c); }));
}

// The first masked span that ends behind `at`.
std::vector<MaskedSpan>::const_iterator first_behind(const std::vector<MaskedSpan>& masked, std::size_t at) {
  return std::find_if(masked.begin(), masked.end(), [&](const MaskedSpan& span) { return span.text.end > at; });
}

}  // namespace

std::string mask(std::string_view value) {
  std::size_t characters = count_characters(value);
  if (characters < 6) return std::string(characters, '*');
  std::size_t shown = 0;
  for (int i = 0; i < 2; ++i) shown += decode_utf8(value, shown).length;
  return std::string(value.substr(0, shown)) + std::string(characters - 2, '*');
}

Excerpt make_excerpt(std::string_view text, Span at, const std::vector<MaskedSpan>& masked) {
  std::size_t line = at.begin == 0 ? std::string_view::npos : text.rfind('\n', at.begin - 1);
  std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  std::size_t end = std::min(text.find('\n', at.begin), text.size());
  // Begin near the finding, at the start of a word, when the line is long.
  std::size_t before = at.begin;
  for (std::size_t columns = 0; before > begin && columns < kColumnsBefore; ++columns) {
    do --before;
    while (before > begin && is_utf8_continuation(text[before]));
  }
  if (count_characters(text.substr(begin, end - begin)) > kExcerptColumns && before > begin) {
    std::size_t space = text.find(' ', before);
    begin = space != std::string_view::npos && space < at.begin ? space + 1 : before;
  }

  Excerpt excerpt;
  std::size_t columns = 0;
  if (begin > 0 && text[begin - 1] != '\n') {
    excerpt.text = kCut;
    columns = 1;
  }
  std::size_t last = std::min(std::max(at.end, at.begin + 1), end);
  auto span = first_behind(masked, begin);
  std::size_t most = kExcerptColumns;
  if (columns + count_characters(text.substr(begin, end - begin)) > most) --most;  // for the mark of the cut
  std::size_t i = begin;
  while (i < end && columns < most) {
    while (span != masked.end() && span->text.end <= i) ++span;
    if (i == at.begin) excerpt.column = columns;
    std::size_t step = decode_utf8(text, i).length;
    if (span != masked.end() && span->text.contains(i)) {
      // The place in its value decides whether a character is one of the two that may be seen.
      std::string_view value = text.substr(span->text.begin, span->text.size());
      std::size_t place = count_characters(text.substr(span->text.begin, i - span->text.begin));
      if (place < 2 && count_characters(value) >= 6) {
        excerpt.text.append(text, i, step);
      } else {
        excerpt.text.push_back('*');
      }
    } else {
      excerpt.text.append(text, i, step);
    }
    ++columns;
    if (i >= at.begin && i < last) ++excerpt.length;
    i += step;
  }
  if (i < end) excerpt.text += kCut;
  excerpt.length = std::max<std::size_t>(excerpt.length, 1);
  return excerpt;
}

std::string fingerprint(std::string_view rule, std::string_view kind, const Prepared* prepared, Span at,
                        const std::vector<MaskedSpan>& masked, std::size_t occurrence) {
  constexpr std::size_t kWords = 5;
  std::string content;
  content.append(rule).append("\n").append(kind).append("\n").append(std::to_string(occurrence)).append("\n");
  if (prepared != nullptr && !prepared->tokens.empty()) {
    const auto& tokens = prepared->tokens;
    auto place = [&](std::size_t token) { return prepared->in_text({tokens[token].begin, tokens[token].end}); };
    auto first = static_cast<std::size_t>(
        std::partition_point(tokens.begin(), tokens.end(),
                             [&](const Token& token) {
                               return prepared->in_text({token.begin, token.end}).end <= at.begin;
                             }) -
        tokens.begin());
    auto last = first;
    while (last < tokens.size() && place(last).begin < at.end) ++last;
    auto add_words = [&](std::size_t from, std::size_t to) {
      std::string_view previous;
      for (std::size_t i = from; i < to; ++i) {
        Span text = place(i);
        auto hit = std::find_if(masked.begin(), masked.end(),
                                [&](const MaskedSpan& span) { return span.text.overlaps(text); });
        if (hit == masked.end()) {
          content.append(prepared->word(i)).append(" ");
        } else if (hit->kind != previous) {
          content.append("<").append(hit->kind).append("> ");
        }
        previous = hit == masked.end() ? std::string_view() : hit->kind;
      }
      content.push_back('\n');
    };
    add_words(first > kWords ? first - kWords : 0, first);
    add_words(first, last);
    add_words(last, std::min(tokens.size(), last + kWords));
  }
  return hash128_hex(content);
}

}  // namespace postvet
