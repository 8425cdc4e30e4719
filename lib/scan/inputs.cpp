#include "scan/inputs.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/source.h"
#include "scan/walk.h"
#include "syntax/archive.h"

namespace postvet {
namespace {

constexpr std::size_t kHead = std::size_t{64} << 10;

// At most `left` bytes of another stream.
class FrontStream final : public ByteStream {
 public:
  FrontStream(ByteStream& stream, std::size_t left) : stream_(stream), left_(left) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    if (left_ == 0) return std::size_t{0};
    auto count = stream_.read(to, std::min(size, left_));
    if (count) left_ -= *count;
    return count;
  }

 private:
  ByteStream& stream_;
  std::size_t left_;
};

// The first bytes, decoded; what cannot be read is as good as not there, and whoever reads on will say so.
std::string decoded_head(ByteStream& stream) {
  FrontStream front(stream, kHead);
  Source source(front);
  std::string head;
  while (source.read(head, kHead).value_or(false)) {
  }
  return head;
}

class FailingStream final : public ByteStream {
 public:
  explicit FailingStream(Error error) : error_(std::move(error)) {}
  Result<std::size_t> read(char*, std::size_t) override { return tl::unexpected(error_); }

 private:
  Error error_;
};

class FileInput final : public Input {
 public:
  FileInput(const Files& files, std::string path) : files_(files), path_(std::move(path)) {}

  const std::string& name() const override { return path_; }
  bool is_container() const override { return false; }
  Result<std::unique_ptr<ByteStream>> open() override { return files_.open(path_); }
  const std::vector<EntryInfo>& entries() const override { return none_; }
  Result<void> visit(const std::function<bool(const EntryInfo&, ByteStream&)>&) override {
    return fail("not an archive or a folder", path_);
  }

 private:
  const Files& files_;
  std::string path_;
  std::vector<EntryInfo> none_;
};

class ArchiveInput final : public Input {
 public:
  ArchiveInput(const Files& files, std::string path)
      : path_(std::move(path)), archive_([&files, this] { return files.open(path_); }) {}

  Result<void> list() { return placed(archive_.list()); }

  const std::string& name() const override { return path_; }
  bool is_container() const override { return true; }
  Result<std::unique_ptr<ByteStream>> open() override { return fail("an archive has no text of its own", path_); }
  const std::vector<EntryInfo>& entries() const override { return archive_.entries(); }
  std::span<const EntryProblem> problems() const override { return archive_.problems(); }
  Result<void> visit(const std::function<bool(const EntryInfo&, ByteStream&)>& entry) override {
    return placed(archive_.visit(entry));
  }

 private:
  Result<void> placed(Result<void> result) const {
    if (!result && result.error().where.empty()) result.error().where = path_;
    return result;
  }

  std::string path_;
  Archive archive_;
};

class FolderInput final : public Input {
 public:
  FolderInput(const Files& files, std::string path, Walk walk)
      : files_(files), path_(std::move(path)), walk_(std::move(walk)) {
    if (walk_.links > 0) walk_.problems.push_back({{}, fmt::format("{} links were not followed", walk_.links)});
  }

  const std::string& name() const override { return path_; }
  bool is_container() const override { return true; }
  Result<std::unique_ptr<ByteStream>> open() override { return fail("is a directory", path_); }
  const std::vector<EntryInfo>& entries() const override { return walk_.files; }
  std::span<const EntryProblem> problems() const override { return walk_.problems; }

  Result<void> visit(const std::function<bool(const EntryInfo&, ByteStream&)>& entry) override {
    for (const EntryInfo& file : walk_.files) {
      auto stream = files_.open(join_path(path_, file.path));
      std::unique_ptr<ByteStream> bytes = stream ? std::move(*stream) : std::make_unique<FailingStream>(stream.error());
      if (!entry(file, *bytes)) break;
    }
    return {};
  }

 private:
  const Files& files_;
  std::string path_;
  Walk walk_;
};

// Keeps the head, so that it can be looked at and then read again.
class StdinInput final : public Input {
 public:
  StdinInput(std::unique_ptr<ByteStream> stream, std::string name)
      : stream_(std::move(stream)), name_(std::move(name)) {}

  const std::string& name() const override { return name_; }
  bool is_container() const override { return false; }
  const std::vector<EntryInfo>& entries() const override { return none_; }
  Result<void> visit(const std::function<bool(const EntryInfo&, ByteStream&)>&) override {
    return fail("not an archive or a folder", name_);
  }

  Result<std::unique_ptr<ByteStream>> open() override {
    if (gone_) return fail("standard input can be read only once", name_, "save it to a file and name that");
    return std::make_unique<Replay>(*this);
  }

