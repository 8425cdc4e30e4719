// A chart that is filled by hand, span by span, for tests of what runs on charts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/span.h"
#include "lexicon/units.h"

namespace postvet_test {

class EagerChart {
 public:
  struct ClassSpan {
    std::uint16_t cls = 0;
    std::uint16_t forms = 0;
    std::uint32_t end = 0;
  };

  EagerChart() = default;
  explicit EagerChart(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) add_unit({});
  }

  void add_unit(const postvet::Unit& unit) {
    units.push_back(unit);
    spans_.emplace_back();
  }

  // Adds a span unless it is there; forms of equal spans are joined. Returns false when nothing changed.
  bool add_span(std::size_t begin, ClassSpan span) {
    for (ClassSpan& known : spans_[begin]) {
      if (known.cls != span.cls || known.end != span.end) continue;
      bool more = (span.forms & ~known.forms) != 0;
      known.forms = static_cast<std::uint16_t>(known.forms | span.forms);
      return more;
    }
    spans_[begin].push_back(span);
    return true;
  }

  const std::vector<ClassSpan>& at(std::size_t begin) const { return spans_[begin]; }

  template <class Use>
  void for_spans(std::uint16_t cls, std::size_t at, Use use) const {
    for (const ClassSpan& span : spans_[at]) {
      if (span.cls == cls) use(std::size_t{span.end}, span.forms);
    }
  }

  bool has(std::uint16_t cls, postvet::Span range) const {
    for (std::size_t i = range.begin; i < range.end; ++i) {
      for (const ClassSpan& span : spans_[i]) {
        if (span.cls == cls) return true;
      }
    }
    return false;
  }

  std::vector<postvet::Unit> units;

 private:
  std::vector<std::vector<ClassSpan>> spans_;  // by begin
};

}  // namespace postvet_test
