#include "text/prepared.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/utf8.h"

using postvet::Prepared;
using postvet::Preparer;
using postvet::Span;

namespace {

Prepared prepare(std::string_view text) {
  static Preparer preparer;
  Prepared prepared;
  preparer.prepare(text, prepared);
  return prepared;
}

std::vector<std::string> words(std::string_view text) {
  Prepared prepared = prepare(text);
  std::vector<std::string> list;
  for (const auto& token : prepared.tokens) list.emplace_back(prepared.word(token));
  return list;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("words are runs of letters, digits and inner apostrophes") {
  CHECK(words("Well-known, isn't it?") == Words{"well", "known", "isn't", "it"});
  CHECK(words("the students' 3rd year") == Words{"the", "students", "3rd", "year"});
  CHECK(words("'quoted'") == Words{"quoted"});
  CHECK(words("") == Words{});
  CHECK(words("...!?") == Words{});
  CHECK(words("R&B = ok") == Words{"r", "&", "b", "=", "ok"});
  CHECK(words("teacher @ college, me@x.org") == Words{"teacher", "@", "college", "me", "x", "org"});
}

TEST_CASE("words fold whatever letters they are written in") {
  CHECK(words("ＦＵＬＬ width") == Words{"full", "width"});
  CHECK(words("𝐛𝐨𝐥𝐝 ⓒⓘⓡⓒⓛⓔ") == Words{"bold", "circle"});
  CHECK(words("don’t Café STRASSE") == Words{"don't", "café", "strasse"});
  CHECK(words("zero\u200Bwidth so\u00ADft") == Words{"zerowidth", "soft"});
  CHECK(words("Siân Żukowska") == Words{"siân", "żukowska"});
  CHECK(words("pаypаl") == Words{"paypal"});  // Cyrillic а
  CHECK(words("правда") == Words{"правда"});
  CHECK(words("١٢٣") == Words{"123"});
  CHECK(words("a\u00A0b") == Words{"a", "b"});
}

TEST_CASE("hashes depend on the folded word alone") {
  Prepared prepared = prepare("Alpha alpha ＡＬＰＨＡ alphabetical beta");
  CHECK(prepared.tokens[0].hash == postvet::hash_word("alpha"));
  CHECK(prepared.tokens[0].hash == prepared.tokens[1].hash);
  CHECK(prepared.tokens[0].hash == prepared.tokens[2].hash);
  CHECK(prepared.tokens[3].hash == postvet::hash_word("alphabetical"));
  CHECK(prepared.tokens[3].hash != prepared.tokens[4].hash);
}

TEST_CASE("shapes tell how a word was written") {
  Prepared prepared = prepare("Hello WORLD a4 sooo xyz baaad 12 I");
  auto shape = [&](std::size_t i) { return prepared.tokens[i].shape; };
  CHECK((shape(0) & postvet::kUpperFirst) != 0);
  CHECK((shape(0) & postvet::kAllUpper) == 0);
  CHECK((shape(1) & postvet::kAllUpper) != 0);
  CHECK((shape(2) & postvet::kHasDigit) != 0);
  CHECK((shape(3) & postvet::kStretched) != 0);
  CHECK((shape(4) & postvet::kStretched) == 0);
  CHECK((shape(5) & postvet::kStretched) != 0);
  CHECK((shape(6) & postvet::kHasLetter) == 0);
  CHECK((shape(7) & postvet::kAllUpper) == 0);
}

TEST_CASE("a stretch is found at every place of words of every length") {
  for (std::size_t length = 3; length < 40; ++length) {
    for (std::size_t at = 0; at + 3 <= length; ++at) {
      std::string word;
      for (std::size_t i = 0; i < length; ++i) word.push_back(static_cast<char>('a' + i % 7));
      CHECK((prepare(word).tokens[0].shape & postvet::kStretched) == 0);
      word[at] = word[at + 1] = word[at + 2] = 'z';
      CHECK((prepare(word).tokens[0].shape & postvet::kStretched) != 0);
    }
  }
}

TEST_CASE("positions lead back to the text") {
  for (std::string text :
       {"plain words only", "Don’t “stop” — Siân’s ﬁne…", "a\u0301e\u200Bb ＡＢ １２", "emoji 😀 and “quotes”"}) {
    Prepared prepared = prepare(text);
    std::size_t last = 0;
    for (const auto& token : prepared.tokens) {
      Span span = prepared.in_text({token.begin, token.end});
      CHECK(span.begin >= last);
      CHECK(span.end <= text.size());
      CHECK(postvet::fold(text.substr(span.begin, span.size())) == std::string(prepared.word(token)));
      last = span.end;
    }
  }
}

TEST_CASE("runs of combining marks are cut, and counted, in linear time") {
  std::string text = "a";
  for (int i = 0; i < 200000; ++i) text += i % 2 ? "\u0301" : "\u0323";
  text += " end";
  Prepared prepared = prepare(text);
  CHECK(prepared.tokens.size() == 2);
  CHECK(prepared.combining_cut == 199970);
}

TEST_CASE("clauses and sentences") {
  auto clauses = [](std::string_view text) {
    Prepared prepared = prepare(text);
    int count = 0;
    for (std::size_t i = 0; i < prepared.tokens.size(); ++i) count += prepared.begins_clause(i) ? 1 : 0;
    return count;
  };
  auto sentences = [](std::string_view text) {
    Prepared prepared = prepare(text);
    int count = 0;
    for (std::size_t i = 0; i < prepared.tokens.size(); ++i) count += prepared.begins_sentence(i) ? 1 : 0;
    return count;
  };
  CHECK(clauses("one, two, three") == 1);
  CHECK(clauses("one; two: three (four) five") == 5);
  CHECK(clauses("well known - not here") == 2);
  CHECK(clauses("well-known fact") == 1);
  CHECK(clauses("I tried but it rained") == 2);
  CHECK(clauses("they were nothing but trouble") == 1);
  CHECK(sentences("One. Two! Three?") == 3);
  CHECK(sentences("Mr. Smith and Dr. Jones met J. Brown.") == 1);
  CHECK(sentences("It was 3.5 km") == 1);
  CHECK(sentences("He left.She stayed") == 2);
  CHECK(sentences("See example.com for more") == 1);
  CHECK(sentences("Title\n\nBody of it") == 2);
  CHECK(sentences("wrapped\nline") == 1);
  CHECK(sentences("list:\n- one\n- two") == 3);
}

TEST_CASE("addresses are found and nothing else is") {
  auto addresses = [](std::string_view text) {
    Prepared prepared = prepare(text);
    std::vector<std::string> list;
    for (Span span : prepared.addresses) list.push_back(prepared.folded.substr(span.begin, span.size()));
    return list;
  };
  CHECK(addresses("see https://example.org/a?b=c, ok") == Words{"https://example.org/a?b=c"});
  CHECK(addresses("www.example.org.") == Words{"www.example.org"});
  CHECK(addresses("mail jo.bloggs@mail.co.uk now") == Words{"jo.bloggs@mail.co.uk"});
  CHECK(addresses("at ncpont.ac.uk/open today") == Words{"ncpont.ac.uk/open"});
  CHECK(addresses("version 3.11 and e.g. this") == Words{});
  CHECK(addresses("@handle said hi") == Words{});
}

TEST_CASE("triggers are the words with digits and those behind an @") {
  Prepared prepared = prepare("call 01632 960001 or @me or a@b");
  CHECK(prepared.triggers == std::vector<std::uint32_t>{1, 2, 4, 7});
}

TEST_CASE("long input takes linear time and stays inside its bounds") {
  for (std::string unit : {"a", "1", "@", ".", "'", "é", "\u0301", "\u200B", "a.b", "x@y.com ", "ﷺ", "http://"}) {
    std::string text;
    while (text.size() < 400000) text += unit;
    Prepared prepared = prepare(text);
    bool inside = true;
    for (const auto& token : prepared.tokens)
      inside = inside && token.begin <= token.end && token.end <= prepared.folded.size();
    CHECK(inside);
  }
}
