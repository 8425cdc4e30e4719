#include "lexicon/matcher.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "lexicon/automaton.h"
#include "lexicon/chart.h"
#include "lexicon/commonness.h"
#include "lexicon/disguise.h"
#include "lexicon/guards.h"
#include "lexicon/shapes.h"
#include "lexicon/units.h"
#include "lexicon/word_table.h"

namespace postvet {
namespace {

constexpr double kNoAnchor = std::numeric_limits<double>::infinity();

// A phrase as stored under its first word.
struct StoredPhrase {
  std::vector<std::uint32_t> rest;  // dictionary numbers of the words behind the first
  std::uint16_t cls = 0;
  std::uint16_t forms = 0;
};

// A set of classes.
class ClassSet {
 public:
  void resize(std::size_t classes) { bits_.assign((classes + 63) / 64, 0); }
  void clear() { std::fill(bits_.begin(), bits_.end(), 0); }
  void add(std::uint16_t cls) { bits_[cls / 64] |= std::uint64_t{1} << (cls % 64); }
  bool has(std::uint16_t cls) const { return (bits_[cls / 64] >> (cls % 64) & 1) != 0; }
  bool has_all(const std::vector<std::uint16_t>& classes) const {
    return std::all_of(classes.begin(), classes.end(), [&](std::uint16_t cls) { return has(cls); });
  }

 private:
  std::vector<std::uint64_t> bits_;
};

struct Anchor {
  std::vector<std::uint32_t> words;  // dictionary numbers
  double cost = kNoAnchor;           // how common they are together
};

bool is_target_name(std::string_view name) {
  for (std::string_view prefix : {"group.", "member.", "referent", "person", "people", "pronoun.", "shape.handle", "shape.name", "role.", "org.", "target", "identity."}) {
    if (name.starts_with(prefix)) return true;
  }
  return false;
}

// One step down: error, warning, note, note at low confidence.
void lower(Severity& severity, Confidence& confidence) {
  if (severity == Severity::note) {
    confidence = Confidence::low;
  } else {
    severity = static_cast<Severity>(static_cast<unsigned>(severity) - 1);
  }
}

}  // namespace

struct Matcher::Tables {
  Lexicon lexicon;
  std::vector<Rule> rules;
  std::unordered_map<std::string, std::uint16_t> class_ids;
  WordTable dictionary;                             // hash → number, from 1
  std::vector<std::vector<StoredPhrase>> phrases;   // by number of the first word
  std::vector<std::vector<Inclusion>> containers;   // by class: the classes that it is in, through however many
  std::vector<bool> is_named;                       // by class: declared by a name, not a word or an alternation
  std::vector<bool> is_target;                      // by class
  std::vector<double> cost;                         // by class
  std::vector<Automaton> composites;                // parallel to lexicon.composites
  std::vector<Automaton> frames;                    // of entries that are frames, in their order
  std::vector<std::uint32_t> frame_entries;         // entry of each frame
  std::vector<std::vector<std::uint32_t>> frames_by_start;  // by class
  std::vector<std::uint32_t> frames_anywhere;       // frames that may begin with any word
  std::vector<std::uint32_t> term_entry;            // by class: 1 + the entry whose term it holds, or 0
  WordTable anchors;                                // hashes of words that make a text worth a closer look
  std::vector<bool> is_anchor;                      // by number
  Disguises disguises;
  WordTable slips;                                  // hash → number of the word that was meant
  ShapeClasses shapes;
  std::unique_ptr<GuardClasses> guards;

  explicit Tables(Lexicon from) : lexicon(std::move(from)) {
    build_classes();
    build_dictionary();
    build_frames();
    build_anchors();
    build_disguises();
    guards = std::make_unique<GuardClasses>(lexicon);
    build_shapes();
    for (const LexiconRule& rule : lexicon.rules) {
      rules.push_back({rule.id, rule.summary, rule.severity, rule.confidence, rule.message, rule.help, rule.explanation, rule.good, rule.bad});
    }
  }

  std::uint16_t id(std::string_view name) const {
    auto found = class_ids.find(std::string(name));
    return found == class_ids.end() ? kNoClass : found->second;
  }

