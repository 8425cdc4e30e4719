#include "lexicon/word_table.h"

#include <doctest/doctest.h>

#include <random>
#include <unordered_map>

using postvet::WordTable;

TEST_CASE("what was put in is found, and nothing else") {
  WordTable table;
  std::unordered_map<std::uint64_t, std::uint32_t> oracle;
  std::mt19937_64 random(11);
  for (std::uint32_t i = 1; i <= 20000; ++i) {
    std::uint64_t hash = random();
    if (oracle.try_emplace(hash, i).second) CHECK(table.add(hash, i) == i);
  }
  CHECK(table.size() == oracle.size());
  for (auto [hash, value] : oracle) REQUIRE(table.find(hash) == value);
  for (int i = 0; i < 100000; ++i) {
    std::uint64_t hash = random();
    auto known = oracle.find(hash);
    REQUIRE(table.find(hash) == (known == oracle.end() ? 0 : known->second));
  }
}

TEST_CASE("the first value of a hash stays") {
  WordTable table;
  CHECK(table.add(5, 1) == 1);
  CHECK(table.add(5, 2) == 1);
  CHECK(table.find(5) == 1);
  CHECK(table.size() == 1);
}

TEST_CASE("hashes that fall on one slot are told apart") {
  WordTable table;
  for (std::uint32_t i = 0; i < 3000; ++i) table.add(std::uint64_t{i} << 32, i + 1);
  for (std::uint32_t i = 0; i < 3000; ++i) REQUIRE(table.find(std::uint64_t{i} << 32) == i + 1);
  CHECK(table.find(std::uint64_t{3000} << 32) == 0);
  CHECK(table.find(1) == 0);
}

TEST_CASE("an empty table knows nothing, the hash 0 is one like others") {
  WordTable table;
  CHECK(table.find(0) == 0);
  CHECK(table.find(1) == 0);
  table.add(0, 3);
  CHECK(table.find(0) == 3);
}
