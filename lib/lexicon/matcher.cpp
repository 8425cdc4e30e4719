#include "lexicon/matcher.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <unordered_map>

#include "lexicon/automaton.h"
#include "lexicon/chart.h"
#include "lexicon/dictionary.h"
#include "lexicon/disguise.h"
#include "lexicon/guards.h"
#include "lexicon/prefilter.h"
#include "lexicon/shapes.h"
#include "lexicon/units.h"
#include "lexicon/word_table.h"

namespace postvet {
namespace {

bool is_target_name(std::string_view name) {
  for (std::string_view prefix : {"group.", "member.", "referent", "person", "people", "pronoun.", "shape.handle",
                                  "shape.name", "role.", "org.", "target", "identity."}) {
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
  Dictionary dictionary;
  std::vector<Rule> rules;
  std::unordered_map<std::string_view, std::uint16_t> class_ids;
  std::vector<std::vector<Inclusion>> containers;  // by class: the classes that it is in, through however many
  std::vector<char> is_named;                      // by class: declared by a name, not a word or an alternation
  std::vector<char> is_wanted;                     // by class: its words go into the hits
  std::vector<char> is_target;                     // by class
  std::vector<Automaton> composites;               // parallel to lexicon.composites
  std::vector<Automaton> frames;                   // of entries that are frames, in their order
  std::vector<std::uint32_t> frame_numbers;        // by entry: 1 + its index in frames, 0 for a term
  std::vector<std::vector<std::uint16_t>>
      composites_into;                        // by class: the little frames that fill it, by inclusion, too
  std::vector<std::uint16_t> common_classes;  // that guards, checkers and contexts look for
  Disguises disguises;
  WordTable slips;  // hash → number of the word that was meant
  std::unique_ptr<Prefilter> prefilter;
  ShapeClasses shapes;
  std::unique_ptr<GuardClasses> guards;

  Tables(Lexicon from, const std::vector<std::string>& wanted) : lexicon(std::move(from)), dictionary(lexicon) {
    build_classes();
    build_frames();
    build_disguises();
    prefilter = std::make_unique<Prefilter>(lexicon, dictionary, disguises, slips);
    guards = std::make_unique<GuardClasses>(lexicon);
    build_shapes();
    common_classes = guards->all();
    for (std::size_t i = 0; i < lexicon.classes.size(); ++i) {
      auto begins_name = [&](const std::string& beginning) { return lexicon.classes[i].name.starts_with(beginning); };
      is_wanted.push_back(is_named[i] != 0 && std::any_of(wanted.begin(), wanted.end(), begins_name) ? 1 : 0);
      if (is_wanted.back() != 0) common_classes.push_back(static_cast<std::uint16_t>(i));
    }
    for (const LexiconRule& rule : lexicon.rules) {
      rules.push_back({rule.id, rule.summary, rule.severity, rule.confidence, rule.message, rule.help, rule.explanation,
                       rule.good, rule.bad});
    }
  }

  std::uint16_t id(std::string_view name) const {
    auto found = class_ids.find(name);
    return found == class_ids.end() ? kNoClass : found->second;
  }

  void build_classes() {
    std::size_t count = lexicon.classes.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& name = lexicon.classes[i].name;
      class_ids.emplace(name, static_cast<std::uint16_t>(i));
      is_named.push_back(!name.starts_with('=') && !name.starts_with('(') && !name.starts_with('-'));
      bool target = is_target_name(name) || (name.starts_with('(') && name.find('<') != std::string::npos &&
                                             is_target_name(name.substr(name.find('<') + 1)));
      is_target.push_back(target);
    }
    // Who includes whom, the other way round and all the way up.
    std::vector<std::vector<Inclusion>> direct(count);
    for (std::size_t i = 0; i < count; ++i) {
      for (const Inclusion& inclusion : lexicon.classes[i].includes)
        direct[inclusion.cls].push_back({static_cast<std::uint16_t>(i), inclusion.forms});
    }
    containers.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<Inclusion> open = direct[i];
      while (!open.empty()) {
        Inclusion next = open.back();
        open.pop_back();
        auto known = std::find_if(containers[i].begin(), containers[i].end(),
                                  [&](const Inclusion& other) { return other.cls == next.cls; });
        if (known != containers[i].end() && (known->forms | next.forms) == known->forms) continue;
        if (known != containers[i].end()) {
          known->forms = static_cast<std::uint16_t>(known->forms | next.forms);
        } else {
          containers[i].push_back(next);
        }
        for (const Inclusion& above : direct[next.cls])
          open.push_back({above.cls, static_cast<std::uint16_t>(above.forms & next.forms)});
      }
    }
  }

