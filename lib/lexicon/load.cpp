#include "lexicon/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lexicon/units.h"
#include "syntax/yaml_keys.h"

namespace postvet {
namespace {

// Classes that need no declaration: the engine or the policy fills them.
constexpr std::string_view kGiven[] = {kAllowClass,  kShapeHandle, kShapeHashtag, kShapeName, kShapeCapital,
                                       kShapeNumber, kOrgOwn,      kOrgCollege,   kOrgHandle, kOrgDomain,
                                       kOrgTown,     kOrgAny,      kOrgInitials};

struct Level {
  Severity severity;
  Confidence confidence;
};

// docs/lexicons.md, "Tiers".
Level level_of(Tier tier, std::string_view rule, Level fallback) {
  bool discriminates = rule.starts_with("discrimination/");
  switch (tier) {
    case Tier::none:
      return fallback;
    case Tier::strongest:
    case Tier::strong:
      return {discriminates ? Severity::error : Severity::warning, fallback.confidence};
    case Tier::moderate:
      return {discriminates ? Severity::warning : Severity::note, fallback.confidence};
    case Tier::mild:
      return {Severity::note, discriminates ? fallback.confidence : Confidence::low};
  }
  return fallback;
}

}  // namespace

std::optional<std::uint16_t> Lexicon::class_named(std::string_view name) const {
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (classes[i].name == name) return static_cast<std::uint16_t>(i);
  }
  return std::nullopt;
}

LexiconBuilder::LexiconBuilder() {
  for (std::string_view name : kGiven) class_index(std::string(name));
  std::uint16_t any = class_index(std::string(kOrgAny));
  for (std::string_view part : {kOrgOwn, kOrgCollege, kOrgHandle})
    lexicon_.classes[any].includes.push_back({class_index(std::string(part)), kForms});
}

LexiconBuilder::LexiconBuilder(Lexicon base) : lexicon_(std::move(base)) {
  for (std::size_t i = 0; i < lexicon_.classes.size(); ++i)
    class_indices_[lexicon_.classes[i].name] = static_cast<std::uint16_t>(i);
}

std::uint16_t LexiconBuilder::class_index(const std::string& name) {
  auto [found, added] = class_indices_.try_emplace(name, static_cast<std::uint16_t>(lexicon_.classes.size()));
  if (added) lexicon_.classes.push_back({name, {}, {}});
  return found->second;
}

std::string LexiconBuilder::where(const YamlNode& node) const {
  return fmt::format("{}:{}:{}", file_, node.line, node.column);
}

tl::unexpected<Error> LexiconBuilder::error(const YamlNode& node, std::string what) const {
  return fail(std::move(what), where(node));
}

Result<void> LexiconBuilder::check_keys(const YamlNode& map, std::initializer_list<std::string_view> known) const {
  return StrictYaml(file_).keys(map, known);
}

Result<PartOfSpeech> LexiconBuilder::read_pos(const YamlNode* node, PartOfSpeech fallback) const {
  if (node == nullptr) return fallback;
  auto pos = from_name<PartOfSpeech>(node->text);
  if (!pos) return error(*node, "pos is one of noun, verb, adj, none");
  return *pos;
}

Result<Guards> LexiconBuilder::read_guards(const YamlNode* node) const {
  Guards guards = 0;
  if (node == nullptr) return guards;
  if (node->kind != YamlNode::Kind::list) return error(*node, "unless is a list of guards");
  for (const YamlNode& item : node->items) {
    auto guard = from_name<Guard>(item.text);
    if (!guard) return error(item, fmt::format("there is no guard \"{}\"", item.text));
    guards = static_cast<Guards>(guards | guard_bit(*guard));
  }
  return guards;
}

Result<void> LexiconBuilder::add_file(std::string_view text, const std::string& name) {
  file_ = name;
  auto root = parse_yaml(text, name);
  if (!root) return tl::unexpected(root.error());
  if (root->kind == YamlNode::Kind::null) return {};
  if (auto ok = check_keys(*root, {"classes", "allow", "rules", "signals"}); !ok) return ok;
  if (const YamlNode* classes = root->find("classes")) {
    if (auto ok = add_classes(*classes); !ok) return ok;
  }
  if (const YamlNode* allow = root->find("allow")) {
    if (allow->kind != YamlNode::Kind::map) return error(*allow, "allow is a map of names and lists of phrases");
    std::uint16_t cls = class_index(std::string(kAllowClass));
    for (const auto& [key, list] : allow->entries) {
      if (auto ok = add_class_words(cls, list, PartOfSpeech::none); !ok) return ok;
    }
  }
  if (const YamlNode* rules = root->find("rules")) {
    if (auto ok = add_rules(*rules, false); !ok) return ok;
  }
  if (const YamlNode* signals = root->find("signals")) {
    if (auto ok = add_rules(*signals, true); !ok) return ok;
  }
  return {};
}

