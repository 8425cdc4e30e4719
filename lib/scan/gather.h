// From the paths on a command line to the inputs of a run, in order.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/result.h"
#include "read/reader.h"
#include "scan/run_options.h"

namespace postvet {

// An input with the reader that takes it, or why none does.
struct GatheredInput {
  std::string path;
  std::unique_ptr<Input> input;        // null when it cannot be opened
  const ReaderSpec* reader = nullptr;  // null when none takes it
  Detection detection;
  Error error;  // of the two above
};

struct Gathered {
  std::vector<GatheredInput> inputs;
  std::vector<std::string> not_examined;  // sentences
};

// A path that is named is always an input. Below a directory that is no export itself, every file that a reader takes
// is one, and every folder that is an export; the rest is counted.
Gathered gather(const Files& files, const RunOptions& options);

}  // namespace postvet
