#include "read/entities.h"

#include <doctest/doctest.h>

using namespace postvet;

TEST_CASE("character references are replaced once, and no others") {
  struct Case {
    const char* text;
    const char* markup;
    const char* quotes;
  };
  const Case cases[] = {
      {"plain", "plain", "plain"},
      {"a &amp; b", "a & b", "a & b"},
      {"&amp;lt;", "&lt;", "&lt;"},
      {"&lt;b&gt;", "<b>", "<b>"},
      {"it&apos;s &quot;x&quot; &#39;", "it&apos;s &quot;x&quot; &#39;", "it's \"x\" '"},
      {"&nbsp;&AMP;&amp &", "&nbsp;&AMP;&amp &", "&nbsp;&AMP;&amp &"},
      {"&&amp;&", "&&&", "&&&"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    for (Entities which : {Entities::markup, Entities::and_quotes}) {
      Arena arena;
      std::string_view raw = c.text;
      JsonString text{raw, OffsetMap::copy(raw.size(), 50)};
      decode_entities(text, which, arena);
      CHECK(text.text == (which == Entities::markup ? c.markup : c.quotes));
      CHECK(text.map.size() == text.text.size());
    }
  }
}

TEST_CASE("a reference maps to all of its bytes") {
  Arena arena;
  JsonString text{"a &amp; b", OffsetMap::copy(9, 50)};
  decode_entities(text, Entities::markup, arena);
  CHECK(text.map.to_source({2, 3}) == Span{52, 57});
  CHECK(text.map.to_source({4, 5}) == Span{58, 59});
}