void LexiconBuilder::add_words(std::string_view cls, const std::vector<std::string>& words) {
  std::uint16_t index = class_index(std::string(cls));
  for (const std::string& word : words) {
    std::vector<std::string> units = phrase_units(word);
    if (units.empty()) continue;
    if ((cls == kOrgOwn || cls == kOrgCollege) && units.size() >= 3) {
      std::string initials;
      for (const std::string& unit : units) initials += unit.front();
      std::vector<std::string> letters = phrase_units(initials);
      if (letters.size() == 1)
        lexicon_.classes[class_index(std::string(kOrgInitials))].phrases.push_back({std::move(letters), kForms});
    }
    lexicon_.classes[index].phrases.push_back({std::move(units), kForms});
  }
}

Result<void> LexiconBuilder::add_classes(const YamlNode& classes) {
  if (classes.kind != YamlNode::Kind::map) return error(classes, "classes is a map of names");
  for (const auto& [key, value] : classes.entries) {
    std::uint16_t cls = class_index(key.text);
    undeclared_.erase(cls);
    places_.try_emplace(cls, where(key));
    if (value.kind == YamlNode::Kind::list) {
      if (auto ok = add_class_words(cls, value, PartOfSpeech::none); !ok) return ok;
      continue;
    }
    if (auto ok = check_keys(value, {"pos", "words", "include"}); !ok) return ok;
    auto pos = read_pos(value.find("pos"), PartOfSpeech::none);
    if (!pos) return tl::unexpected(pos.error());
    if (const YamlNode* words = value.find("words")) {
      if (auto ok = add_class_words(cls, *words, *pos); !ok) return ok;
    }
    if (const YamlNode* include = value.find("include")) {
      if (include->kind != YamlNode::Kind::list) return error(*include, "include is a list of classes");
      for (const YamlNode& item : include->items) {
        std::uint16_t included = part_element({true, item.text, kForms}).cls;  // may move the classes
        lexicon_.classes[cls].includes.push_back({included, kForms});
        if (std::uint16_t other = class_index(item.text); undeclared_.contains(other) && undeclared_[other].empty())
          undeclared_[other] = where(item);
      }
    }
  }
  return {};
}

Result<void> LexiconBuilder::add_class_words(std::uint16_t cls, const YamlNode& list, PartOfSpeech pos) {
  if (list.kind != YamlNode::Kind::list) return error(list, "this should be a list of words");
  for (const YamlNode& word : list.items) {
    if (auto ok = add_class_word(cls, word, pos); !ok) return ok;
  }
  return {};
}

// The text under `key`; null when there is none.
Result<const YamlNode*> LexiconBuilder::text_of(const YamlNode& map, std::string_view key) const {
  const YamlNode* node = map.find(key);
  if (node != nullptr && node->kind != YamlNode::Kind::scalar) return error(*node, "this should be a text");
  return node;
}

Result<void> LexiconBuilder::add_class_word(std::uint16_t cls, const YamlNode& word, PartOfSpeech pos) {
  if (word.kind == YamlNode::Kind::scalar) return add_phrase(cls, word, pos);
  if (word.kind != YamlNode::Kind::map)
    return error(word, "an empty entry; write the word, in quotes if it is a word of YAML (null, no, on)");
  if (auto ok = check_keys(word, {"word", "pos", "source"}); !ok) return ok;
  auto text = text_of(word, "word");
  if (!text) return tl::unexpected(text.error());
  if (*text == nullptr) return error(word, "an entry needs a word");
  auto own = read_pos(word.find("pos"), pos);
  if (!own) return tl::unexpected(own.error());
  return add_phrase(cls, **text, *own);
}

