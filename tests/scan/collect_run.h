// A run whose findings are kept instead of written, over the shipped rules.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/memory_files.h"
#include "report/report.h"
#include "scan/builtin.h"
#include "scan/engine.h"
#include "scan/run.h"

namespace postvet_test {

struct Outcome {
  std::vector<postvet::ReportedFinding> findings;  // in the order of the report
  std::vector<postvet::ReportedProblem> problems;
  std::vector<std::string> messages;  // for stderr
  postvet::RunResult result;

  // How many findings of a rule, or of all rules of a group.
  std::size_t count(std::string_view rule) const {
    std::size_t count = 0;
    for (const postvet::ReportedFinding& finding : findings) {
      if (finding.rule == rule || (rule.ends_with('/') && finding.rule.starts_with(rule))) ++count;
    }
    return count;
  }
};

namespace detail {

// Where the collecting reporter puts what it gets: a ReporterSpec holds a plain function and no state.
inline Outcome* collecting = nullptr;

class Collector final : public postvet::Reporter {
 public:
  explicit Collector(Outcome& outcome) : outcome_(outcome) {}
  void finding(const postvet::ReportedFinding& finding, std::string&) override { outcome_.findings.push_back(finding); }
  void problem(const postvet::ReportedProblem& problem, std::string&) override { outcome_.problems.push_back(problem); }
  void end(const postvet::ReportSummary&, std::string& out) override { out += "end\n"; }

 private:
  Outcome& outcome_;
};

inline constexpr postvet::ReporterSpec kCollector{
    "collector", "", true, [](const postvet::ReportOptions&) -> std::unique_ptr<postvet::Reporter> {
      return std::make_unique<Collector>(*collecting);
    }};

}  // namespace detail

inline std::unique_ptr<postvet::Engine> make_shipped_engine(postvet::RuleSettings settings = {}) {
  return postvet::Engine::make(postvet::builtin_compiled(), postvet::builtin_policy(), std::move(settings));
}

// Made once.
inline const postvet::Engine& shipped_engine() {
  static const std::unique_ptr<postvet::Engine> engine = make_shipped_engine();
  return *engine;
}

inline Outcome check(const postvet::Engine& engine, const postvet::Files& files, const postvet::RunOptions& options) {
  Outcome outcome;
  detail::collecting = &outcome;
  outcome.result = postvet::run_check(
      engine, files, options, detail::kCollector, {}, [](std::string_view) { return true; },
      [&](const std::string& message) { outcome.messages.push_back(message); });
  detail::collecting = nullptr;
  const postvet::Counts& posts = outcome.result.summary.posts;
  CHECK(posts.found == posts.checked + posts.skipped);
  CHECK(outcome.result.complete == (posts.skipped == 0));
  return outcome;
}

inline Outcome check(const postvet::Files& files, std::vector<std::string> paths) {
  postvet::RunOptions options;
  options.paths = std::move(paths);
  return check(shipped_engine(), files, options);
}

// One file in memory.
inline Outcome check_text(const std::string& name, std::string bytes) {
  postvet::MemoryFiles files;
  files.add(name, std::move(bytes));
  return check(files, {name});
}

}  // namespace postvet_test
