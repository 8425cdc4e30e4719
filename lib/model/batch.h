// A run of posts that are read, checked and forgotten together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/line_index.h"
#include "base/offset_map.h"
#include "model/post.h"

namespace postvet {

// The piece of an input that posts were made from: a line, an array element, a row, a whole document.
struct Record {
  std::string_view text;   // decoded; in the arena, followed by kRecordPadding readable bytes
  std::string_view entry;  // of an archive or export folder: the path inside it; else empty
  LineColumn start;        // where the text begins in its file or entry
  OffsetMap to_file;       // bytes of text → bytes of the file or entry
};

// simdjson reads this many bytes past the end of what it parses.
inline constexpr std::size_t kRecordPadding = 64;

// A part of the input that was not checked, and why.
struct Problem {
  std::string_view entry;
  LineColumn at;
  std::string what;  // for a person; never quotes the content
};

// Owns everything its posts view. Moved between threads, never shared.
struct Batch {
  Arena arena;
  std::vector<Record> records;
  std::vector<Post> posts;
  std::vector<Problem> problems;  // each counts as one skipped post
  std::size_t input = 0;          // index of the input it came from
  std::size_t sequence = 0;       // place in the order of output
  bool ends_input = false;
};

}  // namespace postvet
