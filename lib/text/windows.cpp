#include "text/windows.h"

#include <algorithm>

#include "base/utf8.h"

namespace postvet {
namespace {

bool is_space(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

// From `at` back to white space, kWindowStretch bytes at most, and then to the first byte of a character.
std::size_t grow_left(std::string_view text, std::size_t at) {
  std::size_t least = at > kWindowStretch ? at - kWindowStretch : 0;
  while (at > least && !is_space(text[at - 1])) --at;
  while (at > 0 && at < text.size() && is_utf8_continuation(text[at])) --at;
  return at;
}

std::size_t grow_right(std::string_view text, std::size_t at) {
  std::size_t most = std::min(text.size(), at + kWindowStretch);
  while (at < most && !is_space(text[at])) ++at;
  while (at < text.size() && is_utf8_continuation(text[at])) ++at;
  return at;
}

}  // namespace

void cut_windows(const Prepared& prepared, std::vector<Span>& windows) {
  windows.clear();
  std::string_view text = prepared.folded;
  for (std::uint32_t index : prepared.triggers) {
    const Token& token = prepared.tokens[index];
    if (token.end - token.begin > kLongestTrigger) continue;
    std::size_t begin = token.begin > kWindowReach ? token.begin - kWindowReach : 0;
    std::size_t end = std::min(text.size(), token.end + kWindowReach);
    if (!windows.empty() && end <= windows.back().end) continue;
    end = grow_right(text, end);
    // What the last window covers already need not be walked again.
    if (!windows.empty() && begin <= windows.back().end) {
      windows.back().end = std::max(windows.back().end, end);
      continue;
    }
    begin = grow_left(text, begin);
    if (!windows.empty() && begin <= windows.back().end) {
      windows.back().end = end;
    } else {
      windows.push_back({begin, end});
    }
  }
}

}  // namespace postvet
