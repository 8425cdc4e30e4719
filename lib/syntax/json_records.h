// Cuts JSON Lines and JSON documents into records without parsing them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/line_index.h"
#include "base/offset_map.h"
#include "base/result.h"
#include "base/source.h"
#include "syntax/text_window.h"

namespace postvet {

// A stretch of the input that is one record, or one that could not be cut into records.
struct SplitRecord {
  std::string_view text;    // decoded; valid until the next call
  std::size_t offset = 0;   // decoded offset of its first byte
  LineColumn start;         // of its first byte; the column in UTF-16 units
  OffsetMap to_file;        // bytes of text → bytes of the file
  std::size_t element = 0;  // which element of the outermost array on the path it lies in; kUnknown once that is lost
  static constexpr std::size_t kUnknown = static_cast<std::size_t>(-1);
  std::string problem;  // not empty: no record, but something not examined, and why; text and to_file are empty
};

struct SplitLimits {
  std::size_t record = std::size_t{16} << 20;  // bytes; a longer one is a problem, and the walk goes on behind it
  std::size_t depth = 1024;                    // nested brackets of one record
};

// Lines with something on them. Not thread-safe; the source must outlive it.
class LineSplitter {
 public:
  explicit LineSplitter(Source& source, SplitLimits limits = {}) : window_(source), limits_(limits) {}

  // The next record or problem; false at the end. After an error there is nothing more to come.
  Result<bool> next(SplitRecord& record);

 private:
  TextWindow window_;
  SplitLimits limits_;
  std::size_t taken_ = 0;    // bytes at the front of the window that the last call handed out
  std::size_t scanned_ = 0;  // bytes of the current line known to hold no line end
  std::size_t line_ = 1;
  bool too_long_ = false;  // the front of the current line was dropped
  bool ended_ = false;
};

// The values at a path in one document: `$` (the document), `$[*]`, `$.messages[*]`, `$.a[*].b[*]`. Text in front of
// the document that ends in `=` is passed over (`window.YTD.tweets.part0 = [`). Constant memory: one record.
//
// It looks at quotes and brackets only. A record that upsets them would swallow what follows; the splitter then goes to
// the next place that begins as the first records did, and returns what it passed over as a problem. Linear in the
// input. Not thread-safe; the source must outlive it.
class ElementSplitter {
 public:
  ElementSplitter(Source& source, std::string_view path, SplitLimits limits = {});

  // The next record or problem; false at the end. After an error there is nothing more to come.
  Result<bool> next(SplitRecord& record);

 private:
  enum class State { start, value, value_or_end, key, key_or_end, colon, after_value, trailing, done };
  enum class Scan { going, complete, ended, upset, too_deep };
  struct Step {
    bool any = false;  // each element of an array; otherwise the member called `key`
    std::string key;
  };

  Result<bool> peek(char& c);
  Result<bool> skip_prefix();
  Result<bool> more_of_value();
  Result<Scan> scan_string();
  Scan scan_byte(char c);
  Result<Scan> scan_value();
  Scan open_bracket(char c);
  Scan close_bracket(char c);
  Result<Scan> take_key();
  Result<bool> take_value(SplitRecord& record, bool& done);
  bool take_byte(char c);
  void learn_pattern();
  Result<bool> recover(SplitRecord& record, std::string_view reason);
  Result<bool> problem(SplitRecord& record, std::string what);
  LineColumn position_of(std::size_t index);
  void drop(std::size_t count);

  TextWindow window_;
  SplitLimits limits_;
  std::vector<Step> path_;
  State state_ = State::start;
  std::size_t level_ = 0;      // containers on the path that are open
  bool wanted_ = true;         // the value to come lies on the path
  std::size_t first_any_ = 0;  // the step of the outermost array
  std::size_t elements_ = 0;   // of that array, begun
  bool lost_count_ = false;
  std::size_t at_ = 0;       // index in the window
  std::size_t begin_ = 0;    // of the value being scanned
  bool too_large_ = false;   // the front of it was given up
  std::size_t tracked_ = 0;  // decoded offset that tracker_ stands at
  PositionTracker tracker_;

  std::string brackets_;    // open in the value being scanned
  char previous_ = 0;       // the last thing in it: a bracket, a comma, a colon, a quote, or s for a scalar
  bool in_scalar_ = false;  // it is a number or a word

  std::string pattern_;           // how a record begins, with what leads up to it
  std::size_t pattern_lead_ = 0;  // bytes of the pattern before the record
  int learned_ = 0;
  char last_byte_ = '}';  // of the record before
};

}  // namespace postvet
