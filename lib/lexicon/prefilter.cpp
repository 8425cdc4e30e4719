#include "lexicon/prefilter.h"

#include <algorithm>
#include <limits>

#include "lexicon/units.h"

namespace postvet {
namespace {

constexpr double kEverywhere = std::numeric_limits<double>::infinity();
constexpr double kShapeCost = 1e6;  // more than any list of words
constexpr std::uint16_t kNoFeature = 0xFFFF;

bool has(const std::vector<std::uint64_t>& set, std::uint16_t feature) { return (set[feature / 64] >> (feature % 64) & 1) != 0; }
void add(std::vector<std::uint64_t>& set, std::uint16_t feature) { set[feature / 64] |= std::uint64_t{1} << (feature % 64); }

// In the order of Prefilter::shape_features_.
std::uint8_t shape_bit(std::string_view name) {
  if (name == kShapeHandle) return 1;
  if (name == kShapeHashtag) return 2;
  if (name == kShapeNumber) return 4;
  return 8;
}

bool is_needed(const Element& element) { return element.kind == Element::Kind::cls && !element.negative && element.least > 0; }

}  // namespace

void Prefilter::Marks::join(const Marks& part) {
  words.insert(words.end(), part.words.begin(), part.words.end());
  shapes = static_cast<std::uint8_t>(shapes | part.shapes);
  cost += part.cost;
}

Prefilter::Prefilter(const Lexicon& lexicon, const Dictionary& dictionary, const Disguises& disguises, const WordTable& slips)
    : dictionary_(dictionary), disguises_(disguises), slips_(slips) {
  std::vector<Marks> of_class = marks_of_classes(lexicon);
  for (const Marks& marks : of_class) cost_.push_back(marks.cost);
  add_entries(lexicon, of_class);
}

// Of a phrase: its rarest word, or a pair of neighbours that is rarer. Halves of contractions do not stand as words of
// their own, so a pair cannot be told by them.
Prefilter::Marks Prefilter::marks_of_phrase(std::span<const std::uint32_t> words) const {
  Marks best;
  best.cost = kEverywhere;
  auto price = [&](std::size_t i) { return static_cast<double>(dictionary_.commonness_of(words[i])); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (price(i) < best.cost) best = {{{words[i], 0}}, 0, price(i)};
  }
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (dictionary_.is_clitic(words[i]) || dictionary_.is_clitic(words[i + 1])) continue;
    double pair = std::max(1.0, price(i) * price(i + 1) / 50000.0);  // two common words side by side are rarer than either
    if (pair < best.cost) best = {{{words[i], words[i + 1]}}, 0, pair};
  }
  return best;
}

// Of a little frame: the element that is rarest.
Prefilter::Marks Prefilter::marks_of_frame(const Frame& frame, const std::vector<Marks>& of_class) const {
  Marks best;
  best.cost = kEverywhere;
  for (const Element& element : frame.elements) {
    if (is_needed(element) && of_class[element.cls].cost < best.cost) best = of_class[element.cls];
  }
  return best;
}

std::vector<Prefilter::Marks> Prefilter::marks_of_classes(const Lexicon& lexicon) {
  std::size_t count = lexicon.classes.size();
  std::vector<Marks> of_class(count);
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
      Marks& marks = of_class[cls];
      for (std::size_t i = 0; i < lexicon.classes[cls].phrases.size(); ++i) marks.join(marks_of_phrase(dictionary_.words(cls, i)));
      for (const Inclusion& inclusion : lexicon.classes[cls].includes) marks.join(of_class[inclusion.cls]);
      for (const Composite* composite : composites_of[cls]) marks.join(marks_of_frame(composite->frame, of_class));
      if (lexicon.classes[cls].name == kShapeName) {
        for (std::uint16_t part : name_parts) marks.join(of_class[part]);
      } else if (lexicon.classes[cls].name.starts_with("shape.")) {
        marks.shapes = shape_bit(lexicon.classes[cls].name);
        marks.cost += kShapeCost;
      }
      std::sort(marks.words.begin(), marks.words.end());
      marks.words.erase(std::unique(marks.words.begin(), marks.words.end()), marks.words.end());
    }
  }
  return of_class;
}

