#include "lexicon/matcher.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "lexicon_of.h"
#include "shipped.h"
#include "slow_matcher.h"

using namespace postvet;
using namespace postvet_test;

namespace {

// What the slow matcher finds and the matcher does not (of matches of one entry that overlap it keeps some), and what
// only the matcher finds. Numbers of entries and places, no text.
std::vector<std::string> differences(const Lexicon& lexicon, const std::vector<SlowMatcher::Match>& slow,
                                     const FieldHits& hits) {
  std::vector<std::string> list;
  auto say = [&](const char* what, std::size_t entry, std::size_t first, std::size_t last) {
    list.push_back(std::string(what) + " " + lexicon.entries[entry].name + " at words " + std::to_string(first) + "-" +
                   std::to_string(last));
  };
  for (const EntryHit& hit : hits.entries) {
    if (!std::binary_search(slow.begin(), slow.end(), SlowMatcher::Match{hit.entry, hit.first, hit.last}))
      say("made up", hit.entry, hit.first, hit.last);
  }
  for (std::size_t i = 0; i < slow.size();) {
    // Matches of one entry that hang together by overlap.
    std::size_t end = i + 1;
    std::size_t reach = slow[i].last;
    while (end < slow.size() && slow[end].entry == slow[i].entry && slow[end].first < reach)
      reach = std::max(reach, slow[end++].last);
    bool found = std::any_of(hits.entries.begin(), hits.entries.end(), [&](const EntryHit& hit) {
      return hit.entry == slow[i].entry && hit.first >= slow[i].first && hit.last <= reach;
    });
    if (!found) say("lost", slow[i].entry, slow[i].first, reach);
    i = end;
  }
  return list;
}

constexpr std::string_view kSmall = R"(
classes:
  be: [am, is, are, "'s", "'re", "'m"]
  adverb: [very, so]
  group.any: [zorbs]
  foul: [blarg, {word: snorf, pos: noun}]
  thing: [kettle]
  should: [should, must]
  pronoun.you: [you]
rules:
  test/foul:
    summary: finds foul words
    message: is foul
    help: leave it out
    terms:
      - {term: quibbledorf, pos: noun}
      - green wizzle
    frames:
      - "<group.any> <be> <adverb>* <foul>"
      - "<should> n't splurge"
      - "<pronoun.you> || <foul:plural>"
signals:
  stance.test:
    frames: ["in my view"]
)";

}  // namespace

TEST_CASE("the shipped lexicons lose nothing to anchors and regions, over all texts of the corpus and their own") {
  Lexicon lexicon = without_guards(shipped_lexicon());
  SlowMatcher slow(lexicon);
  Finder finder(lexicon);
  std::size_t texts = 0;
  std::size_t matches = 0;
  std::size_t wrong = 0;
  std::vector<std::string> all_texts = corpus_texts();
  LexiconBuilder builder;
  for (const auto& [name, yaml] : yaml_files("lexicons")) REQUIRE(builder.add_file(yaml, name));
  for (const LexiconTest& test : builder.tests()) all_texts.push_back(test.text);
  for (const std::string& text : all_texts) {
    const FieldHits& hits = finder.find(text);
    std::vector<SlowMatcher::Match> all = slow.find(finder.prepared());
    ++texts;
    matches += all.size();
    for (const std::string& difference : differences(lexicon, all, hits)) {
      ++wrong;
      if (wrong <= 40) MESSAGE(difference << ": " << text);
    }
  }
  CHECK(wrong == 0);
  CHECK(texts > 1000);
  CHECK(matches > 500);
}

namespace {

// Lexicons and texts of few words, so that entries are found often, by whatever road there is.
class Fuzz {
 public:
  explicit Fuzz(unsigned seed) : random_(seed) {}

