// A few signals and rules, a small organisation, and what context and checkers make of a post with them: tests of code
// do not depend on the words of the shipped lexicons.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/checker.h"
#include "context/context.h"
#include "lexicon/load.h"
#include "lexicon/matcher.h"

namespace postvet_test {

inline constexpr std::string_view kSmallLexicon = R"(
classes:
  org.body: [my boss, work, our college, the trust]
  org.elsewhere: [oxford]
  be: [am, is, are]
  foul: [blarg]
signals:
  affiliation.staff.direct: {confidence: high, frames: ["i teach at <org.any>"]}
  affiliation.student.direct: {confidence: high, frames: ["i study at <org.any>"]}
  affiliation.staff.indirect: {confidence: medium, terms: [my tutees, {term: my seating plans, confidence: low}]}
  affiliation.student.indirect: {confidence: medium, terms: [my college bus]}
  affiliation.former: {terms: [former]}
  affiliation.other: {terms: [my daughter says]}
  disclaimer.own: {terms: [views my own]}
  disclaimer.not-org: {terms: [not the trust's views], frames: ["not those of <org.any>"]}
  disclaimer.not-other: {terms: [not the council's views]}
  disclaimer.retweet-only: {terms: [rts not endorsements]}
  disclaimer.combined: {terms: [mine and not theirs]}
  stance.opinion: {terms: [i reckon]}
rules:
  harassment/insult:
    summary: finds insults
    severity: warning
    message: insults somebody
    help: leave it out
    terms: [{term: quibbledorf, tier: strong}]
    frames: ["<be> a <foul>"]
  offensive/profanity:
    summary: finds foul words
    severity: error
    message: is foul
    help: leave it out
    terms: [splurge]
)";

struct FieldText {
  std::string_view name;
  std::string_view text;
  std::vector<postvet::Zone> zones = {};
};

// What checkers say.
struct Said final : postvet::Sink {
  void finding(postvet::Finding finding) override { findings.push_back(std::move(finding)); }
  void fact(const postvet::Fact& fact) override { facts.push_back(fact); }

  std::vector<postvet::Finding> findings;
  std::vector<postvet::Fact> facts;
};

class SmallWorld {
 public:
  SmallWorld() {
    policy.organisation = "Hobbleton Trust";
    policy.names = {"Hobbleton Trust"};
    policy.colleges = {{"Hobble College", {}, "Hobbleton"}};
    policy.handles = {"@HobbleCollege"};
    policy.hashtags = {"#HobbleCollege"};
    policy.domains = {"hobble.ac.uk"};
    policy.wordings = {{"staff-profile", "These are my personal views and not those of the Trust."},
                       {"student-profile", "These are my personal views and not those of the college."},
                       {"blog", "This blog holds my personal views and not those of the Trust."},
                       {"short", "Views mine, not the Trust's."}};
    postvet::LexiconBuilder builder;
    auto added = builder.add_file(kSmallLexicon, "small.yaml");
    REQUIRE_MESSAGE(added, added.error().what << " " << added.error().where);
    builder.add_words(postvet::kOrgOwn, {"Hobbleton Trust"});
    builder.add_words(postvet::kOrgCollege, {"Hobble College"});
    builder.add_words(postvet::kOrgHandle, {"HobbleCollege"});
    auto lexicon = builder.build();
    REQUIRE(lexicon);
    matcher = std::make_unique<postvet::Matcher>(std::move(*lexicon));
    scratch_ = matcher->make_scratch();
    contexts = std::make_unique<postvet::ContextMaker>(*matcher, policy);
  }

  // A post of those fields; what it views must outlive the next call of context_of() or said_of().
  static postvet::Post post_of(std::vector<FieldText> fields, postvet::PostKind kind = postvet::PostKind::post) {
    postvet::Post post;
    post.kind = kind;
    for (FieldText& field : fields) {
      post.fields.push_back({.name = field.name, .text = field.text, .to_record = {}, .zones = std::move(field.zones)});
    }
    return post;
  }

  postvet::Context context_of(const postvet::Post& post) {
    prepared_.assign(post.fields.size(), {});
    hits_.assign(post.fields.size(), {});
    for (std::size_t i = 0; i < post.fields.size(); ++i)
      find(post.fields[i].text, post.fields[i].zones, prepared_[i], hits_[i]);
    if (post.author.bio.empty()) return contexts->make(post, prepared_, hits_, nullptr, nullptr);
    bio_hits_.clear();
    find(post.author.bio, {}, bio_, bio_hits_);
    return contexts->make(post, prepared_, hits_, &bio_, &bio_hits_);
  }

  Said said_of(const postvet::CheckerSpec& spec, const postvet::Post& post) {
    postvet::Context context = context_of(post);
    Said said;
    checker_of(spec)->check({post, prepared_, hits_, context, policy}, said);
    return said;
  }

  std::unique_ptr<postvet::Checker> checker_of(const postvet::CheckerSpec& spec) {
    return spec.make({*matcher, patterns_, policy});
  }

  postvet::Policy policy;
  std::unique_ptr<postvet::Matcher> matcher;
  std::unique_ptr<postvet::ContextMaker> contexts;

 private:
  void find(std::string_view text, const std::vector<postvet::Zone>& zones, postvet::Prepared& prepared,
            postvet::FieldHits& hits) {
    preparer_.prepare(text, prepared);
    std::vector<std::uint32_t> seeds;  // every word: class words are wanted everywhere
    for (std::uint32_t i = 0; i < prepared.tokens.size(); ++i) seeds.push_back(i);
    matcher->match(prepared, zones, seeds, *scratch_, hits);
  }

  postvet::Matcher::ScratchPtr scratch_;
  postvet::PatternSet patterns_{std::vector<postvet::PatternSpec>{}};
  postvet::Preparer preparer_;
  std::vector<postvet::Prepared> prepared_;
  postvet::Hits hits_;
  postvet::Prepared bio_;
  postvet::FieldHits bio_hits_;
};

}  // namespace postvet_test
