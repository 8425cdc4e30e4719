#include "base/offset_map.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using postvet::OffsetMap;
using postvet::Span;

TEST_CASE("a copy maps by its distance and allocates no pieces") {
  OffsetMap map = OffsetMap::copy(10, 100);
  CHECK(map.is_copy());
  CHECK(map.to_source({2, 5}) == Span{102, 105});
  CHECK(map.to_source({10, 10}) == Span{110, 110});
  CHECK(map.to_source({8, 99}) == Span{108, 110});
}

TEST_CASE("adjacent copies join and a jump makes a piece") {
  OffsetMap map;
  map.append_copy(3, 0);
  map.append_copy(2, 3);
  CHECK(map.is_copy());
  map.append_copy(4, 10);
  CHECK_FALSE(map.is_copy());
  CHECK(map.to_source({4, 6}) == Span{4, 11});
}

TEST_CASE("any part of a coarse piece stands for the whole of its source") {
  OffsetMap map;  // text "a'b" from "a&#39;b"
  map.append_copy(1, 0);
  map.append_piece(1, {1, 6});
  map.append_copy(1, 6);
  CHECK(map.to_source({1, 2}) == Span{1, 6});
  CHECK(map.to_source({0, 3}) == Span{0, 7});
  CHECK(map.to_source({1, 1}) == Span{1, 1});
  CHECK(map.to_source({3, 3}) == Span{7, 7});
}

TEST_CASE("a slice counts from its own begin") {
  OffsetMap map;
  map.append_copy(4, 0);
  map.append_piece(3, {4, 5});
  map.append_copy(4, 5);
  OffsetMap part = map.slice({2, 8});
  CHECK(part.size() == 6);
  CHECK(part.to_source({0, 1}) == Span{2, 3});
  CHECK(part.to_source({2, 5}) == Span{4, 5});
  CHECK(part.to_source({5, 6}) == Span{5, 6});
}

TEST_CASE("composing agrees with mapping twice") {
  std::mt19937 random(7);
  auto make = [&](std::size_t length) {
    OffsetMap map;
    std::size_t source = 0;
    while (map.size() < length) {
      std::size_t step = 1 + random() % 5;
      if (random() % 3 == 0) {
        std::size_t width = 1 + random() % 6;
        map.append_piece(step, {source, source + width});
        source += width;
      } else {
        map.append_copy(step, source);
        source += step;
      }
      source += random() % 2;
    }
    return map;
  };
  for (int round = 0; round < 200; ++round) {
    OffsetMap outer = make(200);
    OffsetMap inner = make(60);
    OffsetMap both = OffsetMap::compose(inner, outer);
    REQUIRE(both.size() == inner.size());
    for (std::size_t begin = 0; begin < both.size(); begin += 3) {
      Span derived{begin, std::min(both.size(), begin + 1 + random() % 7)};
      Span middle = inner.to_source(derived);

      CHECK(both.to_source(derived) == outer.to_source(middle));
    }
  }
}

TEST_CASE("forgetting keeps the offsets of what is left") {
  OffsetMap map;
  map.append_piece(2, {0, 1});
  map.append_copy(5, 1);
  map.append_piece(1, {6, 9});
  map.append_copy(3, 9);
  map.forget_before(7);
  CHECK(map.to_source({7, 8}) == Span{6, 9});
  CHECK(map.to_source({8, 10}) == Span{9, 11});
}