Result<void> LexiconBuilder::add_phrase(std::uint16_t cls, const YamlNode& word, PartOfSpeech pos) {
  if (word.text.find_first_of("<(") != std::string::npos) {
    auto frame = compile(word);
    if (!frame) return tl::unexpected(frame.error());
    lexicon_.composites.push_back({cls, std::move(*frame)});
    return {};
  }
  std::vector<std::string> units = phrase_units(word.text);
  if (units.empty()) {
    warnings_.push_back(fmt::format("{}: the entry folds to nothing", where(word)));
    return {};
  }
  for (Phrase& phrase : inflect_phrase(units, pos)) {
    auto& phrases = lexicon_.classes[cls].phrases;
    auto twin =
        std::find_if(phrases.begin(), phrases.end(), [&](const Phrase& other) { return other.words == phrase.words; });
    if (twin == phrases.end()) {
      phrases.push_back(std::move(phrase));
    } else if (phrase.words == units && twin->forms == phrase.forms) {
      warnings_.push_back(fmt::format("{}: \"{}\" stands in the class \"{}\" already", where(word), word.text,
                                      lexicon_.classes[cls].name));
    } else {
      twin->forms |= phrase.forms;
    }
  }
  return {};
}

Element LexiconBuilder::part_element(const WrittenPart& part) {
  Element element;
  if (part.is_class) {
    bool known = class_indices_.contains(part.name);
    element.cls = class_index(part.name);
    element.forms = part.forms;
    if (!known) undeclared_[element.cls] = "";
    return element;
  }
  std::vector<std::string> units = phrase_units(part.name);
  std::string name = "=";
  for (const std::string& unit : units) name += unit + " ";
  bool known = class_indices_.contains(name);
  element.cls = class_index(name);
  if (!known && !units.empty()) lexicon_.classes[element.cls].phrases.push_back({std::move(units), kForms});
  return element;
}

Frame LexiconBuilder::sequence_frame(const WrittenSequence& sequence) {
  Frame frame;
  for (const WrittenPart& part : sequence) frame.elements.push_back(part_element(part));
  return frame;
}

// The class of "(a|b c|<d>)": phrases of words, inclusions of single classes, little frames of all else.
std::uint16_t LexiconBuilder::alternation(const std::vector<WrittenSequence>& alternatives) {
  std::string name = "(";
  for (const WrittenSequence& sequence : alternatives) {
    for (const WrittenPart& part : sequence)
      name += fmt::format("{}{}{}:{} ", part.is_class ? "<" : "", part.name, part.is_class ? ">" : "", part.forms);
    name += "|";
  }
  bool known = class_indices_.contains(name);
  std::uint16_t cls = class_index(name);
  if (known) return cls;
  for (const WrittenSequence& sequence : alternatives) {
    bool words = std::none_of(sequence.begin(), sequence.end(), [](const WrittenPart& part) { return part.is_class; });
    if (words) {
      Phrase phrase;
      for (const WrittenPart& part : sequence) {
        for (std::string& unit : phrase_units(part.name)) phrase.words.push_back(std::move(unit));
      }
      if (!phrase.words.empty()) lexicon_.classes[cls].phrases.push_back(std::move(phrase));
    } else if (sequence.size() == 1) {
      Element element = part_element(sequence.front());
      lexicon_.classes[cls].includes.push_back({element.cls, element.forms});
    } else {
      lexicon_.composites.push_back({cls, sequence_frame(sequence)});
    }
  }
  return cls;
}

// A word that folds to nothing is never found: "(i|^)" is "(i)".
void LexiconBuilder::check_words(const YamlNode& frame, const WrittenElement& element) {
  for (const WrittenSequence& sequence : element.alternatives) {
    for (const WrittenPart& part : sequence) {
      if (!part.is_class && phrase_units(part.name).empty())
        warnings_.push_back(fmt::format("{}: \"{}\" folds to nothing", where(frame), part.name));
    }
  }
}

Result<Frame> LexiconBuilder::compile(const YamlNode& node) {
  auto written = parse_frame(node.text);
  if (!written) return error(node, written.error().what);
  Frame frame;
  std::size_t undeclared = undeclared_.size();
  for (const WrittenElement& from : *written) {
    check_words(node, from);
    Element element;
    if (from.kind == Element::Kind::cls) {
      bool single = from.alternatives.size() == 1 && from.alternatives.front().size() == 1;
      if (single) {
        element = part_element(from.alternatives.front().front());
      } else {
        element.cls = alternation(from.alternatives);
      }
    }
    element.kind = from.kind;
    element.negative = from.negative;
    element.least = from.least;
    element.most = from.most;
    frame.elements.push_back(element);
  }
  if (undeclared_.size() != undeclared) {
    for (auto& [cls, place] : undeclared_) {
      if (place.empty()) place = where(node);
    }
  }
  return frame;
}

