#include "options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <sstream>
#include <string_view>

#include "report/escape.h"
#include "report/report.h"
#include "syntax/yaml_keys.h"

namespace postvet {
namespace {

constexpr std::size_t kMostJobs = 256;

constexpr const char* kFooter =
    "Exit status: 0 nothing at or above --fail-on, 1 findings at or above it, 2 the job or a part of it could not be "
    "done.\nFindings go to the standard output, everything else to the standard error. Lines and columns count from 1, "
    "columns in UTF-16 code units.";

std::string joined(std::span<const std::string_view> names, std::string_view between) {
  std::string all;
  for (std::string_view name : names) all.append(all.empty() ? "" : between).append(name);
  return all;
}

// An option that takes one of `names`; the value that is set is its place among them.
template <class Set>
void add_name(CLI::App& app, const std::string& flag, std::vector<std::string_view> names, const Set& set,
              const std::string& help) {
  std::string type = joined(names, "|");
  auto find = [flag, names = std::move(names), set](const std::string& name) {
    auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      throw CLI::ValidationError(flag, "\"" + name + "\" should be one of " + joined(names, ", "));
    }
    set(static_cast<std::size_t>(found - names.begin()));
  };
  app.add_option_function<std::string>(flag, find, help)->type_name(type);
}

// An option that takes one of the names of an enumeration.
template <class Enum, class Target>
void add_choice(CLI::App& app, const std::string& flag, Target& to, const std::string& help) {
  add_name(
      app, flag, {Names<Enum>::kAll.begin(), Names<Enum>::kAll.end()},
      [&to](std::size_t place) { to = static_cast<Enum>(place); }, help);
}

void add_jobs(CLI::App& app, Options& options) {
  auto set = [&options](const std::string& written) {
    std::size_t jobs = 0;
    auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), jobs);
    if (error != std::errc() || end != written.data() + written.size() || jobs < 1 || jobs > kMostJobs) {
      throw CLI::ValidationError("--jobs", "this should be a number from 1 to " + std::to_string(kMostJobs));
    }
    options.jobs = jobs;
  };
  app.add_option_function<std::string>("--jobs", set, "threads; the report does not depend on it")->type_name("N");
}

void add_map(CLI::App& app, Options& options) {
  auto set = [&options](const std::string& written) {
    std::istringstream pieces(written);
    for (std::string piece; std::getline(pieces, piece, ',');) {
      std::size_t equals = piece.find('=');
      std::string field = piece.substr(0, equals);
      if (equals == std::string::npos || equals + 1 == piece.size() ||
          (field != "text" && field != "author" && field != "time")) {
        throw CLI::ValidationError("--map", "this should look like text=COLUMN,author=COLUMN,time=COLUMN");
      }
      options.column_map.emplace_back(field, piece.substr(equals + 1));
    }
  };
  app.add_option_function<std::string>("--map", set, "which columns of a table hold what")
      ->type_name("text=COLUMN,author=COLUMN,time=COLUMN");
}

void add_paths(CLI::App& app, Options& options, const std::string& help) {
  app.add_option("PATH", options.paths, help)->type_name("");
}

// How inputs are read.
void add_input(CLI::App& app, Options& options) {
  add_paths(app, options, "files and directories; - is the standard input");
  app.add_option("--stdin-filename", options.stdin_filename, "the name that tells what the standard input is")
      ->type_name("NAME");
  add_map(app, options);
}

void add_output(CLI::App& app, Options& options) {
  app.add_option("-o,--output", options.output, "write to a file, which appears whole or not at all")
      ->type_name("FILE");
}

