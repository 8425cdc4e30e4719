// An input and a sink in memory, for the readers of single documents.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "read/reader.h"

namespace postvet_test {

class DocumentInput final : public postvet::Input {
 public:
  DocumentInput(std::string name, std::string bytes) : name_(std::move(name)), bytes_(std::move(bytes)) {}

  const std::string& name() const override { return name_; }
  bool is_container() const override { return container; }
  postvet::Result<std::unique_ptr<postvet::ByteStream>> open() override {
    if (broken) return postvet::fail("no such file or directory", name_);
    return std::make_unique<postvet::StringStream>(bytes_);
  }
  const std::vector<postvet::EntryInfo>& entries() const override { return entries_; }
  postvet::Result<void> visit(const std::function<bool(const postvet::EntryInfo&, postvet::ByteStream&)>&) override {
    return {};
  }

  bool container = false;
  bool broken = false;

 private:
  std::string name_;
  std::string bytes_;
  std::vector<postvet::EntryInfo> entries_;
};

class DocumentSink final : public postvet::PostSink {
 public:
  postvet::Record& begin_record(std::string_view text, postvet::LineColumn start, postvet::OffsetMap to_file,
                                std::string_view entry) override {
    postvet::Record record;
    record.text = batch_.arena.store(text, postvet::kRecordPadding);
    record.entry = entry;
    record.start = start;
    record.to_file = std::move(to_file);
    batch_.records.push_back(std::move(record));
    return batch_.records.back();
  }
  postvet::Batch& batch() override { return batch_; }
  postvet::Post& add_post() override {
    batch_.posts.emplace_back();
    batch_.posts.back().record = batch_.records.size() - 1;
    return batch_.posts.back();
  }
  void skip(postvet::LineColumn, std::string what, std::string_view) override { skipped.push_back(std::move(what)); }
  bool end_record() override {
    ++ended;
    return true;
  }
  std::size_t add_account(postvet::Account) override { return 0; }
  void count_system(std::string_view, std::uint64_t) override {}
  void note(std::string what) override { notes.push_back(std::move(what)); }
  void repaired(const postvet::Repairs& more) override { repairs += more; }

  const postvet::Post& post() const { return batch_.posts.at(0); }

  // The text of a field; "(none)" when there is none.
  std::string field(std::string_view name) const {
    const postvet::Field* field = post().field(name);
    return field == nullptr ? "(none)" : std::string(field->text);
  }

  // The bytes of the file that say `needle` in that field.
  std::string traced(std::string_view name, std::string_view needle, std::string_view bytes) const {
    const postvet::Field* field = post().field(name);
    std::size_t at = field == nullptr ? std::string_view::npos : field->text.find(needle);
    if (at == std::string_view::npos) return "(none)";
    postvet::Span span = batch_.records.at(0).to_file.to_source(field->to_record.to_source({at, at + needle.size()}));
    return std::string(bytes.substr(span.begin, span.size()));
  }

  std::vector<std::string> notes;
  std::vector<std::string> skipped;
  postvet::Repairs repairs;
  int ended = 0;

 private:
  postvet::Batch batch_;
};

inline postvet::Detection detect(const postvet::ReaderSpec& reader, std::string_view name, std::string_view head) {
  postvet::Probe probe;
  probe.name = name;
  probe.head = head;
  return reader.detect(probe);
}

}  // namespace postvet_test
