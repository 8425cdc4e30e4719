#include "lexicon/automaton.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <utility>

#include "lexicon/eager_chart.h"

using namespace postvet;
using postvet_test::EagerChart;

namespace {

// The oracle: docs/lexicons.md by backtracking, every way through a frame one by one.
class Oracle {
 public:
  using Path = std::vector<std::pair<std::uint16_t, Span>>;

  Oracle(const Frame& frame, const EagerChart& chart, std::size_t start) : frame_(frame), chart_(chart), start_(start) {
    follow(0, 0, start, true);
  }

  std::size_t longest() const {
    std::size_t end = start_;
    for (const auto& [at, path] : matches) end = std::max(end, at);
    return end;
  }

  std::set<std::pair<std::size_t, Path>> matches;  // end, what was taken

 private:
  // `free`: the unit need not be joined to the one before it (the start of the frame, or behind a border).
  void follow(std::size_t element, unsigned taken, std::size_t unit, bool free) {
    if (element == frame_.elements.size()) {
      matches.insert({unit, path_});
      return;
    }
    const Element& now = frame_.elements[element];
    if (taken >= now.least) follow(element + 1, 0, unit, free);
    if (taken == now.most) return;
    bool inside = unit < chart_.units.size();
    bool begins = inside && chart_.units[unit].begins_clause;
    bool readable = inside && (free || chart_.units[unit].joined);
    switch (now.kind) {
      case Element::Kind::clause_start:
        if (begins || (inside && chart_.units[unit].after_comma)) follow(element, taken + 1, unit, free);
        return;
      case Element::Kind::clause_end:
        if (begins || !inside) follow(element, taken + 1, unit, free);
        return;
      case Element::Kind::border:
        if (begins) follow(element, taken + 1, unit, true);
        return;
      case Element::Kind::any:
        if (readable) take(element, taken, {unit, unit + 1}, kNoClass);
        return;
      case Element::Kind::cls:
        break;
    }
    std::vector<Span> spans;
    if (readable) {
      for (const EagerChart::ClassSpan& span : chart_.at(unit)) {
        if (span.cls == now.cls && (span.forms & now.forms) != 0) spans.push_back({unit, span.end});
      }
    }
    if (now.negative) {
      if (spans.empty()) follow(element, taken + 1, unit, free);
      return;
    }
    for (Span span : spans) take(element, taken, span, now.cls);
  }

  void take(std::size_t element, unsigned taken, Span units, std::uint16_t cls) {
    path_.emplace_back(cls, units);
    follow(element, taken + 1, units.end, false);
    path_.pop_back();
  }

  const Frame& frame_;
  const EagerChart& chart_;
  std::size_t start_;
  Path path_;
};

Element element_of(std::uint16_t cls, std::uint8_t least = 1, std::uint8_t most = 1) {
  Element element;
  element.cls = cls;
  element.least = least;
  element.most = most;
  return element;
}

Element element_of(Element::Kind kind, std::uint8_t least = 1, std::uint8_t most = 1) {
  Element element = element_of(std::uint16_t{0}, least, most);
  element.kind = kind;
  return element;
}

Element never(std::uint16_t cls) {
  Element element = element_of(cls);
  element.negative = true;
  return element;
}

constexpr std::uint16_t kClasses = 4;
constexpr std::uint16_t kFormMasks[] = {kForms, kForms, kForms, kBase, kPlural};

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }
  bool chance(unsigned percent) { return below(100) < percent; }

 private:
  std::mt19937 random_;
};

Element random_element(Dice& dice) {
  unsigned kind = dice.below(20);
  if (kind == 0) return element_of(Element::Kind::clause_start);
  if (kind == 1) return element_of(Element::Kind::clause_end);
  if (kind <= 3) return element_of(Element::Kind::border);
  if (kind <= 5) return element_of(Element::Kind::any, 0, static_cast<std::uint8_t>(1 + dice.below(4)));
  Element element = element_of(static_cast<std::uint16_t>(dice.below(kClasses)));
  element.forms = kFormMasks[dice.below(5)];
  if (kind <= 8) {
    element.negative = true;
  } else if (kind <= 11) {
    element.least = 0;
  } else if (kind <= 13) {
    element.least = 0;
    element.most = 3;
  } else if (kind == 14) {
    element.most = 3;
  }
  return element;
}

Frame random_frame(Dice& dice) {
  Frame frame;
  for (unsigned left = 1 + dice.below(5); left > 0; --left) frame.elements.push_back(random_element(dice));
  return frame;
}

EagerChart random_chart(Dice& dice) {
  EagerChart chart;
  unsigned count = 1 + dice.below(9);
  for (unsigned i = 0; i < count; ++i) {
    Unit unit;
    unit.begins_clause = i == 0 || dice.chance(15);
    unit.joined = !unit.begins_clause && dice.chance(85);
    unit.after_comma = dice.chance(10);
    chart.add_unit(unit);
  }
  for (unsigned i = 0; i < count; ++i) {
    for (unsigned left = dice.below(4); left > 0; --left) {
      unsigned length = dice.chance(70) ? 1 : 2 + dice.below(2);
      if (i + length > count) continue;
      chart.add_span(i, {static_cast<std::uint16_t>(dice.below(kClasses)), kFormMasks[dice.below(5)], i + length});
    }
  }
  return chart;
}

EagerChart chart_of(std::size_t units) {
  EagerChart chart;
  for (std::size_t i = 0; i < units; ++i) {
    Unit unit;
    unit.begins_clause = i == 0;
    unit.joined = i > 0;
    chart.add_unit(unit);
  }
  return chart;
}

