#include "lexicon/compiled.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lexicon/matcher.h"
#include "lexicon_of.h"
#include "shipped.h"

using namespace postvet;
using namespace postvet_test;

namespace {

// Bytes at an address that the tables may be read from.
class Aligned {
 public:
  explicit Aligned(const std::string& bytes) : size_(bytes.size()), words_(bytes.size() / 8 + 2) {
    bytes.copy(reinterpret_cast<char*>(words_.data()), bytes.size());
  }
  std::string_view bytes() const { return {reinterpret_cast<const char*>(words_.data()), size_}; }

 private:
  std::size_t size_;
  std::vector<std::uint64_t> words_;
};

}  // namespace

TEST_CASE("tables that are read from bytes find what those find that were just made") {
  Lexicon lexicon = shipped_lexicon();
  CompiledLexicon made = compile(lexicon, {"org.", "keyword."});
  Aligned bytes(to_bytes(made));
  Matcher one(std::move(made));
  Matcher two(compiled_from_bytes(bytes.bytes()));
  REQUIRE(one.rule_count() == two.rule_count());
  for (std::uint32_t rule = 0; rule < one.rule_count(); ++rule) {
    CHECK(one.rule(rule).id == two.rule(rule).id);
    CHECK(one.rule(rule).help == two.rule(rule).help);
    CHECK(one.rule(rule).severity == two.rule(rule).severity);
    CHECK(one.is_signal(rule) == two.is_signal(rule));
  }
  Matcher::ScratchPtr scratch_one = one.make_scratch();
  Matcher::ScratchPtr scratch_two = two.make_scratch();
  Preparer preparer;
  Prepared prepared;
  std::size_t found = 0;
  for (const std::string& text : corpus_texts()) {
    preparer.prepare(text, prepared);
    FieldHits a;
    FieldHits b;
    one.match(prepared, {}, {}, *scratch_one, a);
    two.match(prepared, {}, {}, *scratch_two, b);
    REQUIRE(a.entries.size() == b.entries.size());
    REQUIRE(a.classes.size() == b.classes.size());
    for (std::size_t i = 0; i < a.entries.size(); ++i) {
      REQUIRE(one.entry_name(a.entries[i].entry) == two.entry_name(b.entries[i].entry));
      REQUIRE(a.entries[i].first == b.entries[i].first);
    }
    found += a.entries.size();
  }
  CHECK(found > 500);
}

TEST_CASE("a lexicon is compiled to the same bytes every time") {
  Lexicon lexicon = shipped_lexicon();
  CHECK(to_bytes(compile(lexicon, {"org."})) == to_bytes(compile(lexicon, {"org."})));
}

TEST_CASE("what is wanted is told, and nothing else") {
  constexpr std::string_view kYaml =
      "classes: {x.a: [zorb], x.b: [\"<x.a> dorf\"], y: [zorb]}\n"
      "rules:\n  a/b: {summary: s, message: m, help: h, terms: [blarg]}\n";
  Matcher matcher(lexicon_of(kYaml), {"x."});
  Matcher::ScratchPtr scratch = matcher.make_scratch();
  Preparer preparer;
  Prepared prepared;
  preparer.prepare("a blarg zorb dorf", prepared);
  FieldHits hits;
  matcher.match(prepared, {}, {}, *scratch, hits);
  REQUIRE(hits.classes.size() == 2);
  for (const ClassHit& hit : hits.classes) CHECK(hit.first == 2);
}
