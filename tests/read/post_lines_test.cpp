#include <doctest/doctest.h>

#include <random>
#include <string>

#include "base/utf8.h"
#include "read/collect.h"
#include "read/reader.h"
#include "syntax/json_text.h"

namespace postvet {
extern const ReaderSpec post_lines;
}
using namespace postvet;

namespace {

Collect read_lines(const std::string& bytes, ReadOptions options = {},
                   std::size_t step = static_cast<std::size_t>(-1)) {
  TextInput input(bytes, "posts.jsonl", step);
  Collect sink;
  auto result = post_lines.read(input, options, sink);
  CHECK(result);
  CHECK(sink.open_records == 0);
  return sink;
}

std::string only_problem(const std::string& bytes) {
  Collect sink = read_lines(bytes);
  CHECK(sink.posts().empty());
  REQUIRE(sink.problems().size() == 1);
  return sink.problems()[0].what;
}

int score_of(std::string_view head, std::string_view name = "x") {
  Probe probe;
  probe.name = name;
  probe.head = head;
  return post_lines.detect(probe).score;
}

}  // namespace

TEST_CASE("a post line with everything") {
  Collect sink = read_lines(
      R"({"id":"p1","platform":"x","kind":"comment","voice":"passed-on","state":"scheduled","author":{"name":"A B","handle":"@ab","role":"staff","bio":"teacher"},)"
      R"("title":"T","text":"quoted x","zones":[{"field":"text","kind":"url","start":7,"end":8},{"field":"text","kind":"quoted","start":0,"end":6}],)"
      R"("time":"2026-05-04T10:12:00+01:00","to":["@a","@b"],"conversation":"c","in_reply_to":"p0","media":[{"path":"a.jpg","type":"image"},{"alt":"a door"}],)"
      R"("url":"https://example.org","source":{"line":4},"unknown":[{"text":1}]})");
  REQUIRE(sink.posts().size() == 1);
  CHECK(sink.problems().empty());
  const Post& post = sink.posts()[0];
  CHECK(post.id == "p1");
  CHECK(post.platform == Platform::x);
  CHECK(post.kind == PostKind::comment);
  CHECK(post.voice == Voice::passed_on);
  CHECK(post.state == PostState::scheduled);
  CHECK(post.author.name == "A B");
  CHECK(post.author.handle == "@ab");
  CHECK(post.author.role == Role::staff);
  CHECK(post.author.bio == "teacher");
  CHECK(post.time.text == "2026-05-04T10:12:00+01:00");
  CHECK(post.time.zone_known);
  CHECK(post.recipients.size() == 2);
  CHECK(post.recipients[1] == "@b");
  CHECK(post.conversation == "c");
  CHECK(post.in_reply_to == "p0");
  CHECK(post.url == "https://example.org");
  REQUIRE(post.media.size() == 2);
  CHECK(post.media[0].path == "a.jpg");
  CHECK(post.media[0].type == "image");
  REQUIRE(post.fields.size() == 3);
  REQUIRE(post.field("media[1].alt"));
  CHECK(post.field("media[1].alt")->text == "a door");
  CHECK(post.field("title")->text == "T");
  const Field& text = *post.field("text");
  REQUIRE(text.zones.size() == 2);
  CHECK(text.zones[0].kind == ZoneKind::quoted);
  CHECK(text.zones[1].span == Span{7, 8});
  CHECK(post.account == Post::kNone);
  CHECK_FALSE(post.is_draft_file);
}

TEST_CASE("only the text is required, and the role may come from the options") {
  ReadOptions options;
  options.role = Role::student;
  Collect sink = read_lines(
      "{\"text\":\"\"}\n\n{\"text\":\"a\",\"author\":{\"role\":\"staff\"},\"id\":null,\"title\":null}\n", options);
  REQUIRE(sink.posts().size() == 2);
  CHECK(sink.posts()[0].id.empty());
  CHECK(sink.posts()[0].platform == Platform::generic);
  CHECK(sink.posts()[0].author.role == Role::student);
  CHECK(sink.posts()[1].author.role == Role::staff);
  CHECK(sink.record_of(sink.posts()[1]).start.line == 3);
}

TEST_CASE("a profile opens an account") {
  Collect sink = read_lines(
      R"({"kind":"profile","platform":"x","text":"teacher, own views","author":{"name":"A","handle":"@a","role":"staff"}})");
  REQUIRE(sink.posts().size() == 1);
  REQUIRE(sink.accounts.size() == 1);
  CHECK(sink.posts()[0].account == 0);
  CHECK(sink.accounts[0].bio == "teacher, own views");
  CHECK(sink.accounts[0].handle == "@a");
  CHECK(sink.accounts[0].role == Role::staff);
}

TEST_CASE("a wrong record is skipped with its line, and names the key and not the value") {
  struct Case {
    const char* line;
    const char* what;
  };
  const Case cases[] = {
      {R"({"id":"p1"})", "no `text`"},
      {R"({"text":null})", "no `text`"},
      {R"({"text":1})", "wrong type of `text`"},
      {R"({"text":["a"]})", "wrong type of `text`"},
      {R"({"text":"a","id":1})", "wrong type of `id`"},
      {R"({"text":"a","author":"A"})", "wrong type of `author`"},
      {R"({"text":"a","author":{"bio":1}})", "wrong type of `author.bio`"},
      {R"({"text":"a","author":{"role":"boss"}})", "unknown value of `author.role`"},
      {R"({"text":"a","platform":"myspace"})", "unknown value of `platform`"},
      {R"({"text":"a","kind":"Post"})", "unknown value of `kind`"},
      {R"({"text":"a","voice":"passed_on"})", "unknown value of `voice`"},
      {R"({"text":"a","to":"@b"})", "wrong type of `to`"},
      {R"({"text":"a","to":[1]})", "wrong type of `to[]`"},
      {R"({"text":"a","media":{}})", "wrong type of `media`"},
      {R"({"text":"a","media":["x"]})", "wrong type of `media[]`"},
      {R"({"text":"a","media":[{"alt":2}]})", "wrong type of `media[].alt`"},
      {R"({"text":"a","zones":[{"field":"text","kind":"quoted","start":0,"end":2}]})",
       "unknown value of `zones[].end`"},
      {R"({"text":"a","zones":[{"field":"texts","kind":"quoted","start":0,"end":1}]})",
       "unknown value of `zones[].field`"},
      {R"({"text":"a","zones":[{"field":"text","kind":"loud","start":0,"end":1}]})", "unknown value of `zones[].kind`"},
      {R"({"text":"a","zones":[{"field":"text","kind":"code","start":-1,"end":1}]})", "wrong type of `zones[].start`"},
      {R"({"text":"a","time":5})", "wrong type of `time`"},
      {R"(["text"])", "not a JSON object"},
      {R"("text")", "not a JSON object"},
      {R"({"text":"a"} {"text":"b"})", "malformed JSON"},
      {R"({"text":"a")", "malformed JSON"},
      {R"({"text":"a\x"})", "malformed JSON"},
      {R"(text)", "not a JSON object"},
      {R"({"text":"a","author":{"name":"b"})", "malformed JSON"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(only_problem(c.line) == c.what);
  }
  Collect sink = read_lines("{\"text\":\"a\"}\nnonsense\n{\"text\":\"b\"}");
  CHECK(sink.posts().size() == 2);
  REQUIRE(sink.problems().size() == 1);
  CHECK(sink.problems()[0].at.line == 2);
}

TEST_CASE("odd values cost nothing but themselves") {
  Collect sink = read_lines("{\"text\":\"a\",\"n\":1e999,\"m\":" + std::string(100000, '7') + ",\"d\":NaN}\n" +
                            R"({"te\u0078t":"escaped key"})" + "\n" + R"({"text":"\ud800 lone"})" + "\n" +
                            std::string("{\"text\":\"nul \0 raw\"}\n", 21));
  CHECK(sink.problems().empty());
  REQUIRE(sink.posts().size() == 4);
  CHECK(sink.posts()[1].field("text")->text == "escaped key");
  CHECK(sink.posts()[2].field("text")->text == "\xEF\xBF\xBD lone");
}

TEST_CASE("of a key that stands there twice the last value counts and the first is checked too") {
  Collect sink = read_lines(R"({"text":"first","id":"1","text":"second","id":"2"})");
  REQUIRE(sink.posts().size() == 1);
  const Post& post = sink.posts()[0];
  CHECK(post.id == "2");
  CHECK(post.field("text")->text == "second");
  REQUIRE(post.fields.size() == 2);
  CHECK(post.fields[1].name == "text");
  CHECK(post.fields[1].text == "first");
}

TEST_CASE("depth and length cost the record only") {
  CHECK(only_problem("{\"text\":\"a\",\"x\":" + std::string(100000, '[') + std::string(100000, ']') + "}") ==
        "malformed JSON");
  std::string long_text(10 << 20, 'x');
  Collect sink = read_lines("{\"text\":\"" + long_text + "\"}\n{\"text\":\"b\"}");
  CHECK(sink.posts().size() == 2);
  Collect skipped = read_lines("{\"text\":\"" + std::string(17 << 20, 'x') + "\"}\n{\"text\":\"b\"}");
  CHECK(skipped.posts().size() == 1);
  REQUIRE(skipped.problems().size() == 1);
  CHECK(skipped.problems()[0].at.line == 1);
}

TEST_CASE("a stopped run stops") {
  TextInput input("{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"text\":\"c\"}\n");
  Collect sink;
  sink.stop_after = 2;
  CHECK(post_lines.read(input, {}, sink));
  CHECK(sink.posts().size() == 2);
}

TEST_CASE("cut at every byte: every line is a post or a problem") {
  std::string whole;
  for (int i = 0; i < 4; ++i)
    whole += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"caf\\u00e9 \xF0\x9F\x98\x80 \\\" {[\"}\n";
  for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
    std::string part = whole.substr(0, cut);
    auto found = static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n')) +
                 (part.empty() || part.back() == '\n' ? 0 : 1);
    Collect sink = read_lines(part);
    CHECK(sink.posts().size() + sink.problems().size() == found);
    CHECK(sink.problems().size() <= 1);
  }
}

TEST_CASE("the bytes that a text maps to decode to it") {
  std::mt19937 random(11);
  const char* pieces[] = {"a",    "word ",   "\xC3\xA9", "\xF0\x9F\x98\x80", "\\n", "\\u00e9", "\\ud83d\\ude00",
                          "\\\"", "\\ud800", "\xFF",     "\xE2\x82",         "\\\\"};
  for (int round = 0; round < 60; ++round) {
    bool dos = round % 2 == 0;
    std::string file = round % 3 == 0 ? "\xEF\xBB\xBF" : "";
    std::vector<std::string> raws;
    for (int line = 0; line < 20; ++line) {
      std::string raw;
      for (auto i = random() % 12; i > 0; --i) raw += pieces[random() % std::size(pieces)];
      raws.push_back(raw);
      file += "{\"id\":\"" + std::to_string(line) + "\",\"text\":\"" + raw + "\"}" + (dos ? "\r\n" : "\n");
    }
    Collect sink = read_lines(file, {}, 1 + random() % 64);
    REQUIRE(sink.posts().size() == raws.size());
    for (const Post& post : sink.posts()) {
      const Field& field = *post.field("text");
      for (std::size_t begin = 0; begin < field.text.size();) {
        std::size_t length = decode_utf8(field.text, begin).length;
        Span span = sink.in_file(post, field, {begin, begin + length});
        std::string slice = file.substr(span.begin, span.size());
        StringStream stream(slice);
        auto decoded = read_document(stream, 1000);
        REQUIRE(decoded);
        std::string text;
        REQUIRE(unescape_json(decoded->text, text));
        CHECK(text == field.text.substr(begin, length));
        begin += length;
      }
    }
  }
}

TEST_CASE("detection looks at the first line") {
  CHECK(score_of("{\"text\":\"a\"}\n") == 50);
  CHECK(score_of("\n{\"id\":\"1\",\"platform\":\"x\",\"text\":\"a\"}\n{") == 70);
  CHECK(score_of("{\"text\":\"" + std::string(1000, 'x')) == 40);
  CHECK(score_of("", "x.jsonl") == 40);
  for (const char* head : {"", "text", "{\"a\":1}\n", "[{\"text\":\"a\"}]", "{\"text\":1}\n",
                           "{\"messages\":[{\"text\":\"a\"}]}\n", "text,author\n"}) {
    CAPTURE(head);
    CHECK(score_of(head) == 0);
  }
}
