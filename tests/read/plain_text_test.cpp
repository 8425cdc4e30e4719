#include <doctest/doctest.h>

#include <string>

#include "read/document_fakes.h"
#include "read/reader.h"

namespace postvet {
extern const ReaderSpec plain_text;
}

using postvet_test::DocumentInput;
using postvet_test::DocumentSink;

TEST_CASE("every byte of a plain text is its text") {
  const std::string bytes = "One <b>line</b> &amp;\r\n  two \xFF\n";
  DocumentInput input("note.txt", bytes);
  DocumentSink sink;
  REQUIRE(postvet::plain_text.read(input, {}, sink).has_value());
  CHECK(sink.field("text") == "One <b>line</b> &amp;\n  two \xEF\xBF\xBD\n");
  CHECK(sink.traced("text", "&amp;\n  two", bytes) == "&amp;\r\n  two");
  CHECK(sink.post().platform == postvet::Platform::document);
  CHECK(sink.post().kind == postvet::PostKind::blog);
  CHECK(sink.post().is_draft_file);
  CHECK(sink.post().fields.size() == 1);
  CHECK(sink.repairs.invalid == 1);
}

TEST_CASE("an empty file is an empty post, a folder is none") {
  DocumentInput empty("note.txt", "");
  DocumentSink sink;
  REQUIRE(postvet::plain_text.read(empty, {}, sink).has_value());
  CHECK(sink.field("text") == "");
  DocumentInput folder("d", "");
  folder.container = true;
  DocumentSink none;
  CHECK_FALSE(postvet::plain_text.read(folder, {}, none).has_value());
}

TEST_CASE("any text may be plain text, but nothing that is binary") {
  using postvet_test::detect;
  const auto& reader = postvet::plain_text;
  CHECK(detect(reader, "a.txt", "x").score == 20);
  CHECK(detect(reader, "a.TEXT", "x").score == 20);
  CHECK(detect(reader, "a.xyz", "x").score == 2);
  CHECK(detect(reader, "-", "").score == 2);
  CHECK(detect(reader, "a.txt", "caf\xEF\xBF\xBD and more words than marks").score == 20);
  CHECK(detect(reader, "a.txt", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx").score == 0);
  CHECK(detect(reader, "a.txt", "a\x1B[0m").score == 0);
}

TEST_CASE("a format that nobody reads is not taken for plain text") {
  using postvet_test::detect;
  for (const char* name : {"a.json", "a.JSON", "a.js", "a.xml", "a.yaml", "a.pdf", "a.rtf"}) {
    CAPTURE(name);
    CHECK(detect(postvet::plain_text, name, "words").score == 0);
  }
  CHECK(detect(postvet::plain_text, "a.txt", "%PDF-1.4 words").score == 0);
  CHECK(detect(postvet::plain_text, "-", "{\\rtf1 words}").score == 0);
  CHECK(detect(postvet::plain_text, "-", "words {\\rtf1 %PDF-").score == 2);
  CHECK(detect(postvet::plain_text, "json", "words").score == 2);
}
