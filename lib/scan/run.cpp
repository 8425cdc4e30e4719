#include "scan/run.h"

#include <fmt/format.h>

#include <map>
#include <tuple>

#include "scan/batch_sink.h"
#include "scan/gather.h"
#include "scan/inputs.h"
#include "scan/pipeline.h"

namespace postvet {
namespace {

constexpr std::size_t kMaxMessages = 100;  // lines on stderr for one input

class CheckRun {
 public:
  CheckRun(const Engine& engine, const RunOptions& options, Reporter& reporter, bool excerpts, const Output& output,
           const Messages& messages)
      : engine_(engine),
        options_(options),
        reporter_(reporter),
        output_(output),
        messages_(messages),
        pipeline_(engine, options.jobs,
                  [this](const Batch& batch, Checked& checked) { return deliver(batch, checked); }) {
    worker_options_.role = options.read.role;
    worker_options_.min_severity = options.min_severity;
    worker_options_.min_confidence = options.min_confidence;
    worker_options_.excerpts = excerpts && options.excerpts;
    worker_options_.show_values = options.show_values;
  }

  RunResult run(const Files& files) {
    Gathered gathered = gather(files, options_);
    reporter_.begin(out_);
    for (GatheredInput& input : gathered.inputs) {
      if (!result_.written) break;
      check(input);
    }
    for (std::string& note : gathered.not_examined) result_.summary.not_examined.push_back(std::move(note));
    finish_summary();
    reporter_.end(result_.summary, out_);
    write(true);
    return std::move(result_);
  }

 private:
  void check(GatheredInput& input) {
    ReportedInput& reported = result_.summary.inputs.emplace_back();
    reported.path = input.path;
    messages_left_ = kMaxMessages;
    if (!input.input || !input.reader) {
      problem({input.path, "", 0, 0, input.error.what + (input.error.hint.empty() ? "" : "; " + input.error.hint)},
              "not read");
      ++reported.posts.found;
      ++reported.posts.skipped;
      return;
    }
    reported.reader = input.reader->name;
    worker_options_.path = input.path;
    Facts facts;
    facts_ = &facts;
    BatchSink sink(pipeline_.take(), [&](std::unique_ptr<Batch> batch) -> std::unique_ptr<Batch> {
      return pipeline_.push(std::move(batch), worker_options_) ? pipeline_.take() : nullptr;
    });
    Result<void> read = input.reader->read(*input.input, options_.read, sink);
    sink.flush();
    pipeline_.drain();
    const InputNotes& notes = sink.notes();
    if (!read) {
      problem({input.path, "", 0, 0, read.error().what + (read.error().hint.empty() ? "" : "; " + read.error().hint)},
              reported.posts.found == 0 ? "not read" : "not read to the end");
      ++reported.posts.found;
      ++reported.posts.skipped;
    }
    for (const EntryProblem& unread : input.input->problems()) {
      problem({input.path, unread.path, 0, 0, unread.what}, "not read");
      ++reported.posts.found;
      ++reported.posts.skipped;
    }
    finish_accounts(notes, facts);
    for (const auto& [what, count] : notes.system) reported.system.emplace_back(what, count);
    reported.repairs = notes.repairs;
    reported.repairs.combining += facts.combining;
    for (const std::string& note : notes.notes)
      result_.summary.not_examined.push_back(fmt::format("{}: {}", input.path, note));
    if (notes.accounts_refused > 0) {
      result_.summary.not_examined.push_back(
          fmt::format("{}: {} accounts past the first {} were not added up over their posts", input.path,
                      notes.accounts_refused, kMaxAccounts));
      result_.complete = false;
    }
    if (messages_dropped_ > 0) messages_(fmt::format("{}: and {} more", input.path, messages_dropped_));
    messages_dropped_ = 0;
    facts_ = nullptr;
  }

  // What the batches of one input add up to.
  struct Facts {
    std::vector<Checked::AccountFact> account_facts;  // in order of first appearance
    std::map<std::tuple<std::size_t, std::string, std::string>, std::size_t>
        places;  // account, rule, key → index of the above
    std::vector<std::pair<std::size_t, KeptPlace>> profiles;
    std::uint64_t combining = 0;
  };

