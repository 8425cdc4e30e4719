#include "lexicon/matcher.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "lexicon/chart.h"
#include "lexicon/guards.h"
#include "lexicon/prefilter.h"

namespace postvet {
namespace {

// One step down: error, warning, note, note at low confidence.
void lower(Severity& severity, Confidence& confidence) {
  if (severity == Severity::note) {
    confidence = Confidence::low;
  } else {
    severity = static_cast<Severity>(static_cast<unsigned>(severity) - 1);
  }
}

}  // namespace

// Working memory, and the steps of one match that need it.
class Matcher::Scratch {
 public:
  explicit Scratch(const CompiledLexicon& lexicon)
      : lexicon_(lexicon),
        chart_({lexicon.dictionary, lexicon.classes, lexicon.little_frames, lexicon.disguises, lexicon.shapes}) {}

  void match(const Prepared& prepared, const std::vector<Zone>& zones, std::span<const std::uint32_t> seeds,
             FieldHits& hits) {
    find_places(prepared, zones, seeds);
    std::sort(places_.begin(), places_.end());
    for (std::size_t first = 0; first < places_.size();) {
      Region region = region_of(prepared, places_[first].words);
      Span words = region.words;
      std::size_t last = first + 1;
      for (; last < places_.size(); ++last) {
        Span place = places_[last].words;
        if (place.begin < region.sentence.end) {
          words.end = std::max(words.end, place.end);
          continue;
        }
        region = region_of(prepared, place);
        if (region.words.begin >= words.end) break;
        words.end = std::max(words.end, region.words.end);
      }
      open(prepared, zones, words);
      find_candidates({places_.data() + first, last - first});
      judge(prepared, zones, hits);
      tell_classes(hits);
      first = last;
    }
  }

 private:
  static constexpr std::size_t kNever = static_cast<std::size_t>(-1);
  static constexpr std::uint32_t kSeed = 0xFFFFFFFF;

  // Words in which an entry was found at a first look, or (kSeed) where a pattern was.
  struct Place {
    Span words;
    Span starts;  // words with which the entry may begin
    std::uint32_t entry = kSeed;
    friend auto operator<=>(const Place&, const Place&) = default;
  };

  void find_places(const Prepared& prepared, const std::vector<Zone>& zones, std::span<const std::uint32_t> seeds) {
    places_.clear();
    opened_ = {};
    lexicon_.prefilter.find(prepared, lexicon_.dictionary, lexicon_.disguises, filter_, found_);
    for (const Prefilter::Clause& clause : found_.clauses) {
      open(prepared, zones, clause.words);
      for (std::size_t i = clause.first; i < clause.last; ++i) {
        const Prefilter::Candidate& candidate = found_.candidates[i];
        bool found = false;
        for_matches(candidate.entry, candidate.starts, [&](std::size_t, std::size_t) { return found = true; });
        if (found) places_.push_back({clause.words, candidate.starts, candidate.entry});
      }
    }
    for (std::uint32_t seed : seeds) {
      if (seed < prepared.tokens.size()) places_.push_back({{seed, seed + 1}, {}, kSeed});
    }
  }

  // A short text is one clause and one region; its chart serves for both.
  void open(const Prepared& prepared, const std::vector<Zone>& zones, Span words) {
    if (words == opened_) return;
    chart_.open(prepared, zones, words);
    opened_ = words;
  }

  // What guards look at: the sentence of a place, the one before it, and three behind it.
  struct Region {
    Span sentence;
    Span words;
  };
  static Region region_of(const Prepared& prepared, Span place) {
    Region region;
    region.sentence = region.words = prepared.sentence_of(place.begin);
    Span& words = region.words;
    words.end = std::max(words.end, place.end);
    if (words.begin > 0) words.begin = prepared.sentence_of(words.begin - 1).begin;
    for (int k = 0; k < 3 && words.end < prepared.tokens.size(); ++k) words.end = prepared.sentence_of(words.end).end;
    return region;
  }

