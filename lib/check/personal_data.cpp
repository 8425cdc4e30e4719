// Personal data that a form gives away: e-mail addresses, telephone numbers, addresses, dates of birth and the numbers
// by which the state, schools and banks know a person.
#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "check/checker.h"
#include "check/dates.h"
#include "check/disguised_emails.h"
#include "check/identifier_judge.h"
#include "check/scanners.h"
#include "check/streets.h"
#include "text/borders.h"

namespace postvet {
namespace {

// In the order of IdentifierKind. The examples are invented.
constexpr Rule kRules[] = {
    {.id = "personal-data/email",
     .summary = "An e-mail address of a person.",
     .severity = Severity::error,
     .confidence = Confidence::high,
     .message = "gives away the e-mail address of a person",
     .help = "remove it, or give the address of an office such as enquiries@",
     .explanation = "An e-mail address that belongs to one person is personal data, also when the college issued it. "
                    "Once it is public "
                    "it cannot be called back: it is collected for spam, fraud and unwanted contact. Addresses of an "
                    "office or a team "
                    "are made to be public and are not found.",
     .good = "Questions? Write to enquiries@college.ac.uk.",
     .bad = "Just email priya.n4ir@mailbox.co.uk and she will sort it."},
    {.id = "personal-data/phone",
     .summary = "A telephone number of a person.",
     .severity = Severity::error,
     .confidence = Confidence::high,
     .message = "gives away a telephone number",
     .help = "remove it, or give the number of a reception or helpline if the organisation publishes one",
     .explanation = "A private telephone number lets strangers reach a student or colleague at any hour and is hard to "
                    "change. Numbers "
                    "kept for drama, emergency numbers and well-known helplines are not found. A number that the "
                    "organisation itself "
                    "publishes may stay, but check that it is not somebody's own.",
     .good = "In an emergency call 999. Childline is on 0800 1111.",
     .bad = "Text Mr Okafor on 07911 123456 if you are late."},
    {.id = "personal-data/postcode",
     .summary = "A postcode that may show where somebody lives.",
     .severity = Severity::warning,
     .confidence = Confidence::medium,
     .message = "gives a postcode beside words about where somebody lives",
     .help = "leave the postcode out, or name the town only",
     .explanation = "A postcode covers about fifteen homes; with a name or a photograph it often leads to one door. "
                    "The postcode of a "
                    "public building is no personal data.",
     .good = "She lives on the other side of Wakefield.",
     .bad = "He lives near WF8 4QR."},
    {.id = "personal-data/address",
     .summary = "A postal address: a number and a street, with or without a postcode.",
     .severity = Severity::error,
     .confidence = Confidence::high,
     .message = "gives away a postal address",
     .help = "remove it; for a venue, name the building instead",
     .explanation = "A home address puts the people who live there within reach of anybody who reads the post. The "
                    "policy asks that "
                    "personal addresses are not passed on, and that nobody can be identified by what is disclosed.",
     .good = "We meet at the main entrance on Park Lane.",
     .bad = "Party at Flat 3, 112 Wakefield Road, WF1 2DA tonight!"},
    {.id = "personal-data/date-of-birth",
     .summary = "A date of birth, or a birthday wish that tells the age.",
     .severity = Severity::error,
     .confidence = Confidence::high,
     .message = "gives away a date of birth",
     .help = "remove the date; a birthday wish needs no age and no year",
     .explanation = "A date of birth identifies a person together with a name, is asked for by banks and doctors as "
                    "proof, and does "
                    "not change. A wish that names the age gives the same away to whoever knows the day of the post.",
     .good = "Happy birthday! Results day is 13/08/2026.",
     .bad = "DOB: 03/07/2006"},
    {.id = "personal-data/national-insurance",
     .summary = "A National Insurance number.",
     .severity = Severity::error,
     .confidence = Confidence::high,
     .message = "gives away a National Insurance number",
     .help = "remove it; if it was published, tell the data protection officer",
     .explanation = "A National Insurance number is given for life and opens records about pay, tax and benefits. It "
                    "has no place in a "
                    "post.",
     .good = "Bring your National Insurance card on the first day.",
     .bad = "Her NI number is YZ 61 48 68 B."},
    {.id = "personal-data/nhs-number",
     .summary = "An NHS number.",
     .severity = Severity::error,
     .confidence = Confidence::high,
     .message = "gives away an NHS number",
     .help = "remove it; if it was published, tell the data protection officer",
     .explanation = "An NHS number leads to a person's health records, which the law protects more strongly than other "
                    "data. Ten bare "
                    "digits are taken for one only beside a word that says so, or when they are written in its groups "
                    "and its check "
                    "digit fits.",
     .good = "Bring your NHS number to the appointment.",
     .bad = "His NHS number is 943 476 5919."},
    {.id = "personal-data/upn",
     .summary = "A unique pupil number.",
     .severity = Severity::error,
     .confidence = Confidence::high,
     .message = "gives away a unique pupil number",
     .help = "remove it; crop screenshots of registers and record systems",
     .explanation =
         "The unique pupil number follows a child through every school and links all records about them. It may not be "
         "used outside the systems it was made for.",
     .good = "Ask the exams office for your pupil number.",
     .bad = "UPN B801200005001 is missing from the register."},
    {.id = "personal-data/uln",
     .summary = "A unique learner number.",
     .severity = Severity::error,
     .confidence = Confidence::high,
     .message = "gives away a unique learner number",
     .help = "remove it; crop screenshots of certificates and record systems",
     .explanation = "The unique learner number opens a person's record of learning for life. Ten bare digits are taken "
                    "for one only "
                    "beside a word that says so.",
     .good = "Your unique learner number is on your results slip.",
     .bad = "My ULN is 9276308686, can somebody look up my result?"},
    {.id = "personal-data/payment-card",
     .summary = "The number of a payment card.",
     .severity = Severity::error,
     .confidence = Confidence::high,
     .message = "gives away the number of a payment card",
     .help = "remove it at once, and have the card stopped if it was published",
     .explanation =
         "With the number of a card others pay at its holder's cost. Numbers that payment services publish for "
         "tests are not found.",
     .good = "You can pay by card at reception.",
     .bad = "Use the department card: 4532 0151 1283 0366"},
    {.id = "personal-data/iban",
     .summary = "An international bank account number.",
     .severity = Severity::error,
     .confidence = Confidence::high,
     .message = "gives away a bank account number",
     .help = "remove it; give a payment link of the organisation instead",
     .explanation =
         "An account number with a name is enough for fraud by direct debit and for convincing phishing. Examples "
         "that banks publish are not found.",
     .good = "Donate through the link on our page.",
     .bad = "Transfer it to GB15 MIDL 4005 1512 3456 78."},
};

// What the message says when the check failed; empty for kinds without a check.
constexpr std::string_view kLooksLike[] = {
    {},
    {},
    {},
    {},
    {},
    {},
    "looks like an NHS number with a wrong digit",
    "looks like a unique pupil number with a wrong letter or digit",
    "looks like a unique learner number with a wrong digit",
    "looks like the number of a payment card with a wrong digit",
    "looks like a bank account number with a wrong digit",
};
static_assert(std::size(kRules) == std::size(kLooksLike));

// In the order of Form. Expressions are over folded text; S stands for what may part the groups of a number.
#define S "[ ./-]?"
constexpr PatternSpec kPatterns[] = {
    {.name = "personal-data/email", .scan = scan_emails},
    {.name = "personal-data/phone", .scan = scan_phones},
    {.name = "personal-data/postcode",
     .regex = "[a-z][a-z]?[0-9][0-9a-z]? ?[0-9][abd-hjlnp-uw-z][abd-hjlnp-uw-z]|gir ?0aa"},
    {.name = "personal-data/address", .scan = scan_streets},
    {.name = "personal-data/date-of-birth", .scan = scan_dates},
    {.name = "personal-data/birthday-wish",
     .regex = "happy (belated )?[0-9][0-9]?[0-9]?(st|nd|rd|th)( (birthday|bday|b-day))?"},
    {.name = "personal-data/national-insurance",
     .regex = "[a-z][a-z]" S "[0-9][0-9]" S "[0-9][0-9]" S "[0-9][0-9](" S "[a-d])?"},
    {.name = "personal-data/ten-digits", .regex = "[0-9][0-9][0-9]" S "[0-9][0-9][0-9]" S "[0-9][0-9][0-9][0-9]"},
    {.name = "personal-data/upn",
     .regex = "[a-z]" S "[0-9][0-9][0-9]" S "[0-9][0-9][0-9][0-9]" S "[0-9][0-9]" S "[0-9][0-9][0-9a-z]"},
    {.name = "personal-data/payment-card", .scan = scan_cards},
    {.name = "personal-data/iban", .scan = scan_ibans},
};
#undef S
static_assert(std::size(kPatterns) == kFormCount);

struct Dotted {
  Form form;
  Keyword keyword;
};
constexpr std::pair<std::string_view, Dotted> kDotted[] = {
    {"d.o.b", {Form::date, Keyword::date_of_birth}},
    {"n.i", {Form::national_insurance, Keyword::national_insurance}},
};

constexpr std::uint8_t kNone = 0xFF;

class PersonalData final : public Checker {
 public:
  explicit PersonalData(const CheckerSetup& setup) {
    forms_.assign(setup.patterns.specs().size(), kNone);
    for (std::size_t i = 0; i < std::size(kPatterns); ++i) {
      std::uint16_t id = setup.pattern(kPatterns[i].name);
      if (id < forms_.size()) forms_[id] = static_cast<std::uint8_t>(i);
    }
    for (std::size_t i = 0; i < kKeywords; ++i) {
      std::optional<std::uint16_t> id = setup.matcher.class_id(keyword_class(static_cast<Keyword>(i)));
      if (!id) continue;
      if (*id >= keywords_.size()) keywords_.resize(*id + std::size_t{1}, kNone);
      keywords_[*id] = static_cast<std::uint8_t>(i);
    }
  }

