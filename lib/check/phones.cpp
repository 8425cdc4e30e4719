#include "check/phones.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "check/phone_plan.h"
#include "check/word_list.h"

namespace postvet {
namespace {

// Ofcom's ranges for drama: an area or code, the first and the last number within it.
struct Reserved {
  std::string_view prefix;  // of the national number
  std::uint32_t first;      // of the digits that follow
  std::uint32_t last;
};
constexpr Reserved kDrama[] = {
    {"113496", 0, 999}, {"114496", 0, 999},  {"115496", 0, 999},  {"116496", 0, 999},     {"117496", 0, 999},
    {"118496", 0, 999}, {"121496", 0, 999},  {"131496", 0, 999},  {"141496", 0, 999},     {"151496", 0, 999},
    {"161496", 0, 999}, {"191498", 0, 999},  {"207946", 0, 999},  {"289649", 6000, 6999}, {"289018", 0, 999},
    {"292018", 0, 999}, {"1632960", 0, 999}, {"7700900", 0, 999}, {"808157", 0, 999},     {"909879", 0, 999},
    {"306999", 0, 999},
};

// Helplines and switchboards of public bodies, as those bodies publish them; 0 dropped.
constexpr std::string_view kHelplines[] = {
    "8001111",     // Childline
    "8088005000",  // NSPCC
    "800555111",   // Crimestoppers
    "8000684141",  // Papyrus Hopeline
    "8082000247",  // National Domestic Abuse Helpline
    "3001233393",  // Mind
    "3001236600",  // Frank
    "3003300630",  // Switchboard
    "8000119100",  // Switchboard
    "800585858",   // Campaign Against Living Miserably
    "8088010677",  // Beat
    "8088084994",  // The Mix
    "8081689111",  // Victim Support
    "8085002222",  // Rape Crisis
    "8009995428",  // Galop
    "800789321",   // Anti-Terrorist Hotline
    "3001232040",  // Action Fraud
    "8001448848",  // Citizens Advice
    "3001000607",  // Student Finance England
    "3714680468",  // UCAS
    "800100900",   // National Careers Service
    "3001231231",  // Ofsted
    "3459881188",  // Floodline
};

constexpr std::string_view kShortHelplines[] = {"08001111", "116123", "08454647"};

// ITU-T E.164 assigned codes. The United Kingdom's own numbers are judged by the plan.
constexpr std::uint16_t kCallingCodes[] = {
    1,   7,   20,  27,  30,  31,  32,  33,  34,  36,  39,  40,  41,  43,  44,  45,  46,  47,  48,  49,  51,  52,
    53,  54,  55,  56,  57,  58,  60,  61,  62,  63,  64,  65,  66,  81,  82,  84,  86,  90,  91,  92,  93,  94,
    95,  98,  211, 212, 213, 216, 218, 220, 221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234,
    235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255, 256,
    257, 258, 260, 261, 262, 263, 264, 265, 266, 267, 268, 269, 290, 291, 297, 298, 299, 350, 351, 352, 353, 354,
    355, 356, 357, 358, 359, 370, 371, 372, 373, 374, 375, 376, 377, 378, 380, 381, 382, 383, 385, 386, 387, 389,
    420, 421, 423, 500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 590, 591, 592, 593, 594, 595, 596, 597, 598,
    599, 670, 672, 673, 674, 675, 676, 677, 678, 679, 680, 681, 682, 683, 685, 686, 687, 688, 689, 690, 691, 692,
    800, 808, 850, 852, 853, 855, 856, 870, 878, 880, 881, 882, 883, 886, 888, 960, 961, 962, 963, 964, 965, 966,
    967, 968, 970, 971, 972, 973, 974, 975, 976, 977, 979, 992, 993, 994, 995, 996, 998,
};

constexpr std::size_t kMostDigits = 15;  // E.164
constexpr std::size_t kLeastForeign = 8;

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t value = 0;
  for (char c : digits) value = value * 10 + static_cast<std::uint32_t>(c - '0');
  return value;
}

template <std::size_t N>
NumberType look_up(const PhoneRange (&table)[N], std::string_view national) {
  std::uint32_t prefix = number_of(national.substr(0, 6));
  const PhoneRange* range = std::upper_bound(std::begin(table), std::end(table), prefix,
                                             [](std::uint32_t value, const PhoneRange& r) { return value < r.first; });
  if (range == std::begin(table)) return NumberType::none;
  --range;
  return prefix <= range->last ? range->type : NumberType::none;
}

void judge_national(std::string_view national, PhoneReading& reading) {
  reading.type = uk_number_type(national);
  reading.reserved = is_reserved_number(national);
}

}  // namespace

NumberType uk_number_type(std::string_view national) {
  if (national.size() == 10) return look_up(kTenDigits, national);
  if (national.size() == 9) return look_up(kNineDigits, national);
  return NumberType::none;
}

bool is_reserved_number(std::string_view national) {
  if (is_listed(national, kHelplines)) return true;
  if (national.size() != 10) return false;
  return std::any_of(std::begin(kDrama), std::end(kDrama), [&](const Reserved& range) {
    if (!national.starts_with(range.prefix)) return false;
    std::uint32_t rest = number_of(national.substr(range.prefix.size()));
    return range.first <= rest && rest <= range.last;
  });
}

bool is_short_helpline(std::string_view digits) { return is_listed(digits, kShortHelplines); }

std::size_t calling_code_length(std::string_view digits) {
  for (std::size_t length = 1; length <= 3 && length <= digits.size(); ++length) {
    std::uint32_t code = number_of(digits.substr(0, length));
    if (digits[0] != '0' && std::binary_search(std::begin(kCallingCodes), std::end(kCallingCodes), code)) return length;
  }
  return 0;
}

PhoneReading read_phone(std::string_view written) {
  PhoneReading reading;
  char buffer[kMostDigits + 4];
  std::size_t count = 0;
  bool plus = false;
  for (std::size_t i = 0; i < written.size(); ++i) {
    char c = written[i];
    if (c >= '0' && c <= '9') {
      if (count == sizeof buffer) return reading;
      buffer[count++] = c;
    } else if (c == '+') {
      plus = true;
    } else if (count > 0 && i + 1 < written.size()) {
      reading.spaced = true;
    }
  }
  std::string_view digits(buffer, count);
  if (!plus && digits.starts_with("0044")) {
    plus = true;
    digits.remove_prefix(2);
  }
  if (plus) {
    reading.international = reading.trunk = true;
    if (digits.starts_with("44")) {
      digits.remove_prefix(2);
      if (digits.starts_with("0")) digits.remove_prefix(1);  // +44 (0)1924 …
      judge_national(digits, reading);
    } else if (digits.size() >= kLeastForeign && digits.size() <= kMostDigits && calling_code_length(digits) > 0) {
      reading.type = NumberType::foreign;
    }
    return reading;
  }
  if (digits.starts_with("0")) {
    reading.trunk = true;
    judge_national(digits.substr(1), reading);
    return reading;
  }
  // Without its 0 only a mobile number is told from ten other digits, and not surely.
  if (digits.size() == 12 && digits.starts_with("44")) digits.remove_prefix(2);
  judge_national(digits, reading);
  if (reading.type != NumberType::mobile && !reading.reserved) reading = {};
  return reading;
}

}  // namespace postvet