  void build_classes() {
    std::size_t count = lexicon.classes.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& name = lexicon.classes[i].name;
      class_ids.emplace(name, static_cast<std::uint16_t>(i));
      is_named.push_back(!name.starts_with('=') && !name.starts_with('(') && !name.starts_with('-'));
      bool target = is_target_name(name) || (name.starts_with('(') && name.find('<') != std::string::npos && is_target_name(name.substr(name.find('<') + 1)));
      is_target.push_back(target);
    }
    // Who includes whom, the other way round and all the way up.
    std::vector<std::vector<Inclusion>> direct(count);
    for (std::size_t i = 0; i < count; ++i) {
      for (const Inclusion& inclusion : lexicon.classes[i].includes) direct[inclusion.cls].push_back({static_cast<std::uint16_t>(i), inclusion.forms});
    }
    containers.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<Inclusion> open = direct[i];
      while (!open.empty()) {
        Inclusion next = open.back();
        open.pop_back();
        auto known = std::find_if(containers[i].begin(), containers[i].end(), [&](const Inclusion& other) { return other.cls == next.cls; });
        if (known != containers[i].end() && (known->forms | next.forms) == known->forms) continue;
        if (known != containers[i].end()) {
          known->forms = static_cast<std::uint16_t>(known->forms | next.forms);
        } else {
          containers[i].push_back(next);
        }
        for (const Inclusion& above : direct[next.cls]) open.push_back({above.cls, static_cast<std::uint16_t>(above.forms & next.forms)});
      }
    }
  }

  std::uint32_t number_of(const std::string& word) {
    std::uint64_t hash = hash_word(word);
    if (std::uint32_t known = dictionary.find(hash); known != 0) return known;
    if (phrases.empty()) phrases.emplace_back();
    dictionary.add(hash, static_cast<std::uint32_t>(phrases.size()));
    phrases.emplace_back();
    return static_cast<std::uint32_t>(phrases.size()) - 1;
  }

  void build_dictionary() {
    for (std::size_t cls = 0; cls < lexicon.classes.size(); ++cls) {
      for (const Phrase& phrase : lexicon.classes[cls].phrases) {
        StoredPhrase stored{{}, static_cast<std::uint16_t>(cls), phrase.forms};
        std::uint32_t first = number_of(phrase.words.front());
        for (std::size_t i = 1; i < phrase.words.size(); ++i) stored.rest.push_back(number_of(phrase.words[i]));
        phrases[first].push_back(std::move(stored));
      }
    }
  }

  void build_frames() {
    for (const Composite& composite : lexicon.composites) composites.emplace_back(composite.frame);
    frames_by_start.resize(lexicon.classes.size());
    term_entry.assign(lexicon.classes.size(), 0);
    for (std::size_t i = 0; i < lexicon.entries.size(); ++i) {
      const Entry& entry = lexicon.entries[i];
      auto number = static_cast<std::uint32_t>(i);
      if (!entry.is_frame) {
        term_entry[entry.cls] = number + 1;
        continue;
      }
      auto frame = static_cast<std::uint32_t>(frames.size());
      frames.emplace_back(entry.frame);
      frame_entries.push_back(number);
      for (std::uint16_t cls : frames.back().starts()) frames_by_start[cls].push_back(frame);
      if (frames.back().starts().empty()) frames_anywhere.push_back(frame);
    }
  }

  // The words one of which every member of a class holds: of each phrase the rarest, of each little frame its best element.
  void build_anchors() {
    std::size_t count = lexicon.classes.size();
    std::vector<Anchor> of_class(count);
    std::vector<std::vector<const Composite*>> composites_of(count);
    for (const Composite& composite : lexicon.composites) composites_of[composite.cls].push_back(&composite);
    cost.assign(count, 0);
    std::vector<char> state(count, 0);  // 0 new, 1 open, 2 done
    std::vector<std::uint16_t> stack;
    auto parts = [&](std::uint16_t cls) {
      std::vector<std::uint16_t> list;
      for (const Inclusion& inclusion : lexicon.classes[cls].includes) list.push_back(inclusion.cls);
      for (const Composite* composite : composites_of[cls]) {
        for (const Element& element : composite->frame.elements) {
          if (element.kind == Element::Kind::cls) list.push_back(element.cls);
        }
      }
      return list;
    };
    for (std::size_t root = 0; root < count; ++root) {
      stack.push_back(static_cast<std::uint16_t>(root));
      while (!stack.empty()) {
        std::uint16_t cls = stack.back();
        if (state[cls] == 2) {
          stack.pop_back();
          continue;
        }
        if (state[cls] == 0) {
          state[cls] = 1;
          for (std::uint16_t part : parts(cls)) {
            if (state[part] == 0) stack.push_back(part);
          }
          continue;
        }
        stack.pop_back();
        state[cls] = 2;
        of_class[cls] = anchor_of_class(cls, composites_of[cls], of_class);
        cost[cls] = of_class[cls].cost;
      }
    }
    is_anchor.assign(phrases.size() + 1, false);
    for (const Entry& entry : lexicon.entries) {
      Anchor best = entry.is_frame ? best_of(entry.frame, of_class) : of_class[entry.cls];
      for (std::uint32_t word : best.words) is_anchor[word] = true;
    }
    for (const WordClass& cls : lexicon.classes) {
      for (const Phrase& phrase : cls.phrases) {
        for (const std::string& word : phrase.words) {
          std::uint64_t hash = hash_word(word);
          std::uint32_t number = dictionary.find(hash);
          if (!is_anchor[number] || anchors.find(hash) != 0) continue;
          anchors.add(hash, number);
          for (std::string_view contraction : bare_contractions_with(word)) anchors.add(hash_word(contraction), number);
        }
      }
    }
  }

  Anchor anchor_of_class(std::uint16_t cls, const std::vector<const Composite*>& own, const std::vector<Anchor>& of_class) const {
    Anchor all;
    all.cost = 0;
    auto join = [&](const Anchor& part) {
      all.words.insert(all.words.end(), part.words.begin(), part.words.end());
      all.cost += part.cost;
    };
    for (const Phrase& phrase : lexicon.classes[cls].phrases) {
      const std::string* rarest = &phrase.words.front();
      for (const std::string& word : phrase.words) {
        if (commonness(word) < commonness(*rarest)) rarest = &word;
      }
      all.words.push_back(dictionary.find(hash_word(*rarest)));
      all.cost += commonness(*rarest);
    }
    for (const Inclusion& inclusion : lexicon.classes[cls].includes) join(of_class[inclusion.cls]);
    for (const Composite* composite : own) join(best_of(composite->frame, of_class));
    if (lexicon.classes[cls].name.starts_with("shape.")) all.cost = kNoAnchor;
    return all;
  }

  static Anchor best_of(const Frame& frame, const std::vector<Anchor>& of_class) {
    Anchor best;
    for (const Element& element : frame.elements) {
      if (element.kind != Element::Kind::cls || element.negative || element.least == 0) continue;
      if (of_class[element.cls].cost < best.cost) best = of_class[element.cls];
    }
    return best;
  }

  void build_disguises() {
    for (const Entry& entry : lexicon.entries) {
      if (!entry.disguise) continue;
      for (const Phrase& phrase : lexicon.classes[entry.cls].phrases) {
        if (phrase.words.size() != 1) continue;
        disguises.add(phrase.words[0], dictionary.find(hash_word(phrase.words[0])), !entry.weak, dictionary);
      }
    }
    for (const auto& [form, number] : disguises.slips()) {
      slips.add(hash_word(form), number);
      if (is_anchor[number]) anchors.add(hash_word(form), number);
    }
  }

  void build_shapes() {
    shapes.handle = id(kShapeHandle);
    shapes.hashtag = id(kShapeHashtag);
    shapes.name = id(kShapeName);
    shapes.capital = id(kShapeCapital);
    shapes.number = id(kShapeNumber);
    shapes.first_name = id("name.first");
    shapes.ambiguous_first_name = id("name.first.ambiguous");
    shapes.title = id("name.title");
  }
};

