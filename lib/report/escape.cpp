#include "report/escape.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/utf8.h"

namespace postvet {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Sorted, apart from one another.
template <std::size_t N>
bool in_ranges(const Range (&ranges)[N], char32_t value) {
  const Range* range = std::upper_bound(std::begin(ranges), std::end(ranges), value,
                                        [](char32_t v, const Range& r) { return v <= r.last; });
  return range != std::end(ranges) && range->first <= value;
}

// Controls, invisible format characters and separators (of the general categories Cc, Cf, Zl, Zp), tags and variation
// selectors of plane 14, noncharacters, and letters without ink (Hangul fillers, the combining grapheme joiner).
constexpr Range kUnshowable[] = {
    {0x0000, 0x001F},   {0x007F, 0x009F},   {0x00AD, 0x00AD},   {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160},
    {0x17B4, 0x17B5},   {0x180B, 0x180F},   {0x200B, 0x200F},   {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
    {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF}, {0x13430, 0x1343F},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

// Combining marks of the common scripts, and variation selectors.
constexpr Range kZeroWidth[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2}, {0x05C4, 0x05C5},
    {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
    {0x06EA, 0x06ED}, {0x0900, 0x0902}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0951, 0x0957},
    {0x0E31, 0x0E31}, {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF},
    {0x302A, 0x302D}, {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
};

// East Asian Wide and Fullwidth, and emoji that are shown as pictures (Unicode 15, EastAsianWidth.txt, joined up).
constexpr Range kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x23F0, 0x23F0},
    {0x23F3, 0x23F3},   {0x25FD, 0x25FE},   {0x2614, 0x2615},   {0x2648, 0x2653},   {0x267F, 0x267F},
    {0x2693, 0x2693},   {0x26A1, 0x26A1},   {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x26C4, 0x26C5},
    {0x26CE, 0x26CE},   {0x26D4, 0x26D4},   {0x26EA, 0x26EA},   {0x26F2, 0x26F3},   {0x26F5, 0x26F5},
    {0x26FA, 0x26FA},   {0x26FD, 0x26FD},   {0x2705, 0x2705},   {0x270A, 0x270B},   {0x2728, 0x2728},
    {0x274C, 0x274C},   {0x274E, 0x274E},   {0x2753, 0x2755},   {0x2757, 0x2757},   {0x2795, 0x2797},
    {0x27B0, 0x27B0},   {0x27BF, 0x27BF},   {0x2B1B, 0x2B1C},   {0x2B50, 0x2B50},   {0x2B55, 0x2B55},
    {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18D08}, {0x1AFF0, 0x1B2FB}, {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF}, {0x1F18E, 0x1F18E},
    {0x1F191, 0x1F19A}, {0x1F200, 0x1F320}, {0x1F32D, 0x1F335}, {0x1F337, 0x1F37C}, {0x1F37E, 0x1F393},
    {0x1F3A0, 0x1F3CA}, {0x1F3CF, 0x1F3D3}, {0x1F3E0, 0x1F3F0}, {0x1F3F4, 0x1F3F4}, {0x1F3F8, 0x1F43E},
    {0x1F440, 0x1F440}, {0x1F442, 0x1F4FC}, {0x1F4FF, 0x1F53D}, {0x1F54B, 0x1F54E}, {0x1F550, 0x1F567},
    {0x1F57A, 0x1F57A}, {0x1F595, 0x1F596}, {0x1F5A4, 0x1F5A4}, {0x1F5FB, 0x1F64F}, {0x1F680, 0x1F6C5},
    {0x1F6CC, 0x1F6CC}, {0x1F6D0, 0x1F6D2}, {0x1F6D5, 0x1F6DF}, {0x1F6EB, 0x1F6EC}, {0x1F6F4, 0x1F6FC},
    {0x1F7E0, 0x1F7F0}, {0x1F90C, 0x1F93A}, {0x1F93C, 0x1F945}, {0x1F947, 0x1F9FF}, {0x1FA70, 0x1FAFF},
    {0x20000, 0x3FFFD},
};

// What a CI service takes for a command at the start of a line, and where a space breaks it.
struct Command {
  std::string_view text;
  std::size_t gap;
};
constexpr Command kLineCommands[] = {{"::", 1}, {"section_start:", 13}, {"section_end:", 11}};

// What in front of a `[` makes a command anywhere in a line.
constexpr std::string_view kBracketCommands[] = {"##", "##vso", "##teamcity"};

bool equal_but_for_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + ('a' - 'A')) : a) == b;
  });
}

bool bracket_would_command(std::string_view before) {
  return std::any_of(std::begin(kBracketCommands), std::end(kBracketCommands), [&](std::string_view command) {
    return before.size() >= command.size() &&
           equal_but_for_case(before.substr(before.size() - command.size()), command);
  });
}

