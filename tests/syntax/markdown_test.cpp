#include "syntax/markdown.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <iterator>
#include <random>
#include <string>

#include "syntax/position_property.h"

using postvet::HtmlDocument;
using postvet::HtmlText;
using postvet::read_markdown;
using postvet_test::times;
using postvet_test::traced;

namespace {

std::string zones_of(const HtmlText& text) {
  std::string out;
  for (const postvet::Zone& zone : text.zones) {
    if (!out.empty()) out += "; ";
    out += fmt::format("{}: {}", to_name(zone.kind), text.text.substr(zone.span.begin, zone.span.size()));
  }
  return out;
}

std::string broken(const HtmlDocument& document, std::string_view source) {
  for (const HtmlText* text : {&document.body, &document.hidden, &document.title}) {
    std::string wrong = postvet_test::broken_position(text->text, text->to_source, source);
    if (!wrong.empty()) return wrong;
  }
  for (const HtmlText& alt : document.alts) {
    std::string wrong = postvet_test::broken_position(alt.text, alt.to_source, source);
    if (!wrong.empty()) return wrong;
  }
  return {};
}

}  // namespace

TEST_CASE("Markdown is read as its reader sees it") {
  struct Case {
    std::string_view markdown;
    std::string_view body;
    std::string_view zones = "";
  };
  const Case cases[] = {
      {"# A *b* `c`\n\ntwo\nlines  \nbroken\n", "A b c\n\ntwo lines\nbroken", "code: c"},
      {"a \\*b\\* &pound;5 &lt;x&gt; 1 < 2 & \"q\"",
       "a *b* \xC2\xA3"
       "5 <x> 1 < 2 & \"q\""},
      {"- a\n- b\n  - c\n", "- a\n- b\n- c"},
      {"> a\n> b\n\nc", "a b\n\nc", "quoted: a b"},
      {"```sh\nx <y>\n\tz\n```\n", "x <y>\n    z\n", "code: x <y>\n    z\n"},
      {"| A | B |\n|---|---|\n| 1 | x \\| y |\n", "A | B\n1 | x | y"},
      {"<div hidden>\n\na *b*\n\n</div>\n\nc", "a b\n\nc", "hidden: a b"},
      {"<p hidden>\n\na\n\nb", "a\n\nb"},
      {"a <span hidden>b</span> c\n\nd", "a c\n\nd"},
      {"<!-- note -->\n\na", "note\n\na", "hidden: note"},
      {"<!-- note -->\na", "note\n\na", "hidden: note"},
      {"a <b hidden>b\n\nc", "a"},
      {"    code\n", "code\n", "code: code\n"},
      {"~~a~~ www.x.org a@b.c", "~~a~~ www.x.org a@b.c"},
      {"", ""},
      {"![x](y)", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.markdown);
    HtmlDocument document = read_markdown(test.markdown);
    CHECK(document.body.text == test.body);
    CHECK(zones_of(document.body) == test.zones);
    CHECK(document.notes.empty());
    CHECK(broken(document, test.markdown) == "");
  }
}

TEST_CASE("links and alts keep their places") {
  std::string_view source =
      "[here](http://a/?x=1&y=2 \"t\") [**b**](<c d>) [e](f\\_g) [h](i&amp;j)\n"
      "![cat *on* \"mat\"](u.png) [![in](v.png \"tt\")](http://w)\n"
      "<http://auto> <a@b.c> [http://same](http://same) [ref] [r][ref] text\n\n[ref]: http://ref \"t\"\n";
  HtmlDocument document = read_markdown(source);
  CHECK(document.body.text == "here b e h http://auto a@b.c http://same ref r text");
  CHECK(document.links.text == "http://a/?x=1&y=2\nc d\nf_g\ni&j\nhttp://w\nhttp://ref\nhttp://ref");
  REQUIRE(document.alts.size() == 2);
  CHECK(document.alts[0].text == "cat on \"mat\"");
  CHECK(document.alts[1].text == "in");
  CHECK(broken(document, source) == "");
  const HtmlText& links = document.links;
  CHECK(traced("http://a/?x=1&y=2", links.text, links.to_source, source) == "http://a/?x=1&y=2");
  CHECK(traced("c d", links.text, links.to_source, source) == "c d");
  CHECK(traced("f_g", links.text, links.to_source, source) == "f\\_g");
  CHECK(traced("i&j", links.text, links.to_source, source) == "i&amp;j");
  CHECK(traced("http://w", links.text, links.to_source, source) == "http://w");
  CHECK(traced("http://ref", links.text, links.to_source, source) ==
        "");  // it stands elsewhere: the gap behind the text
  CHECK(traced("on \"mat\"", document.alts[0].text, document.alts[0].to_source, source) == "on* \"mat\"");
}

