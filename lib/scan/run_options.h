// What a command line decides about a run, apart from the rules.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/byte_stream.h"
#include "model/names.h"
#include "read/reader.h"

namespace postvet {

struct RunOptions {
  std::vector<std::string> paths;  // files, directories, "-"
  std::string stdin_filename;      // chooses the reader of "-"
  ByteStream* stdin_stream = nullptr;
  ReadOptions read;
  Severity min_severity = Severity::note;
  Confidence min_confidence = Confidence::medium;
  bool count_others = false;  // --voices others: findings in other people's words count
  bool show_values = false;   // excerpts are not masked; the caller refuses it in CI
  bool excerpts = true;       // false in CI: no text of a post in any format
  std::size_t jobs = 1;
};

}  // namespace postvet
