// What a reader made of an input, kept for tests: a sink that owns copies, inputs in memory, and the property that
// every text is where its map says it is.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "read/reader.h"

namespace postvet {

// One batch that grows to the end of the input, so that posts and records stay in place for the test to look at.
class Collect final : public PostSink {
 public:
  Record& begin_record(std::string_view text, LineColumn start, OffsetMap to_file,
                       std::string_view entry = {}) override {
    Record record;
    record.text = batch_.arena.store(text, kRecordPadding);
    record.entry = batch_.arena.store(entry);
    record.start = start;
    record.to_file = std::move(to_file);
    batch_.records.push_back(std::move(record));
    open_records += 1;
    return batch_.records.back();
  }

  Batch& batch() override { return batch_; }

  Post& add_post() override {
    batch_.posts.emplace_back();
    batch_.posts.back().record = batch_.records.size() - 1;
    return batch_.posts.back();
  }

  void skip(LineColumn at, std::string what, std::string_view entry = {}) override {
    batch_.problems.push_back({batch_.arena.store(entry), at, std::move(what)});
  }

  bool end_record() override {
    open_records -= 1;
    return stop_after == 0 || batch_.records.size() < stop_after;
  }

  std::size_t add_account(Account account) override {
    accounts.push_back(std::move(account));
    return accounts.size() - 1;
  }

  void count_system(std::string_view what, std::uint64_t count = 1) override { system[std::string(what)] += count; }
  void note(std::string what) override { notes.push_back(std::move(what)); }
  void repaired(const Repairs& more) override { repairs += more; }

  const std::vector<Post>& posts() const { return batch_.posts; }
  const std::vector<Problem>& problems() const { return batch_.problems; }
  const Record& record_of(const Post& post) const { return batch_.records[post.record]; }

  // The bytes of the file or entry that `span` of a field came from.
  Span in_file(const Post& post, const Field& field, Span span) const {
    return record_of(post).to_file.to_source(field.to_record.to_source(span));
  }

  std::vector<Account> accounts;
  std::map<std::string, std::uint64_t> system;
  std::vector<std::string> notes;
  Repairs repairs;
  std::size_t stop_after = 0;  // records; 0: never
  int open_records = 0;        // 0 when begin_record and end_record come in pairs

 private:
  Batch batch_;
};

// A file in memory that hands out at most `step` bytes a read.
class SlowStream final : public ByteStream {
 public:
  SlowStream(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    std::size_t count = bytes_.copy(to, std::min(size, step_), at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t at_ = 0;
};

// A file, or with entries a container.
class TextInput final : public Input {
 public:
  explicit TextInput(std::string bytes, std::string name = "input", std::size_t step = static_cast<std::size_t>(-1))
      : name_(std::move(name)), bytes_(std::move(bytes)), step_(step) {}
  explicit TextInput(std::vector<std::pair<std::string, std::string>> entries, std::string name = "export")
      : name_(std::move(name)), contents_(std::move(entries)), container_(true) {
    for (const auto& [path, content] : contents_) entries_.push_back({path, content.size()});
  }

  const std::string& name() const override { return name_; }
  bool is_container() const override { return container_; }
  Result<std::unique_ptr<ByteStream>> open() override { return std::make_unique<SlowStream>(bytes_, step_); }
  const std::vector<EntryInfo>& entries() const override { return entries_; }

  Result<void> visit(const std::function<bool(const EntryInfo&, ByteStream&)>& entry) override {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      StringStream stream(contents_[i].second);
      if (!entry(entries_[i], stream)) break;
    }
    return {};
  }

 private:
  std::string name_;
  std::string bytes_;
  std::size_t step_ = static_cast<std::size_t>(-1);
  std::vector<std::pair<std::string, std::string>> contents_;
  std::vector<EntryInfo> entries_;
  bool container_ = false;
};

}  // namespace postvet
