// The files below a directory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/entry.h"
#include "base/files.h"
#include "base/result.h"

namespace postvet {

struct Walk {
  std::vector<EntryInfo> files;  // regular ones; paths relative to the root, directory by directory, sorted by name
  std::vector<EntryProblem> problems;  // directories that could not be listed, files that are neither regular nor links
  std::uint64_t links = 0;             // not followed
  std::uint64_t hidden = 0;            // names that begin with a dot: passed over, and what is below them
};

// Fails when `root` itself cannot be listed. A directory is entered once, whatever names lead to it.
Result<Walk> walk(const Files& files, const std::string& root);

}  // namespace postvet
