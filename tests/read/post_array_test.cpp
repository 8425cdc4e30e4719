#include <doctest/doctest.h>

#include <string>

#include "read/collect.h"
#include "read/reader.h"

namespace postvet {
extern const ReaderSpec post_array;
}
using namespace postvet;

namespace {

Collect read_array(const std::string& bytes) {
  TextInput input(bytes, "posts.json");
  Collect sink;
  CHECK(post_array.read(input, {}, sink));
  CHECK(sink.open_records == 0);
  return sink;
}

int score_of(std::string_view head, std::string_view name = "x") {
  Probe probe;
  probe.name = name;
  probe.head = head;
  return post_array.detect(probe).score;
}

}  // namespace

TEST_CASE("the elements of an array are posts with their places") {
  std::string file = "[\r\n {\"text\":\"one\"},\r\n {\"text\":\"tw\\u006f\"}]";
  Collect sink = read_array(file);
  REQUIRE(sink.posts().size() == 2);
  CHECK(sink.problems().empty());
  const Post& post = sink.posts()[1];
  CHECK(post.field("text")->text == "two");
  Span span = sink.in_file(post, *post.field("text"), {0, 3});
  CHECK(file.substr(span.begin, span.size()) == "tw\\u006f");
  CHECK(sink.record_of(post).start.line == 3);
  CHECK(sink.record_of(post).start.column == 2);
}

TEST_CASE("what is no post is a problem, and the rest is read") {
  CHECK(read_array("[]").problems().empty());
  Collect mixed = read_array("[{\"text\":\"a\"}, 5, {\"text\":6}, null, {\"text\":\"b\"}]");
  CHECK(mixed.posts().size() == 2);
  CHECK(mixed.problems().size() == 3);
  Collect open = read_array("[\n{\"text\":\"a\"},\n{\"text\":\"b},\n{\"text\":\"c\"}]");
  CHECK(open.posts().size() == 2);
  CHECK(open.problems().size() == 1);
  CHECK(read_array("[{\"text\":\"a\"}").problems().size() == 1);
  CHECK(read_array("").problems().size() == 1);
}

TEST_CASE("cut at every byte: a post, or a problem") {
  std::string whole = "[{\"text\":\"a \\\"b\"},{\"text\":\"\xC3\xA9\",\"x\":[1]}]";
  for (std::size_t cut = 0; cut < whole.size(); ++cut) {
    Collect sink = read_array(whole.substr(0, cut));
    CHECK(sink.posts().size() <= 2);
    CHECK(sink.problems().size() == 1);
  }
}

TEST_CASE("detection looks at the first element") {
  CHECK(score_of("[{\"text\":\"a\"},") == 50);
  CHECK(score_of(" [ {\"id\":\"1\",\"text\":\"a\"}]") == 60);
  CHECK(score_of("[]", "a.json") == 20);
  for (const char* head : {"", "[]", "[1]", "{\"text\":\"a\"}", "[{\"tweet\":{}}]", "text"}) {
    CAPTURE(head);
    CHECK(score_of(head) == 0);
  }
}