  void build_frames() {
    for (const Composite& composite : lexicon.composites) composites.emplace_back(composite.frame);
    for (const Entry& entry : lexicon.entries) {
      if (entry.is_frame) frames.emplace_back(entry.frame);
      frame_numbers.push_back(entry.is_frame ? static_cast<std::uint32_t>(frames.size()) : 0);
    }
    composites_into.resize(lexicon.classes.size());
    for (std::size_t i = 0; i < lexicon.composites.size(); ++i) {
      std::uint16_t cls = lexicon.composites[i].cls;
      composites_into[cls].push_back(static_cast<std::uint16_t>(i));
      for (const Inclusion& above : containers[cls])
        composites_into[above.cls].push_back(static_cast<std::uint16_t>(i));
    }
  }

  // Whether names of persons are members of a class.
  bool holds_names(std::uint16_t cls) const {
    if (shapes.name == kNoClass) return false;
    const std::vector<Inclusion>& above = containers[shapes.name];
    return cls == shapes.name ||
           std::any_of(above.begin(), above.end(), [&](const Inclusion& inclusion) { return inclusion.cls == cls; });
  }

  // The automaton of an entry that is a frame; null for a term.
  const Automaton* frame_of(std::uint32_t entry) const {
    return frame_numbers[entry] == 0 ? nullptr : &frames[frame_numbers[entry] - 1];
  }

