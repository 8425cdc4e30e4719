#include "lexicon/marks.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>

#include "lexicon/automaton.h"
#include "lexicon/shapes.h"

namespace postvet {
namespace {

constexpr double kEverywhere = std::numeric_limits<double>::infinity();

// Of a shape, in the unit of commonness(): in chat and posts, roughly.
double shape_commonness(std::uint8_t shape) {
  return shape == kCapitalMark ? 500000 : shape == kNumberMark ? 150000 : 50000;
}

std::uint8_t shape_mark(std::string_view name) {
  if (name == kShapeHandle) return kHandleMark;
  if (name == kShapeHashtag) return kHashtagMark;
  if (name == kShapeNumber) return kNumberMark;
  return kCapitalMark;
}

bool is_needed(const Element& element) {
  return element.kind == Element::Kind::cls && !element.negative && element.least > 0;
}

// By class: the little frames that fill it.
std::vector<std::vector<const Composite*>> by_class(const Lexicon& lexicon) {
  std::vector<std::vector<const Composite*>> composites(lexicon.classes.size());
  for (const Composite& composite : lexicon.composites) composites[composite.cls].push_back(&composite);
  return composites;
}

}  // namespace

void ClassMarks::join(const ClassMarks& part) {
  words.insert(words.end(), part.words.begin(), part.words.end());
  shapes = static_cast<std::uint8_t>(shapes | part.shapes);
  commonness += part.commonness;
}

// Its rarest word, or a pair of neighbours that is rarer. Halves of contractions do not stand as words of their own, so
// a pair cannot be told by them.
ClassMarks Marks::of_phrase(std::span<const std::uint32_t> words) const {
  ClassMarks best;
  best.commonness = kEverywhere;
  auto price = [&](std::size_t i) { return static_cast<double>(vocabulary_.commonness(words[i])); };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (price(i) < best.commonness) best = {{{words[i], 0}}, 0, price(i)};
  }
  constexpr double kCommon = 2000;  // a rarer word does well enough by itself
  for (std::size_t i = 0; i + 1 < words.size() && best.commonness >= kCommon; ++i) {
    if (vocabulary_.is_clitic(words[i]) || vocabulary_.is_clitic(words[i + 1])) continue;
    // Two common words side by side are rarer than either.
    double pair = std::max(1.0, price(i) * price(i + 1) / 10e6);
    if (pair < best.commonness) best = {{{words[i], words[i + 1]}}, 0, pair};
  }
  return best;
}

ClassMarks Marks::of_phrases(std::uint16_t cls) const {
  ClassMarks marks;
  for (std::size_t i = 0; i < lexicon_.classes[cls].phrases.size(); ++i)
    marks.join(of_phrase(vocabulary_.words(cls, i)));
  return marks;
}

// Of a little frame: those of the element that is rarest. Every frame needs one, see parse_frame().
const ClassMarks& Marks::of_frame(const Frame& frame) const {
  const ClassMarks* best = nullptr;
  for (const Element& element : frame.elements) {
    if (!is_needed(element)) continue;
    const ClassMarks& marks = of_class_[element.cls];
    if (best == nullptr || marks.commonness < best->commonness) best = &marks;
  }
  return *best;
}

