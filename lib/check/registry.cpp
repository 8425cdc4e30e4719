#include "check/checker.h"

namespace postvet {

#define CHECKER(name) extern const CheckerSpec name;
#include "check/checkers.def"
#undef CHECKER

namespace {
constexpr const CheckerSpec* kCheckers[] = {
#define CHECKER(name) &name,
#include "check/checkers.def"
#undef CHECKER
};
}  // namespace

std::span<const CheckerSpec* const> all_checkers() { return kCheckers; }

std::uint16_t CheckerSetup::pattern(std::string_view name) const {
  const auto& specs = patterns.specs();
  for (std::size_t i = 0; i < specs.size(); ++i) {
    if (specs[i].name == name) return static_cast<std::uint16_t>(i);
  }
  return static_cast<std::uint16_t>(-1);
}

}  // namespace postvet