 private:
  class Replay final : public ByteStream {
   public:
    explicit Replay(StdinInput& input) : input_(input) {}

    Result<std::size_t> read(char* to, std::size_t size) override {
      if (at_ < input_.head_.size()) {
        std::size_t count = input_.head_.copy(to, size, at_);
        at_ += count;
        return count;
      }
      auto count = input_.stream_->read(to, size);
      if (!count) return count;
      if (!input_.gone_ && input_.head_.size() + *count <= kHead) {
        input_.head_.append(to, *count);
        at_ += *count;
      } else if (*count > 0) {
        input_.gone_ = true;
      }
      return count;
    }

   private:
    StdinInput& input_;
    std::size_t at_ = 0;
  };

  std::unique_ptr<ByteStream> stream_;
  std::string name_;
  std::string head_;
  bool gone_ = false;  // more than the head was read
  std::vector<EntryInfo> none_;
};

// The first bytes as they are.
Result<std::string> raw_head(Input& input, std::size_t limit) {
  auto stream = input.open();
  if (!stream) return tl::unexpected(stream.error());
  FrontStream front(**stream, limit);
  std::string head;
  auto read = read_all(front, limit, head);
  if (!read) return tl::unexpected(read.error());
  return head;
}

constexpr std::size_t kMagic = 512;  // bytes that tell an archive

// True when `path` is `tail` or ends in it behind a slash.
bool has_tail(std::string_view path, std::string_view tail) {
  if (!path.ends_with(tail)) return false;
  return path.size() == tail.size() || tail.starts_with('/') || path[path.size() - tail.size() - 1] == '/';
}

}  // namespace

Result<std::unique_ptr<Input>> open_input(const Files& files, const std::string& path) {
  auto info = files.info(path, true);
  if (!info) return tl::unexpected(info.error());
  if (info->kind == FileKind::directory) {
    auto walked = walk(files, path);
    if (!walked) return tl::unexpected(walked.error());
    return std::make_unique<FolderInput>(files, path, std::move(*walked));
  }
  if (info->kind != FileKind::regular) return fail("not a regular file", path);
  auto file = std::make_unique<FileInput>(files, path);
  auto head = raw_head(*file, kMagic);
  if (!head) return tl::unexpected(head.error());
  if (!is_archive(*head)) return file;
  auto archive = std::make_unique<ArchiveInput>(files, path);
  auto listed = archive->list();
  if (!listed) return tl::unexpected(listed.error());
  return archive;
}

Result<std::unique_ptr<Input>> stdin_input(std::unique_ptr<ByteStream> stream, std::string name) {
  auto input = std::make_unique<StdinInput>(std::move(stream), std::move(name));
  auto head = raw_head(*input, kMagic);
  if (!head) return tl::unexpected(head.error());
  if (is_archive(*head)) {
    return fail("an archive has to be read twice, and standard input cannot", input->name(),
                "save it to a file and name that");
  }
  return input;
}

Prober::Prober(Input& input) : input_(input) {
  probe_.name = input.name();
  probe_.is_container = input.is_container();
  probe_.entry_head = [this](std::string_view tail) { return entry_head(tail); };
  if (probe_.is_container) {
    probe_.entries = input.entries();
    return;
  }
  auto stream = input.open();
  if (stream) head_ = decoded_head(**stream);
  probe_.head = head_;
}

std::string Prober::entry_head(std::string_view tail) {
  if (auto known = heads_.find(tail); known != heads_.end()) return known->second;
  std::string head;
  const auto& entries = input_.entries();
  bool there =
      std::any_of(entries.begin(), entries.end(), [&](const EntryInfo& entry) { return has_tail(entry.path, tail); });
  if (there) {
    (void)input_.visit([&](const EntryInfo& entry, ByteStream& stream) {
      if (!has_tail(entry.path, tail)) return true;
      head = decoded_head(stream);
      return false;
    });
  }
  heads_.emplace(tail, head);
  return head;
}

Result<Detected> detect(Input& input, std::span<const ReaderSpec* const> readers) {
  Prober prober(input);
  Detected best;
  const ReaderSpec* equal = nullptr;
  for (const ReaderSpec* reader : readers) {
    Detection detection = reader->detect(prober.probe());
    if (detection.score <= 0 || detection.score < best.detection.score) continue;
    equal = detection.score == best.detection.score ? reader : nullptr;
    if (!equal) best = {reader, std::move(detection)};
  }
  if (!best.reader) {
    return fail("no reader recognises this", input.name(), "save it as text, or as a table with a column named text");
  }
  if (equal) {
    return fail(fmt::format("this could be {} or {}", best.reader->name, equal->name), input.name(),
                "give it the ending of its format");
  }
  return best;
}

}  // namespace postvet