// Working memory, and the steps of one match that need it.
class Matcher::Scratch {
 public:
  explicit Scratch(const Tables& tables) : tables_(tables) {
    present_.resize(tables.lexicon.classes.size());
    last_start_.assign(tables.frames.size(), kNever);
  }

  void match(const Prepared& prepared, const std::vector<Zone>& zones, std::span<const std::uint32_t> seeds, FieldHits& hits) {
    find_regions(prepared, zones, seeds);
    for (Span region : regions_) {
      build_units(prepared, zones, region);
      build_spans(prepared);
      find_candidates();
      judge(prepared, zones, hits);
      for (std::size_t i = 0; i < chart_.units.size(); ++i) {
        for (const ChartSpan& span : chart_.at(i)) {
          if (!tables_.is_named[span.cls]) continue;
          hits.classes.push_back({span.cls, span.forms, chart_.units[i].first, chart_.units[span.end - 1].last});
        }
      }
    }
  }

 private:
  static constexpr std::size_t kNever = static_cast<std::size_t>(-1);

  static bool in_unread_zone(const Prepared& prepared, const std::vector<Zone>& zones, std::size_t token) {
    const Token& word = prepared.tokens[token];
    if (!prepared.addresses.empty()) {
      auto after = std::upper_bound(prepared.addresses.begin(), prepared.addresses.end(), word.begin,
                                    [](std::size_t at, Span address) { return at < address.begin; });
      if (after != prepared.addresses.begin() && std::prev(after)->contains(word.begin)) return true;
    }
    if (zones.empty()) return false;
    Span text = prepared.in_text({word.begin, word.end});
    return std::any_of(zones.begin(), zones.end(), [&](const Zone& zone) {
      return (zone.kind == ZoneKind::code || zone.kind == ZoneKind::url) && zone.span.overlaps(text);
    });
  }

