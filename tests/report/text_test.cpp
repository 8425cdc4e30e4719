#include <doctest/doctest.h>

#include "report/reports.h"

namespace postvet {
namespace {

std::string text_of(const ReportedFinding& finding, bool colour = false) {
  return written("text", {finding}, {{"a", "", 1, 1, "broken"}}, sample_summary(), colour);
}

TEST_CASE("a finding for people") {
  ReportedFinding finding = sample_finding();
  finding.excerpt = Excerpt{"call 07********* now", 5, 11};
  CHECK(text_of(finding) ==
        "posts.jsonl:7:41: error: gives a telephone number [personal-data/phone]\n"
        "    | call 07********* now\n"
        "    |      ^~~~~~~~~~~\n"
        "    in: post p1 of 2026-05-04T10:12:00+01:00\n"
        "    help: leave it out\n"
        "    clause: Responsibilities: Some words.\n"
        "    contact: your line manager\n\n");
}

TEST_CASE("what is missing leaves no line") {
  ReportedFinding finding = sample_finding();
  finding.source.reset();
  finding.route.clear();
  finding.clause.clear();
  finding.help.clear();
  CHECK(text_of(finding) ==
        "posts.jsonl: error: gives a telephone number [personal-data/phone]\n"
        "    found: 07*********\n"
        "    in: the whole post p1 of 2026-05-04T10:12:00+01:00\n\n");
  finding.masked.clear();
  finding.entry = "data/tweets.js";
  finding.source = ReportedPlace{0, 1, 2, 3, 2, 4};
  CHECK(text_of(finding) ==
        "posts.jsonl!data/tweets.js:2:3: error: gives a telephone number [personal-data/phone]\n"
        "    in: post p1 of 2026-05-04T10:12:00+01:00\n\n");
}

TEST_CASE("a finding says which post it is in, or that it is about the whole of it") {
  struct Case {
    const char *path, *post, *time, *field;
    bool has_place;
    const char* in;  // nullptr: the headline says it all
  };
  for (const Case& c : {
           Case{"a.jsonl", "p1", "", "text", true, "    in: post p1\n"},
           {"a.jsonl", "p1", "2026", "title", true, "    in: post p1 of 2026, title\n"},
           {"a.jsonl", "p1", "", "", false, "    in: the whole post p1\n"},
           {"drafts/a.md", "a.md", "", "text", true, nullptr},
           {"drafts/a.md", "a.md", "2026", "", false, "    in: the whole post of 2026\n"},
           {"a.jsonl", "", "2026", "text", true, nullptr},
           {"a.jsonl", "", "", "", false, "    in: the whole post\n"},
       }) {
    CAPTURE(c.path);
    CAPTURE(c.post);
    ReportedFinding finding = sample_finding();
    finding.path = c.path;
    finding.post = c.post;
    finding.time = c.time;
    finding.field = c.field;
    if (!c.has_place) finding.source.reset();
    std::string out = text_of(finding);
    CHECK((out.find("    in: ") != std::string::npos) == (c.in != nullptr));
    if (c.in != nullptr) CHECK(out.find(c.in) != std::string::npos);
  }
}

TEST_CASE("the words of a clause stand under its first finding only") {
  ReportedFinding first = sample_finding();
  first.clause = "Responsibilities: Some words that take more than a line of sixty bytes, and more.";
  ReportedFinding other = sample_finding();
  std::string out = written("text", {first, first, other, other}, {}, sample_summary());
  std::size_t whole = out.find("    clause: " + first.clause + "\n");
  std::size_t again = out.find("    clause: Responsibilities: Some words that take more than a line of … (as above)\n");
  std::size_t brief = out.find("    clause: Responsibilities: Some words.\n");
  REQUIRE(brief != std::string::npos);
  CHECK(whole < again);
  CHECK(again < brief);
  CHECK(out.find("    clause: Responsibilities: Some words.\n", brief + 1) != std::string::npos);  // too short to cut
}

TEST_CASE("how sure, and whose words") {
  ReportedFinding finding = sample_finding();
  finding.confidence = Confidence::medium;
  CHECK(text_of(finding).find("number (medium confidence) [personal-data/phone]\n") != std::string::npos);
  finding.voice = Voice::passed_on;
  CHECK(text_of(finding).find("number (medium confidence) (passed on, not written) [") != std::string::npos);
  finding.confidence = Confidence::high;
  finding.voice = Voice::others;
  CHECK(text_of(finding).find("number (somebody else's words) [") != std::string::npos);
}

TEST_CASE("the caret stands under the place as a terminal shows it") {
  struct Case {
    const char* text;
    std::size_t column, length;
    const char* caret;
  };
  ReportedFinding finding = sample_finding();
  for (const Case& c : {
           Case{"abc", 0, 1, "    | ^\n"},
           {"abc", 2, 1, "    |   ^\n"},
           {"abc", 3, 1, "    |    ^\n"},  // behind the end
           {"abc", 1, 99, "    |  ^~\n"},  // longer than the line
           {"", 0, 1, "    | ^\n"},
           {"\xF0\x9F\x98\x80\xF0\x9F\x98\x80 abc", 3, 3, "    |      ^~~\n"},  // two emoji
           {"e\xCC\x81 x", 3, 1, "    |   ^\n"},                                // e and a mark
           {"\xE6\xBC\xA2\xE5\xAD\x97", 1, 1, "    |   ^~\n"},
           {"a\xE2\x80\xAE"
            "b",
            2, 1, "    |          ^\n"},  // <U+202E>
           {"a\xE2\x80\xAE"
            "b",
            1, 1, "    |  ^~~~~~~~\n"},
           {"a\tb", 2, 1, "    |   ^\n"},
       }) {
    CAPTURE(c.text);
    finding.excerpt = Excerpt{c.text, c.column, c.length};
    std::string out = text_of(finding);
    CHECK(out.find(c.caret) != std::string::npos);
  }
}

TEST_CASE("colour only when asked for") {
  ReportedFinding finding = sample_finding();
  finding.excerpt = Excerpt{"abc", 1, 1};
  CHECK(text_of(finding).find('\x1b') == std::string::npos);
  std::string coloured = text_of(finding, true);
  CHECK(coloured.find(": \x1b[1;31merror\x1b[0m: ") != std::string::npos);
  CHECK(coloured.find("\x1b[1;32m^\x1b[0m\n") != std::string::npos);
}

TEST_CASE("the first colon ends the path") {
  ReportedFinding finding = sample_finding();
  finding.path = "a:1:2: error: x.md";
  finding.entry = "b:c";
  CHECK(text_of(finding).starts_with("a<U+003A>1<U+003A>2<U+003A> error<U+003A> x.md!b<U+003A>c:7:41: error: "));
}

}  // namespace
}  // namespace postvet
