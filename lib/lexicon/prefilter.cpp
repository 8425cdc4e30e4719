#include "lexicon/prefilter.h"

#include <algorithm>
#include <limits>
#include <map>

#include "lexicon/units.h"

namespace postvet {
namespace {

constexpr double kEverywhere = std::numeric_limits<double>::infinity();
constexpr double kShapeCost = 1e6;  // more than any list of words
constexpr std::uint16_t kNoFeature = 0xFFFF;

bool has(const std::vector<std::uint64_t>& set, std::uint16_t feature) {
  return (set[feature / 64] >> (feature % 64) & 1) != 0;
}
void add(std::vector<std::uint64_t>& set, std::uint16_t feature) {
  set[feature / 64] |= std::uint64_t{1} << (feature % 64);
}

// In the order of Prefilter::shape_features_.
std::uint8_t shape_bit(std::string_view name) {
  if (name == kShapeHandle) return 1;
  if (name == kShapeHashtag) return 2;
  if (name == kShapeNumber) return 4;
  return 8;
}

std::uint64_t hash_pair(std::uint32_t first, std::uint32_t second) {
  return ((std::uint64_t{first} << 32) | second) * 0x9E3779B97F4A7C15ULL;
}

bool is_needed(const Element& element) {
  return element.kind == Element::Kind::cls && !element.negative && element.least > 0;
}

}  // namespace

void Prefilter::ClassMarks::join(const ClassMarks& part) {
  words.insert(words.end(), part.words.begin(), part.words.end());
  shapes = static_cast<std::uint8_t>(shapes | part.shapes);
  cost += part.cost;
}

Prefilter::Prefilter(const Lexicon& lexicon, const Dictionary& dictionary, const Disguises& disguises,
                     const WordTable& slips)
    : dictionary_(dictionary), disguises_(disguises), slips_(slips) {
  std::vector<ClassMarks> of_class = marks_of_classes(lexicon);
  for (const ClassMarks& marks : of_class) cost_.push_back(marks.cost);
  add_entries(lexicon, of_class);
}

// Of a phrase: its rarest word, or a pair of neighbours that is rarer. Halves of contractions do not stand as words of
// their own, so a pair cannot be told by them.
Prefilter::ClassMarks Prefilter::marks_of_phrase(std::span<const std::uint32_t> words) const {
  ClassMarks best;
  best.cost = kEverywhere;
  auto price = [&](std::size_t i) { return static_cast<double>(dictionary_.commonness_of(words[i])); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (price(i) < best.cost) best = {{{words[i], 0}}, 0, price(i)};
  }
  constexpr double kCommon = 48;  // a rarer word does well enough by itself
  for (std::size_t i = 0; i + 1 < words.size() && best.cost >= kCommon; ++i) {
    if (dictionary_.is_clitic(words[i]) || dictionary_.is_clitic(words[i + 1])) continue;
    double pair =
        std::max(1.0, price(i) * price(i + 1) / 100000.0);  // two common words side by side are rarer than either
    if (pair < best.cost) best = {{{words[i], words[i + 1]}}, 0, pair};
  }
  return best;
}

// Of a little frame: the element that is rarest.
Prefilter::ClassMarks Prefilter::marks_of_frame(const Frame& frame, const std::vector<ClassMarks>& of_class) const {
  ClassMarks best;
  best.cost = kEverywhere;
  for (const Element& element : frame.elements) {
    if (is_needed(element) && of_class[element.cls].cost < best.cost) best = of_class[element.cls];
  }
  return best;
}

std::vector<Prefilter::ClassMarks> Prefilter::marks_of_classes(const Lexicon& lexicon) {
  std::size_t count = lexicon.classes.size();
  std::vector<ClassMarks> of_class(count);
  std::vector<std::vector<const Composite*>> composites_of(count);
  for (const Composite& composite : lexicon.composites) composites_of[composite.cls].push_back(&composite);
  std::vector<std::uint16_t> name_parts;  // a name needs a title or a first name
  std::uint16_t shape_name = lexicon.class_named(kShapeName).value_or(kNoClass);
  for (std::string_view part : {"name.title", "name.first", "name.first.ambiguous"}) {
    if (auto cls = lexicon.class_named(part)) name_parts.push_back(*cls);
  }
  enum : char { kNew, kOpen, kDone };
  std::vector<char> state(count, kNew);
  std::vector<std::uint16_t> stack;
  auto open_parts = [&](std::uint16_t cls) {
    auto push = [&](std::uint16_t part) {
      if (state[part] == kNew) stack.push_back(part);
    };
    for (const Inclusion& inclusion : lexicon.classes[cls].includes) push(inclusion.cls);
    if (cls == shape_name) std::for_each(name_parts.begin(), name_parts.end(), push);
    for (const Composite* composite : composites_of[cls]) {
      for (const Element& element : composite->frame.elements) {
        if (element.kind == Element::Kind::cls) push(element.cls);
      }
    }
  };
  for (std::size_t root = 0; root < count; ++root) {
    stack.push_back(static_cast<std::uint16_t>(root));
    while (!stack.empty()) {
      std::uint16_t cls = stack.back();
      if (state[cls] == kNew) {
        state[cls] = kOpen;
        open_parts(cls);
        continue;
      }
      stack.pop_back();
      if (state[cls] == kDone) continue;
      state[cls] = kDone;
      ClassMarks& marks = of_class[cls];
      for (std::size_t i = 0; i < lexicon.classes[cls].phrases.size(); ++i)
        marks.join(marks_of_phrase(dictionary_.words(cls, i)));
      for (const Inclusion& inclusion : lexicon.classes[cls].includes) marks.join(of_class[inclusion.cls]);
      for (const Composite* composite : composites_of[cls]) marks.join(marks_of_frame(composite->frame, of_class));
      if (lexicon.classes[cls].name == kShapeName) {
        for (std::uint16_t part : name_parts) marks.join(of_class[part]);
      } else if (lexicon.classes[cls].name.starts_with("shape.")) {
        marks.shapes = shape_bit(lexicon.classes[cls].name);
        marks.cost += kShapeCost;
      }
    }
  }
  return of_class;
}

namespace {

// The borders that a frame crosses, those inside its classes' little frames included.
std::size_t borders_in(const Frame& frame, const std::vector<std::size_t>& in_class) {
  std::size_t own = 0;
  std::size_t inside = 0;
  for (const Element& element : frame.elements) {
    own += element.kind == Element::Kind::border ? 1 : 0;
    if (element.kind == Element::Kind::cls) inside = std::max(inside, in_class[element.cls]);
  }
  return own + inside;
}

// Little frames stand in the order in which they may be evaluated, so one pass over them is enough.
std::vector<std::size_t> borders_in_classes(const Lexicon& lexicon) {
  std::vector<std::size_t> in_class(lexicon.classes.size(), 0);
  for (const Composite& composite : lexicon.composites) {
    std::size_t borders = borders_in(composite.frame, in_class);
    if (borders <= in_class[composite.cls]) continue;
    in_class[composite.cls] = borders;
    for (bool changed = true; changed;) {  // up through the classes that include it
      changed = false;
      for (std::size_t cls = 0; cls < lexicon.classes.size(); ++cls) {
        for (const Inclusion& inclusion : lexicon.classes[cls].includes) {
          if (in_class[inclusion.cls] <= in_class[cls]) continue;
          in_class[cls] = in_class[inclusion.cls];
          changed = true;
        }
      }
    }
  }
  return in_class;
}

// The ways in which a class can be there: by words of its own, or by one of its little frames; through inclusions, too.
class WayFinder {
 public:
  using Needs = std::vector<std::pair<std::uint16_t, bool>>;  // class, and whether only its own words count
  struct Found {
    Needs needs;
    std::size_t borders = 0;  // that the little frame crosses
  };

