// A lexicon as the program uses it: tables that are made once, by the build for what ships, and read where they lie.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat.h"
#include "lexicon/automaton.h"
#include "lexicon/class_table.h"
#include "lexicon/dictionary.h"
#include "lexicon/disguise.h"
#include "lexicon/guards.h"
#include "lexicon/lexicon.h"
#include "lexicon/prefilter.h"
#include "lexicon/shapes.h"
#include "model/rule.h"

namespace postvet {

// A term or a frame.
struct CompiledEntry {
  std::uint32_t rule = 0;
  std::uint32_t frame = 0;  // 1 + its automaton; 0: a term
  std::uint16_t cls = 0;    // of a term
  std::uint16_t except = kNoClass;
  Guards guards = 0;
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::high;
  bool weak = false;
  std::uint8_t unused[3] = {};
};

// Immutable, thread-safe.
struct CompiledLexicon {
  ClassTable classes;
  Dictionary dictionary;
  Automata little_frames;
  Automata frames;
  FlatArray<ClassBits> frame_bits;  // by frame: classes with which it may begin
  FlatArray<CompiledEntry> entries;
  FlatStrings entry_names;
  FlatStrings rule_texts;              // of each rule: id, summary, message, help, explanation, good, bad
  FlatArray<std::uint8_t> rule_kinds;  // of each rule: severity, confidence, whether it is a signal
  Disguises disguises;
  Prefilter prefilter;
  ShapeClasses shapes;
  GuardClasses guards;
};

// `wanted` are beginnings of names: members of those classes are told to whoever reads the hits; "" wants all that have
// a name.
CompiledLexicon compile(const Lexicon& lexicon, const std::vector<std::string>& wanted);

// For the build, which embeds the bytes; and back. The result views the bytes, which must be aligned to kFlatAlignment
// and outlive it.
std::string to_bytes(const CompiledLexicon& compiled);
CompiledLexicon compiled_from_bytes(std::string_view bytes);

}  // namespace postvet
