#include "check/scanners.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "check/identifiers.h"
#include "check/phones.h"
#include "check/scan_text.h"

namespace postvet {
namespace {

constexpr std::size_t kMostLocal = 64;        // RFC 5321, 4.5.3.1.1
constexpr std::size_t kMostDomain = 255;      // RFC 5321, 4.5.3.1.2
constexpr std::size_t kMostPhoneDigits = 17;  // 00, fifteen
constexpr std::size_t kLeastPhoneDigits = 7;
constexpr std::size_t kMostPhoneMarks = 2;  // between two digits
constexpr std::size_t kMostIban = 34;

// ------------------------------------------------------------------------------------------------------------ e-mail

bool is_local_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-' || c == '+' || c == '%' ||
         c == '\'' || static_cast<unsigned char>(c) >= 0x80;
}

bool is_label_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || static_cast<unsigned char>(c) >= 0x80;
}

// From the @ back; `at` itself when there is no local part. Characters outside ASCII count as far as they are letters.
std::size_t local_begin(std::string_view text, std::size_t at, std::size_t least) {
  std::size_t begin = at;
  least = std::max(least, at > kMostLocal ? at - kMostLocal : 0);
  while (begin > least && is_local_byte(text[begin - 1])) {
    std::size_t next = begin - 1;
    while (next > least && is_utf8_continuation(text[next])) --next;
    if (static_cast<unsigned char>(text[next]) >= 0x80 && !is_word_at(text, next)) break;
    begin = next;
  }
  while (begin < at && (is_utf8_continuation(text[begin]) || !is_word_at(text, begin))) ++begin;
  return begin;
}

// From behind the @; the end of the last whole label, and whether there was a dot.
std::size_t domain_end(std::string_view text, std::size_t at, std::size_t most, bool& dotted) {
  most = std::min(most, at + kMostDomain);
  std::size_t end = at;
  dotted = false;
  while (end < most) {
    std::size_t label = end;
    while (end < most && is_label_byte(text[end])) {
      std::size_t length = decode_utf8(text, end).length;
      if (length > 1 && !is_word_at(text, end)) break;
      end += length;
    }
    while (end > label && text[end - 1] == '-') --end;
    if (end == label) return label > at ? label - 1 : at;  // the dot ended a sentence
    if (label > at) dotted = true;
    if (end >= most || text[end] != '.') return end;
    ++end;
  }
  return end > at && text[end - 1] == '.' ? end - 1 : end;
}

// ------------------------------------------------------------------------------------------------------------- phone

bool is_phone_mark(char c) { return c == ' ' || c == '-' || c == '.' || c == '/' || c == '(' || c == ')'; }

// A dot or slash separates digits only when it touches both, and not behind a lone digit: "0.7911…" is a fraction.
bool is_phone_gap(std::string_view text, std::size_t begin, std::size_t end, std::size_t digits) {
  std::size_t size = end - begin;
  if (size > kMostPhoneMarks) return false;
  if (size == 1 && text[begin] == '.' && digits == 1) return false;
  for (std::size_t i = begin; i < end; ++i) {
    if ((text[i] == '.' || text[i] == '/') && size > 1) return false;
  }
  return true;
}

bool may_start_phone(std::string_view text, std::size_t at, std::size_t last_end) {
  if (is_word_before(text, at)) return false;
  if (at == 0) return true;
  char before = text[at - 1];
  if (before == '+' || before == '_' || before == '#' || before == '@' || before == '=' || before == '$') return false;
  if (at >= 2 && text.substr(at - 2, 2) == "\xC2\xA3") return false;  // £
  return last_end + 1 == at || !is_tied_before(text, at, ".-/:");
}

bool may_end_phone(std::string_view text, std::size_t at) {
  if (is_word_at(text, at) || is_tied_after(text, at, ".:")) return false;
  if (is_tied_after(text, at, "-")) return text[at + 1] == '0';
  return true;
}

// The longest number that begins at `begin`; its end, or `begin`. `skip` is set behind a short helpline.
std::size_t phone_end(std::string_view text, std::size_t begin, std::size_t most, std::size_t& skip) {
  std::size_t best = begin;
  std::size_t at = begin;
  std::size_t digits = 0;
  std::size_t depth = 0;
  if (text[at] == '(') {
    ++depth;
    ++at;
  }
  if (at < most && text[at] == '+') ++at;
  std::string dialled;
  while (at < most && is_ascii_digit_at(text, at)) {
    std::size_t end = skip_digits(text, at, kMostPhoneDigits + 1);
    digits += end - at;
    if (digits > kMostPhoneDigits) break;
    dialled.append(text.substr(at, end - at));
    at = end;
    if (depth == 0 && digits >= 6 && may_end_phone(text, at) && is_short_helpline(dialled)) {
      skip = at;
      return begin;
    }
    if (depth == 0 && digits >= kLeastPhoneDigits && may_end_phone(text, at)) {
      PhoneReading reading = read_phone(text.substr(begin, at - begin));
      if (reading.type != NumberType::none || reading.reserved) best = at;
    }
    std::size_t gap = at;
    while (gap < most && gap - at <= kMostPhoneMarks && is_phone_mark(text[gap])) {
      if (text[gap] == '(') ++depth;
      if (text[gap] == ')') {
        if (depth == 0) return best;
        --depth;
      }
      ++gap;
    }
    if (!is_phone_gap(text, at, gap, digits) || depth > 1) break;
    at = gap;
  }
  return best;
}

