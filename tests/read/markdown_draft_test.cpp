#include <doctest/doctest.h>

#include <string>

#include "read/document_fakes.h"
#include "read/reader.h"

namespace postvet {
extern const ReaderSpec markdown_draft;
}

using postvet_test::DocumentInput;
using postvet_test::DocumentSink;

TEST_CASE("a draft with front matter becomes one post") {
  const std::string bytes =
      "\xEF\xBB\xBF---\r\ntitle: 'It''s my day'\r\nauthor: Jo Ray\r\nbio: teacher\r\nrole: Staff\r\n"
      "date: 2026-05-04T10:12:00+01:00\r\ndraft: true\r\ntags: [a]\r\n---\r\n"
      "Hello caf\xC3\xA9 &amp; *you*.\r\nMore.\r\n\r\n> quoted\r\n\r\n![a cat](c.png) [site](http://x.y)\r\n";
  DocumentInput input("drafts/day.md", bytes);
  DocumentSink sink;
  REQUIRE(postvet::markdown_draft.read(input, {}, sink).has_value());
  REQUIRE(sink.batch().posts.size() == 1);
  CHECK(sink.ended == 1);
  const postvet::Post& post = sink.post();
  CHECK(post.id == "drafts/day.md");
  CHECK(post.platform == postvet::Platform::blog);
  CHECK(post.kind == postvet::PostKind::blog);
  CHECK(post.state == postvet::PostState::draft);
  CHECK(post.is_draft_file);
  CHECK(post.author.name == "Jo Ray");
  CHECK(post.author.bio == "teacher");
  CHECK(post.author.role == postvet::Role::staff);
  CHECK(post.time.text == "2026-05-04T10:12:00+01:00");
  CHECK(post.time.zone_known);
  CHECK(post.media.size() == 1);

  CHECK(sink.field("title") == "It's my day");
  CHECK(sink.field("front-matter.title") == "(none)");
  CHECK(sink.field("front-matter.author") == "Jo Ray");
  CHECK(sink.field("front-matter.tags[0]") == "a");
  CHECK(sink.field("text") == "Hello caf\xC3\xA9 & you. More.\n\nquoted\n\nsite");
  CHECK(sink.field("links") == "http://x.y");
  CHECK(sink.field("media[0].alt") == "a cat");
  CHECK(sink.traced("title", "It's my", bytes) == "It''s my");
  CHECK(sink.traced("text", "caf\xC3\xA9 & you", bytes) == "caf\xC3\xA9 &amp; *you");
  CHECK(sink.traced("text", "you. More", bytes) == "you*.\r\nMore");
  CHECK(sink.traced("text", "quoted", bytes) == "quoted");
  CHECK(sink.traced("media[0].alt", "cat", bytes) == "cat");
  CHECK(sink.traced("links", "x.y", bytes) == "x.y");
  REQUIRE(post.field("text")->zones.size() == 1);
  CHECK(post.field("text")->zones[0].kind == postvet::ZoneKind::quoted);
  CHECK(sink.repairs.marks == 1);
  CHECK(sink.repairs.line_ends > 0);
  CHECK(sink.notes.empty());
}

TEST_CASE("a draft without front matter, and one whose front matter is none") {
  DocumentInput plain("a.md", "Just text.");
  DocumentSink sink;
  REQUIRE(postvet::markdown_draft.read(plain, {.column_map = {}, .role = postvet::Role::student}, sink).has_value());
  CHECK(sink.field("text") == "Just text.");
  CHECK(sink.post().author.role == postvet::Role::student);
  CHECK(sink.post().state == postvet::PostState::published);
  CHECK(sink.post().fields.size() == 1);

  DocumentInput refused("a.md", "---\nauthor: &a x\n---\nText.");
  DocumentSink other;
  REQUIRE(postvet::markdown_draft.read(refused, {}, other).has_value());
  CHECK(other.field("text").find("author: &a x") != std::string::npos);
  REQUIRE(other.notes.size() == 1);
  CHECK(other.notes[0].find("front matter read as text") == 0);

  DocumentInput empty("a.md", "");
  DocumentSink nothing;
  REQUIRE(postvet::markdown_draft.read(empty, {}, nothing).has_value());
  CHECK(nothing.field("text") == "");
}

TEST_CASE("times without a zone, roles and states that are not known") {
  DocumentInput input(
      "a.md", "---\ndate: 2026-05-04 10:12\nrole: king\ndraft: no\nauthors:\n  - name: A B\n  - name: C D\n---\n");
  DocumentSink sink;
  REQUIRE(postvet::markdown_draft.read(input, {}, sink).has_value());
  CHECK_FALSE(sink.post().time.zone_known);
  CHECK(sink.post().author.role == postvet::Role::unknown);
  CHECK(sink.post().state == postvet::PostState::published);
  CHECK(sink.post().author.name == "A B");
  CHECK(sink.field("front-matter.authors[1].name") == "C D");
}

TEST_CASE("what cannot be read is an error") {
  DocumentInput folder("d", "");
  folder.container = true;
  DocumentInput gone("g.md", "");
  gone.broken = true;
  DocumentInput large("l.md", std::string((std::size_t{64} << 20) + 1, 'a'));
  for (DocumentInput* input : {&folder, &gone, &large}) {
    DocumentSink sink;
    auto result = postvet::markdown_draft.read(*input, {}, sink);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().where == input->name());
    CHECK(sink.batch().posts.empty());
  }
}

TEST_CASE("Markdown is recognised by its name, its front matter, its marks") {
  using postvet_test::detect;
  const auto& reader = postvet::markdown_draft;
  CHECK(detect(reader, "a.md", "x").score == 85);
  CHECK(detect(reader, "A.MARKDOWN", "x").score == 85);
  CHECK(detect(reader, "a", "---\na: b\n---\n# T\n").score == 40);
  CHECK(detect(reader, "a", "---\na: b\n---\nx\n").score == 15);
  CHECK(detect(reader, "a", "# T\n\n- x\n").score == 15);
  CHECK(detect(reader, "a", "# T\n").score == 0);
  CHECK(detect(reader, "a.txt", "plain words - no marks\n").score == 0);
  CHECK(detect(reader, "a.md", "PK\x03\x04").score == 0);
  CHECK(detect(reader, "md", "").score == 0);
}
