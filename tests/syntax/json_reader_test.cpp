#include "syntax/json_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "model/batch.h"

using namespace postvet;

namespace {

// Everything in the record, one value after another, as the reader sees it: `key:value` in brackets.
class Dump {
 public:
  std::string operator()(const std::string& record) {
    text_ = record;
    std::string padded = text_ + std::string(kRecordPadding, '\0');
    out_.clear();
    if (!reader_.open(std::string_view(padded).substr(0, text_.size()), arena_)) return "malformed";
    std::string open;
    value(open);
    while (!open.empty() && reader_.sound()) {
      std::string_view key;
      if (open.back() == '{' ? reader_.next_member(key) : reader_.next_element()) {
        if (open.back() == '{') out_.append(key).append(":");
        value(open);
      } else if (reader_.sound()) {
        out_ += open.back() == '{' ? "}" : "]";
        open.pop_back();
      }
    }
    return reader_.finished() ? out_ : "malformed";
  }

 private:
  void value(std::string& open) {
    JsonString string;
    std::uint64_t number = 0;
    bool truth = false;
    if (reader_.enter_object()) {
      open += '{';
      out_ += '{';
    } else if (reader_.enter_array()) {
      open += '[';
      out_ += '[';
    } else if (reader_.read(string)) {
      out_.append("'").append(string.text).append("' ");
    } else if (reader_.read(number)) {
      out_ += std::to_string(number) + " ";
    } else if (reader_.read(truth)) {
      out_ += truth ? "true " : "false ";
    } else {
      out_ += reader_.type() == JsonType::null ? "null " : "? ";
    }
  }

  JsonReader reader_;
  Arena arena_;
  std::string text_;
  std::string out_;
};

}  // namespace

TEST_CASE("values in order") {
  struct Case {
    const char* record;
    const char* expected;
  };
  const Case cases[] = {
      {R"({})", "{}"},
      {R"({"a":"b"})", "{a:'b' }"},
      {R"( { "a" : [ 1 , true , null , {"b":[]} ] , "c" : false } )", "{a:[1 true null {b:[]}]c:false }"},
      {R"({"a":1,"a":2})", "{a:1 a:2 }"},
      {R"({"te\u0078t":"x\ty"})", "{text:'x\ty' }"},
      {R"({"a":1e999,"b":-1,"c":1.5,"d":99999999999999999999999})", "{a:? b:? c:? d:? }"},
      {R"({"a":NaN})", "{a:? }"},
      {R"({"":""})", "{:'' }"},
      {R"("root")", "'root' "},
      {R"([[["x"]]])", "[[['x' ]]]"},
      {"{\"a\":\"\xF0\x9F\x98\x80\"}", "{a:'\xF0\x9F\x98\x80' }"},
  };
  Dump dump;
  for (const Case& c : cases) {
    CAPTURE(c.record);
    CHECK(dump(c.record) == c.expected);
  }
  CHECK(dump("{\"n\":" + std::string(100000, '9') + ",\"a\":\"b\"}") == "{n:? a:'b' }");
}

TEST_CASE("records that are not JSON") {
  const char* records[] = {
      "",
      " ",
      "{",
      "}",
      "[",
      "{]",
      "[}",
      "{\"a\"}",
      "{\"a\":}",
      "{\"a\":1",
      "{\"a\":1,}",
      "{\"a\" 1}",
      "{\"a\":1 \"b\":2}",
      "{a:1}",
      "{\"a\":\"b}",
      "{\"a\":\"x\ty\"}",
      "{\"a\":\"\\x\"}",
      "{\"\\q\":1}",
      "{} {}",
      "{}}",
      "[1,]",
      "[,1]",
      "[1 2]",
      "{\"a\":[1,2}",
      "{\"a\":{\"b\":1]}",
      "{\"a\":\"b\"c}",
      "{\"a\":\"b\" \"c\"}",
      "{\"a\":\"\\\"}",
      ":",
      ",",
      "{,}",
      "{\"a\":\"b\":\"c\"}",
  };
  Dump dump;
  for (const char* record : records) {
    CAPTURE(record);
    CHECK(dump(record) == "malformed");
  }
  CHECK(dump("{\"a\":" + std::string(100000, '[')) == "malformed");
  CHECK(dump("{\"a\":" + std::string(1030, '[') + std::string(1030, ']') + "}") == "malformed");
}

TEST_CASE("what is not read is passed over") {
  JsonReader reader;
  Arena arena;
  std::string_view record =
      arena.store(R"({"skip":{"a":[1,{"b":"]}"}]},"deep":[[[]]],"text":"caf\u00e9 x","n":5})", kRecordPadding);
  REQUIRE(reader.open(record, arena));
  REQUIRE(reader.enter_object());
  JsonString text;
  std::string_view key;
  bool found = false;
  while (reader.next_member(key)) {
    std::uint64_t number = 0;
    if (key != "text") continue;
    CHECK_FALSE(reader.read(number));
    CHECK_FALSE(reader.enter_array());
    found = reader.read(text);
  }
  CHECK(reader.finished());
  REQUIRE(found);
  CHECK(text.text == "caf\xC3\xA9 x");
  Span place = text.map.to_source({3, 5});
  CHECK(record.substr(place.begin, place.size()) == "\\u00e9");
}

TEST_CASE("a text without escapes is a view into the record") {
  JsonReader reader;
  Arena arena;
  std::string_view record = arena.store(R"({"text":"plain"})", kRecordPadding);
  std::size_t used = arena.used();
  REQUIRE(reader.open(record, arena));
  REQUIRE(reader.enter_object());
  std::string_view key;
  JsonString text;
  REQUIRE(reader.next_member(key));
  REQUIRE(reader.read(text));
  CHECK(text.text.data() == record.data() + 9);
  CHECK(text.map.is_copy());
  CHECK(arena.used() == used);
}

TEST_CASE("a reader serves records of any size one after another") {
  JsonReader reader;
  Arena arena;
  for (std::size_t size : {10U, 70000U, 100U, 5000000U, 10U}) {
    std::string json = "{\"a\":\"" + std::string(size, 'x') + "\"}";
    REQUIRE(reader.open(arena.store(json, kRecordPadding), arena));
    REQUIRE(reader.enter_object());
    std::string_view key;
    JsonString text;
    REQUIRE(reader.next_member(key));
    REQUIRE(reader.read(text));
    CHECK(text.text.size() == size);
    CHECK_FALSE(reader.next_member(key));
    CHECK(reader.finished());
  }
}
