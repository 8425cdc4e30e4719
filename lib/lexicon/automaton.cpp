#include "lexicon/automaton.h"

namespace postvet {

Automata::Automata(const std::vector<const Frame*>& frames) {
  std::vector<Header> headers;
  std::vector<Automaton::Position> positions;
  std::vector<std::uint64_t> closures;
  std::vector<std::uint16_t> starts;
  for (const Frame* frame : frames) {
    Header header;
    header.begin = static_cast<std::uint32_t>(positions.size());
    for (const Element& element : frame->elements) {
      for (std::uint8_t i = 0; i < element.most; ++i) {
        positions.push_back({element.kind, element.negative, i >= element.least, false, element.cls, element.forms});
      }
    }
    std::size_t count = positions.size() - header.begin;
    header.count = static_cast<std::uint8_t>(count);
    std::span<const Automaton::Position> own(positions.data() + header.begin, count);
    std::vector<std::uint64_t> closure(count + 1, std::uint64_t{1} << count);
    for (std::size_t i = count; i-- > 0;) {
      closure[i] = std::uint64_t{1} << i;
      if (own[i].optional) closure[i] |= closure[i + 1];
    }
    closures.insert(closures.end(), closure.begin(), closure.end());
    header.begins_clause = count > 0 && own[0].kind == Element::Kind::clause_start && !own[0].optional;

    // What the first position that takes a word can be.
    header.starts = static_cast<std::uint32_t>(starts.size());
    bool anything = false;
    std::uint64_t first = closure[0];
    for (std::size_t i = 0; i < count; ++i) {
      if ((first >> i & 1) == 0) continue;
      if (own[i].negative || own[i].kind == Element::Kind::clause_start) {
        first |= closure[i + 1];
      } else if (own[i].kind == Element::Kind::cls) {
        starts.push_back(own[i].cls);
      } else {
        anything = true;
      }
    }
    if (anything) starts.resize(header.starts);
    auto begin = starts.begin() + header.starts;
    std::sort(begin, starts.end());
    starts.erase(std::unique(begin, starts.end()), starts.end());
    header.start_count = static_cast<std::uint16_t>(starts.size() - header.starts);
    headers.push_back(header);
  }
  headers_ = std::move(headers);
  positions_ = std::move(positions);
  closures_ = std::move(closures);
  starts_ = std::move(starts);
}

}  // namespace postvet
