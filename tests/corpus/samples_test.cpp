// What postvet says of the samples is what stands beside them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "corpus/harness.h"

using namespace postvet;
using namespace postvet_test;
namespace fs = std::filesystem;

namespace {

// A line of an expectation: RULE, POST or a dash, TEXT or a dash, with tabs between.
struct Expected {
  std::string rule, post, text;
};

std::vector<Expected> read_expected(const std::string& path) {
  std::vector<Expected> expected;
  std::istringstream lines(read_file(path));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::size_t first = line.find('\t');
    std::size_t second = line.find('\t', first + 1);
    INFO(path, ": ", line);
    REQUIRE(first != std::string::npos);
    REQUIRE(second != std::string::npos);
    expected.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return expected;
}

// Whether two texts have most of the shorter one in common: entries differ in how much around a word they take.
bool overlap(const std::string& a, const std::string& b) {
  std::size_t longest = 0;
  std::vector<std::size_t> row(b.size() + 1);
  for (char c : a) {
    for (std::size_t j = b.size(); j > 0; --j) {
      row[j] = c == b[j - 1] ? row[j - 1] + 1 : 0;
      longest = std::max(longest, row[j]);
    }
  }
  return longest * 2 > std::min(a.size(), b.size());
}

bool fits(const Expected& expected, const ReportedFinding& finding, const std::string& text) {
  if (expected.rule != finding.rule) return false;
  if (expected.post != "-" && expected.post != finding.post) return false;
  if (expected.text == "-") return true;
  return overlap(text, expected.text);
}

// Complaints about a sample.
std::vector<std::string> compare(const std::string& path) {
  Texts texts = texts_of(disk_files(), path);
  Outcome outcome = check(disk_files(), {path});
  std::vector<Expected> expected = read_expected(path + ".expect");
  std::vector<std::string> complaints;
  for (const ReportedProblem& problem : outcome.problems) complaints.push_back("problem: " + problem.what);
  for (const ReportedFinding& finding : outcome.findings) {
    if (finding.voice == Voice::others) continue;
    std::string text = found_text(texts, finding);
    auto found =
        std::find_if(expected.begin(), expected.end(), [&](const Expected& e) { return fits(e, finding, text); });
    if (found == expected.end()) {
      complaints.push_back("not expected: " + describe(texts, finding));
    } else {
      expected.erase(found);
    }
  }
  for (const Expected& e : expected) complaints.push_back(fmt::format("missing: {} {} `{}`", e.rule, e.post, e.text));
  return complaints;
}

std::vector<std::string> inputs_with_expectation() {
  std::vector<std::string> inputs;
  for (const auto& entry : fs::recursive_directory_iterator(root_path("samples"))) {
    std::string path = entry.path().string();
    if (path.ends_with(".expect")) inputs.push_back(path.substr(0, path.size() - 7));
  }
  std::sort(inputs.begin(), inputs.end());
  return inputs;
}

}  // namespace

TEST_CASE("every sample has its expectation") {
  std::vector<std::string> inputs = inputs_with_expectation();
  for (const std::string& input : inputs) {
    INFO(input);
    CHECK(fs::exists(input));
  }
  for (const auto& entry : fs::recursive_directory_iterator(root_path("samples"))) {
    std::string path = entry.path().string();
    if (!entry.is_regular_file() || path.ends_with(".expect")) continue;
    bool expected = std::any_of(inputs.begin(), inputs.end(), [&](const std::string& input) {
      return path == input || path.starts_with(input + "/");
    });
    INFO(path);
    CHECK(expected);
  }
}

TEST_CASE("the samples show what people bring") {
  struct Case {
    const char* below;
    std::size_t inputs;
    std::uint64_t posts;
  };
  const Case cases[] = {{"samples/drafts/", 12, 12},
                        {"samples/profiles/", 3, 15},
                        {"samples/exports/x-archive.zip", 1, 40},
                        {"samples/batch/", 1, 500}};
  for (const Case& c : cases) {
    INFO(c.below);
    std::vector<std::string> paths;
    for (const std::string& input : inputs_with_expectation()) {
      if (input.starts_with(root_path(c.below))) paths.push_back(input);
    }
    CHECK(paths.size() >= c.inputs);
    Outcome outcome = check(disk_files(), paths);
    CHECK(outcome.result.summary.posts.checked >= c.posts);
    CHECK_FALSE(outcome.findings.empty());
  }
}

TEST_CASE("findings in the samples are those that are expected") {
  for (const std::string& input : inputs_with_expectation()) {
    for (const std::string& complaint : compare(input)) {
      FAIL_CHECK(fs::relative(input, POSTVET_ROOT).string(), ": ", complaint);
    }
  }
}

TEST_CASE("expectations below a checked directory are no posts, and are counted") {
  Outcome outcome = check(disk_files(), {root_path("samples/drafts")});
  CHECK(outcome.result.summary.inputs.size() == 15);
  for (const ReportedInput& input : outcome.result.summary.inputs) CHECK_FALSE(input.path.ends_with(".expect"));
  REQUIRE(outcome.result.summary.not_examined.size() >= 1);
  CHECK(outcome.result.summary.not_examined[0].ends_with("15 files of formats that postvet does not read"));
}
