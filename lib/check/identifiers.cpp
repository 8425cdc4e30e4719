#include "check/identifiers.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "check/word_list.h"

namespace postvet {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
unsigned digit(char c) { return static_cast<unsigned>(c - '0'); }

unsigned number_of(std::string_view digits) {
  unsigned value = 0;
  for (char c : digits) value = value * 10 + digit(c);
  return value;
}

// Σ weight·digit with weights 10, 9, 8, …
unsigned descending_sum(std::string_view digits) {
  unsigned sum = 0;
  unsigned weight = 10;
  for (char c : digits) sum += weight-- * digit(c);
  return sum;
}

bool is_one_digit_only(std::string_view digits) {
  return std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits.front(); });
}

constexpr std::string_view kUpnAlphabet = "abcdefghjklmnpqrtuvwxyz";

struct CodeRange {
  std::uint16_t first;
  std::uint16_t last;
};
// Department for Education, local authority codes as of 2017.
constexpr CodeRange kAuthorities[] = {
    {201, 213}, {301, 320}, {330, 336}, {340, 344}, {350, 359}, {370, 373}, {380, 384}, {390, 394}, {420, 420},
    {800, 803}, {805, 808}, {810, 813}, {815, 816}, {821, 823}, {825, 826}, {830, 831}, {835, 837}, {840, 841},
    {845, 846}, {850, 852}, {855, 857}, {860, 861}, {865, 874}, {876, 896}, {908, 909}, {916, 916}, {919, 919},
    {921, 921}, {925, 926}, {928, 929}, {931, 931}, {933, 933}, {935, 938}};
constexpr unsigned kFirstAuthority = 201;

// Pairs that are not given out, and those kept for administration.
constexpr std::string_view kUnusedPairs[] = {"bg", "gb", "kn", "nk", "nt", "tn", "zz", "oo", "cr", "fy", "mw", "nc"};
constexpr std::string_view kUnusedLetters = "dfiquv";

struct Issuer {
  std::uint32_t first;  // of the first six digits
  std::uint32_t last;
  std::size_t least;  // length
  std::size_t most;
};
constexpr Issuer kIssuers[] = {
    {400000, 499999, 13, 13}, {400000, 499999, 16, 16}, {400000, 499999, 19, 19},  // Visa
    {510000, 559999, 16, 16}, {222100, 272099, 16, 16},                            // Mastercard
    {340000, 349999, 15, 15}, {370000, 379999, 15, 15},                            // American Express
    {300000, 305999, 14, 19}, {360000, 369999, 14, 19}, {380000, 399999, 14, 19},  // Diners Club
    {601100, 601199, 16, 19}, {644000, 659999, 16, 19},                            // Discover
    {352800, 358999, 16, 19},                                                      // JCB
    {501800, 501899, 12, 19}, {502000, 502099, 12, 19}, {503800, 503899, 12, 19}, {589300, 589399, 12, 19},  // Maestro
    {630400, 630499, 12, 19}, {675900, 675999, 12, 19}, {676100, 676399, 12, 19},
};

constexpr std::string_view kTestCards[] = {
    "4111111111111111", "4242424242424242", "4012888888881881", "4222222222222",    "4000056655665556",
    "4917610000000000", "4444333322221111", "4000000000000002", "4462030000000000", "4917300800000000",
    "5555555555554444", "5105105105105100", "5200828282828210", "2223003122003222", "2223000048400011",
    "5454545454545454", "378282246310005",  "371449635398431",  "378734493671000",  "374245455400126",
    "343434343434343",  "30569309025904",   "38520000023237",   "36227206271667",   "36700102000000",
    "6011111111111117", "6011000990139424", "6011981111111113", "6011000400000000", "3530111333300000",
    "3566002020360505", "3528000700000000", "6759649826438453", "6304000000000000", "6799990100000000019",
};

struct IbanCountry {
  char code[3];
  std::uint8_t length;
};
// SWIFT IBAN registry, release 99; sorted.
constexpr IbanCountry kIbanCountries[] = {
    {"ad", 24}, {"ae", 23}, {"al", 28}, {"at", 20}, {"az", 28}, {"ba", 20}, {"be", 16}, {"bg", 22}, {"bh", 22},
    {"bi", 27}, {"br", 29}, {"by", 28}, {"ch", 21}, {"cr", 22}, {"cy", 28}, {"cz", 24}, {"de", 22}, {"dj", 27},
    {"dk", 18}, {"do", 28}, {"ee", 20}, {"eg", 29}, {"es", 24}, {"fi", 18}, {"fk", 18}, {"fo", 18}, {"fr", 27},
    {"gb", 22}, {"ge", 22}, {"gi", 23}, {"gl", 18}, {"gr", 27}, {"gt", 28}, {"hn", 28}, {"hr", 21}, {"hu", 28},
    {"ie", 22}, {"il", 23}, {"iq", 23}, {"is", 26}, {"it", 27}, {"jo", 30}, {"kw", 30}, {"kz", 20}, {"lb", 28},
    {"lc", 32}, {"li", 21}, {"lt", 20}, {"lu", 20}, {"lv", 21}, {"ly", 25}, {"mc", 27}, {"md", 24}, {"me", 22},
    {"mk", 19}, {"mn", 20}, {"mr", 27}, {"mt", 31}, {"mu", 30}, {"ni", 28}, {"nl", 18}, {"no", 15}, {"om", 23},
    {"pk", 24}, {"pl", 28}, {"ps", 29}, {"pt", 25}, {"qa", 29}, {"ro", 24}, {"rs", 22}, {"ru", 33}, {"sa", 24},
    {"sc", 31}, {"sd", 18}, {"se", 24}, {"si", 19}, {"sk", 24}, {"sm", 27}, {"so", 23}, {"st", 25}, {"sv", 28},
    {"tl", 23}, {"tn", 24}, {"tr", 26}, {"ua", 29}, {"va", 22}, {"vg", 24}, {"xk", 20}, {"ye", 30},
};

