#include "check/dates.h"

#include <algorithm>
#include <utility>

#include "check/scan_text.h"

namespace postvet {
namespace {

constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                        "july",    "august",   "september", "october", "november", "december"};

constexpr unsigned kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool is_possible(unsigned day, unsigned month, unsigned year) {
  if (month < 1 || month > 12 || day < 1 || day > kDays[month - 1]) return false;
  bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return month != 2 || day < 29 || leap;
}

struct Number {
  unsigned value = 0;
  std::size_t digits = 0;
  std::size_t end = 0;
};

Number read_number(std::string_view text, std::size_t at) {
  Number number;
  number.end = skip_digits(text, at, 5);
  number.digits = number.end - at;
  for (std::size_t i = at; i < number.end; ++i) number.value = number.value * 10 + static_cast<unsigned>(text[i] - '0');
  return number;
}

unsigned full_year(const Number& number) {
  if (number.digits == 4) return number.value;
  return number.value > 30 ? 1900 + number.value : 2000 + number.value;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 2 && text[end] == ' ') ++end;
  return end;
}

// The month whose name or abbreviation of three letters (sept: four) begins at `at`; 0 when there is none.
unsigned read_month(std::string_view text, std::size_t at, std::size_t& end) {
  std::size_t last = at;
  while (is_ascii_letter_at(text, last) && last - at < 10) ++last;
  std::string_view word = text.substr(at, last - at);
  if (word.size() < 3 || is_word_at(text, last)) return 0;
  for (unsigned i = 0; i < 12; ++i) {
    if (word == kMonths[i] || word == kMonths[i].substr(0, 3) || (i == 8 && word == "sept")) {
      end = last < text.size() && text[last] == '.' && word.size() < 5 ? last + 1 : last;
      return i + 1;
    }
  }
  return 0;
}

std::size_t skip_ordinal(std::string_view text, std::size_t at) {
  std::string_view two = text.substr(at, 2);
  return two == "st" || two == "nd" || two == "rd" || two == "th" ? at + 2 : at;
}

// ", 2006", " 2006", " '06" behind day and month; nothing taken when there is no year.
void read_year(std::string_view text, DateReading& date) {
  std::size_t at = date.end;
  if (at < text.size() && text[at] == ',') ++at;
  std::size_t begin = skip_spaces(text, at);
  if (begin == date.end) return;
  bool short_year = begin < text.size() && text[begin] == '\'';
  Number year = read_number(text, begin + (short_year ? 1 : 0));
  if (year.digits != (short_year ? 2U : 4U) || is_word_at(text, year.end)) return;
  date.year = full_year(year);
  date.end = year.end;
}

std::optional<DateReading> read_month_first(std::string_view text, std::size_t begin) {
  DateReading date;
  std::size_t at = begin;
  date.month = read_month(text, begin, at);
  if (date.month == 0) return std::nullopt;
  std::size_t number = skip_spaces(text, at);
  if (number == at) return std::nullopt;
  Number day = read_number(text, number);
  date.end = skip_ordinal(text, day.end);
  date.day = day.value;
  if (day.digits == 0 || day.digits > 2 || is_word_at(text, date.end) || is_tied_after(text, date.end, ":./-")) {
    return std::nullopt;
  }
  read_year(text, date);
  if (!is_possible(date.day, date.month, date.year)) return std::nullopt;
  return date;
}

std::optional<DateReading> read_day_first(std::string_view text, const Number& day) {
  DateReading date;
  date.day = day.value;
  std::size_t after = skip_ordinal(text, day.end);
  std::size_t at = skip_spaces(text, after);
  if (at == after && at < text.size() && text[at] == '-') ++at;
  if (text.substr(at, 3) == "of ") at = skip_spaces(text, at + 3);
  date.month = read_month(text, at, date.end);
  if (date.month == 0) return std::nullopt;
  if (date.end < text.size() && text[date.end] == '-' && is_ascii_digit_at(text, date.end + 1)) {  // 3-Jul-2006
    Number year = read_number(text, date.end + 1);
    if ((year.digits != 4 && year.digits != 2) || is_word_at(text, year.end)) return std::nullopt;
    date.year = full_year(year);
    date.end = year.end;
  } else {
    read_year(text, date);
  }
  if (!is_possible(date.day, date.month, date.year)) return std::nullopt;
  return date;
}

bool ends_number(std::string_view text, std::size_t at) {
  if (is_tied_after(text, at, "./-")) return false;
  if (at < text.size() && text[at] == 't' && is_ascii_digit_at(text, at + 1)) return true;  // 2006-07-03T10:12
  return !is_word_at(text, at);
}

// Three numbers, or two, with the same mark between.
std::optional<DateReading> read_numeric(std::string_view text, const Number& first) {
  std::size_t at = first.end;
  if (at >= text.size()) return std::nullopt;
  char mark = text[at];
  if (mark != '/' && mark != '-' && mark != '.' && mark != ' ') return std::nullopt;
  Number second = read_number(text, at + 1);
  if (second.digits == 0 || second.digits > 2) return std::nullopt;
  DateReading date;
  date.loose = mark == ' ';
  if (second.end >= text.size() || text[second.end] != mark || !is_ascii_digit_at(text, second.end + 1)) {
    if (mark != '/' || first.digits > 2 || !ends_number(text, second.end)) return std::nullopt;
    date = {second.end, first.value, second.value, 0, false};
    if (!is_possible(date.day, date.month, 0)) return std::nullopt;
    return date;
  }
  Number third = read_number(text, second.end + 1);
  if (!ends_number(text, third.end)) return std::nullopt;
  date.end = third.end;
  date.month = second.value;
  if (first.digits == 4 && third.digits <= 2) {
    date.year = first.value;
    date.day = third.value;
  } else if (first.digits <= 2 && (third.digits == 4 || (third.digits == 2 && mark != ' '))) {
    date.day = first.value;
    date.year = full_year(third);
    if (second.value > 12) std::swap(date.day, date.month);
  } else {
    return std::nullopt;
  }
  if (!is_possible(date.day, date.month, date.year)) return std::nullopt;
  return date;
}

}  // namespace

std::optional<DateReading> read_date(std::string_view text, std::size_t begin) {
  if (is_word_before(text, begin)) return std::nullopt;
  if (is_ascii_letter_at(text, begin)) return read_month_first(text, begin);
  if (!is_ascii_digit_at(text, begin) || is_tied_before(text, begin, "./-:,")) return std::nullopt;
  Number first = read_number(text, begin);
  if (first.digits <= 2) {
    if (std::optional<DateReading> date = read_day_first(text, first)) return date;
  }
  return first.digits == 3 || first.digits > 4 ? std::nullopt : read_numeric(text, first);
}

void scan_dates(const Window& window, std::vector<Span>& spans) {
  constexpr std::string_view kMonthInitials = "jfmasond";
  std::string_view text = window.folded;
  for (std::size_t at = window.span.begin; at < window.span.end;) {
    bool starts = is_ascii_digit_at(text, at) || kMonthInitials.find(text[at]) != std::string_view::npos;
    std::optional<DateReading> date;
    if (starts) date = read_date(text, at);
    if (date && date->end <= window.span.end) {
      spans.push_back({at, date->end});
      at = date->end;
    } else {
      at = std::max(at + 1, skip_word(text, at, window.span.end));
    }
  }
}

}  // namespace postvet
