#include "lexicon/class_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

#include "lexicon/compiled.h"
#include "lexicon_of.h"

using namespace postvet;
using namespace postvet_test;

namespace {

constexpr std::string_view kYaml = R"(
classes:
  group.some: [zorbs]
  colour: [red]
  animal: {words: [dog, "<colour> dog"]}
  beast: {include: [animal]}
  plain: [so]
rules:
  a/b: {summary: s, message: m, help: h, frames: ["(<group.some>|us) is <beast>", "(big|old) <plain>"]}
)";

}  // namespace

TEST_CASE("classes are found by their names, if they have one") {
  CompiledLexicon lexicon = compile(lexicon_of(kYaml), {"be", "group."});
  const ClassTable& classes = lexicon.classes;
  REQUIRE(classes.id("colour"));
  CHECK_FALSE(classes.id("colou"));
  CHECK_FALSE(classes.id("colours"));
  CHECK_FALSE(classes.id(""));
  CHECK_FALSE(classes.id("=is"));
  CHECK(classes.is_target(*classes.id("group.some")));
  CHECK_FALSE(classes.is_target(*classes.id("animal")));
  CHECK(classes.is_wanted(*classes.id("group.some")));
  CHECK(classes.is_wanted(*classes.id("beast")));
  CHECK_FALSE(classes.is_wanted(*classes.id("animal")));
}

TEST_CASE("classes that little frames fill are known, with what they may begin with") {
  CompiledLexicon lexicon = compile(lexicon_of(kYaml), {"beast"});
  const ClassTable& classes = lexicon.classes;
  std::uint16_t animal = *classes.id("animal");
  std::uint16_t beast = *classes.id("beast");
  std::uint16_t colour = *classes.id("colour");
  CHECK(classes.filled(colour) == 0);
  CHECK(classes.filled(*classes.id("plain")) == 0);
  REQUIRE(classes.filled(animal) != 0);
  REQUIRE(classes.filled(beast) != 0);
  REQUIRE(classes.little_frames(classes.filled(animal)).size() == 1);
  CHECK(classes.little_frames(classes.filled(beast)).empty());
  REQUIRE(classes.parts(classes.filled(beast)).size() == 1);
  CHECK(classes.parts(classes.filled(beast))[0].cls == animal);
  CHECK((classes.bits(beast) & class_bit(colour)) != 0);
  CHECK((classes.bits(beast) & class_bit(beast)) != 0);
  CHECK(classes.frame_bits(classes.little_frames(classes.filled(animal))[0]) == class_bit(colour));
  CHECK(classes.bits_of({}) == ~ClassBits{0});
  CHECK(std::ranges::find(classes.wanted_filled(), beast) != classes.wanted_filled().end());
}
