#include "syntax/yaml_scalar.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace postvet {
namespace {

// A value as it is read again, with its places.
struct Reread {
  std::string value;
  OffsetMap map;

  void copy(std::string_view text, Span span) {
    value.append(text.substr(span.begin, span.size()));
    map.append_copy(span.size(), span.begin);
  }
  void piece(std::string_view derived, Span span) {
    value.append(derived);
    map.append_piece(derived.size(), span);
  }
};

// The escape at `at`, a backslash (YAML 1.2, 5.7). Its length, or 0 when it is none that stands for a character.
std::size_t read_escape(std::string_view text, std::size_t at, char32_t& value) {
  if (at + 1 >= text.size()) return 0;
  struct Row {
    char letter;
    char32_t value;
  };
  static constexpr Row kRows[] = {{'0', 0},     {'a', 7},    {'b', 8},    {'t', 9},      {'n', 10},     {'v', 11},
                                  {'f', 12},    {'r', 13},   {'e', 27},   {' ', ' '},    {'"', '"'},    {'/', '/'},
                                  {'\\', '\\'}, {'N', 0x85}, {'_', 0xA0}, {'L', 0x2028}, {'P', 0x2029}, {'\t', 9}};
  char letter = text[at + 1];
  for (const Row& row : kRows) {
    if (row.letter != letter) continue;
    value = row.value;
    return 2;
  }
  std::size_t digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
  if (digits == 0 || at + 2 + digits > text.size()) return 0;
  value = 0;
  for (char c : text.substr(at + 2, digits)) {
    char32_t digit = c >= '0' && c <= '9'   ? static_cast<char32_t>(c - '0')
                     : c >= 'a' && c <= 'f' ? static_cast<char32_t>(c - 'a' + 10)
                     : c >= 'A' && c <= 'F' ? static_cast<char32_t>(c - 'A' + 10)
                                            : 16;
    if (digit == 16) return 0;
    value = value * 16 + digit;
  }
  return 2 + digits;
}

// The inside of a quoted scalar of one line; `span` is without the quotes.
Reread reread_quoted(std::string_view text, Span span, char quote) {
  Reread reread;
  std::string_view reach = text.substr(0, span.end);
  for (std::size_t i = span.begin; i < span.end;) {
    if (text[i] == '\'' && quote == '\'') {
      reread.piece("'", {i, i + 2});
      i += 2;
    } else if (text[i] == '\\' && quote == '"') {
      char32_t value = 0;
      std::size_t length = read_escape(reach, i, value);
      if (length == 0) return {};
      std::string character;
      append_utf8(character, value);
      reread.piece(character, {i, i + length});
      i += length;
    } else {
      std::size_t end = std::min(span.end, reach.find_first_of(quote == '"' ? "\\" : "'", i));
      reread.copy(text, {i, end});
      i = end;
    }
  }
  return reread;
}

// A literal block, whose | is at `at`; the line ends that its header cuts off are still there.
Reread reread_literal(std::string_view text, std::size_t at, std::size_t limit) {
  Reread reread;
  std::size_t i = std::min(limit, text.find('\n', at)) + 1;
  std::size_t indent = 0;
  while (i < limit) {
    std::size_t end = std::min(limit, text.find('\n', i));
    std::size_t first = std::min(end, text.find_first_not_of(' ', i));
    bool blank = first == end;
    if (!blank && indent == 0) indent = first - i;
    if (!blank && first - i < indent) break;
    std::size_t skip = std::min(indent, end - i);
    reread.copy(text, {i + skip, std::min(limit, end + 1)});
    i = end + 1;
  }
  return reread;
}

}  // namespace

std::size_t quoted_scalar_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\' && quote == '"') {
      ++at;
    } else if (text[at] == quote) {
      bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return std::string_view::npos;
}

ScalarPlace place_scalar(std::string_view text, std::size_t at, std::size_t limit, std::string_view value) {
  limit = std::min(limit, text.size());
  at = std::min(at, limit);
  ScalarPlace place;
  place.source = {at, limit};
  Reread reread;
  char first = at < limit ? text[at] : '\0';
  if (first == '"' || first == '\'') {
    place.source.end = std::min(limit, quoted_scalar_end(text, at));
    if (place.source.size() >= 2) reread = reread_quoted(text, {at + 1, place.source.end - 1}, first);
  } else {
    while (place.source.end > at && (text[place.source.end - 1] == ' ' || text[place.source.end - 1] == '\n')) {
      --place.source.end;
    }
    if (first == '|') {
      reread = reread_literal(text, at, limit);
    } else if (text.substr(at, value.size()) == value) {
      place.source.end = at + value.size();
      reread.copy(text, place.source);
    }
  }
  std::string_view beyond = std::string_view(reread.value).substr(std::min(reread.value.size(), value.size()));
  bool same = reread.value.starts_with(value) &&
              (first == '|' ? beyond.find_first_not_of('\n') == std::string::npos : beyond.empty());
  if (same) {
    place.to_source = reread.map.slice({0, value.size()});
  } else {
    place.to_source.append_piece(value.size(), place.source);
  }
  return place;
}

}  // namespace postvet
