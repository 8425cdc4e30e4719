#include "syntax/html.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <iterator>
#include <random>
#include <string>

#include "syntax/position_property.h"

using postvet::HtmlDocument;
using postvet::HtmlText;
using postvet::read_html;
using postvet::ZoneKind;
using postvet_test::times;

namespace {

std::string zones_of(const HtmlText& text) {
  std::string out;
  for (const postvet::Zone& zone : text.zones) {
    if (!out.empty()) out += "; ";
    out += to_name(zone.kind);
    if (!zone.reason.empty()) out += fmt::format("({})", zone.reason);
    out += fmt::format(": {}", text.text.substr(zone.span.begin, zone.span.size()));
  }
  return out;
}

std::string broken(const HtmlDocument& document, std::string_view source) {
  for (const HtmlText* text :
       {&document.body, &document.hidden, &document.title, &document.author, &document.description, &document.links}) {
    std::string wrong = postvet_test::broken_position(text->text, text->to_source, source);
    if (!wrong.empty()) return wrong;
  }
  for (const HtmlText& alt : document.alts) {
    std::string wrong = postvet_test::broken_position(alt.text, alt.to_source, source);
    if (!wrong.empty()) return wrong;
  }
  return {};
}

struct Case {
  std::string_view html;
  std::string_view body;
  std::string_view zones = "";
  std::string_view hidden = "";
};

void check(const Case& test) {
  CAPTURE(test.html);
  HtmlDocument document = read_html(test.html);
  CHECK(document.body.text == test.body);
  CHECK(zones_of(document.body) == test.zones);
  CHECK(zones_of(document.hidden) == test.hidden);
  CHECK(broken(document, test.html) == "");
}

}  // namespace

TEST_CASE("text is laid out as browsers lay it out") {
  const Case cases[] = {
      {"", ""},
      {"plain", "plain"},
      {" a \n b\t\tc ", "a b c"},
      {"a<b> b </b> c", "a b c"},
      {"<p>a<p>b</p><div>c</div>d", "a\n\nb\n\nc\n\nd"},
      {"a<br>b<br><br><br>c", "a\nb\n\nc"},
      {"<ul><li>a<li>b</ul>c", "- a\n- b\n\nc"},
      {"<ul><li>a<ul><li>b</ul><li></li><li>c</ul>", "- a\n- b\n- c"},
      {"<ul><li><p>a</p><p>b</ul>", "- a\n\nb"},
      {"<table><tr><th>a<th>b<tr><td>c<td></td><td>d</table>e", "a | b\nc | d\n\ne"},
      {"<pre>\n a\n  b</pre>c", " a\n  b\n\nc", "code:  a\n  b"},
      {"foo<wbr>bar<span>baz</span>", "foobarbaz"},
      {"ba&shy;d &amp;amp; &#x1F600; a&nbsp;b &unknown; &",
       "ba\xC2\xAD"
       "d &amp; \xF0\x9F\x98\x80 a\xC2\xA0"
       "b &unknown; &"},
      {"a&#32;&#10; b", "a b"},
      {"<h1>a</h2>b", "a\n\nb"},
      {"a</p>b", "a\n\nb"},
      {"a</nothing>b<unknown>c</unknown>", "abc"},
      {"<textarea>\na <b>\n</textarea>", "a <b>\n"},
      {"<select><option>a<option>b</select>", "a\nb"},
      {"x <input value='typed&amp;'> y <input type=checkbox value=on>", "x typed& y"},
      {"<svg><text>a</text><![CDATA[<b>]]></svg>", "a<b>"},
      {"<script>var a = '<p>words</p>';</script>b<style>.a{}</style>", "b"},
      {"<script>never closed", ""},
  };
  for (const Case& test : cases) check(test);
}

