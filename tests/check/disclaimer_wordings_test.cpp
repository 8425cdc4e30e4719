// The sentences that the policy offers to paste must themselves be what the checker asks for.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "scan/builtin.h"
#include "scan/engine.h"

using namespace postvet;

namespace {

constexpr std::size_t kShort = 40;  // characters

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_utf8_continuation(c); }));
}

// What the signals of the shipped lexicons say of a profile.
Context context_of(const Engine& engine, const std::string& bio) {
  Post post;
  post.kind = PostKind::profile;
  Field field;
  field.name = "text";
  field.text = bio;
  post.fields.push_back(field);
  Preparer preparer;
  std::vector<Prepared> prepared(1);
  preparer.prepare(post.fields[0].text, prepared[0]);
  Hits hits(1);
  auto scratch = engine.matcher().make_scratch();
  engine.matcher().match(prepared[0], {}, {}, *scratch, hits[0]);
  return engine.contexts().make(post, prepared, hits, nullptr, nullptr);
}

}  // namespace

TEST_CASE("every wording that the policy offers says both halves") {
  auto engine = Engine::make(builtin_lexicon(), builtin_policy());
  REQUIRE(engine);
  REQUIRE(!(*engine)->policy().wordings.empty());
  for (const auto& [purpose, wording] : (*engine)->policy().wordings) {
    for (const std::string& bio : {wording, "Biology teacher at New College Pontefract. " + wording, wording + " Biology teacher at New College Pontefract.",
                                   "🧬 Biology @ New College Pontefract | " + wording}) {
      INFO(purpose, ": ", bio);
      Context context = context_of(**engine, bio);
      CHECK(context.has(DisclaimerHalf::Half::own, true));
      CHECK(context.has(DisclaimerHalf::Half::not_organisation, true));
    }
  }
}

TEST_CASE("the short wording fits where little room is left") {
  Policy policy = builtin_policy();
  CHECK(!policy.wording("short").empty());
  CHECK(characters(policy.wording("short")) <= kShort);
}
