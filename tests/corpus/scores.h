// What was found against what should have been, a rule a line.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

namespace postvet_test {

// Counts cases by rule. A case expects some rules of which any is right, or none; what was found is a set of rules.
class Scores {
 public:
  void add(const std::vector<std::string>& expected, const std::set<std::string>& found) {
    if (expected.empty()) {
      ++harmless_;
      if (!found.empty()) ++false_alarms_;
      for (const std::string& rule : found) ++rules_[rule].wrong;
      return;
    }
    ++hostile_;
    bool hit =
        std::any_of(expected.begin(), expected.end(), [&](const std::string& rule) { return found.contains(rule); });
    Line& line = rules_[expected.front()];
    ++line.expected;
    if (hit) {
      ++found_;
      ++line.hit;
    }
    for (const std::string& rule : found) {
      if (std::find(expected.begin(), expected.end(), rule) == expected.end()) ++rules_[rule].beside;
    }
  }

  // Of the cases that expect a rule, those that gave one that is right.
  double recall() const { return ratio(found_, hostile_); }
  // Of the cases that gave anything, those that expected it.
  double precision() const { return ratio(found_, found_ + false_alarms_); }
  // Of the cases that expect nothing, those that gave something.
  double false_alarms() const { return ratio(false_alarms_, harmless_); }

  std::string table() const {
    std::string text = fmt::format("{:40} {:>8} {:>6} {:>6} {:>7}\n", "rule", "expected", "found", "wrong", "beside");
    for (const auto& [rule, line] : rules_) {
      text += fmt::format("{:40} {:8} {:6} {:6} {:7}\n", rule, line.expected, line.hit, line.wrong, line.beside);
    }
    return text +
           fmt::format("recall {:.3f}, precision {:.3f}, false alarms {:.3f}", recall(), precision(), false_alarms());
  }

 private:
  struct Line {
    std::size_t expected = 0;
    std::size_t hit = 0;
    std::size_t wrong = 0;   // in a case that expects nothing
    std::size_t beside = 0;  // in a case that expects other rules
  };

  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }

  std::map<std::string, Line> rules_;
  std::size_t hostile_ = 0, found_ = 0, harmless_ = 0, false_alarms_ = 0;
};

}  // namespace postvet_test
