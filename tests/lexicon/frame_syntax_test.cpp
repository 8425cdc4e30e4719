#include "lexicon/frame_syntax.h"

#include <doctest/doctest.h>

using namespace postvet;
using Kind = Element::Kind;

TEST_CASE("every element of the page") {
  auto frame = parse_frame("^ <group.x:plural> be? <adverb>* (scum|bad people|<foul>)+ ... ..6 !not || word $");
  REQUIRE(frame);
  REQUIRE(frame->size() == 11);
  const auto& e = *frame;
  CHECK(e[0].kind == Kind::clause_start);
  CHECK(e[1].alternatives[0][0].is_class);
  CHECK(e[1].alternatives[0][0].name == "group.x");
  CHECK(e[1].alternatives[0][0].forms == kPlural);
  CHECK(e[2].alternatives[0][0].name == "be");
  CHECK((e[2].least == 0 && e[2].most == 1));
  CHECK((e[3].least == 0 && e[3].most == 3));
  CHECK(e[3].alternatives[0][0].forms == kForms);
  REQUIRE(e[4].alternatives.size() == 3);
  CHECK(e[4].alternatives[1].size() == 2);
  CHECK(e[4].alternatives[2][0].is_class);
  CHECK((e[4].least == 1 && e[4].most == 3));
  CHECK((e[5].kind == Kind::any && e[5].least == 0 && e[5].most == 3));
  CHECK((e[6].kind == Kind::any && e[6].least == 0 && e[6].most == 6));
  CHECK(e[7].negative);
  CHECK(e[8].kind == Kind::border);
  CHECK((e[9].kind == Kind::cls && !e[9].negative));
  CHECK(e[10].kind == Kind::clause_end);
}

TEST_CASE("forms") {
  struct Row {
    std::string_view name;
    std::uint16_t forms;
  };
  for (const Row& row : {Row{"plural", kPlural},
                         {"singular", kBase},
                         {"base", kBase},
                         {"s", kThirdPerson},
                         {"past", kPast},
                         {"ing", kGerund}}) {
    auto frame = parse_frame("<x:" + std::string(row.name) + ">");
    REQUIRE(frame);
    CHECK((*frame)[0].alternatives[0][0].forms == row.forms);
  }
}

TEST_CASE("what is wrong with a frame is said") {
  struct Row {
    std::string_view frame, what;
  };
  const Row rows[] = {
      {"", "the frame holds no word or class that it needs"},
      {"   ", "the frame holds no word or class that it needs"},
      {"^ $", "the frame holds no word or class that it needs"},
      {"a? <b>*", "the frame holds no word or class that it needs"},
      {"!a ...", "the frame holds no word or class that it needs"},
      {"<a", "a < is not closed"},
      {"<a:plurals>", "a form is one of plural, singular, base, s, past, ing"},
      {"<a:>", "a form is one of plural, singular, base, s, past, ing"},
      {"(a|b", "a bracket is not closed"},
      {"(a|)", "an alternative is empty"},
      {"()", "an alternative is empty"},
      {"a ..0", "a gap is written ... or ..N with N from 1 to 20"},
      {"a ..21", "a gap is written ... or ..N with N from 1 to 20"},
      {"a ..999", "a gap is written ... or ..N with N from 1 to 20"},
      {"a ..x", "a gap is written ... or ..N with N from 1 to 20"},
      {"a ..", "a gap is written ... or ..N with N from 1 to 20"},
      {"a !b?", "!X takes no ?, * or +"},
      {"a !b*", "!X takes no ?, * or +"},
      {"a !(b|c)+", "!X takes no ?, * or +"},
      {"a ?", "a word is missing at character 3"},
      {"a !", "a word is missing at character 4"},
      {"a??", "a space is missing at character 3"},
      {"<a><b>", "a space is missing at character 4"},
      {"<a>s", "a space is missing at character 4"},
      {"(a|b)c", "a space is missing at character 6"},
      {"a ....", "a space is missing at character 6"},
      {"a ..3b", "a space is missing at character 6"},
      {"a ||b", "a space is missing at character 5"},
      {"^a", "a space is missing at character 2"},
      {"<> a", "a class needs a name"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.frame);
    auto frame = parse_frame(row.frame);
    REQUIRE_FALSE(frame);
    CHECK(frame.error().what == row.what);
  }
}

TEST_CASE("a frame has at most so many words") {
  std::string twenty;
  for (int i = 0; i < 20; ++i) twenty += "a+ ";
  CHECK(parse_frame(twenty));
  auto more = parse_frame(twenty + "b");
  REQUIRE_FALSE(more);
  CHECK(more.error().what == "the frame is longer than 60 words");
}