  void build_disguises() {
    for (const Entry& entry : lexicon.entries) {
      if (!entry.disguise) continue;
      for (const Phrase& phrase : lexicon.classes[entry.cls].phrases) {
        if (phrase.words.size() != 1) continue;
        disguises.add(phrase.words[0], dictionary.number(phrase.words[0]), !entry.weak, dictionary);
      }
    }
    for (const auto& [form, number] : disguises.slips()) {
      slips.add(hash_word(form), number);
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

namespace {

// What of a lexicon an entry can be made of: worked out when it is first needed, and kept.
struct Plan {
  std::vector<std::uint16_t> classes;     // that its frame, or the little frames below it, speak of
  std::vector<std::uint16_t> composites;  // little frames that fill them
};

}  // namespace

// Working memory, and the steps of one match that need it.
class Matcher::Scratch {
 public:
  explicit Scratch(const Tables& tables)
      : tables_(tables),
        starts_(tables.lexicon.classes.size()),
        relevant_(tables.lexicon.classes.size(), 0),
        planned_(tables.lexicon.composites.size(), 0),
        plans_(tables.lexicon.entries.size()) {}

  void match(const Prepared& prepared, const std::vector<Zone>& zones, std::span<const std::uint32_t> seeds,
             FieldHits& hits) {
    find_regions(prepared, zones, seeds);
    for (const Region& region : regions_) {
      plan(region.entries, true);
      build_units(prepared, zones, region.words);
      build_spans(prepared);
      find_candidates(region.entries);
      judge(prepared, zones, hits);
      for (std::size_t i = 0; i < chart_.units.size(); ++i) {
        for (const ChartSpan& span : chart_.at(i)) {
          if (tables_.is_wanted[span.cls] == 0) continue;
          hits.classes.push_back({span.cls, span.forms, chart_.units[i].first, chart_.units[span.end - 1].last});
        }
      }
    }
  }

 private:
  static constexpr std::size_t kNever = static_cast<std::size_t>(-1);

  // A stretch of text that is looked at in full, and the entries that may match in it.
  struct Region {
    Span words;
    std::vector<std::uint32_t> entries;
  };

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

  // The sentences, with their neighbours, of the clauses in which something was found at a first look, and of the
  // seeds.
  void find_regions(const Prepared& prepared, const std::vector<Zone>& zones, std::span<const std::uint32_t> seeds) {
    regions_.clear();
    places_.clear();
    tables_.prefilter->find(prepared, filter_, found_);
    for (std::size_t c = 0; c < found_.clauses.size(); ++c) {
      const Prefilter::Clause& clause = found_.clauses[c];
      std::span<const std::uint32_t> entries(found_.entries.data() + clause.first, clause.last - clause.first);
      plan(entries, false);
      build_units(prepared, zones, clause.words);
      build_spans(prepared);
      if (finds_anything(entries)) places_.emplace_back(clause.words, c);
    }
    for (std::uint32_t seed : seeds) {
      if (seed < prepared.tokens.size()) places_.emplace_back(Span{seed, seed + 1}, kNever);
    }
    if (!seeds.empty()) std::sort(places_.begin(), places_.end());
    for (auto [place, clause] : places_) {
      Span words = prepared.sentence_of(place.begin);
      words.end = std::max(words.end, place.end);
      if (words.begin > 0) words.begin = prepared.sentence_of(words.begin - 1).begin;
      for (int k = 0; k < 3 && words.end < prepared.tokens.size(); ++k) words.end = prepared.sentence_of(words.end).end;
      if (!regions_.empty() && words.begin < regions_.back().words.end) {
        regions_.back().words.end = std::max(regions_.back().words.end, words.end);
      } else {
        regions_.push_back({words, {}});
      }
      if (clause == kNever) continue;
      std::vector<std::uint32_t>& entries = regions_.back().entries;
      entries.insert(entries.end(), found_.entries.begin() + static_cast<std::ptrdiff_t>(found_.clauses[clause].first),
                     found_.entries.begin() + static_cast<std::ptrdiff_t>(found_.clauses[clause].last));
    }
    for (Region& region : regions_) {
      std::sort(region.entries.begin(), region.entries.end());
      region.entries.erase(std::unique(region.entries.begin(), region.entries.end()), region.entries.end());
    }
  }

  const Plan& plan_of(std::uint32_t entry) {
    std::unique_ptr<Plan>& known = plans_[entry];
    if (known) return *known;
    known = std::make_unique<Plan>();
    const Entry& source = tables_.lexicon.entries[entry];
    std::vector<std::uint16_t> open;
    auto speak_of = [&](const Frame& frame) {
      for (const Element& element : frame.elements) {
        if (element.kind == Element::Kind::cls) open.push_back(element.cls);
      }
    };
    if (source.is_frame) speak_of(source.frame);
    if (!source.is_frame) open.push_back(source.cls);
    if (source.except != kNoClass) open.push_back(source.except);
    add_plan(open, *known);
    return *known;
  }

  // All that fills the classes in `open`, through little frames and inclusions.
  void add_plan(std::vector<std::uint16_t> open, Plan& plan) const {
    std::vector<char> seen(tables_.lexicon.classes.size(), 0);
    while (!open.empty()) {
      std::uint16_t cls = open.back();
      open.pop_back();
      if (seen[cls] != 0) continue;
      seen[cls] = 1;
      plan.classes.push_back(cls);
      for (std::uint16_t composite : tables_.composites_into[cls]) {
        plan.composites.push_back(composite);
        for (const Element& element : tables_.lexicon.composites[composite].frame.elements) {
          if (element.kind == Element::Kind::cls) open.push_back(element.cls);
        }
      }
      if (tables_.holds_names(cls)) {
        for (std::uint16_t part :
             {tables_.shapes.first_name, tables_.shapes.ambiguous_first_name, tables_.shapes.title}) {
          if (part != kNoClass) open.push_back(part);
        }
      }
    }
    std::sort(plan.composites.begin(), plan.composites.end());
    plan.composites.erase(std::unique(plan.composites.begin(), plan.composites.end()), plan.composites.end());
  }

  // What the next chart has to hold: for the entries, and for a region also what guards and checkers look for.
  void plan(std::span<const std::uint32_t> entries, bool in_full) {
    ++plan_turn_;
    composites_.clear();
    auto take = [&](const Plan& plan) {
      for (std::uint16_t cls : plan.classes) relevant_[cls] = plan_turn_;
      for (std::uint16_t composite : plan.composites) {
        if (planned_[composite] == plan_turn_) continue;  // most entries share theirs
        planned_[composite] = plan_turn_;
        composites_.push_back(composite);
      }
    };
    for (std::uint32_t entry : entries) take(plan_of(entry));
    if (in_full) {
      if (!common_) {
        common_ = std::make_unique<Plan>();
        add_plan(tables_.common_classes, *common_);
      }
      take(*common_);
    }
    std::sort(composites_.begin(), composites_.end());
  }

  bool finds_anything(std::span<const std::uint32_t> entries) {
    bool found = false;
    for (std::uint32_t entry : entries) {
      if (const Automaton* frame = tables_.frame_of(entry)) {
        for_starts(*frame, [&](std::size_t unit) { found = found || frame->run(chart_, unit, active_) != unit; });
      } else {
        found = found || !starts_[tables_.lexicon.entries[entry].cls].empty();
      }
      if (found) return true;
    }
    return false;
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
          unit.disguised = tables_.dictionary.number(token.hash) != unmasked.word;
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
          unit.word = tables_.dictionary.number(part);
          chart_.add_unit(unit);
          unit.joined = true;
          unit.begins_clause = unit.begins_sentence = unit.after_comma = false;
        }
        continue;
      }
      unit.word = tables_.dictionary.number(token.hash);
      if (unit.word == 0) {
        unit.word = tables_.slips.find(token.hash);
        unit.disguised = unit.guessed = unit.word != 0;
      }
      chart_.add_unit(unit);
    }
  }