TEST_CASE("what a reader does not see is hidden, with the reason") {
  const Case cases[] = {
      {"<div hidden>a <b>b</b><p>c</div>d", "a b\n\nc\n\nd", "hidden(hidden): a b\n\nc"},
      {"<p hidden>a<p>b", "a\n\nb", "hidden(hidden): a"},
      {"<p>x</p><!-- c --><!-- d -->", "x\n\nc\n\nd", "hidden(comment): c; hidden(comment): d"},
      {"<div style='Display : NONE !important;color:red'>a</div>", "a", "hidden(display:none): a"},
      {"<div style='display:none;display:block'>a</div>", "a"},
      {"<div style='display:none!important;display:block'>a</div>", "a", "hidden(display:none): a"},
      {"<div style='background:url(\"x;display:none\")'>a</div>", "a"},
      {"<div style='dis/**/play:none'>a</div>", "a"},
      {"<div style='/*x*/display:none'>a</div>", "a", "hidden(display:none): a"},
      {"<div style='visibility:hidden'>a<p style='visibility:visible'>b</div>", "a\n\nb",
       "hidden(visibility:hidden): a"},
      {"<div style='font-size:0px'>a<p style='font-size:12px'>b<p style='font-size:2em'>c</div>", "a\n\nb\n\nc",
       "hidden(font-size:0): a; hidden(font-size:0): c"},
      {"<div style='font-size:0.5em'>a</div>", "a"},
      {"<div aria-hidden=true>a</div><div aria-hidden=false>b</div>", "a\n\nb", "hidden(aria-hidden): a"},
      {"<template><p>a</template><noscript>b</noscript>", "a\n\nb", "hidden(template): a; hidden(noscript): b"},
      {"<dialog>a</dialog><dialog open>b</dialog>", "a\n\nb", "hidden(dialog): a"},
      {"<iframe><p>a</iframe>", "<p>a", "hidden(iframe): <p>a"},
      {"<input type=hidden value=v>", "v", "hidden(input type=hidden): v"},
      {"<title>t</title><title>u</title>", "u", "hidden(title): u"},
      {"<div hidden><div>a</div>b</div>c", "a\n\nb\n\nc", "hidden(hidden): a\n\nb"},
      {"<div hidden>a</span></p>b</div>c", "a\n\nb\n\nc", "hidden(hidden): a\n\nb"},
      {"<body hidden>a</body>b", "ab", "hidden(hidden): ab"},
      {"<br hidden>a<img hidden>b<input hidden>c", "abc"},
      // a formatting element goes on behind the block it was opened in, and a block outlives one that ends in it
      {"<p><b hidden>a</p><p>b</b>c", "a\n\nb\n\nc", "hidden(hidden): a\n\nb"},
      {"<b hidden><div hidden>a</b>b</div>c", "a\n\nb\n\nc", "hidden(hidden): a; hidden(hidden): b"},
      {"<table><tr><td><b hidden>a</td><td>b</table>", "a\n\nb", "hidden(hidden): a"},
      {"<span hidden><div>a</span>b</div></span>c", "ab\n\nc", "hidden(hidden): ab"},
      // text right in a table is shown before it
      {"<table hidden>a<tr><td>b</table>", "a", "", "hidden(hidden): b"},
      {"<svg hidden><g>a</g></svg>b<p>c", "a\n\nb\n\nc", "hidden(hidden): a"},
      {"<svg hidden><p>a", "a"},
      {"<svg><title>a</title></svg>b", "a\n\nb", "hidden(title): a"},
      {"<svg/>a", "a"},
  };
  for (const Case& test : cases) check(test);
}

TEST_CASE("hidden text does not break up what a reader sees as one") {
  const Case cases[] = {
      {"ba<!-- x -->dword", "badword", "", "hidden(comment): x"},
      {"ba<!-- -->dword<!---->s", "badwords"},
      {"ba<span hidden>x</span>dword", "badword", "", "hidden(hidden): x"},
      {"ba<div hidden><p>x</div>dword", "badword", "", "hidden(hidden): x"},
      {"you are <i style=display:none>x<br>y</i> it<!--z-->", "you are it", "",
       "hidden(display:none): x\ny; hidden(comment): z"},
      {"ba<noscript>x</noscript>d<script>y</script>w", "badw", "", "hidden(noscript): x"},
      {"a<div class=\"b", "a", "", "hidden(unclosed tag): <div class=\"b"},
  };
  for (const Case& test : cases) check(test);
}

TEST_CASE("quotes and code are zones") {
  const Case cases[] = {
      {"<blockquote>a<p>b</blockquote><blockquote>c</blockquote>d", "a\n\nb\n\nc\n\nd", "quoted: a\n\nb; quoted: c"},
      {"he said <q>a <code>b</code></q> so", "he said a b so", "quoted: a b; code: b"},
      {"<blockquote>a<blockquote>b</blockquote>c</blockquote>", "a\n\nb\n\nc", "quoted: a\n\nb\n\nc"},
      {"<kbd>a</kbd> <samp>b</samp> <tt>c</tt> d", "a b c d", "code: a; code: b; code: c"},
      {"<blockquote></blockquote><q> </q>a", "a"},
  };
  for (const Case& test : cases) check(test);
}

TEST_CASE("the other texts of a document") {
  HtmlDocument document = read_html(
      "<html class='x h-entry'><head><title>A &amp; B</title><meta name=Author content='J &quot;D&quot;'>"
      "<meta name=description content=short></head><img alt=' a  cat '><img alt=''><img hidden alt=x>"
      "<a href='http://a/?x=1&amp;y=2'>here</a> <a href=#top>top</a> <a href=mailto:a@b.c>a@b.c</a>"
      "<a href='http://same'>http://same</a><a href=http://open>z");
  CHECK(document.title.text == "A & B");
  CHECK(document.author.text == "J \"D\"");
  CHECK(document.description.text == "short");
  CHECK(document.is_article);
  REQUIRE(document.alts.size() == 2);
  CHECK(document.alts[0].text == "a cat");
  CHECK(zones_of(document.alts[1]) == "hidden(hidden): x");
  CHECK(document.links.text == "http://a/?x=1&y=2\nhttp://open");
  CHECK(document.notes.empty());

  CHECK_FALSE(read_html("<p class='h-entryx'>").is_article);
  CHECK(read_html("<article>").is_article);
  CHECK(read_html("<meta property='og:type' content='article'>").is_article);
  CHECK_FALSE(read_html("<meta property='og:type' content='website'>").is_article);
}

