#include "lexicon/guards.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "lexicon_of.h"

using namespace postvet;
using namespace postvet_test;

namespace {

// Made-up words. Each guard has a rule of its own, so that none can hide behind another.
std::string lexicon_with(std::string_view guard, std::string_view tier = "strong") {
  return R"(
classes:
  be: [am, is, are, was, were, "'s", "'re", "'m"]
  modal: [should, would, could]
  negation: ["not", "n't", never, nobody, "no", nor]
  reporting: [said, says, heard, called, {word: claim, pos: verb}]
  rejection: [is disgusting, are wrong, stop calling, unacceptable]
  pronoun.i: [i]
  pronoun.we: [we]
  pronoun.you: [you]
  possessive.my: [my]
  pride: [proud]
  teaching: [dictionary, lesson, essay]
  fiction-or-history: [novel, film, victorian]
  thing: [machine, kettle, printer]
  name.title: [mr, mrs, dr]
  group.any: [zorbs, {word: wubbler, pos: noun}]
  foul: [{word: blarg, pos: noun}]
allow:
  idiom: [blarg market, the blarg of pontefract]
rules:
  test/foul:
    summary: s
    message: m
    help: h
    unless: [)" +
         std::string(guard) + R"(]
    terms:
      - {term: blarg, pos: noun, severity: warning, tier: )" +
         std::string(tier) + R"(, except: [old blarg]}
      - {term: snorf, pos: noun, severity: warning}
      - {term: grungle, pos: noun, severity: warning}
    frames:
      - "<group.any> ... <be> <foul>"
      - "<group.any> <modal> vanish"
      - "<modal> not dribble"
)";
}

std::string lexicon_without() {
  std::string yaml = lexicon_with("negated");
  return yaml.erase(yaml.find("    unless: [negated]\n"), std::string_view("    unless: [negated]\n").size());
}

enum class Effect { kept, lowered, dropped };

Effect effect_on(Finder& finder, std::string_view text, const std::vector<Zone>& zones = {}) {
  const FieldHits& hits = finder.find(text, zones);
  if (hits.entries.empty()) return Effect::dropped;
  for (const EntryHit& hit : hits.entries) {
    if (hit.lowered == 0) return Effect::kept;
  }
  return Effect::lowered;
}

