#include "lexicon/shapes.h"

#include <doctest/doctest.h>

#include "lexicon_of.h"

using namespace postvet;
using namespace postvet_test;

namespace {

constexpr std::string_view kNames = R"(
classes:
  name.first: [jenny, sam, mary]
  name.first.ambiguous: [will, grace, mark]
  name.title: [mr, mrs, ms, dr, miss, sir]
rules:
  a/b: {summary: s, message: m, help: h, terms: [zzz]}
)";

struct Row {
  std::string_view text;
  Words found;
};

// Each text is followed by a sentence with the anchor, without which no class is looked for.
void check(std::string_view cls, const std::vector<Row>& rows) {
  Finder finder(kNames);
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(finder.of_class(std::string(row.text) + "\n\nzzz", cls) == row.found);
  }
}

}  // namespace

TEST_CASE("names of persons") {
  check(kShapeName, {
                        {"we saw Mr Hargreaves today", {"Mr Hargreaves"}},
                        {"we saw Mr. Hargreaves today", {"Mr. Hargreaves"}},
                        {"MRS? no, Mrs Lowe-Smith", {"Mrs Lowe-Smith"}},
                        {"Dr J. Whitfield came", {"Dr J. Whitfield"}},
                        {"ask Jenny about it", {"Jenny"}},
                        {"ask Jenny Hargreaves about it", {"Jenny Hargreaves"}},
                        {"ask Jenny Lowe-Smith", {"Jenny Lowe-Smith"}},
                        {"Jenny's dog", {"Jenny's"}},
                        {"Grace Hargreaves sang", {"Grace Hargreaves"}},
                        {"Will Lowe and Mark Lowe", {"Will Lowe", "Mark Lowe"}},
                        {"Jenny B. Hargreaves", {"Jenny B. Hargreaves"}},

                        {"Will you come", {}},
                        {"Grace is a virtue", {}},
                        {"Mark my words", {}},
                        {"the sir said", {}},
                        {"mr hargreaves", {}},
                        {"ask jenny", {}},
                        {"ASK JENNY", {}},
                        {"Will. Smith", {}},
                        {"Dr. who", {}},
                        {"Miss the bus", {}},
                        {"Hargreaves sang", {}},
                        {"Will, Hargreaves", {}},
                        {"New College Pontefract", {}},
                    });
}

TEST_CASE("handles") {
  check(kShapeHandle, {
                          {"hi @jenny", {"jenny"}},
                          {"hi @jenny_h.42 there", {"jenny_h.42"}},
                          {"@a and @b", {"a", "b"}},
                          {"(@jenny)", {"jenny"}},
                          {"\uFF20jenny", {"jenny"}},
                          {"hi @jenny.", {"jenny"}},
                          {"@jenny, @sam!", {"jenny", "sam"}},

                          {"hi jenny", {}},
                          {"meet @ noon", {}},
                          {"@", {}},
                          {"see jenny@mail.co.uk", {}},
                          {"@ jenny", {}},
                          {"#jenny", {}},
                          {"jenny_h", {}},
                      });
}

TEST_CASE("hashtags") {
  check(kShapeHashtag, {
                           {"so #proud", {"proud"}},
                           {"so #proud_of_it now", {"proud_of_it"}},
                           {"#a #b", {"a", "b"}},
                           {"#2024", {"2024"}},

                           {"so proud", {}},
                           {"# heading", {}},
                           {"no # tag", {}},
                           {"@proud", {}},
                           {"#", {}},
                       });
}

TEST_CASE("capitals and numbers") {
  check(kShapeCapital, {
                           {"the Tower in York", {"Tower", "York"}},
                           {"hello. The tower", {}},
                           {"the TOWER", {}},
                           {"the tower", {}},
                           {"the B2 tower", {}},
                           {"The tower", {}},
                           {"so Siân came", {"Siân"}},
                       });
  check(kShapeNumber, {
                          {"in 2024", {"2024"}},
                          {"room 7", {"7"}},
                          {"3.5", {"3", "5"}},
                          {"room b7", {}},
                          {"two", {}},
                          {"2nd", {}},
                          {"C3PO", {}},
                      });
}
