#include "lexicon/automaton.h"

namespace postvet {
namespace {

// Sorts the list from `begin` on and takes what stands twice out; returns how many are left.
std::size_t sort_and_unite(std::vector<std::uint16_t>& list, std::size_t begin) {
  auto first = list.begin() + static_cast<std::ptrdiff_t>(begin);
  std::sort(first, list.end());
  list.erase(std::unique(first, list.end()), list.end());
  return list.size() - begin;
}

}  // namespace

Automata::Automata(const std::vector<const Frame*>& frames) {
  std::vector<Header> headers;
  std::vector<Automaton::Position> positions;
  std::vector<std::uint64_t> closures;
  std::vector<std::uint16_t> starts;
  std::vector<std::uint16_t> needs;
  for (const Frame* frame : frames) {
    Header header;
    header.begin = static_cast<std::uint32_t>(positions.size());
    header.needs = static_cast<std::uint32_t>(needs.size());
    for (const Element& element : frame->elements) {
      if (element.kind == Element::Kind::cls && !element.negative && element.least > 0) needs.push_back(element.cls);
      for (std::uint8_t i = 0; i < element.most; ++i) {
        positions.push_back({element.kind, element.negative, i >= element.least, false, element.cls, element.forms});
      }
    }
    header.need_count = static_cast<std::uint8_t>(sort_and_unite(needs, header.needs));
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
    header.start_count = static_cast<std::uint8_t>(sort_and_unite(starts, header.starts));
    headers.push_back(header);
  }
  headers_ = std::move(headers);
  positions_ = std::move(positions);
  closures_ = std::move(closures);
  starts_ = std::move(starts);
  needs_ = std::move(needs);
}

}  // namespace postvet
