#include "base/line_index.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "base/utf8.h"

using namespace postvet;

namespace {

LineColumn slow(std::string_view text, std::size_t at, LineColumn start) {
  LineColumn place = start;
  for (std::size_t i = 0; i < std::min(at, text.size());) {
    CodePoint c = decode_utf8(text, i);
    if (c.value == '\n') {
      ++place.line;
      place.column = 1;
    } else {
      place.column += c.value >= 0x10000 ? 2 : 1;
    }
    i += c.length;
  }
  return place;
}

bool same(LineColumn a, LineColumn b) { return a.line == b.line && a.column == b.column; }

}  // namespace

TEST_CASE("lines and columns as editors count them") {
  LineIndex index("ab\n\n\U0001F600\u00E9x\n");
  CHECK(same(index.at(0), {1, 1}));
  CHECK(same(index.at(2), {1, 3}));
  CHECK(same(index.at(3), {2, 1}));
  CHECK(same(index.at(4), {3, 1}));
  CHECK(same(index.at(8), {3, 3}));
  CHECK(same(index.at(10), {3, 4}));
  CHECK(same(index.at(12), {4, 1}));
  CHECK(same(index.at(999), {4, 1}));
}

TEST_CASE("an empty text has one place") {
  CHECK(same(LineIndex("").at(0), {1, 1}));
  CHECK(same(LineIndex("").at(7), {1, 1}));
  CHECK(same(LineIndex("", {5, 9}).at(0), {5, 9}));
}

TEST_CASE("a text that begins inside a file counts on from there, its later lines from 1") {
  LineIndex index("ab\ncd", {7, 20});
  CHECK(same(index.at(1), {7, 21}));
  CHECK(same(index.at(4), {8, 2}));
}

TEST_CASE("every place of random texts agrees with counting") {
  std::mt19937 random(3);
  for (std::size_t size : {1U, 1023U, 1024U, 1025U, 2048U, 5000U}) {
    std::string text;
    while (text.size() < size) {
      const char32_t kChars[] = {'a', 'b', '\n', 0xE9, 0x20AC, 0x1F600};
      append_utf8(text, kChars[random() % (size == 2048 ? 2 : 6)]);
    }
    LineColumn start{1 + random() % 3, 1 + random() % 3};
    LineIndex index(text, start);
    bool all = true;
    for (std::size_t at = 0; at <= text.size(); at += at < text.size() ? decode_utf8(text, at).length : 1) {
      all = all && same(index.at(at), slow(text, at, start));
    }
    CHECK(all);
  }
}
