#include "lexicon/self_test.h"

#include <fmt/format.h>

#include "lexicon/load.h"
#include "lexicon/matcher.h"

namespace postvet {

Result<SelfTestReport> test_lexicon(const std::vector<std::pair<std::string, std::string>>& files,
                                    const ClassWords& words) {
  LexiconBuilder builder;
  for (const auto& [name, text] : files) {
    if (auto ok = builder.add_file(text, name); !ok) return tl::unexpected(ok.error());
  }
  for (const auto& [cls, list] : words) builder.add_words(cls, list);
  auto lexicon = builder.build();
  if (!lexicon) return tl::unexpected(lexicon.error());

  Matcher matcher(*lexicon);
  Matcher::ScratchPtr scratch = matcher.make_scratch();
  Preparer preparer;
  Prepared prepared;
  FieldHits hits;
  SelfTestReport report;
  report.warnings = builder.warnings();
  for (const LexiconTest& test : builder.tests()) {
    ++report.sentences;
    preparer.prepare(test.text, prepared);
    hits.clear();
    matcher.match(prepared, {}, {}, *scratch, hits);
    std::string by;
    for (const EntryHit& hit : hits.entries) {
      if (matcher.rule(hit.rule).id == test.rule && hit.confidence != Confidence::low)
        by = matcher.entry_name(hit.entry);
    }
    if (test.hit && by.empty())
      report.failures.push_back(fmt::format("{}: not found by {}: {}", test.where, test.rule, test.text));
    if (!test.hit && !by.empty())
      report.failures.push_back(fmt::format("{}: found by {}: {}", test.where, by, test.text));
  }
  return report;
}

}  // namespace postvet
