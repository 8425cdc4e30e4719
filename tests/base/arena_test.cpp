#include "base/arena.h"

#include <doctest/doctest.h>

#include <string>

using postvet::Arena;

TEST_CASE("what was stored stays in place") {
  Arena arena;
  std::vector<std::pair<std::string, std::string_view>> kept;
  for (std::size_t size : {0U, 1U, 100U, 200000U, 300000U, 1000000U, 5U, 262144U}) {
    std::string text(size, static_cast<char>('a' + size % 26));
    kept.emplace_back(text, arena.store(text));
  }
  for (const auto& [text, stored] : kept) CHECK(stored == text);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const char* a = kept[i].second.data();
      const char* b = kept[j].second.data();
      CHECK((a + kept[i].first.size() <= b || b + kept[j].first.size() <= a));
    }
  }
}

TEST_CASE("padding is there and is zero") {
  Arena arena;
  arena.store(std::string(1000, 'x'));
  arena.clear();
  std::string_view text = arena.store("ab", 64);
  CHECK(text == "ab");
  for (std::size_t i = 0; i < 64; ++i) CHECK(text.data()[2 + i] == 0);
}

TEST_CASE("clearing forgets everything and uses the memory again") {
  Arena arena;
  CHECK(arena.used() == 0);
  CHECK(arena.allocate(0) != nullptr);
  const char* first = arena.allocate(10);
  arena.allocate(1000000);
  CHECK(arena.used() == 1000010);
  arena.clear();
  CHECK(arena.used() == 0);
  CHECK(arena.allocate(10) == first);
  Arena moved = std::move(arena);
  CHECK(moved.used() == 10);
}