  void note_start(std::uint16_t cls, std::size_t unit) {
    std::vector<std::uint32_t>& list = starts_[cls];
    if (list.empty()) present_.push_back(cls);
    if (list.empty() || list.back() != unit) list.push_back(static_cast<std::uint32_t>(unit));
  }

  void add_span(std::size_t begin, std::uint16_t cls, std::uint16_t forms, std::size_t end) {
    auto last = static_cast<std::uint32_t>(end);
    if (relevant_[cls] == plan_turn_ && chart_.add_span(begin, {cls, forms, last})) note_start(cls, begin);
    for (const Inclusion& above : tables_.containers[cls]) {
      if (relevant_[above.cls] != plan_turn_) continue;
      auto shared = static_cast<std::uint16_t>(above.forms & forms);
      if (shared != 0 && chart_.add_span(begin, {above.cls, shared, last})) note_start(above.cls, begin);
    }
  }

  void build_spans(const Prepared& prepared) {
    for (std::uint16_t cls : present_) starts_[cls].clear();
    present_.clear();
    for (std::size_t i = 0; i < chart_.units.size(); ++i) {
      std::uint32_t word = chart_.units[i].word;
      if (word == 0) continue;
      for (const StoredPhrase& phrase : tables_.dictionary.single(word)) add_span(i, phrase.cls, phrase.forms, i + 1);
      if (i + 1 >= chart_.units.size() || !chart_.units[i + 1].joined || chart_.units[i + 1].word == 0) continue;
      for (const StoredPhrase& phrase : tables_.dictionary.longer(word, chart_.units[i + 1].word)) {
        std::size_t end = i + 1;
        bool same = true;
        for (std::uint32_t next : tables_.dictionary.rest(phrase)) {
          same = end < chart_.units.size() && chart_.units[end].word == next && chart_.units[end].joined;
          if (!same) break;
          ++end;
        }
        if (same) add_span(i, phrase.cls, phrase.forms, end);
      }
    }
    shapes_.clear();
    find_shapes(prepared, tables_.shapes, chart_, shapes_);
    for (const FoundShape& shape : shapes_) add_span(shape.begin, shape.cls, kForms, shape.end);
    for (std::uint16_t c : composites_) {
      const Composite& composite = tables_.lexicon.composites[c];
      for_starts(tables_.composites[c], [&](std::size_t unit) {
        std::size_t end = tables_.composites[c].run(chart_, unit, active_);
        if (end > unit) add_span(unit, composite.cls, forms_of(composite.frame.elements.back(), end), end);
      });
    }
  }

