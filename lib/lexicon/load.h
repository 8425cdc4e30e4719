// From the files that people edit to a Lexicon.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/frame_syntax.h"
#include "lexicon/inflect.h"
#include "lexicon/lexicon.h"
#include "syntax/yaml.h"

namespace postvet {

// A sentence by which a rule or signal proves itself.
struct LexiconTest {
  std::string rule;
  bool hit = true;
  std::string text;
  std::string where;  // file:line:column
};

// Collects files (see docs/lexicons.md), then builds one Lexicon of them. May start from a lexicon that was built
// before, whose classes and rules the files then add to. Not thread-safe.
class LexiconBuilder {
 public:
  LexiconBuilder();
  explicit LexiconBuilder(Lexicon base);

  // Reads one file. The error names the place.
  Result<void> add_file(std::string_view text, const std::string& name);

  // Words for a class from elsewhere: the policy's names.
  void add_words(std::string_view cls, const std::vector<std::string>& words);

  // Resolves all references. The last call: the lexicon is moved out. Errors: an undeclared class, classes that contain
  // each other.
  Result<Lexicon> build();

  // What is doubtful and harms nothing: an entry written twice, an entry that folds to nothing. `file:line:column:
  // what`.
  const std::vector<std::string>& warnings() const { return warnings_; }
  const std::vector<LexiconTest>& tests() const { return tests_; }

 private:
  std::uint16_t class_index(const std::string& name);
  tl::unexpected<Error> error(const YamlNode& node, std::string what) const;
  std::string where(const YamlNode& node) const;
  Result<void> check_keys(const YamlNode& map, std::initializer_list<std::string_view> known) const;
  Result<PartOfSpeech> read_pos(const YamlNode* node, PartOfSpeech fallback) const;
  Result<Guards> read_guards(const YamlNode* node) const;
  Result<void> add_classes(const YamlNode& classes);
  Result<void> add_class_word(std::uint16_t cls, const YamlNode& word, PartOfSpeech pos);
  Result<void> add_class_words(std::uint16_t cls, const YamlNode& list, PartOfSpeech pos);
  Result<void> add_phrase(std::uint16_t cls, const YamlNode& word, PartOfSpeech pos);
  Result<Frame> compile(const YamlNode& node);
  std::uint16_t alternation(const std::vector<WrittenSequence>& alternatives);
  Frame sequence_frame(const WrittenSequence& sequence);
  Element part_element(const WrittenPart& part);
  Result<void> add_rules(const YamlNode& rules, bool signals);
  Result<void> add_rule(const YamlNode& key, const YamlNode& rule, bool signal);
  Result<void> add_term(std::uint32_t rule, const YamlNode& term, Guards guards, std::size_t number);
  Result<void> add_frame(std::uint32_t rule, const YamlNode& frame, Guards guards, std::size_t number);
  Result<void> read_level(const YamlNode& map, Severity& severity, Confidence& confidence) const;
  void check_words(const YamlNode& frame, const WrittenElement& element);
  Result<const YamlNode*> text_of(const YamlNode& map, std::string_view key) const;
  void check_disguise(const YamlNode& term, const Entry& entry);
  std::vector<std::vector<std::uint16_t>> parts_of_classes() const;
  tl::unexpected<Error> cycle_error(const std::vector<std::vector<std::uint16_t>>& parts,
                                    const std::vector<std::size_t>& waits) const;
  Result<void> order_composites();

  Lexicon lexicon_;
  std::map<std::string, std::uint16_t, std::less<>> class_indices_;
  std::map<std::uint16_t, std::string> undeclared_;  // class referred to and not yet declared → where
  std::map<std::uint16_t, std::string> places_;      // class → where it is first declared
  std::vector<std::string> warnings_;
  std::vector<LexiconTest> tests_;
  std::string file_;
};

}  // namespace postvet
