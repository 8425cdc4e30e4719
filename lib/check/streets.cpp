#include "check/streets.h"

#include <algorithm>

#include "base/utf8.h"
#include "check/postcodes.h"
#include "check/scan_text.h"
#include "check/word_list.h"

namespace postvet {
namespace {

constexpr std::string_view kStreetTypes[] = {
    "road",    "rd",     "street", "st",    "avenue",   "ave",  "lane",    "ln",     "close", "cl",    "drive",
    "dr",      "way",    "court",  "ct",    "crescent", "cres", "gardens", "gdns",   "grove", "place", "pl",
    "terrace", "terr",   "walk",   "mews",  "hill",     "park", "row",     "square", "sq",    "view",  "rise",
    "green",   "parade", "wharf",  "croft", "fold",     "gate", "garth",   "ginnel", "nook",  "yard"};

constexpr std::string_view kFlats[] = {"flat", "apartment", "apt", "unit", "studio", "maisonette"};

constexpr std::string_view kNeverInStreet[] = {
    "to",  "your", "our",  "my",   "that", "is",    "are",   "was",  "were", "be",    "you", "we",   "they", "it",
    "for", "with", "from", "and",  "or",   "a",     "an",    "this", "how",  "why",   "can", "will", "have", "has",
    "who", "what", "more", "than", "by",   "about", "their", "his",  "her",  "its",   "not", "no",   "in",   "at",
    "on",  "as",   "but",  "so",   "if",   "did",   "do",    "does", "went", "going", "go",  "get",  "got",  "us"};

constexpr std::string_view kCountedThings[] = {
    "hour",   "hours",    "hr",    "hrs",   "minute", "minutes",   "min",     "mins",     "second",   "seconds",
    "secs",   "day",      "days",  "week",  "weeks",  "month",     "months",  "year",     "years",    "mile",
    "miles",  "km",       "k",     "metre", "metres", "meter",     "meters",  "yard",     "yards",    "foot",
    "ft",     "feet",     "inch",  "star",  "point",  "points",    "man",     "men",      "women",    "person",
    "people", "step",     "steps", "part",  "parts",  "bed",       "bedroom", "storey",   "litre",    "gb",
    "mb",     "percent",  "pm",    "am",    "x",      "of",        "new",     "free",     "students", "staff",
    "teams",  "team",     "tips",  "ways",  "things", "reasons",   "pupils",  "times",    "per",      "goals",
    "kids",   "children", "steps", "lap",   "laps",   "player",    "players", "january",  "february", "march",
    "april",  "may",      "june",  "july",  "august", "september", "october", "november", "december", "th",
    "st",     "nd",       "rd"};

constexpr std::string_view kNumberedThings[] = {"year",     "room",     "level", "grade",   "chapter", "class",  "page",
                                                "platform", "bus",      "route", "week",    "day",     "part",   "step",
                                                "key",      "stage",    "track", "episode", "season",  "lesson", "gate",
                                                "zone",     "junction", "table", "team",    "group",   "tier",   "top"};

constexpr std::string_view kInstitutions[] = {"campus",  "college", "school",  "primary",  "academy",  "university",
                                              "station", "surgery", "market",  "church",   "hotel",    "club",
                                              "stadium", "centre",  "theatre", "festival", "hospital", "library"};

constexpr std::size_t kMostNumber = 4;  // digits
constexpr std::size_t kMostWord = 24;   // bytes
constexpr std::size_t kMostName = 3;    // words before the word for the street
constexpr std::size_t kMostTown = 6;    // words between street and postcode

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// A word of letters with inner apostrophes and hyphens; empty when none begins at `at`. A dot behind an abbreviation
// ("St. John's") is left to the caller.
Span read_word(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kMostWord) {
    if (is_word_byte(text[end])) {
      std::size_t length = decode_utf8(text, end).length;
      if (!is_word_at(text, end)) break;
      end += length;
    } else if (end > at && (text[end] == '\'' || text[end] == '-') && is_word_at(text, end + 1)) {
      ++end;
    } else {
      break;
    }
  }
  return is_word_at(text, end) ? Span{at, at} : Span{at, end};
}

std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

std::size_t skip_blanks(std::string_view text, std::size_t at, std::string_view marks, std::size_t most) {
  std::size_t end = at;
  while (end < text.size() && end - at < most && marks.find(text[end]) != std::string_view::npos) ++end;
  return end;
}

// "12", "27b", "12-14", "3/12"; `at` when there is none.
std::size_t read_house(std::string_view text, std::size_t at) {
  for (int part = 0; part < 2; ++part) {
    std::size_t end = skip_digits(text, at, kMostNumber + 1);
    if (end == at || end - at > kMostNumber) return at;
    if (is_ascii_letter_at(text, end)) ++end;
    bool more =
        part == 0 && end < text.size() && (text[end] == '-' || text[end] == '/') && is_ascii_digit_at(text, end + 1);
    if (!more) return is_word_at(text, end) ? at : end;
    at = end + 1;
  }
  return at;
}

// The postcode that begins at `at`; an empty span when there is none.
Span read_postcode(std::string_view text, std::size_t at) {
  if (is_word_before(text, at)) return {at, at};
  for (std::size_t length : {8U, 7U, 6U, 5U}) {
    if (at + length > text.size() || is_word_at(text, at + length)) continue;
    if (is_postcode(text.substr(at, length))) return {at, at + length};
  }
  return {at, at};
}

// Behind a street: town and county, then the postcode.
Span find_postcode(std::string_view text, std::size_t at) {
  for (std::size_t words = 0; words <= kMostTown; ++words) {
    std::size_t next = skip_blanks(text, at, " ,.\n-", 4);
    if (next == at) break;
    Span code = read_postcode(text, next);
    if (!code.empty()) return code;
    Span word = read_word(text, next);
    if (word.empty() || is_never_in_street(slice(text, word))) break;
    at = word.end;
  }
  return {at, at};
}

}  // namespace

