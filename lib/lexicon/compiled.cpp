#include "lexicon/compiled.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <unordered_map>

#include "lexicon/marks.h"
#include "lexicon/units.h"
#include "lexicon/vocabulary.h"

namespace postvet {
namespace {

// The classes that a class is in through inclusion, however deep, and in which forms.
std::vector<std::vector<Inclusion>> containers_of(const Lexicon& lexicon) {
  std::size_t count = lexicon.classes.size();
  std::vector<std::vector<Inclusion>> direct(count);
  for (std::size_t i = 0; i < count; ++i) {
    for (const Inclusion& inclusion : lexicon.classes[i].includes)
      direct[inclusion.cls].push_back({static_cast<std::uint16_t>(i), inclusion.forms});
  }
  std::vector<std::vector<Inclusion>> containers(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<Inclusion> open = direct[i];
    while (!open.empty()) {
      Inclusion next = open.back();
      open.pop_back();
      auto known = std::find_if(containers[i].begin(), containers[i].end(),
                                [&](const Inclusion& other) { return other.cls == next.cls; });
      if (known == containers[i].end()) {
        containers[i].push_back(next);
      } else if ((known->forms | next.forms) == known->forms) {
        continue;
      } else {
        known->forms = static_cast<std::uint16_t>(known->forms | next.forms);
      }
      for (const Inclusion& above : direct[next.cls])
        open.push_back({above.cls, static_cast<std::uint16_t>(above.forms & next.forms)});
    }
  }
  return containers;
}

// Phrases, each once, and the classes that they are in.
class PhraseList {
 public:
  PhraseList(const Lexicon& lexicon, const Vocabulary& vocabulary) : containers_(containers_of(lexicon)), words_(1) {
    for (std::size_t cls = 0; cls < lexicon.classes.size(); ++cls) {
      for (std::size_t i = 0; i < lexicon.classes[cls].phrases.size(); ++i) {
        std::span<const std::uint32_t> words = vocabulary.words(cls, i);
        if (words.empty()) continue;
        put_in(number(words), static_cast<std::uint16_t>(cls), lexicon.classes[cls].phrases[i].forms);
      }
    }
  }

  // A phrase without words that is in `cls`; 0 for kNoClass.
  std::uint32_t add_shape(std::uint16_t cls) {
    if (cls == kNoClass) return 0;
    words_.emplace_back();
    put_in(static_cast<std::uint32_t>(words_.size() - 1), cls, kForms);
    return static_cast<std::uint32_t>(words_.size() - 1);
  }

  void fill(Dictionary::Parts& parts, const Vocabulary& vocabulary, const ClassTable& classes) {
    fill_phrases(parts, vocabulary);
    fill_members(parts, classes);
  }

 private:
  struct Member {
    std::uint32_t phrase;
    Membership in;
  };

  std::uint32_t number(std::span<const std::uint32_t> words) {
    std::string_view bytes(reinterpret_cast<const char*>(words.data()), words.size_bytes());
    auto [known, is_new] = numbers_.try_emplace(bytes, static_cast<std::uint32_t>(words_.size()));
    if (is_new) words_.push_back(words);
    return known->second;
  }

  void put_in(std::uint32_t phrase, std::uint16_t cls, std::uint16_t forms) {
    members_.push_back({phrase, {cls, forms}});
    for (const Inclusion& above : containers_[cls]) {
      auto shared = static_cast<std::uint16_t>(above.forms & forms);
      if (shared != 0) members_.push_back({phrase, {above.cls, shared}});
    }
  }