TEST_CASE("every byte of generated Markdown has its place") {
  static constexpr std::string_view kParts[] = {"word ",
                                                "caf\xC3\xA9",
                                                " \xF0\x9F\x98\x80",
                                                "&amp;",
                                                "&pound;",
                                                "&#8217;",
                                                "\\*",
                                                "**",
                                                "*",
                                                "`",
                                                "``",
                                                "\n",
                                                "\n\n",
                                                "\n> ",
                                                "\n>> ",
                                                "\n- ",
                                                "\n  - ",
                                                "\n1. ",
                                                "\n\n    ",
                                                "\t",
                                                "[a](b)",
                                                "[a](b&amp;c)",
                                                "![alt *x*](u)",
                                                "[x][r]",
                                                "\n\n[r]: d\n\n",
                                                "<b>",
                                                "</b>",
                                                "<!-- c -->",
                                                "\n\n<div hidden>\n\n",
                                                "\n\n</div>\n\n",
                                                "<http://x>",
                                                "\n```\n",
                                                "\n# ",
                                                "\n---\n",
                                                "  \n",
                                                "\n| a | b |\n|---|---|\n| ",
                                                " | ",
                                                "<",
                                                ">",
                                                "\"",
                                                "[",
                                                "](",
                                                ")",
                                                "!["};
  std::mt19937 random(5);
  for (int round = 0; round < 3000; ++round) {
    std::string markdown;
    for (auto parts = random() % 40; parts > 0; --parts) markdown += kParts[random() % std::size(kParts)];
    HtmlDocument document = read_markdown(markdown);
    std::string wrong = broken(document, markdown);
    if (!wrong.empty()) {
      CAPTURE(markdown);
      REQUIRE(wrong == "");
    }
  }
}

TEST_CASE("the limits of Markdown") {
  std::string at_limit(postvet::kMaxMarkdownBytes, 'a');
  CHECK(read_markdown(at_limit).notes.empty());
  HtmlDocument plain = read_markdown(at_limit + "*");
  REQUIRE(plain.notes.size() == 1);
  CHECK(plain.notes[0].find("read as plain text") == 0);
  CHECK(plain.body.text == at_limit + "*");
  CHECK(plain.body.to_source.is_copy());

  auto table = [](std::size_t columns) { return times(columns, "|a") + "|\n" + times(columns, "|---") + "|\n"; };
  CHECK(read_markdown(table(128)).notes.empty());
  CHECK(read_markdown(table(128)).body.text.find("a | a") == 0);
  HtmlDocument wide = read_markdown(table(129));
  REQUIRE(wide.notes.size() == 1);
  CHECK(wide.notes[0].find("without tables") != std::string::npos);
  CHECK(wide.body.text.find("|a|a") == 0);
}

TEST_CASE("hostile Markdown is read in time, with notes") {
  struct Hostile {
    std::string name;
    std::string markdown;
    std::string note;
  };
  std::string long_reference = "[r]: http://" + std::string(10'000, 'x') + "\n\n";
  const Hostile documents[] = {
      {"quotes", times(100'000, ">") + "x", ""},
      {"brackets", times(100'000, "["), ""},
      {"closed brackets", times(50'000, "[") + times(50'000, "]"), ""},
      {"open targets", times(100'000, "[a]("), ""},
      {"open angle targets", times(70'000, "[a](<b"), ""},
      {"images", times(100'000, "!["), ""},
      {"stars", times(100'000, "*a_ "), ""},
      {"emphasis", times(100'000, "*a **a "), ""},
      {"ticks", times(50'000, "`a``b```"), ""},
      {"comments", times(100'000, "<!--"), ""},
      {"questions", times(100'000, "a<?"), ""},
      {"declarations", times(100'000, "a<!A"), ""},
      {"CDATA", times(50'000, "a<![CDATA["), ""},
      {"tags", times(100'000, "<a b=\""), ""},
      {"list depth", times(2'000, "- ") + "x", ""},
      {"items", times(100'000, "- a\n"), ""},
      {"columns", times(1'000, "|a") + "|\n" + times(1'000, "|---") + "|\n" + times(1'000, "|x\n"), "without tables"},
      {"rows", times(128, "|a") + "|\n" + times(128, "|---") + "|\n" + times(100'000, "|x\n"), "read as plain text"},
      {"a long reference", long_reference + times(100'000, "[r] "), "read as plain text"},
      {"references", times(20'000, "[r]: x\n"), ""},
      {"divs", times(30'000, "<div>\n\n"), "nested deeper"},
      {"one line", std::string(10'000'000, 'x'), "read as plain text"},
  };
  for (const Hostile& test : documents) {
    CAPTURE(test.name);
    postvet_test::Stopwatch watch;
    HtmlDocument document = read_markdown(test.markdown);
    double seconds = watch.seconds();
    if (postvet_test::kTimed) CHECK(seconds < 1.0);
    std::string notes;
    for (const std::string& note : document.notes) notes.append(note).append("\n");
    CAPTURE(notes);
    if (!test.note.empty()) CHECK(notes.find(test.note) != std::string::npos);
  }
}
