#include "syntax/html_tokenizer.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "syntax/position_property.h"

using postvet::HtmlToken;
using postvet::HtmlTokenizer;

namespace {

// The tokens, one a line: T text, S start, E end, C comment, U what the document ends in, D doctype.
std::string tokens_of(std::string_view html, bool foreign = false) {
  HtmlTokenizer tokenizer(html);
  tokenizer.set_foreign(foreign);
  HtmlToken token;
  std::string out;
  auto slice = [&](postvet::Span span) { return std::string(html.substr(span.begin, span.size())); };
  while (tokenizer.next(token)) {
    switch (token.kind) {
      case HtmlToken::Kind::text:
        out += (token.decodes ? "T:" : "R:") + slice(token.content);
        break;
      case HtmlToken::Kind::start_tag:
        out += "S:" + token.name;
        break;
      case HtmlToken::Kind::end_tag:
        out += "E:" + token.name;
        break;
      case HtmlToken::Kind::comment:
        out += (token.unclosed ? "U:" : "C:") + slice(token.content);
        break;
      case HtmlToken::Kind::doctype:
        out += "D";
        break;
    }
    for (const auto& attribute : token.attributes)
      out += fmt::format(" {}=[{}]", slice(attribute.name), slice(attribute.value));
    if (token.self_closing) out += " /";
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("tokens are cut where browsers cut them") {
  struct Case {
    std::string_view html;
    std::string_view tokens;
  };
  const Case cases[] = {
      {"a<b>c</b>", "T:a\nS:b\nT:c\nE:b\n"},
      {"<!DOCTYPE html><P Class=x>", "D\nS:p Class=[x]\n"},
      {"<a href=\"x>y\" b='q\"' c=d/e f>", "S:a href=[x>y] b=[q\"] c=[d/e] f=[]\n"},
      {"<a  x = 1 y= '2'/><br/>", "S:a x=[1] y=[2] /\nS:br /\n"},
      {"<a / b>", "S:a b=[]\n"},
      {"<a =x>", "S:a =x=[]\n"},
      {"<a x=>b", "S:a x=[]\nT:b\n"},
      {"1 < 2 <3 </ 4>", "T:1 < 2 <3 \nC: 4\n"},
      {"<!--x--><!----><!--><!--->y", "C:x\nC:\nC:\nC:\nT:y\n"},
      {"<!-- a -- b --!>c", "C: a -- b \nT:c\n"},
      {"<!-->--><!--x", "C:\nT:-->\nC:x\n"},
      {"<?php x ?><!x y></>z", "C:?php x ?\nC:x y\nC:\nT:z\n"},
      {"<![CDATA[a>b]]>", "C:[CDATA[a\nT:b]]>\n"},
      {"<title>a<b>&amp;</TITLE >c", "S:title\nT:a<b>&amp;\nE:title\nT:c\n"},
      {"<style>a</styl></style>b", "S:style\nR:a</styl>\nE:style\nT:b\n"},
      {"<textarea></textarea>x", "S:textarea\nE:textarea\nT:x\n"},
      {"<script>a<!--<script>b</script>c--></script>d", "S:script\nR:a<!--<script>b</script>c-->\nE:script\nT:d\n"},
      {"<script>a<!--b</script>c", "S:script\nR:a<!--b\nE:script\nT:c\n"},
      {"<script><!--><script></script>d", "S:script\nR:<!--><script>\nE:script\nT:d\n"},
      {"<plaintext>a</plaintext>", "S:plaintext\nR:a</plaintext>\n"},
      {"a<div class=\"x", "T:a\nU:<div class=\"x\n"},
      {"a<", "T:a<\n"},
      {"a</", "T:a</\n"},
      {"<xmp>a", "S:xmp\nR:a\n"},
      {"", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.html);
    CHECK(tokens_of(test.html) == test.tokens);
  }
}

TEST_CASE("in svg and math CDATA is text and no name switches the reading") {
  CHECK(tokens_of("<![CDATA[a>b]]>c", true) == "R:a>b\nT:c\n");
  CHECK(tokens_of("<style><b></style>", true) == "S:style\nS:b\nE:style\n");
  CHECK(tokens_of("<![CDATA[a", true) == "R:a\n");
}

TEST_CASE("a tag keeps 1,024 attributes and 64 KiB, and counts the rest") {
  auto kept = [](const std::string& html, std::size_t& skipped) {
    HtmlTokenizer tokenizer(html);
    HtmlToken token;
    tokenizer.next(token);
    skipped = tokenizer.attributes_skipped();
    return token.attributes.size();
  };
  std::size_t skipped = 0;
  CHECK(kept("<a " + postvet_test::times(1024, "x ") + ">", skipped) == 1024);
  CHECK(skipped == 0);
  CHECK(kept("<a " + postvet_test::times(1030, "x ") + ">", skipped) == 1024);
  CHECK(skipped == 6);
  CHECK(kept("<a x=" + std::string(70'000, 'v') + " alt=a>", skipped) == 0);
  CHECK(skipped == 2);
  CHECK(kept("<img src=data:" + std::string(70'000, 'v') + " alt=a>", skipped) == 2);
  CHECK(skipped == 0);
}
