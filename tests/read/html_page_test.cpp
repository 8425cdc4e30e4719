#include <doctest/doctest.h>

#include <string>

#include "read/document_fakes.h"
#include "read/reader.h"

namespace postvet {
extern const ReaderSpec html_page;
}

using postvet_test::DocumentInput;
using postvet_test::DocumentSink;

TEST_CASE("a page becomes one post") {
  const std::string bytes =
      "<!doctype html><title>T &amp; U</title><meta name=author content='Jo Ray'><meta name=description content=short>"
      "<p>Hello <b>you</b>,\r\nit costs &pound;5<div hidden>secret</div><img alt=cat src=x><a href=http://x.y>here</a>";
  DocumentInput input("page.html", bytes);
  DocumentSink sink;
  REQUIRE(postvet::html_page.read(input, {}, sink).has_value());
  const postvet::Post& post = sink.post();
  CHECK(post.platform == postvet::Platform::web);
  CHECK(post.kind == postvet::PostKind::page);
  CHECK(post.is_draft_file);
  CHECK(post.author.name == "Jo Ray");
  CHECK(sink.field("title") == "T & U");
  CHECK(sink.field("meta.author") == "Jo Ray");
  CHECK(sink.field("meta.description") == "short");
  CHECK(sink.field("text") ==
        "Hello you, it costs \xC2\xA3"
        "5\n\nsecret\n\nhere");
  CHECK(sink.field("links") == "http://x.y");
  CHECK(sink.field("media[0].alt") == "cat");
  CHECK(sink.field("hidden") == "(none)");
  CHECK(sink.traced("text", "you, it costs \xC2\xA3", bytes) == "you</b>,\r\nit costs &pound;");
  CHECK(sink.traced("title", "&", bytes) == "&amp;");
  REQUIRE(post.field("text")->zones.size() == 1);
  CHECK(post.field("text")->zones[0].reason == "hidden");
  REQUIRE(post.field("links")->zones.size() == 1);
  CHECK(post.field("links")->zones[0].kind == postvet::ZoneKind::url);
}

TEST_CASE("an article is a blog post") {
  DocumentInput input("a.html", "<article><p>x</article>");
  DocumentSink sink;
  REQUIRE(postvet::html_page.read(input, {}, sink).has_value());
  CHECK(sink.post().kind == postvet::PostKind::blog);
}

TEST_CASE("windows-1252 is read as such when the page says so and has no mark") {
  struct Case {
    std::string bytes;
    std::string text;
  };
  const Case cases[] = {
      {"<meta charset=windows-1252><p>caf\xE9 \x80", "caf\xC3\xA9 \xE2\x82\xAC"},
      {"<meta charset=utf-8><p>caf\xE9", "caf\xEF\xBF\xBD"},
      {"\xEF\xBB\xBF<meta charset=windows-1252><p>caf\xC3\xA9", "caf\xC3\xA9"},
      {"<p>" + std::string(1100, 'x') + "<meta charset=windows-1252>\xE9", std::string(1100, 'x') + "\xEF\xBF\xBD"},
  };
  for (const Case& test : cases) {
    DocumentInput input("a.html", test.bytes);
    DocumentSink sink;
    REQUIRE(postvet::html_page.read(input, {}, sink).has_value());
    CHECK(sink.field("text") == test.text);
  }
  const std::string bytes = "<meta charset=windows-1252><p>caf\xE9 you";
  DocumentInput input("a.html", bytes);
  DocumentSink sink;
  REQUIRE(postvet::html_page.read(input, {}, sink).has_value());
  CHECK(sink.traced("text", "\xC3\xA9 you", bytes) == "\xE9 you");
}

TEST_CASE("notes and errors reach the caller") {
  DocumentInput deep(
      "a.html", std::string(600, ' ') + [] {
        std::string out;
        for (int i = 0; i < 300; ++i) out += "<div>";
        return out;
      }());
  DocumentSink sink;
  REQUIRE(postvet::html_page.read(deep, {}, sink).has_value());
  CHECK(sink.notes.size() == 1);

  DocumentInput folder("d", "");
  folder.container = true;
  DocumentSink none;
  CHECK_FALSE(postvet::html_page.read(folder, {}, none).has_value());
  CHECK(none.batch().posts.empty());
}

TEST_CASE("HTML is recognised by its name and its first markup") {
  using postvet_test::detect;
  const auto& reader = postvet::html_page;
  CHECK(detect(reader, "a.html", "<!doctype html>").score == 90);
  CHECK(detect(reader, "a.htm", "words").score == 70);
  CHECK(detect(reader, "a.XHTML", "").score == 70);
  CHECK(detect(reader, "a", "<html>").score == 80);
  CHECK(detect(reader, "a.xml", "<rss>").score == 0);
  CHECK(detect(reader, "a.txt", "words <html>").score == 0);
  CHECK(detect(reader, "a.html", std::string("\x01\x02")).score == 0);
}
