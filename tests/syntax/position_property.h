// The property that every extracted text has: each of its characters points at the bytes that say it.
#pragma once

#include <doctest/doctest.h>

#include <ctime>
#include <map>
#include <string>
#include <string_view>

#include "base/offset_map.h"
#include "base/utf8.h"

namespace postvet_test {

// Decodes one character reference, by a table and code that share nothing with the library's. Empty when it is none.
inline std::string decode_reference(const std::string& reference) {
  static const std::map<std::string, std::string> kNames = {{"&amp;", "&"},
                                                            {"&lt;", "<"},
                                                            {"&gt;", ">"},
                                                            {"&quot;", "\""},
                                                            {"&pound;", "\xC2\xA3"},
                                                            {"&nbsp;", "\xC2\xA0"},
                                                            {"&amp", "&"},
                                                            {"&shy;", "\xC2\xAD"},
                                                            {"&eacute;", "\xC3\xA9"},
                                                            {"&hellip;", "\xE2\x80\xA6"},
                                                            {"&rsquo;", "\xE2\x80\x99"},
                                                            {"&acE;", "\xE2\x88\xBE\xCC\xB3"}};
  if (auto found = kNames.find(reference); found != kNames.end()) return found->second;
  if (reference.size() < 4 || reference.substr(0, 2) != "&#" || reference.back() != ';') return {};
  bool hex = reference[2] == 'x';
  unsigned long value = std::stoul(reference.substr(hex ? 3 : 2), nullptr, hex ? 16 : 10);
  std::string out;
  postvet::append_utf8(out, static_cast<char32_t>(value));
  return out;
}

// Returns what is wrong, or nothing.
inline std::string broken_position(std::string_view text, const postvet::OffsetMap& map, std::string_view source) {
  if (map.size() != text.size()) return "the map is not as long as the text";
  std::size_t behind = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = postvet::decode_utf8(text, i).length;
    std::string character(text.substr(i, length));
    postvet::Span span = map.to_source({i, i + length});
    if (span.end > source.size() || span.begin < behind) return "out of order at " + std::to_string(i);
    std::string slice(source.substr(span.begin, span.size()));
    bool is_border = slice.empty() && std::string_view("\n -|").find(character) != std::string_view::npos;
    bool is_space = character == " " && !slice.empty() && slice.find_first_not_of(" \n\t\f") == std::string::npos;
    bool is_reference =
        slice.size() > 2 && slice[0] == '&' && decode_reference(slice).find(character) != std::string::npos;
    if (slice != character && !is_border && !is_space && !is_reference) {
      return "byte " + std::to_string(i) + " '" + character + "' is from '" + slice + "'";
    }
    behind = span.begin;
    i += length;
  }
  return {};
}

// The span of `needle` in the text, traced to the source.
inline std::string traced(std::string_view needle, std::string_view text, const postvet::OffsetMap& map,
                          std::string_view source) {
  std::size_t at = text.find(needle);
  if (at == std::string_view::npos) return "(not in the text)";
  postvet::Span span = map.to_source({at, at + needle.size()});
  return std::string(source.substr(span.begin, span.size()));
}

// Repeats a string.
inline std::string times(std::size_t count, std::string_view text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

// Whether this build is fast enough for its times to mean something.
#ifdef NDEBUG
inline constexpr bool kTimed = true;
#else
inline constexpr bool kTimed = false;
#endif

// Processor time since it was made: other work on the machine does not count.
class Stopwatch {
 public:
  double seconds() const { return static_cast<double>(std::clock() - begin_) / CLOCKS_PER_SEC; }

 private:
  std::clock_t begin_ = std::clock();
};

}  // namespace postvet_test
