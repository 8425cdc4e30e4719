// Frames as bit-parallel automata over a chart.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/flat.h"
#include "base/span.h"
#include "lexicon/lexicon.h"

namespace postvet {

// A set of classes that may hold more than was put in, never less: a bit for every 64th class.
using ClassBits = std::uint64_t;
constexpr ClassBits class_bit(std::uint16_t cls) { return ClassBits{1} << ((cls * 0x9E3779B1U) >> 26); }

// A unit range that one element of a frame took.
struct Step {
  std::uint16_t cls = 0;  // kNoClass: a gap
  Span units;
};

// One frame, repetitions unrolled to at most kMaxFramePositions positions. A view, valid while its Automata are;
// thread-safe. What it runs on is a chart: `units` as in chart.h, and `for_spans(cls, unit, use)`, which calls
// use(end, forms) for every member of a class that begins with a unit.
class Automaton {
 public:
  struct Position {
    Element::Kind kind = Element::Kind::cls;
    bool negative = false;
    bool optional = false;
    bool unused = false;
    std::uint16_t cls = 0;
    std::uint16_t forms = 0;
  };

  // `closure` of each position: itself and what follows by leaving optional positions out, a bit each.
  Automaton(std::span<const Position> positions, std::span<const std::uint64_t> closure)
      : positions_(positions), closure_(closure) {}

  // The end of the longest match that begins at unit `start`; `start` when there is none. Reads at most kReach units.
  template <class Chart>
  std::size_t run(Chart& chart, std::size_t start) const;

  // The elements' places in a match that run() has found.
  template <class Chart>
  std::vector<Step> trace(Chart& chart, std::size_t start, std::size_t end) const;

  static constexpr std::size_t kReach = 96;  // units

 private:
  // Whether a position that takes no word holds before `unit`. `readable`: a word there could belong to the match.
  template <class Chart>
  static bool holds(Chart& chart, std::size_t unit, const Position& position, bool readable);

  static bool takes_word(const Position& position) {
    return !position.negative && (position.kind == Element::Kind::cls || position.kind == Element::Kind::any);
  }

  std::span<const Position> positions_;
  std::span<const std::uint64_t> closure_;
};

// Many frames in one piece. Immutable, thread-safe.
class Automata {
 public:
  Automata() = default;
  explicit Automata(const std::vector<const Frame*>& frames);

  std::size_t size() const { return headers_.size(); }
  Automaton operator[](std::size_t i) const {
    const Header& header = headers_[i];
    return {positions_.slice(header.begin, header.begin + header.count),
            closures_.slice(header.begin + i, header.begin + i + header.count + 1)};
  }

  // Classes with which a match of frame `i` can begin; none when it can begin with any word.
  std::span<const std::uint16_t> starts(std::size_t i) const {
    return starts_.slice(headers_[i].starts, headers_[i].starts + headers_[i].start_count);
  }
  // Classes of which every match holds a member.
  std::span<const std::uint16_t> needs(std::size_t i) const {
    return needs_.slice(headers_[i].needs, headers_[i].needs + headers_[i].need_count);
  }
  // True when every match begins at the start of a clause or behind a comma.
  bool begins_clause(std::size_t i) const { return headers_[i].begins_clause; }

  template <class Archive>
  friend void pack(Archive& archive, Automata& value) {
    archive(value.headers_, value.positions_, value.closures_, value.starts_, value.needs_);
  }

 private:
  struct Header {
    std::uint32_t begin = 0;  // of its positions; its closures, of which there is one more, begin `i` later
    std::uint32_t starts = 0;
    std::uint32_t needs = 0;
    std::uint8_t count = 0;
    std::uint8_t start_count = 0;
    std::uint8_t need_count = 0;
    bool begins_clause = false;
  };

