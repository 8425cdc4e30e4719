#include "text/windows.h"

#include <doctest/doctest.h>

#include <string>

#include "base/utf8.h"
#include "text/prepare_text.h"

using namespace postvet;

namespace {

std::vector<std::string> windows_of(const std::string& text) {
  Prepared prepared = prepare_text(text);
  std::vector<Span> windows;
  cut_windows(prepared, windows);
  std::vector<std::string> out;
  for (Span window : windows) out.push_back(prepared.folded.substr(window.begin, window.size()));
  return out;
}

std::string many(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("a text without digits and @ has no window") {
  CHECK(windows_of("").empty());
  CHECK(windows_of("nothing to see here").empty());
  CHECK(windows_of("an @ alone").empty());
}

TEST_CASE("a window reaches 48 bytes and then to white space") {
  std::string words = many("abcdefg ", 20);
  auto windows = windows_of(words + "12 " + words);
  REQUIRE(windows.size() == 1);
  CHECK(windows[0].size() > 96);
  CHECK(windows[0].size() < 120);
  CHECK(windows[0].starts_with("abcdefg "));
  CHECK(windows[0].ends_with(" abcdefg"));
}

TEST_CASE("windows that touch are one, others are apart") {
  std::string gap = many("abcdefg ", 40);
  CHECK(windows_of("12 a few words 13").size() == 1);
  CHECK(windows_of("12 " + gap + "13").size() == 2);
  CHECK(windows_of("me@here " + gap + "13").size() == 2);
}

TEST_CASE("a stretch without white space is cut, between characters") {
  std::string wall = many("ü", 1000);
  auto windows = windows_of(wall + " 12 " + wall);
  REQUIRE(windows.size() == 1);
  CHECK(windows[0].size() < 2 * (48 + 256) + 16);
  CHECK_FALSE(is_utf8_continuation(windows[0][0]));
  CHECK(windows[0].size() % 2 == 0);
}

TEST_CASE("an endless word is no trigger") {
  for (std::uint32_t size : {256U, 257U}) {
    Prepared prepared;
    prepared.folded = many("1", size);
    prepared.tokens.push_back({.begin = 0, .end = size, .hash = 0, .shape = kHasDigit, .gap = 0});
    prepared.triggers.push_back(0);
    std::vector<Span> windows;
    cut_windows(prepared, windows);
    CHECK(windows.size() == (size > kLongestTrigger ? 0U : 1U));
  }
}
