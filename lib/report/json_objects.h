// The objects that the JSON formats are made of, each on one line without a line end.
#pragma once

#include <string>

#include "report/report.h"

namespace postvet {

void append_finding_object(std::string& out, const ReportedFinding& finding);
void append_problem_object(std::string& out, const ReportedProblem& problem);
void append_summary_object(std::string& out, const ReportSummary& summary);

}  // namespace postvet