std::size_t run(const Frame& frame, const EagerChart& chart, std::size_t start = 0) {
  Automata automata({&frame});
  return automata[0].run(chart, start);
}

}  // namespace

TEST_CASE("random frames over random charts agree with the oracle") {
  Dice dice(20240131);
  std::size_t matched = 0;
  std::size_t crossed = 0;
  for (int round = 0; round < 6000; ++round) {
    Frame frame = random_frame(dice);
    Automata automata({&frame});
    Automaton automaton = automata[0];
    bool has_border = std::any_of(frame.elements.begin(), frame.elements.end(),
                                  [](const Element& element) { return element.kind == Element::Kind::border; });
    for (int charts = 0; charts < 3; ++charts) {
      EagerChart chart = random_chart(dice);
      for (std::size_t start = 0; start < chart.units.size(); ++start) {
        Oracle oracle(frame, chart, start);
        std::size_t end = automaton.run(chart, start);
        REQUIRE(end == oracle.longest());
        if (end == start) continue;
        ++matched;
        crossed += has_border ? 1 : 0;

        Oracle::Path path;
        for (const Step& step : automaton.trace(chart, start, end)) path.emplace_back(step.cls, step.units);
        REQUIRE(oracle.matches.contains({end, path}));

        // What the matcher leaves out by these could not have matched.
        bool begins = automata.starts(0).empty();
        for (const EagerChart::ClassSpan& span : chart.at(start)) {
          begins = begins || std::ranges::binary_search(automata.starts(0), span.cls);
        }
        REQUIRE(begins);
        if (automata.begins_clause(0)) REQUIRE((chart.units[start].begins_clause || chart.units[start].after_comma));
        for (std::uint16_t cls : automata.needs(0)) REQUIRE(chart.has(cls, {start, end}));
      }
    }
  }
  CHECK(matched > 5000);
  CHECK(crossed > 200);
}

TEST_CASE("the longest match is taken") {
  EagerChart chart = chart_of(4);
  chart.add_span(0, {0, kForms, 1});
  chart.add_span(0, {0, kForms, 3});
  chart.add_span(1, {1, kForms, 2});
  chart.add_span(3, {1, kForms, 4});
  CHECK(run({{element_of(0), element_of(1)}}, chart) == 4);
  CHECK(run({{element_of(0)}}, chart) == 3);
  CHECK(run({{element_of(1), element_of(0)}}, chart) == 0);
}

TEST_CASE("words that do not hang together end a match, a border lets it go on") {
  EagerChart chart = chart_of(2);
  chart.units[1].joined = false;
  chart.add_span(0, {0, kForms, 1});
  chart.add_span(1, {1, kForms, 2});
  Frame beside{{element_of(0), element_of(1)}};
  Frame across{{element_of(0), element_of(Element::Kind::border), element_of(1)}};
  CHECK(run(beside, chart) == 0);
  CHECK(run(across, chart) == 0);  // torn apart, and yet one clause
  chart.units[1].begins_clause = true;
  CHECK(run(beside, chart) == 0);
  CHECK(run(across, chart) == 2);
}

TEST_CASE("what may not stand there is looked for at the start of a clause and behind a border, too") {
  EagerChart chart = chart_of(2);
  chart.add_span(0, {0, kForms, 1});
  chart.add_span(0, {1, kForms, 2});
  CHECK(run({{never(1), element_of(0)}}, chart) == 0);
  CHECK(run({{element_of(Element::Kind::clause_start), never(1), element_of(0)}}, chart) == 0);
  CHECK(run({{never(2), element_of(0)}}, chart) == 1);

  EagerChart two = chart_of(2);
  two.units[1].begins_clause = true;
  two.units[1].joined = false;
  two.add_span(0, {2, kForms, 1});
  two.add_span(1, {0, kForms, 2});
  two.add_span(1, {1, kForms, 2});
  CHECK(run({{element_of(2), element_of(Element::Kind::border), never(1), element_of(0)}}, two) == 0);
  CHECK(run({{element_of(2), element_of(Element::Kind::border), never(3), element_of(0)}}, two) == 2);
}

TEST_CASE("what stands in the next clause is not what a frame forbids here") {
  EagerChart chart = chart_of(2);
  chart.units[1].begins_clause = true;
  chart.units[1].joined = false;
  chart.add_span(0, {0, kForms, 1});
  chart.add_span(1, {1, kForms, 2});
  CHECK(run({{element_of(0), never(1)}}, chart) == 1);
  chart.units[1].joined = true;
  CHECK(run({{element_of(0), never(1)}}, chart) == 0);
}

TEST_CASE("a match reaches as far as promised and no further") {
  constexpr std::size_t kHalf = Automaton::kReach / 2;
  for (std::size_t more : {std::size_t{0}, std::size_t{1}}) {
    EagerChart chart = chart_of(Automaton::kReach + 10);
    chart.add_span(0, {0, kForms, static_cast<std::uint32_t>(kHalf)});
    chart.add_span(kHalf, {1, kForms, static_cast<std::uint32_t>(Automaton::kReach + more)});
    CHECK(run({{element_of(0), element_of(1)}}, chart) == (more == 0 ? Automaton::kReach : 0));
  }
}

TEST_CASE("a frame of the greatest length fits") {
  Frame frame;
  for (int i = 0; i < 20; ++i) frame.elements.push_back(element_of(std::uint16_t{0}, 1, 3));
  EagerChart chart = chart_of(70);
  for (std::size_t i = 0; i < 70; ++i) chart.add_span(i, {0, kForms, static_cast<std::uint32_t>(i + 1)});
  CHECK(run(frame, chart) == 60);
  Automata automata({&frame});
  CHECK(automata[0].trace(chart, 0, 60).size() == 60);
}
