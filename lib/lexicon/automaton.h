// Frames as bit-parallel automata over a chart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lexicon/chart.h"
#include "lexicon/lexicon.h"

namespace postvet {

// A unit range that one element of a frame took.
struct Step {
  std::uint16_t cls = 0;  // kNoClass: a gap
  Span units;
};

// One frame, repetitions unrolled to at most kMaxFramePositions positions. Immutable, thread-safe.
class Automaton {
 public:
  explicit Automaton(const Frame& frame);

  // The end of the longest match that begins at unit `start`; `start` when there is none. Reads at most kReach units.
  std::size_t run(const Chart& chart, std::size_t start, std::vector<std::uint64_t>& scratch) const;

  // The elements' places in a match that run() has found.
  std::vector<Step> trace(const Chart& chart, std::size_t start, std::size_t end) const;

  // Classes with which a match can begin; empty when it can begin with any word.
  const std::vector<std::uint16_t>& starts() const { return starts_; }
  // Classes that every match holds.
  const std::vector<std::uint16_t>& required() const { return required_; }
  // True when a match may reach into the next clause.
  bool crosses() const { return crosses_; }

  static constexpr std::size_t kReach = 96;  // units

 private:
  struct Position {
    Element::Kind kind;
    bool negative;
    bool optional;
    std::uint16_t cls;
    std::uint16_t forms;
  };

  static bool holds(const Chart& chart, std::size_t unit, const Position& position, bool readable);

  std::vector<Position> positions_;
  std::vector<std::uint64_t> closure_;  // by position: itself and what follows by leaving optional positions out
  std::vector<std::uint16_t> starts_;
  std::vector<std::uint16_t> required_;
  bool crosses_ = false;
};

}  // namespace postvet
