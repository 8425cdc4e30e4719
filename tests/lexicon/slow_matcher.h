// The slow reference of the matcher: one chart of the whole text, every phrase, class and little frame until nothing
// changes any more, every entry from every word. No anchors, no regions, no guards.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/automaton.h"
#include "lexicon/compiled.h"
#include "lexicon/disguise.h"
#include "lexicon/eager_chart.h"
#include "lexicon/lexicon.h"
#include "lexicon/shapes.h"
#include "lexicon/units.h"
#include "text/prepared.h"

namespace postvet_test {

// The lexicon without anything that drops or lowers a hit, each entry with a rule of its own.
inline postvet::Lexicon without_guards(postvet::Lexicon lexicon) {
  using namespace postvet;
  std::vector<LexiconRule> rules;
  for (std::size_t i = 0; i < lexicon.entries.size(); ++i) {
    Entry& entry = lexicon.entries[i];
    entry.guards = 0;
    entry.except = kNoClass;
    rules.push_back(lexicon.rules[entry.rule]);
    rules.back().id += "#" + std::to_string(i);
    entry.rule = static_cast<std::uint32_t>(i);
  }
  lexicon.rules = std::move(rules);
  if (auto allow = lexicon.class_named(kAllowClass)) {
    lexicon.classes[*allow].phrases.clear();
    lexicon.classes[*allow].includes.clear();
    std::erase_if(lexicon.composites, [&](const Composite& composite) { return composite.cls == *allow; });
  }
  return lexicon;
}

class SlowMatcher {
 public:
  struct Match {
    std::size_t entry;
    std::size_t first, last;  // words of Prepared
    friend auto operator<=>(const Match&, const Match&) = default;
  };

  explicit SlowMatcher(const postvet::Lexicon& lexicon) : lexicon_(lexicon), compiled_(postvet::compile(lexicon, {})) {
    using namespace postvet;
    for (std::size_t cls = 0; cls < lexicon.classes.size(); ++cls) {
      for (const Phrase& phrase : lexicon.classes[cls].phrases) {
        phrases_[phrase.words.front()].push_back({&phrase, static_cast<std::uint16_t>(cls)});
        for (const std::string& word : phrase.words) number_of(word);
      }
      for (const Inclusion& inclusion : lexicon.classes[cls].includes) {
        above_[inclusion.cls].push_back({static_cast<std::uint16_t>(cls), inclusion.forms});
      }
    }
    std::vector<DisguisedWord> disguised;
    for (const Entry& entry : lexicon.entries) {
      if (!entry.disguise) continue;
      for (const Phrase& phrase : lexicon.classes[entry.cls].phrases) {
        if (phrase.words.size() != 1) continue;
        disguised.push_back({phrase.words[0], number_of(phrase.words[0])});
        if (entry.weak) continue;
        for (const std::string& slip : typing_slips(phrase.words[0])) slips_.emplace(slip, number_of(phrase.words[0]));
      }
    }
    disguises_ = Disguises(std::move(disguised));
    for (std::string_view name : {kShapeHandle, kShapeHashtag, kShapeName, kShapeCapital, kShapeNumber})
      shape_classes_.push_back(lexicon.class_named(name).value_or(kNoClass));
  }

  std::vector<Match> find(const postvet::Prepared& prepared) {
    using namespace postvet;
    build_units(prepared);
    build_spans(prepared);
    std::vector<Match> matches;
    for (std::size_t number = 0; number < lexicon_.entries.size(); ++number) {
      const CompiledEntry& entry = compiled_.entries[number];
      if (entry.frame != 0 && !may_match(compiled_.frames, entry.frame - 1)) continue;
      for (std::size_t i = 0; i < chart_.units.size(); ++i) {
        if (entry.frame != 0) {
          if (std::size_t end = compiled_.frames[entry.frame - 1].run(chart_, i); end != i)
            add(matches, number, i, end);
          continue;
        }
        for (const EagerChart::ClassSpan& span : chart_.at(i)) {
          if (span.cls == entry.cls) add(matches, number, i, span.end);
        }
      }
    }
    std::sort(matches.begin(), matches.end());
    return matches;
  }