Result<void> LexiconBuilder::add_rules(const YamlNode& rules, bool signals) {
  if (rules.kind != YamlNode::Kind::map) return error(rules, "this should be a map of names");
  for (const auto& [key, rule] : rules.entries) {
    if (auto ok = add_rule(key, rule, signals); !ok) return ok;
  }
  return {};
}

Result<void> LexiconBuilder::read_level(const YamlNode& map, Severity& severity, Confidence& confidence) const {
  if (const YamlNode* node = map.find("severity")) {
    auto value = from_name<Severity>(node->text);
    if (!value) return error(*node, "severity is one of error, warning, note");
    severity = *value;
  }
  if (const YamlNode* node = map.find("confidence")) {
    auto value = from_name<Confidence>(node->text);
    if (!value) return error(*node, "confidence is one of high, medium, low");
    confidence = *value;
  }
  return {};
}

Result<void> LexiconBuilder::add_rule(const YamlNode& key, const YamlNode& node, bool signal) {
  auto ok = check_keys(node, {"summary", "severity", "confidence", "message", "help", "explanation", "good", "bad",
                              "unless", "terms", "frames", "tests"});
  if (!ok) return ok;
  auto known = std::find_if(lexicon_.rules.begin(), lexicon_.rules.end(),
                            [&](const LexiconRule& rule) { return rule.id == key.text; });
  auto index = static_cast<std::uint32_t>(known - lexicon_.rules.begin());
  if (known == lexicon_.rules.end()) {
    LexiconRule rule;
    rule.id = key.text;
    rule.is_signal = signal;
    lexicon_.rules.push_back(std::move(rule));
  }
  LexiconRule& rule = lexicon_.rules[index];
  if (rule.is_signal != signal) return error(key, "a rule and a signal have the same name");
  for (auto [name, field] : {std::pair{"summary", &LexiconRule::summary},
                             {"message", &LexiconRule::message},
                             {"help", &LexiconRule::help},
                             {"explanation", &LexiconRule::explanation},
                             {"good", &LexiconRule::good},
                             {"bad", &LexiconRule::bad}}) {
    auto value = text_of(node, name);
    if (!value) return tl::unexpected(value.error());
    if (*value != nullptr) rule.*field = (*value)->text;
  }
  if (!signal && (rule.summary.empty() || rule.message.empty() || rule.help.empty()))
    return error(key, "a rule needs a summary, a message and a help");
  if (ok = read_level(node, rule.severity, rule.confidence); !ok) return ok;
  auto guards = read_guards(node.find("unless"));
  if (!guards) return tl::unexpected(guards.error());

  auto entries_so_far = [&](bool frames) {
    return static_cast<std::size_t>(
        std::count_if(lexicon_.entries.begin(), lexicon_.entries.end(),
                      [&](const Entry& entry) { return entry.rule == index && entry.is_frame == frames; }));
  };
  if (const YamlNode* terms = node.find("terms")) {
    if (terms->kind != YamlNode::Kind::list) return error(*terms, "terms is a list");
    std::size_t number = entries_so_far(false);
    for (const YamlNode& term : terms->items) {
      if (ok = add_term(index, term, *guards, ++number); !ok) return ok;
    }
  }
  if (const YamlNode* frames = node.find("frames")) {
    if (frames->kind != YamlNode::Kind::list) return error(*frames, "frames is a list");
    std::size_t number = entries_so_far(true);
    for (const YamlNode& frame : frames->items) {
      if (ok = add_frame(index, frame, *guards, ++number); !ok) return ok;
    }
  }
  if (const YamlNode* tests = node.find("tests")) {
    if (ok = check_keys(*tests, {"hit", "miss"}); !ok) return ok;
    auto count = [&](std::string_view kind) {
      const YamlNode* list = tests->find(kind);
      return list == nullptr ? 0 : list->items.size();
    };
    if (count("miss") < count("hit"))
      warnings_.push_back(fmt::format("{}: fewer misses than hits prove \"{}\"", where(*tests), key.text));
    for (const auto& [kind, list] : tests->entries) {
      if (list.kind != YamlNode::Kind::list) return error(list, "this should be a list of sentences");
      for (const YamlNode& sentence : list.items) {
        if (sentence.kind != YamlNode::Kind::scalar) return error(sentence, "a sentence is one text");
        tests_.push_back({key.text, kind.text == "hit", sentence.text, where(sentence)});
      }
    }
  }
  return {};
}

