#include "syntax/json_records.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace postvet;

namespace {

struct Piece {
  std::string text;
  LineColumn start;
  Span file;
  std::string problem;
};

template <class Splitter>
std::vector<Piece> drain(Splitter& splitter) {
  std::vector<Piece> pieces;
  SplitRecord record;
  for (;;) {
    auto more = splitter.next(record);
    REQUIRE(more);
    if (!*more) break;
    pieces.push_back(
        {std::string(record.text), record.start, record.to_file.to_source({0, record.text.size()}), record.problem});
    REQUIRE(pieces.size() < 100000);
  }
  return pieces;
}

// Hands out `step` bytes a read.
class Dripping final : public ByteStream {
 public:
  Dripping(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    std::size_t count = bytes_.copy(to, std::min(size, step_), at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t at_ = 0;
};

std::vector<Piece> lines(const std::string& bytes, SplitLimits limits = {}, std::size_t step = 1 << 20) {
  Dripping stream(bytes, step);
  Source source(stream);
  LineSplitter splitter(source, limits);
  return drain(splitter);
}

std::vector<Piece> elements(const std::string& bytes, std::string_view path = "$[*]", SplitLimits limits = {},
                            std::size_t step = 1 << 20) {
  Dripping stream(bytes, step);
  Source source(stream);
  ElementSplitter splitter(source, path, limits);
  return drain(splitter);
}

// Records as they are, problems as `!`.
std::string shape(const std::vector<Piece>& pieces) {
  std::string all;
  for (const Piece& piece : pieces) {
    if (!all.empty()) all += '|';
    all += piece.problem.empty() ? piece.text : "!";
  }
  return all;
}

}  // namespace

TEST_CASE("lines with something on them are records") {
  auto pieces = lines("{\"a\":1}\r\n\r\n  \t\n{\"b\":2}\n{\"c\":3}");
  REQUIRE(pieces.size() == 3);
  CHECK(shape(pieces) == "{\"a\":1}|{\"b\":2}|{\"c\":3}");
  CHECK(pieces[1].start.line == 4);
  CHECK(pieces[1].file == Span{15, 22});
  CHECK(pieces[2].start.line == 5);
  CHECK(lines("").empty());
  CHECK(lines("\n\n").empty());
}

TEST_CASE("a line past the cap is a problem with its line and costs only itself") {
  SplitLimits limits;
  limits.record = 10;
  for (std::size_t step : {1U, 3U, 1000U}) {
    CHECK(shape(lines("0123456789\n0123456789a\nx\n" + std::string(50, 'y'), limits, step)) == "0123456789|!|x|!");
    auto pieces = lines("0123456789\n0123456789a\nx\n" + std::string(50, 'y'), limits, step);
    CHECK(pieces[1].start.line == 2);
    CHECK(pieces[3].start.line == 4);
  }
}

TEST_CASE("elements at a path") {
  struct Case {
    const char* path;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"$[*]", R"([{"a":1}, {"b":[1,{"x":"]}"}]} ,{"c":"\"}\\"}])", R"({"a":1}|{"b":[1,{"x":"]}"}]}|{"c":"\"}\\"})"},
      {"$[*]", "[]", ""},
      {"$[*]", "[ ]\n", ""},
      {"$[*]", "[1, \"two\",null , [3]]", "1|\"two\"|null|[3]"},
      {"$[*]", "[{},{}]", "{}|{}"},
      {"$[*]", "[{},]", "{}"},
      {"$", "{\"a\":[1]}", "{\"a\":[1]}"},
      {"$", "window.__THAR_CONFIG = {\"a\":[1]};", "{\"a\":[1]}"},
      {"$[*]", "window.YTD.tweets.part0 = [ {\"a\":1} ]", "{\"a\":1}"},
      {"$[*]", "window[\"YTD=\"].x=[{}]", "{}"},
      {"$.messages[*]", R"({"participants":[{"n":"messages"}],"messages":[{"m":1},{"m":2}],"x":{"messages":[3]}})",
       R"({"m":1}|{"m":2})"},
      {"$.messages[*]", R"({"me\u0073sages":[1]})", "1"},
      {"$.messages[*]", R"({"messages":[1],"messages":[2]})", "1|2"},
      {"$.messages[*]", R"({"messages":"none","other":[1]})", ""},
      {"$.messages[*]", R"([{"messages":[1]}])", ""},
      {"$.a[*].b[*]", R"({"a":[{"b":[1,2]},{"c":[9],"b":[3]},{"b":{}},4]})", "1|2|3"},
      {"$.a[*].b[*]", R"({"b":[0],"a":[{"b":[]}]})", ""},
      {"$[*]", "[{\"a\":1}", "{\"a\":1}|!"},
      {"$[*]", "[{\"a\":1},{\"b", "{\"a\":1}|!"},
      {"$[*]", "[{\"a\":1},", "{\"a\":1}|!"},
      {"$[*]", "", "!"},
      {"$[*]", "not json", "!"},
      {"$[*]", "[1] [2]", "1|!"},
      {"$[*]", "{\"a\":1}", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(shape(elements(c.text, c.path)) == c.expected);
    CHECK(shape(elements(c.text, c.path, {}, 1)) == c.expected);
  }
}