TEST_CASE("past the cap the texts of all images are in the last one") {
  HtmlDocument document = read_html(times(2000, "<img alt=w>"));
  REQUIRE(document.alts.size() == postvet::kMaxHtmlAlts);
  CHECK(document.alts.back().text.size() == (2000 - 1023) * 3 - 2);
  CHECK(read_html(times(1023, "<img alt=w>")).alts.size() == 1023);
}

TEST_CASE("every byte of generated documents has its place") {
  static constexpr std::string_view kParts[] = {"word ",
                                                "caf\xC3\xA9",
                                                " \xF0\x9F\x98\x80\n",
                                                "&amp;",
                                                "&pound;",
                                                "&#8217;",
                                                "&#x1F600;",
                                                "&acE;",
                                                "&nbsp;",
                                                "&amp x",
                                                "<b>",
                                                "</b>",
                                                "<p>",
                                                "</p>",
                                                "<div>",
                                                "<div hidden>",
                                                "</div>",
                                                "<blockquote>",
                                                "</blockquote>",
                                                "<code>",
                                                "</code>",
                                                "<pre>\n",
                                                "</pre>",
                                                "<ul><li>",
                                                "</ul>",
                                                "<table><tr><td>",
                                                "<td>",
                                                "</table>",
                                                "<br>",
                                                "<!-- note &amp; -->",
                                                "<span style=display:none>",
                                                "</span>",
                                                "<img alt='a &amp; b'>",
                                                "<a href='x?a&amp;b'>",
                                                "</a>",
                                                "  \t ",
                                                "<q>",
                                                "</q>",
                                                "<svg><title>",
                                                "</svg>",
                                                "<i>",
                                                "</i>",
                                                "<h2>",
                                                "</h2>",
                                                "<textarea>",
                                                "</textarea>",
                                                "<",
                                                "<p hidden",
                                                ">"};
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string html;
    for (auto parts = random() % 40; parts > 0; --parts) html += kParts[random() % std::size(kParts)];
    HtmlDocument document = read_html(html);
    std::string wrong = broken(document, html);
    if (!wrong.empty()) {
      CAPTURE(html);
      REQUIRE(wrong == "");
    }
    for (const postvet::Zone& zone : document.body.zones) {
      REQUIRE(zone.span.begin < zone.span.end);
      REQUIRE(zone.span.end <= document.body.text.size());
    }
  }
}

TEST_CASE("hostile documents are read in time, with notes") {
  struct Hostile {
    std::string name;
    std::string html;
    std::string note;
  };
  const Hostile documents[] = {
      {"divs", times(100'000, "<div>") + "x", "nested deeper"},
      {"closed divs", times(100'000, "<div>") + "x" + times(100'000, "</div>"), "nested deeper"},
      {"hidden divs", times(100'000, "<div hidden>x"), "nested deeper"},
      {"paragraphs", times(500'000, "<p hidden>x"), ""},
      {"unmatched ends", times(250, "<table><tr><td><b>") + times(500'000, "</div></b>"), "nested deeper"},
      {"formatting", times(200'000, "<b hidden><p>x</p>"), "nested deeper"},
      {"adoption", times(200, "<div>") + times(200'000, "<b><div>x</b></div>"), ""},
      {"unknown names", times(200'000, "<x-a><x-b></x-a>"), ""},
      {"items", times(200, "<b>") + times(300'000, "<li>x"), ""},
      {"quotes", times(100'000, "<blockquote>") + "x", "nested deeper"},
      {"one line", std::string(10'000'000, 'x'), ""},
      {"brackets", std::string(5'000'000, '<'), ""},
      {"ampersands", std::string(5'000'000, '&'), ""},
      {"comment starts", times(1'000'000, "<!--"), ""},
      {"comment dashes", "<!--" + std::string(5'000'000, '-'), ""},
      {"script starts", times(500'000, "<script><!--"), "never closed"},
      {"open quote", times(500'000, "<a b=\""), "left out"},
      {"attributes", "<a " + times(1'000'000, "x=1 ") + ">", "left out"},
      {"many attributed tags", times(2'000, "<a " + times(1024, "x ") + ">"), ""},
      {"title", "<title>" + times(1'000'000, "</titl"), "never closed"},
      {"svg", times(200'000, "<svg><p>"), ""},
      {"spaces", std::string(5'000'000, ' ') + "x", ""},
      {"words in a class", "<p class='" + times(10'000, "h-entryx") + "'>", "left out"},
      {"comments in words", times(300'000, "a<!--b-->"), ""},
      {"references", times(500'000, "&CounterClockwiseContourIntegra"), ""},
  };
  for (const Hostile& test : documents) {
    CAPTURE(test.name);
    postvet_test::Stopwatch watch;
    HtmlDocument document = read_html(test.html);
    double seconds = watch.seconds();
    if (postvet_test::kTimed) CHECK(seconds < 1.0);
    std::string notes;
    for (const std::string& note : document.notes) notes.append(note).append("\n");
    CAPTURE(notes);
    CHECK((test.note.empty() ? notes.empty() : notes.find(test.note) != std::string::npos));
  }
}