Result<void> LexiconBuilder::add_term(std::uint32_t rule_index, const YamlNode& node, Guards guards,
                                      std::size_t number) {
  const LexiconRule& rule = lexicon_.rules[rule_index];
  Entry entry;
  entry.rule = rule_index;
  entry.name = fmt::format("{}.term-{}", rule.id, number);
  entry.severity = rule.severity;
  entry.confidence = rule.confidence;
  entry.guards = guards;
  entry.cls = class_index("=" + entry.name);
  if (node.kind == YamlNode::Kind::scalar) {
    if (auto ok = add_phrase(entry.cls, node, PartOfSpeech::none); !ok) return ok;
    lexicon_.entries.push_back(std::move(entry));
    return {};
  }
  if (node.kind != YamlNode::Kind::map)
    return error(node, "an empty entry; write the word, in quotes if it is a word of YAML (null, no, on)");
  auto ok =
      check_keys(node, {"term", "pos", "tier", "unless", "except", "disguise", "source", "severity", "confidence"});
  if (!ok) return ok;
  auto found = text_of(node, "term");
  if (!found) return tl::unexpected(found.error());
  const YamlNode* term = *found;
  if (term == nullptr) return error(node, "an entry needs a term");
  auto pos = read_pos(node.find("pos"), PartOfSpeech::none);
  if (!pos) return tl::unexpected(pos.error());
  if (ok = add_phrase(entry.cls, *term, *pos); !ok) return ok;
  auto own = read_guards(node.find("unless"));
  if (!own) return tl::unexpected(own.error());
  entry.guards = static_cast<Guards>(entry.guards | *own);
  Tier tier = Tier::none;
  if (const YamlNode* value = node.find("tier")) {
    auto named = from_name<Tier>(value->text);
    if (!named) return error(*value, "tier is one of strongest, strong, moderate, mild");
    tier = *named;
  }
  Level level = level_of(tier, rule.id, {entry.severity, entry.confidence});
  entry.severity = level.severity;
  entry.confidence = level.confidence;
  entry.weak = tier == Tier::mild || tier == Tier::moderate;
  if (ok = read_level(node, entry.severity, entry.confidence); !ok) return ok;
  if (const YamlNode* value = node.find("disguise")) {
    if (value->text != "true" && value->text != "false") return error(*value, "disguise is true or false");
    entry.disguise = value->text == "true";
    if (entry.disguise) check_disguise(*term, entry);
  }
  if (const YamlNode* except = node.find("except")) {
    entry.except = class_index("-" + entry.name);
    if (ok = add_class_words(entry.except, *except, PartOfSpeech::none); !ok) return ok;
  }
  lexicon_.entries.push_back(std::move(entry));
  return {};
}

// Words of fewer letters, and phrases, are found as they are written only.
void LexiconBuilder::check_disguise(const YamlNode& term, const Entry& entry) {
  for (const Phrase& phrase : lexicon_.classes[entry.cls].phrases) {
    std::string_view word = phrase.words.front();
    bool plain = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (phrase.words.size() == 1 && word.size() >= 4 && plain) return;
  }
  warnings_.push_back(fmt::format("{}: disguise is for single words of four letters a to z and more", where(term)));
}