  explicit WayFinder(const Lexicon& lexicon) : lexicon_(lexicon), composites_of_(lexicon.classes.size()) {
    for (const Composite& composite : lexicon.composites) composites_of_[composite.cls].push_back(&composite);
  }

  // `in_class`: borders inside the little frames of each class.
  std::vector<Found> of_class(std::uint16_t cls, const std::vector<std::size_t>& in_class) const {
    std::vector<Found> ways;
    std::vector<std::uint16_t> open{cls};
    std::vector<std::uint16_t> seen;
    while (!open.empty()) {
      std::uint16_t next = open.back();
      open.pop_back();
      if (std::find(seen.begin(), seen.end(), next) != seen.end()) continue;
      seen.push_back(next);
      if (!lexicon_.classes[next].phrases.empty() || lexicon_.classes[next].name.starts_with("shape."))
        ways.push_back({{{next, true}}, 0});
      for (const Inclusion& inclusion : lexicon_.classes[next].includes) open.push_back(inclusion.cls);
      for (const Composite* composite : composites_of_[next]) {
        Needs needs;
        for (const Element& element : composite->frame.elements) {
          if (is_needed(element)) needs.emplace_back(element.cls, false);
        }
        ways.push_back({std::move(needs), borders_in(composite->frame, in_class)});
      }
    }
    return ways;
  }

