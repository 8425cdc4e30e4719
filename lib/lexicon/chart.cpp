#include "lexicon/chart.h"

#include <algorithm>
#include <utility>

namespace postvet {
namespace {

bool in_unread_zone(const Prepared& prepared, const std::vector<Zone>& zones, std::size_t token) {
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

}  // namespace

Chart::Chart(const ChartTables& tables)
    : tables_(tables),
      in_words_(tables.classes.count()),
      possible_(tables.classes.count()),
      impossible_(tables.classes.count()),
      possible_frames_(tables.classes.filled_count()) {}

void Chart::open(const Prepared& prepared, const std::vector<Zone>& zones, Span words) {
  constexpr std::uint16_t kSoft = kSpace | kComma | kHyphen | kQuoteMark | kNewline | kHash | kAt;
  prepared_ = &prepared;
  units.clear();
  phrases_.clear();
  found_.clear();
  frames_.clear();
  all_looked_at_ = false;
  ++turn_;
  bool barrier = true;
  for (std::size_t i = words.begin; i < words.end; ++i) {
    const Token& token = prepared.tokens[i];
    Unit unit;
    unit.first = static_cast<std::uint32_t>(i);
    unit.last = unit.first + 1;
    unit.begins_sentence = prepared.begins_sentence(i);
    unit.begins_clause = prepared.begins_clause(i);
    unit.after_comma = (token.gap & kComma) != 0;
    unit.joined = !barrier && !unit.begins_clause && (token.gap & ~kSoft) == 0;
    barrier = false;
    if (in_unread_zone(prepared, zones, i)) {
      unit.joined = false;
      barrier = true;
      units.push_back(unit);
      continue;
    }
    if (Disguises::looks_odd(prepared, i)) {
      Unmasked unmasked = tables_.disguises.unmask(prepared, i);
      std::size_t last = i + unmasked.tokens;
      if (unmasked.word != 0 && last <= words.end) {
        unit.word = unmasked.word;
        KnownWord written = tables_.dictionary.look_up(token.hash);
        unit.disguised = written.number() != unmasked.word || written.is(KnownWord::kSlip | KnownWord::kContraction);
        unit.last = static_cast<std::uint32_t>(last);
        units.push_back(unit);
        i = last - 1;
        continue;
      }
    }
    TokenWords numbers = tables_.dictionary.words_of(prepared, i);
    unit.word = numbers.first;
    unit.disguised = unit.guessed = numbers.slip;
    units.push_back(unit);
    if (!numbers.two) continue;
    unit.word = numbers.second;
    unit.joined = true;
    unit.begins_clause = unit.begins_sentence = unit.after_comma = false;
    units.push_back(unit);
  }
  looked_.assign(units.size(), {});
}

std::size_t Chart::unit_at(std::size_t word) const {
  auto at = std::partition_point(units.begin(), units.end(), [&](const Unit& unit) { return unit.first < word; });
  return static_cast<std::size_t>(at - units.begin());
}

void Chart::look_up(std::size_t at) {
  Looked& looked = looked_[at];
  looked.known = true;
  looked.begin = static_cast<std::uint32_t>(phrases_.size());
  auto add = [&](std::uint32_t phrase, std::size_t end) {
    phrases_.push_back({phrase, static_cast<std::uint32_t>(end)});
    looked.bits |= tables_.dictionary.class_bits(phrase);
  };
  if (std::uint32_t word = units[at].word; word != 0) {
    if (std::uint32_t phrase = tables_.dictionary.single(word); phrase != 0) add(phrase, at + 1);
    if (at + 1 < units.size() && units[at + 1].joined && units[at + 1].word != 0) {
      for (const LongPhrase& phrase : tables_.dictionary.longer(word, units[at + 1].word)) {
        std::size_t end = at + 1;
        bool same = true;
        for (std::uint32_t next : tables_.dictionary.rest(phrase)) {
          same = end < units.size() && units[end].word == next && units[end].joined;
          if (!same) break;
          ++end;
        }
        if (same) add(phrase.phrase, end);
      }
    }
  }
  shape_spans_.clear();
  find_shapes(*prepared_, units, tables_.dictionary, tables_.shapes, at, shape_spans_);
  for (const ShapeSpan& span : shape_spans_) add(span.phrase, span.end);
  looked.end = static_cast<std::uint32_t>(phrases_.size());
}

void Chart::look_at_all() {
  if (std::exchange(all_looked_at_, true)) return;
  for (std::size_t at = 0; at < units.size(); ++at) {
    for (const PhraseSpan& span : spans_at(at)) {
      for (const Membership& in : tables_.dictionary.classes(span.phrase)) in_words_[in.cls] = turn_;
    }
  }
}

bool Chart::may_hold(std::span<const std::uint16_t> classes) {
  look_at_all();
  return std::all_of(classes.begin(), classes.end(), [&](std::uint16_t cls) { return may_hold(cls); });
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as the lexicon nests its little frames, which it cannot do in a circle
bool Chart::may_hold(std::uint16_t cls) {
  if (in_words_[cls] == turn_ || possible_[cls] == turn_) return true;
  std::uint16_t filled = tables_.classes.filled(cls);
  if (filled == 0 || impossible_[cls] == turn_) return false;
  PossibleFrames frames = possible_frames(filled);
  bool possible = frames.begin != frames.end;
  for (const Inclusion& part : tables_.classes.parts(filled)) possible = possible || may_hold(part.cls);
  (possible ? possible_ : impossible_)[cls] = turn_;
  return possible;
}

// NOLINTNEXTLINE(misc-no-recursion): see may_hold()
Chart::PossibleFrames Chart::possible_frames(std::uint16_t filled) {
  if (possible_frames_[filled].turn == turn_) return possible_frames_[filled];
  std::vector<std::uint16_t> frames;
  for (std::uint16_t frame : tables_.classes.little_frames(filled)) {
    if (may_hold(tables_.little_frames.needs(frame))) frames.push_back(frame);
  }
  auto begin = static_cast<std::uint32_t>(frames_.size());
  frames_.insert(frames_.end(), frames.begin(), frames.end());
  return possible_frames_[filled] = {turn_, begin, static_cast<std::uint32_t>(frames_.size())};
}

Chart::Slot& Chart::slot_of(std::uint64_t key) {
  std::size_t mask = slots_.size() - 1;
  std::size_t at = (key * 0x9E3779B97F4A7C15ULL) >> 32 & mask;
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return slots_[at];
}

// What was found is kept until the next chart; the table of it is emptied, and what it had forgotten found again, when
// it is half full.
Chart::Found Chart::little_frames_at(std::uint16_t filled, std::size_t at) {
  constexpr std::size_t kSlots = 4096;
  if (slots_.empty()) slots_.resize(kSlots);
  std::uint64_t key = std::uint64_t{turn_} << 40 | static_cast<std::uint64_t>(at) << 16 | filled;
  if (Slot& slot = slot_of(key); slot.key == key) return slot.found;
  Found found = make_little_frames(filled, at);  // may use the table
  if (++slots_used_ > slots_.size() / 2) {
    std::fill(slots_.begin(), slots_.end(), Slot{});
    slots_used_ = 1;
  }
  slot_of(key) = {key, found};
  return found;
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as the lexicon nests its little frames, which it cannot do in a circle
Chart::Found Chart::make_little_frames(std::uint16_t filled, std::size_t at) {
  const ClassTable& classes = tables_.classes;
  std::vector<ChartSpan> spans;
  PossibleFrames possible = possible_frames(filled);
  for (std::uint32_t i = possible.begin; i < possible.end; ++i) {
    std::uint16_t frame = frames_[i];
    if ((bits_at(at) & classes.frame_bits(frame)) == 0) continue;
    std::size_t end = tables_.little_frames[frame].run(*this, at);
    if (end > at) spans.push_back({static_cast<std::uint32_t>(end), forms_of(classes.last_class(frame), end)});
  }
  for (const Inclusion& part : classes.parts(filled)) {
    for_little_frames(part.cls, at, [&](std::size_t end, std::uint16_t forms) {
      auto shared = static_cast<std::uint16_t>(forms & part.forms);
      if (shared != 0) spans.push_back({static_cast<std::uint32_t>(end), shared});
    });
  }
  Found found{static_cast<std::uint32_t>(found_.size()), static_cast<std::uint32_t>(found_.size() + spans.size())};
  found_.insert(found_.end(), spans.begin(), spans.end());
  return found;
}

// The form of a little frame is that of its last element; elements without one count as any.
std::uint16_t Chart::forms_of(std::uint16_t last_class, std::size_t end) {
  if (last_class == kNoClass) return kForms;
  for (std::size_t back = 1; back <= 4 && back <= end; ++back) {
    std::uint16_t shared = 0;
    for_spans(last_class, end - back, [&](std::size_t span_end, std::uint16_t forms) {
      if (span_end == end) shared = static_cast<std::uint16_t>(shared | forms);
    });
    if (shared != 0) return shared;
  }
  return kForms;
}

Span Chart::around(std::size_t at, bool Unit::*begins) const {
  Span range{at, at + 1};
  while (range.begin > 0 && at - range.begin < kMaxReach && !(units[range.begin].*begins)) --range.begin;
  while (range.end < units.size() && range.end - at < kMaxReach && !(units[range.end].*begins)) ++range.end;
  return range;
}

}  // namespace postvet
