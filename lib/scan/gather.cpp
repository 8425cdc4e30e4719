#include "scan/gather.h"

#include <fmt/format.h>

#include <map>

#include "scan/inputs.h"
#include "scan/walk.h"

namespace postvet {
namespace {

// Standard input belongs to the caller.
class Borrowed final : public ByteStream {
 public:
  explicit Borrowed(ByteStream& stream) : stream_(stream) {}
  Result<std::size_t> read(char* to, std::size_t size) override { return stream_.read(to, size); }

 private:
  ByteStream& stream_;
};

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

class Gatherer {
 public:
  Gatherer(const Files& files, const RunOptions& options) : files_(files), options_(options) {}

  Gathered run() {
    for (const std::string& path : options_.paths) {
      if (path == "-") {
        add_stdin();
        continue;
      }
      auto info = files_.info(path, true);
      if (info && info->kind == FileKind::directory) {
        add_directory(path);
      } else {
        add(path, true);
      }
    }
    return std::move(gathered_);
  }

 private:
  void add_stdin() {
    GatheredInput input;
    input.path = options_.stdin_filename.empty() ? "-" : options_.stdin_filename;
    if (options_.stdin_stream == nullptr) {
      input.error = {"standard input is not open", "", ""};
    } else if (auto opened = stdin_input(std::make_unique<Borrowed>(*options_.stdin_stream), input.path); !opened) {
      input.error = opened.error();
    } else {
      input.input = std::move(*opened);
      recognise(input);
    }
    gathered_.inputs.push_back(std::move(input));
  }

  void recognise(GatheredInput& input) {
    auto detected = detect(*input.input, all_readers());
    if (!detected) {
      input.error = detected.error();
      return;
    }
    input.reader = detected->reader;
    input.detection = detected->detection;
  }

  // Returns false for a file below a directory that no reader takes.
  bool add(const std::string& path, bool named) {
    GatheredInput input;
    input.path = path;
    auto opened = open_input(files_, path);
    if (!opened) {
      input.error = opened.error();
    } else {
      input.input = std::move(*opened);
      recognise(input);
      if (input.reader == nullptr && !named) return false;
      // Below a directory only what is surely content is taken: not every text that could be a draft.
      if (!named && input.detection.score < kSure) return false;
    }
    gathered_.inputs.push_back(std::move(input));
    return true;
  }

  bool add_if_export(const std::string& path) {
    auto opened = open_input(files_, path);
    if (!opened || !(*opened)->is_container()) return false;
    auto detected = detect(**opened, all_readers());
    if (!detected) return false;
    GatheredInput input;
    input.path = path;
    input.input = std::move(*opened);
    input.reader = detected->reader;
    input.detection = detected->detection;
    gathered_.inputs.push_back(std::move(input));
    return true;
  }

  void add_directory(const std::string& root) {
    if (add_if_export(root)) return;
    auto walked = walk(files_, root);
    if (!walked) {
      GatheredInput input;
      input.path = root;
      input.error = walked.error();
      gathered_.inputs.push_back(std::move(input));
      return;
    }
    for (const EntryProblem& problem : walked->problems) {
      GatheredInput input;
      input.path = join_path(root, problem.path);
      input.error = {problem.what, "", ""};
      gathered_.inputs.push_back(std::move(input));
    }
    std::map<std::string, bool> is_export;  // folders below the root
    std::size_t left_out = 0;
    for (const EntryInfo& file : walked->files) {
      if (in_export(root, file.path, is_export)) continue;
      if (!add(join_path(root, file.path), false)) ++left_out;
    }
    if (left_out > 0)
      gathered_.not_examined.push_back(
          fmt::format("{}: {} of formats that postvet does not read", root, counted(left_out, "file", "files")));
    if (walked->links > 0)
      gathered_.not_examined.push_back(
          fmt::format("{}: {}, not followed", root, counted(walked->links, "link", "links")));
    if (walked->hidden > 0)
      gathered_.not_examined.push_back(
          fmt::format("{}: {}", root, counted(walked->hidden, "hidden file or folder", "hidden files and folders")));
  }

  // Whether a file lies in a folder that is an export; the first file of one adds the folder.
  bool in_export(const std::string& root, const std::string& file, std::map<std::string, bool>& is_export) {
    for (std::size_t slash = file.find('/'); slash != std::string::npos; slash = file.find('/', slash + 1)) {
      std::string folder = file.substr(0, slash);
      auto [known, is_new] = is_export.try_emplace(folder, false);
      if (is_new) known->second = add_if_export(join_path(root, folder));
      if (known->second) return true;
    }
    return false;
  }

  static constexpr int kSure = 10;  // a score that content or a known extension gives

  const Files& files_;
  const RunOptions& options_;
  Gathered gathered_;
};

}  // namespace

Gathered gather(const Files& files, const RunOptions& options) { return Gatherer(files, options).run(); }

}  // namespace postvet