  // The word itself, a part of the contraction that it is, or what it disguises.
  bool is_anchor(const Prepared& prepared, std::size_t token) {
    const Token& word = prepared.tokens[token];
    if (tables_.anchors.find(word.hash) != 0) return true;
    if ((word.shape & kApostrophe) != 0) {
      parts_.clear();
      split_word(prepared.word(word), parts_);
      for (std::string_view part : parts_) {
        if (tables_.anchors.find(hash_word(part)) != 0) return true;
      }
    }
    if (!Disguises::looks_odd(prepared, token)) return false;
    Unmasked unmasked = tables_.disguises.unmask(prepared, token);
    return unmasked.word != 0 && tables_.is_anchor[unmasked.word];
  }

  // The sentences that hold an anchor or a seed, with their neighbours.
  void find_regions(const Prepared& prepared, const std::vector<Zone>& zones, std::span<const std::uint32_t> seeds) {
    regions_.clear();
    std::size_t seed = 0;
    std::size_t covered = 0;  // words in the sentences of regions so far, without the neighbour behind
    for (std::size_t i = 0; i < prepared.tokens.size(); ++i) {
      bool seeded = false;
      while (seed < seeds.size() && seeds[seed] <= i) {
        seeded = seeded || seeds[seed] == i;
        ++seed;
      }
      if (i < covered) continue;
      if (!seeded && (!is_anchor(prepared, i) || in_unread_zone(prepared, zones, i))) continue;
      Span words = prepared.sentence_of(i);
      covered = words.end;
      if (words.begin > 0) words.begin = prepared.sentence_of(words.begin - 1).begin;
      if (words.end < prepared.tokens.size()) words.end = prepared.sentence_of(words.end).end;
      if (!regions_.empty() && words.begin < regions_.back().end) {
        regions_.back().end = std::max(regions_.back().end, words.end);
      } else {
        regions_.push_back(words);
      }
    }
  }

