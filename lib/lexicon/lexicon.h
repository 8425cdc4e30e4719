// Lexicons as data: word classes, terms, frames and guards, as read from YAML and expanded, before they are compiled.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/names.h"

namespace postvet {

// The inflected form of a word, a bit each. A word that does not inflect has kForms.
enum WordForm : std::uint16_t {
  kBase = 1,
  kPlural = 2,
  kPossessive = 4,
  kThirdPerson = 8,
  kPast = 16,
  kGerund = 32,
  kComparative = 64,
  kForms = 127,
};

// See docs/lexicons.md for what each does.
enum class Guard : std::uint8_t {
  negated,
  quoted_and_rejected,
  reported,
  reclaimed,
  self,
  individual,
  non_protected_target,
  name,
  teaching,
  fiction_or_history,
  counted,
  question,
  hypothetical
};
template <>
struct Names<Guard> {
  static constexpr std::array<std::string_view, 13> kAll{"negated",
                                                         "quoted-and-rejected",
                                                         "reported",
                                                         "reclaimed",
                                                         "self",
                                                         "individual",
                                                         "non-protected-target",
                                                         "name",
                                                         "teaching",
                                                         "fiction-or-history",
                                                         "counted",
                                                         "question",
                                                         "hypothetical"};
};
using Guards = std::uint16_t;  // a bit a guard
constexpr Guards guard_bit(Guard guard) { return static_cast<Guards>(1U << static_cast<unsigned>(guard)); }

enum class Tier : std::uint8_t { none, mild, moderate, strong, strongest };
template <>
struct Names<Tier> {
  static constexpr std::array<std::string_view, 5> kAll{"none", "mild", "moderate", "strong", "strongest"};
};

// A word or phrase in one of its forms: folded words, contractions apart.
struct Phrase {
  std::vector<std::string> words;
  std::uint16_t forms = kForms;
};

// Everything of another class, in the forms that are meant, is in the class, too.
struct Inclusion {
  std::uint16_t cls = 0;
  std::uint16_t forms = kForms;
};

struct WordClass {
  std::string
      name;  // a literal word, an alternation and a term have classes of their own, named by how they are written
  std::vector<Phrase> phrases;
  std::vector<Inclusion> includes;
};

// An element of a frame.
struct Element {
  enum class Kind : std::uint8_t { cls, any, clause_start, clause_end, border };
  Kind kind = Kind::cls;
  bool negative = false;   // !X: matches where X does not; takes no word
  std::uint8_t least = 1;  // repetitions
  std::uint8_t most = 1;
  std::uint16_t cls = 0;         // of cls: index of the class
  std::uint16_t forms = kForms;  // of cls: the forms that are meant
};

struct Frame {
  std::vector<Element> elements;
};

// A little frame that makes a span of words a member of a class: "<identity.race> <people>".
struct Composite {
  std::uint16_t cls = 0;
  Frame frame;
};

inline constexpr std::uint16_t kNoClass = 0xFFFF;

// A term or a frame of a rule or signal.
struct Entry {
  std::string name;  // "discrimination/religion.frame-3"
  std::uint32_t rule = 0;
  bool is_frame = false;
  std::uint16_t cls = 0;  // of a term: the class that holds its forms
  Frame frame;            // of a frame
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::high;
  bool weak = false;  // of a term: below the tier `strong`, so that teaching and history drop it
  bool disguise = false;
  Guards guards = 0;
  std::uint16_t except = kNoClass;  // class of the innocent phrases around a term
};

struct LexiconRule {
  std::string id;
  bool is_signal = false;
  std::string summary;
  Severity severity = Severity::warning;
  Confidence confidence = Confidence::high;
  std::string message;
  std::string help;
  std::string explanation;
  std::string good;
  std::string bad;
};

struct Lexicon {
  std::vector<WordClass> classes;
  std::vector<Composite> composites;  // in the order in which they may be evaluated
  std::vector<LexiconRule> rules;
  std::vector<Entry> entries;

  std::optional<std::uint16_t> class_named(std::string_view name) const;
};

// Words that come into classes from elsewhere than a file, by the classes' names.
using ClassWords = std::vector<std::pair<std::string_view, std::vector<std::string>>>;

// The class of the idioms, names and places in which the words are innocent.
inline constexpr std::string_view kAllowClass = "allow";

// Classes that the matcher fills by the shape of words.
inline constexpr std::string_view kShapeHandle = "shape.handle";
inline constexpr std::string_view kShapeHashtag = "shape.hashtag";
inline constexpr std::string_view kShapeName = "shape.name";
inline constexpr std::string_view kShapeCapital = "shape.capital";
inline constexpr std::string_view kShapeNumber = "shape.number";

// Classes that the policy fills: names of the Trust, colleges, official handles, domains, towns; any of the first
// three.
inline constexpr std::string_view kOrgOwn = "org.own";
inline constexpr std::string_view kOrgCollege = "org.college";
inline constexpr std::string_view kOrgHandle = "org.handle";
inline constexpr std::string_view kOrgDomain = "org.domain";
inline constexpr std::string_view kOrgTown = "org.town";
inline constexpr std::string_view kOrgAny = "org.any";

// Class of the first letters of those names that have three words or more: "NCP" is other things, too, so it is no
// name.
inline constexpr std::string_view kOrgInitials = "org.initials";

}  // namespace postvet
