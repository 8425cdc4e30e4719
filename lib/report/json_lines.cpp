// JSON Lines: an object a finding and a problem, in the order of the input, then the summary.
#include "report/json_objects.h"
#include "report/report.h"

namespace postvet {
namespace {

class JsonLinesReporter final : public Reporter {
 public:
  void finding(const ReportedFinding& finding, std::string& out) override {
    append_finding_object(out, finding);
    out += '\n';
  }
  void problem(const ReportedProblem& problem, std::string& out) override {
    append_problem_object(out, problem);
    out += '\n';
  }
  void end(const ReportSummary& summary, std::string& out) override {
    append_summary_object(out, summary);
    out += '\n';
  }
};

}  // namespace

extern constinit const ReporterSpec json_lines_report{
    .name = "jsonl",
    .summary = "one JSON object a line: findings and problems, then a summary",
    .wants_excerpts = false,
    .make = [](const ReportOptions&) -> std::unique_ptr<Reporter> { return std::make_unique<JsonLinesReporter>(); },
};

}  // namespace postvet