// From the registry and from banks' help pages, as far as they are seen in print as examples.
constexpr std::string_view kPublishedIbans[] = {
    "gb82west12345698765432",       "gb33bukb20201555555555",
    "gb94barc10201530093459",       "de89370400440532013000",
    "fr1420041010050500013m02606",  "ie29aibk93115212345678",
    "nl91abna0417164300",           "es9121000418450200051332",
    "it60x0542811101000000123456",  "be68539007547034",
    "ch9300762011623852957",        "at611904300234573201",
    "pl61109010140000071219812874", "pt50000201231234567890154",
    "se4550000000058398257466",     "no9386011117947",
    "dk5000400440116243",           "fi2112345600000785",
    "gr1601101250000000012300695",  "lu280019400644750000",
};

}  // namespace

std::string compact(std::string_view written) {
  std::string out;
  for (char c : written) {
    if (is_digit(c) || is_letter(c)) out += c;
  }
  return out;
}

bool is_all_digits(std::string_view value) {
  return !value.empty() && std::all_of(value.begin(), value.end(), is_digit);
}

bool is_nhs_number(std::string_view ten) {
  if (ten.size() != 10 || !is_all_digits(ten) || is_one_digit_only(ten)) return false;
  unsigned check = 11 - descending_sum(ten.substr(0, 9)) % 11;
  if (check == 11) check = 0;
  return check == digit(ten[9]);
}

bool is_uln(std::string_view ten) {
  return ten.size() == 10 && is_all_digits(ten) && ten[0] != '0' && descending_sum(ten) % 11 == 10;
}

bool is_placeholder_ten(std::string_view ten) { return ten == "9999999999"; }

bool has_upn_shape(std::string_view thirteen) {
  return thirteen.size() == 13 && kUpnAlphabet.find(thirteen[0]) != std::string_view::npos &&
         is_all_digits(thirteen.substr(1, 11)) &&
         (is_digit(thirteen[12]) || kUpnAlphabet.find(thirteen[12]) != std::string_view::npos);
}

bool has_upn_letter(std::string_view thirteen) {
  unsigned sum = 0;
  for (unsigned i = 1; i < 13; ++i) {
    char c = thirteen[i];
    sum += (i + 1) * (is_digit(c) ? digit(c) : static_cast<unsigned>(kUpnAlphabet.find(c)));
  }
  return kUpnAlphabet[sum % 23] == thirteen[0];
}

Authority upn_authority(std::string_view thirteen) {
  unsigned code = number_of(thirteen.substr(1, 3));
  if (code < kFirstAuthority) return Authority::impossible;
  bool known = std::any_of(std::begin(kAuthorities), std::end(kAuthorities),
                           [&](CodeRange range) { return range.first <= code && code <= range.last; });
  return known ? Authority::known : Authority::unknown;
}

bool is_national_insurance(std::string_view value) {
  if (value.size() != 8 && value.size() != 9) return false;
  if (!is_letter(value[0]) || !is_letter(value[1]) || !is_all_digits(value.substr(2, 6))) return false;
  if (value.size() == 9 && (value[8] < 'a' || value[8] > 'd')) return false;
  auto unused = [](char c) { return kUnusedLetters.find(c) != std::string_view::npos; };
  return !unused(value[0]) && !unused(value[1]) && value[1] != 'o' && !is_listed(value.substr(0, 2), kUnusedPairs);
}

bool passes_luhn(std::string_view digits) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    unsigned d = digit(digits[digits.size() - 1 - i]);
    if (i % 2 == 1) d = d > 4 ? d * 2 - 9 : d * 2;
    sum += d;
  }
  return sum % 10 == 0;
}

bool has_card_issuer(std::string_view digits) {
  if (digits.size() < 12 || digits.size() > 19 || is_one_digit_only(digits)) return false;
  unsigned prefix = number_of(digits.substr(0, 6));
  return std::any_of(std::begin(kIssuers), std::end(kIssuers), [&](const Issuer& issuer) {
    return issuer.first <= prefix && prefix <= issuer.last && issuer.least <= digits.size() &&
           digits.size() <= issuer.most;
  });
}

bool is_test_card(std::string_view digits) { return is_listed(digits, kTestCards); }

std::size_t iban_length(std::string_view country) {
  const IbanCountry* found = std::lower_bound(
      std::begin(kIbanCountries), std::end(kIbanCountries), country,
      [](const IbanCountry& entry, std::string_view code) { return std::string_view(entry.code) < code; });
  return found != std::end(kIbanCountries) && std::string_view(found->code) == country ? found->length : 0;
}

bool has_iban_shape(std::string_view value) {
  if (value.size() < 4 || value.size() != iban_length(value.substr(0, 2)) || !is_all_digits(value.substr(2, 2)))
    return false;
  if (!value.starts_with("gb")) return true;
  return std::all_of(value.begin() + 4, value.begin() + 8, is_letter) && is_all_digits(value.substr(8));
}

bool passes_iban(std::string_view value) {
  unsigned rest = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    char c = value[(i + 4) % value.size()];
    rest = is_digit(c) ? rest * 10 + digit(c) : rest * 100 + static_cast<unsigned>(c - 'a') + 10;
    rest %= 97;
  }
  return rest == 1;
}

bool is_published_iban(std::string_view value) { return is_listed(value, kPublishedIbans); }

}  // namespace postvet
