#include "read/post_object.h"

#include <doctest/doctest.h>

#include <string>

#include "read/collect.h"

using namespace postvet;

namespace {

Collect read_objects(const std::string& lines, ReadOptions options = {}) {
  StringStream stream(lines);
  Source source(stream);
  LineSplitter splitter(source);
  Collect sink;
  CHECK(read_post_objects(splitter, options, sink));
  CHECK(sink.open_records == 0);
  return sink;
}

std::string names(const Post& post) {
  std::string names;
  for (const Field& field : post.fields) names += std::string(field.name) + "=" + std::string(field.text) + ";";
  return names;
}

std::string only_problem(const std::string& line) {
  Collect sink = read_objects(line);
  CHECK(sink.posts().empty());
  REQUIRE(sink.problems().size() == 1);
  return sink.problems()[0].what;
}

}  // namespace

TEST_CASE("fields: further texts by name, in their order") {
  struct Case {
    const char* line;
    const char* fields;
  };
  const Case cases[] = {
      {R"({"text":"t","fields":{"a":"1","b":"2"}})", "a=1;b=2;text=t;"},
      {R"({"text":"t","fields":{"a":"1","text":null,"b":"2"}})", "a=1;text=t;b=2;"},
      {R"({"fields":{"title":null,"a":"1","text":null},"text":"t","title":"T"})", "title=T;a=1;text=t;"},
      {R"({"text":"t","media":[{"alt":"x"},{"alt":"y"}],"fields":{"media[1].alt":null,"text":null,"media[0].alt":null}})",
       "media[1].alt=y;text=t;media[0].alt=x;"},
      {R"({"text":"t","fields":{"text":null,"text":"earlier"}})", "text=t;text=earlier;"},
      {R"({"text":"t","fields":{"a":"1","a":"2"}})", "a=1;a=2;text=t;"},
      // no order to speak of
      {R"({"text":"t","fields":null})", "text=t;"},
      {R"({"text":"t","fields":{}})", "text=t;"},
      {R"({"text":"t","fields":{"gone":null,"media[9].alt":null}})", "text=t;"},
      {R"({"title":"T","text":"t"})", "title=T;text=t;"},
      {R"({"text":"last","text":"first","title":"T"})", "text=first;text=last;title=T;"},
  };
  for (const Case& c : cases) {
    INFO(c.line);
    Collect sink = read_objects(c.line);
    REQUIRE(sink.posts().size() == 1);
    CHECK(names(sink.posts()[0]) == c.fields);
  }
  CHECK(only_problem(R"({"text":"t","fields":"a"})") == "wrong type of `fields`");
  CHECK(only_problem(R"({"text":"t","fields":{"a":1}})") == "wrong type of `fields.*`");
  CHECK(only_problem(R"({"fields":{"text":null}})") == "no `text`");
}

TEST_CASE("zones of any field, with their reason") {
  Collect sink = read_objects(
      R"({"text":"t","fields":{"hidden":"secret words","text":null},"zones":[{"field":"hidden","kind":"hidden","reason":"comment","start":0,"end":6}],"state":"draft"})");
  REQUIRE(sink.posts().size() == 1);
  const Post& post = sink.posts()[0];
  CHECK(post.state == PostState::draft);
  REQUIRE(post.field("hidden"));
  REQUIRE(post.field("hidden")->zones.size() == 1);
  CHECK(post.field("hidden")->zones[0].kind == ZoneKind::hidden);
  CHECK(post.field("hidden")->zones[0].reason == "comment");
  CHECK(post.field("hidden")->zones[0].span == Span{0, 6});
  CHECK(post.field("text")->zones.empty());
  CHECK(only_problem(R"({"text":"t","fields":{"a":null},"zones":[{"field":"a","kind":"code","start":0,"end":0}]})") ==
        "unknown value of `zones[].field`");
  CHECK(only_problem(R"({"text":"t","fields":{"a":"1"},"zones":[{"field":"a","kind":"code","start":0,"end":2}]})") ==
        "unknown value of `zones[].end`");
  CHECK(only_problem(R"({"text":"t","state":"lost"})") == "unknown value of `state`");
}

