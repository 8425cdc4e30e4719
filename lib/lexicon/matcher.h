// Finds the words, phrases and frames of a lexicon in a prepared text.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/compiled.h"
#include "lexicon/hits.h"
#include "lexicon/lexicon.h"
#include "model/rule.h"
#include "text/prepared.h"

namespace postvet {

// Immutable after construction and thread-safe; the scratch space is the caller's.
class Matcher {
 public:
  explicit Matcher(CompiledLexicon lexicon);
  // `wanted`: see compile().
  explicit Matcher(const Lexicon& lexicon, const std::vector<std::string>& wanted = {""});
  Matcher(const Matcher&) = delete;  // rules hold views into the tables
  Matcher& operator=(const Matcher&) = delete;

  // Working memory of one thread.
  class Scratch;
  struct ScratchDelete {
    void operator()(Scratch* scratch) const;
  };
  using ScratchPtr = std::unique_ptr<Scratch, ScratchDelete>;
  ScratchPtr make_scratch() const;

  // Finds the entries of all rules and signals in a field, and its class words around them and around the tokens
  // `seeds` (sorted indices: places that patterns have hit). `zones` are the field's: quoted ones go to the guards,
  // code and URLs are not looked at, and in hidden ones only signals are found. Fills classes, entries and dropped of
  // `hits`. Linear in the text.
  void match(const Prepared& prepared, const std::vector<Zone>& zones, std::span<const std::uint32_t> seeds,
             Scratch& scratch, FieldHits& hits) const;

  // Nothing when no lexicon declares the class / the rule or signal.
  std::optional<std::uint16_t> class_id(std::string_view name) const { return lexicon_.classes.id(name); }
  std::optional<std::uint32_t> rule_id(std::string_view name) const;

  // A rule as the lexicon declares it. A signal has a name and no texts.
  const Rule& rule(std::uint32_t id) const { return rules_[id]; }
  bool is_signal(std::uint32_t id) const { return lexicon_.rule_kinds[id * 3 + 2] != 0; }
  std::size_t rule_count() const { return rules_.size(); }

  // "discrimination/religion.frame-3": names an entry in evidence and fingerprints without its text.
  std::string_view entry_name(std::uint32_t entry) const { return lexicon_.entry_names[entry]; }

 private:
  CompiledLexicon lexicon_;
  std::vector<Rule> rules_;
};

}  // namespace postvet
