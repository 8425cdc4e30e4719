#include "report/summary.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "report/escape.h"

namespace postvet {
namespace {

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

std::string findings_line(const ReportSummary& summary) {
  std::string line;
  for (auto [severity, one, many] : {std::tuple{Severity::error, "error", "errors"},
                                     {Severity::warning, "warning", "warnings"},
                                     {Severity::note, "note", "notes"}}) {
    std::uint64_t count = summary.findings[static_cast<std::size_t>(severity)];
    if (count != 0) line += (line.empty() ? "" : ", ") + counted(count, one, many);
  }
  return line.empty() && summary.posts.checked != 0 ? "nothing found" : line;
}

// "48 posts checked, 1 could not be read".
std::string posts_line(const Counts& posts) {
  if (posts.found == 0) return "there was no post to check";
  std::string line = posts.checked == 0 ? "no post checked" : counted(posts.checked, "post", "posts") + " checked";
  if (posts.skipped != 0) line += ", " + std::to_string(posts.skipped) + " could not be read";
  return line;
}

// The inputs' records that are no posts, added up by what they are, in order of first appearance.
std::vector<std::pair<std::string, std::uint64_t>> system_records(const ReportSummary& summary) {
  std::vector<std::pair<std::string, std::uint64_t>> sums;
  for (const ReportedInput& input : summary.inputs) {
    for (const auto& [what, count] : input.system) {
      auto known =
          std::find_if(sums.begin(), sums.end(), [&name = what](const auto& sum) { return sum.first == name; });
      if (known == sums.end()) {
        sums.emplace_back(what, count);
      } else {
        known->second += count;
      }
    }
  }
  return sums;
}

std::string system_line(const ReportSummary& summary) {
  std::string line;
  for (const auto& [what, count] : system_records(summary)) {
    line += (line.empty() ? "" : "; ") + std::to_string(count) + ' ' + what;
  }
  return line;
}

// Line ends and marks are mended without anybody having to know.
std::string repairs_line(const ReportSummary& summary) {
  Repairs all;
  for (const ReportedInput& input : summary.inputs) all += input.repairs;
  std::string line;
  for (auto [count, one, many] : {std::tuple{all.invalid, "ill-formed character", "ill-formed characters"},
                                  {all.nul, "NUL character", "NUL characters"},
                                  {all.combining, "combining mark too many", "combining marks too many"}}) {
    if (count != 0) line += (line.empty() ? "" : ", ") + counted(count, one, many);
  }
  return line;
}

}  // namespace

std::string summary_text(const ReportSummary& summary) {
  std::string out;
  auto line = [&](std::string_view label, std::string_view text) {
    if (text.empty()) return;
    if (!label.empty()) out.append(label).append(": ");
    append_shown(out, text);
    out += '\n';
  };
  std::string findings = findings_line(summary);
  line("", findings + (findings.empty() ? "" : "; ") + posts_line(summary.posts));
  if (summary.others != 0) {
    line("", counted(summary.others, "finding", "findings") + " in other people's words, not counted");
  }
  line("no posts, so not checked", system_line(summary));
  line("mended", repairs_line(summary));
  for (const std::string& sentence : summary.not_examined) line("not examined", sentence);
  for (const std::string& what : summary.switched_off) line("switched off", what);
  disarm_lines(out);
  return out;
}

}  // namespace postvet
