// What a value that has the form of an identifier is, and how sure that is: form, check digits and the words around it.
//
// High: form and check and a word that names it, or a form that is rare. Medium: form and check, or form and word. Low:
// form alone. A word counts within the sentence, at most 40 characters before the value or 20 behind it. A failed check
// refuses a value, unless a word names it: then a slip of the pen is still a disclosure ("looks like", medium).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/names.h"
#include "text/prepared.h"

namespace postvet {

// What is reported; in the order of the rules.
enum class IdentifierKind : std::uint8_t {
  email,
  phone,
  postcode,
  address,
  date_of_birth,
  national_insurance,
  nhs_number,
  upn,
  uln,
  payment_card,
  iban
};

// What is looked for; in the order of the patterns. Ten digits may be an NHS number or a ULN.
enum class Form : std::uint8_t {
  email,
  phone,
  postcode,
  address,
  date,
  birthday_wish,
  national_insurance,
  ten_digits,
  upn,
  payment_card,
  iban
};
inline constexpr std::size_t kFormCount = 11;

// The words that name an identifier, as classes of the lexicon.
enum class Keyword : std::uint8_t {
  phone,
  postcode,
  address,
  home,
  town,
  venue,
  date_of_birth,
  born,
  birthday,
  national_insurance,
  nhs_number,
  upn,
  uln,
  payment_card,
  iban
};
inline constexpr std::size_t kKeywords = 15;

// The name of the lexicon's class: "keyword.phone".
std::string_view keyword_class(Keyword keyword);

struct KeywordPlace {
  Keyword keyword = Keyword::phone;
  Span folded;
};

inline constexpr std::size_t kKeywordBefore = 40;  // characters
inline constexpr std::size_t kKeywordAfter = 20;

struct Candidate {
  IdentifierKind kind = IdentifierKind::email;
  Form form = Form::email;
  Span folded;
  Confidence confidence = Confidence::low;
  bool harmless =
      false;  // reserved, an example, an organisation's, a date that is nobody's: holds its place, is no finding
  bool looks_like = false;                // the check failed
  const KeywordPlace* keyword = nullptr;  // that decided, or nothing
};

// Judges the values of one text. Everything given to it must outlive it.
class IdentifierJudge {
 public:
  // `keywords` sorted by begin. `domains` are the organisation's.
  IdentifierJudge(const Prepared& prepared, std::span<const KeywordPlace> keywords,
                  const std::vector<std::string>& domains)
      : prepared_(prepared), keywords_(keywords), domains_(domains) {}

  // Nothing when the value is no identifier.
  std::optional<Candidate> judge(Form form, Span folded) const;

  // The street without a number behind a word for a home: "lives at Rose Court". Nothing when there is none.
  std::optional<Candidate> home_street(const KeywordPlace& home) const;

 private:
  std::optional<Candidate> email(Candidate candidate) const;
  std::optional<Candidate> phone(Candidate candidate) const;
  std::optional<Candidate> postcode(Candidate candidate) const;
  std::optional<Candidate> address(Candidate candidate) const;
  std::optional<Candidate> date(Candidate candidate) const;
  std::optional<Candidate> birthday_wish(Candidate candidate) const;
  std::optional<Candidate> national_insurance(Candidate candidate) const;
  std::optional<Candidate> ten_digits(Candidate candidate) const;
  std::optional<Candidate> upn(Candidate candidate) const;
  std::optional<Candidate> payment_card(Candidate candidate) const;
  std::optional<Candidate> iban(Candidate candidate) const;

  std::string_view folded(Span span) const;
  bool is_capital(Span span) const;
  bool words_are_capitalised(Span span) const;
  std::string_view word_before(std::size_t at) const;
  std::string_view word_after(std::size_t at) const;
  bool same_sentence(Span first, Span second) const;
  const KeywordPlace* keyword_near(Span value, std::uint32_t wanted) const;

  const Prepared& prepared_;
  std::span<const KeywordPlace> keywords_;
  const std::vector<std::string>& domains_;
};

// Leaves one candidate a place, sorted by place. The sure and the harmless go before the low; among them the form
// decides: e-mail, IBAN, card, UPN, national insurance, date, phone, ten digits, address, postcode. n log n.
void resolve_overlaps(std::vector<Candidate>& candidates);

}  // namespace postvet