// -------------------------------------------------------------------------------------------------------------- card

// The groups that cards are printed in.
constexpr std::string_view kCardGroups[] = {"4444", "465", "464", "44443", "444"};

// Reads digit groups with one separator kind; true when they are as printed, or one piece.
std::size_t card_end(std::string_view text, std::size_t begin, std::size_t most) {
  std::string groups;
  std::string digits;
  std::size_t at = begin;
  std::size_t best = begin;
  char mark = 0;
  while (is_ascii_digit_at(text, at)) {
    std::size_t end = skip_digits(text, at, 20);
    if (digits.size() + (end - at) > 19) break;
    digits.append(text.substr(at, end - at));
    groups += static_cast<char>('0' + std::min<std::size_t>(end - at, 9));
    at = end;
    bool printed = groups.size() == 1 ||
                   std::find(std::begin(kCardGroups), std::end(kCardGroups), groups) != std::end(kCardGroups);
    if (printed && digits.size() >= 12 && !is_word_at(text, at) && !is_tied_after(text, at, ".-/:") &&
        has_card_issuer(digits)) {
      best = at;
    }
    if (at + 1 >= most || (text[at] != ' ' && text[at] != '-') || (mark != 0 && text[at] != mark)) break;
    mark = text[at++];
  }
  return best;
}

// -------------------------------------------------------------------------------------------------------------- IBAN

std::size_t iban_end(std::string_view text, std::size_t begin, std::size_t most) {
  std::size_t length = iban_length(text.substr(begin, 2));
  if (length == 0 || !is_ascii_digit_at(text, begin + 2) || !is_ascii_digit_at(text, begin + 3)) return begin;
  std::size_t taken = 4;
  std::size_t at = begin + 4;
  while (at < most && taken < length) {
    if ((text[at] == ' ' || text[at] == '-') && (is_ascii_letter_at(text, at + 1) || is_ascii_digit_at(text, at + 1)))
      ++at;
    if (!is_ascii_letter_at(text, at) && !is_ascii_digit_at(text, at)) return begin;
    ++taken;
    ++at;
  }
  return taken == length && !is_word_at(text, at) ? at : begin;
}

}  // namespace

void scan_emails(const Window& window, std::vector<Span>& spans) {
  std::string_view text = window.folded;
  std::size_t least = window.span.begin;
  std::string_view until_end = text.substr(0, window.span.end);  // a search must not run through the whole text
  for (std::size_t at = until_end.find('@', least); at < window.span.end; at = until_end.find('@', at + 1)) {
    std::size_t begin = local_begin(text, at, least);
    if (begin == at || (begin > 0 && text[begin - 1] == '@')) continue;
    bool dotted = false;
    std::size_t end = domain_end(text, at + 1, window.span.end, dotted);
    if (!dotted || is_word_at(text, end) || (end < text.size() && text[end] == '@')) continue;
    spans.push_back({begin, end});
  }
}

void scan_phones(const Window& window, std::vector<Span>& spans) {
  std::string_view text = window.folded;
  std::size_t last_end = 0;
  for (std::size_t at = window.span.begin; at < window.span.end;) {
    char c = text[at];
    bool opens = c == '+' || (c == '(' && at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '0'));
    if (!opens && !is_ascii_digit_at(text, at)) {
      ++at;
      continue;
    }
    std::size_t skip = at;
    std::size_t end = may_start_phone(text, at, last_end) ? phone_end(text, at, window.span.end, skip) : at;
    if (end > at) {
      spans.push_back({at, end});
      at = last_end = end;
    } else if (skip > at) {
      at = skip;
    } else {
      at = is_ascii_digit_at(text, at) ? skip_digits(text, at, window.span.end - at) : at + 1;
    }
  }
}

void scan_cards(const Window& window, std::vector<Span>& spans) {
  std::string_view text = window.folded;
  for (std::size_t at = window.span.begin; at < window.span.end;) {
    if (!is_ascii_digit_at(text, at)) {
      ++at;
      continue;
    }
    std::size_t end = at;
    if (is_number_start(text, at) && !is_tied_before(text, at, ".-/:")) end = card_end(text, at, window.span.end);
    if (end > at) spans.push_back({at, end});
    at = end > at ? end : skip_digits(text, at, window.span.end - at);
  }
}

void scan_ibans(const Window& window, std::vector<Span>& spans) {
  std::string_view text = window.folded;
  for (std::size_t at = window.span.begin; at + 15 <= window.span.end; ++at) {
    if (!is_ascii_digit_at(text, at + 2) || !is_ascii_letter_at(text, at) || is_word_before(text, at)) continue;
    std::size_t end = iban_end(text, at, std::min(window.span.end, at + 2 * kMostIban));
    if (end == at) continue;
    spans.push_back({at, end});
    at = end - 1;
  }
}

}  // namespace postvet
