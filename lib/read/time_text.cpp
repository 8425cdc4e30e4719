#include "read/time_text.h"

#include <fmt/format.h>

#include <array>

namespace postvet {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// True when `text` fits `shape`, in which 0 stands for a digit and anything else for itself.
bool fits(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (shape[i] == '0' ? !is_digit(text[i]) : text[i] != shape[i]) return false;
  }
  return true;
}

int number(std::string_view two_digits) { return (two_digits[0] - '0') * 10 + (two_digits[1] - '0'); }

bool is_clock(std::string_view hours, std::string_view minutes, std::string_view seconds) {
  return number(hours) < 24 && number(minutes) < 60 && number(seconds) <= 60;
}

}  // namespace

bool is_rfc3339(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00";
  if (text.size() <= kShape.size()) return false;
  std::string local(text.substr(0, kShape.size()));
  if (local[10] == 't' || local[10] == ' ') local[10] = 'T';
  if (!fits(local, kShape)) return false;
  int month = number(text.substr(5));
  int day = number(text.substr(8));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  if (!is_clock(text.substr(11), text.substr(14), text.substr(17))) return false;

  std::string_view zone = text.substr(kShape.size());
  if (zone[0] == '.') {
    std::size_t end = 1;
    while (end < zone.size() && is_digit(zone[end])) ++end;
    if (end == 1) return false;
    zone.remove_prefix(end);
  }
  if (zone == "Z" || zone == "z") return true;
  return (fits(zone, "+00:00") || fits(zone, "-00:00")) && number(zone.substr(1)) < 24 && number(zone.substr(4)) < 60;
}

std::string rfc3339_of_asctime(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  constexpr std::size_t kLength = 30;  // Sat Feb 18 12:33:11 +0000 2023
  if (text.size() != kLength || text[3] != ' ' || text[7] != ' ') return {};
  std::string_view rest = text.substr(8);
  if (!fits(rest, "00 00:00:00 +0000 0000") && !fits(rest, "00 00:00:00 -0000 0000")) return {};
  for (std::size_t month = 0; month < kMonths.size(); ++month) {
    if (text.substr(4, 3) != kMonths[month]) continue;
    std::string time = fmt::format("{}-{:02}-{}T{}{}:{}", text.substr(26), month + 1, text.substr(8, 2),
                                   text.substr(11, 8), text.substr(20, 3), text.substr(23, 2));
    return is_rfc3339(time) ? time : std::string();
  }
  return {};
}

}  // namespace postvet
