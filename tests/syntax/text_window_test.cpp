#include "syntax/text_window.h"

#include <doctest/doctest.h>

#include <string>

using namespace postvet;

namespace {

// Hands out one byte a read.
class Drip final : public ByteStream {
 public:
  explicit Drip(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> read(char* to, std::size_t) override {
    return bytes_.copy(to, 1, at_++ < bytes_.size() ? at_ - 1 : bytes_.size());
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

class Broken final : public ByteStream {
 public:
  Result<std::size_t> read(char*, std::size_t) override { return fail("broken"); }
};

}  // namespace

TEST_CASE("lines and columns are counted while a text goes by, however it is cut") {
  const std::string text = "one\ntw\xC3\xA9\n\xF0\x9F\x98\x80x";
  PositionTracker whole;
  whole.advance(text);
  CHECK(whole.at().line == 3);
  CHECK(whole.at().column == 4);
  PositionTracker parts;
  for (std::string_view part : {"one", "\n", "tw\xC3\xA9", "\n\xF0\x9F\x98\x80", "", "x"}) parts.advance(part);
  CHECK(parts.at().line == whole.at().line);
  CHECK(parts.at().column == whole.at().column);
  CHECK(PositionTracker().at().line == 1);
  CHECK(PositionTracker().at().column == 1);
}

TEST_CASE("a window holds what was read and not dropped, and knows where it came from") {
  Drip stream(
      "\xEF\xBB\xBF"
      "ab\r\ncd\xFF"
      "e");
  Source source(stream);
  TextWindow window(source);
  CHECK(window.text().empty());
  std::string all;
  for (;;) {
    auto more = window.more();
    REQUIRE(more);
    if (!*more) break;
    while (window.text().size() > 2) {
      std::size_t offset = window.offset();
      all += window.text().substr(0, 1);
      window.drop(1);
      CHECK(window.offset() == offset + 1);
    }
  }
  CHECK(window.offset() == all.size());
  // "e" is the last, behind a mended byte; the mark and CR LF come before it
  std::string_view rest = window.text();
  REQUIRE(rest.ends_with("e"));
  Span last = window.to_file({rest.size() - 1, rest.size()}).to_source({0, 1});
  CHECK(last == Span{10, 11});
  all += rest;
  CHECK(all ==
        "ab\ncd\xEF\xBF\xBD"
        "e");
  REQUIRE(window.more());
  CHECK_FALSE(*window.more());
}

TEST_CASE("a stream that breaks is an error") {
  Broken stream;
  Source source(stream);
  TextWindow window(source);
  CHECK_FALSE(window.more());
}