  // Calls use(begin, end) with the units of the matches of an entry that begin with one of `words`, until it returns
  // true.
  template <class Use>
  void for_matches(std::uint32_t number, Span words, Use use) {
    const CompiledEntry& entry = lexicon_.entries[number];
    if (entry.frame != 0 && !chart_.may_hold(lexicon_.frames.needs(entry.frame - 1))) return;
    Span units{chart_.unit_at(words.begin), chart_.unit_at(words.end)};
    bool done = false;
    for (std::size_t at = units.begin; at < units.end && !done; ++at) {
      if (entry.frame == 0) {
        chart_.for_spans(entry.cls, at, [&](std::size_t end, std::uint16_t) { done = done || use(at, end); });
        continue;
      }
      std::size_t frame = entry.frame - 1;
      bool begins = chart_.units[at].begins_clause || chart_.units[at].after_comma;
      if (lexicon_.frames.begins_clause(frame) && !begins) continue;
      if ((chart_.bits_at(at) & lexicon_.frame_bits[frame]) == 0 && lexicon_.frame_bits[frame] != ~ClassBits{0})
        continue;
      std::size_t end = lexicon_.frames[frame].run(chart_, at);
      if (end != at) done = use(at, end);
    }
  }

  void find_candidates(std::span<const Place> places) {
    candidates_.clear();
    for (const Place& place : places) {
      if (place.entry == kSeed) continue;
      for_matches(place.entry, place.starts, [&](std::size_t begin, std::size_t end) {
        add_candidate(place.entry, {begin, end});
        return false;
      });
    }
    auto key = [](const EntryMatch& match) { return std::make_tuple(match.units.begin, match.entry, match.units.end); };
    std::sort(candidates_.begin(), candidates_.end(),
              [&](const EntryMatch& a, const EntryMatch& b) { return key(a) < key(b); });
    // Parts of a long clause overlap.
    auto twins = std::unique(candidates_.begin(), candidates_.end(),
                             [&](const EntryMatch& a, const EntryMatch& b) { return key(a) == key(b); });
    candidates_.erase(twins, candidates_.end());
  }

  void add_candidate(std::uint32_t entry, Span units) {
    EntryMatch candidate;
    candidate.entry = entry;
    candidate.units = candidate.trigger = units;
    if (std::uint32_t frame = lexicon_.entries[entry].frame; frame != 0) {
      candidate.is_frame = true;
      candidate.steps = lexicon_.frames[frame - 1].trace(chart_, units.begin, units.end);
      place_roles(candidate);
    }
    candidates_.push_back(std::move(candidate));
  }

  // The first people named are the target; the rarest of all else is the trigger.
  void place_roles(EntryMatch& candidate) const {
    const Step* trigger = nullptr;
    for (const Step& step : candidate.steps) {
      if (step.cls == kNoClass) continue;
      if (lexicon_.classes.is_target(step.cls)) {
        if (candidate.target.empty()) candidate.target = step.units;
      } else if (trigger == nullptr ||
                 lexicon_.classes.commonness(step.cls) <= lexicon_.classes.commonness(trigger->cls)) {
        trigger = &step;
      }
    }
    if (trigger != nullptr) {
      candidate.trigger = trigger->units;
    } else if (!candidate.target.empty()) {
      candidate.trigger = candidate.target;
    }
  }

  std::size_t terms_in_sentence(std::size_t unit) const {
    Span sentence = chart_.sentence_of(unit);
    auto at =
        std::lower_bound(candidates_.begin(), candidates_.end(), sentence.begin,
                         [](const EntryMatch& candidate, std::size_t begin) { return candidate.units.begin < begin; });
    std::size_t count = 0;
    std::size_t last = kNever;
    for (; at != candidates_.end() && at->units.begin < sentence.end; ++at) {
      if (at->is_frame || at->units.begin == last) continue;
      last = at->units.begin;
      ++count;
    }
    return count;
  }