Result<void> LexiconBuilder::add_frame(std::uint32_t rule_index, const YamlNode& node, Guards guards,
                                       std::size_t number) {
  const LexiconRule& rule = lexicon_.rules[rule_index];
  Entry entry;
  entry.rule = rule_index;
  entry.is_frame = true;
  entry.name = fmt::format("{}.frame-{}", rule.id, number);
  entry.severity = rule.severity;
  entry.confidence = rule.confidence;
  entry.guards = guards;
  const YamlNode* text = &node;
  if (node.kind == YamlNode::Kind::map) {
    auto ok = check_keys(node, {"frame", "severity", "confidence", "unless", "source"});
    if (!ok) return ok;
    text = node.find("frame");
    if (text == nullptr) return error(node, "an entry needs a frame");
    if (ok = read_level(node, entry.severity, entry.confidence); !ok) return ok;
    auto own = read_guards(node.find("unless"));
    if (!own) return tl::unexpected(own.error());
    entry.guards = static_cast<Guards>(entry.guards | *own);
  }
  if (text->kind != YamlNode::Kind::scalar) return error(*text, "a frame is one line of text");
  auto frame = compile(*text);
  if (!frame) return tl::unexpected(frame.error());
  entry.frame = std::move(*frame);
  lexicon_.entries.push_back(std::move(entry));
  return {};
}

// By class: the classes that fill it.
std::vector<std::vector<std::uint16_t>> LexiconBuilder::parts_of_classes() const {
  std::vector<std::vector<std::uint16_t>> parts(lexicon_.classes.size());
  for (std::size_t cls = 0; cls < parts.size(); ++cls) {
    for (const Inclusion& inclusion : lexicon_.classes[cls].includes) parts[cls].push_back(inclusion.cls);
  }
  for (const Composite& composite : lexicon_.composites) {
    for (const Element& element : composite.frame.elements) {
      if (element.kind == Element::Kind::cls) parts[composite.cls].push_back(element.cls);
    }
  }
  return parts;
}

// Of the classes that wait for a part for ever, one with a name that waits for itself.
tl::unexpected<Error> LexiconBuilder::cycle_error(const std::vector<std::vector<std::uint16_t>>& parts,
                                                  const std::vector<std::size_t>& waits) const {
  auto is_stuck = [&](std::size_t cls) { return waits[cls] > 0; };
  auto at = static_cast<std::size_t>(
      std::find_if(waits.begin(), waits.end(), [](std::size_t left) { return left > 0; }) - waits.begin());
  auto next = [&](std::size_t cls) { return *std::find_if(parts[cls].begin(), parts[cls].end(), is_stuck); };
  for (std::size_t step = 0; step < parts.size(); ++step) at = next(at);  // after so many it is inside the circle
  auto named = [&](std::size_t cls) { return places_.contains(static_cast<std::uint16_t>(cls)); };
  std::size_t first = at;
  for (std::size_t step = 0; step < parts.size(); ++step) {
    at = next(at);
    if (named(at) && (at < first || !named(first))) first = at;
  }
  at = first;
  auto place = places_.find(static_cast<std::uint16_t>(at));
  return fail(fmt::format("the class \"{}\" contains itself", lexicon_.classes[at].name),
              place == places_.end() ? file_ : place->second, "take one of the inclusions out");
}

// Little frames run after those that fill the classes they are made of. Classes that contain each other have no order.
Result<void> LexiconBuilder::order_composites() {
  std::vector<std::vector<std::uint16_t>> parts = parts_of_classes();
  std::vector<std::size_t> waits(parts.size(), 0);  // parts not yet placed
  std::vector<std::vector<std::uint16_t>> users(parts.size());
  std::vector<std::uint16_t> order;
  for (std::size_t cls = 0; cls < parts.size(); ++cls) {
    waits[cls] = parts[cls].size();
    for (std::uint16_t part : parts[cls]) users[part].push_back(static_cast<std::uint16_t>(cls));
    if (waits[cls] == 0) order.push_back(static_cast<std::uint16_t>(cls));
  }
  std::vector<std::size_t> rank(parts.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    for (std::uint16_t user : users[order[i]]) {
      if (--waits[user] == 0) order.push_back(user);
    }
  }
  if (order.size() < parts.size()) return cycle_error(parts, waits);
  std::stable_sort(lexicon_.composites.begin(), lexicon_.composites.end(),
                   [&](const Composite& a, const Composite& b) { return rank[a.cls] < rank[b.cls]; });
  return {};
}

Result<Lexicon> LexiconBuilder::build() {
  if (!undeclared_.empty()) {
    auto [cls, place] = *undeclared_.begin();
    return fail(fmt::format("there is no class \"{}\"", lexicon_.classes[cls].name), place);
  }
  if (lexicon_.classes.size() >= kNoClass) return fail("more than 65,534 classes");
  if (auto ok = order_composites(); !ok) return tl::unexpected(ok.error());
  return std::move(lexicon_);
}

}  // namespace postvet