  void build_units(const Prepared& prepared, const std::vector<Zone>& zones, Span region) {
    constexpr std::uint16_t kSoft = kSpace | kComma | kHyphen | kQuoteMark | kNewline | kHash | kAt;
    chart_.reset();
    bool barrier = true;
    for (std::size_t i = region.begin; i < region.end; ++i) {
      const Token& token = prepared.tokens[i];
      Unit unit;
      unit.first = static_cast<std::uint32_t>(i);
      unit.last = unit.first + 1;
      unit.begins_sentence = i == region.begin || prepared.begins_sentence(i);
      unit.begins_clause = unit.begins_sentence || prepared.begins_clause(i);
      unit.after_comma = (token.gap & kComma) != 0;
      unit.joined = !barrier && !unit.begins_clause && (token.gap & ~kSoft) == 0;
      barrier = false;
      if (in_unread_zone(prepared, zones, i)) {
        unit.joined = false;
        barrier = true;
        chart_.add_unit(unit);
        continue;
      }
      if (Disguises::looks_odd(prepared, i)) {
        Unmasked unmasked = tables_.disguises.unmask(prepared, i);
        std::size_t last = i + unmasked.tokens;
        if (unmasked.word != 0 && last <= region.end) {
          unit.word = unmasked.word;
          unit.disguised = tables_.dictionary.find(token.hash) != unmasked.word;
          unit.last = static_cast<std::uint32_t>(last);
          chart_.add_unit(unit);
          i = last - 1;
          continue;
        }
      }
      if ((token.shape & kApostrophe) != 0 || is_bare_contraction(token.hash)) {
        parts_.clear();
        split_word(prepared.word(token), parts_);
        for (std::string_view part : parts_) {
          unit.word = tables_.dictionary.find(hash_word(part));
          chart_.add_unit(unit);
          unit.joined = true;
          unit.begins_clause = unit.begins_sentence = unit.after_comma = false;
        }
        continue;
      }
      unit.word = tables_.dictionary.find(token.hash);
      if (unit.word == 0) {
        unit.word = tables_.slips.find(token.hash);
        unit.disguised = unit.guessed = unit.word != 0;
      }
      chart_.add_unit(unit);
    }
  }

  void add_span(std::size_t begin, std::uint16_t cls, std::uint16_t forms, std::size_t end) {
    auto last = static_cast<std::uint32_t>(end);
    if (!chart_.add_span(begin, {cls, forms, last})) return;
    present_.add(cls);
    for (const Inclusion& above : tables_.containers[cls]) {
      auto shared = static_cast<std::uint16_t>(above.forms & forms);
      if (shared == 0) continue;
      chart_.add_span(begin, {above.cls, shared, last});
      present_.add(above.cls);
    }
  }

  void build_spans(const Prepared& prepared) {
    present_.clear();
    for (std::size_t i = 0; i < chart_.units.size(); ++i) {
      if (chart_.units[i].word == 0) continue;
      for (const StoredPhrase& phrase : tables_.phrases[chart_.units[i].word]) {
        std::size_t end = i + 1;
        bool same = true;
        for (std::uint32_t word : phrase.rest) {
          same = end < chart_.units.size() && chart_.units[end].word == word && chart_.units[end].joined;
          if (!same) break;
          ++end;
        }
        if (same) add_span(i, phrase.cls, phrase.forms, end);
      }
    }
    add_shapes(prepared, tables_.shapes, chart_);
    for (std::size_t i = 0; i < chart_.units.size(); ++i) {
      for (std::uint16_t shape : {tables_.shapes.handle, tables_.shapes.hashtag, tables_.shapes.name, tables_.shapes.capital, tables_.shapes.number}) {
        if (shape == kNoClass) continue;
        // Index, not iterator: add_span may grow the list of this very unit.
        for (std::size_t k = 0; k < chart_.at(i).size(); ++k) {
          ChartSpan span = chart_.at(i)[k];
          if (span.cls != shape) continue;
          present_.add(shape);
          for (const Inclusion& above : tables_.containers[shape]) {
            chart_.add_span(i, {above.cls, above.forms, span.end});
            present_.add(above.cls);
          }
        }
      }
    }
    for (std::size_t c = 0; c < tables_.composites.size(); ++c) {
      const Automaton& automaton = tables_.composites[c];
      if (!present_.has_all(automaton.required())) continue;
      for (std::size_t i = 0; i < chart_.units.size(); ++i) {
        if (!may_begin(automaton, i)) continue;
        std::size_t end = automaton.run(chart_, i, active_);
        if (end == i) continue;
        const Element& last = tables_.lexicon.composites[c].frame.elements.back();
        add_span(i, tables_.lexicon.composites[c].cls, forms_of(last, end), end);
      }
    }
  }

  // The form of a little frame is that of its last element; elements without one count as any.
  std::uint16_t forms_of(const Element& last, std::size_t end) const {
    if (last.kind != Element::Kind::cls || last.negative) return kForms;
    for (std::size_t back = 1; back <= 4 && back <= end; ++back) {
      for (const ChartSpan& span : chart_.at(end - back)) {
        if (span.end == end && span.cls == last.cls) return span.forms;
      }
    }
    return kForms;
  }

