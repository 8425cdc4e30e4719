// A run over inputs: read, check, add up, report.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "model/names.h"
#include "read/reader.h"
#include "report/report.h"
#include "scan/engine.h"
#include "scan/run_options.h"

namespace postvet {

// Takes the bytes of the report as they are made, in order. Returns false when they cannot be written: the run stops.
using Output = std::function<bool(std::string_view)>;
// Takes a line for stderr, without its line end, not yet escaped.
using Messages = std::function<void(const std::string&)>;

struct RunResult {
  ReportSummary summary;
  bool complete = true;  // false: something could not be read, status 2
  bool written = true;   // false: Output refused
};

// Checks all inputs and writes the report. The bytes do not depend on `jobs`.
RunResult run_check(const Engine& engine, const Files& files, const RunOptions& options, const ReporterSpec& reporter,
                    const ReportOptions& report_options, const Output& output, const Messages& messages);

// Writes the posts as post lines with a `source` each, and checks nothing.
RunResult run_read(const Files& files, const RunOptions& options, const Output& output, const Messages& messages);

// Writes which reader would take each input, and why.
RunResult run_detect(const Files& files, const RunOptions& options, const Output& output, const Messages& messages);

}  // namespace postvet
