#include "lexicon/guards.h"

#include <algorithm>

namespace postvet {
namespace {
constexpr std::size_t kNegationReach = 6;  // words before a hit in which a negation governs it
constexpr std::size_t kQuoteReach = 16;    // words between a hit and its quotation marks
}  // namespace

GuardClasses::GuardClasses(const Lexicon& lexicon) {
  auto id = [&](std::string_view name) { return lexicon.class_named(name).value_or(kNoClass); };
  negation = id("negation");
  reporting = id("reporting");
  rejection = id("rejection");
  pronoun_i = id("pronoun.i");
  pronoun_we = id("pronoun.we");
  pronoun_you = id("pronoun.you");
  possessive_my = id("possessive.my");
  pride = id("pride");
  teaching = id("teaching");
  fiction = id("fiction-or-history");
  thing = id("thing");
  title = id("name.title");
  group_any = id("group.any");
  allow = id(kAllowClass);
}

bool GuardJudge::word_is(std::size_t unit, std::initializer_list<std::string_view> words) const {
  std::string_view word = prepared_.word(chart_.units[unit].first);
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The sentence of a hit, the one before it, and three behind it: people quote first and judge afterwards.
Span GuardJudge::neighbourhood(const EntryMatch& candidate) const {
  Span range = chart_.sentence_of(candidate.units.begin);
  if (range.begin > 0) range.begin = chart_.sentence_of(range.begin - 1).begin;
  for (int k = 0; k < 3 && range.end < chart_.units.size(); ++k) range.end = chart_.sentence_of(range.end).end;
  return range;
}

bool GuardJudge::in_sentence(const EntryMatch& candidate, std::uint16_t cls) const {
  return chart_.has(cls, chart_.sentence_of(candidate.units.begin));
}

// "Not only" and "can't be bothered" deny nothing.
bool GuardJudge::negates(std::size_t unit) const {
  bool found = false;
  chart_.for_spans(classes_.negation, unit, [&](std::size_t end, std::uint16_t) {
    bool not_only = end < chart_.units.size() && word_is(end, {"only", "just", "even"});
    bool idiom = end + 1 < chart_.units.size() && word_is(end, {"be"}) && word_is(end + 1, {"bothered"});
    found = found || (!not_only && !idiom);
  });
  return found;
}

// A negation before the hit in its clause and on its side of a comma, or in a gap of the frame. One that the frame
// itself names ("do not deserve") is part of the hostility.
bool GuardJudge::negated(const EntryMatch& candidate) const {
  if (classes_.negation == kNoClass) return false;
  std::size_t clause = chart_.clause_of(candidate.units.begin).begin;
  for (std::size_t i = candidate.units.begin, seen = 0; i > clause && seen < kNegationReach; ++seen) {
    if (chart_.units[i].after_comma) break;
    --i;
    if (negates(i)) return true;
  }
  return std::any_of(candidate.steps.begin(), candidate.steps.end(), [&](const Step& step) {
    return step.cls == kNoClass && step.units.begin < candidate.trigger.begin && negates(step.units.begin);
  });
}

bool GuardJudge::in_quoted_zone(const EntryMatch& candidate) const {
  Span text =
      prepared_.words_in_text(chart_.units[candidate.units.begin].first, chart_.units[candidate.units.end - 1].last);
  return std::any_of(zones_.begin(), zones_.end(),
                     [&](const Zone& zone) { return zone.kind == ZoneKind::quoted && zone.span.overlaps(text); });
}

// Between quotation marks, in the same paragraph.
bool GuardJudge::quoted(const EntryMatch& candidate) const {
  std::size_t first = chart_.units[candidate.units.begin].first;
  std::size_t last = chart_.units[candidate.units.end - 1].last;
  bool opened = false;
  for (std::size_t i = first, seen = 0; seen <= kQuoteReach; --i, ++seen) {
    const Token& token = prepared_.tokens[i];
    if ((token.gap & kQuoteMark) != 0) {
      // An opening mark stands behind a space, not behind a word (the mark of "students'" closes nothing).
      opened = i == 0 || (token.gap & (kSpace | kClauseMark)) != 0 || token.gap == kQuoteMark;
      std::size_t mark = token.begin;
      opened = opened && mark > 0 &&
               (prepared_.folded[mark - 1] == '"' || prepared_.folded[mark - 1] == '\'' ||
                prepared_.folded[mark - 1] == '#');
      break;
    }
    if (i == 0 || (token.gap & kBlankLine) != 0) break;
  }
  if (!opened) return false;
  for (std::size_t i = last, seen = 0; i <= prepared_.tokens.size() && seen <= kQuoteReach; ++i, ++seen) {
    if (i == prepared_.tokens.size()) {
      std::string_view rest = std::string_view(prepared_.folded).substr(prepared_.tokens.back().end);
      return rest.find('"') != std::string_view::npos || rest.find('\'') != std::string_view::npos;
    }
    if ((prepared_.tokens[i].gap & kQuoteMark) != 0) return true;
    if ((prepared_.tokens[i].gap & kBlankLine) != 0) break;
  }
  return false;
}

bool GuardJudge::reported(const EntryMatch& candidate) const {
  if (quoted(candidate)) return true;
  Span clause = chart_.clause_of(candidate.units.begin);
  return chart_.has(classes_.reporting, {clause.begin, candidate.units.begin});
}

bool GuardJudge::rejected(const EntryMatch& candidate) const {
  Span range = neighbourhood(candidate);
  return chart_.has(classes_.rejection, {range.begin, candidate.units.begin}) ||
         chart_.has(classes_.rejection, {candidate.units.end, range.end});
}

// First person and belonging: "as a …", "we …", "I'm a proud …".
bool GuardJudge::reclaimed(const EntryMatch& candidate) const {
  Span sentence = chart_.sentence_of(candidate.units.begin);
  if (chart_.has(classes_.pride, sentence)) return true;
  std::size_t begin = candidate.units.begin > sentence.begin + 4 ? candidate.units.begin - 4 : sentence.begin;
  for (std::size_t i = begin; i < candidate.units.begin; ++i) {
    if (word_is(i, {"as"}) && i + 1 < chart_.units.size() && word_is(i + 1, {"a", "an"})) return true;
    bool belongs = false;
    for (std::uint16_t first_person : {classes_.pronoun_we, classes_.pronoun_i, classes_.possessive_my}) {
      if (first_person == kNoClass) continue;
      chart_.for_spans(first_person, i, [&](std::size_t end, std::uint16_t) {
        bool hates = end < candidate.units.begin && word_is(end, {"hate", "despise", "detest"});
        belongs = belongs || !hates;
      });
    }
    if (belongs) return true;
  }
  return false;
}

// The nearest person before the decisive words is the author.
bool GuardJudge::about_self(const EntryMatch& candidate) const {
  std::size_t clause = chart_.clause_of(candidate.units.begin).begin;
  for (std::size_t i = candidate.trigger.begin + 1; i-- > clause;) {
    if (chart_.begins(classes_.pronoun_you, i) || chart_.begins(classes_.group_any, i)) return false;
    if (word_is(i, {"he", "she", "they", "him", "her", "them"})) return false;
    if (chart_.begins(classes_.pronoun_i, i) || chart_.begins(classes_.possessive_my, i)) return true;
    if (word_is(i, {"me", "myself"})) return true;
  }
  return false;
}

// The hit describes a thing: it stands right before, is the hit's object, or is the subject of the clause.
bool GuardJudge::at_a_thing(const EntryMatch& candidate) const {
  Span clause = chart_.clause_of(candidate.units.begin);
  std::size_t after = std::min(candidate.units.end + 3, clause.end);
  std::size_t before = candidate.units.begin > clause.begin + 4 ? candidate.units.begin - 4 : clause.begin;
  return chart_.has(classes_.thing, {candidate.units.end, after}) ||
         chart_.has(classes_.thing, {before, candidate.units.begin}) ||
         (!candidate.target.empty() && chart_.has(classes_.thing, candidate.target));
}

bool GuardJudge::is_name(const EntryMatch& candidate) const {
  std::size_t first = chart_.units[candidate.units.begin].first;
  std::size_t last = chart_.units[candidate.units.end - 1].last;
  auto capital = [&](std::size_t token) {
    std::uint16_t shape = prepared_.tokens[token].shape;
    return (shape & kUpperFirst) != 0 && (shape & (kAllUpper | kHasDigit)) == 0;
  };
  auto beside = [&](std::size_t token) { return (prepared_.tokens[token].gap & ~(kSpace | kHyphen)) == 0; };
  if (!capital(first)) return false;
  bool next = last < prepared_.tokens.size() && beside(last) && capital(last);
  if (first == 0 || prepared_.begins_sentence(first)) return next;
  bool titled = candidate.units.begin > 0 && chart_.begins(classes_.title, candidate.units.begin - 1);
  bool previous = beside(first) && capital(first - 1) && !prepared_.begins_sentence(first - 1);
  bool first_name = beside(first) && capital(first - 1) && prepared_.begins_sentence(first - 1) &&
                    prepared_.word(first - 1).size() > 3;
  return titled || next || previous || first_name;
}

bool GuardJudge::asked(const EntryMatch& candidate) const {
  Span sentence = chart_.sentence_of(candidate.units.begin);
  std::size_t end = prepared_.tokens[chart_.units[sentence.end - 1].last - 1].end;
  std::string_view mark = std::string_view(prepared_.folded).substr(end, 3);
  return mark.find('?') != std::string_view::npos;
}

bool GuardJudge::supposed(const EntryMatch& candidate) const {
  std::size_t clause = chart_.clause_of(candidate.units.begin).begin;
  for (std::size_t i = clause; i < candidate.trigger.end; ++i) {
    if (word_is(i, {"if", "would", "suppose", "imagine", "unless", "whether", "hypothetically", "pretend", "could",
                    "might", "were"})) {
      bool plain_were = word_is(i, {"were"}) && !(i > clause && word_is(i - 1, {"i", "he", "she", "it"}));
      bool could = word_is(i, {"could", "might", "would"}) && i >= candidate.units.begin && i < candidate.units.end &&
                   candidate.is_frame &&
                   std::any_of(candidate.steps.begin(), candidate.steps.end(),
                               [&](const Step& step) { return step.cls != kNoClass && step.units.contains(i); });
      if (!plain_were && !could) return true;
    }
  }
  return false;
}

// Inside an idiom, a name or a place, or a phrase that the entry itself excepts. Phrases that lie wholly inside the
// decisive words do not count: the hit is more than they are.
bool GuardJudge::allowed(const EntryMatch& candidate, std::uint16_t except) const {
  constexpr std::size_t kLongestPhrase = 8;  // units
  std::size_t begin = candidate.trigger.begin > kLongestPhrase ? candidate.trigger.begin - kLongestPhrase : 0;
  bool found = false;
  for (std::size_t i = begin; i <= candidate.trigger.begin && !found; ++i) {
    for (std::uint16_t innocent : {classes_.allow, except}) {
      if (innocent == kNoClass) continue;
      chart_.for_spans(innocent, i,
                       [&](std::size_t end, std::uint16_t) { found = found || end >= candidate.trigger.end; });
    }
  }
  return found;
}

Verdict GuardJudge::judge(const EntryMatch& candidate, const GuardedEntry& entry, std::size_t terms_in_sentence) const {
  Verdict verdict;
  auto has = [&](Guard guard) { return (entry.guards & guard_bit(guard)) != 0; };
  auto drop = [&](bool when) { verdict.dropped = verdict.dropped || when; };
  auto lower = [&](Guard guard, bool when) {
    if (when) verdict.lowered = static_cast<Guards>(verdict.lowered | guard_bit(guard));
  };
  drop(allowed(candidate, entry.except));
  bool zone = !zones_.empty() && in_quoted_zone(candidate);
  if (zone && !verdict.dropped) {  // other people's words, whatever the rule says
    drop(rejected(candidate));
    lower(Guard::reported, true);
  }
  if (has(Guard::negated) && !verdict.dropped) drop(negated(candidate));
  if (has(Guard::quoted_and_rejected) && !verdict.dropped) drop(reported(candidate) && rejected(candidate));
  if (has(Guard::reported) && !verdict.dropped) lower(Guard::reported, reported(candidate));
  if (has(Guard::reclaimed) && !verdict.dropped) drop(reclaimed(candidate));
  if (has(Guard::self) && !verdict.dropped) drop(about_self(candidate));
  if (has(Guard::individual) && !verdict.dropped) {
    drop(classes_.group_any != kNoClass && !chart_.has(classes_.group_any, chart_.clause_of(candidate.units.begin)));
  }
  if (has(Guard::non_protected_target) && !verdict.dropped) drop(at_a_thing(candidate));
  if (has(Guard::name) && !verdict.dropped) drop(is_name(candidate));
  if (has(Guard::counted) && !verdict.dropped) drop(terms_in_sentence >= 3);
  if (has(Guard::hypothetical) && !verdict.dropped) drop(supposed(candidate));
  for (auto [guard, cls] :
       {std::pair{Guard::teaching, classes_.teaching}, {Guard::fiction_or_history, classes_.fiction}}) {
    if (!has(guard) || verdict.dropped || !in_sentence(candidate, cls)) continue;
    if (entry.weak) {
      verdict.dropped = true;
    } else {
      lower(guard, true);
    }
  }
  if (has(Guard::question) && !verdict.dropped) lower(Guard::question, asked(candidate));
  return verdict;
}

}  // namespace postvet
