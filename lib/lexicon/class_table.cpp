#include "lexicon/class_table.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace postvet {
namespace {

// A literal word, an alternation and a term have classes of their own, named by how they are written.
bool is_declared(std::string_view name) {
  return !name.starts_with('=') && !name.starts_with('(') && !name.starts_with('-');
}

bool is_target_name(std::string_view name) {
  for (std::string_view prefix : {"group.", "member.", "referent", "person", "people", "pronoun.", "shape.handle",
                                  "shape.name", "role.", "org.", "target", "identity."}) {
    if (name.starts_with(prefix)) return true;
  }
  return name.starts_with('(') && name.find('<') != std::string_view::npos &&
         is_target_name(name.substr(name.find('<') + 1));
}

}  // namespace

ClassTable::ClassTable(const Lexicon& lexicon, const Automata& little_frames, std::vector<std::uint32_t> commonness,
                       std::span<const std::string> wanted)
    : commonness_(std::move(commonness)) {
  std::map<std::string_view, std::uint16_t> ids;
  std::vector<std::uint8_t> flags;
  for (const WordClass& cls : lexicon.classes) {
    bool declared = is_declared(cls.name);
    bool is_wanted = declared && std::any_of(wanted.begin(), wanted.end(), [&](const std::string& beginning) {
                       return cls.name.starts_with(beginning);
                     });
    if (declared) ids.emplace(cls.name, static_cast<std::uint16_t>(flags.size()));
    flags.push_back(static_cast<std::uint8_t>((is_target_name(cls.name) ? kTarget : 0) | (is_wanted ? kWanted : 0)));
  }
  std::vector<std::string> names;
  std::vector<std::uint16_t> of_name;
  for (auto [name, id] : ids) {
    names.emplace_back(name);
    of_name.push_back(id);
  }
  names_ = FlatStrings(names);
  ids_ = std::move(of_name);
  flags_ = std::move(flags);
  fill(lexicon, little_frames);
}

// Little frames stand in the order in which they may be evaluated, so that what fills a class comes before what uses
// it.
void ClassTable::fill(const Lexicon& lexicon, const Automata& little_frames) {
  std::size_t count = lexicon.classes.size();
  std::vector<std::vector<std::uint16_t>> own(count);
  std::vector<std::uint16_t> last;
  for (std::size_t i = 0; i < lexicon.composites.size(); ++i) {
    const Composite& composite = lexicon.composites[i];
    own[composite.cls].push_back(static_cast<std::uint16_t>(i));
    const Element& element = composite.frame.elements.back();
    last.push_back(element.kind == Element::Kind::cls && !element.negative ? element.cls : kNoClass);
  }
  last_ = std::move(last);

  // Numbers, from the classes with little frames of their own upwards.
  std::vector<std::vector<std::uint16_t>> above(count);
  for (std::size_t cls = 0; cls < count; ++cls) {
    for (const Inclusion& inclusion : lexicon.classes[cls].includes)
      above[inclusion.cls].push_back(static_cast<std::uint16_t>(cls));
  }
  std::vector<std::uint16_t> filled(count, 0);
  std::vector<std::uint16_t> by_number{kNoClass};
  std::vector<std::uint16_t> open;
  for (std::size_t cls = 0; cls < count; ++cls) {
    if (!own[cls].empty()) open.push_back(static_cast<std::uint16_t>(cls));
    while (!open.empty()) {
      std::uint16_t next = open.back();
      open.pop_back();
      if (filled[next] != 0) continue;
      filled[next] = static_cast<std::uint16_t>(by_number.size());
      by_number.push_back(next);
      open.insert(open.end(), above[next].begin(), above[next].end());
    }
  }

  std::vector<Begins> begins(by_number.size());
  std::vector<std::uint16_t> frames;
  std::vector<Inclusion> parts;
  std::vector<std::uint16_t> wanted_filled;
  for (std::size_t number = 1; number < by_number.size(); ++number) {
    std::uint16_t cls = by_number[number];
    Begins& at = begins[number];
    at.frames = static_cast<std::uint32_t>(frames.size());
    frames.insert(frames.end(), own[cls].begin(), own[cls].end());
    at.frames_end = static_cast<std::uint32_t>(frames.size());
    at.parts = static_cast<std::uint32_t>(parts.size());
    for (const Inclusion& inclusion : lexicon.classes[cls].includes) {
      if (filled[inclusion.cls] != 0) parts.push_back(inclusion);
    }
    at.parts_end = static_cast<std::uint32_t>(parts.size());
    if (is_wanted(cls)) wanted_filled.push_back(cls);
  }

  filled_ = std::move(filled);

  // With what members can begin, until nothing more is added.
  std::vector<ClassBits> start_bits(by_number.size(), 0);
  std::vector<ClassBits> frame_bits(lexicon.composites.size(), 0);
  start_bits_ = start_bits;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t number = 1; number < by_number.size(); ++number) {
      ClassBits bits = start_bits[number];
      for (std::uint16_t frame : own[by_number[number]]) {
        frame_bits[frame] = bits_of(little_frames.starts(frame));
        bits |= frame_bits[frame];
      }
      for (const Inclusion& inclusion : lexicon.classes[by_number[number]].includes)
        bits |= start_bits[filled_[inclusion.cls]];
      changed = changed || bits != start_bits[number];
      start_bits[number] = bits;
    }
    start_bits_ = start_bits;
  }
  frame_bits_ = std::move(frame_bits);
  begins_ = std::move(begins);
  frames_ = std::move(frames);
  parts_ = std::move(parts);
  wanted_filled_ = std::move(wanted_filled);
}

ClassBits ClassTable::bits_of(std::span<const std::uint16_t> starts) const {
  if (starts.empty()) return ~ClassBits{0};
  ClassBits all = 0;
  for (std::uint16_t start : starts) all |= bits(start);
  return all;
}

std::optional<std::uint16_t> ClassTable::id(std::string_view name) const {
  std::size_t begin = 0;
  std::size_t end = names_.size();
  while (begin < end) {
    std::size_t middle = (begin + end) / 2;
    if (names_[middle] < name) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  if (begin == names_.size() || names_[begin] != name) return std::nullopt;
  return ids_[begin];
}

}  // namespace postvet