  bool may_begin(const Automaton& automaton, std::size_t unit) const {
    if (automaton.starts().empty()) return true;
    for (const ChartSpan& span : chart_.at(unit)) {
      if (std::binary_search(automaton.starts().begin(), automaton.starts().end(), span.cls)) return true;
    }
    return false;
  }

  void run_frame(std::uint32_t frame, std::size_t unit) {
    if (last_start_[frame] == unit) return;
    last_start_[frame] = unit;
    const Automaton& automaton = tables_.frames[frame];
    std::size_t end = automaton.run(chart_, unit, active_);
    if (end == unit) return;
    Candidate candidate;
    candidate.entry = &tables_.lexicon.entries[tables_.frame_entries[frame]];
    candidate.units = {unit, end};
    candidate.steps = automaton.trace(chart_, unit, end);
    const Step* trigger = nullptr;
    for (const Step& step : candidate.steps) {
      if (step.cls == kNoClass) continue;
      if (tables_.is_target[step.cls]) {
        if (candidate.target.empty()) candidate.target = step.units;
      } else if (trigger == nullptr || tables_.cost[step.cls] <= tables_.cost[trigger->cls]) {
        trigger = &step;
      }
    }
    candidate.trigger = trigger != nullptr ? trigger->units : candidate.target.empty() ? candidate.units : candidate.target;
    candidates_.push_back(std::move(candidate));
  }

  void find_candidates() {
    candidates_.clear();
    std::fill(last_start_.begin(), last_start_.end(), kNever);
    runnable_.assign(tables_.frames.size(), -1);
    auto may_run = [&](std::uint32_t frame) {
      signed char& known = runnable_[frame];
      if (known < 0) known = present_.has_all(tables_.frames[frame].required()) ? 1 : 0;
      return known == 1;
    };
    for (std::size_t i = 0; i < chart_.units.size(); ++i) {
      for (const ChartSpan& span : chart_.at(i)) {
        if (std::uint32_t entry = tables_.term_entry[span.cls]; entry != 0) {
          Candidate candidate;
          candidate.entry = &tables_.lexicon.entries[entry - 1];
          candidate.units = candidate.trigger = {i, span.end};
          candidates_.push_back(std::move(candidate));
        }
        for (std::uint32_t frame : tables_.frames_by_start[span.cls]) {
          if (may_run(frame)) run_frame(frame, i);
        }
      }
      for (std::uint32_t frame : tables_.frames_anywhere) {
        if (may_run(frame)) run_frame(frame, i);
      }
    }
  }

  std::size_t candidates_in_sentence(std::size_t unit) const {
    Span sentence = chart_.sentence_of(unit);
    auto at = std::lower_bound(candidates_.begin(), candidates_.end(), sentence.begin,
                               [](const Candidate& candidate, std::size_t begin) { return candidate.units.begin < begin; });
    std::size_t count = 0;
    std::size_t last = kNever;
    for (; at != candidates_.end() && at->units.begin < sentence.end; ++at) {
      if (at->entry->is_frame || at->units.begin == last) continue;
      last = at->units.begin;
      ++count;
    }
    return count;
  }

  void judge(const Prepared& prepared, const std::vector<Zone>& zones, FieldHits& hits) {
    GuardJudge guards(*tables_.guards, prepared, zones, chart_);
    std::size_t region_first = hits.entries.size();
    for (const Candidate& candidate : candidates_) {
      const Entry& entry = *candidate.entry;
      if (hits.entries.size() >= kMaxEntryHits) {
        ++hits.overflow;
        continue;
      }
      bool counts = (entry.guards & guard_bit(Guard::counted)) != 0;
      Verdict verdict = guards.judge(candidate, counts ? candidates_in_sentence(candidate.units.begin) : 0);
      if (verdict.dropped || (!tables_.lexicon.rules[entry.rule].is_signal && is_hidden(prepared, zones, candidate.units))) {
        ++hits.dropped;
        continue;
      }
      EntryHit hit;
      hit.rule = entry.rule;
      hit.entry = static_cast<std::uint32_t>(&entry - tables_.lexicon.entries.data());
      hit.first = chart_.units[candidate.units.begin].first;
      hit.last = chart_.units[candidate.units.end - 1].last;
      hit.trigger = tokens_of(candidate.trigger);
      hit.target = candidate.target.empty() ? Span{} : tokens_of(candidate.target);
      hit.severity = entry.severity;
      hit.confidence = entry.confidence;
      hit.lowered = verdict.lowered;
      if (verdict.lowered != 0) lower(hit.severity, hit.confidence);
      for (std::size_t i = candidate.units.begin; i < candidate.units.end; ++i) {
        hit.disguised = hit.disguised || chart_.units[i].disguised;
        if (chart_.units[i].guessed && hit.confidence == Confidence::high) hit.confidence = Confidence::medium;
      }
      keep(hit, hits.entries, region_first);
    }
    std::sort(hits.entries.begin() + static_cast<std::ptrdiff_t>(region_first), hits.entries.end(), [](const EntryHit& a, const EntryHit& b) {
      return std::tie(a.first, a.last, a.rule, a.entry) < std::tie(b.first, b.last, b.rule, b.entry);
    });
  }

