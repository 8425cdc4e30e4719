#include "check/postcodes.h"

#include "check/word_list.h"

namespace postvet {
namespace {

// Royal Mail's postcode areas (Programmers' Guide to the Postcode Address File), Crown dependencies and BFPO.
constexpr std::string_view kAreas[] = {
    "ab", "al", "b",  "ba", "bb", "bd", "bf", "bh", "bl", "bn", "br", "bs", "bt", "bx", "ca", "cb", "cf", "ch",
    "cm", "co", "cr", "ct", "cv", "cw", "da", "dd", "de", "dg", "dh", "dl", "dn", "dt", "dy", "e",  "ec", "eh",
    "en", "ex", "fk", "fy", "g",  "gl", "gu", "gy", "ha", "hd", "hg", "hp", "hr", "hs", "hu", "hx", "ig", "im",
    "ip", "iv", "je", "ka", "kt", "kw", "ky", "l",  "la", "ld", "le", "ll", "ln", "ls", "lu", "m",  "me", "mk",
    "ml", "n",  "ne", "ng", "nn", "np", "nr", "nw", "ol", "ox", "pa", "pe", "ph", "pl", "po", "pr", "rg", "rh",
    "rm", "s",  "sa", "se", "sg", "sk", "sl", "sm", "sn", "so", "sp", "sr", "ss", "st", "sw", "sy", "ta", "td",
    "tf", "tn", "tq", "tr", "ts", "tw", "ub", "w",  "wa", "wc", "wd", "wf", "wn", "wr", "ws", "wv", "yo", "ze"};
static_assert(std::size(kAreas) == 126);

// The districts of central London that end in a letter, of areas with two letters.
constexpr std::string_view kLetterDistricts[] = {"ec1", "ec2", "ec3", "ec4", "sw1", "wc1", "wc2", "se1", "nw1"};

constexpr std::string_view kDistrictLetters = "abcdefghjkmnprstuvwxy";
constexpr std::string_view kInwardLetters = "abdefghjlnpqrstuwxyz";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_inward(std::string_view part) {
  return part.size() == 3 && is_digit(part[0]) && kInwardLetters.find(part[1]) != std::string_view::npos &&
         kInwardLetters.find(part[2]) != std::string_view::npos;
}

bool is_outward(std::string_view part) {
  std::size_t letters = 0;
  while (letters < part.size() && is_letter(part[letters])) ++letters;
  if (!is_listed(part.substr(0, letters), kAreas)) return false;
  std::string_view district = part.substr(letters);
  if (district.empty() || district.size() > 2 || !is_digit(district[0])) return false;
  if (district.size() == 1 || is_digit(district[1])) return true;
  if (kDistrictLetters.find(district[1]) == std::string_view::npos) return false;
  return letters == 1 || is_listed(part.substr(0, letters + 1), kLetterDistricts);
}

}  // namespace

bool is_postcode(std::string_view written) {
  if (written.size() < 5) return false;
  std::string_view inward = written.substr(written.size() - 3);
  std::string_view outward = written.substr(0, written.size() - 3);
  if (!is_letter(outward.back()) && !is_digit(outward.back())) outward.remove_suffix(1);
  if (outward == "gir" && inward == "0aa") return true;
  return is_inward(inward) && is_outward(outward);
}

bool is_ordinal(std::string_view inward) {
  return inward.ends_with("st") || inward.ends_with("nd") || inward.ends_with("rd") || inward.ends_with("th");
}

}  // namespace postvet
