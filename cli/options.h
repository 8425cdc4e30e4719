// The command line as values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/names.h"
#include "scan/config.h"

namespace postvet {

enum class Command : std::uint8_t { check, read, detect, rules, explain, lexicon_check, lexicon_test };
enum class ColourChoice : std::uint8_t { automatic, always, never };
template <>
struct Names<ColourChoice> {
  static constexpr std::array<std::string_view, 3> kAll{"auto", "always", "never"};
};

// What is not given on the command line is empty, so that the configuration can decide.
struct Options {
  Command command = Command::check;
  std::vector<std::string> paths;
  std::string rule;  // of explain
  std::string format = "text";
  std::optional<FailOn> fail_on;
  std::optional<Severity> min_severity;
  std::optional<Confidence> min_confidence;
  std::optional<Role> role;
  bool count_others = false;
  std::size_t jobs = 0;  // 0: as many as the machine has processors
  std::string config;
  bool no_config = false;
  std::vector<std::string> lexicons;
  std::vector<std::pair<std::string, std::string>> column_map;
  std::string stdin_filename;
  ColourChoice colour = ColourChoice::automatic;
  bool show_values = false;
  std::string output;
};

// Options to act on; or none, with what to print and how to exit (0 after --help and --version, else 2).
struct CommandLine {
  std::optional<Options> options;
  int status = 0;
  std::string out;
  std::string error;
};

// `stdin_is_terminal`: a command without a path then asks for one in place of reading standard input.
CommandLine parse_command_line(int argc, const char* const* argv, bool stdin_is_terminal);

}  // namespace postvet
