#include "base/byte_stream.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace postvet;

namespace {

class Dripping final : public ByteStream {
 public:
  Dripping(std::string bytes, std::size_t fail_at) : inner_(std::move(bytes)), fail_at_(fail_at) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    if (given_ >= fail_at_) return fail("input/output error", "x");
    auto count = inner_.read(to, std::min<std::size_t>(size, 1 + given_ % 7));
    given_ += *count;
    return count;
  }

 private:
  StringStream inner_;
  std::size_t fail_at_;
  std::size_t given_ = 0;
};

constexpr std::size_t kNever = static_cast<std::size_t>(-1);

}  // namespace

TEST_CASE("everything is read, appended to what is there") {
  for (std::size_t size : {0U, 1U, 65535U, 65536U, 65537U, 200000U}) {
    std::string bytes(size, 'x');
    StringStream stream(bytes);
    std::string out = "old";
    CHECK(read_all(stream, size, out));
    CHECK(out == "old" + bytes);
  }
}

TEST_CASE("short reads are no end") {
  Dripping stream(std::string(5000, 'y'), kNever);
  std::string out;
  CHECK(read_all(stream, 5000, out));
  CHECK(out.size() == 5000);
}

TEST_CASE("more than the limit is an error") {
  StringStream stream(std::string((std::size_t{1} << 20) + 1, 'x'));
  std::string out = "old bytes do not count";
  auto read = read_all(stream, std::size_t{1} << 20, out);
  REQUIRE_FALSE(read);
  CHECK(read.error().what == "larger than the limit of 1 MiB");
}

TEST_CASE("an error of the stream comes back, with what was read before") {
  Dripping stream(std::string(5000, 'y'), 100);
  std::string out;
  auto read = read_all(stream, 5000, out);
  REQUIRE_FALSE(read);
  CHECK(read.error().what == "input/output error");
  CHECK(out.size() >= 100);
  CHECK(out.size() < 110);
}

TEST_CASE("a string as a stream") {
  StringStream stream("abc");
  char buffer[2];
  CHECK(*stream.read(buffer, 2) == 2);
  CHECK(*stream.read(buffer, 2) == 1);
  CHECK(buffer[0] == 'c');
  CHECK(*stream.read(buffer, 2) == 0);
  CHECK(*stream.read(buffer, 2) == 0);
}
