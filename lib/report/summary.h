// The end of a run, for people.
#pragma once

#include <string>

#include "report/report.h"

namespace postvet {

// What was found, how much was looked at and what was not, in a few lines, ready for a terminal.
std::string summary_text(const ReportSummary& summary);

}  // namespace postvet