TEST_CASE("posts belong to the account of a profile that came before, by its handle") {
  Collect sink = read_objects(R"({"id":"0","text":"early","author":{"handle":"@a"}})"
                              "\n"
                              R"({"id":"1","kind":"profile","text":"bio a","author":{"handle":"@a","role":"staff"}})"
                              "\n"
                              R"({"id":"2","text":"mine","author":{"handle":"@a"}})"
                              "\n"
                              R"({"id":"3","text":"not mine","author":{"handle":"@b"}})"
                              "\n"
                              R"({"id":"4","text":"nobody's"})"
                              "\n"
                              R"({"id":"5","voice":"others","text":"said to me","author":{"handle":"@a"}})"
                              "\n"
                              R"({"id":"6","kind":"profile","text":"bio b","author":{"handle":"@b"}})"
                              "\n"
                              R"({"id":"7","kind":"profile","text":"bio of no handle"})"
                              "\n"
                              R"({"id":"8","text":"nobody's either","author":{"handle":""}})"
                              "\n");
  REQUIRE(sink.posts().size() == 9);
  REQUIRE(sink.accounts.size() == 3);
  CHECK(sink.accounts[0].bio == "bio a");
  CHECK(sink.accounts[0].role == Role::staff);
  const std::size_t expected[] = {Post::kNone, 0, 0, Post::kNone, Post::kNone, Post::kNone, 1, 2, Post::kNone};
  for (std::size_t i = 0; i < 9; ++i) {
    INFO(i);
    CHECK(sink.posts()[i].account == expected[i]);
  }
}

TEST_CASE("account: the posts of one export, whatever their order") {
  Collect sink =
      read_objects(R"({"text":"one","account":"x","platform":"x","author":{"name":"A","handle":"@a","bio":"the bio"}})"
                   "\n"
                   R"({"text":"another","account":"y","author":{"handle":"@a"}})"
                   "\n"
                   R"({"kind":"profile","text":"the bio","account":"x","author":{"handle":"@a"}})"
                   "\n"
                   R"({"text":"by handle","author":{"handle":"@a"}})"
                   "\n"
                   R"({"text":"none","account":null})"
                   "\n"
                   R"({"text":"none","account":""})"
                   "\n");
  REQUIRE(sink.posts().size() == 6);
  REQUIRE(sink.accounts.size() == 2);
  CHECK(sink.accounts[0].bio == "the bio");
  CHECK(sink.accounts[0].platform == Platform::x);
  CHECK(sink.accounts[0].name == "A");
  const std::size_t expected[] = {0, 1, 0, 0, Post::kNone, Post::kNone};
  for (std::size_t i = 0; i < 6; ++i) {
    INFO(i);
    CHECK(sink.posts()[i].account == expected[i]);
  }
  CHECK(only_problem(R"({"text":"t","account":1})") == "wrong type of `account`");
}

TEST_CASE("how much a record looks like a post") {
  CHECK(post_object_score(R"({"text":"a"})") == 50);
  CHECK(post_object_score(R"({"id":"1","text":"a","kind":"post"})") == 70);
  CHECK(post_object_score(
            R"({"id":"1","platform":"x","text":"a","kind":"post","voice":"own","author":{},"title":""})") == 90);
  CHECK(post_object_score(R"({"id":"1"})") == 0);
  CHECK(post_object_score(R"({"text":1})") == 0);
  CHECK(post_object_score(R"(["text"])") == 0);
  CHECK(post_object_score(R"({"text":"a")") == 0);
  CHECK(post_object_score("") == 0);
}

TEST_CASE("many fields and zones in one record cost linear time") {
  std::string line = R"({"text":"t","fields":{)";
  std::string zones;
  for (int i = 0; i < 60'000; ++i) {
    line += "\"gone" + std::to_string(i) + "\":null,\"a" + std::to_string(i) + "\":\"1\",";
    zones +=
        std::string(i > 0 ? "," : "") + R"({"field":"a)" + std::to_string(i) + R"(","kind":"code","start":0,"end":1})";
  }
  line += R"("text":null},"zones":[)" + zones + "]}";
  Collect sink = read_objects(line);
  REQUIRE(sink.posts().size() == 1);
  CHECK(sink.posts()[0].fields.size() == 60'001);
  CHECK(sink.posts()[0].field("a59999")->zones.size() == 1);
}
