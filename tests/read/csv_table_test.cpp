#include <doctest/doctest.h>

#include <string>

#include "read/collect.h"
#include "read/reader.h"

namespace postvet {
extern const ReaderSpec csv_table;
}
using namespace postvet;

namespace {

Collect read_table(const std::string& bytes, ReadOptions options = {}) {
  TextInput input(bytes, "posts.csv");
  Collect sink;
  CHECK(csv_table.read(input, options, sink));
  CHECK(sink.open_records == 0);
  return sink;
}

Error error_of(const std::string& bytes, ReadOptions options = {}) {
  TextInput input(bytes, "posts.csv");
  Collect sink;
  auto result = csv_table.read(input, options, sink);
  CHECK_FALSE(result);
  return result ? Error{} : result.error();
}

int score_of(std::string_view head, std::string_view name = "x") {
  Probe probe;
  probe.name = name;
  probe.head = head;
  return csv_table.detect(probe).score;
}

}  // namespace

TEST_CASE("columns are found by their names, whatever their order and case") {
  std::string file =
      "\xEF\xBB\xBF"
      "Date, MESSAGE ,Author,Permalink,Role,Platform\r\n2026-05-04T10:12:00Z,\"say \"\"hi\"\"\r\nthere\",A "
      "B,https://x,staff,Twitter\r\n";
  Collect sink = read_table(file);
  REQUIRE(sink.posts().size() == 1);
  const Post& post = sink.posts()[0];
  CHECK(post.field("text")->text == "say \"hi\"\nthere");
  CHECK(post.author.name == "A B");
  CHECK(post.author.role == Role::staff);
  CHECK(post.platform == Platform::x);
  CHECK(post.time.zone_known);
  CHECK(post.url == "https://x");
  CHECK(sink.record_of(post).start.line == 2);
  Span quote = sink.in_file(post, *post.field("text"), {4, 5});
  CHECK(file.substr(quote.begin, quote.size()) == "\"\"");
  Span there = sink.in_file(post, *post.field("text"), {9, 14});
  CHECK(file.substr(there.begin, there.size()) == "there");
}

TEST_CASE("--map says which column is what") {
  ReadOptions options;
  options.column_map = {{"text", "Words"}, {"author", "who"}, {"role", "grade"}};
  Collect sink = read_table("text;who;words;grade\nno;A;yes;student\nno;B;yes;boss\n", options);
  REQUIRE(sink.posts().size() == 1);
  CHECK(sink.posts()[0].field("text")->text == "yes");
  CHECK(sink.posts()[0].author.name == "A");
  CHECK(sink.posts()[0].author.role == Role::student);
  REQUIRE(sink.problems().size() == 1);
  CHECK(sink.problems()[0].at.line == 3);

  CHECK(error_of("a,b\n", options).hint.find("a, b") != std::string::npos);
  options.column_map = {{"texts", "a"}};
  CHECK(error_of("a,b\n", options).what == "--map does not know `texts`");
}

TEST_CASE("without a column of texts the header is listed") {
  Error error = error_of("when,what\n1,2\n");
  CHECK(error.what == "no column that holds the text");
  CHECK(error.hint.find("when, what") != std::string::npos);
  CHECK(error.where == "posts.csv");
}

TEST_CASE("rows that cannot be posts are skipped with their line") {
  Collect sink = read_table("id,text\n1,a\n2\n\n,\n3,c\n4,\"open\n5,e\n");
  CHECK(sink.posts().size() == 3);
  REQUIRE(sink.problems().size() == 2);
  CHECK(sink.problems()[0].at.line == 3);
  CHECK(sink.problems()[1].at.line == 7);
  CHECK(read_table("text\n").posts().empty());
  CHECK(read_table("").posts().empty());
}

TEST_CASE("a row that is wider than the header is not read as if it fitted") {
  Collect sink = read_table("text,author\none, two,me\n\"one, two\",me\nthree,me,\nfour,me,,\nfive,me,,x\n");
  REQUIRE(sink.posts().size() == 3);
  CHECK(sink.posts()[0].field("text")->text == "one, two");
  CHECK(sink.posts()[1].field("text")->text == "three");
  CHECK(sink.posts()[2].field("text")->text == "four");
  REQUIRE(sink.problems().size() == 2);
  CHECK(sink.problems()[0].at.line == 2);
  CHECK(sink.problems()[1].at.line == 6);
}

TEST_CASE("a guessed column may hold anything") {
  Collect sink = read_table("text,role,platform,kind\na,Head of Year,Instagram,reel\n");
  REQUIRE(sink.posts().size() == 1);
  CHECK(sink.posts()[0].author.role == Role::unknown);
  CHECK(sink.posts()[0].platform == Platform::instagram);
}

TEST_CASE("profiles open accounts") {
  Collect sink = read_table("kind,text,author\nprofile,my views,A\n");
  REQUIRE(sink.accounts.size() == 1);
  CHECK(sink.accounts[0].bio == "my views");
  CHECK(sink.posts()[0].account == 0);
}

TEST_CASE("windows-1252 is read as what it is, and said") {
  Collect sink = read_table("text\ncaf\xE9 \x80\n");
  REQUIRE(sink.posts().size() == 1);
  CHECK(sink.posts()[0].field("text")->text == "caf\xC3\xA9 \xE2\x82\xAC");
  CHECK(sink.notes.size() == 1);
  CHECK(read_table("text\ncaf\xC3\xA9\n").notes.empty());
}

TEST_CASE("detection reads the header") {
  CHECK(score_of("text,author,date\n\"a\nb\",b,c\n") == 55);
  CHECK(score_of("text\na\n", "a.csv") == 55);
  CHECK(score_of("a,b\n", "a.csv") == 30);
  for (const char* head : {"", "text", "hello, world\n", "{\"text\":1,\"a\":2}\n", "# title\n\na, b", "when;what\n",
                           "text,author,date\n", "Message, author\n\nno table at all\n"}) {
    CAPTURE(head);
    CHECK(score_of(head) == 0);
  }
}
