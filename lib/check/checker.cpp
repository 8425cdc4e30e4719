#include "check/checker.h"

namespace postvet {

std::uint16_t CheckerSetup::pattern(std::string_view name) const {
  const auto& specs = patterns.specs();
  for (std::size_t i = 0; i < specs.size(); ++i) {
    if (specs[i].name == name) return static_cast<std::uint16_t>(i);
  }
  return static_cast<std::uint16_t>(-1);
}

}  // namespace postvet