 private:
  std::uint32_t number_of(const std::string& word) {
    auto [found, added] = numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size() + 1));
    if (added) {
      words_.resize(found->second + 1);
      words_[found->second] = word;
    }
    return found->second;
  }

  std::uint32_t look_up(const std::string& word) const {
    auto found = numbers_.find(word);
    return found == numbers_.end() ? 0 : found->second;
  }

  void build_units(const postvet::Prepared& prepared) {
    using namespace postvet;
    constexpr unsigned kHard = kClauseMark | kSentenceMark | kBlankLine | kTightDot | kSlash | kInWordSymbol | kOther;
    chart_ = EagerChart();
    bool barrier = false;
    for (std::size_t i = 0; i < prepared.tokens.size(); ++i) {
      const Token& token = prepared.tokens[i];
      Unit unit;
      unit.first = static_cast<std::uint32_t>(i);
      unit.last = unit.first + 1;
      unit.begins_sentence = prepared.begins_sentence(i);
      unit.begins_clause = prepared.begins_clause(i);
      unit.after_comma = (token.gap & kComma) != 0;
      bool unread = std::any_of(prepared.addresses.begin(), prepared.addresses.end(),
                                [&](Span address) { return address.contains(token.begin); });
      unit.joined = i > 0 && !barrier && !unread && !unit.begins_clause && (token.gap & kHard) == 0;
      barrier = unread;
      if (unread) {
        chart_.add_unit(unit);
        continue;
      }
      if (Unmasked unmasked = Disguises::looks_odd(prepared, i) ? disguises_.unmask(prepared, i) : Unmasked{};
          unmasked.word != 0) {
        unit.word = unmasked.word;
        unit.last = static_cast<std::uint32_t>(i + unmasked.tokens);
        i = unit.last - 1;
        chart_.add_unit(unit);
        continue;
      }
      std::vector<std::string_view> parts;
      split_word(prepared.word(token), parts);
      for (std::string_view part : parts) {
        unit.word = look_up(std::string(part));
        // As in the dictionary, a word with an apostrophe is no slip.
        if (auto slip = slips_.find(std::string(part));
            unit.word == 0 && parts.size() == 1 && (token.shape & kApostrophe) == 0 && slip != slips_.end()) {
          unit.word = slip->second;
        }
        chart_.add_unit(unit);
        unit.joined = true;
        unit.begins_clause = unit.begins_sentence = unit.after_comma = false;
      }
    }
  }

  bool add_span(std::size_t begin, EagerChart::ClassSpan span) {
    bool added = chart_.add_span(begin, span);
    if (!added) return false;
    present_[span.cls] = true;
    for (const auto& [cls, forms] : above_[span.cls]) {
      auto shared = static_cast<std::uint16_t>(forms & span.forms);
      if (shared != 0) add_span(begin, {cls, shared, span.end});  // classes that contain each other are no lexicon
    }
    return true;
  }

  void build_spans(const postvet::Prepared& prepared) {
    using namespace postvet;
    present_.assign(lexicon_.classes.size(), false);
    for (std::size_t i = 0; i < chart_.units.size(); ++i) {
      if (chart_.units[i].word == 0) continue;
      for (const auto& [phrase, cls] : phrases_[words_[chart_.units[i].word]]) {
        std::size_t end = i;
        for (const std::string& word : phrase->words) {
          bool fits = end < chart_.units.size() && (end == i || chart_.units[end].joined) &&
                      chart_.units[end].word == look_up(word);
          if (!fits) break;
          ++end;
        }
        if (end == i + phrase->words.size()) add_span(i, {cls, phrase->forms, static_cast<std::uint32_t>(end)});
      }
    }
    add_shapes(prepared);
    for (bool changed = true; changed;) {  // in any order, until nothing is new
      changed = false;
      for (std::size_t c = 0; c < compiled_.little_frames.size(); ++c) {
        if (!may_match(compiled_.little_frames, c)) continue;
        for (std::size_t i = 0; i < chart_.units.size(); ++i) {
          std::size_t end = compiled_.little_frames[c].run(chart_, i);
          if (end == i) continue;
          std::uint16_t forms = forms_of(c, i, end);
          changed = add_span(i, {lexicon_.composites[c].cls, forms, static_cast<std::uint32_t>(end)}) || changed;
        }
      }
    }
  }

  void add_shapes(const postvet::Prepared& prepared) {
    using namespace postvet;
    std::vector<Unit> units = chart_.units;  // with the numbers of the dictionary
    for (Unit& unit : units) {
      KnownWord known = unit.word == 0 ? KnownWord{} : compiled_.dictionary.look_up(words_[unit.word]);
      unit.word = known.is(KnownWord::kSlip | KnownWord::kContraction) ? 0 : known.number();
    }
    const ShapePhrases& phrases = compiled_.shapes.phrases;
    const std::uint32_t of[] = {phrases.handle, phrases.hashtag, phrases.name, phrases.capital, phrases.number};
    std::vector<ShapeSpan> shapes;
    for (std::size_t at = 0; at < units.size(); ++at) {
      shapes.clear();
      find_shapes(prepared, units, compiled_.dictionary, compiled_.shapes, at, shapes);
      for (const ShapeSpan& shape : shapes) {
        auto cls = static_cast<std::size_t>(std::find(std::begin(of), std::end(of), shape.phrase) - std::begin(of));
        add_span(at, {shape_classes_[cls], kForms, static_cast<std::uint32_t>(shape.end)});
      }
    }
  }

  // The only short cut: a class that every match holds (see automaton_test.cpp) is nowhere in the text.
  bool may_match(const postvet::Automata& automata, std::size_t i) const {
    return std::ranges::all_of(automata.needs(i), [&](std::uint16_t cls) { return present_[cls]; });
  }

  // The form of a little frame is that of its last element.
  std::uint16_t forms_of(std::size_t composite, std::size_t begin, std::size_t end) const {
    using namespace postvet;
    const Element& last = lexicon_.composites[composite].frame.elements.back();
    std::vector<Step> steps = compiled_.little_frames[composite].trace(chart_, begin, end);
    if (last.kind != Element::Kind::cls || last.negative || steps.back().cls != last.cls) return kForms;
    for (const EagerChart::ClassSpan& span : chart_.at(steps.back().units.begin)) {
      if (span.cls == last.cls && span.end == end) return span.forms;
    }
    return kForms;
  }

  void add(std::vector<Match>& matches, std::size_t entry, std::size_t begin, std::size_t end) const {
    matches.push_back({entry, chart_.units[begin].first, chart_.units[end - 1].last});
  }

  const postvet::Lexicon& lexicon_;
  postvet::CompiledLexicon compiled_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::uint32_t> slips_;
  std::unordered_map<std::string, std::vector<std::pair<const postvet::Phrase*, std::uint16_t>>> phrases_;
  std::map<std::uint16_t, std::vector<std::pair<std::uint16_t, std::uint16_t>>> above_;
  postvet::Disguises disguises_;
  std::vector<std::uint16_t> shape_classes_;
  EagerChart chart_;
  std::vector<bool> present_;  // by class
};

}  // namespace postvet_test
