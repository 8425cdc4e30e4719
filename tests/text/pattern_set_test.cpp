#include "text/pattern_set.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <thread>

#include "text/prepare_text.h"

using namespace postvet;

namespace {

void scan_stars(const Window& window, std::vector<Span>& spans) {
  for (std::size_t i = window.span.begin; i < window.span.end; ++i) {
    if (window.folded[i] == '*') spans.push_back({i, i + 1});
  }
}

std::vector<PatternSpec> test_specs() {
  return {{"t/code", "[a-z][a-z][0-9][0-9][a-d]?", nullptr},
          {"t/pair", "[0-9][0-9]?[- ]?[0-9]", nullptr},
          {"t/star", nullptr, scan_stars},
          {"t/late", "[0-9][0-9] ?[a-d]?", nullptr}};
}

std::vector<std::string> find(const PatternSet& set, const std::string& text, std::uint16_t pattern) {
  Prepared prepared = prepare_text(text);
  std::vector<PatternHit> hits;
  set.find(prepared, hits);
  std::vector<std::string> out;
  for (const PatternHit& hit : hits) {
    if (hit.pattern == pattern) out.push_back(text.substr(hit.text.begin, hit.text.size()));
  }
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a match has word borders on both ends, by Unicode") {
  PatternSet set(test_specs());
  CHECK(find(set, "AB12", 0) == Texts{"AB12"});
  CHECK(find(set, "(ab12c), xy34", 0) == Texts{"ab12c", "xy34"});
  CHECK(find(set, "ü ab12 ü", 0) == Texts{"ab12"});
  CHECK(find(set, "xab12", 0).empty());
  CHECK(find(set, "üab12", 0).empty());
  CHECK(find(set, "ab12ü", 0).empty());
  CHECK(find(set, "ab123", 0).empty());
  CHECK(find(set, "ab12cd", 0).empty());
  CHECK(find(set, "zab12 ab12", 0) == Texts{"ab12"});
}

TEST_CASE("the longest reading that has borders wins, and matches do not overlap") {
  PatternSet set(test_specs());
  CHECK(find(set, "12 ab", 3) == Texts{"12"});
  CHECK(find(set, "1-2-3-4", 1) == Texts{"1-2", "3-4"});
  CHECK(find(set, "12 3", 1) == Texts{"12 3"});
}

TEST_CASE("scanners see the same windows, and all hits are sorted") {
  PatternSet set(test_specs());
  CHECK(find(set, "* * ", 2).empty());
  CHECK(find(set, "* 1 *", 2) == Texts{"*", "*"});
  Prepared prepared = prepare_text("ab12 * 12 3 cd34");
  std::vector<PatternHit> hits;
  set.find(prepared, hits);
  for (std::size_t i = 1; i < hits.size(); ++i) CHECK(hits[i - 1].folded <= hits[i].folded);
  CHECK(hits.size() == 5);
}

TEST_CASE("places are those of the text, whatever folding did") {
  PatternSet set(test_specs());
  CHECK(find(set, "\xC2\xA0\xC2\xA0 AB\xEF\xBC\x91\xEF\xBC\x92 x", 0) == Texts{"AB\xEF\xBC\x91\xEF\xBC\x92"});
}

TEST_CASE("sets without expressions, and without anything") {
  PatternSet none({});
  CHECK(find(none, "ab12", 0).empty());
  PatternSet stars({{"t/star", nullptr, scan_stars}});
  CHECK(find(stars, "1*", 0) == Texts{"*"});
}

TEST_CASE("many threads may ask first") {
  PatternSet set(test_specs());
  std::vector<std::thread> threads;
  std::vector<std::size_t> counts(4);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    threads.emplace_back([&, i] { counts[i] = find(set, "ab12 and cd34a", 0).size(); });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t count : counts) CHECK(count == 2);
}

TEST_CASE("time is linear in walls of triggers") {
  PatternSet set(test_specs());
  for (std::string_view piece : {"1", "1 ", "a1 ", "1-", "x@", ".", "ab12", "ab12ü "}) {
    std::string text;
    while (text.size() < (std::size_t{1} << 20)) text += piece;
    auto start = std::chrono::steady_clock::now();
    find(set, text, 0);
    CAPTURE(piece);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  }
}
