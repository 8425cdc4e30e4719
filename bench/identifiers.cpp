#include "identifiers.h"

#include <fmt/format.h>

namespace postvet::bench {
namespace {

constexpr const char* kNames[] = {"jo.marsden", "p.okafor",        "amelia.t", "dev.patel99",
                                  "r.kowalska", "tom_illingworth", "s.haigh",  "lucy-b"};
constexpr const char* kHosts[] = {"airedalepost.co.uk", "calderpost.co.uk", "donmail.org.uk", "fastpost.net"};
constexpr const char* kStreets[] = {"Tanpit Lane", "Skellgate Road", "Skellow Croft", "Wakefield Road",
                                    "Ings Close",  "Station Road",   "Beech Avenue",  "Mill Street"};
constexpr const char* kTowns[] = {"Pontefract, WF8", "Doncaster, DN2", "Bradford, BD7", "Leeds, LS9", "Ackworth, WF7"};

std::string mobile(Random& random) {
  // 074xx and 075xx are mobiles throughout; none of them is reserved for drama.
  const std::string tail = random.digits(8);
  const char* operator_digit = random.chance(0.5) ? "4" : "5";
  switch (random.below(3)) {
    case 0:
      return fmt::format("07{}{} {}", operator_digit, tail.substr(0, 2), tail.substr(2));
    case 1:
      return fmt::format("+44 7{}{} {} {}", operator_digit, tail.substr(0, 2), tail.substr(2, 3), tail.substr(5));
    default:
      return fmt::format("07{}{}", operator_digit, tail);
  }
}

// Weights 10 to 2, mod 11; a check of 10 is never issued.
std::string nhs_number(Random& random) {
  while (true) {
    const std::string digits = random.digits(9);
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) sum += static_cast<int>(10 - i) * (digits[i] - '0');
    const int check = (11 - sum % 11) % 11;
    if (check != 10)
      return fmt::format("{} {} {}{}", digits.substr(0, 3), digits.substr(3, 3), digits.substr(6), check);
  }
}

// Luhn, behind a prefix that an issuer has.
std::string card(Random& random) {
  const std::string digits = "4" + random.digits(14);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const int value = (digits[i] - '0') * (i % 2 == 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return fmt::format("{} {} {} {}{}", digits.substr(0, 4), digits.substr(4, 4), digits.substr(8, 4), digits.substr(12),
                     (10 - sum % 10) % 10);
}

char letter(Random& random) { return "ABCEGHJKLMNPRSTWXYZ"[random.below(19)]; }

}  // namespace

std::string identifier(Random& random) {
  switch (random.below(8)) {
    case 0:
    case 1:
      return "ring me on " + mobile(random);
    case 2:
    case 3:
      return fmt::format("write to {}@{}", random.pick(kNames), random.pick(kHosts));
    case 4:
      return "her NHS number is " + nhs_number(random);
    case 5:
      return fmt::format("he lives at {} {}, {} {}{}{}", random.between(1, 120), random.pick(kStreets),
                         random.pick(kTowns), random.between(1, 9), letter(random), letter(random));
    case 6:
      return fmt::format("national insurance number AB {} C", random.digits(6));
    default:
      return "his card is " + card(random);
  }
}

std::string near_miss(Random& random) {
  switch (random.below(8)) {
    case 0:
      return fmt::format("order number {}", random.digits(10));
    case 1:
      return fmt::format("doors open {:02}/{:02}/2026 at {}.30", random.between(1, 28), random.between(1, 12),
                         random.between(1, 9));
    case 2:
      return fmt::format("we won {}-{} and {}-{}", random.below(9), random.below(9), random.below(9), random.below(9));
    case 3:
      return "the number in the play is 07700 900" + random.digits(3);
    case 4:
      return fmt::format("room {}{} and then {}", letter(random), random.between(1, 30), random.between(100, 999));
    case 5:
      return fmt::format("version {}.{}.{}", random.below(9), random.below(20), random.below(90));
    case 6:
      return fmt::format("£{}.99 or {} points", random.between(1, 99), random.between(1000, 99999));
    default:
      return fmt::format("meet @ {}pm by the {}th bench", random.between(1, 9), random.between(4, 19));
  }
}

}  // namespace postvet::bench
