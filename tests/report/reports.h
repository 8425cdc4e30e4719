// Findings and summaries to write, for the tests of the formats.
#pragma once

#include <string>

#include "report/report.h"

namespace postvet {

inline ReportedFinding sample_finding() {
  ReportedFinding finding;
  finding.rule = "personal-data/phone";
  finding.severity = Severity::error;
  finding.path = "posts.jsonl";
  finding.post = "p1";
  finding.platform = Platform::x;
  finding.time = "2026-05-04T10:12:00+01:00";
  finding.field = "text";
  finding.span = Span{12, 24};
  finding.source = ReportedPlace{230, 242, 7, 41, 7, 53};
  finding.evidence.push_back({EvidenceRole::person, "text", Span{0, 5}, "person.student"});
  finding.message = "gives a telephone number";
  finding.help = "leave it out";
  finding.clause = "Responsibilities: Some words.";
  finding.route = "your line manager";
  finding.masked = "07*********";
  finding.fingerprint = "0123456789abcdef0123456789abcdef";
  return finding;
}

inline ReportSummary sample_summary() {
  ReportSummary summary;
  summary.posts = {9, 8, 1};
  summary.findings = {3, 2, 1};
  summary.others = 4;
  summary.inputs.push_back({"posts.jsonl", "post-lines", {9, 8, 1}, {{"joins", 2}}, {1, 0, 5, 1, 0}});
  summary.not_examined = {"pictures"};
  summary.switched_off = {"offensive (postvet.yaml:3)"};
  return summary;
}

// What a reporter of that name writes about them.
inline std::string written(std::string_view format, const std::vector<ReportedFinding>& findings,
                           const std::vector<ReportedProblem>& problems, const ReportSummary& summary,
                           bool colour = false) {
  for (const ReporterSpec* spec : all_reporters()) {
    if (spec->name != format) continue;
    std::string out;
    auto reporter = spec->make({colour});
    reporter->begin(out);
    for (const ReportedFinding& finding : findings) reporter->finding(finding, out);
    for (const ReportedProblem& problem : problems) reporter->problem(problem, out);
    reporter->end(summary, out);
    return out;
  }
  return {};
}

}  // namespace postvet