 private:
  const Lexicon& lexicon_;
  std::vector<std::vector<const Composite*>> composites_of_;
};

}  // namespace

void Prefilter::add_entries(const Lexicon& lexicon, const std::vector<ClassMarks>& of_class) {
  std::vector<ClassMarks> own_words(lexicon.classes.size());  // of classes whose own words are a feature
  std::map<std::pair<std::uint16_t, bool>, std::uint16_t> feature_of;
  std::vector<const ClassMarks*> of_feature;
  auto marks_of = [&](std::pair<std::uint16_t, bool> need) -> const ClassMarks& {
    auto [cls, own] = need;
    if (!own) return of_class[cls];
    ClassMarks& marks = own_words[cls];
    if (marks.words.empty() && marks.shapes == 0) {
      for (std::size_t i = 0; i < lexicon.classes[cls].phrases.size(); ++i)
        marks.join(marks_of_phrase(dictionary_.words(cls, i)));
      if (lexicon.classes[cls].name.starts_with("shape.")) marks = of_class[cls];
    }
    return marks;
  };
  auto feature = [&](std::pair<std::uint16_t, bool> need) {
    auto [known, is_new] = feature_of.try_emplace(need, static_cast<std::uint16_t>(of_feature.size()));
    if (is_new) of_feature.push_back(&marks_of(need));
    return known->second;
  };
  std::vector<std::uint16_t> anchor_of;  // by way
  auto add_way = [&](std::uint32_t entry, bool crosses, const WayFinder::Needs& needs) {
    Way way{entry, {}, crosses};
    std::uint16_t anchor = kNoFeature;
    double least = kEverywhere;
    for (const auto& need : needs) {
      const ClassMarks& marks = marks_of(need);
      if (marks.cost == kEverywhere) continue;
      way.features.push_back(feature(need));
      if (marks.shapes != 0 || marks.cost >= least) continue;
      least = marks.cost;
      anchor = way.features.back();
    }
    ways_.push_back(std::move(way));
    anchor_of.push_back(anchor);
  };

  WayFinder finder(lexicon);
  std::vector<std::size_t> in_class = borders_in_classes(lexicon);
  entries_ = lexicon.entries.size();
  for (std::uint32_t i = 0; i < entries_; ++i) {
    const Entry& entry = lexicon.entries[i];
    if (!entry.is_frame) {
      add_way(i, false, {{entry.cls, false}});
      continue;
    }
    WayFinder::Needs others;
    std::uint16_t rarest = kNoClass;
    for (const Element& element : entry.frame.elements) {
      if (!is_needed(element)) continue;
      if (rarest == kNoClass || of_class[element.cls].cost < of_class[rarest].cost) {
        if (rarest != kNoClass) others.emplace_back(rarest, false);
        rarest = element.cls;
      } else {
        others.emplace_back(element.cls, false);
      }
    }
    std::size_t borders = 0;  // of the frame and of its other classes
    std::size_t inside = 0;
    bool expanded = false;  // the element whose ways are told apart; where its class stands again, it counts
    for (const Element& element : entry.frame.elements) {
      borders += element.kind == Element::Kind::border ? 1 : 0;
      if (element.kind != Element::Kind::cls) continue;
      if (element.cls == rarest && is_needed(element) && !expanded) {
        expanded = true;
      } else {
        inside = std::max(inside, in_class[element.cls]);
      }
    }
    borders += inside;
    for (WayFinder::Found& way : finder.of_class(rarest, in_class)) {
      way.needs.insert(way.needs.end(), others.begin(), others.end());
      borders_ = std::max(borders_, borders + way.borders);
      add_way(i, borders + way.borders > 0, way.needs);
    }
  }
  feature_words_ = of_feature.size() / 64 + 1;
  anchored_.resize(of_feature.size());
  for (std::uint32_t i = 0; i < anchor_of.size(); ++i) {
    if (anchor_of[i] != kNoFeature) anchored_[anchor_of[i]].push_back(i);
  }
  index_marks(of_feature);
}

void Prefilter::index_marks(const std::vector<const ClassMarks*>& of_feature) {
  for (auto& features : shape_features_) features.assign(feature_words_, 0);
  for (std::size_t f = 0; f < of_feature.size(); ++f) {
    for (std::size_t shape = 0; shape < shape_features_.size(); ++shape) {
      if ((of_feature[f]->shapes >> shape & 1) != 0) add(shape_features_[shape], static_cast<std::uint16_t>(f));
    }
  }
  // Marks by word, and by pair of neighbours; a word that begins a pair says so.
  std::vector<std::vector<std::uint16_t>> of_word(dictionary_.size());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint16_t>> of_pair;
  for (std::size_t f = 0; f < of_feature.size(); ++f) {
    for (auto [word, next] : of_feature[f]->words) {
      std::vector<std::uint16_t>& features = next == 0 ? of_word[word] : of_pair[{word, next}];
      // The same word may mark a class more than once; features come in order, so a repetition is the last one.
      if (features.empty() || features.back() != f) features.push_back(static_cast<std::uint16_t>(f));
    }
  }
  auto is_anchor = [&](std::uint16_t f) { return !anchored_[f].empty(); };
  auto store = [&](const std::vector<std::uint16_t>& features) {
    Marks stored{static_cast<std::uint32_t>(features_.size()), 0, static_cast<std::uint32_t>(features.size())};
    std::copy_if(features.begin(), features.end(), std::back_inserter(features_), is_anchor);
    stored.anchors = static_cast<std::uint32_t>(features_.size()) - stored.begin;
    std::copy_if(features.begin(), features.end(), std::back_inserter(features_),
                 [&](std::uint16_t f) { return !is_anchor(f); });
    return stored;
  };
  begins_pair_.assign(dictionary_.size(), 0);
  std::vector<char> anchors(dictionary_.size(), 0);
  for (std::uint32_t word = 0; word < of_word.size(); ++word) {
    word_marks_.push_back(store(of_word[word]));
    anchors[word] = word_marks_.back().anchors > 0 ? 1 : 0;
  }
  for (const auto& [pair, features] : of_pair) {
    pair_marks_.push_back(store(features));
    pairs_.add(hash_pair(pair.first, pair.second), static_cast<std::uint32_t>(pair_marks_.size()));
    begins_pair_[pair.first] = 1;
    if (pair_marks_.back().anchors > 0) anchors[pair.first] = 1;
  }
  for (std::uint32_t word = 1; word < anchors.size(); ++word) {
    if (anchors[word] != 0) anchors_.add(dictionary_.hash(word), word);
  }
  for (const BareContraction& bare : bare_contractions()) {
    for (std::string_view unit : {bare.first, bare.second}) {
      if (std::uint32_t number = anchors_.find(hash_word(unit)); number != 0)
        anchors_.add(hash_word(bare.word), number);
    }
  }
  for (const auto& [form, number] : disguises_.slips()) {
    if (anchors_.find(dictionary_.hash(number)) != 0) anchors_.add(hash_word(form), number);
  }
}

// The dictionary number of the first unit of a token: of "they're" that of "they".
std::uint32_t Prefilter::first_number(const Prepared& prepared, std::size_t token, Scratch& scratch) const {
  const Token& word = prepared.tokens[token];
  if ((word.shape & kApostrophe) == 0 && !is_bare_contraction(word.hash)) return dictionary_.number(word.hash);
  scratch.parts.clear();
  split_word(prepared.word(word), scratch.parts);
  return dictionary_.number(scratch.parts.front());
}

template <class Use>
void Prefilter::for_marks(const Prepared& prepared, Meant meant, bool anchors_only, Scratch& scratch, Use use) const {
  auto [number, next] = meant;
  auto use_all = [&](const Marks& marks) {
    std::uint32_t end = marks.begin + (anchors_only ? marks.anchors : marks.count);
    for (std::uint32_t i = marks.begin; i < end; ++i) use(features_[i]);
  };
  use_all(word_marks_[number]);
  if (begins_pair_[number] == 0 || next >= prepared.tokens.size()) return;
  auto use_pair = [&](std::uint32_t following) {
    if (following == 0) return;
    if (std::uint32_t pair = pairs_.find(hash_pair(number, following)); pair != 0) use_all(pair_marks_[pair - 1]);
  };
  use_pair(first_number(prepared, next, scratch));
  if (Disguises::looks_odd(prepared, next)) use_pair(disguises_.unmask(prepared, next).word);
}

// The dictionary numbers of all that a token may be: itself, the halves of a contraction, what it was meant to be.
void Prefilter::numbers_of(const Prepared& prepared, std::size_t token, bool odd, Scratch& scratch) const {
  const Token& word = prepared.tokens[token];
  scratch.numbers.clear();
  auto take = [&](std::uint32_t number, std::size_t tokens = 1) {
    if (number != 0) scratch.numbers.push_back({number, static_cast<std::uint32_t>(token + tokens)});
  };
  if ((word.shape & kApostrophe) != 0 || is_bare_contraction(word.hash)) {
    scratch.parts.clear();
    split_word(prepared.word(word), scratch.parts);
    for (std::string_view part : scratch.parts) take(dictionary_.number(part));
  } else {
    std::uint32_t number = dictionary_.number(word.hash);
    take(number != 0 ? number : slips_.find(word.hash));
  }
  if (!odd) return;
  Unmasked unmasked = disguises_.unmask(prepared, token);
  take(unmasked.word, unmasked.tokens);
}

void Prefilter::collect(const Prepared& prepared, Span words, Scratch& scratch,
                        std::vector<std::uint64_t>& into) const {
  auto take_shape = [&](std::size_t shape) {
    for (std::size_t k = 0; k < feature_words_; ++k) into[k] |= shape_features_[shape][k];
  };
  for (std::size_t i = words.begin; i < words.end; ++i) {
    const Token& token = prepared.tokens[i];
    if ((token.gap & kAt) != 0) take_shape(0);
    if ((token.gap & kHash) != 0) take_shape(1);
    if ((token.shape & kHasDigit) != 0) take_shape(2);
    if ((token.shape & kUpperFirst) != 0 && !prepared.begins_sentence(i)) take_shape(3);
    numbers_of(prepared, i, Disguises::looks_odd(prepared, i), scratch);
    for (std::size_t k = 0; k < scratch.numbers.size(); ++k) {
      for_marks(prepared, scratch.numbers[k], false, scratch, [&](std::uint16_t feature) { add(into, feature); });
    }
  }
}

void Prefilter::open_clause(const Prepared& prepared, std::size_t token, Scratch& scratch, Found& found) const {
  scratch.clause = prepared.clause_of(token);
  bool cut = scratch.clause.end - token >= kMaxClause / 2;
  scratch.sure = {token, cut ? scratch.clause.end - Automaton::kReach : scratch.clause.end};
  scratch.here.assign(feature_words_, 0);
  scratch.has_around = false;
  collect(prepared, scratch.clause, scratch, scratch.here);
  ++scratch.turn;
  found.clauses.push_back({scratch.clause, found.entries.size(), found.entries.size()});
}

// A mark of anchors stands at `token`: takes the entries whose other classes are there, too.
void Prefilter::take_entries(const Prepared& prepared, std::size_t token, Meant meant, Scratch& scratch,
                             Found& found) const {
  for_marks(prepared, meant, true, scratch, [&](std::uint16_t anchor) {
    if (!scratch.sure.contains(token)) open_clause(prepared, token, scratch, found);
    for (std::uint32_t index : anchored_[anchor]) {
      const Way& way = ways_[index];
      if (scratch.taken[way.entry] == scratch.turn) continue;
      Span& words = found.clauses.back().words;
      if (way.crosses && !scratch.has_around) {
        scratch.has_around = true;
        Span& neighbours = scratch.neighbours;
        neighbours = scratch.clause;
        for (std::size_t k = 0; k < borders_; ++k) {
          if (neighbours.begin > 0) neighbours.begin = prepared.clause_of(neighbours.begin - 1).begin;
          if (neighbours.end < prepared.tokens.size()) neighbours.end = prepared.clause_of(neighbours.end).end;
        }
        scratch.around = scratch.here;
        collect(prepared, {neighbours.begin, scratch.clause.begin}, scratch, scratch.around);
        collect(prepared, {scratch.clause.end, neighbours.end}, scratch, scratch.around);
      }
      const std::vector<std::uint64_t>& set = way.crosses ? scratch.around : scratch.here;
      if (!std::all_of(way.features.begin(), way.features.end(),
                       [&](std::uint16_t feature) { return has(set, feature); }))
        continue;
      scratch.taken[way.entry] = scratch.turn;
      found.entries.push_back(way.entry);
      if (way.crosses) words = hull(words, scratch.neighbours);
    }
  });
}

void Prefilter::find(const Prepared& prepared, Scratch& scratch, Found& found) const {
  found.clauses.clear();
  found.entries.clear();
  scratch.sure = {};
  scratch.taken.resize(entries_, 0);
  for (std::size_t i = 0; i < prepared.tokens.size(); ++i) {
    const Token& token = prepared.tokens[i];
    bool odd = Disguises::looks_odd(prepared, i);
    if (anchors_.find(token.hash) == 0 && !odd && (token.shape & kApostrophe) == 0) continue;
    numbers_of(prepared, i, odd, scratch);
    std::array<Meant, 4> numbers{};  // collect() uses the scratch again
    std::size_t count = std::min(scratch.numbers.size(), numbers.size());
    std::copy_n(scratch.numbers.begin(), count, numbers.begin());
    for (std::size_t k = 0; k < count; ++k) take_entries(prepared, i, numbers[k], scratch, found);
    if (!found.clauses.empty()) found.clauses.back().last = found.entries.size();
  }
  std::erase_if(found.clauses, [](const Clause& clause) { return clause.first == clause.last; });
}

}  // namespace postvet
