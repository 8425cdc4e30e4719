// Every payload in every field of every format: the report is strict, and nothing in it acts on who reads it.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "report/escape.h"
#include "report/reports.h"
#include "report/summary.h"

namespace postvet {
namespace {

using namespace std::string_literals;

const std::string kPayloads[] = {
    "\x1b[31m\x1b]0;title\x07",
    "\x1bP\x1b\\\x90\x9b",
    "\xC2\x9B"
    "31m",
    "\r\b\b\x7f",
    "a\nb\n::error file=x::y",
    "::set-output name=a::b",
    "  ::add-mask::x",
    ":",
    "::",
    "\n::stop-commands::t",
    "##[error]x",
    "x##[group]",
    "##vso[task.complete]",
    "##teamcity[x]",
    "section_start:1:x\r",
    "\nsection_end:1:x",
    "\xE2\x80\xAEgnp.exe",
    "\xE2\x81\xA6\xE2\x80\x8B\xEF\xBB\xBF\xE2\x80\xA8",
    "\xFF\xFE\xC3",
    "\xED\xA0\x80",
    "\xE2\x82",
    "\0nul\0"s,
    "\"},{\"a\":\"",
    "\\",
    "\\u0000",
    "</script><script>",
    "-rf",
    std::string(300, '\\'),
    "\xF3\xA0\x81\xA7",
    "\t##\t[x",
    "\xC2\xA0::error::x",
};

// Every text of a finding.
const std::function<std::string&(ReportedFinding&)> kFields[] = {
    [](ReportedFinding& f) -> std::string& { return f.rule; },
    [](ReportedFinding& f) -> std::string& { return f.path; },
    [](ReportedFinding& f) -> std::string& { return f.entry; },
    [](ReportedFinding& f) -> std::string& { return f.post; },
    [](ReportedFinding& f) -> std::string& { return f.time; },
    [](ReportedFinding& f) -> std::string& { return f.field; },
    [](ReportedFinding& f) -> std::string& { return f.message; },
    [](ReportedFinding& f) -> std::string& { return f.help; },
    [](ReportedFinding& f) -> std::string& { return f.clause; },
    [](ReportedFinding& f) -> std::string& { return f.route; },
    [](ReportedFinding& f) -> std::string& { return f.masked; },
    [](ReportedFinding& f) -> std::string& { return f.fingerprint; },
    [](ReportedFinding& f) -> std::string& { return f.evidence.front().field; },
    [](ReportedFinding& f) -> std::string& { return f.evidence.front().term; },
    [](ReportedFinding& f) -> std::string& { return f.excerpt->text; },
};

// Checks a whole report. Written apart from the sinks, on purpose.
void check_inert(const std::string& report) {
  std::size_t skip = 0;
  for (std::size_t at = 0; at < report.size();) {
    std::size_t length = valid_utf8_length(std::string_view(report).substr(at), &skip);
    if (length == 0) FAIL("ill-formed UTF-8 at ", at);
    char32_t value = decode_utf8(report, at).value;
    bool control = (value < 0x20 && value != '\n' && value != '\t') || (value >= 0x7F && value < 0xA0);
    bool bidi = (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069) || value == 0x200E ||
                value == 0x200F || value == 0x061C;
    bool invisible = (value >= 0x200B && value <= 0x200D) || value == 0xFEFF || value == 0x2028 || value == 0x2029 ||
                     (value >= 0xE0000 && value <= 0xE0FFF);
    if (control || bidi || invisible) FAIL("a character that acts: ", static_cast<std::uint32_t>(value));
    at += length;
  }
  REQUIRE(report.find("##[") == std::string::npos);
  REQUIRE(report.find("##vso[") == std::string::npos);
  REQUIRE(report.find("##teamcity[") == std::string::npos);
  for (std::size_t at = 0; at != std::string::npos && at < report.size();) {
    std::string line = report.substr(at, report.find('\n', at) - at);
    for (const char* blank : {" ", "\t", "\xC2\xA0"}) {
      while (line.starts_with(blank)) line.erase(0, std::string_view(blank).size());
    }
    bool command = line.starts_with("::") || line.starts_with("section_start:") || line.starts_with("section_end:");
    if (command) FAIL("a command: ", line);
    at = report.find('\n', at);
    if (at != std::string::npos) ++at;
  }
}

std::size_t lines(const std::string& report) {
  return static_cast<std::size_t>(std::count(report.begin(), report.end(), '\n'));
}

void check_json(const std::string& report, bool one_document) {
  if (one_document) {
    REQUIRE(nlohmann::json::accept(report));
    return;
  }
  for (std::size_t at = 0; at < report.size(); at = report.find('\n', at) + 1) {
    REQUIRE(nlohmann::json::accept(report.substr(at, report.find('\n', at) - at)));
  }
}

void check_formats(const std::vector<ReportedFinding>& findings, const std::vector<ReportedProblem>& problems,
                   const ReportSummary& summary) {
  for (const ReporterSpec* spec : all_reporters()) {
    CAPTURE(spec->name);
    std::string report = written(spec->name, findings, problems, summary);
    check_inert(report);
    if (spec->name != "text") check_json(report, spec->name == "json");
  }
  check_inert(summary_text(summary));
}

TEST_CASE("findings") {
  ReportedFinding plain = sample_finding();
  plain.entry = "entry";
  for (bool with_excerpt : {true, false}) {
    plain.excerpt = Excerpt{"an excerpt", 3, 2};
    for (const std::string& payload : kPayloads) {
      CAPTURE(payload);
      std::size_t number = 0;
      for (const auto& field : kFields) {
        CAPTURE(++number);
        ReportedFinding finding = plain;
        bool excerpt_text = &field == std::end(kFields) - 1;
        field(finding) =
            excerpt_text && shown_line(payload).find("<0x") != std::string::npos ? "valid, by contract" : payload;
        if (!with_excerpt) finding.excerpt.reset();
        check_formats({finding, finding}, {}, {});
        CHECK(lines(written("text", {finding}, {}, {})) == (with_excerpt ? 8 : 7));
        CHECK(lines(written("jsonl", {finding}, {}, {})) == 2);
      }
    }
  }
}

TEST_CASE("problems and summaries") {
  for (const std::string& payload : kPayloads) {
    CAPTURE(payload);
    check_formats({}, {{payload, "", 1, 1, "a"}, {"a", payload, 0, 0, "a"}, {"a", "a", 1, 1, payload}}, {});
    ReportSummary summary = sample_summary();
    summary.inputs.front().path = payload;
    summary.inputs.push_back({payload, "", {}, {}, {}});
    summary.inputs.front().reader = payload;
    summary.inputs.front().system = {{payload, 1}};
    summary.not_examined = {payload};
    summary.switched_off = {payload};
    check_formats({}, {}, summary);
  }
}

TEST_CASE("JSON gives back what was put in, but for ill-formed bytes") {
  for (const std::string& payload : kPayloads) {
    if (shown_line(payload).find("<0x") != std::string::npos) continue;
    ReportedFinding finding = sample_finding();
    finding.path = payload;
    CHECK(nlohmann::json::parse(written("json", {finding}, {}, {})).at("findings").at(0).at("path") == payload);
  }
}

}  // namespace
}  // namespace postvet
