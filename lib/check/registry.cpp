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

}  // namespace postvet
