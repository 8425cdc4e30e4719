// Fills batches with what a reader makes, and hands full ones on.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "read/reader.h"

namespace postvet {

// What a reader said of an input besides its posts. Complete when the reader has returned.
struct InputNotes {
  std::vector<Account> accounts;
  std::map<std::string, std::uint64_t> system;
  std::vector<std::string> notes;
  Repairs repairs;
  std::uint64_t accounts_refused = 0;  // past kMaxAccounts
};

// Batches are handed on between records, so that a batch holds everything its posts view. Not thread-safe.
class BatchSink final : public PostSink {
 public:
  // `hand_on` takes a batch and returns an empty one to fill next; null stops the reader.
  using HandOn = std::function<std::unique_ptr<Batch>(std::unique_ptr<Batch>)>;

  BatchSink(std::unique_ptr<Batch> batch, HandOn hand_on) : batch_(std::move(batch)), hand_on_(std::move(hand_on)) {}

  Record& begin_record(std::string_view text, LineColumn start, OffsetMap to_file, std::string_view entry) override;
  Batch& batch() override { return *batch_; }
  Post& add_post() override;
  void skip(LineColumn at, std::string what, std::string_view entry) override;
  bool end_record() override;
  std::size_t add_account(Account account) override;
  void count_system(std::string_view what, std::uint64_t count) override { notes_.system[std::string(what)] += count; }
  void note(std::string what) override { notes_.notes.push_back(std::move(what)); }
  void repaired(const Repairs& repairs) override { notes_.repairs += repairs; }

  // Hands on what is left, after the reader.
  void flush();
  const InputNotes& notes() const { return notes_; }
  std::unique_ptr<Batch> take_batch() { return std::move(batch_); }

 private:
  void hand_on();

  std::unique_ptr<Batch> batch_;
  HandOn hand_on_;
  InputNotes notes_;
  std::string entry_;              // of the current run of records
  std::string_view stored_entry_;  // the same, in the arena
  bool stopped_ = false;
};

// Empties a batch and keeps its memory.
void recycle(Batch& batch);

}  // namespace postvet