Marks::Marks(const Lexicon& lexicon, const Vocabulary& vocabulary) : lexicon_(lexicon), vocabulary_(vocabulary) {
  std::size_t count = lexicon.classes.size();
  of_class_.resize(count);
  std::vector<std::vector<const Composite*>> composites = by_class(lexicon);
  std::vector<std::uint16_t> name_parts;  // a name needs a title or a first name
  for (std::string_view part : {"name.title", "name.first", "name.first.ambiguous"}) {
    if (auto cls = lexicon.class_named(part)) name_parts.push_back(*cls);
  }
  auto is_name = [&](std::uint16_t cls) { return lexicon.classes[cls].name == kShapeName; };
  enum : char { kNew, kOpen, kDone };
  std::vector<char> state(count, kNew);
  std::vector<std::uint16_t> stack;  // classes wait for what they are made of
  auto open_parts = [&](std::uint16_t cls) {
    auto push = [&](std::uint16_t part) {
      if (state[part] == kNew) stack.push_back(part);
    };
    for (const Inclusion& inclusion : lexicon.classes[cls].includes) push(inclusion.cls);
    if (is_name(cls)) std::for_each(name_parts.begin(), name_parts.end(), push);
    for (const Composite* composite : composites[cls]) {
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
      ClassMarks marks = of_phrases(cls);
      for (const Inclusion& inclusion : lexicon.classes[cls].includes) marks.join(of_class_[inclusion.cls]);
      for (const Composite* composite : composites[cls]) marks.join(of_frame(composite->frame));
      if (is_name(cls)) {
        for (std::uint16_t part : name_parts) marks.join(of_class_[part]);
      } else if (lexicon.classes[cls].name.starts_with("shape.")) {
        std::uint8_t shape = shape_mark(lexicon.classes[cls].name);
        marks.shapes = static_cast<std::uint8_t>(marks.shapes | shape);
        marks.commonness += shape_commonness(shape);
      }
      of_class_[cls] = std::move(marks);
    }
  }
}

ClassMarks Marks::of(Need need) const {
  if (!need.own_words || lexicon_.classes[need.cls].name.starts_with("shape.")) return of_class_[need.cls];
  return of_phrases(need.cls);
}

namespace {

// What is known of a class without its marks. Of little frames that cross borders, how many.
struct Extent {
  Length length;
  std::size_t borders = 0;

  void join(const Extent& other) {
    length = {std::min(length.least, other.length.least), std::max(length.most, other.length.most)};
    borders = std::max(borders, other.borders);
  }
};

constexpr Extent kNothing{{Automaton::kReach, 0}, 0};

Length times(Length length, const Element& element) {
  return {length.least * element.least, std::min(length.most * element.most, Automaton::kReach)};
}

// Of all classes: by their own phrases and shapes, and by what they are made of.
class Extents {
 public:
  explicit Extents(const Lexicon& lexicon) : lexicon_(lexicon) {
    for (const WordClass& cls : lexicon.classes) {
      Extent own = kNothing;
      for (const Phrase& phrase : cls.phrases) own.join({{phrase.words.size(), phrase.words.size()}, 0});
      if (cls.name == kShapeName) own.join({{1, kLongestName}, 0});
      if (cls.name == kShapeHandle || cls.name == kShapeHashtag) own.join({{1, kLongestHandle}, 0});
      if (cls.name == kShapeNumber || cls.name == kShapeCapital) own.join({{1, 1}, 0});
      own_.push_back(own);
    }
    all_ = own_;
    // Little frames stand in the order in which they may be evaluated; inclusions go up as far as they change
    // something.
    include();
    for (const Composite& composite : lexicon.composites) {
      Extent before = all_[composite.cls];
      all_[composite.cls].join(of_frame(composite.frame));
      if (changed(before, all_[composite.cls])) include();
    }
  }

  const Extent& of(Need need) const { return need.own_words ? own_[need.cls] : all_[need.cls]; }

  Extent of_frame(const Frame& frame) const {
    Extent sum;
    std::size_t inside = 0;
    for (const Element& element : frame.elements) {
      Extent one = of_element(element);
      sum.length.least += one.length.least;
      sum.length.most = std::min(sum.length.most + one.length.most, Automaton::kReach);
      if (element.kind == Element::Kind::border) ++sum.borders;
      inside = std::max(inside, one.borders);
    }
    sum.borders += inside;
    return sum;
  }

  Extent of_element(const Element& element) const {
    if (element.kind == Element::Kind::any) return {times({1, 1}, element), 0};
    if (element.kind != Element::Kind::cls || element.negative) return {};
    const Extent& one = all_[element.cls];
    return {times(one.length, element), one.borders};
  }

 private:
  static bool changed(const Extent& a, const Extent& b) {
    return a.length.least != b.length.least || a.length.most != b.length.most || a.borders != b.borders;
  }

  void include() {
    for (bool more = true; more;) {
      more = false;
      for (std::size_t cls = 0; cls < all_.size(); ++cls) {
        Extent before = all_[cls];
        for (const Inclusion& inclusion : lexicon_.classes[cls].includes) all_[cls].join(all_[inclusion.cls]);
        more = more || changed(before, all_[cls]);
      }
    }
  }