// Which rules there are.
void add_rules(CLI::App& app, Options& options) {
  auto* config = app.add_option("--config", options.config, "the configuration, in place of the closest postvet.yaml");
  config->type_name("FILE");
  app.add_flag("--no-config", options.no_config, "use no configuration")->excludes(config);
  app.add_option("--lexicon", options.lexicons, "add a lexicon; may be given more than once")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

void add_check(CLI::App& app, Options& options) {
  CLI::App* check = app.add_subcommand("check", "check posts, drafts, profiles and exports against the policy");
  check->callback([&options] { options.command = Command::check; });
  add_input(*check, options);
  std::vector<std::string_view> formats;
  std::string summaries = "how to write the findings:";
  for (const ReporterSpec* spec : all_reporters()) {
    formats.push_back(spec->name);
    summaries.append("\n").append(spec->name).append(": ").append(spec->summary);
  }
  add_name(
      *check, "--format", formats, [&options, formats](std::size_t place) { options.format = formats[place]; },
      summaries);
  add_choice<FailOn>(*check, "--fail-on", options.fail_on, "the severity from which the exit status is 1 (warning)");
  add_choice<Severity>(*check, "--min-severity", options.min_severity, "leave out findings below (note)");
  add_choice<Confidence>(*check, "--min-confidence", options.min_confidence, "leave out findings below (medium)");
  add_choice<Role>(*check, "--role", options.role, "who the authors are where the input does not say");
  add_name(
      *check, "--voices", {"own", "others"}, [&options](std::size_t place) { options.count_others = place == 1; },
      "whose words count: the subject's own, or others' too (own)");
  add_jobs(*check, options);
  add_choice<ColourChoice>(*check, "--color,--colour", options.colour, "colour in the text format (auto)");
  check->add_flag("--show-values", options.show_values, "do not mask personal data in excerpts; refused in CI");
  add_rules(*check, options);
  add_output(*check, options);
}

void add_readers(CLI::App& app, Options& options) {
  CLI::App* read = app.add_subcommand("read", "print the posts that inputs hold as post lines; check nothing");
  read->callback([&options] { options.command = Command::read; });
  add_input(*read, options);
  add_choice<Role>(*read, "--role", options.role, "who the authors are where the input does not say");
  add_output(*read, options);
  CLI::App* detect = app.add_subcommand("detect", "say which reader would take each input, and why");
  detect->callback([&options] { options.command = Command::detect; });
  add_input(*detect, options);
  add_output(*detect, options);
}

void add_explanations(CLI::App& app, Options& options) {
  CLI::App* rules = app.add_subcommand("rules", "list the rules");
  rules->callback([&options] { options.command = Command::rules; });
  add_name(
      *rules, "--format", {"text", "markdown"},
      [&options](std::size_t place) { options.format = place == 1 ? "markdown" : "text"; },
      "one a line, or a page of all there is to know about them (text)");
  add_rules(*rules, options);
  CLI::App* explain = app.add_subcommand("explain", "say what a rule finds, why, and what to do");
  explain->callback([&options] { options.command = Command::explain; });
  explain->add_option("RULE", options.rule, "the id of a rule, as in [brackets] behind a finding")
      ->type_name("")
      ->required();
  add_rules(*explain, options);
}

void add_lexicon(CLI::App& app, Options& options) {
  CLI::App* lexicon = app.add_subcommand("lexicon", "check and test lexicons and policies");
  lexicon->require_subcommand(1);
  for (auto [name, command, help] :
       {std::tuple{"check", Command::lexicon_check, "look for mistakes in lexicons and policies"},
        {"test", Command::lexicon_test, "run the sentences by which lexicons prove themselves"}}) {
    CLI::App* sub = lexicon->add_subcommand(name, help);
    sub->callback([&options, command = command] { options.command = command; });
    sub->add_option("FILE", options.paths, "the files, taken together")->type_name("")->required();
  }
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

// The command whose options were being read.
const CLI::App& innermost(const CLI::App& app) {
  const CLI::App* command = &app;
  while (!command->get_subcommands().empty()) command = command->get_subcommands().front();
  return *command;
}

// "chek" is not the name of a command; CLI11 would only say that there is none.
std::string wrong_command(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || *argv[1] == '-') return {};
  std::vector<std::string> names = command_names(app);
  std::string_view word = argv[1];
  if (std::find(names.begin(), names.end(), word) != names.end()) return {};
  std::vector<std::string_view> views(names.begin(), names.end());
  std::string hint = did_you_mean(word, views);
  if (hint.empty()) hint = "to check a file: postvet check FILE";
  return "there is no command \"" + std::string(word) + "\"; " + hint;
}

std::string unexpected_word(const CLI::App& app) {
  std::vector<std::string> words = app.remaining(true);
  std::string word = words.empty() ? std::string() : words.front();
  if (!word.starts_with('-')) return "\"" + word + "\" is one argument too many";
  std::vector<std::string> names;
  for (const CLI::Option* option : innermost(app).get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  std::vector<std::string_view> views(names.begin(), names.end());
  std::string hint = did_you_mean(std::string_view(word).substr(0, word.find('=')), views);
  return "there is no option \"" + word.substr(0, word.find('=')) + "\"" + (hint.empty() ? "" : "; ") + hint;
}

// What is wrong, in our words where those of CLI11 are for programmers.
std::string wrong_usage(const CLI::ParseError& error, const CLI::App& app) {
  const CLI::App& command = innermost(app);
  std::vector<std::string> names = command_names(command);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) return unexpected_word(app);
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && !names.empty()) {
    std::vector<std::string_view> views(names.begin(), names.end());
    return "a command should follow: " + joined(views, ", ");
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return command.get_name() + ": " + error.what();
  if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
    return std::string(error.what()) + "; give one of them";
  }
  return error.what();
}

CommandLine usage_error(const std::string& what) {
  return {std::nullopt, 2, {}, shown_line("postvet: " + what) + "\npostvet --help tells more\n"};
}

bool takes_stdin(Command command) {
  return command == Command::check || command == Command::read || command == Command::detect;
}

}  // namespace

CommandLine parse_command_line(int argc, const char* const* argv, bool stdin_is_terminal) {
  Options options;
  CLI::App app("Vets social media content against a social media policy, offline.", "postvet");
  app.set_version_flag("--version", "postvet " POSTVET_VERSION);
  app.footer(kFooter);
  app.require_subcommand(1);
  add_check(app, options);
  add_readers(app, options);
  add_explanations(app, options);
  add_lexicon(app, options);

  if (argc < 2) return {std::nullopt, 2, {}, app.help()};
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help, --version
      std::ostringstream out;
      app.exit(error, out, out);
      return {std::nullopt, 0, out.str(), {}};
    }
    std::string wrong = wrong_command(app, argc, argv);
    return usage_error(wrong.empty() ? wrong_usage(error, app) : wrong);
  }
  if (takes_stdin(options.command) && options.paths.empty()) {
    if (stdin_is_terminal) return {std::nullopt, 2, {}, app.help()};
    options.paths.emplace_back("-");
  }
  return {std::move(options), 0, {}, {}};
}

}  // namespace postvet
