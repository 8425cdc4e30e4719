#include "text/pattern_set.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <mutex>

#include "base/utf8.h"
#include "text/borders.h"
#include "text/windows.h"

namespace postvet {
namespace {

constexpr std::int64_t kMaxMemory = std::int64_t{8} << 20;
constexpr std::size_t kWorkFactor = 64;  // bytes that may be examined for each byte of a window
constexpr std::size_t kShrinks = 64;     // shorter readings of one match that are tried

RE2::Options options() {
  RE2::Options options;
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

// Where the next word could begin behind `at`, which is inside a match that was refused.
std::size_t next_start(std::string_view text, std::size_t at, std::size_t end) {
  do {
    ++at;
  } while (at < end && (is_utf8_continuation(text[at]) || is_word_before(text, at)));
  return std::min(at, end);
}

// All matches of one expression in a window, word borders on both ends. A match is refused at its border at most
// kShrinks times and the search goes on behind the word, so that the work is linear; `budget` holds whatever is passed.
void find_all(const RE2& expression, std::string_view text, Span window, std::uint16_t pattern,
              std::vector<PatternHit>& hits) {
  std::size_t budget = kWorkFactor * (window.size() + kWindowStretch);
  std::size_t at = window.begin;
  re2::StringPiece whole(text.data(), text.size());
  while (at < window.end) {
    re2::StringPiece match;
    if (!expression.Match(whole, at, window.end, RE2::UNANCHORED, &match, 1) || match.empty()) return;
    std::size_t begin = static_cast<std::size_t>(match.data() - text.data());
    std::size_t end = begin + match.size();
    std::size_t cost = end - at + 1;
    bool found = false;
    if (!is_word_before(text, begin)) {
      for (std::size_t i = 0; i < kShrinks; ++i) {
        found = !is_word_at(text, end);
        if (found || end - begin < 2) break;
        cost += end - begin;
        if (!expression.Match(whole, begin, end - 1, RE2::ANCHOR_START, &match, 1) || match.empty()) break;
        end = begin + match.size();
      }
    }
    if (found) hits.push_back({pattern, {begin, end}, {}});
    at = found ? end : next_start(text, begin, window.end);
    if (cost > budget) return;
    budget -= cost;
  }
}

}  // namespace

struct PatternSet::Compiled {
  std::once_flag once;
  std::unique_ptr<RE2::Set> set;
  std::vector<std::uint16_t> patterns;  // of each expression
  // One an expression, compiled when its first match has to be placed.
  std::unique_ptr<std::once_flag[]> placed;
  std::vector<std::unique_ptr<RE2>> single;

  void compile(const std::vector<PatternSpec>& specs) {
    set = std::make_unique<RE2::Set>(options(), RE2::UNANCHORED);
    for (std::size_t i = 0; i < specs.size(); ++i) {
      if (specs[i].regex != nullptr && set->Add(specs[i].regex, nullptr) >= 0) {
        patterns.push_back(static_cast<std::uint16_t>(i));
      }
    }
    if (patterns.empty() || !set->Compile()) set.reset();
    placed = std::make_unique<std::once_flag[]>(patterns.size());
    single.resize(patterns.size());
  }

  const RE2& expression(std::size_t index, const std::vector<PatternSpec>& specs) {
    std::call_once(placed[index],
                   [&] { single[index] = std::make_unique<RE2>(specs[patterns[index]].regex, options()); });
    return *single[index];
  }

  // The expressions that match somewhere in a window; all of them when the set cannot say.
  void candidates(std::string_view window, std::vector<int>& which) const {
    which.clear();
    if (set != nullptr) {
      RE2::Set::ErrorInfo error{};
      if (set->Match({window.data(), window.size()}, &which, &error)) return;
      if (error.kind == RE2::Set::kNoError) return;
    }
    which.clear();
    for (std::size_t i = 0; i < patterns.size(); ++i) which.push_back(static_cast<int>(i));
  }
};

PatternSet::PatternSet(std::vector<PatternSpec> specs)
    : specs_(std::move(specs)), compiled_(std::make_unique<Compiled>()) {}

PatternSet::~PatternSet() = default;

const PatternSet::Compiled& PatternSet::compiled() const {
  std::call_once(compiled_->once, [&] { compiled_->compile(specs_); });
  return *compiled_;
}

void PatternSet::find(const Prepared& prepared, std::vector<PatternHit>& hits) const {
  if (prepared.triggers.empty()) return;
  std::vector<Span> windows;
  cut_windows(prepared, windows);
  if (windows.empty()) return;

  std::string_view text = prepared.folded;
  std::size_t first = hits.size();
  std::vector<int> which;
  std::vector<Span> spans;
  compiled();
  for (Span window : windows) {
    compiled_->candidates(text.substr(window.begin, window.size()), which);
    for (int index : which) {
      auto expression = static_cast<std::size_t>(index);
      find_all(compiled_->expression(expression, specs_), text, window, compiled_->patterns[expression], hits);
    }
    for (std::size_t i = 0; i < specs_.size(); ++i) {
      if (specs_[i].scan == nullptr) continue;
      spans.clear();
      specs_[i].scan({text, window}, spans);
      for (Span span : spans) hits.push_back({static_cast<std::uint16_t>(i), span, {}});
    }
  }
  auto begin = hits.begin() + static_cast<std::ptrdiff_t>(first);
  for (auto hit = begin; hit != hits.end(); ++hit) hit->text = prepared.in_text(hit->folded);
  std::sort(begin, hits.end(), [](const PatternHit& a, const PatternHit& b) {
    if (a.folded != b.folded) return a.folded < b.folded;
    return a.pattern < b.pattern;
  });
}

}  // namespace postvet
