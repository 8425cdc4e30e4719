#include "commands.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <thread>

#include "destination.h"
#include "process.h"
#include "report/report.h"
#include "report/summary.h"
#include "scan/run.h"
#include "scan/setup.h"

namespace postvet {
namespace {

constexpr int kClean = 0;
constexpr int kFindings = 1;
constexpr int kFailure = 2;

int refuse(const Error& error) {
  complain(error);
  return kFailure;
}

// The configuration that is closest to a path, named as seen from the working directory; empty when there is none.
std::string closest_config(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path here = fs::current_path(error);
  if (error) return {};
  fs::path start = path == "-" ? here : (here / path).lexically_normal();
  std::string found = find_config(disk_files(), start.string());
  if (found.empty()) return {};
  fs::path near = fs::path(found).lexically_relative(here);
  return near.empty() ? found : near.string();
}

// One configuration holds for a run.
Result<std::string> find_one_config(const std::vector<std::string>& paths) {
  std::string found;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    std::string closest = closest_config(paths[i]);
    if (i > 0 && closest != found) {
      return fail("the paths have different configurations", paths[i], "name one with --config, or use --no-config");
    }
    found = std::move(closest);
  }
  return found;
}

// In CI whoever proposes a change may have written the configuration beside it; so it counts only when it is named.
Result<Config> choose_config(const Options& options) {
  if (options.no_config) return Config{};
  if (!options.config.empty()) return read_config(disk_files(), options.config);
  auto found = find_one_config(options.paths.empty() ? std::vector<std::string>{"-"} : options.paths);
  if (!found) return tl::unexpected(found.error());
  if (found->empty()) return Config{};
  if (in_ci()) {
    complain(*found + ": not used, as this is a CI run; name it with --config if it should be");
    return Config{};
  }
  return read_config(disk_files(), *found);
}

RunOptions run_options(const Options& options, const Config& config, StdinStream& stdin_stream) {
  RunOptions run;
  run.paths = options.paths;
  run.stdin_filename = options.stdin_filename;
  run.stdin_stream = &stdin_stream;
  run.read.column_map = options.column_map;
  run.read.role = options.role.value_or(config.role.value_or(Role::unknown));
  run.min_severity = options.min_severity.value_or(config.min_severity.value_or(run.min_severity));
  run.min_confidence = options.min_confidence.value_or(config.min_confidence.value_or(run.min_confidence));
  run.count_others = options.count_others;
  run.show_values = options.show_values;
  run.excerpts = !in_ci();
  run.jobs = options.jobs != 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
  return run;
}

int status_of(const RunResult& result, FailOn fail_on) {
  if (!result.complete) return kFailure;
  if (fail_on == FailOn::never) return kClean;
  for (std::size_t severity = static_cast<std::size_t>(fail_on); severity < result.summary.findings.size();
       ++severity) {
    if (result.summary.findings[severity] != 0) return kFindings;
  }
  return kClean;
}

// Opens the destination, runs, and makes sure that everything arrived.
template <class Run, class Status>
int write_run(const Options& options, const Run& run, const Status& status) {
  auto destination = open_destination(options.output, options.paths);
  if (!destination) return refuse(destination.error());
  RunResult result = run([&](std::string_view bytes) { return (*destination)->write(bytes); });
  if (result.written && (*destination)->finish()) return status(result);
  if ((*destination)->failure().empty()) return kClean;  // nobody reads on
  complain((*destination)->failure());
  return kFailure;
}

int check(const Options& options) {
  if (options.show_values && in_ci()) {
    complain("--show-values is refused in CI, whose logs may be public");
    return kFailure;
  }
  auto config = choose_config(options);
  if (!config) return refuse(config.error());
  auto engine = make_engine(disk_files(), *config, options.lexicons);
  if (!engine) return refuse(engine.error());
  auto reporters = all_reporters();
  const ReporterSpec& reporter = **std::find_if(reporters.begin(), reporters.end(),
                                                [&](const ReporterSpec* r) { return r->name == options.format; });
  ReportOptions report_options;
  report_options.colour =
      options.output.empty() ? wants_colour(options.colour, STDOUT_FILENO) : options.colour == ColourChoice::always;
  StdinStream stdin_stream;
  RunOptions run = run_options(options, *config, stdin_stream);
  return write_run(
      options,
      [&](const Output& output) {
        return run_check(**engine, disk_files(), run, reporter, report_options, output, say);
      },
      [&](const RunResult& result) {
        // The formats for machines carry the summary themselves.
        if (options.format == "text") say_raw(summary_text(result.summary));
        return status_of(result, options.fail_on.value_or(config->fail_on.value_or(FailOn::warning)));
      });
}

int read_or_detect(const Options& options) {
  StdinStream stdin_stream;
  RunOptions run = run_options(options, Config{}, stdin_stream);
  return write_run(
      options,
      [&](const Output& output) {
        return options.command == Command::read ? run_read(disk_files(), run, output, say)
                                                : run_detect(disk_files(), run, output, say);
      },
      [](const RunResult& result) { return result.complete ? kClean : kFailure; });
}

int with_engine(const Options& options) {
  auto config = choose_config(options);
  if (!config) return refuse(config.error());
  auto engine = make_engine(disk_files(), *config, options.lexicons);
  if (!engine) return refuse(engine.error());
  if (options.command == Command::explain) return explain_rule(**engine, options.rule);
  return options.format == "markdown" ? print_rules_page(**engine) : list_rules(**engine);
}

}  // namespace

int print_and_exit(const std::string& text, int status) {
  auto destination = open_destination({}, {});
  if ((*destination)->write(text) && (*destination)->finish()) return status;
  if ((*destination)->failure().empty()) return kClean;
  complain((*destination)->failure());
  return kFailure;
}

int run_command(const Options& options) {
  switch (options.command) {
    case Command::check:
      return check(options);
    case Command::read:
    case Command::detect:
      return read_or_detect(options);
    case Command::rules:
    case Command::explain:
      return with_engine(options);
    case Command::lexicon_check:
      return check_lexicons(options.paths);
    case Command::lexicon_test:
      return test_lexicons(options.paths);
  }
  return kFailure;
}

}  // namespace postvet