  FlatArray<Header> headers_;
  FlatArray<Automaton::Position> positions_;
  FlatArray<std::uint64_t> closures_;
  FlatArray<std::uint16_t> starts_;
  FlatArray<std::uint16_t> needs_;
};

template <class Chart>
bool Automaton::holds(Chart& chart, std::size_t unit, const Position& position, bool readable) {
  bool at_end = unit >= chart.units.size();
  switch (position.kind) {
    case Element::Kind::clause_start:
      return !at_end && (chart.units[unit].begins_clause || chart.units[unit].after_comma);
    case Element::Kind::clause_end:
      return at_end || chart.units[unit].begins_clause;
    case Element::Kind::border:
      return !at_end && chart.units[unit].begins_clause;
    case Element::Kind::any:
      return false;
    case Element::Kind::cls:
      break;
  }
  if (at_end || !readable) return true;
  bool found = false;
  chart.for_spans(position.cls, unit,
                  [&](std::size_t, std::uint16_t forms) { found = found || (forms & position.forms) != 0; });
  return !found;
}

template <class Chart>
std::size_t Automaton::run(Chart& chart, std::size_t start) const {
  std::size_t reach = std::min(kReach, chart.units.size() - start);
  std::array<std::uint64_t, kReach + 1> active;  // states behind the first 0, 1, 2 … units
  std::size_t filled = 0;                        // `active` holds states up to here
  active[0] = closure_[0];
  auto go_to = [&](std::size_t units, std::uint64_t states) {
    while (filled < units) active[++filled] = 0;
    active[units] |= states;
  };
  std::uint64_t accept = std::uint64_t{1} << positions_.size();
  std::size_t end = start;
  for (std::size_t i = 0; i <= filled; ++i) {
    std::uint64_t beside = active[i];  // states behind the word before
    std::uint64_t behind = 0;          // states behind a border, where words need not be joined
    if (beside == 0) continue;
    std::size_t unit = start + i;
    bool inside = unit < chart.units.size();
    bool joined = i == 0 || (inside && chart.units[unit].joined);
    for (std::uint64_t left = beside; left != 0;) {
      auto p = static_cast<std::size_t>(std::countr_zero(left));
      left &= left - 1;
      if ((std::uint64_t{1} << p) == accept) {
        end = unit;
        continue;
      }
      const Position& position = positions_[p];
      bool is_behind = (behind >> p & 1) != 0;
      if (!takes_word(position)) {
        if ((beside >> p & 1) != 0 && holds(chart, unit, position, joined)) {
          (position.kind == Element::Kind::border ? behind : beside) |= closure_[p + 1];
        }
        if (is_behind && holds(chart, unit, position, true)) behind |= closure_[p + 1];
        left = (beside | behind) >> (p + 1) << (p + 1);
        continue;
      }
      if (!inside || (!joined && !is_behind)) continue;
      if (position.kind == Element::Kind::any) {
        if (i < reach) go_to(i + 1, closure_[p + 1]);
        continue;
      }
      chart.for_spans(position.cls, unit, [&](std::size_t span_end, std::uint16_t forms) {
        if ((forms & position.forms) != 0 && span_end - start <= reach) go_to(span_end - start, closure_[p + 1]);
      });
    }
  }
  return end;
}

template <class Chart>
std::vector<Step> Automaton::trace(Chart& chart, std::size_t start, std::size_t end) const {
  // Depth-first with an explicit stack; a state is visited once, so this is as bounded as run().
  struct Node {
    std::size_t unit;
    std::size_t position;
    bool free;
    std::size_t parent;
    Step step;
  };
  std::size_t width = positions_.size() + 1;
  std::vector<bool> seen((end - start + 1) * width * 2, false);
  std::vector<Node> nodes{{start, 0, true, 0, {kNoClass, {start, start}}}};
  std::vector<std::size_t> stack{0};
  auto push = [&](const Node& node) {
    if (node.unit > end) return;
    std::size_t key = ((node.unit - start) * width + node.position) * 2 + (node.free ? 1 : 0);
    if (seen[key]) return;
    seen[key] = true;
    nodes.push_back(node);
    stack.push_back(nodes.size() - 1);
  };
  while (!stack.empty()) {
    std::size_t at = stack.back();
    stack.pop_back();
    Node node = nodes[at];
    if (node.position == positions_.size()) {
      if (node.unit != end) continue;
      std::vector<Step> steps;
      for (std::size_t i = at; i != 0; i = nodes[i].parent) {
        if (!nodes[i].step.units.empty()) steps.push_back(nodes[i].step);
      }
      std::reverse(steps.begin(), steps.end());
      return steps;
    }
    const Position& position = positions_[node.position];
    Step none{kNoClass, {node.unit, node.unit}};
    if (position.optional) push({node.unit, node.position + 1, node.free, at, none});
    if (!takes_word(position)) {
      bool free = node.free || position.kind == Element::Kind::border;
      bool readable = node.unit < chart.units.size() && (node.free || chart.units[node.unit].joined);
      if (holds(chart, node.unit, position, readable)) push({node.unit, node.position + 1, free, at, none});
      continue;
    }
    if (node.unit >= chart.units.size() || !(node.free || chart.units[node.unit].joined)) continue;
    if (position.kind == Element::Kind::any) {
      push({node.unit + 1, node.position + 1, false, at, {kNoClass, {node.unit, node.unit + 1}}});
      continue;
    }
    chart.for_spans(position.cls, node.unit, [&](std::size_t span_end, std::uint16_t forms) {
      if ((forms & position.forms) != 0)
        push({span_end, node.position + 1, false, at, {position.cls, {node.unit, span_end}}});
    });
  }
  return {};
}

}  // namespace postvet
