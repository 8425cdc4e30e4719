#include "lexicon/marks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "lexicon_of.h"

using namespace postvet;
using namespace postvet_test;

namespace {

struct Fixture {
  explicit Fixture(const std::string& yaml)
      : lexicon(lexicon_of(yaml)), vocabulary(lexicon), marks(lexicon, vocabulary) {}

  const ClassMarks& of(std::string_view cls) const { return marks.of_class(*lexicon.class_named(cls)); }
  bool marked(std::string_view cls, std::string_view word, std::string_view next = "") const {
    std::pair<std::uint32_t, std::uint32_t> mark{vocabulary.number(word), next.empty() ? 0 : vocabulary.number(next)};
    const auto& words = of(cls).words;
    return std::find(words.begin(), words.end(), mark) != words.end();
  }

  Lexicon lexicon;
  Vocabulary vocabulary;
  Marks marks;
};

std::string rule(const std::string& lines) {
  return "rules:\n  a/b:\n    summary: s\n    message: m\n    help: h\n" + lines;
}

}  // namespace

TEST_CASE("a phrase is marked by its rarest word, or by two common ones side by side") {
  Fixture f("classes: {x: [the zorb of it, is it on], y: [zorb], z: [\"is n't\"]}");
  CHECK(f.marked("x", "zorb"));
  CHECK(f.of("x").words.size() == 2);
  bool pair = f.marked("x", "is", "it") || f.marked("x", "it", "on");
  CHECK(pair);
  CHECK_FALSE(f.marked("x", "on"));
  CHECK(f.of("x").commonness > f.of("y").commonness);
  bool single = f.marked("z", "is") || f.marked("z", "n't");  // half a contraction makes no pair
  CHECK(single);
}

TEST_CASE("a class is marked by what it includes, its little frames and its shapes") {
  Fixture f(
      "classes:\n  x: [zorb]\n  y: {include: [x], words: [wizzle, \"the <x>\"]}\n  z: {include: [shape.number]}\n");
  CHECK(f.marked("y", "zorb"));
  CHECK(f.marked("y", "wizzle"));
  CHECK_FALSE(f.marked("y", "the"));
  CHECK(f.of("z").shapes == kNumberMark);
  CHECK(f.of("x").shapes == 0);
  ClassMarks own = f.marks.of({*f.lexicon.class_named("y"), true});
  CHECK(own.words.size() == 1);
}

TEST_CASE("a frame has a way for each way in which its rarest class can be there") {
  Fixture f("classes:\n  x: [zorb, big zorb]\n  y: {include: [x], words: [\"the <x> || of\"]}\n" +
            rule("    terms: [blarg]\n    frames: [\"you ... <y>+ !so (is|are)?\"]\n"));
  std::vector<Way> ways = ways_of(f.lexicon, f.marks);
  REQUIRE(ways.size() == 3);
  CHECK(ways[0].parts.size() == 1);
  CHECK(ways[0].borders == 0);
  // By a word of x, which may be any of three; by the little frame.
  auto by_word = std::find_if(ways.begin() + 1, ways.end(), [](const Way& way) { return way.borders == 0; });
  REQUIRE(by_word != ways.end());
  REQUIRE(by_word->parts.size() == 6);  // you, gap, more y, x, more y, is
  CHECK(by_word->parts[0].is_needed);
  CHECK_FALSE(by_word->parts[1].is_needed);
  CHECK(by_word->parts[1].length.most == 3);
  CHECK(by_word->parts[3].need.own_words);
  CHECK(by_word->parts[3].length.least == 1);
  CHECK(by_word->parts[3].length.most == 2);
  CHECK_FALSE(by_word->parts[5].is_needed);
  auto by_frame = std::find_if(ways.begin() + 1, ways.end(), [](const Way& way) { return way.borders == 1; });
  REQUIRE(by_frame != ways.end());
  CHECK(std::count_if(by_frame->parts.begin(), by_frame->parts.end(),
                      [](const Way::Part& part) { return part.is_needed; }) == 4);  // you, the, x, of
}