  bool deliver(const Batch& batch, Checked& checked) {
    ReportedInput& input = result_.summary.inputs.back();
    input.posts.checked += checked.checked;
    input.posts.skipped += batch.problems.size();
    input.posts.found += checked.checked + batch.problems.size();
    for (const Problem& skipped : batch.problems) {
      problem({input.path, std::string(skipped.entry), skipped.at.line, skipped.at.column, skipped.what}, "skipped");
    }
    for (const ReportedFinding& finding : checked.findings) report(finding);
    // Facts are joined as they come, so that what is kept grows with the accounts and not with the posts.
    for (Checked::AccountFact& fact : checked.facts) join(fact);
    for (auto& profile : checked.profiles) facts_->profiles.push_back(std::move(profile));
    facts_->combining += checked.combining;
    overflow_ += checked.overflow;
    cut_posts_ += checked.cut_posts;
    has_media_ = has_media_ || checked.has_media;
    return write(false);
  }

  void join(Checked::AccountFact& added) {
    auto [known, is_new] =
        facts_->places.try_emplace({added.account, added.fact.rule, added.fact.key}, facts_->account_facts.size());
    if (is_new) {
      facts_->account_facts.push_back(std::move(added));
    } else {
      facts_->account_facts[known->second].fact.count += added.fact.count;
    }
  }

  void finish_accounts(const InputNotes& notes, Facts& facts) {
    std::vector<Account> accounts = notes.accounts;
    for (Checked::AccountFact& fact : facts.account_facts) {
      if (fact.account < accounts.size()) accounts[fact.account].facts.push_back(std::move(fact.fact));
    }
    for (auto& [account, place] : facts.profiles) {
      if (account < accounts.size()) accounts[account].profile = std::move(place);
    }
    std::vector<ReportedFinding> findings;
    pipeline_.own_worker().finish(accounts, worker_options_, findings);
    for (const ReportedFinding& finding : findings) report(finding);
    write(false);
  }

  void report(const ReportedFinding& finding) {
    if (finding.voice == Voice::others && !options_.count_others) {
      ++result_.summary.others;
    } else {
      ++result_.summary.findings[static_cast<std::size_t>(finding.severity)];
    }
    reporter_.finding(finding, out_);
  }

  void problem(const ReportedProblem& problem, std::string_view kind) {
    result_.complete = false;
    reporter_.problem(problem, out_);
    if (messages_left_ == 0) {
      ++messages_dropped_;
      return;
    }
    --messages_left_;
    std::string place = problem.path + (problem.entry.empty() ? "" : "!" + problem.entry);
    if (problem.line > 0) place += fmt::format(":{}:{}", problem.line, problem.column);
    messages_(fmt::format("{}: {}: {}", place, kind, problem.what));
  }

  void finish_summary() {
    ReportSummary& summary = result_.summary;
    for (const ReportedInput& input : summary.inputs) {
      summary.posts.found += input.posts.found;
      summary.posts.checked += input.posts.checked;
      summary.posts.skipped += input.posts.skipped;
    }
    if (has_media_)
      summary.not_examined.push_back("pictures, video and sound: only their captions and descriptions were read");
    if (overflow_ > 0)
      summary.not_examined.push_back(
          fmt::format("{} further places in posts with more than {} of them", overflow_, kMaxEntryHits));
    if (cut_posts_ > 0)
      summary.not_examined.push_back(fmt::format("{} over 1 MiB as a whole: read in overlapping pieces",
                                                 cut_posts_ == 1 ? "1 post" : fmt::format("{} posts", cut_posts_)));
    for (const RuleSettings::Override& setting : engine_.settings().overrides) {
      if (setting.off) summary.switched_off.push_back(fmt::format("{} ({})", setting.rule, setting.where));
    }
  }

  bool write(bool all) {
    constexpr std::size_t kWrite = std::size_t{64} << 10;
    if (result_.written && !out_.empty() && (all || out_.size() >= kWrite)) {
      result_.written = output_(out_);
      out_.clear();
    }
    return result_.written;
  }

  const Engine& engine_;
  const RunOptions& options_;
  Reporter& reporter_;
  const Output& output_;
  const Messages& messages_;
  WorkerOptions worker_options_;
  Pipeline pipeline_;
  RunResult result_;
  std::string out_;
  Facts* facts_ = nullptr;
  std::size_t messages_left_ = kMaxMessages;
  std::size_t messages_dropped_ = 0;
  std::uint64_t overflow_ = 0;
  std::uint64_t cut_posts_ = 0;
  bool has_media_ = false;
};

}  // namespace

RunResult run_check(const Engine& engine, const Files& files, const RunOptions& options, const ReporterSpec& reporter,
                    const ReportOptions& report_options, const Output& output, const Messages& messages) {
  std::unique_ptr<Reporter> writer = reporter.make(report_options);
  return CheckRun(engine, options, *writer, reporter.wants_excerpts, output, messages).run(files);
}

}  // namespace postvet