  // Nobody reads hidden words; only signals (a disclaimer that is there and cannot be seen) are of interest in them.
  bool is_hidden(const Prepared& prepared, const std::vector<Zone>& zones, Span units) const {
    if (zones.empty()) return false;
    Span text = prepared.words_in_text(chart_.units[units.begin].first, chart_.units[units.end - 1].last);
    return std::any_of(zones.begin(), zones.end(), [&](const Zone& zone) { return zone.kind == ZoneKind::hidden && zone.span.overlaps(text); });
  }

  // Of hits of one rule that overlap the weightiest stays, then the surest, then the longest. Hits come by their begin, and
  // none is longer than an automaton reaches, so only the last few can overlap.
  static void keep(const EntryHit& hit, std::vector<EntryHit>& list, std::size_t from) {
    auto weight = [](const EntryHit& h) { return std::make_tuple(h.severity, h.confidence, h.last - h.first); };
    for (std::size_t i = list.size(); i > from;) {
      const EntryHit& other = list[--i];
      if (other.first + 2 * Automaton::kReach < hit.first) break;
      if (other.rule != hit.rule || other.first >= hit.last || hit.first >= other.last) continue;
      if (weight(hit) <= weight(other)) return;
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
    }
    list.push_back(hit);
  }

  Span tokens_of(Span units) const { return {chart_.units[units.begin].first, chart_.units[units.end - 1].last}; }

  const Tables& tables_;
  Chart chart_;
  ClassSet present_;
  std::vector<Span> regions_;
  std::vector<std::string_view> parts_;
  std::vector<std::uint64_t> active_;
  std::vector<Candidate> candidates_;
  std::vector<std::size_t> last_start_;
  std::vector<signed char> runnable_;
};

void Matcher::ScratchDelete::operator()(Scratch* scratch) const { delete scratch; }

Matcher::Matcher(Lexicon lexicon) : tables_(std::make_unique<Tables>(std::move(lexicon))) {}
Matcher::~Matcher() = default;

Matcher::ScratchPtr Matcher::make_scratch() const { return ScratchPtr(new Scratch(*tables_)); }

void Matcher::match(const Prepared& prepared, const std::vector<Zone>& zones, std::span<const std::uint32_t> seeds, Scratch& scratch,
                    FieldHits& hits) const {
  scratch.match(prepared, zones, seeds, hits);
}

std::optional<std::uint16_t> Matcher::class_id(std::string_view name) const {
  std::uint16_t id = tables_->id(name);
  return id == kNoClass ? std::nullopt : std::optional(id);
}

std::optional<std::uint32_t> Matcher::rule_id(std::string_view name) const {
  for (std::size_t i = 0; i < tables_->rules.size(); ++i) {
    if (tables_->rules[i].id == name) return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

const Rule& Matcher::rule(std::uint32_t id) const { return tables_->rules[id]; }
bool Matcher::is_signal(std::uint32_t id) const { return tables_->lexicon.rules[id].is_signal; }
std::size_t Matcher::rule_count() const { return tables_->rules.size(); }
std::string_view Matcher::entry_name(std::uint32_t entry) const { return tables_->lexicon.entries[entry].name; }
const Lexicon& Matcher::lexicon() const { return tables_->lexicon; }

}  // namespace postvet