  void judge(const Prepared& prepared, const std::vector<Zone>& zones, FieldHits& hits) {
    GuardJudge guards(lexicon_.guards, prepared, zones, chart_);
    std::size_t region_first = hits.entries.size();
    for (const EntryMatch& candidate : candidates_) {
      const CompiledEntry& entry = lexicon_.entries[candidate.entry];
      if (hits.entries.size() >= kMaxEntryHits) {
        ++hits.overflow;
        continue;
      }
      bool counts = (entry.guards & guard_bit(Guard::counted)) != 0;
      Verdict verdict = guards.judge(candidate, {entry.guards, entry.except, entry.weak},
                                     counts ? terms_in_sentence(candidate.units.begin) : 0);
      bool is_signal = lexicon_.rule_kinds[entry.rule * 3 + 2] != 0;
      if (verdict.dropped || (!is_signal && is_hidden(prepared, zones, candidate.units))) {
        ++hits.dropped;
        continue;
      }
      keep(hit_of(candidate, verdict), hits.entries, region_first);
    }
    std::sort(hits.entries.begin() + static_cast<std::ptrdiff_t>(region_first), hits.entries.end(),
              [](const EntryHit& a, const EntryHit& b) {
                return std::tie(a.first, a.last, a.rule, a.entry) < std::tie(b.first, b.last, b.rule, b.entry);
              });
  }

  EntryHit hit_of(const EntryMatch& candidate, const Verdict& verdict) const {
    const CompiledEntry& entry = lexicon_.entries[candidate.entry];
    EntryHit hit;
    hit.rule = entry.rule;
    hit.entry = candidate.entry;
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
    return hit;
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

  // The members of wanted classes in the chart.
  void tell_classes(FieldHits& hits) {
    for (std::size_t at = 0; at < chart_.units.size(); ++at) {
      auto tell = [&](std::uint16_t cls, std::uint16_t forms, std::size_t end) {
        hits.classes.push_back({cls, forms, chart_.units[at].first, chart_.units[end - 1].last});
      };
      for (const Chart::PhraseSpan& span : chart_.spans_at(at)) {
        if (!lexicon_.dictionary.is_wanted(span.phrase)) continue;
        for (const Membership& in : lexicon_.dictionary.classes(span.phrase)) {
          if (lexicon_.classes.is_wanted(in.cls)) tell(in.cls, in.forms, span.end);
        }
      }
      for (std::uint16_t cls : lexicon_.classes.wanted_filled())
        chart_.for_little_frames(cls, at, [&](std::size_t end, std::uint16_t forms) { tell(cls, forms, end); });
    }
  }

  Span tokens_of(Span units) const { return {chart_.units[units.begin].first, chart_.units[units.end - 1].last}; }

  const CompiledLexicon& lexicon_;
  Chart chart_;
  Span opened_;  // words of the chart
  Prefilter::Scratch filter_;
  Prefilter::Found found_;
  std::vector<Place> places_;
  std::vector<EntryMatch> candidates_;
};

void Matcher::ScratchDelete::operator()(Scratch* scratch) const { delete scratch; }

Matcher::Matcher(CompiledLexicon lexicon) : lexicon_(std::move(lexicon)) {
  const FlatStrings& texts = lexicon_.rule_texts;
  for (std::size_t i = 0; i * 7 < texts.size(); ++i) {
    std::size_t at = i * 7;
    rules_.push_back({texts[at], texts[at + 1], static_cast<Severity>(lexicon_.rule_kinds[i * 3]),
                      static_cast<Confidence>(lexicon_.rule_kinds[i * 3 + 1]), texts[at + 2], texts[at + 3],
                      texts[at + 4], texts[at + 5], texts[at + 6]});
  }
}

Matcher::Matcher(const Lexicon& lexicon, const std::vector<std::string>& wanted) : Matcher(compile(lexicon, wanted)) {}

Matcher::ScratchPtr Matcher::make_scratch() const { return ScratchPtr(new Scratch(lexicon_)); }

void Matcher::match(const Prepared& prepared, const std::vector<Zone>& zones, std::span<const std::uint32_t> seeds,
                    Scratch& scratch, FieldHits& hits) const {
  scratch.match(prepared, zones, seeds, hits);
}

std::optional<std::uint32_t> Matcher::rule_id(std::string_view name) const {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    if (rules_[i].id == name) return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

}  // namespace postvet
