#include "layers/layers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace postvet::layers {
namespace {

using Complaints = std::vector<std::string>;

// Whose headers a floor may include besides its own (design: "Floors").
const std::map<std::string, std::set<std::string>, std::less<>> kFloors = {
    {"base", {}},
    {"model", {"base"}},
    {"text", {"model", "base"}},
    {"syntax", {"model", "base"}},
    {"lexicon", {"syntax", "text", "model", "base"}},
    {"context", {"lexicon", "text", "model", "base"}},
    {"read", {"syntax", "model", "base"}},
    {"check", {"context", "lexicon", "text", "model", "base"}},
    {"report", {"model", "base"}},
    {"scan", {"read", "check", "report", "context", "lexicon", "syntax", "text", "model", "base"}},
    {"cli", {"scan", "read", "check", "report", "context", "lexicon", "syntax", "text", "model", "base"}},
};

// Where an external header lives. A name that ends in `/` or `*` stands for all that begin so; a home is the beginning
// of a path. The last entry that fits counts.
struct Home {
  std::string_view header;
  std::vector<std::string_view> homes;
};

const std::vector<Home> kHomes = {
    {"CLI/", {"cli/"}},
    {"archive.h", {"lib/syntax/"}},
    {"archive_entry.h", {"lib/syntax/"}},
    {"expat.h", {"lib/syntax/"}},
    {"md4c*", {"lib/syntax/"}},
    {"simdjson*", {"lib/syntax/"}},
    {"toml++/", {"lib/syntax/"}},
    {"yaml-cpp/", {"lib/syntax/"}},
    {"re2/", {"lib/text/"}},
    {"unicode/", {"lib/text/"}},
    {"sodium*", {"lib/context/"}},
    {"nlohmann/", {"lib/report/"}},
    {"xxhash.h", {"lib/base/"}},
    {"tl/", {"lib/base/"}},
    {"fmt/", {"lib/", "cli/"}},
    // The system's.
    {"sys/", {"lib/base/", "lib/scan/", "cli/"}},
    {"dirent.h", {"lib/base/", "lib/scan/", "cli/"}},
    {"fcntl.h", {"lib/base/", "lib/scan/", "cli/"}},
    {"poll.h", {"lib/base/", "lib/scan/", "cli/"}},
    {"signal.h", {"cli/"}},
    {"unistd.h", {"lib/base/", "lib/scan/", "cli/"}},
    {"immintrin.h", {"lib/base/", "lib/text/", "lib/syntax/"}},
    {"emmintrin.h", {"lib/base/", "lib/text/", "lib/syntax/"}},
    // The standard library's that have no home, or not everywhere.
    {"regex", {}},
    {"iostream", {"cli/"}},
};

struct Include {
  std::string name;
  bool quoted = false;
};

bool starts_with(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

bool ends_with(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

bool is_code(std::string_view path) { return starts_with(path, "lib/") || starts_with(path, "cli/"); }

bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

// "lib/read/csv.cpp" → "read"; "cli/main.cpp" → "cli".
std::string floor_of(std::string_view path) {
  if (starts_with(path, "lib/")) path.remove_prefix(4);
  return std::string(path.substr(0, path.find('/')));
}

// The path without its extension; a .def is no part of the module of that name.
std::string module_of(std::string_view path) {
  return std::string(ends_with(path, ".def") ? path : path.substr(0, path.rfind('.')));
}

// Where a literal that begins at `i` (a quote, or the R of a raw string) ends.
std::size_t behind_literal(std::string_view text, std::size_t i) {
  if (text[i] == 'R') {
    const std::size_t open = text.find('(', i);
    if (open == std::string_view::npos) return text.size();
    const std::string close = ")" + std::string(text.substr(i + 2, open - i - 2)) + "\"";
    const std::size_t end = text.find(close, open);
    return end == std::string_view::npos ? text.size() : end + close.size();
  }
  const char quote = text[i];
  for (++i; i < text.size() && text[i] != quote && text[i] != '\n'; ++i) {
    if (text[i] == '\\') ++i;
  }
  return std::min(i + 1, text.size());
}

bool begins_literal(std::string_view text, std::size_t i) {
  const bool inside_word = i > 0 && is_name(text[i - 1]);
  if (text[i] == '"') return true;
  if (text[i] == '\'') return !inside_word;  // not 1'000
  return text[i] == 'R' && !inside_word && i + 1 < text.size() && text[i + 1] == '"';
}

// The text with every comment made blank. Literals stay, as the names of headers are some.
std::string without_comments(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    if (begins_literal(text, i)) {
      end = behind_literal(text, i);
    } else if (text.substr(i, 2) == "//") {
      i = std::min(text.find('\n', i), text.size());
      continue;
    } else if (text.substr(i, 2) == "/*") {
      const std::size_t close = text.find("*/", i + 2);
      i = close == std::string_view::npos ? text.size() : close + 2;
      out += ' ';
      continue;
    }
    out += text.substr(i, end - i);
    i = end;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::optional<Include> parse_include(std::string_view line) {
  line = trimmed(line);
  if (!starts_with(line, "#")) return {};
  line = trimmed(line.substr(1));
  if (!starts_with(line, "include")) return {};
  line = trimmed(line.substr(7));
  if (line.size() < 3) return {};
  const std::size_t end = line.find(line[0] == '<' ? '>' : '"', 1);
  if (end == std::string_view::npos) return {};
  return Include{std::string(line.substr(1, end - 1)), line[0] == '"'};
}

std::vector<Include> includes_of(std::string_view text) {
  const std::string code = without_comments(text);
  std::vector<Include> includes;
  for (std::size_t begin = 0; begin < code.size();) {
    const std::size_t end = std::min(code.find('\n', begin), code.size());
    if (auto include = parse_include(std::string_view(code).substr(begin, end - begin))) {
      includes.push_back(std::move(*include));
    }
    begin = end + 1;
  }
  return includes;
}

// The file of the tree that a quoted name means: beside the one that names it, or under lib/.
std::optional<std::string> resolve(const Tree& tree, std::string_view from, const std::string& name) {
  for (const std::string& path : {std::string(from.substr(0, from.rfind('/') + 1)) + name, "lib/" + name}) {
    if (tree.contains(path)) return path;
  }
  return {};
}

// Calls `visit(path, include)` for every include line of the code.
template <class Visit>
void for_each_include(const Tree& tree, const Visit& visit) {
  for (const auto& [path, text] : tree) {
    if (!is_code(path)) continue;
    for (const Include& include : includes_of(text)) visit(path, include);
  }
}

// The folders of leaves: what a spec's type is called, and the macro of its .def.
struct LeafKind {
  std::string_view folder;
  std::string_view type;
  std::string_view macro;
  std::string_view def;
};

constexpr LeafKind kLeaves[] = {
    {"lib/check/", "CheckerSpec", "CHECKER", "lib/check/checkers.def"},
    {"lib/read/", "ReaderSpec", "READER", "lib/read/readers.def"},
    {"lib/report/", "ReporterSpec", "REPORTER", "lib/report/reporters.def"},
};

// The names in `text` that stand between `before` and one of `after`, blanks aside: of "const CheckerSpec email{" with
// before "CheckerSpec" and after "{=", "email".
std::vector<std::string> names_between(std::string_view text, std::string_view before, std::string_view after) {
  std::vector<std::string> names;
  const auto skip_blanks = [&](std::size_t& i) {
    while (i < text.size() && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t')) ++i;
  };
  for (std::size_t at = text.find(before); at != std::string_view::npos; at = text.find(before, at + 1)) {
    if (at > 0 && is_name(text[at - 1])) continue;
    std::size_t begin = at + before.size();
    skip_blanks(begin);
    std::size_t end = begin;
    while (end < text.size() && is_name(text[end])) ++end;
    std::size_t next = end;
    skip_blanks(next);
    if (end > begin && next < text.size() && after.find(text[next]) != std::string_view::npos) {
      names.emplace_back(text.substr(begin, end - begin));
    }
  }
  return names;
}

// Spec name → the .cpp that defines it.
std::map<std::string, std::string> specs_of(const Tree& tree, const LeafKind& kind) {
  std::map<std::string, std::string> specs;
  for (const auto& [path, text] : tree) {
    if (!is_code(path) || !ends_with(path, ".cpp")) continue;
    for (const std::string& name : names_between(without_comments(text), kind.type, "{=")) specs.emplace(name, path);
  }
  return specs;
}

std::set<std::string> leaf_modules(const Tree& tree) {
  std::set<std::string> modules;
  for (const LeafKind& kind : kLeaves) {
    for (const auto& spec : specs_of(tree, kind)) modules.insert(module_of(spec.second));
  }
  return modules;
}

bool fits(std::string_view header, std::string_view pattern) {
  if (pattern.back() == '/') return starts_with(header, pattern);
  if (pattern.back() == '*') return starts_with(header, pattern.substr(0, pattern.size() - 1));
  return header == pattern;
}

const Home* home_of(std::string_view header) {
  const Home* found = nullptr;
  for (const Home& home : kHomes) {
    if (fits(header, home.header)) found = &home;
  }
  return found;
}

using Graph = std::map<std::string, std::set<std::string>>;

Graph module_graph(const Tree& tree) {
  Graph graph;
  for_each_include(tree, [&](const std::string& path, const Include& include) {
    if (!include.quoted) return;
    const auto target = resolve(tree, path, include.name);
    if (target && module_of(*target) != module_of(path)) graph[module_of(path)].insert(module_of(*target));
  });
  return graph;
}

// Takes modules that include nothing out of the graph until none is left to take: the rest is cycles, and what
// includes them.
void drop_acyclic(Graph& graph) {
  for (bool changed = true; changed;) {
    changed = false;
    for (auto node = graph.begin(); node != graph.end();) {
      std::erase_if(node->second, [&](const std::string& target) { return !graph.contains(target); });
      changed |= node->second.empty();
      node = node->second.empty() ? graph.erase(node) : std::next(node);
    }
  }
}

// A way that comes back to where it began; every module of `graph` includes another one of it.
std::vector<std::string> way_round(const Graph& graph) {
  std::vector<std::string> way = {graph.begin()->first};
  while (true) {
    const std::string& next = *graph.at(way.back()).begin();
    const auto seen = std::find(way.begin(), way.end(), next);
    if (seen != way.end()) {
      way.erase(way.begin(), seen);
      way.push_back(way.front());
      return way;
    }
    way.push_back(next);
  }
}

// "lib/read/csv.cpp" → "tests/read/csv_test.cpp".
std::string test_of(std::string_view path) {
  return fmt::format("tests/{}_test.cpp", path.substr(4, path.size() - 4 - 4));
}

}  // namespace

std::vector<std::string> check_floors(const Tree& tree) {
  Complaints complaints;
  const std::set<std::string> leaves = leaf_modules(tree);
  for (const auto& [path, text] : tree) {
    if (is_code(path) && !kFloors.contains(floor_of(path))) {
      complaints.push_back(fmt::format("{}: is on no floor of the picture", path));
    }
  }
  for_each_include(tree, [&](const std::string& path, const Include& include) {
    if (!include.quoted) return;
    const auto target = resolve(tree, path, include.name);
    if (!target) {
      complaints.push_back(fmt::format("{}: includes \"{}\", which is not in the tree", path, include.name));
      return;
    }
    const std::string from = floor_of(path);
    const std::string to = floor_of(*target);
    const auto floor = kFloors.find(from);
    if (from != to && floor != kFloors.end() && !floor->second.contains(to)) {
      complaints.push_back(fmt::format("{}: {} must not include {} (\"{}\")", path, from, to, include.name));
    }
    if (leaves.contains(module_of(*target)) && module_of(path) != module_of(*target)) {
      complaints.push_back(fmt::format("{}: includes \"{}\", a leaf", path, include.name));
    }
  });
  return complaints;
}

std::vector<std::string> check_external(const Tree& tree) {
  Complaints complaints;
  for_each_include(tree, [&](const std::string& path, const Include& include) {
    if (include.quoted) return;
    const Home* home = home_of(include.name);
    if (home == nullptr) {
      // The standard library's headers are words without a dot or a slash.
      if (include.name.find_first_of("./") != std::string::npos) {
        complaints.push_back(fmt::format("{}: <{}> has no home", path, include.name));
      }
      return;
    }
    const bool at_home =
        std::any_of(home->homes.begin(), home->homes.end(), [&](auto folder) { return starts_with(path, folder); });
    if (!at_home) {
      complaints.push_back(home->homes.empty()
                               ? fmt::format("{}: <{}> is used nowhere", path, include.name)
                               : fmt::format("{}: <{}> lives in {}", path, include.name, fmt::join(home->homes, ", ")));
    } else if (starts_with(include.name, "fmt/") && !ends_with(path, ".cpp")) {
      complaints.push_back(fmt::format("{}: <{}> belongs in a .cpp", path, include.name));
    }
  });
  return complaints;
}

std::vector<std::string> check_cycles(const Tree& tree) {
  Complaints complaints;
  Graph graph = module_graph(tree);
  for (drop_acyclic(graph); !graph.empty(); drop_acyclic(graph)) {
    const std::vector<std::string> way = way_round(graph);
    complaints.push_back(fmt::format("{}: a cycle of includes: {}", way.front(), fmt::join(way, " -> ")));
    for (const std::string& module : way) graph.erase(module);
  }
  return complaints;
}

std::vector<std::string> check_tests(const Tree& tree, const std::vector<Untested>& untested) {
  Complaints complaints;
  const auto excused = [&](const std::string& path) {
    return std::any_of(untested.begin(), untested.end(), [&](const Untested& entry) { return entry.path == path; });
  };
  for (const auto& [path, text] : tree) {
    if (!starts_with(path, "lib/") || !ends_with(path, ".cpp")) continue;
    if (!excused(path) && !tree.contains(test_of(path))) {
      complaints.push_back(fmt::format("{}: has no {}", path, test_of(path)));
    }
  }
  for (const Untested& entry : untested) {
    if (!tree.contains(entry.path)) {
      complaints.push_back(fmt::format("{}: is excused from a test and is not in the tree", entry.path));
    } else if (tree.contains(test_of(entry.path))) {
      complaints.push_back(fmt::format("{}: is excused from a test and has one", entry.path));
    }
  }
  return complaints;
}

std::vector<std::string> check_specs(const Tree& tree) {
  Complaints complaints;
  for (const LeafKind& kind : kLeaves) {
    const auto def = tree.find(std::string(kind.def));
    if (def == tree.end()) continue;
    const auto specs = specs_of(tree, kind);
    std::set<std::string> named;
    for (const std::string& name : names_between(without_comments(def->second), fmt::format("{}(", kind.macro), ")")) {
      if (!named.insert(name).second) complaints.push_back(fmt::format("{}: {} stands there twice", kind.def, name));
      if (!specs.contains(name)) complaints.push_back(fmt::format("{}: {} has no {}", kind.def, name, kind.type));
    }
    for (const auto& [name, path] : specs) {
      if (!named.contains(name)) complaints.push_back(fmt::format("{}: {} is not in {}", path, name, kind.def));
      if (!starts_with(path, kind.folder)) {
        complaints.push_back(fmt::format("{}: a {} belongs in {}", path, kind.type, kind.folder));
      }
    }
  }
  return complaints;
}

}  // namespace postvet::layers
