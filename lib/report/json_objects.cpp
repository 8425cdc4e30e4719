#include "report/json_objects.h"

#include "report/json_writer.h"

namespace postvet {
namespace {

constexpr std::uint64_t kSchema = 1;

void write_path(JsonWriter& json, const std::string& path, const std::string& entry) {
  json.key("path").text(path);
  if (!entry.empty()) json.key("entry").text(entry);
}

void write_span(JsonWriter& json, const std::optional<Span>& span) {
  json.key("span");
  if (!span) return json.null();
  json.open_object();
  json.key("start").number(span->begin);
  json.key("end").number(span->end);
  json.close_object();
}

void write_source(JsonWriter& json, const std::optional<ReportedPlace>& source) {
  json.key("source");
  if (!source) return json.null();
  json.open_object();
  json.key("start").number(source->begin);
  json.key("end").number(source->end);
  json.key("line").number(source->line);
  json.key("column").number(source->column);
  json.key("end_line").number(source->end_line);
  json.key("end_column").number(source->end_column);
  json.close_object();
}

void write_evidence(JsonWriter& json, const std::vector<ReportedEvidence>& evidence) {
  json.key("evidence").open_list();
  for (const ReportedEvidence& item : evidence) {
    json.open_object();
    json.key("role").text(to_name(item.role));
    json.key("field").text(item.field);
    write_span(json, item.span);
    json.key("term").text_or_null(item.term);
    json.close_object();
  }
  json.close_list();
}

void write_counts(JsonWriter& json, const Counts& counts) {
  json.key("posts").open_object();
  json.key("found").number(counts.found);
  json.key("checked").number(counts.checked);
  json.key("skipped").number(counts.skipped);
  json.close_object();
}

void write_repairs(JsonWriter& json, const Repairs& repairs) {
  json.key("repairs").open_object();
  for (auto [name, count] : {std::pair{"invalid", repairs.invalid},
                             {"nul", repairs.nul},
                             {"line_ends", repairs.line_ends},
                             {"marks", repairs.marks},
                             {"combining", repairs.combining}}) {
    if (count != 0) json.key(name).number(count);
  }
  json.close_object();
}

void write_input(JsonWriter& json, const ReportedInput& input) {
  json.open_object();
  json.key("path").text(input.path);
  json.key("reader").text_or_null(input.reader);
  write_counts(json, input.posts);
  json.key("system").open_object();
  for (const auto& [what, count] : input.system) json.key(what).number(count);
  json.close_object();
  write_repairs(json, input.repairs);
  json.close_object();
}

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  json.key(key).open_list();
  for (const std::string& text : texts) json.text(text);
  json.close_list();
}

}  // namespace

void append_finding_object(std::string& out, const ReportedFinding& finding) {
  JsonWriter json(out);
  json.open_object();
  json.key("type").text("finding");
  json.key("rule").text(finding.rule);
  json.key("severity").text(to_name(finding.severity));
  json.key("confidence").text(to_name(finding.confidence));
  write_path(json, finding.path, finding.entry);
  json.key("post").text_or_null(finding.post);
  json.key("platform").text(to_name(finding.platform));
  json.key("kind").text(to_name(finding.kind));
  json.key("voice").text(to_name(finding.voice));
  json.key("time").text_or_null(finding.time);
  json.key("field").text_or_null(finding.field);
  write_span(json, finding.span);
  write_source(json, finding.source);
  write_evidence(json, finding.evidence);
  json.key("message").text(finding.message);
  json.key("help").text(finding.help);
  json.key("clause").text_or_null(finding.clause);
  json.key("route").text_or_null(finding.route);
  json.key("masked").text_or_null(finding.masked);
  json.key("fingerprint").text_or_null(finding.fingerprint);
  json.close_object();
}

void append_problem_object(std::string& out, const ReportedProblem& problem) {
  JsonWriter json(out);
  json.open_object();
  json.key("type").text("problem");
  write_path(json, problem.path, problem.entry);
  for (auto [key, number] : {std::pair{"line", problem.line}, {"column", problem.column}}) {
    json.key(key);
    problem.line == 0 ? json.null() : json.number(number);
  }
  json.key("what").text(problem.what);
  json.close_object();
}

void append_summary_object(std::string& out, const ReportSummary& summary) {
  JsonWriter json(out);
  json.open_object();
  json.key("type").text("summary");
  json.key("schema").number(kSchema);
  write_counts(json, summary.posts);
  json.key("inputs").open_list();
  for (const ReportedInput& input : summary.inputs) write_input(json, input);
  json.close_list();
  json.key("findings").open_object();
  for (Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    json.key(to_name(severity)).number(summary.findings[static_cast<std::size_t>(severity)]);
  }
  json.close_object();
  json.key("others").number(summary.others);
  write_texts(json, "not_examined", summary.not_examined);
  write_texts(json, "switched_off", summary.switched_off);
  json.close_object();
}

}  // namespace postvet
