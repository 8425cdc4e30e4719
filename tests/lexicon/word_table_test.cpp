#include "lexicon/word_table.h"

#include <doctest/doctest.h>

#include <random>
#include <unordered_map>
#include <utility>

using postvet::WordTable;
using postvet::WordTableBuilder;

TEST_CASE("what was put in is found, and nothing else") {
  WordTableBuilder builder;
  std::unordered_map<std::uint64_t, std::uint32_t> oracle;
  std::mt19937_64 random(11);
  for (std::uint32_t i = 1; i <= 20000; ++i) {
    std::uint64_t hash = random();
    if (oracle.try_emplace(hash, i).second) CHECK(builder.add(hash, i) == i);
  }
  WordTable table(std::move(builder));
  CHECK(table.size() == oracle.size());
  for (auto [hash, value] : oracle) REQUIRE(table.find(hash) == value);
  for (int i = 0; i < 100000; ++i) {
    std::uint64_t hash = random();
    auto known = oracle.find(hash);
    REQUIRE(table.find(hash) == (known == oracle.end() ? 0 : known->second));
  }
}

TEST_CASE("the first value of a hash stays") {
  WordTableBuilder builder;
  CHECK_FALSE(builder.has(5));
  CHECK(builder.add(5, 1) == 1);
  CHECK(builder.add(5, 2) == 1);
  CHECK(builder.has(5));
  CHECK(builder.size() == 1);
  CHECK(WordTable(std::move(builder)).find(5) == 1);
}

TEST_CASE("values can be changed until the table is made") {
  WordTableBuilder builder;
  builder.add(5, 1);
  builder.add(6, 2);
  builder.for_each([](std::uint32_t& value) { value += 10; });
  WordTable table(std::move(builder));
  CHECK(table.find(5) == 11);
  CHECK(table.find(6) == 12);
}

TEST_CASE("hashes that fall on one slot are told apart") {
  WordTableBuilder builder;
  for (std::uint32_t i = 0; i < 3000; ++i) builder.add(std::uint64_t{i} << 32, i + 1);
  WordTable table(std::move(builder));
  for (std::uint32_t i = 0; i < 3000; ++i) REQUIRE(table.find(std::uint64_t{i} << 32) == i + 1);
  CHECK(table.find(std::uint64_t{3000} << 32) == 0);
  CHECK(table.find(1) == 0);
}

TEST_CASE("an empty table knows nothing, the hash 0 is one like others") {
  CHECK(WordTable().find(0) == 0);
  CHECK(WordTable().find(1) == 0);
  WordTableBuilder builder;
  builder.add(0, 3);
  CHECK(WordTable(std::move(builder)).find(0) == 3);
}
