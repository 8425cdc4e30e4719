#include "check/identifier_judge.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/utf8.h"
#include "check/dates.h"
#include "check/identifiers.h"
#include "check/mailboxes.h"
#include "check/phones.h"
#include "check/postcodes.h"
#include "check/scan_text.h"
#include "check/streets.h"
#include "check/word_list.h"

namespace postvet {
namespace {

constexpr std::array<std::string_view, kKeywords> kKeywordClasses{"keyword.phone",         "keyword.postcode",
                                                                  "keyword.address",       "keyword.home",
                                                                  "keyword.town",          "keyword.venue",
                                                                  "keyword.date-of-birth", "keyword.born",
                                                                  "keyword.birthday",      "keyword.national-insurance",
                                                                  "keyword.nhs-number",    "keyword.upn",
                                                                  "keyword.uln",           "keyword.payment-card",
                                                                  "keyword.iban"};

constexpr unsigned kFirstYear = 1900;  // of births; fixed, as there is no clock
constexpr unsigned kLastYear = 2030;
constexpr unsigned kOldest = 110;      // years
constexpr std::size_t kShortWord = 3;  // letters of an abbreviation that a dot may follow inside a sentence

constexpr std::string_view kNotBirthdays[] = {
    "anniversary", "wedding",  "work",    "of",     "day",   "week",  "month", "year",   "season",    "edition",
    "january",     "february", "march",   "april",  "may",   "june",  "july",  "august", "september", "october",
    "november",    "december", "century", "annual", "place", "floor", "grade", "time",   "hour"};

constexpr std::uint32_t bit(Keyword keyword) { return std::uint32_t{1} << static_cast<unsigned>(keyword); }

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (char c : text) count += is_utf8_continuation(c) ? 0U : 1U;
  return count;
}

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool has_marks(std::string_view value) {
  return std::any_of(value.begin(), value.end(),
                     [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
}

}  // namespace

std::string_view keyword_class(Keyword keyword) { return kKeywordClasses[static_cast<std::size_t>(keyword)]; }

// ------------------------------------------------------------------------------------------------------ surroundings

std::string_view IdentifierJudge::folded(Span span) const {
  return std::string_view(prepared_.folded).substr(span.begin, span.size());
}

// True when the value was written without small letters.
bool IdentifierJudge::is_capital(Span span) const {
  Span place = prepared_.in_text(span);
  std::string_view written = prepared_.text.substr(place.begin, place.size());
  return std::none_of(written.begin(), written.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool IdentifierJudge::words_are_capitalised(Span span) const {
  std::string_view text = prepared_.folded;
  for (std::size_t at = span.begin; at < span.end; ++at) {
    if (is_utf8_continuation(text[at]) || !is_word_at(text, at)) continue;
    if (is_word_before(text, at) || (at > span.begin && text[at - 1] == '\'')) continue;
    std::string_view rest = text.substr(at);
    if (rest.starts_with("the ") || rest.starts_with("of ")) continue;
    char written = prepared_.text[prepared_.in_text({at, at + 1}).begin];
    if (written >= 'a' && written <= 'z') return false;
  }
  return true;
}

// The word that ends before `at`, with spaces and commas between; empty when something else stands there.
std::string_view IdentifierJudge::word_before(std::size_t at) const {
  std::string_view text = prepared_.folded;
  std::size_t end = at;
  while (end > 0 && at - end < 2 && (text[end - 1] == ' ' || text[end - 1] == ',')) --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < 24 && is_ascii_letter_at(text, begin - 1)) --begin;
  return text.substr(begin, end - begin);
}

std::string_view IdentifierJudge::word_after(std::size_t at) const {
  std::string_view text = prepared_.folded;
  std::size_t begin = at;
  while (begin < text.size() && begin - at < 2 && text[begin] == ' ') ++begin;
  std::size_t end = begin;
  while (end < text.size() && end - begin < 24 && is_ascii_letter_at(text, end)) ++end;
  return text.substr(begin, end - begin);
}

// True when no sentence ends between two places at most a keyword's reach apart. A dot behind a short word ("tel.",
// "no.", "d.o.b.") ends none.
bool IdentifierJudge::same_sentence(Span first, Span second) const {
  const auto& tokens = prepared_.tokens;
  auto token = std::lower_bound(tokens.begin(), tokens.end(), first.end,
                                [](const Token& t, std::size_t at) { return t.begin < at; });
  for (; token != tokens.end() && token->begin <= second.begin; ++token) {
    if ((token->gap & kBlankLine) != 0) return false;
    if ((token->gap & kSentenceMark) == 0 || token == tokens.begin()) continue;
    const Token& last = *(token - 1);
    std::string_view between = folded({last.end, token->begin});
    bool abbreviated = (last.shape & kHasDigit) == 0 && last.end - last.begin <= kShortWord;
    if (!abbreviated || between.find_first_of("!?") != std::string_view::npos) return false;
  }
  return true;
}

// The nearest word of a wanted class, those before the value first. At most a few dozen words fit in reach.
const KeywordPlace* IdentifierJudge::keyword_near(Span value, std::uint32_t wanted) const {
  constexpr std::size_t kReach = kKeywordBefore * 4 + 64;  // bytes: the longest characters, and the word itself
  std::size_t least = value.begin > kReach ? value.begin - kReach : 0;
  auto place = std::lower_bound(keywords_.begin(), keywords_.end(), least,
                                [](const KeywordPlace& k, std::size_t at) { return k.folded.begin < at; });
  const KeywordPlace* before = nullptr;
  for (; place != keywords_.end() && place->folded.begin <= value.end + kReach; ++place) {
    if ((wanted & bit(place->keyword)) == 0) continue;
    if (place->folded.end <= value.begin) {
      if (characters(folded({place->folded.end, value.begin})) > kKeywordBefore) continue;
      if (same_sentence(place->folded, value)) before = &*place;
    } else if (place->folded.begin >= value.end && before == nullptr) {
      if (characters(folded({value.end, place->folded.begin})) > kKeywordAfter) break;
      if (same_sentence(value, place->folded)) return &*place;
    }
  }
  return before;
}

// ------------------------------------------------------------------------------------------------------------- forms

std::optional<Candidate> IdentifierJudge::judge(Form form, Span span) const {
  Candidate candidate;
  candidate.form = form;
  candidate.folded = span;
  if (form != Form::email) {
    // Numbers in a URL or a host name are ids.
    const auto& addresses = prepared_.addresses;
    auto next = std::lower_bound(addresses.begin(), addresses.end(), span.begin,
                                 [](Span address, std::size_t at) { return address.end <= at; });
    if (next != addresses.end() && next->overlaps(span)) return std::nullopt;
  }
  switch (form) {
    case Form::email:
      return email(candidate);
    case Form::phone:
      return phone(candidate);
    case Form::postcode:
      return postcode(candidate);
    case Form::address:
      return address(candidate);
    case Form::date:
      return date(candidate);
    case Form::birthday_wish:
      return birthday_wish(candidate);
    case Form::national_insurance:
      return national_insurance(candidate);
    case Form::ten_digits:
      return ten_digits(candidate);
    case Form::upn:
      return upn(candidate);
    case Form::payment_card:
      return payment_card(candidate);
    case Form::iban:
      return iban(candidate);
  }
  return std::nullopt;
}

std::optional<Candidate> IdentifierJudge::email(Candidate candidate) const {
  candidate.kind = IdentifierKind::email;
  std::string_view value = folded(candidate.folded);
  std::size_t at = value.find('@');
  if (at == std::string_view::npos) {  // spelled out
    candidate.confidence = Confidence::low;
    return candidate;
  }
  std::string_view local = value.substr(0, at);
  std::string_view host = value.substr(at + 1);
  std::string_view label = host.substr(host.rfind('.') + 1);
  constexpr std::string_view kFileEndings[] = {"png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "js", "css", "mp4"};
  if (is_all_digits(label) || label.size() < 2 || is_listed(label, kFileEndings)) return std::nullopt;
  candidate.harmless = is_example_host(host) || is_role_mailbox(local, host, domains_) || is_placeholder_mailbox(local);
  candidate.confidence = is_known_final_label(label) ? Confidence::high : Confidence::low;
  return candidate;
}

std::optional<Candidate> IdentifierJudge::phone(Candidate candidate) const {
  candidate.kind = IdentifierKind::phone;
  PhoneReading reading = read_phone(folded(candidate.folded));
  if (reading.reserved) {
    candidate.harmless = true;
    return candidate;
  }
  if (reading.type == NumberType::none) return std::nullopt;
  candidate.confidence = Confidence::medium;
  if (!reading.trunk) {
    candidate.confidence = Confidence::low;
    return candidate;
  }
  if (reading.type == NumberType::foreign || reading.type == NumberType::service) return candidate;
  candidate.keyword = keyword_near(candidate.folded, bit(Keyword::phone));
  bool rare = reading.type == NumberType::mobile && (reading.international || reading.spaced);
  if (rare || candidate.keyword != nullptr) candidate.confidence = Confidence::high;
  return candidate;
}

std::optional<Candidate> IdentifierJudge::postcode(Candidate candidate) const {
  candidate.kind = IdentifierKind::postcode;
  std::string_view value = folded(candidate.folded);
  if (!is_postcode(value)) return std::nullopt;
  bool capital = is_capital(candidate.folded);
  if (!capital && is_ordinal(value)) return std::nullopt;
  candidate.keyword =
      keyword_near(candidate.folded, bit(Keyword::postcode) | bit(Keyword::address) | bit(Keyword::home));
  // A town makes surer where capitals do, too, unless it is the town of a public building.
  if (candidate.keyword == nullptr && capital && keyword_near(candidate.folded, bit(Keyword::venue)) == nullptr) {
    candidate.keyword = keyword_near(candidate.folded, bit(Keyword::town));
  }
  candidate.confidence = candidate.keyword != nullptr ? Confidence::medium : Confidence::low;
  return candidate;
}

std::optional<Candidate> IdentifierJudge::address(Candidate candidate) const {
  candidate.kind = IdentifierKind::address;
  std::optional<StreetReading> street = read_street(prepared_.folded, candidate.folded.begin);
  if (!street) return std::nullopt;
  std::string_view name = folded(street->name);
  std::string_view first = name.substr(0, name.find(' '));
  if (!street->flat && (is_counted_thing(first) || is_numbered_thing(word_before(candidate.folded.begin)))) {
    return std::nullopt;
  }
  if (!street->postcode && is_institution(word_after(street->name.end))) return std::nullopt;
  bool capital = words_are_capitalised(street->name);
  candidate.keyword = keyword_near(candidate.folded, bit(Keyword::home));
  if (street->postcode) {
    candidate.confidence = capital ? Confidence::high : Confidence::medium;
    return candidate;
  }
  std::string_view number = folded(street->number);
  bool year = number.size() == 4 && (number.starts_with("19") || number.starts_with("20"));
  if (candidate.keyword != nullptr) {
    candidate.confidence = capital ? Confidence::high : Confidence::medium;
  } else if (capital && !year) {
    candidate.confidence = Confidence::medium;
  }
  return candidate;
}

std::optional<Candidate> IdentifierJudge::home_street(const KeywordPlace& home) const {
  std::string_view text = prepared_.folded;
  std::size_t at = home.folded.end;
  std::size_t most = std::min(text.size(), at + 8);
  while (at < most && (is_blank(text[at]) || text[at] == ':' || text[at] == ',')) ++at;
  for (std::string_view link : {"is ", "at ", "on "}) {
    if (text.substr(at, link.size()) == link) at += link.size();
  }
  Span name = read_street_name(text, at);
  if (name.empty() || !words_are_capitalised(name) || is_institution(word_after(name.end))) return std::nullopt;
  Candidate candidate;
  candidate.kind = IdentifierKind::address;
  candidate.form = Form::address;
  candidate.folded = name;
  candidate.confidence = Confidence::medium;
  candidate.keyword = &home;
  return candidate;
}

std::optional<Candidate> IdentifierJudge::date(Candidate candidate) const {
  candidate.kind = IdentifierKind::date_of_birth;
  std::optional<DateReading> date = read_date(prepared_.folded, candidate.folded.begin);
  if (!date) return std::nullopt;
  bool plausible = date->year == 0 || (kFirstYear <= date->year && date->year <= kLastYear);
  if (plausible) {
    candidate.keyword = keyword_near(candidate.folded, bit(Keyword::date_of_birth));
    if (candidate.keyword != nullptr) {
      candidate.confidence = Confidence::high;
    } else {
      candidate.keyword = keyword_near(candidate.folded, bit(Keyword::born) | bit(Keyword::birthday));
      candidate.confidence = Confidence::medium;
    }
  }
  if (candidate.keyword != nullptr) {
    if (date->year == 0) candidate.confidence = Confidence::low;
    return candidate;
  }
  // A date of something else keeps other numbers from its place. Parts of dates are too common for that.
  if (date->year == 0 || date->loose) return std::nullopt;
  candidate.harmless = true;
  return candidate;
}

std::optional<Candidate> IdentifierJudge::birthday_wish(Candidate candidate) const {
  candidate.kind = IdentifierKind::date_of_birth;
  std::string_view value = folded(candidate.folded);
  std::size_t digits = value.find_first_of("0123456789");
  unsigned age = 0;
  for (std::size_t at = digits; is_ascii_digit_at(value, at); ++at)
    age = age * 10 + static_cast<unsigned>(value[at] - '0');
  if (age == 0 || age > kOldest) return std::nullopt;
  candidate.confidence = Confidence::medium;
  std::size_t after = candidate.folded.end;
  if (after < prepared_.folded.size() && prepared_.folded[after] == ',') ++after;
  std::string_view next = word_after(after);
  bool named = value.find('b') != std::string_view::npos;  // "birthday", "bday", "b-day"
  if (!named) {
    if (is_listed(next, kNotBirthdays)) return std::nullopt;
    // "Happy 18th Jordan!", "happy 18th to …", "happy 18th!" - but not "Happy 50th Earth Day".
    if (!next.empty() && next != "to") {
      std::size_t begin = static_cast<std::size_t>(next.data() - prepared_.folded.data());
      std::size_t end = begin + next.size();
      std::string_view text = prepared_.folded;
      bool last = end == text.size() || !is_blank(text[end]);
      if (!last || !words_are_capitalised({begin, end})) return std::nullopt;
    }
  }
  if (next == "to") {
    std::string_view whom = word_after(static_cast<std::size_t>(next.data() - prepared_.folded.data()) + next.size());
    if (whom == "the" || whom == "our") candidate.confidence = Confidence::low;  // a college, a club
  }
  return candidate;
}

std::optional<Candidate> IdentifierJudge::national_insurance(Candidate candidate) const {
  candidate.kind = IdentifierKind::national_insurance;
  std::string_view value = folded(candidate.folded);
  std::string plain = compact(value);
  if (plain.starts_with("qq") || !is_national_insurance(plain)) return std::nullopt;
  candidate.keyword = keyword_near(candidate.folded, bit(Keyword::national_insurance));
  if (plain.size() == 8) {
    if (candidate.keyword == nullptr) return std::nullopt;
    candidate.confidence = Confidence::medium;
    return candidate;
  }
  bool capital = is_capital(candidate.folded);
  // AA 12 34 56 A: four marks.
  bool spaced = value.size() == plain.size() + 4;
  if (candidate.keyword != nullptr || (spaced && capital)) {
    candidate.confidence = Confidence::high;
  } else {
    candidate.confidence = capital || spaced ? Confidence::medium : Confidence::low;
  }
  return candidate;
}

std::optional<Candidate> IdentifierJudge::ten_digits(Candidate candidate) const {
  std::string_view text = prepared_.folded;
  if (is_tied_before(text, candidate.folded.begin, ".-/:,") || is_tied_after(text, candidate.folded.end, ".-/:")) {
    return std::nullopt;
  }
  std::string_view value = folded(candidate.folded);
  std::string plain = compact(value);
  if (is_placeholder_ten(plain)) {
    candidate.harmless = true;
    return candidate;
  }
  bool nhs = is_nhs_number(plain);
  bool uln = is_uln(plain);
  const KeywordPlace* nhs_word = keyword_near(candidate.folded, bit(Keyword::nhs_number));
  const KeywordPlace* uln_word = keyword_near(candidate.folded, bit(Keyword::uln));
  auto as = [&](IdentifierKind kind, Confidence confidence, const KeywordPlace* keyword) {
    candidate.kind = kind;
    candidate.confidence = confidence;
    candidate.keyword = keyword;
    return candidate;
  };
  if (nhs && nhs_word != nullptr) return as(IdentifierKind::nhs_number, Confidence::high, nhs_word);
  if (uln && uln_word != nullptr) return as(IdentifierKind::uln, Confidence::high, uln_word);
  // The check failed for whatever is named: the nearest word decides what it looks like.
  const KeywordPlace* word = keyword_near(candidate.folded, bit(Keyword::nhs_number) | bit(Keyword::uln));
  if (word != nullptr) {
    candidate.looks_like = true;
    bool learner = word->keyword == Keyword::uln;
    return as(learner ? IdentifierKind::uln : IdentifierKind::nhs_number, Confidence::medium, word);
  }
  bool grouped = value.size() == plain.size() + 2;
  if (nhs) return as(IdentifierKind::nhs_number, grouped ? Confidence::medium : Confidence::low, nullptr);
  if (uln) return as(IdentifierKind::uln, Confidence::low, nullptr);
  return std::nullopt;
}

std::optional<Candidate> IdentifierJudge::upn(Candidate candidate) const {
  candidate.kind = IdentifierKind::upn;
  std::string plain = compact(folded(candidate.folded));
  if (!has_upn_shape(plain)) return std::nullopt;
  Authority authority = upn_authority(plain);
  if (authority == Authority::impossible) return std::nullopt;
  candidate.keyword = keyword_near(candidate.folded, bit(Keyword::upn));
  if (!has_upn_letter(plain)) {
    if (candidate.keyword == nullptr) return std::nullopt;
    candidate.looks_like = true;
    candidate.confidence = Confidence::medium;
    return candidate;
  }
  bool temporary = !is_all_digits(plain.substr(12));
  if (temporary && candidate.keyword == nullptr) {
    candidate.confidence = Confidence::low;
  } else {
    candidate.confidence = authority == Authority::known ? Confidence::high : Confidence::medium;
  }
  return candidate;
}

std::optional<Candidate> IdentifierJudge::payment_card(Candidate candidate) const {
  candidate.kind = IdentifierKind::payment_card;
  std::string_view value = folded(candidate.folded);
  std::string plain = compact(value);
  if (is_test_card(plain)) {
    candidate.harmless = true;
    return candidate;
  }
  candidate.keyword = keyword_near(candidate.folded, bit(Keyword::payment_card));
  if (!passes_luhn(plain)) {
    if (candidate.keyword == nullptr) return std::nullopt;
    candidate.looks_like = true;
    candidate.confidence = Confidence::medium;
    return candidate;
  }
  candidate.confidence = candidate.keyword != nullptr || has_marks(value) ? Confidence::high : Confidence::medium;
  return candidate;
}

std::optional<Candidate> IdentifierJudge::iban(Candidate candidate) const {
  candidate.kind = IdentifierKind::iban;
  std::string plain = compact(folded(candidate.folded));
  if (!has_iban_shape(plain)) return std::nullopt;
  if (is_published_iban(plain)) {
    candidate.harmless = true;
    return candidate;
  }
  candidate.keyword = keyword_near(candidate.folded, bit(Keyword::iban));
  candidate.confidence = Confidence::high;
  if (!passes_iban(plain)) {
    if (candidate.keyword == nullptr) return std::nullopt;
    candidate.looks_like = true;
    candidate.confidence = Confidence::medium;
  }
  return candidate;
}

// ----------------------------------------------------------------------------------------------------------- overlap

void resolve_overlaps(std::vector<Candidate>& candidates) {
  constexpr Form kOrder[] = {
      Form::email,         Form::iban, Form::payment_card, Form::upn,        Form::national_insurance,
      Form::birthday_wish, Form::date, Form::phone,        Form::ten_digits, Form::address,
      Form::postcode};
  static_assert(std::size(kOrder) == kFormCount);
  auto by_place = [](const Candidate& a, const Candidate& b) { return a.folded < b.folded; };
  std::sort(candidates.begin(), candidates.end(), by_place);
  std::vector<Candidate> taken;
  std::vector<Candidate> added;
  for (bool low : {false, true}) {
    for (Form form : kOrder) {
      added.clear();
      std::size_t next = 0;
      for (const Candidate& candidate : candidates) {
        bool is_low = !candidate.harmless && candidate.confidence == Confidence::low;
        if (candidate.form != form || is_low != low) continue;
        while (next < taken.size() && taken[next].folded.end <= candidate.folded.begin) ++next;
        if (next < taken.size() && taken[next].folded.overlaps(candidate.folded)) continue;
        if (!added.empty() && added.back().folded.overlaps(candidate.folded)) continue;
        added.push_back(candidate);
      }
      auto middle = static_cast<std::ptrdiff_t>(taken.size());
      taken.insert(taken.end(), added.begin(), added.end());
      std::inplace_merge(taken.begin(), taken.begin() + middle, taken.end(), by_place);
    }
  }
  candidates = std::move(taken);
}

}  // namespace postvet
