#include "check/identifier_judge.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

#include "text/prepared.h"

using namespace postvet;

namespace {

const std::vector<std::string> kNoDomains;

Prepared prepare(std::string_view text) {
  static Preparer preparer;
  Prepared prepared;
  preparer.prepare(text, prepared);
  return prepared;
}

Candidate candidate(Form form, Span span, Confidence confidence, bool harmless = false) {
  Candidate c;
  c.form = form;
  c.folded = span;
  c.confidence = confidence;
  c.harmless = harmless;
  return c;
}

std::vector<Form> forms(std::vector<Candidate> candidates) {
  resolve_overlaps(candidates);
  std::vector<Form> out;
  for (const Candidate& c : candidates) out.push_back(c.form);
  return out;
}

using Forms = std::vector<Form>;

}  // namespace

TEST_CASE("a keyword makes surer, in reach and in its sentence") {
  Prepared prepared = prepare("one two 4857773457 three");
  Span value{8, 18};
  for (Span place : {Span{0, 3}, Span{4, 7}, Span{19, 24}}) {
    std::vector<KeywordPlace> keywords{{Keyword::nhs_number, place}};
    auto judged = IdentifierJudge(prepared, keywords, kNoDomains).judge(Form::ten_digits, value);
    REQUIRE(judged);
    CHECK(judged->confidence == Confidence::high);
    CHECK(judged->keyword == keywords.data());
  }
  auto bare = IdentifierJudge(prepared, {}, kNoDomains).judge(Form::ten_digits, value);
  REQUIRE(bare);
  CHECK(bare->confidence == Confidence::low);
  CHECK(bare->keyword == nullptr);
  // A word of another type does nothing.
  std::vector<KeywordPlace> other{{Keyword::iban, {0, 3}}};
  CHECK(IdentifierJudge(prepared, other, kNoDomains).judge(Form::ten_digits, value)->confidence == Confidence::low);
}

TEST_CASE("the nearest word before the value decides") {
  Prepared prepared = prepare("uln or nhs 9276308685");
  std::vector<KeywordPlace> keywords{{Keyword::uln, {0, 3}}, {Keyword::nhs_number, {7, 10}}};
  auto judged = IdentifierJudge(prepared, keywords, kNoDomains).judge(Form::ten_digits, {11, 21});
  REQUIRE(judged);
  CHECK(judged->kind == IdentifierKind::nhs_number);
  CHECK(judged->looks_like);
}

TEST_CASE("a home without a number") {
  Prepared prepared = prepare("lives at Rose Court now");
  KeywordPlace home{Keyword::home, {0, 8}};
  auto street = IdentifierJudge(prepared, {&home, 1}, kNoDomains).home_street(home);
  REQUIRE(street);
  CHECK(street->folded == Span{9, 19});
  for (std::string_view text :
       {"lives at rose court now", "lives at the end of the road", "lives at Park Lane Campus", "lives at"}) {
    CAPTURE(text);
    Prepared other = prepare(text);
    CHECK_FALSE(IdentifierJudge(other, {&home, 1}, kNoDomains).home_street(home));
  }
}

TEST_CASE("where two overlap the more specific stays") {
  CHECK(forms({candidate(Form::phone, {0, 10}, Confidence::high),
               candidate(Form::date, {2, 8}, Confidence::high, true)}) == Forms{Form::date});
  CHECK(forms({candidate(Form::ten_digits, {0, 10}, Confidence::medium),
               candidate(Form::phone, {0, 10}, Confidence::low)}) == Forms{Form::ten_digits});
  CHECK(forms({candidate(Form::ten_digits, {0, 10}, Confidence::low),
               candidate(Form::phone, {0, 10}, Confidence::low)}) == Forms{Form::phone});
  CHECK(forms({candidate(Form::postcode, {20, 27}, Confidence::medium),
               candidate(Form::address, {0, 27}, Confidence::high)}) == Forms{Form::address});
  CHECK(forms({candidate(Form::iban, {0, 27}, Confidence::high),
               candidate(Form::payment_card, {5, 24}, Confidence::high)}) == Forms{Form::iban});
}

TEST_CASE("what does not overlap stays, by place") {
  CHECK(forms({candidate(Form::postcode, {20, 27}, Confidence::low), candidate(Form::email, {0, 10}, Confidence::high),
               candidate(Form::phone, {10, 20}, Confidence::medium)}) ==
        Forms{Form::email, Form::phone, Form::postcode});
  CHECK(forms({}).empty());
}

TEST_CASE("keywords have class names") {
  CHECK(keyword_class(Keyword::phone) == "keyword.phone");
  CHECK(keyword_class(Keyword::iban) == "keyword.iban");
  CHECK(keyword_class(Keyword::date_of_birth) == "keyword.date-of-birth");
}
