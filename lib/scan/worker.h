// Checks batches: prepares, matches, judges, and turns what was found into what is reported. One a thread.
#pragma once

#include <string>
#include <vector>

#include "model/account.h"
#include "model/batch.h"
#include "report/report.h"
#include "scan/engine.h"
#include "scan/masking.h"

namespace postvet {

// What a batch came to. Plain values: the batch may be reused.
struct Checked {
  struct AccountFact {
    std::size_t account;
    KeptFact fact;
  };
  std::vector<ReportedFinding> findings;  // in order of posts, then of places
  std::vector<AccountFact> facts;
  std::vector<std::pair<std::size_t, KeptPlace>> profiles;  // account and where its profile post stands
  std::uint64_t checked = 0;
  std::uint64_t guarded = 0;    // hits that a guard dropped
  std::uint64_t overflow = 0;   // hits past the limit of a post
  std::uint64_t cut_posts = 0;  // fields longer than kMaxPiece, looked at in pieces
  std::uint64_t combining = 0;  // marks cut
  bool has_media = false;
};

struct WorkerOptions {
  std::string path;  // of the input
  Role role = Role::unknown;
  Severity min_severity = Severity::note;
  Confidence min_confidence = Confidence::medium;
  bool excerpts = false;
  bool show_values = false;
};

// Longer fields are looked at in pieces that overlap, so that nothing on a border is lost.
inline constexpr std::size_t kMaxPiece = std::size_t{1} << 20;  // bytes
inline constexpr std::size_t kPieceOverlap = 4096;              // bytes

// Not thread-safe: each thread has its own. The engine must outlive it.
class Worker {
 public:
  explicit Worker(const Engine& engine);
  ~Worker();
  Worker(const Worker&) = delete;  // holds working memory
  Worker& operator=(const Worker&) = delete;

  void check(const Batch& batch, const WorkerOptions& options, Checked& into);

  // After an input: what its accounts add up to.
  void finish(const std::vector<Account>& accounts, const WorkerOptions& options, std::vector<ReportedFinding>& into);

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace postvet
