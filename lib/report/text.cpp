// For people: a finding as compilers write it, the line with a caret under the place, and what to do.
#include <algorithm>
#include <set>
#include <string>

#include "base/utf8.h"
#include "report/escape.h"
#include "report/report.h"

namespace postvet {
namespace {

constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kCaretColour = "\x1b[1;32m";

constexpr std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\x1b[1;31m";
    case Severity::warning:
      return "\x1b[1;35m";
    case Severity::note:
      return "\x1b[1;36m";
  }
  return {};
}

// Colons of a path appear as `<U+003A>`, so that the first colon ends it.
void append_path(const std::string& path, std::string& out) {
  std::size_t at = 0;
  for (std::size_t colon; (colon = path.find(':', at)) != std::string::npos; at = colon + 1) {
    append_shown(out, std::string_view(path).substr(at, colon - at));
    out += "<U+003A>";
  }
  append_shown(out, std::string_view(path).substr(at));
}

class TextReporter final : public Reporter {
 public:
  explicit TextReporter(bool colour) : colour_(colour) {}

  void finding(const ReportedFinding& finding, std::string& out) override {
    std::size_t from = out.size();
    headline(finding, out);
    if (finding.excerpt) {
      excerpt(*finding.excerpt, out);
    } else {
      line("found", finding.masked, out);
    }
    line("in", post_of(finding), out);
    line("help", finding.help, out);
    line("clause", clause_of(finding), out);
    line("contact", finding.route, out);
    out += '\n';
    disarm_lines(out, from);
  }

  // The counts are for the standard error, see summary_text().
  void end(const ReportSummary& /*summary*/, std::string& /*out*/) override {}

 private:
  void coloured(std::string_view colour, std::string_view text, std::string& out) const {
    if (colour_) out += colour;
    out += text;
    if (colour_) out += kReset;
  }

  void headline(const ReportedFinding& finding, std::string& out) const {
    append_path(finding.path, out);
    if (!finding.entry.empty()) {
      out += '!';
      append_path(finding.entry, out);
    }
    out += ':';
    if (finding.source) {
      out += std::to_string(finding.source->line) + ':' + std::to_string(finding.source->column) + ':';
    }
    out += ' ';
    coloured(colour_of(finding.severity), to_name(finding.severity), out);
    out += ": ";
    append_shown(out, finding.message, Breaks::space);
    remarks(finding, out);
    out += " [";
    append_shown(out, finding.rule);
    out += "]\n";
  }

  // What a reader should know before they trust or act on it.
  static void remarks(const ReportedFinding& finding, std::string& out) {
    if (finding.confidence != Confidence::high) {
      out += " (";
      out += to_name(finding.confidence);
      out += " confidence)";
    }
    if (finding.voice == Voice::passed_on) out += " (passed on, not written)";
    if (finding.voice == Voice::others) out += " (somebody else's words)";
  }

  // Which post of the file it is, with the field where that is not its text: "post 17 of 2026-05-04, title". Of a file
  // that is one post the headline says enough, unless it has no line.
  static std::string post_of(const ReportedFinding& finding) {
    bool is_file = finding.post.empty() || finding.path.ends_with(finding.post);
    if (is_file && finding.source) return {};
    std::string text(finding.source ? "" : "the whole ");
    text += to_name(finding.kind);
    if (!is_file) text += ' ' + finding.post;
    if (!finding.time.empty()) text += " of " + finding.time;
    if (!finding.field.empty() && finding.field != "text") text += ", " + finding.field;
    return text;
  }

  // The words of a clause once; a report that repeats them with every finding is not read.
  std::string clause_of(const ReportedFinding& finding) {
    if (finding.clause.empty() || clauses_.insert(finding.clause).second) return finding.clause;
    constexpr std::size_t kTold = 60;  // bytes that tell it from others of its section
    if (finding.clause.size() <= kTold) return finding.clause;
    return finding.clause.substr(0, finding.clause.rfind(' ', kTold)) + " … (as above)";
  }

  void excerpt(const Excerpt& excerpt, std::string& out) const {
    out += "    | ";
    append_shown(out, excerpt.text, Breaks::space);
    out += "\n    | ";
    std::size_t before = 0;
    std::size_t under = 0;
    std::size_t count = 0;
    for (std::size_t at = 0; at < excerpt.text.size(); ++count) {
      CodePoint point = decode_utf8(excerpt.text, at);
      at += point.length;
      if (count < excerpt.column) {
        before += shown_width(point.value);
      } else if (count - excerpt.column < excerpt.length) {
        under += shown_width(point.value);
      }
    }
    out.append(before, ' ');
    coloured(kCaretColour, "^" + std::string(std::max<std::size_t>(under, 1) - 1, '~'), out);
    out += '\n';
  }

  static void line(std::string_view label, const std::string& text, std::string& out) {
    if (text.empty()) return;
    out += "    ";
    out += label;
    out += ": ";
    append_shown(out, text, Breaks::space);
    out += '\n';
  }

  bool colour_;
  std::set<std::string> clauses_;  // that were written; there are as many as the policy has
};

}  // namespace

extern constinit const ReporterSpec text_report{
    .name = "text",
    .summary = "for people: a finding as compilers write it, with the line and what to do",
    .wants_excerpts = true,
    .make = [](const ReportOptions& options) -> std::unique_ptr<Reporter> {
      return std::make_unique<TextReporter>(options.colour);
    },
};

}  // namespace postvet