  const Lexicon& lexicon_;
  std::vector<Extent> own_;
  std::vector<Extent> all_;
};

// Writes the ways of one frame after the other.
class WayFinder {
 public:
  WayFinder(const Lexicon& lexicon, const Marks& marks)
      : lexicon_(lexicon), marks_(marks), extents_(lexicon), composites_(by_class(lexicon)) {}

  void add_frame(std::uint32_t entry, const Frame& frame, std::vector<Way>& ways) const {
    const Element* rarest = nullptr;
    for (const Element& element : frame.elements) {
      if (!is_needed(element)) continue;
      if (rarest == nullptr || commonness(element) < commonness(*rarest)) rarest = &element;
    }
    for (Variant& variant : variants_of(rarest->cls)) {
      Way way;
      way.entry = entry;
      std::size_t borders = 0;
      std::size_t inside = variant.borders;
      for (const Element& element : frame.elements) {
        if (element.kind == Element::Kind::border) ++borders;
        if (&element != rarest) {
          inside = std::max(inside, extents_.of_element(element).borders);
          add_part(element, way);
          continue;
        }
        // Where it may stand more than once, any of them may be the one that is looked at.
        Element others = element;
        others.least = 0;
        --others.most;
        if (others.most > 0) add_part(others, way);
        way.parts.insert(way.parts.end(), variant.parts.begin(), variant.parts.end());
        if (others.most > 0) add_part(others, way);
      }
      way.borders = static_cast<std::uint16_t>(std::min(borders + inside, Automaton::kReach));
      ways.push_back(std::move(way));
    }
  }

  void add_term(std::uint32_t entry, std::uint16_t cls, std::vector<Way>& ways) const {
    Need need{cls, false};
    ways.push_back({entry, 0, {{need, true, extents_.of(need).length}}});
  }

 private:
  // By what a class can be there: words of its own, or one of its little frames; through inclusions, too.
  struct Variant {
    std::vector<Way::Part> parts;
    std::size_t borders = 0;
  };

  double commonness(const Element& element) const { return marks_.of_class(element.cls).commonness; }

  void add_part(const Element& element, Way& way) const {
    Length length = extents_.of_element(element).length;
    if (length.most > 0) way.parts.push_back({{element.cls, false}, is_needed(element), length});
  }

  std::vector<Variant> variants_of(std::uint16_t cls) const {
    std::vector<Variant> variants;
    std::vector<std::uint16_t> open{cls};
    std::vector<std::uint16_t> seen;
    while (!open.empty()) {
      std::uint16_t next = open.back();
      open.pop_back();
      if (std::find(seen.begin(), seen.end(), next) != seen.end()) continue;
      seen.push_back(next);
      const WordClass& from = lexicon_.classes[next];
      if (!from.phrases.empty() || from.name.starts_with("shape.")) {
        Need need{next, true};
        variants.push_back({{{need, true, extents_.of(need).length}}, 0});
      }
      for (const Inclusion& inclusion : from.includes) open.push_back(inclusion.cls);
      for (const Composite* composite : composites_[next]) {
        Way way;
        for (const Element& element : composite->frame.elements) add_part(element, way);
        variants.push_back({std::move(way.parts), extents_.of_frame(composite->frame).borders});
      }
    }
    return variants;
  }

  const Lexicon& lexicon_;
  const Marks& marks_;
  Extents extents_;
  std::vector<std::vector<const Composite*>> composites_;
};

}  // namespace

std::vector<Way> ways_of(const Lexicon& lexicon, const Marks& marks) {
  std::vector<Way> ways;
  WayFinder finder(lexicon, marks);
  for (std::uint32_t i = 0; i < lexicon.entries.size(); ++i) {
    const Entry& entry = lexicon.entries[i];
    if (entry.is_frame) {
      finder.add_frame(i, entry.frame, ways);
    } else {
      finder.add_term(i, entry.cls, ways);
    }
  }
  return ways;
}

}  // namespace postvet
