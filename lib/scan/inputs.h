// What the readers read from, opened by path: a file, an archive, a folder, standard input.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>

#include "base/files.h"
#include "read/reader.h"

namespace postvet {

// A regular file; an archive, which is told by its content; or a directory as one container (whether it is an export or
// a tree to be read file by file, detect() tells). `files` must outlive the input.
Result<std::unique_ptr<Input>> open_input(const Files& files, const std::string& path);

// Standard input, `name` for people. Can be opened again while no more than its head was read. An archive is refused.
Result<std::unique_ptr<Input>> stdin_input(std::unique_ptr<ByteStream> stream, std::string name);

// Looks at the front of an input for detection, and owns what the probe views. The input must outlive it.
class Prober {
 public:
  explicit Prober(Input& input);
  Prober(const Prober&) = delete;
  Prober& operator=(const Prober&) = delete;

  const Probe& probe() const { return probe_; }

 private:
  std::string entry_head(std::string_view tail);

  Input& input_;
  std::string head_;
  std::map<std::string, std::string, std::less<>> heads_;  // of entries that were asked for
  Probe probe_;
};

struct Detected {
  const ReaderSpec* reader = nullptr;
  Detection detection;
};

// The reader that is surest that the input is its own. An error when none claims it, and when two are equally sure.
Result<Detected> detect(Input& input, std::span<const ReaderSpec* const> readers);

}  // namespace postvet
