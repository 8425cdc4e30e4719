// Rules that are nothing but lexicon entries: what the matcher found becomes findings.
#include <algorithm>

#include "check/checker.h"

namespace postvet {
namespace {

class LanguageChecker final : public Checker {
 public:
  explicit LanguageChecker(const CheckerSetup& setup) : matcher_(setup.matcher) {}

  void check(const PostView& view, Sink& sink) const override {
    for (std::size_t field = 0; field < view.hits.size(); ++field) {
      for (const EntryHit& hit : view.hits[field].entries) {
        if (!matcher_.is_signal(hit.rule)) sink.finding(finding_of(view, field, hit));
      }
    }
  }

 private:
  Finding finding_of(const PostView& view, std::size_t field, const EntryHit& hit) const {
    const Prepared& prepared = view.prepared[field];
    Finding finding;
    finding.rule = &matcher_.rule(hit.rule);
    finding.field = field;
    finding.span = prepared.words_in_text(hit.first, hit.last);
    finding.severity = hit.severity;
    finding.confidence = hit.confidence;
    finding.kind = matcher_.entry_name(hit.entry);
    if (view.post.voice == Voice::passed_on && finding.severity != Severity::note) {
      // Passed on, not written: the policy speaks of posting and of transferring.
      finding.severity = static_cast<Severity>(static_cast<unsigned>(finding.severity) - 1);
    }
    auto add = [&](EvidenceRole role, Span words) {
      if (!words.empty())
        finding.evidence.push_back({role, field, prepared.words_in_text(words.begin, words.end), finding.kind});
    };
    add(EvidenceRole::target, hit.target);
    add(EvidenceRole::trigger, hit.trigger);
    for (std::size_t guard = 0; guard < Names<Guard>::kAll.size(); ++guard) {
      if ((hit.lowered >> guard & 1) == 0 || finding.evidence.size() >= kMaxEvidence) continue;
      finding.evidence.push_back({EvidenceRole::guard, field, finding.span, Names<Guard>::kAll[guard]});
    }
    return finding;
  }

  const Matcher& matcher_;
};

std::unique_ptr<Checker> make(const CheckerSetup& setup) { return std::make_unique<LanguageChecker>(setup); }

}  // namespace

extern constinit const CheckerSpec language{"language", {}, {}, {}, make};

}  // namespace postvet
