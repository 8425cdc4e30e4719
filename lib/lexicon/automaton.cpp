#include "lexicon/automaton.h"

#include <algorithm>
#include <bit>

namespace postvet {

Automaton::Automaton(const Frame& frame) {
  for (const Element& element : frame.elements) {
    for (std::uint8_t i = 0; i < element.most; ++i) {
      positions_.push_back({element.kind, element.negative, i >= element.least, element.cls, element.forms});
    }
    if (element.kind == Element::Kind::cls && !element.negative && element.least > 0) required_.push_back(element.cls);
    if (element.kind == Element::Kind::border) crosses_ = true;
  }
  closure_.resize(positions_.size() + 1);
  closure_.back() = std::uint64_t{1} << positions_.size();
  for (std::size_t i = positions_.size(); i-- > 0;) {
    closure_[i] = std::uint64_t{1} << i;
    if (positions_[i].optional) closure_[i] |= closure_[i + 1];
  }

  bool anything = false;
  std::uint64_t first = closure_[0];
  for (std::size_t i = 0; i < positions_.size(); ++i) {
    if ((first >> i & 1) == 0) continue;
    const Position& position = positions_[i];
    bool takes_none = position.negative || position.kind == Element::Kind::clause_start;
    if (takes_none) {
      first |= closure_[i + 1];
    } else if (position.kind == Element::Kind::cls) {
      starts_.push_back(position.cls);
    } else {
      anything = true;
    }
  }
  if (anything) starts_.clear();
  std::sort(starts_.begin(), starts_.end());
  starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
}

// Whether a position that takes no word holds before `unit`. `readable`: a word there could belong to the match.
bool Automaton::holds(const Chart& chart, std::size_t unit, const Position& position, bool readable) {
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
  for (const ChartSpan& span : chart.at(unit)) {
    if (span.cls == position.cls && (span.forms & position.forms) != 0) return false;
  }
  return true;
}

std::size_t Automaton::run(const Chart& chart, std::size_t start, std::vector<std::uint64_t>& active) const {
  std::size_t reach = std::min(kReach, chart.units.size() - start);
  active.assign(reach + 1, 0);
  active[0] = closure_[0];
  std::uint64_t accept = std::uint64_t{1} << positions_.size();
  std::size_t end = start;
  for (std::size_t i = 0; i <= reach; ++i) {
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
        end = std::max(end, unit);
        continue;
      }
      const Position& position = positions_[p];
      bool is_behind = (behind >> p & 1) != 0;
      bool takes_word =
          !position.negative && (position.kind == Element::Kind::cls || position.kind == Element::Kind::any);
      if (!takes_word) {
        if ((beside >> p & 1) != 0 && holds(chart, unit, position, joined)) {
          (position.kind == Element::Kind::border ? behind : beside) |= closure_[p + 1];
        }
        if (is_behind && holds(chart, unit, position, true)) behind |= closure_[p + 1];
        left = (beside | behind) >> (p + 1) << (p + 1);
        continue;
      }
      if (!inside || (!joined && !is_behind)) continue;
      if (position.kind == Element::Kind::any) {
        if (i < reach) active[i + 1] |= closure_[p + 1];
        continue;
      }
      for (const ChartSpan& span : chart.at(unit)) {
        if (span.cls != position.cls || (span.forms & position.forms) == 0) continue;
        if (span.end - start <= reach) active[span.end - start] |= closure_[p + 1];
      }
    }
  }
  return end;
}

std::vector<Step> Automaton::trace(const Chart& chart, std::size_t start, std::size_t end) const {
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
    bool takes_word =
        !position.negative && (position.kind == Element::Kind::cls || position.kind == Element::Kind::any);
    if (position.optional) push({node.unit, node.position + 1, node.free, at, none});
    if (!takes_word) {
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
    for (const ChartSpan& span : chart.at(node.unit)) {
      if (span.cls != position.cls || (span.forms & position.forms) == 0) continue;
      push({span.end, node.position + 1, false, at, {span.cls, {node.unit, span.end}}});
    }
  }
  return {};
}

}  // namespace postvet