void Prefilter::add_entries(const Lexicon& lexicon, const std::vector<Marks>& of_class) {
  std::vector<std::uint16_t> feature_of(lexicon.classes.size(), kNoFeature);
  std::vector<std::uint16_t> class_of;
  auto feature = [&](std::uint16_t cls) {
    if (feature_of[cls] == kNoFeature) {
      feature_of[cls] = static_cast<std::uint16_t>(class_of.size());
      class_of.push_back(cls);
    }
    return feature_of[cls];
  };
  needs_.resize(lexicon.entries.size());
  std::vector<std::uint16_t> anchor_of(lexicon.entries.size(), kNoFeature);
  for (std::size_t i = 0; i < lexicon.entries.size(); ++i) {
    const Entry& entry = lexicon.entries[i];
    double least = kEverywhere;
    auto need = [&](std::uint16_t cls) {
      if (of_class[cls].cost == kEverywhere) return;
      needs_[i].features.push_back(feature(cls));
      if (of_class[cls].shapes != 0 || of_class[cls].cost >= least) return;
      least = of_class[cls].cost;
      anchor_of[i] = feature(cls);
    };
    if (!entry.is_frame) {
      need(entry.cls);
      continue;
    }
    for (const Element& element : entry.frame.elements) {
      if (is_needed(element)) need(element.cls);
      needs_[i].crosses = needs_[i].crosses || element.kind == Element::Kind::border;
    }
  }
  feature_words_ = class_of.size() / 64 + 1;
  anchored_.resize(class_of.size());
  for (std::size_t i = 0; i < anchor_of.size(); ++i) {
    if (anchor_of[i] != kNoFeature) anchored_[anchor_of[i]].push_back(static_cast<std::uint32_t>(i));
  }
  for (auto& features : shape_features_) features.assign(feature_words_, 0);
  std::vector<std::vector<Mark>> of_word(dictionary_.size());
  for (std::size_t f = 0; f < class_of.size(); ++f) {
    for (std::size_t shape = 0; shape < shape_features_.size(); ++shape) {
      if ((of_class[class_of[f]].shapes >> shape & 1) != 0) add(shape_features_[shape], static_cast<std::uint16_t>(f));
    }
  }
  for (std::size_t f = 0; f < class_of.size(); ++f) {
    for (auto [word, next] : of_class[class_of[f]].words) of_word[word].push_back({static_cast<std::uint16_t>(f), next});
  }
  for (std::uint32_t word = 0; word < of_word.size(); ++word) {
    mark_begins_.push_back(static_cast<std::uint32_t>(marks_.size()));
    marks_.insert(marks_.end(), of_word[word].begin(), of_word[word].end());
    bool anchor = std::any_of(of_word[word].begin(), of_word[word].end(), [&](const Mark& mark) { return !anchored_[mark.feature].empty(); });
    if (anchor) anchors_.add(dictionary_.hash(word), word);
  }
  mark_begins_.push_back(static_cast<std::uint32_t>(marks_.size()));
  for (const BareContraction& bare : bare_contractions()) {
    for (std::string_view unit : {bare.first, bare.second}) {
      if (std::uint32_t number = anchors_.find(hash_word(unit)); number != 0) anchors_.add(hash_word(bare.word), number);
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
void Prefilter::for_marks(const Prepared& prepared, std::size_t token, std::uint32_t number, Scratch& scratch, Use use) const {
  std::uint32_t following = 0;
  bool known = false;
  for (std::uint32_t i = mark_begins_[number]; i < mark_begins_[number + 1]; ++i) {
    const Mark& mark = marks_[i];
    if (mark.next != 0) {
      if (!known) following = token + 1 < prepared.tokens.size() ? first_number(prepared, token + 1, scratch) : 0;
      known = true;
      if (following != mark.next) continue;
    }
    use(mark.feature);
  }
}

void Prefilter::collect(const Prepared& prepared, Span words, Scratch& scratch, std::vector<std::uint64_t>& into) const {
  auto take = [&](std::size_t token, std::uint32_t number) {
    if (number != 0) for_marks(prepared, token, number, scratch, [&](std::uint16_t feature) { add(into, feature); });
  };
  for (std::size_t i = words.begin; i < words.end; ++i) {
    const Token& token = prepared.tokens[i];
    auto take_shape = [&](std::size_t shape) {
      for (std::size_t k = 0; k < feature_words_; ++k) into[k] |= shape_features_[shape][k];
    };
    if ((token.gap & kAt) != 0) take_shape(0);
    if ((token.gap & kHash) != 0) take_shape(1);
    if ((token.shape & kHasDigit) != 0) take_shape(2);
    if ((token.shape & kUpperFirst) != 0 && !prepared.begins_sentence(i)) take_shape(3);
    if ((token.shape & kApostrophe) != 0 || is_bare_contraction(token.hash)) {
      std::vector<std::string_view> parts;
      split_word(prepared.word(token), parts);
      for (std::string_view part : parts) take(i, dictionary_.number(part));
      continue;
    }
    std::uint32_t number = dictionary_.number(token.hash);
    if (number == 0) number = slips_.find(token.hash);
    take(i, number);
    if (Disguises::looks_odd(prepared, i)) take(i, disguises_.unmask(prepared, i).word);
  }
}

// A mark of an anchor stands at `token`: are the other classes of one of its entries there, too?
Prefilter::Worth Prefilter::worth_it(const Prepared& prepared, std::size_t token, std::uint32_t number, Scratch& scratch) const {
  Worth worth = Worth::no;
  for_marks(prepared, token, number, scratch, [&](std::uint16_t anchor) {
    if (worth == Worth::with_neighbours || anchored_[anchor].empty()) return;
    if (!scratch.sure.contains(token)) {
      scratch.clause = prepared.clause_of(token);
      bool cut = scratch.clause.end - token >= kMaxClause / 2;
      scratch.sure = {token, cut ? scratch.clause.end - Automaton::kReach : scratch.clause.end};
      scratch.here.assign(feature_words_, 0);
      scratch.has_around = false;
      collect(prepared, scratch.clause, scratch, scratch.here);
    }
    for (std::uint32_t entry : anchored_[anchor]) {
      const Need& need = needs_[entry];
      if (!need.crosses && worth != Worth::no) continue;
      if (need.crosses && !scratch.has_around) {
        scratch.has_around = true;
        scratch.around = scratch.here;
        if (scratch.clause.begin > 0) collect(prepared, prepared.clause_of(scratch.clause.begin - 1), scratch, scratch.around);
        if (scratch.clause.end < prepared.tokens.size()) collect(prepared, prepared.clause_of(scratch.clause.end), scratch, scratch.around);
      }
      const std::vector<std::uint64_t>& set = need.crosses ? scratch.around : scratch.here;
      if (!std::all_of(need.features.begin(), need.features.end(), [&](std::uint16_t feature) { return has(set, feature); })) continue;
      worth = need.crosses ? Worth::with_neighbours : Worth::alone;
      if (need.crosses) return;
    }
  });
  return worth;
}

void Prefilter::find(const Prepared& prepared, Scratch& scratch, std::vector<Clause>& clauses) const {
  scratch.sure = {};
  for (std::size_t i = 0; i < prepared.tokens.size(); ++i) {
    const Token& token = prepared.tokens[i];
    std::uint32_t number = anchors_.find(token.hash);
    bool odd = (token.shape & kApostrophe) != 0 || Disguises::looks_odd(prepared, i);
    if (number == 0 && !odd) continue;
    Worth worth = Worth::no;
    auto ask = [&](std::uint32_t word) {
      if (word != 0) worth = std::max(worth, worth_it(prepared, i, word, scratch));
    };
    ask(number);
    if ((token.shape & kApostrophe) != 0) {
      std::vector<std::string_view> parts;
      split_word(prepared.word(token), parts);
      for (std::string_view part : parts) ask(dictionary_.number(part));
    }
    if (odd && worth == Worth::no) ask(disguises_.unmask(prepared, i).word);
    if (worth == Worth::no) continue;
    Span words = prepared.clause_of(i);
    if (worth == Worth::with_neighbours) {
      if (words.begin > 0) words.begin = prepared.clause_of(words.begin - 1).begin;
      if (words.end < prepared.tokens.size()) words.end = prepared.clause_of(words.end).end;
    }
    if (!clauses.empty() && clauses.back().words.covers(words)) continue;
    clauses.push_back({words, i});
  }
}

}  // namespace postvet
