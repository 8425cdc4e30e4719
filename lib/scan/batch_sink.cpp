#include "scan/batch_sink.h"

#include "base/utf8.h"

namespace postvet {
namespace {
constexpr std::size_t kBatchBytes = std::size_t{256}
                                    << 10;  // small enough to stay in the cache, large enough to amortise
constexpr std::size_t kBatchPosts = 4096;
constexpr std::size_t kKept = 2048;  // bytes of a text of an account: one stays until the input ends

// The front of `text`, in whole characters.
void shorten(std::string& text) {
  if (text.size() <= kKept) return;
  std::size_t end = kKept;
  while (end > 0 && is_utf8_continuation(text[end])) --end;
  text.resize(end);
  text.shrink_to_fit();
}

}  // namespace

void recycle(Batch& batch) {
  batch.arena.clear();
  batch.records.clear();
  batch.posts.clear();
  batch.problems.clear();
}

Record& BatchSink::begin_record(std::string_view text, LineColumn start, OffsetMap to_file, std::string_view entry) {
  if (stored_entry_.data() == nullptr || entry != entry_) {
    entry_ = entry;
    stored_entry_ = batch_->arena.store(entry_);
  }
  Record& record = batch_->records.emplace_back();
  record.text = batch_->arena.store(text, kRecordPadding);
  record.entry = stored_entry_;
  record.start = start;
  record.to_file = std::move(to_file);
  return record;
}

Post& BatchSink::add_post() {
  Post& post = batch_->posts.emplace_back();
  post.record = batch_->records.size() - 1;
  return post;
}

void BatchSink::skip(LineColumn at, std::string what, std::string_view entry) {
  batch_->problems.push_back({batch_->arena.store(entry), at, std::move(what)});
}

bool BatchSink::end_record() {
  if (batch_->arena.used() >= kBatchBytes || batch_->posts.size() >= kBatchPosts ||
      batch_->problems.size() >= kBatchPosts)
    hand_on();
  return !stopped_;
}

std::size_t BatchSink::add_account(Account account) {
  if (notes_.accounts.size() >= kMaxAccounts) {
    ++notes_.accounts_refused;
    return Post::kNone;
  }
  for (std::string* text : {&account.name, &account.handle, &account.bio}) shorten(*text);
  notes_.accounts.push_back(std::move(account));
  return notes_.accounts.size() - 1;
}

void BatchSink::flush() {
  if (!stopped_) hand_on();
}

void BatchSink::hand_on() {
  batch_ = hand_on_(std::move(batch_));
  stopped_ = batch_ == nullptr;
  if (stopped_) batch_ = std::make_unique<Batch>();  // a reader that goes on for a moment finds something to fill
  stored_entry_ = {};
}

}  // namespace postvet
