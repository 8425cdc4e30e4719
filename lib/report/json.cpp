// One JSON document: {"schema":1,"findings":[…],"problems":[…],"summary":{…}}, a finding a line.
#include "report/json_objects.h"
#include "report/report.h"

namespace postvet {
namespace {

// Problems come between findings and are kept until these have ended; what is more than so many is only counted.
constexpr std::uint64_t kMaxProblems = 10'000;

class JsonReporter final : public Reporter {
 public:
  void begin(std::string& out) override { out += "{\"schema\":1,\"findings\":["; }

  void finding(const ReportedFinding& finding, std::string& out) override {
    out += any_ ? ",\n" : "\n";
    any_ = true;
    append_finding_object(out, finding);
  }

  void problem(const ReportedProblem& problem, std::string& /*out*/) override {
    if (++problem_count_ > kMaxProblems) return;
    problems_ += problem_count_ == 1 ? "\n" : ",\n";
    append_problem_object(problems_, problem);
  }

  void end(const ReportSummary& summary, std::string& out) override {
    out += "\n],\"problems\":[" + problems_ + "\n],";
    if (problem_count_ > kMaxProblems) {
      out += "\"problems_not_listed\":" + std::to_string(problem_count_ - kMaxProblems) + ",";
    }
    out += "\"summary\":";
    append_summary_object(out, summary);
    out += "}\n";
  }

 private:
  bool any_ = false;
  std::uint64_t problem_count_ = 0;
  std::string problems_;
};

}  // namespace

extern constinit const ReporterSpec json_report{
    .name = "json",
    .summary = "one JSON document with all findings, problems and a summary",
    .wants_excerpts = false,
    .make = [](const ReportOptions&) -> std::unique_ptr<Reporter> { return std::make_unique<JsonReporter>(); },
};

}  // namespace postvet
