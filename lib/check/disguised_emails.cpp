#include "check/disguised_emails.h"

#include <algorithm>

#include "check/mailboxes.h"
#include "check/scan_text.h"

namespace postvet {
namespace {

constexpr std::size_t kMostLocal = 64;
constexpr std::size_t kMostLabels = 5;
constexpr std::size_t kMostLabel = 63;

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

bool is_label_byte(char c) { return is_name_byte(c) && c != '.' && c != '_'; }

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 2 && text[end] == ' ') ++end;
  return end;
}

std::size_t name_begin(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kMostLocal && is_name_byte(text[begin - 1])) --begin;
  while (begin < end && !is_word_at(text, begin)) ++begin;
  return is_word_before(text, begin) ? end : begin;
}

// Behind a dot, written or spelled out; `at` when there is none. `spelled` says which.
std::size_t skip_dot(std::string_view text, std::size_t at, bool& spelled) {
  if (at < text.size() && text[at] == '.') return at + 1;
  std::size_t begin = skip_spaces(text, at);
  for (std::string_view dot : {"[dot]", "(dot)", "{dot}", "[.]", "(.)"}) {
    if (text.substr(begin, dot.size()) == dot) {
      spelled = true;
      return skip_spaces(text, begin + dot.size());
    }
  }
  if (begin > at && text.substr(begin, 4) == "dot ") {
    spelled = true;
    return skip_spaces(text, begin + 4);
  }
  return at;
}

// The end of a host with a known final label that begins at `at`; `at` when there is none.
std::size_t host_end(std::string_view text, std::size_t at, bool must_be_spelled) {
  bool spelled = false;
  std::size_t best = at;
  std::size_t begin = at;
  for (std::size_t labels = 0; labels < kMostLabels; ++labels) {
    std::size_t end = begin;
    while (end < text.size() && end - begin < kMostLabel && is_label_byte(text[end])) ++end;
    if (end == begin || is_word_at(text, end)) break;
    bool counts = labels > 0 && (spelled || !must_be_spelled);
    if (counts && is_known_final_label(text.substr(begin, end - begin))) best = end;
    std::size_t next = skip_dot(text, end, spelled);
    if (next == end) break;
    begin = next;
  }
  return best;
}

void find_with(std::string_view text, std::string_view at_sign, bool must_be_spelled, std::vector<Span>& spans) {
  for (std::size_t at = text.find(at_sign); at != std::string_view::npos; at = text.find(at_sign, at + 1)) {
    std::size_t name_end = at;
    while (name_end > 0 && at - name_end < 2 && text[name_end - 1] == ' ') --name_end;
    std::size_t name = name_begin(text, name_end);
    if (name == name_end) continue;
    std::size_t host = skip_spaces(text, at + at_sign.size());
    std::size_t end = host_end(text, host, must_be_spelled);
    if (end > host) spans.push_back({name, end});
  }
}

}  // namespace

void find_disguised_emails(std::string_view folded, std::vector<Span>& spans) {
  std::size_t first = spans.size();
  for (std::string_view sign : {"[at]", "(at)", "{at}", "[@]", "(@)"}) find_with(folded, sign, false, spans);
  // Plain words need the dot in plain words, too; few texts hold it.
  if (folded.find(" dot ") != std::string_view::npos) find_with(folded, " at ", true, spans);
  std::sort(spans.begin() + static_cast<std::ptrdiff_t>(first), spans.end());
}

}  // namespace postvet