  void fill_phrases(Dictionary::Parts& parts, const Vocabulary& vocabulary) const {
    std::vector<std::uint32_t> order;
    parts.single.assign(vocabulary.size(), 0);
    for (std::uint32_t phrase = 1; phrase < words_.size(); ++phrase) {
      if (words_[phrase].size() == 1) parts.single[words_[phrase][0]] = phrase;
      if (words_[phrase].size() > 1) order.push_back(phrase);
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::lexicographical_compare(words_[a].begin(), words_[a].end(), words_[b].begin(), words_[b].end());
    });
    parts.long_begins.assign(vocabulary.size() + 1, 0);
    for (std::uint32_t phrase : order) {
      std::span<const std::uint32_t> rest = words_[phrase].subspan(1);
      parts.longer.push_back(
          {static_cast<std::uint32_t>(parts.rests.size()), static_cast<std::uint32_t>(rest.size()), phrase});
      parts.rests.insert(parts.rests.end(), rest.begin(), rest.end());
      ++parts.long_begins[words_[phrase][0] + 1];
    }
    for (std::size_t i = 1; i < parts.long_begins.size(); ++i) parts.long_begins[i] += parts.long_begins[i - 1];
  }

  void fill_members(Dictionary::Parts& parts, const ClassTable& classes) {
    std::sort(members_.begin(), members_.end(), [](const Member& a, const Member& b) {
      return a.phrase != b.phrase ? a.phrase < b.phrase : a.in.cls < b.in.cls;
    });
    parts.wanted.assign(words_.size(), 0);
    std::uint32_t last = 0;
    for (const Member& member : members_) {
      if (classes.is_wanted(member.in.cls)) parts.wanted[member.phrase] = 1;
      while (parts.member_begins.size() <= member.phrase)
        parts.member_begins.push_back(static_cast<std::uint32_t>(parts.members.size()));
      if (member.phrase == last && parts.members.back().cls == member.in.cls) {
        Membership& same = parts.members.back();
        same.forms = static_cast<std::uint16_t>(same.forms | member.in.forms);
      } else {
        parts.members.push_back(member.in);
      }
      last = member.phrase;
    }
    while (parts.member_begins.size() <= words_.size())
      parts.member_begins.push_back(static_cast<std::uint32_t>(parts.members.size()));
  }

  std::vector<std::vector<Inclusion>> containers_;
  std::vector<std::span<const std::uint32_t>> words_;            // by number
  std::unordered_map<std::string_view, std::uint32_t> numbers_;  // by the bytes of the words' numbers
  std::vector<Member> members_;
};

// Whatever a token may be.
void add_known_words(const Lexicon& lexicon, const Vocabulary& vocabulary, Dictionary::Parts& parts) {
  for (const OddContraction& odd : odd_contractions()) {
    auto number = static_cast<std::uint32_t>(parts.contractions.size());
    parts.contractions.push_back({vocabulary.number(odd.first), vocabulary.number(odd.second)});
    parts.known.add(hash_word(odd.word), KnownWord::kContraction | number);
  }
  for (std::uint32_t number = 1; number < vocabulary.size(); ++number) parts.known.add(vocabulary.hash(number), number);
  for (const Entry& entry : lexicon.entries) {
    if (!entry.disguise || entry.weak) continue;
    for (const Phrase& phrase : lexicon.classes[entry.cls].phrases) {
      if (phrase.words.size() != 1) continue;
      for (const std::string& slip : typing_slips(phrase.words[0]))
        parts.known.add(hash_word(slip), KnownWord::kSlip | vocabulary.number(phrase.words[0]));
    }
  }
}

Disguises disguises_of(const Lexicon& lexicon, const Vocabulary& vocabulary) {
  std::vector<DisguisedWord> words;
  for (const Entry& entry : lexicon.entries) {
    if (!entry.disguise) continue;
    for (const Phrase& phrase : lexicon.classes[entry.cls].phrases) {
      if (phrase.words.size() == 1) words.push_back({phrase.words[0], vocabulary.number(phrase.words[0])});
    }
  }
  return Disguises(std::move(words));
}

std::vector<std::uint32_t> commonness_of_classes(const Lexicon& lexicon, const Marks& marks) {
  std::vector<std::uint32_t> all;
  for (std::size_t cls = 0; cls < lexicon.classes.size(); ++cls) {
    // A class of shapes is less telling than any list of words.
    const ClassMarks& of = marks.of_class(static_cast<std::uint16_t>(cls));
    double most = std::numeric_limits<std::uint32_t>::max();
    all.push_back(static_cast<std::uint32_t>(std::min(of.commonness + (of.shapes != 0 ? 1e8 : 0.0), most)));
  }
  return all;
}

}  // namespace