  std::string lexicon() {
    std::string yaml = "classes:\n";
    for (unsigned cls = 0; cls < kClasses; ++cls) {
      yaml += "  c" + std::to_string(cls) + ": {words: [";
      for (unsigned left = 1 + below(3); left > 0; --left)
        yaml += "\"" + (cls > 0 && below(4) == 0 ? little_frame(cls) : phrase()) + "\", ";
      yaml += "]";
      if (cls > 0 && below(3) == 0) yaml += ", include: [c" + std::to_string(below(cls)) + "]";
      yaml += "}\n";
    }
    yaml +=
        "rules:\n  a/b:\n    summary: s\n    message: m\n    help: h\n    terms: [{term: blarg, disguise: true}, "
        "{term: quibbledorf, disguise: true}";
    for (unsigned left = below(3); left > 0; --left) yaml += ", \"" + phrase() + "\"";
    yaml += "]\n    frames:\n";
    for (unsigned left = 6; left > 0; --left) yaml += "      - \"" + frame() + "\"\n";
    return yaml;
  }

  std::string text() {
    static constexpr std::string_view kOthers[] = {
        "don't", "dont",      "they're",   "theyre", "cannot",  "can't",        "im",
        "bl4rg", "b l a r g", "b.l.a.r.g", "bl*rg",  "blaaarg", "quibbeldorf",  "qu1bbledorf's",
        "Some",  "words",     "else",      "today",  "x",       "me@blarg.com", "zorb's"};
    static constexpr std::string_view kGaps[] = {" ",  " ", " ",   " ",  " ",  " ",     " ",    " ",
                                                 ", ", "-", " \"", ". ", "; ", " but ", "\n\n", "/"};
    std::string text;
    if (below(40) == 0) {
      for (unsigned left = 200 + below(200); left > 0; --left) text += "else ";
    }
    for (unsigned left = 1 + below(30); left > 0; --left) {
      text += below(3) == 0 ? kOthers[below(std::size(kOthers))] : word();
      text += kGaps[below(std::size(kGaps))];
    }
    return text;
  }

 private:
  static constexpr unsigned kClasses = 6;

  unsigned below(std::size_t n) { return static_cast<unsigned>(random_() % n); }

  std::string_view word() {
    static constexpr std::string_view kWords[] = {"blarg", "quibbledorf", "wizzle", "zorb", "the", "is",
                                                  "do",    "not",         "you",    "they", "can", "i"};
    return kWords[below(std::size(kWords))];
  }

  std::string phrase() {
    static constexpr std::string_view kClitics[] = {" n't", " 're", " 'm"};
    std::string phrase(word());
    for (unsigned left = below(3); left > 0; --left) phrase += " " + std::string(word());
    if (below(6) == 0) phrase += kClitics[below(3)];
    return phrase;
  }

  std::string cls(unsigned classes) { return "<c" + std::to_string(below(classes)) + ">"; }
  std::string little_frame(unsigned classes) {
    return cls(classes) + " " + (below(2) == 0 ? cls(classes) : std::string(word()));
  }