struct Row {
  std::string_view guard;
  Effect effect;  // where it applies
  std::vector<std::string_view> applies;
  std::vector<std::string_view> not_here;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows = {
      {"negated",
       Effect::dropped,
       {"zorbs are not blargs", "He is not a blarg.", "Nobody is a blarg here", "I never said blarg",
        "this isn't a blarg", "there is no blarg", "zorbs have never been called blargs", "they arent blargs"},
       {"zorbs are blargs", "not only zorbs are blargs", "He is not only a blarg but loud",
        "I cannot dribble, you blarg", "It is not late. He is a blarg.", "he is not late, the blarg",
        "zorbs should not dribble", "Why not? He is a blarg.", "I cannot be bothered with the blarg",
        "not just a blarg"}},
      {"quoted-and-rejected",
       Effect::dropped,
       {"He said blarg. That is disgusting.", "\"blarg\" is disgusting", "They called us blargs and they are wrong.",
        "Stop calling people \"blargs\"", "She says zorbs are blargs. Unacceptable!",
        "Unacceptable. I heard blarg again.", "\u201CZorbs are blargs\u201D is disgusting"},
       {"He said blarg.", "\"blarg\"", "The soup is disgusting. Nothing else. Really. You blarg.",
        "blarg is disgusting", "zorbs are blargs and the tea is disgusting", "They called us blargs.",
        "Stop calling me, blarg", "He said blarg. Fine. Fine. Fine. The soup is disgusting."}},
      {"reported",
       Effect::lowered,
       {"he said blarg", "The court heard that zorbs are blargs", "\"blarg\"", "He wrote \u201Cyou blarg\u201D on it",
        "she claims zorbs are blargs", "they called me a blarg", "the sign 'blarg' was up"},
       {"you blarg", "zorbs are blargs", "blarg, he said", "He said hello. You blarg!", "the students' blarg",
        "\"hello\" you blarg", "he said so; you blarg", "It was said, but zorbs are blargs"}},
      {"reclaimed",
       Effect::dropped,
       {"as a blarg", "we blargs", "I am a proud blarg", "proud blarg here", "my fellow blargs", "as a blarg I know",
        "we are blargs"},
       {"you blarg", "a blarg", "he is a blarg", "zorbs are blargs", "they say so, the blargs", "as the blarg came in",
        "We left. A blarg stayed.", "I hate blargs"}},
      {"self",
       Effect::dropped,
       {"I am such a blarg", "I'm a blarg", "my inner blarg", "im a blarg lol", "sorry, I was a blarg",
        "let me be a blarg"},
       {"you blarg", "he is a blarg", "zorbs are blargs", "I think you are a blarg", "my brother says she is a blarg",
        "I know. You blarg.", "a blarg", "I told them, blargs"}},
      {"individual",
       Effect::dropped,
       {"he is a blarg", "you blarg", "a blarg", "what a blarg she is", "The blarg left.",
        "Zorbs left. He is a blarg."},
       {"zorbs are blargs", "zorbs and blargs", "those blargs, zorbs all", "a wubbler is a blarg",
        "wubblers are blargs", "blarg of the zorbs"}},
      {"non-protected-target",
       Effect::dropped,
       {"blarg machine", "this machine is a blarg", "the kettle is a blarg", "blarg of a printer", "a blarg kettle",
        "that printer, blarg"},
       {"blarg", "he is a blarg", "you blarg. The kettle boils.", "zorbs are blargs",
        "the machine stood by the wall and he was a blarg", "blarg who never came near any kettle",
        "the kettle boils; you blarg"}},
      {"name",
       Effect::dropped,
       {"We met Mr Blarg today", "Ask Jenny Blarg about it", "I saw Blarg Smith there", "with Dr Blarg",
        "to Blarg Street", "Jenny Blarg sang", "in Upper Blarg"},
       {"you blarg", "Blarg!", "What a Blarg you are", "YOU BLARG", "He is a blarg", "Hello. Blarg is here.",
        "ask Jenny, blarg", "The Blarg sang"}},
      {"teaching",
       Effect::lowered,
       {"the dictionary says blarg", "an essay on blarg", "today's lesson: blarg", "our lesson has the word blarg",
        "Look up blarg in the dictionary", "blarg, an essay"},
       {"you blarg", "zorbs are blargs", "The lesson was fine. You blarg.", "you blarg! Where is my essay",
        "the less on blarg", "dictionaries and blarg", "the teacher is a blarg"}},
      {"fiction-or-history",
       Effect::lowered,
       {"the novel has a blarg", "in Victorian times zorbs were blargs", "a film about a blarg", "blarg, the film",
        "my novel, Blarg", "the film's blarg"},
       {"you blarg", "zorbs are blargs", "I like that film. You blarg.", "you blarg! The novel is mine.",
        "a novelty blarg", "he was filmed, the blarg", "what a blarg"}},
      {"counted",
       Effect::dropped,
       {"blarg, snorf and grungle", "snorfs, blargs, grungles", "no blarg or snorf or grungle",
        "the words blarg, snorf and grungle are here", "grungle blarg snorf", "blarg and snorf and blarg"},
       {"blarg", "blarg and snorf", "you blarg", "Blarg. Snorf. Grungle.", "zorbs are blargs", "blarg, big and loud",
        "blarg! snorf and grungle"}},
      {"question",
       Effect::lowered,
       {"Is he a blarg?", "what is a blarg?", "blarg?", "zorbs are blargs??", "are zorbs blargs or is it blarg?!",
        "\"Is he a blarg?\""},
       {"he is a blarg", "he is a blarg!", "Really? He is a blarg.", "you blarg. Why? Go", "blarg. Who?",
        "a blarg, I ask you."}},
      {"hypothetical",
       Effect::dropped,
       {"if he is a blarg", "he would be a blarg", "suppose zorbs are blargs", "imagine a blarg", "he might be a blarg",
        "whether he is a blarg", "if I were a blarg"},
       {"he is a blarg", "zorbs are blargs", "zorbs were blargs", "if you go; he is a blarg", "If only. He is a blarg.",
        "zorbs should vanish", "zorbs would vanish", "they were blargs"}},
  };
  return kRows;
}

}  // namespace

TEST_CASE("every guard applies where the page says, and not to what looks like it") {
  for (const Row& row : rows()) {
    Finder finder(lexicon_with(row.guard));
    CAPTURE(row.guard);
    CHECK(row.applies.size() >= 6);
    CHECK(row.not_here.size() >= 6);
    for (std::string_view text : row.applies) {
      CAPTURE(text);
      CHECK(effect_on(finder, text) == row.effect);
    }
    for (std::string_view text : row.not_here) {
      CAPTURE(text);
      CHECK(effect_on(finder, text) == Effect::kept);
    }
  }
}

