// What a run found, ready to be written in any format. Formats know nothing of posts or rules' workings.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/span.h"
#include "model/finding.h"
#include "model/names.h"

namespace postvet {

// A place in a file or archive entry: bytes, and 1-based lines and UTF-16 columns; the end is behind the last
// character.
struct ReportedPlace {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::uint64_t line = 1;
  std::uint64_t column = 1;
  std::uint64_t end_line = 1;
  std::uint64_t end_column = 1;
};

struct ReportedEvidence {
  EvidenceRole role = EvidenceRole::trigger;
  std::string field;
  std::optional<Span> span;  // bytes of the field
  std::string term;
};

// One line of the post around a finding, at most 80 columns, personal data masked; for text and html only.
struct Excerpt {
  std::string text;        // escaped for no format yet; valid UTF-8
  std::size_t column = 0;  // where the finding begins, in code points of text
  std::size_t length = 0;  // code points, at least 1
};

struct ReportedFinding {
  std::string rule;
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::high;
  std::string path;   // of the input as given
  std::string entry;  // inside an archive or folder
  std::string post;
  Platform platform = Platform::generic;
  PostKind kind = PostKind::post;
  Voice voice = Voice::own;
  std::string time;
  std::string field;
  std::optional<Span> span;  // bytes of the field; none for something that is missing
  std::optional<ReportedPlace> source;
  std::vector<ReportedEvidence> evidence;
  std::string message;
  std::string help;
  std::string clause;  // "Appropriate Conduct – Staff: …the exact words…"
  std::string clause_id;
  std::string route;
  std::string masked;       // empty when there is nothing to mask
  std::string fingerprint;  // 32 hexadecimal digits
  std::optional<Excerpt> excerpt;
};

// A part of the input that was not checked.
struct ReportedProblem {
  std::string path;
  std::string entry;
  std::uint64_t line = 0;  // 0: the whole input
  std::uint64_t column = 0;
  std::string what;
};

struct Counts {
  std::uint64_t found = 0;
  std::uint64_t checked = 0;
  std::uint64_t skipped = 0;  // found = checked + skipped
};

struct ReportedInput {
  std::string path;
  std::string reader;  // empty: could not be read
  Counts posts;
  std::vector<std::pair<std::string, std::uint64_t>> system;  // by what they are
  Repairs repairs;
};

struct ReportSummary {
  Counts posts;
  std::array<std::uint64_t, 3> findings{};  // by Severity
  std::uint64_t others = 0;                 // findings in other people's words, counted apart
  std::vector<ReportedInput> inputs;
  std::vector<std::string> not_examined;  // sentences
  std::vector<std::string> switched_off;  // rules, terms: with file and line
};

// Writes one format. Calls come in order: begin, then finding and problem in input order, then end. Appends to `out`;
// the caller writes and clears it between calls. Not thread-safe.
class Reporter {
 public:
  virtual ~Reporter() = default;
  virtual void begin(std::string& out) { (void)out; }
  virtual void finding(const ReportedFinding& finding, std::string& out) = 0;
  virtual void problem(const ReportedProblem& problem, std::string& out) { (void)problem, (void)out; }
  virtual void end(const ReportSummary& summary, std::string& out) = 0;
};

struct ReportOptions {
  bool colour = false;
};

struct ReporterSpec {
  std::string_view name;     // "text"
  std::string_view summary;  // for --help
  bool wants_excerpts;
  std::unique_ptr<Reporter> (*make)(const ReportOptions&);
};

// All of them, in the order of reporters.def.
std::span<const ReporterSpec* const> all_reporters();

}  // namespace postvet
