#include "base/blob.h"

#include <doctest/doctest.h>

#include <limits>

using postvet::BlobReader;
using postvet::BlobWriter;

namespace {

enum class Colour : std::uint8_t { red, green = 200 };

struct Inner {
  std::string name;
  Colour colour = Colour::red;
};
struct Outer {
  std::vector<Inner> inner;
  std::pair<bool, std::uint64_t> pair;
  std::vector<std::vector<int>> numbers;
};

template <class Blob>
void pack(Blob& blob, Inner& v) {
  blob(v.name, v.colour);
}
template <class Blob>
void pack(Blob& blob, Outer& v) {
  blob(v.inner, v.pair, v.numbers);
}

}  // namespace

TEST_CASE("everything comes back as it went in") {
  Outer outer;
  outer.inner = {{"", Colour::red}, {std::string("a\0b", 3), Colour::green}, {std::string(300, 'x'), Colour::red}};
  outer.pair = {true, std::numeric_limits<std::uint64_t>::max()};
  outer.numbers = {{}, {0, 1, 127, 128, 16383, 16384, std::numeric_limits<int>::max()}};
  BlobWriter writer;
  writer(outer, std::uint8_t{7});
  std::string bytes = writer.take();
  BlobReader reader(bytes);
  Outer back;
  std::uint8_t seven = 0;
  reader(back, seven);
  REQUIRE(back.inner.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(back.inner[i].name == outer.inner[i].name);
    CHECK(back.inner[i].colour == outer.inner[i].colour);
  }
  CHECK(back.pair == outer.pair);
  CHECK(back.numbers == outer.numbers);
  CHECK(seven == 7);
}

TEST_CASE("small numbers take a byte") {
  for (auto [value, size] : {std::pair{0U, 1U}, {127U, 1U}, {128U, 2U}, {16383U, 2U}, {16384U, 3U}}) {
    BlobWriter writer;
    writer(value);
    CHECK(writer.take().size() == size);
  }
}