TEST_CASE("a record knows which element of the outermost array it lies in") {
  auto numbers = [](const std::string& text) {
    StringStream stream(text);
    Source source(stream);
    ElementSplitter splitter(source, "$[*].c.m[*]");
    SplitRecord record;
    std::string all;
    while (splitter.next(record).value_or(false)) {
      all += !record.problem.empty()                   ? "!"
             : record.element == SplitRecord::kUnknown ? "?"
                                                       : std::to_string(record.element);
    }
    return all;
  };
  CHECK(numbers(R"([{"c":{"m":[1,2]}},{"c":{"m":[]}},{"x":[7],"c":{"m":[3]}}])") == "002");
  CHECK(numbers("[{\"c\":{\"m\":[\n{\"i\":1},\n{\"i\":\"2},\n{\"i\":3}]}},{\"c\":{\"m\":[{\"i\":4}]}}]") == "0!??");
}

TEST_CASE("an element that upsets quotes or brackets costs itself and what it swallowed, never the rest") {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      // one a line
      {"[\n{\"id\":1},\n{\"id\":\"2},\n{\"id\":3},\n{\"id\":4}\n]", "{\"id\":1}|!|{\"id\":3}|{\"id\":4}"},
      {"[\n{\"id\":1},\n{\"id\":2,\n{\"id\":3},\n{\"id\":4}\n]", "{\"id\":1}|!|{\"id\":3}|{\"id\":4}"},
      {"[\n{\"id\":1},\n{\"id\":2]},\n{\"id\":3}\n]", "{\"id\":1}|!|{\"id\":3}"},
      {"[\n{\"id\":1},\n{\"id\":2}},\n{\"id\":3}\n]", "{\"id\":1}|{\"id\":2}|!|{\"id\":3}"},
      {"[\n{\"id\":\"1},\n{\"id\":3}\n]", "!|{\"id\":3}"},
      {"[\n{\"id\":1},\n{\"id\":\"2", "{\"id\":1}|!"},
      // pretty-printed
      {"[\n  {\n    \"t\" : {\n      \"a\" : \"x\n    }\n  },\n  {\n    \"t\" : 2\n  }\n]", "!|{\n    \"t\" : 2\n  }"},
      // all in one line
      {"[{\"id\":1},{\"id\":\"2},{\"id\":\"3\"},{\"id\":\"4\"}]", "{\"id\":1}|!|{\"id\":\"3\"}|{\"id\":\"4\"}"},
      {"[{\"id\":1},{\"id\":2,{\"id\":3}]", "{\"id\":1}|!"},
      // the array opens on the line of its first element
      {"x = [ {\n  \"t\" : 1\n}, {\n  \"t\" : \"2\n}, {\n  \"t\" : 3\n} ]", "{\n  \"t\" : 1\n}|!|{\n  \"t\" : 3\n}"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(shape(elements(c.text)) == c.expected);
    CHECK(shape(elements(c.text, "$[*]", {}, 1)) == c.expected);
  }
}

TEST_CASE("a problem says where it begins and what was not examined") {
  auto pieces = elements("[\n{\"id\":1},\n{\"id\":\"2\n\n},\n{\"id\":3}\n]");
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[1].start.line == 3);
  CHECK(pieces[1].problem == "a record with unbalanced quotes or brackets: lines 3 to 5 were not examined");
}

TEST_CASE("lines and columns of elements are those of editors") {
  auto pieces = elements("[{\"a\":\"\xF0\x9F\x98\x80\"}, {\"b\":1},\n  {\"c\":1}]");
  REQUIRE(pieces.size() == 3);
  CHECK(pieces[0].start.column == 2);
  CHECK(pieces[1].start.column == 14);
  CHECK(pieces[2].start.line == 2);
  CHECK(pieces[2].start.column == 3);
}

TEST_CASE("limits hold on both sides") {
  SplitLimits limits;
  limits.record = 100;
  limits.depth = 4;
  std::string just = "\"" + std::string(98, 'x') + "\"";
  for (std::size_t step : {1U, 7U, 100000U}) {
    CHECK(shape(elements("[" + just + ",1]", "$[*]", limits, step)) == just + "|1");
    CHECK(shape(elements("[[[[[]]]], 1]", "$[*]", limits, step)) == "[[[[]]]]|1");
  }
  std::string large = "{\"id\":\"" + std::string(300, 'x') + "\\\\\"}";
  CHECK(shape(elements("[{\"id\":1}," + large + ",{\"id\":2}]", "$[*]", limits, 1)) == "{\"id\":1}|!|{\"id\":2}");
  CHECK(shape(elements("[\n{\"id\":1},\n{\"id\":[[[[[]]]]]},\n{\"id\":2}]", "$[*]", limits)) ==
        "{\"id\":1}|!|{\"id\":2}");
}

TEST_CASE("deep and unclosed brackets end in linear time") {
  CHECK(elements(std::string(100000, '[')).size() <= 200);
  CHECK(elements("[" + std::string(100000, '{')).size() <= 200000);
  std::string chain = "[\n{\"a\":1},";
  for (int i = 0; i < 20000; ++i) chain += "\n{\"a\":";
  CHECK(!elements(chain).empty());
}

TEST_CASE("what is cut does not depend on how the bytes arrive") {
  std::string text = "x = [\r\n";
  for (int i = 0; i < 40; ++i) {
    text += "  {\"id\" : \"" + std::to_string(i) + "\", \"t\":\"a\\\\\\\"b \xF0\x9F\x98\x80\\u00e9\"},\r\n";
    if (i % 7 == 3) text += "  {\"id\" : \"oops, \"t\":[}\r\n";
  }
  text += "  {\"id\" : 1}]";
  auto whole = elements(text);
  for (std::size_t step = 1; step < 40; ++step) CHECK(shape(elements(text, "$[*]", {}, step)) == shape(whole));
  for (const Piece& piece : whole) {
    if (piece.problem.empty()) CHECK(text.substr(piece.file.begin, piece.file.size()) == piece.text);
  }
}