CompiledLexicon compile(const Lexicon& lexicon, const std::vector<std::string>& wanted) {
  CompiledLexicon compiled;
  Vocabulary vocabulary(lexicon);
  Marks marks(lexicon, vocabulary);

  std::vector<const Frame*> frames;
  for (const Composite& composite : lexicon.composites) frames.push_back(&composite.frame);
  compiled.little_frames = Automata(frames);
  compiled.classes = ClassTable(lexicon, compiled.little_frames, commonness_of_classes(lexicon, marks), wanted);

  frames.clear();
  std::vector<CompiledEntry> entries;
  std::vector<std::string> names;
  for (const Entry& entry : lexicon.entries) {
    if (entry.is_frame) frames.push_back(&entry.frame);
    auto frame = static_cast<std::uint32_t>(entry.is_frame ? frames.size() : 0);
    entries.push_back(
        {entry.rule, frame, entry.cls, entry.except, entry.guards, entry.severity, entry.confidence, entry.weak, {}});
    names.push_back(entry.name);
  }
  compiled.frames = Automata(frames);
  std::vector<ClassBits> frame_bits;
  for (std::size_t i = 0; i < frames.size(); ++i)
    frame_bits.push_back(compiled.classes.bits_of(compiled.frames.starts(i)));
  compiled.frame_bits = std::move(frame_bits);
  compiled.entries = std::move(entries);
  compiled.entry_names = FlatStrings(names);

  std::vector<std::string> texts;
  std::vector<std::uint8_t> kinds;
  for (const LexiconRule& rule : lexicon.rules) {
    for (const std::string* text :
         {&rule.id, &rule.summary, &rule.message, &rule.help, &rule.explanation, &rule.good, &rule.bad})
      texts.push_back(*text);
    kinds.push_back(static_cast<std::uint8_t>(rule.severity));
    kinds.push_back(static_cast<std::uint8_t>(rule.confidence));
    kinds.push_back(rule.is_signal ? 1 : 0);
  }
  compiled.rule_texts = FlatStrings(texts);
  compiled.rule_kinds = std::move(kinds);

  auto id = [&](std::string_view name) { return lexicon.class_named(name).value_or(kNoClass); };
  PhraseList phrases(lexicon, vocabulary);
  compiled.shapes = {
      {phrases.add_shape(id(kShapeHandle)), phrases.add_shape(id(kShapeHashtag)), phrases.add_shape(id(kShapeName)),
       phrases.add_shape(id(kShapeCapital)), phrases.add_shape(id(kShapeNumber))},
      id("name.first"),
      id("name.first.ambiguous"),
      id("name.title"),
      0};
  Dictionary::Parts parts;
  phrases.fill(parts, vocabulary, compiled.classes);
  add_known_words(lexicon, vocabulary, parts);
  compiled.prefilter = Prefilter(lexicon, vocabulary, marks, parts.known);
  compiled.dictionary = Dictionary(std::move(parts));
  compiled.disguises = disguises_of(lexicon, vocabulary);
  compiled.guards = GuardClasses(lexicon);
  return compiled;
}

template <class Archive>
void pack(Archive& archive, CompiledLexicon& value) {
  archive(value.classes, value.dictionary, value.little_frames, value.frames, value.frame_bits, value.entries,
          value.entry_names, value.rule_texts, value.rule_kinds, value.disguises, value.prefilter, value.shapes,
          value.guards);
}

std::string to_bytes(const CompiledLexicon& compiled) {
  FlatWriter writer;
  writer(const_cast<CompiledLexicon&>(compiled));  // pack() serves both directions; nothing is changed here
  return writer.take();
}

CompiledLexicon compiled_from_bytes(std::string_view bytes) {
  CompiledLexicon compiled;
  FlatReader reader(bytes);
  reader(compiled);
  return compiled;
}

}  // namespace postvet
