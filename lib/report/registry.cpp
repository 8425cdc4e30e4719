#include "report/report.h"

namespace postvet {

#define REPORTER(name) extern const ReporterSpec name;
#include "report/reporters.def"
#undef REPORTER

namespace {
constexpr const ReporterSpec* kReporters[] = {
#define REPORTER(name) &name,
#include "report/reporters.def"
#undef REPORTER
};
}  // namespace

std::span<const ReporterSpec* const> all_reporters() { return kReporters; }

}  // namespace postvet
