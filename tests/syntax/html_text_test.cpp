#include "syntax/html_text.h"

#include <doctest/doctest.h>

#include <string_view>

using postvet::HtmlDecode;
using postvet::HtmlState;
using postvet::HtmlText;
using postvet::HtmlTextBuilder;
using postvet::Span;

TEST_CASE("the larger border counts, and none stands at the ends") {
  std::string_view source = "abc";
  HtmlTextBuilder builder;
  builder.border(2);
  builder.put(source, {0, 1}, HtmlDecode::nothing, {});
  builder.border(1);
  builder.border(2);
  builder.border(1);
  builder.put(source, {1, 2}, HtmlDecode::nothing, {});
  builder.cell();
  builder.put(source, {2, 3}, HtmlDecode::nothing, {});
  builder.border(2);
  HtmlText text = builder.take();
  CHECK(text.text == "a\n\nb | c");
  CHECK(text.to_source.to_source({1, 3}) == Span{1, 1});  // a border is the gap in front of what follows
  CHECK(text.to_source.to_source({0, 8}) == Span{0, 3});
  CHECK(builder.take().empty());
}

TEST_CASE("one space of many, none beside a border, all of them in pre") {
  std::string_view source = " a  b\n\tc ";
  HtmlTextBuilder builder;
  builder.put(source, {0, source.size()}, HtmlDecode::nothing, {});
  builder.border(1);
  builder.put(source, {0, 3}, HtmlDecode::nothing, {});
  CHECK(builder.take().text == "a b c\na");
  HtmlState pre;
  pre.pre = true;
  builder.put(source, {0, source.size()}, HtmlDecode::nothing, pre);
  CHECK(builder.take().text == source);
}

TEST_CASE("references are decoded where asked, and not past the piece") {
  std::string_view source = "&amp;x&amp=1";
  auto read = [&](Span span, HtmlDecode decode) {
    HtmlTextBuilder builder;
    builder.put(source, span, decode, {});
    return builder.take().text;
  };
  CHECK(read({0, 12}, HtmlDecode::text) == "&x&=1");
  CHECK(read({0, 12}, HtmlDecode::attribute) == "&x&amp=1");
  CHECK(read({0, 12}, HtmlDecode::nothing) == source);
  CHECK(read({0, 3}, HtmlDecode::text) == "&am");
}

TEST_CASE("zones end before the border that follows them") {
  std::string_view source = "abc";
  HtmlState quoted;
  quoted.quoted = 1;
  HtmlState hidden;
  hidden.tiny = {2, "font-size:0"};
  HtmlTextBuilder builder;
  builder.put(source, {0, 1}, HtmlDecode::nothing, quoted);
  builder.border(2);
  builder.put(source, {1, 2}, HtmlDecode::nothing, hidden);
  builder.border(2);
  builder.put(source, {2, 3}, HtmlDecode::nothing, {});
  HtmlText text = builder.take();
  REQUIRE(text.zones.size() == 2);
  CHECK(text.zones[0].span == Span{0, 1});
  CHECK(text.zones[1].span == Span{3, 4});
  CHECK(text.zones[1].reason == "font-size:0");
}