  void check(const PostView& view, Sink& sink) const override {
    for (std::size_t field = 0; field < view.prepared.size(); ++field) check_field(view, field, sink);
  }

 private:
  void check_field(const PostView& view, std::size_t field, Sink& sink) const {
    const Prepared& prepared = view.prepared[field];
    const FieldHits& hits = view.hits[field];
    std::vector<Span> disguised;
    find_disguised_emails(prepared.folded, disguised);
    if (hits.patterns.empty() && hits.classes.empty() && disguised.empty()) return;

    std::vector<KeywordPlace> keywords = keyword_places(prepared, hits);
    IdentifierJudge judge(prepared, keywords, view.policy.domains);
    std::vector<Candidate> candidates;
    auto add = [&](const std::optional<Candidate>& candidate) {
      if (candidate) candidates.push_back(*candidate);
    };
    for (const PatternHit& hit : hits.patterns) {
      if (hit.pattern >= forms_.size() || forms_[hit.pattern] == kNone) continue;
      add(judge.judge(static_cast<Form>(forms_[hit.pattern]), hit.folded));
    }
    for (Span span : disguised) add(judge.judge(Form::email, span));
    for (const KeywordPlace& keyword : keywords) {
      if (keyword.keyword == Keyword::home) add(judge.home_street(keyword));
    }
    resolve_overlaps(candidates);
    for (const Candidate& candidate : candidates) {
      if (!candidate.harmless) report(prepared, field, candidate, sink);
    }
  }