  std::string frame() {
    std::string frame;
    for (unsigned left = 1 + below(3); left > 0; --left) {
      switch (below(11)) {
        case 0:
          frame += "... ";
          break;
        case 1:
          frame += "^ ";
          break;
        case 2:
          frame += "|| ";
          break;
        case 3:
          frame += "!" + cls(kClasses) + " ";
          break;
        case 4:
          frame += cls(kClasses) + "? ";
          break;
        case 5:
          frame += cls(kClasses) + "* ";
          break;
        case 6:
          frame += "(" + std::string(word()) + "|" + cls(kClasses) + " " + std::string(word()) + ")+ ";
          break;
        default:
          frame += cls(kClasses) + " ";
          break;
      }
      if (below(4) == 0) frame += std::string(word()) + " ";
    }
    return frame + (below(2) == 0 ? cls(kClasses) : std::string(word())) + (below(6) == 0 ? " $" : "");
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("random lexicons lose nothing over random texts") {
  Fuzz fuzz(7);
  std::size_t matches = 0;
  std::size_t wrong = 0;
  for (int round = 0; round < 300; ++round) {
    std::string yaml = fuzz.lexicon();
    Lexicon lexicon = without_guards(lexicon_of(yaml));
    SlowMatcher slow(lexicon);
    Finder finder(lexicon);
    for (int texts = 0; texts < 40; ++texts) {
      std::string text = fuzz.text();
      const FieldHits& hits = finder.find(text);
      std::vector<SlowMatcher::Match> all = slow.find(finder.prepared());
      matches += all.size();
      for (const std::string& difference : differences(lexicon, all, hits)) {
        ++wrong;
        if (wrong <= 5) MESSAGE(difference << ":\n" << text << "\n" << yaml);
      }
    }
  }
  CHECK(wrong == 0);
  CHECK(matches > 10000);
}

TEST_CASE("terms and frames are found where they stand") {
  Finder finder(kSmall);
  struct Row {
    std::string_view text;
    Words found;
  };
  const Row rows[] = {
      {"what a quibbledorf", {"quibbledorf"}},
      {"Two QUIBBLEDORFS, one Quibbledorf.", {"QUIBBLEDORFS", "Quibbledorf"}},
      {"the quibbledorf's hat", {"quibbledorf's"}},
      {"a green wizzle", {"green wizzle"}},
      {"a green-wizzle", {"green-wizzle"}},
      {"zorbs are blarg", {"zorbs are blarg"}},
      {"zorbs are very, very \"blarg\"", {"zorbs are very, very \"blarg"}},
      {"zorbs're so so so snorf", {"zorbs're so so so snorf"}},
      {"you shouldn't splurge", {"shouldn't splurge"}},
      {"you shouldnt splurge", {"shouldnt splurge"}},
      {"you mustn't splurge", {"mustn't splurge"}},
      {"and you: snorfs", {"you: snorfs"}},
      {"It is you. Snorfs!", {"you. Snorfs"}},
      {"in my view it rains", {"in my view"}},

      {"", {}},
      {"quibble dorf", {}},
      {"wizzle green", {}},
      {"green, or wizzle", {}},
      {"green. Wizzle", {}},
      {"green/wizzle", {}},
      {"zorbs blarg", {}},
      {"zorbs are so so so so blarg", {}},
      {"zorbs are. Blarg", {}},
      {"zorbs are but blarg", {}},
      {"you snorfs", {}},
      {"and you: snorf", {}},
      {"you should splurge", {}},
      {"see https://example.org/quibbledorf now", {}},
      {"write to quibbledorf@mail.co.uk", {}},
      {"in my viewing room", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Words found = finder.found(row.text);
    // A possessive is the word and its 's; what the words of a hit are, the tokens say.
    CHECK(found == row.found);
  }
}

TEST_CASE("an anchor counts in every spelling of a contraction") {
  // The rarest word of the entry stands in front of n't, 's or 're: in a text of that one sentence nothing else leads
  // there.
  Finder finder(R"(
rules:
  test/rule: {summary: s, message: m, help: h, terms: ["don't", "can't", "i'm", "they're", "won't"]}
)");
  CHECK(finder.found("we don't") == Words{"don't"});
  CHECK(finder.found("we DONT") == Words{"DONT"});
  CHECK(finder.found("we don\u2019t") == Words{"don\u2019t"});
  CHECK(finder.found("they can't") == Words{"can't"});
  CHECK(finder.found("they cant") == Words{"cant"});
  CHECK(finder.found("im") == Words{"im"});
  CHECK(finder.found("I'm") == Words{"I'm"});
  CHECK(finder.found("theyre") == Words{"theyre"});
  CHECK(finder.found("they won't") == Words{"won't"});
  CHECK(finder.found("they wont") == Words{"wont"});
  CHECK(finder.found("do not") == Words{});
  CHECK(finder.found("donut") == Words{});
  CHECK(finder.found("I am") == Words{});
  CHECK(finder.found("they cannot") == Words{});
  CHECK(finder.found("will not") == Words{});
}

TEST_CASE("code, addresses and hidden words are left alone, quoted ones are weighed") {
  Finder finder(kSmall);
  std::string text = "say quibbledorf now, in my view";
  auto zone = [](ZoneKind kind, std::size_t begin, std::size_t end) {
    Zone one;
    one.kind = kind;
    one.span = {begin, end};
    return std::vector<Zone>{one};
  };
  CHECK(finder.found(text) == Words{"quibbledorf", "in my view"});
  CHECK(finder.found(text, zone(ZoneKind::code, 4, 15)) == Words{"in my view"});
  CHECK(finder.found(text, zone(ZoneKind::url, 4, 15)) == Words{"in my view"});
  CHECK(finder.found(text, zone(ZoneKind::code, 0, 31)) == Words{});
  CHECK(finder.found(text, zone(ZoneKind::hidden, 0, 31)) == Words{"in my view"});  // a signal
  CHECK(finder.found(text, zone(ZoneKind::code, 0, 3)) == Words{"quibbledorf", "in my view"});
  CHECK(finder.find(text, zone(ZoneKind::quoted, 0, 31)).entries.front().severity == Severity::note);
  CHECK(finder.find(text, zone(ZoneKind::quoted, 20, 31)).entries.front().severity == Severity::warning);
  CHECK(finder.found("zorbs are so blarg", zone(ZoneKind::code, 10, 12)) == Words{});
}

TEST_CASE("a hit names its trigger and its target") {
  Finder finder(kSmall);
  const FieldHits& hits = finder.find("I say zorbs are very blarg today");
  REQUIRE(hits.entries.size() == 1);
  CHECK(hits.entries[0].trigger == Span{5, 6});
  CHECK(hits.entries[0].target == Span{2, 3});
  CHECK(finder.matcher().entry_name(hits.entries[0].entry) == "test/foul.frame-1");
  CHECK(finder.matcher().rule(hits.entries[0].rule).id == "test/foul");
  CHECK_FALSE(finder.matcher().is_signal(hits.entries[0].rule));
  CHECK(finder.matcher().rule_id("stance.test"));
  CHECK(finder.matcher().is_signal(*finder.matcher().rule_id("stance.test")));
  CHECK_FALSE(finder.matcher().rule_id("test/none"));
  CHECK_FALSE(finder.matcher().class_id("none"));
  CHECK(finder.matcher().rule_count() == 2);
}

TEST_CASE("classes are told near an anchor or a seed only") {
  Finder finder(kSmall);
  std::uint16_t thing = *finder.matcher().class_id("thing");
  auto things = [&](std::string_view text, const std::vector<std::uint32_t>& seeds) {
    const FieldHits& hits = finder.find(text, {}, seeds);
    return std::count_if(hits.classes.begin(), hits.classes.end(),
                         [&](const ClassHit& hit) { return hit.cls == thing; });
  };
  CHECK(things("a quibbledorf. And kettle.", {}) == 1);
  CHECK(things("hello kettle", {0}) == 1);
  CHECK(things("hello there. One. Two. Three. My kettle.", {0}) == 0);
  CHECK(things("hello there. One. Two. Three. My kettle.", {1}) == 0);
  CHECK(things("hello there. One. Two. Three. My kettle.", {2}) == 1);
  CHECK(things("hello there. One. Two. Three. My kettle.", {0, 5}) == 1);
  CHECK(things("My kettle. One. Two.", {3}) == 0);
  CHECK(things("My kettle. One. Two.", {2}) == 1);
}

TEST_CASE("of hits of one rule that overlap the weightiest stays") {
  Finder finder(R"(
rules:
  test/rule:
    summary: s
    message: m
    help: h
    severity: note
    terms:
      - blarg
      - {term: big blarg, severity: error}
      - blarg thing there
  test/other: {summary: s, message: m, help: h, terms: [blarg]}
)");
  const FieldHits& hits = finder.find("a big blarg thing there");
  REQUIRE(hits.entries.size() == 2);
  CHECK(hits.entries[0].severity == Severity::error);
  CHECK(finder.matcher().rule(hits.entries[1].rule).id == "test/other");
  CHECK(finder.found("blarg thing there").size() == 2);
  CHECK(finder.found("blarg thing there blarg").size() == 4);
  CHECK(finder.found("a big thing there").empty());
}

namespace {

// Processor time: that other programs run, too, makes nothing look slow.
double seconds_for(Finder& finder, const std::string& text) {
  std::clock_t start = std::clock();
  finder.find(text);
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

}  // namespace

TEST_CASE("hostile texts take linear time and give a bounded number of hits") {
  constexpr std::string_view kLexicon = R"(
classes:
  negation: ["not", "n't", never]
  reporting: [said]
  rejection: [disgusting]
  group.any: [zorbs]
  thing: [machine]
  be: [is, are]
allow: {idiom: [blarg market]}
rules:
  test/rule:
    summary: s
    message: m
    help: h
    unless: [negated, quoted-and-rejected, reported, reclaimed, self, non-protected-target, name, teaching, counted, question, hypothetical]
    terms: [{term: blarg, disguise: true}, {term: quibbledorf, pos: noun, disguise: true, except: [old quibbledorf]}]
    frames: ["<group.any> ..20 <be> ..20 quibbledorf", "^ !never zorbs || ... quibbledorf"]
)";
  Finder finder(kLexicon);
  for (std::string_view unit : {"blarg ",
                                "quibbledorf ",
                                "\"blarg\" ",
                                "\" ",
                                "not ",
                                "n't ",
                                "not blarg ",
                                "zorbs are ",
                                "zorbs ",
                                "said blarg ",
                                "b l a r g ",
                                "b.l.a.r.g.",
                                "a ",
                                "bl*rg ",
                                "b*** ",
                                "blaaaarg ",
                                "*",
                                "$",
                                "bl@rg!",
                                "blarg. ",
                                "blarg, ",
                                "Blarg Blarg ",
                                "blarg market ",
                                "zorbs; quibbledorf ",
                                "if ",
                                "@blarg",
                                "#blarg_",
                                "blarg'",
                                "b1a",
                                "qu1bbled0rf"}) {
    CAPTURE(unit);
    constexpr std::size_t kBytes = std::size_t{64} << 10;
    double one = seconds_for(finder, repeated(unit, kBytes / 2));
    double two = seconds_for(finder, repeated(unit, kBytes));
    CHECK(two < one * 2.6 + 0.15);
    CHECK(two < 20);
    CHECK(finder.hits().entries.size() <= kMaxEntryHits);
  }
  for (std::string_view unit : {"blarg ", "\" ", "not "}) {
    CHECK(seconds_for(finder, repeated(unit, std::size_t{1} << 20)) < 120);
    CHECK(finder.hits().entries.size() <= kMaxEntryHits);
  }
}

TEST_CASE("a flood of hits is cut and what was cut is counted") {
  Finder finder(kSmall);
  const FieldHits& few = finder.find(repeated("quibbledorf. ", 13 * 900));
  CHECK(few.entries.size() == 900);
  CHECK(few.overflow == 0);
  const FieldHits& joined = finder.find(repeated("quibbledorf ", 12 * 5000));
  CHECK(joined.entries.size() == kMaxEntryHits);
  CHECK(joined.overflow == 4000);
  const FieldHits& apart = finder.find(repeated("quibbledorf. So. It. Is. ", 25 * 5000));
  CHECK(apart.entries.size() == kMaxEntryHits);
  CHECK(apart.overflow == 4000);
  CHECK(finder.find("quibbledorf").overflow == 0);
}

TEST_CASE("many short sentences cost what they weigh") {
  Finder finder(kSmall);
  std::string half = repeated("A zorb. Is it. So? Quibbledorf! ", 32 * 12500);
  std::string whole = repeated("A zorb. Is it. So? Quibbledorf! ", 32 * 25000);
  double one = seconds_for(finder, half);
  double two = seconds_for(finder, whole);
  CHECK(two < one * 2.6 + 0.15);
  CHECK(two < 20);
  CHECK(finder.find(whole).overflow == 24000);
}
