#include "read/document_post.h"

#include <doctest/doctest.h>

#include <string>

#include "read/document_fakes.h"
#include "syntax/html.h"

TEST_CASE("extensions are told whatever their case, at the end only") {
  CHECK(postvet::has_extension("x/A.MD", {".md"}));
  CHECK(postvet::has_extension("a.text", {".txt", ".text"}));
  CHECK_FALSE(postvet::has_extension("a.md.zip", {".md"}));
  CHECK_FALSE(postvet::has_extension("md", {".md"}));
  CHECK_FALSE(postvet::has_extension("", {".md"}));
}

TEST_CASE("control characters and mended bytes make it binary") {
  CHECK(postvet::looks_binary("a\x02"));
  CHECK(
      postvet::looks_binary("\x7F"
                            "ELF"));
  CHECK(postvet::looks_binary("\xEF\xBF\xBD"));
  CHECK_FALSE(postvet::looks_binary(""));
  CHECK_FALSE(postvet::looks_binary("tab\tline\nfeed\f"));
  CHECK_FALSE(postvet::looks_binary("one \xEF\xBF\xBD in many many words of a text"));
}

TEST_CASE("a title of the page does not push out one of the front matter") {
  postvet_test::DocumentInput input("a.md", "");
  postvet_test::DocumentSink sink;
  postvet::Document document;
  document.text = "---\ntitle: A\n---\n<title>B</title>";
  document.map = postvet::OffsetMap::copy(document.text.size());
  postvet::DocumentPost post(input, {}, std::move(document), sink);
  postvet::FrontMatter matter = postvet::read_front_matter(post.text());
  post.add_front_matter(matter);
  post.add_html(postvet::read_html(post.text().substr(matter.end)), matter.end);
  post.finish();
  CHECK(sink.field("title") == "A");
  CHECK(sink.field("html-title") == "B");
  CHECK(sink.traced("html-title", "B", "---\ntitle: A\n---\n<title>B</title>") == "B");
}
