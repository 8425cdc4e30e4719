// Runs the personal-data checker over a text as the program does: prepared, patterns, the shipped keywords.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/checker.h"
#include "lexicon/load.h"
#include "lexicon/matcher.h"
#include "text/pattern_set.h"
#include "text/prepared.h"

namespace postvet {

extern const CheckerSpec personal_data;

// A finding as tests compare it: "phone high 07911 123456".
struct Found {
  std::string rule;
  Confidence confidence;
  std::string value;
  Finding finding;
};

class PersonalDataWorld {
 public:
  static PersonalDataWorld& instance() {
    static PersonalDataWorld world;
    return world;
  }

  std::vector<Found> find(std::string_view text) {
    Post post;
    post.fields.push_back({.name = "text", .text = text, .to_record = {}, .zones = {}});
    std::vector<Prepared> prepared(1);
    preparer_.prepare(text, prepared[0]);
    Hits hits(1);
    patterns_->find(prepared[0], hits[0].patterns);
    matcher_->match(prepared[0], {}, seeds(prepared[0], hits[0]), *scratch_, hits[0]);
    Collect sink;
    Context context;
    checker_->check({post, prepared, hits, context, policy_}, sink);
    std::vector<Found> found;
    for (Finding& finding : sink.findings) {
      std::string_view id = finding.rule->id;
      std::string value(text.substr(finding.span.begin, finding.span.size()));
      found.push_back({std::string(id.substr(id.find('/') + 1)), finding.confidence, value, std::move(finding)});
    }
    return found;
  }

  const PatternSet& patterns() const { return *patterns_; }

 private:
  struct Collect : Sink {
    std::vector<Finding> findings;
    void finding(Finding finding) override { findings.push_back(std::move(finding)); }
    void fact(const Fact&) override {}
  };

  PersonalDataWorld() {
    std::ifstream file(POSTVET_ROOT "/lexicons/personal-data.yaml");
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    LexiconBuilder builder;
    auto added = builder.add_file(text, "personal-data.yaml");
    REQUIRE_MESSAGE(added, added.error().what << " " << added.error().where);
    auto lexicon = builder.build();
    REQUIRE(lexicon);
    CHECK(builder.warnings().empty());
    matcher_ = std::make_unique<Matcher>(std::move(*lexicon));
    scratch_ = matcher_->make_scratch();
    patterns_ = std::make_unique<PatternSet>(
        std::vector<PatternSpec>(personal_data.patterns.begin(), personal_data.patterns.end()));
    policy_.domains = {"Trust-Colleges.ac.uk"};
    checker_ = personal_data.make({*matcher_, *patterns_, policy_});
  }

  static std::vector<std::uint32_t> seeds(const Prepared& prepared, const FieldHits& hits) {
    std::vector<std::uint32_t> seeds;
    std::size_t token = 0;
    for (const PatternHit& hit : hits.patterns) {
      while (token < prepared.tokens.size() && prepared.tokens[token].end <= hit.folded.begin) ++token;
      if (token < prepared.tokens.size()) seeds.push_back(static_cast<std::uint32_t>(token));
    }
    return seeds;
  }

  std::unique_ptr<Matcher> matcher_;
  Matcher::ScratchPtr scratch_;
  std::unique_ptr<PatternSet> patterns_;
  Policy policy_;
  std::unique_ptr<Checker> checker_;
  Preparer preparer_;
};

// All findings of a text in a line: "phone high 07911 123456; email high jo@…".
inline std::string personal_data_in(std::string_view text) {
  std::string out;
  for (const Found& found : PersonalDataWorld::instance().find(text)) {
    if (!out.empty()) out += "; ";
    out += found.rule + " " + std::string(to_name(found.confidence)) + " " + found.value;
  }
  return out;
}

// The same, without low ones: what reports show.
inline std::string shown_in(std::string_view text) {
  std::string out;
  for (const Found& found : PersonalDataWorld::instance().find(text)) {
    if (found.confidence == Confidence::low) continue;
    if (!out.empty()) out += "; ";
    out += found.rule + " " + std::string(to_name(found.confidence)) + " " + found.value;
  }
  return out;
}

}  // namespace postvet