  std::vector<KeywordPlace> keyword_places(const Prepared& prepared, const FieldHits& hits) const {
    std::vector<KeywordPlace> places;
    for (const ClassHit& hit : hits.classes) {
      if (hit.cls >= keywords_.size() || keywords_[hit.cls] == kNone || hit.last <= hit.first) continue;
      Span folded{prepared.tokens[hit.first].begin, prepared.tokens[hit.last - 1].end};
      places.push_back({static_cast<Keyword>(keywords_[hit.cls]), folded});
    }
    add_dotted(prepared, hits, places);
    std::sort(places.begin(), places.end(),
              [](const KeywordPlace& a, const KeywordPlace& b) { return a.folded < b.folded; });
    return places;
  }

  // Abbreviations with dots inside before a value: the lexicon's phrases end at a dot.
  void add_dotted(const Prepared& prepared, const FieldHits& hits, std::vector<KeywordPlace>& places) const {
    std::string_view text = prepared.folded;
    for (const PatternHit& hit : hits.patterns) {
      std::size_t least = hit.folded.begin > kKeywordBefore ? hit.folded.begin - kKeywordBefore : 0;
      std::string_view before = text.substr(least, hit.folded.begin - least);
      if (hit.pattern >= forms_.size()) continue;
      for (const auto& [written, keyword] : kDotted) {
        if (forms_[hit.pattern] != static_cast<std::uint8_t>(keyword.form)) continue;
        std::size_t at = before.rfind(written);
        if (at == std::string_view::npos) continue;
        Span folded{least + at, least + at + written.size()};
        if (has_borders(text, folded)) places.push_back({keyword.keyword, folded});
      }
    }
  }

  static void report(const Prepared& prepared, std::size_t field, const Candidate& candidate, Sink& sink) {
    auto kind = static_cast<std::size_t>(candidate.kind);
    Finding finding;
    finding.rule = &kRules[kind];
    finding.field = field;
    finding.span = prepared.in_text(candidate.folded);
    finding.severity = finding.rule->severity;
    finding.confidence = candidate.confidence;
    finding.kind = kPatterns[static_cast<std::size_t>(candidate.form)].name;
    if (candidate.looks_like) finding.message = kLooksLike[kind];
    if (candidate.form == Form::birthday_wish) finding.message = "tells the age of a person on their birthday";
    if (candidate.keyword != nullptr) {
      finding.evidence.push_back({.role = EvidenceRole::trigger,
                                  .field = field,
                                  .span = prepared.in_text(candidate.keyword->folded),
                                  .term = keyword_class(candidate.keyword->keyword)});
    }
    sink.finding(std::move(finding));
  }

  std::vector<std::uint8_t> forms_;     // of each pattern of the set: Form, or kNone
  std::vector<std::uint8_t> keywords_;  // of each class of the lexicon: Keyword, or kNone
};

}  // namespace

constexpr std::string_view kClasses[] = {"keyword."};

extern const CheckerSpec personal_data;
constinit const CheckerSpec personal_data{
    .name = "personal-data",
    .rules = kRules,
    .patterns = kPatterns,
    .classes = kClasses,
    .make = [](const CheckerSetup& setup) -> std::unique_ptr<Checker> { return std::make_unique<PersonalData>(setup); },
};

}  // namespace postvet
