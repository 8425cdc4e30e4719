#include "base/flat.h"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace postvet;

namespace {

struct Pair {
  std::uint16_t a = 0;
  std::uint16_t b = 0;
};

struct Tables {
  std::uint32_t number = 0;
  FlatArray<std::uint8_t> bytes;
  FlatArray<Pair> pairs;
  FlatStrings texts;
  FlatArray<std::uint64_t> none;

  template <class Archive>
  friend void pack(Archive& archive, Tables& value) {
    archive(value.number, value.bytes, value.pairs, value.texts, value.none);
  }
};

Tables some() {
  Tables tables;
  tables.number = 7;
  tables.bytes = std::vector<std::uint8_t>{1, 2, 3};
  tables.pairs = std::vector<Pair>{{1, 2}, {3, 4}};
  tables.texts = FlatStrings({"", "one", "", "two"});
  return tables;
}

}  // namespace

TEST_CASE("what is written is read back where it lies") {
  Tables tables = some();
  FlatWriter writer;
  writer(tables);
  std::string bytes = writer.take();
  CHECK(bytes.size() % kFlatAlignment == 0);
  std::vector<std::uint64_t> aligned(bytes.size() / 8 + 2);  // operator new aligns to 16
  bytes.copy(reinterpret_cast<char*>(aligned.data()), bytes.size());

  Tables read;
  FlatReader reader(std::string_view(reinterpret_cast<const char*>(aligned.data()), bytes.size()));
  reader(read);
  CHECK(read.number == 7);
  REQUIRE(read.bytes.size() == 3);
  CHECK(read.bytes[2] == 3);
  REQUIRE(read.pairs.size() == 2);
  CHECK(read.pairs[1].b == 4);
  REQUIRE(read.texts.size() == 4);
  CHECK(read.texts[0].empty());
  CHECK(read.texts[1] == "one");
  CHECK(read.texts[3] == "two");
  CHECK(read.none.size() == 0);
  const char* begin = reinterpret_cast<const char*>(aligned.data());
  const char* lies = reinterpret_cast<const char*>(read.pairs.data());
  CHECK(lies > begin);
  CHECK(lies < begin + bytes.size());
}

TEST_CASE("the same tables give the same bytes") {
  Tables one = some();
  Tables two = some();
  FlatWriter first;
  FlatWriter second;
  first(one);
  second(two);
  CHECK(first.take() == second.take());
}

TEST_CASE("an array that is moved keeps its values") {
  FlatArray<std::uint32_t> array(std::vector<std::uint32_t>{1, 2, 3});
  const std::uint32_t* where = array.data();
  FlatArray<std::uint32_t> moved = std::move(array);
  CHECK(moved.data() == where);
  CHECK(moved.slice(1, 3)[1] == 3);
}