  // The units with which a match of `automaton` may begin, each once; none when a class that it needs is absent.
  template <class Use>
  void for_starts(const Automaton& automaton, Use use) {
    for (std::uint16_t cls : automaton.required()) {
      if (starts_[cls].empty()) return;
    }
    if (automaton.starts().empty()) {
      for (std::size_t unit = 0; unit < chart_.units.size(); ++unit) use(unit);
      return;
    }
    begins_.clear();
    for (std::uint16_t cls : automaton.starts())
      begins_.insert(begins_.end(), starts_[cls].begin(), starts_[cls].end());
    if (automaton.starts().size() > 1) {
      std::sort(begins_.begin(), begins_.end());
      begins_.erase(std::unique(begins_.begin(), begins_.end()), begins_.end());
    }
    for (std::size_t i = 0; i < begins_.size(); ++i) use(begins_[i]);
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

  void run_frame(const Entry& entry, const Automaton& automaton, std::size_t unit) {
    std::size_t end = automaton.run(chart_, unit, active_);
    if (end == unit) return;
    EntryMatch candidate;
    candidate.entry = &entry;
    candidate.units = {unit, end};
    candidate.steps = automaton.trace(chart_, unit, end);
    const Step* trigger = nullptr;
    for (const Step& step : candidate.steps) {
      if (step.cls == kNoClass) continue;
      if (tables_.is_target[step.cls]) {
        if (candidate.target.empty()) candidate.target = step.units;
      } else if (trigger == nullptr || tables_.prefilter->cost(step.cls) <= tables_.prefilter->cost(trigger->cls)) {
        trigger = &step;
      }
    }
    candidate.trigger = trigger != nullptr         ? trigger->units
                        : candidate.target.empty() ? candidate.units
                                                   : candidate.target;
    candidates_.push_back(std::move(candidate));
  }

  void find_candidates(std::span<const std::uint32_t> entries) {
    candidates_.clear();
    for (std::uint32_t number : entries) {
      const Entry& entry = tables_.lexicon.entries[number];
      if (const Automaton* frame = tables_.frame_of(number)) {
        for_starts(*frame, [&](std::size_t unit) { run_frame(entry, *frame, unit); });
        continue;
      }
      for (std::uint32_t unit : starts_[entry.cls]) {
        for (const ChartSpan& span : chart_.at(unit)) {
          if (span.cls != entry.cls) continue;
          EntryMatch candidate;
          candidate.entry = &entry;
          candidate.units = candidate.trigger = {unit, span.end};
          candidates_.push_back(std::move(candidate));
        }
      }
    }
    std::stable_sort(candidates_.begin(), candidates_.end(), [](const EntryMatch& a, const EntryMatch& b) {
      return std::make_pair(a.units.begin, a.entry) < std::make_pair(b.units.begin, b.entry);
    });
  }

  std::size_t candidates_in_sentence(std::size_t unit) const {
    Span sentence = chart_.sentence_of(unit);
    auto at =
        std::lower_bound(candidates_.begin(), candidates_.end(), sentence.begin,
                         [](const EntryMatch& candidate, std::size_t begin) { return candidate.units.begin < begin; });
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
    for (const EntryMatch& candidate : candidates_) {
      const Entry& entry = *candidate.entry;
      if (hits.entries.size() >= kMaxEntryHits) {
        ++hits.overflow;
        continue;
      }
      bool counts = (entry.guards & guard_bit(Guard::counted)) != 0;
      Verdict verdict = guards.judge(candidate, counts ? candidates_in_sentence(candidate.units.begin) : 0);
      if (verdict.dropped ||
          (!tables_.lexicon.rules[entry.rule].is_signal && is_hidden(prepared, zones, candidate.units))) {
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
      if (std::popcount(verdict.lowered) > 1) hit.confidence = Confidence::low;  // spoken about, by more than one sign
      for (std::size_t i = candidate.units.begin; i < candidate.units.end; ++i) {
        hit.disguised = hit.disguised || chart_.units[i].disguised;
        if (chart_.units[i].guessed && hit.confidence == Confidence::high) hit.confidence = Confidence::medium;
      }
      keep(hit, hits.entries, region_first);
    }
    std::sort(hits.entries.begin() + static_cast<std::ptrdiff_t>(region_first), hits.entries.end(),
              [](const EntryHit& a, const EntryHit& b) {
                return std::tie(a.first, a.last, a.rule, a.entry) < std::tie(b.first, b.last, b.rule, b.entry);
              });
  }

  // Nobody reads hidden words; only signals (a disclaimer that is there and cannot be seen) are of interest in them.
  bool is_hidden(const Prepared& prepared, const std::vector<Zone>& zones, Span units) const {
    if (zones.empty()) return false;
    Span text = prepared.words_in_text(chart_.units[units.begin].first, chart_.units[units.end - 1].last);
    return std::any_of(zones.begin(), zones.end(),
                       [&](const Zone& zone) { return zone.kind == ZoneKind::hidden && zone.span.overlaps(text); });
  }

  // Of hits of one rule that overlap the weightiest stays, then the surest, then the longest. Hits come by their begin,
  // and none is longer than an automaton reaches, so only the last few can overlap.
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
  std::vector<std::uint16_t> present_;              // classes that have a span
  std::vector<std::vector<std::uint32_t>> starts_;  // by class: units with which a span begins, ascending
  std::vector<std::uint32_t> begins_;
  std::vector<FoundShape> shapes_;
  Prefilter::Scratch filter_;
  Prefilter::Found found_;
  std::vector<std::pair<Span, std::size_t>> places_;  // words; the clause, or kNever
  std::vector<std::uint32_t> relevant_;               // by class: the turn in which it was relevant last
  std::vector<std::uint32_t> planned_;                // by little frame: the turn in which it was planned last
  std::uint32_t plan_turn_ = 0;
  std::vector<std::uint16_t> composites_;     // of the current plan, in order
  std::vector<std::unique_ptr<Plan>> plans_;  // by entry
  std::unique_ptr<Plan> common_;
  std::vector<Region> regions_;
  std::vector<std::string_view> parts_;
  std::vector<std::uint64_t> active_;
  std::vector<EntryMatch> candidates_;
};

void Matcher::ScratchDelete::operator()(Scratch* scratch) const { delete scratch; }

Matcher::Matcher(Lexicon lexicon, std::vector<std::string> wanted)
    : tables_(std::make_unique<Tables>(std::move(lexicon), wanted)) {}
Matcher::~Matcher() = default;

Matcher::ScratchPtr Matcher::make_scratch() const { return ScratchPtr(new Scratch(*tables_)); }

void Matcher::match(const Prepared& prepared, const std::vector<Zone>& zones, std::span<const std::uint32_t> seeds,
                    Scratch& scratch, FieldHits& hits) const {
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
