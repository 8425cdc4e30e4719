#include "lexicon/chart.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/compiled.h"
#include "lexicon_of.h"

using namespace postvet;
using namespace postvet_test;

namespace {

constexpr std::string_view kWords = R"(
classes:
  animal: {pos: noun, words: [dog, big dog, cat]}
  colour: [red, dark red]
  beast: {include: [animal], words: ["<colour> <animal>"]}
  pack: {words: ["<beast> and <beast>"]}
  number: {include: [shape.number]}
)";

class Fixture {
 public:
  explicit Fixture(std::string_view yaml = kWords)
      : lexicon_(compile(lexicon_of(yaml), {""})),
        chart({lexicon_.dictionary, lexicon_.classes, lexicon_.little_frames, lexicon_.disguises, lexicon_.shapes}) {}

  void open(std::string_view text, const std::vector<Zone>& zones = {}) {
    text_ = text;
    preparer_.prepare(text_, prepared_);
    chart.open(prepared_, zones, {0, prepared_.tokens.size()});
  }

  std::uint16_t id(std::string_view cls) const { return *lexicon_.classes.id(cls); }

  // The ends of the members of a class that begin with a unit.
  std::set<std::size_t> ends(std::string_view cls, std::size_t at) {
    std::set<std::size_t> all;
    chart.for_spans(id(cls), at, [&](std::size_t end, std::uint16_t) { all.insert(end); });
    return all;
  }

 private:
  CompiledLexicon lexicon_;
  std::string text_;
  Preparer preparer_;
  Prepared prepared_;

 public:
  Chart chart;
};

using Ends = std::set<std::size_t>;

}  // namespace

TEST_CASE("words, phrases and what includes their classes begin where they stand") {
  Fixture f;
  f.open("a big dog, dark red cats");
  CHECK(f.chart.units.size() == 6);
  CHECK(f.ends("animal", 0).empty());
  CHECK(f.ends("animal", 1) == Ends{3});
  CHECK(f.ends("animal", 2) == Ends{3});
  CHECK(f.ends("beast", 1) == Ends{3});
  CHECK(f.ends("colour", 3) == Ends{5});
  CHECK(f.ends("colour", 4) == Ends{5});
  CHECK(f.ends("beast", 3) == Ends{6});  // a little frame
  CHECK(f.ends("beast", 4) == Ends{6});
  CHECK(f.ends("animal", 3).empty());
  CHECK(f.chart.has(f.id("animal"), {0, 6}));
  CHECK_FALSE(f.chart.has(f.id("animal"), {3, 5}));
  CHECK_FALSE(f.chart.has(f.id("animal"), {1, 1}));
  CHECK_FALSE(f.chart.has(kNoClass, {0, 6}));
}

TEST_CASE("little frames are made of little frames, and have the form of their last element") {
  Fixture f;
  f.open("red dog and dark red cats");
  CHECK(f.ends("pack", 0) == Ends{6});
  CHECK(f.ends("pack", 1) == Ends{6});
  CHECK(f.ends("pack", 3).empty());
  std::uint16_t forms = 0;
  f.chart.for_spans(f.id("beast"), 3, [&](std::size_t, std::uint16_t more) { forms = more; });
  CHECK(forms == kPlural);
  f.chart.for_spans(f.id("beast"), 0, [&](std::size_t, std::uint16_t more) { forms = more; });
  CHECK(forms == kBase);
}

TEST_CASE("shapes are members of the classes that include them") {
  Fixture f;
  f.open("room 17 and dog");
  CHECK(f.ends("number", 1) == Ends{2});
  CHECK(f.ends("number", 0).empty());
}

TEST_CASE("what may be held is told by the words alone") {
  Fixture f;
  f.open("dog red");
  auto may = [&](std::string_view cls) {
    std::uint16_t id = f.id(cls);
    return f.chart.may_hold({&id, 1});
  };
  CHECK(may("animal"));
  CHECK(may("colour"));
  CHECK(may("beast"));
  CHECK_FALSE(may("pack"));  // there is no "and"
  CHECK_FALSE(may("number"));
  f.open("red dog");
  CHECK(f.ends("beast", 0) == Ends{2});
  f.open("nothing");
  CHECK_FALSE(may("beast"));
}

TEST_CASE("a chart that is used again holds nothing of the text before") {
  Fixture f;
  f.open("red dog and red cat");
  CHECK(f.ends("pack", 0) == Ends{5});
  f.open("red dog or red cat");
  CHECK(f.ends("pack", 0).empty());
  f.open("");
  CHECK(f.chart.units.empty());
  for (int i = 0; i < 3000; ++i) {  // more than the memory of little frames holds
    f.open("red dog and red cat and red dog");
    REQUIRE(f.ends("pack", 0) == Ends{5});
    REQUIRE(f.ends("beast", 6) == Ends{8});
  }
}

TEST_CASE("words in code and addresses are no words, and part what stands beside them") {
  Fixture f;
  Zone code;
  code.kind = ZoneKind::code;
  code.span = {4, 7};
  f.open("big red dog", {code});
  CHECK(f.ends("colour", 1).empty());
  CHECK(f.chart.units[1].word == 0);
  CHECK_FALSE(f.chart.units[1].joined);
  CHECK_FALSE(f.chart.units[2].joined);
}

TEST_CASE("clauses and sentences") {
  Fixture f;
  f.open("One two; three four. Five six");
  CHECK(f.chart.clause_of(0) == Span{0, 2});
  CHECK(f.chart.clause_of(1) == Span{0, 2});
  CHECK(f.chart.clause_of(3) == Span{2, 4});
  CHECK(f.chart.clause_of(5) == Span{4, 6});
  CHECK(f.chart.sentence_of(3) == Span{0, 4});
  CHECK(f.chart.sentence_of(4) == Span{4, 6});
}

TEST_CASE("text without punctuation is looked at piece by piece") {
  Fixture f;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "so ";
  f.open(text);
  CHECK(f.chart.sentence_of(1000) == Span{744, 1256});
  CHECK(f.chart.clause_of(10) == Span{0, 266});
  CHECK(f.chart.clause_of(1999) == Span{1743, 2000});
}

TEST_CASE("units are found by their words") {
  Fixture f;
  f.open("we don't see");
  CHECK(f.chart.units.size() == 4);  // do and n't
  CHECK(f.chart.unit_at(0) == 0);
  CHECK(f.chart.unit_at(1) == 1);
  CHECK(f.chart.unit_at(2) == 3);
  CHECK(f.chart.unit_at(3) == 4);
}