TEST_CASE("without the guard every one of these sentences is found") {
  Finder finder(lexicon_without());
  for (const Row& row : rows()) {
    for (const auto* list : {&row.applies, &row.not_here}) {
      for (std::string_view text : *list) {
        CAPTURE(text);
        CHECK(effect_on(finder, text) == Effect::kept);
      }
    }
  }
}

TEST_CASE("teaching and history drop what weighs little") {
  for (std::string_view tier : {"mild", "moderate"}) {
    Finder teaching(lexicon_with("teaching", tier));
    CHECK(effect_on(teaching, "the dictionary says blarg") == Effect::dropped);
    CHECK(effect_on(teaching, "you blarg") == Effect::kept);
    Finder history(lexicon_with("fiction-or-history", tier));
    CHECK(effect_on(history, "a film about a blarg") == Effect::dropped);
    CHECK(effect_on(history, "a flim about a blarg") == Effect::kept);
  }
  for (std::string_view tier : {"strong", "strongest"}) {
    Finder teaching(lexicon_with("teaching", tier));
    CHECK(effect_on(teaching, "the dictionary says blarg") == Effect::lowered);
  }
}

TEST_CASE("idioms and excepted phrases are innocent, their words elsewhere are not") {
  Finder finder(lexicon_without());
  for (std::string_view text : {"on the blarg market", "The Blarg of Pontefract", "an old blarg", "Blarg-market",
                                "blarg \"market\"", "Old Blarg"}) {
    CAPTURE(text);
    CHECK(effect_on(finder, text) == Effect::dropped);
  }
  for (std::string_view text : {"blarg", "the market blarg", "blarg. Market", "the blarg of Doncaster",
                                "an older blarg", "old snorf", "old, cold blarg"}) {
    CAPTURE(text);
    CHECK(effect_on(finder, text) == Effect::kept);
  }
}

TEST_CASE("a hit is lowered by one step, and is doubtful when more than one guard lowers it") {
  auto level = [](std::string_view severity, std::string_view text) {
    Finder finder(std::string("classes: {reporting: [said], teaching: [essay]}\nrules:\n  test/rule:\n    summary: s\n "
                              "   message: m\n    help: h\n"
                              "    unless: [reported, teaching, question]\n    terms: [{term: blarg, severity: ") +
                  std::string(severity) + "}]\n");
    const FieldHits& hits = finder.find(text);
    REQUIRE(hits.entries.size() == 1);
    return std::pair(hits.entries[0].severity, hits.entries[0].confidence);
  };
  CHECK(level("error", "blarg") == std::pair(Severity::error, Confidence::high));
  CHECK(level("error", "he said blarg") == std::pair(Severity::warning, Confidence::high));
  CHECK(level("warning", "he said blarg") == std::pair(Severity::note, Confidence::high));
  CHECK(level("note", "he said blarg") == std::pair(Severity::note, Confidence::low));
  CHECK(level("error", "the essay said blarg?") == std::pair(Severity::warning, Confidence::low));
}

TEST_CASE("what was dropped is counted") {
  Finder finder(lexicon_with("negated"));
  CHECK(finder.find("this is not a blarg").dropped == 1);
  CHECK(finder.find("this is a blarg").dropped == 0);
}

TEST_CASE("a quoted zone is other people's words, whatever the rule says") {
  Finder finder(lexicon_without());
  std::string_view text = "you blarg. That is disgusting.";
  Zone zone;
  zone.kind = ZoneKind::quoted;
  zone.span = {0, 10};
  CHECK(effect_on(finder, "you blarg. Well.", {zone}) == Effect::lowered);
  CHECK(effect_on(finder, text, {zone}) == Effect::dropped);
  CHECK(effect_on(finder, text) == Effect::kept);
  zone.span = {11, 20};
  CHECK(effect_on(finder, text, {zone}) == Effect::kept);
}

TEST_CASE("guards that look for a class which nobody declares apply to nothing") {
  Finder finder(R"(
rules:
  test/rule:
    summary: s
    message: m
    help: h
    unless: [negated, quoted-and-rejected, reclaimed, self, individual, non-protected-target, teaching, fiction-or-history]
    terms: [blarg]
)");
  for (std::string_view text :
       {"not a blarg", "he said blarg, unacceptable", "proud blarg", "an essay on blarg", "blarg kettle", "blarg"}) {
    CAPTURE(text);
    CHECK(effect_on(finder, text) == Effect::kept);
  }
}