void append_hex(std::string& out, char32_t value, unsigned least_digits) {
  unsigned count = least_digits;
  while (count < 8 && (value >> (4 * count)) != 0) ++count;
  while (count-- > 0) out += "0123456789ABCDEF"[(value >> (4 * count)) & 15];
}

void append_code_point(std::string& out, char32_t value) {
  out += "<U+";
  append_hex(out, value, 4);
  out += '>';
}

void append_json_unit(std::string& out, char32_t unit) {
  out += "\\u";
  append_hex(out, unit, 4);
}

void append_json_escape(std::string& out, char32_t value) {
  switch (value) {
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (value > 0xFFFF) {
    append_json_unit(out, 0xD800 + ((value - 0x10000) >> 10));
    append_json_unit(out, 0xDC00 + (value & 0x3FF));
  } else {
    append_json_unit(out, value);
  }
}

// The ASCII characters that need a look, besides the controls.
constexpr std::array<bool, 256> needs_look(std::string_view also) {
  std::array<bool, 256> set{};
  for (std::size_t i = 0; i < set.size(); ++i) set[i] = i < 32 || i >= 127;
  for (char c : also) set[static_cast<unsigned char>(c)] = true;
  return set;
}
constexpr std::array<bool, 256> kShownLook = needs_look("[");
constexpr std::array<bool, 256> kJsonLook = needs_look("[\"\\");

// Copies what needs no look and hands each other character to `character`, each ill-formed byte to `bad`.
template <class OnCharacter, class OnBad>
void append_escaped(std::string& out, std::string_view text, const std::array<bool, 256>& look, OnCharacter character,
                    OnBad bad) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t begin = at;
    while (at < text.size() && !look[static_cast<unsigned char>(text[at])]) ++at;
    out += text.substr(begin, at - begin);
    if (at == text.size()) return;
    std::size_t skip = 1;
    std::size_t length = valid_utf8_length(text.substr(at), &skip);
    if (length == 0) {
      bad(text.substr(at, skip));
      at += skip;
      continue;
    }
    character(decode_utf8(text, at).value, text.substr(at, length));
    at += length;
  }
}

// The first byte at or after `at` that is no white space as the .NET runtime of a CI runner sees it.
std::size_t skip_blanks(std::string_view text, std::size_t at) {
  constexpr Range kBlanks[] = {{0x09, 0x09},     {0x20, 0x20},     {0xA0, 0xA0},     {0x1680, 0x1680},
                               {0x2000, 0x200A}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}};
  while (at < text.size()) {
    CodePoint point = decode_utf8(text, at);
    if (!in_ranges(kBlanks, point.value)) break;
    at += point.length;
  }
  return at;
}

}  // namespace

void append_shown(std::string& out, std::string_view text, Breaks breaks) {
  append_escaped(
      out, text, kShownLook,
      [&](char32_t value, std::string_view bytes) {
        if ((value == '\n' || value == '\t') && breaks != Breaks::show) {
          out += breaks == Breaks::space ? ' ' : static_cast<char>(value);
        } else if (value == '[') {
          if (bracket_would_command(out)) out += ' ';
          out += '[';
        } else if (is_unshowable(value)) {
          append_code_point(out, value);
        } else {
          out += bytes;
        }
      },
      [&](std::string_view bytes) {
        for (char byte : bytes) {
          out += "<0x";
          append_hex(out, static_cast<unsigned char>(byte), 2);
          out += '>';
        }
      });
}

void disarm_lines(std::string& out, std::size_t from) {
  while (from < out.size()) {
    std::size_t word = skip_blanks(out, from);
    for (const Command& command : kLineCommands) {
      if (out.compare(word, command.text.size(), command.text) != 0) continue;
      out.insert(word + command.gap, 1, ' ');
      break;
    }
    std::size_t end = out.find('\n', word);
    if (end == std::string::npos) return;
    from = end + 1;
  }
}

std::string shown_line(std::string_view text) {
  std::string out;
  append_shown(out, text);
  disarm_lines(out);
  return out;
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  append_escaped(
      out, text, kJsonLook,
      [&](char32_t value, std::string_view bytes) {
        if (value == '"' || value == '\\') {
          out += '\\';
          out += bytes;
        } else if (is_unshowable(value) || (value == '[' && bracket_would_command(out))) {
          append_json_escape(out, value);
        } else {
          out += bytes;
        }
      },
      [&](std::string_view) { out += kReplacementUtf8; });
  out += '"';
}

bool is_unshowable(char32_t value) { return in_ranges(kUnshowable, value); }

std::size_t shown_width(char32_t value) {
  if (value == '\n' || value == '\t') return 1;
  if (is_unshowable(value)) return value > 0xFFFF ? 9 : 8;
  if (in_ranges(kZeroWidth, value)) return 0;
  return in_ranges(kWide, value) ? 2 : 1;
}

}  // namespace postvet