bool is_never_in_street(std::string_view word) { return is_listed(word, kNeverInStreet); }
bool is_counted_thing(std::string_view word) { return is_listed(word, kCountedThings); }
bool is_numbered_thing(std::string_view word) { return is_listed(word, kNumberedThings); }
bool is_institution(std::string_view word) { return is_listed(word, kInstitutions); }

Span read_street_name(std::string_view text, std::size_t begin) {
  Span name{begin, begin};
  std::size_t at = begin;
  for (std::size_t words = 0; words <= kMostName + 1; ++words) {
    Span word = read_word(text, at);
    if (word.empty() || is_never_in_street(slice(text, word))) break;
    bool is_type = is_listed(slice(text, word), kStreetTypes);
    // "Mill Hill Lane": the last of several words for a street ends the name.
    if (!name.empty() && !is_type) break;
    if (words > 0 && is_type) name.end = word.end;
    at = word.end;
    if (at < text.size() && text[at] == '.' && word.size() <= 2) ++at;  // St. John's Road
    std::size_t next = skip_blanks(text, at, " ", 2);
    if (next == at) break;
    at = next;
  }
  return name;
}

std::optional<StreetReading> read_street(std::string_view text, std::size_t begin) {
  if (is_word_before(text, begin) || is_tied_before(text, begin, ".-/:,")) return std::nullopt;
  StreetReading street;
  std::size_t at = begin;
  Span word = read_word(text, at);
  if (!word.empty()) {
    if (!is_listed(slice(text, word), kFlats)) return std::nullopt;
    at = skip_blanks(text, word.end, " ", 2);
    std::size_t flat = read_house(text, at);
    if (flat == at || at == word.end) return std::nullopt;
    at = skip_blanks(text, flat, " ,\n", 3);
    street.flat = true;
  }
  std::size_t house = read_house(text, at);
  if (house != at) {
    street.number = {at, house};
    at = skip_blanks(text, house, " ,", 2);
    if (at == house) return std::nullopt;
  } else if (!street.flat) {
    return std::nullopt;
  } else {
    street.number = {at, at};  // Flat 3, Station Road
  }
  street.name = read_street_name(text, at);
  if (street.name.empty()) return std::nullopt;
  street.whole = {begin, street.name.end};
  Span code = find_postcode(text, street.name.end);
  if (!code.empty()) {
    street.postcode = true;
    street.whole.end = code.end;
  }
  return street;
}

void scan_streets(const Window& window, std::vector<Span>& spans) {
  constexpr std::string_view kFlatInitials = "fausm";
  std::string_view text = window.folded;
  for (std::size_t at = window.span.begin; at < window.span.end;) {
    bool starts = is_ascii_digit_at(text, at) || kFlatInitials.find(text[at]) != std::string_view::npos;
    std::optional<StreetReading> street;
    if (starts) street = read_street(text, at);
    if (street) {
      spans.push_back({at, street->whole.end});
      at = street->whole.end;
    } else {
      at = std::max(at + 1, skip_word(text, at, window.span.end));
    }
  }
}

}  // namespace postvet
