#include "syntax/json_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "syntax/json_text.h"

namespace postvet {
namespace {

// A record is told from the next by so many of its bytes at most.
constexpr std::size_t kPatternBytes = 64;

// So far before the place where brackets or quotes stopped making sense the next record may begin. It bounds the bytes
// that are looked at twice.
constexpr std::size_t kLookBack = 256;

// Stands for a number or a word in previous_.
constexpr char kScalar = 's';

// A prefix such as `window.YTD.tweets.part0 = ` is no longer than this.
constexpr std::size_t kMaxPrefix = 1024;

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_space); }

// The first quote, backslash or line end from `at` on; text.size() when there is none.
std::size_t find_string_byte(std::string_view text, std::size_t at) {
  auto is_special = [](char c) { return c == '"' || c == '\\' || c == '\n'; };
  constexpr std::size_t kStep = 32;
  while (at + kStep <= text.size()) {
    unsigned found = 0;  // a loop without a branch, which compilers turn into vector instructions
    for (std::size_t i = 0; i < kStep; ++i) {
      char c = text[at + i];
      found |= static_cast<unsigned>(c == '"') | static_cast<unsigned>(c == '\\') | static_cast<unsigned>(c == '\n');
    }
    if (found != 0) break;
    at += kStep;
  }
  while (at < text.size() && !is_special(text[at])) ++at;
  return at;
}

}  // namespace

Result<bool> LineSplitter::next(SplitRecord& record) {
  window_.drop(taken_);
  taken_ = 0;
  record.problem.clear();
  for (;;) {
    std::string_view text = window_.text();
    const void* found =
        scanned_ < text.size() ? std::memchr(text.data() + scanned_, '\n', text.size() - scanned_) : nullptr;
    std::size_t end = found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) : text.size();
    if (!found) {
      scanned_ = text.size();
      if (scanned_ > limits_.record) {
        too_long_ = true;
        window_.drop(scanned_);
        scanned_ = 0;
      }
      if (!ended_) {
        auto more = window_.more();
        if (!more) return tl::unexpected(more.error());
        ended_ = !*more;
        continue;
      }
      if (text.empty() && !too_long_) return false;
    }
    std::string_view line = window_.text().substr(0, end);
    bool too_long = too_long_ || line.size() > limits_.record;
    std::size_t number = line_++;
    taken_ = std::min(end + (found ? 1 : 0), window_.text().size());
    scanned_ = 0;
    too_long_ = false;
    if (too_long) {
      record.text = {};
      record.to_file.clear();
      record.problem = fmt::format("a record longer than {} bytes", limits_.record);
    } else if (line.empty() || (is_space(line[0]) && is_blank(line))) {
      window_.drop(taken_);
      taken_ = 0;
      continue;
    } else {
      record.text = line;
      record.to_file = window_.to_file({0, line.size()});
    }
    record.offset = window_.offset();
    record.start = {number, 1};
    return true;
  }
}

ElementSplitter::ElementSplitter(Source& source, std::string_view path, SplitLimits limits)
    : window_(source), limits_(limits) {
  for (std::size_t at = path.starts_with('$') ? 1 : 0; at < path.size();) {
    if (path.substr(at).starts_with("[*]")) {
      path_.push_back({true, {}});
      at += 3;
    } else {
      std::size_t end = std::min(path.find_first_of(".[", at + 1), path.size());
      path_.push_back({false, std::string(path.substr(at + 1, end - at - 1))});
      at = end;
    }
  }
  while (first_any_ < path_.size() && !path_[first_any_].any) ++first_any_;
}

void ElementSplitter::drop(std::size_t count) {
  std::size_t end = window_.offset() + count;
  if (end > tracked_) position_of(count);
  window_.drop(count);
  at_ -= std::min(at_, count);
  begin_ -= std::min(begin_, count);
}

LineColumn ElementSplitter::position_of(std::size_t index) {
  std::size_t from = tracked_ - std::min(tracked_, window_.offset());
  if (index > from) tracker_.advance(window_.text().substr(from, index - from));
  tracked_ = std::max(tracked_, window_.offset() + index);
  return tracker_.at();
}

// The next byte that is not white space, without taking it; false at the end.
Result<bool> ElementSplitter::peek(char& c) {
  for (;;) {
    std::string_view text = window_.text();
    while (at_ < text.size() && is_space(text[at_])) ++at_;
    if (at_ < text.size()) {
      c = text[at_];
      return true;
    }
    if (text.size() > kPatternBytes) drop(text.size() - kPatternBytes);  // a flood of white space takes no memory
    auto more = window_.more();
    if (!more) return tl::unexpected(more.error());
    if (!*more && window_.text().size() == at_) return false;
  }
}

// Passes over an assignment: everything to the first `=` outside of strings and brackets.
Result<bool> ElementSplitter::skip_prefix() {
  std::size_t begin = at_;
  bool in_string = false;
  int depth = 0;
  for (;; ++at_) {
    if (at_ - begin > kMaxPrefix) return false;
    if (at_ == window_.text().size()) {
      auto more = window_.more();
      if (!more) return tl::unexpected(more.error());
      if (at_ == window_.text().size()) {
        if (!*more) return false;
        --at_;
        continue;
      }
    }
    char c = window_.text()[at_];
    if (c == '"' || c == '\'') in_string = !in_string;
    if (in_string) continue;
    if (c == '[' || c == '(') ++depth;
    if (c == ']' || c == ')') --depth;
    if (c == '{' || c == ';') return false;
    if (c == '=' && depth == 0) {
      ++at_;
      return true;
    }
  }
}

ElementSplitter::Scan ElementSplitter::open_bracket(char c) {
  bool fits = brackets_.empty() || (brackets_.back() == '{' ? previous_ == ':' : previous_ == '[' || previous_ == ',');
  if (!fits) return Scan::upset;
  if (brackets_.size() >= limits_.depth) return Scan::too_deep;
  brackets_.push_back(c);
  previous_ = c;
  return Scan::going;
}

ElementSplitter::Scan ElementSplitter::close_bracket(char c) {
  if (brackets_.empty() || brackets_.back() != (c == '}' ? '{' : '[')) return Scan::upset;
  brackets_.pop_back();
  previous_ = c;
  return brackets_.empty() ? Scan::complete : Scan::going;
}

// Reads on in the middle of a value; false at the end. What is held of the value is given up when it is not wanted or
// too large.
Result<bool> ElementSplitter::more_of_value() {
  if (!wanted_ || at_ - begin_ > limits_.record) {
    too_large_ = wanted_;
    drop(at_);
  }
  std::size_t held = window_.text().size();
  auto more = window_.more();
  if (!more) return more;
  return *more || window_.text().size() > held;
}

// From behind an opening quote to behind the closing one. A raw line end cannot stand in a string.
Result<ElementSplitter::Scan> ElementSplitter::scan_string() {
  for (;;) {
    std::string_view text = window_.text();
    at_ = find_string_byte(text, at_);
    if (at_ < text.size()) {
      if (text[at_] == '\n') return Scan::upset;
      if (text[at_] == '"') {
        ++at_;
        return Scan::complete;
      }
      if (at_ + 1 < text.size()) {
        at_ += text[at_ + 1] == '\n' ? 1 : 2;
        continue;
      }
    }
    auto more = more_of_value();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return Scan::ended;
  }
}

// A byte outside of strings; `complete` when the value ends in front of it or with it, `going` when it does not.
ElementSplitter::Scan ElementSplitter::scan_byte(char c) {
  bool outside = brackets_.empty();
  if (outside && in_scalar_ && (is_space(c) || c == ',' || c == ':' || c == '}' || c == ']')) return Scan::complete;
  if (is_space(c)) return Scan::going;
  if (c == '{' || c == '[') return in_scalar_ ? Scan::upset : open_bracket(c);
  if (c == '}' || c == ']') return close_bracket(c);
  if (outside && (c == ',' || c == ':')) return Scan::upset;
  in_scalar_ = outside;
  previous_ = c == ',' || c == ':' ? c : kScalar;
  return Scan::going;
}

// From the first byte of a value to behind its last one.
Result<ElementSplitter::Scan> ElementSplitter::scan_value() {
  begin_ = at_;
  too_large_ = false;
  brackets_.clear();
  previous_ = 0;
  in_scalar_ = false;
  for (;;) {
    while (at_ < window_.text().size()) {
      char c = window_.text()[at_];
      if (c == '"') {
        if (previous_ == '"' || previous_ == kScalar || previous_ == '}' || previous_ == ']') return Scan::upset;
        ++at_;
        auto string = scan_string();
        if (!string || *string != Scan::complete) return string;
        previous_ = '"';
        if (brackets_.empty()) return Scan::complete;
        continue;
      }
      Scan scan = scan_byte(c);
      if (scan == Scan::complete && !in_scalar_) ++at_;  // the closing bracket
      if (scan != Scan::going) return scan;
      ++at_;
    }
    auto more = more_of_value();
    if (!more) return tl::unexpected(more.error());
    if (!*more) return in_scalar_ ? Scan::complete : Scan::ended;
  }
}

// Remembers how records begin, from the first two: the second also shows what stands between them.
void ElementSplitter::learn_pattern() {
  if (learned_ >= 2 || too_large_) return;
  std::string_view text = window_.text();
  std::string_view lead = text.substr(begin_, std::min(at_ - begin_, kPatternBytes));
  if (std::size_t colon = lead.find(':'); colon != std::string_view::npos) lead = lead.substr(0, colon + 1);

  std::string_view before = text.substr(0, begin_);
  std::size_t line = before.rfind('\n');
  std::string gap = "},";
  if (line != std::string_view::npos && is_blank(before.substr(line))) {
    gap = before.substr(line);
  } else if (learned_ == 1) {
    std::size_t comma = before.find(',');
    if (comma == std::string_view::npos || !is_blank(before.substr(0, comma)) || !is_blank(before.substr(comma + 1)))
      return;
    gap = last_byte_ + std::string(before);
  }
  if (gap.size() > kPatternBytes) return;
  ++learned_;
  pattern_ = gap + std::string(lead);
  pattern_lead_ = gap.size();
}

Result<bool> ElementSplitter::problem(SplitRecord& record, std::string what) {
  record.text = {};
  record.to_file.clear();
  record.problem = std::move(what);
  return true;
}

// Goes on at the next place that begins as a record did. `record.start` is where the trouble began.
Result<bool> ElementSplitter::recover(SplitRecord& record, std::string_view reason) {
  learn_pattern();
  bool possible = !path_.empty() && path_.back().any && !pattern_.empty();
  std::size_t next = std::max(begin_ + 1, at_ - std::min(at_, kLookBack));  // the record to come begins here or later
  while (possible) {
    std::string_view text = window_.text();
    std::size_t found = text.find(pattern_, next - std::min(next, pattern_lead_));
    if (found != std::string_view::npos) {
      at_ = found + pattern_lead_;
      lost_count_ = first_any_ + 1 < path_.size();
      state_ = State::value;
      wanted_ = true;
      level_ = path_.size();
      std::size_t last_line = position_of(at_).line - (pattern_[0] == '\n' ? 1 : 0);
      if (last_line <= record.start.line) return problem(record, fmt::format("a record with {}", reason));
      return problem(record, fmt::format("a record with {}: lines {} to {} were not examined", reason,
                                         record.start.line, last_line));
    }
    std::size_t gone = text.size() - std::min(text.size(), pattern_.size() - 1);
    next = std::max(next, gone + pattern_lead_) - gone;
    at_ = text.size();
    drop(gone);
    auto more = window_.more();
    if (!more) return more;
    possible = *more || window_.text().size() > at_;
  }
  state_ = State::done;
  return problem(record, fmt::format("a record with {}: nothing from here on was examined", reason));
}

// A key on the path; `wanted_` says whether the path goes on behind it.
Result<ElementSplitter::Scan> ElementSplitter::take_key() {
  wanted_ = true;
  too_large_ = false;
  begin_ = at_++;
  auto scan = scan_string();
  if (!scan || *scan != Scan::complete) return scan;
  std::string_view raw = window_.text().substr(begin_, at_ - begin_);
  const std::string& key = path_[level_ - 1].key;
  if (too_large_) {
    wanted_ = false;
  } else if (raw = raw.substr(1, raw.size() - 2); raw.find('\\') == std::string_view::npos) {
    wanted_ = raw == key;
  } else {
    std::string plain;
    wanted_ = unescape_json(raw, plain) && plain == key;
  }
  state_ = State::colon;
  return Scan::complete;
}

// A value on the path: goes into it, takes it as the record, or passes over it. `done` when `record` was filled.
Result<bool> ElementSplitter::take_value(SplitRecord& record, bool& done) {
  if (wanted_ && level_ < path_.size()) {
    bool any = path_[level_].any;
    if (window_.text()[at_] == (any ? '[' : '{')) {
      ++level_;
      ++at_;
      state_ = any ? State::value_or_end : State::key_or_end;
      return true;
    }
    wanted_ = false;  // the path leads nowhere
  }
  record.start = position_of(at_);
  auto scan = scan_value();
  if (!scan) return tl::unexpected(scan.error());
  done = true;
  if (*scan == Scan::upset) return recover(record, "unbalanced quotes or brackets");
  if (*scan == Scan::too_deep)
    return recover(record, fmt::format("more than {} brackets in one another", limits_.depth));
  if (*scan == Scan::ended) {
    state_ = State::done;
    return problem(record, "the input ends inside a record");
  }
  state_ = State::after_value;
  done = wanted_;
  if (!wanted_) return true;
  if (too_large_) return problem(record, fmt::format("a record longer than {} bytes", limits_.record));
  learn_pattern();
  Span span{begin_, at_};
  record.text = window_.text().substr(begin_, span.size());
  record.offset = window_.offset() + begin_;
  record.to_file = window_.to_file(span);
  record.element = lost_count_ || elements_ == 0 ? SplitRecord::kUnknown : elements_ - 1;
  last_byte_ = record.text.back();
  return true;
}

// A byte between two values. False when it makes no sense there.
bool ElementSplitter::take_byte(char c) {
  bool in_array = level_ > 0 && path_[level_ - 1].any;
  if (level_ > 0 && state_ != State::colon && c == (in_array ? ']' : '}')) {
    --level_;
    state_ = level_ == 0 ? State::trailing : State::after_value;
  } else if (state_ == State::colon && c == ':') {
    state_ = State::value;
  } else if (state_ == State::after_value && level_ > 0 && c == ',') {
    state_ = in_array ? State::value : State::key;
    wanted_ = true;
  } else if (state_ != State::trailing || c != ';') {
    return false;
  }
  ++at_;
  return true;
}

Result<bool> ElementSplitter::next(SplitRecord& record) {
  record.problem.clear();
  if (state_ == State::done) return false;
  drop(at_);
  for (;;) {
    char c = 0;
    auto there = peek(c);
    if (!there) return there;
    if (state_ == State::after_value && level_ == 0) state_ = State::trailing;
    if (!*there) {
      bool complete = state_ == State::trailing;
      record.start = position_of(at_);
      state_ = State::done;
      if (complete) return false;
      return problem(record, "the input ends before its JSON document does");
    }
    if (state_ == State::start) {
      record.start = position_of(at_);
      if (c != '[' && c != '{') {
        auto passed = skip_prefix();
        if (!passed) return passed;
        if (!*passed) {
          state_ = State::done;
          return problem(record, "not a JSON document; nothing of it was examined");
        }
      }
      state_ = State::value;
      continue;
    }
    bool in_array = level_ > 0 && path_[level_ - 1].any;
    bool at_value = state_ == State::value || state_ == State::value_or_end;
    if (at_value && !(in_array && c == ']')) {
      if (in_array) wanted_ = true;
      if (in_array && level_ == first_any_ + 1) ++elements_;
      bool done = false;
      auto taken = take_value(record, done);
      if (!taken || done) return taken;
      continue;
    }
    begin_ = at_;
    bool sound = true;
    if ((state_ == State::key || state_ == State::key_or_end) && c == '"') {
      auto scan = take_key();
      if (!scan) return tl::unexpected(scan.error());
      sound = *scan == Scan::complete;
    } else {
      sound = take_byte(c);
    }
    if (sound) continue;
    record.start = position_of(begin_);
    if (state_ != State::trailing) return recover(record, "unbalanced quotes or brackets");
    state_ = State::done;
    return problem(record, "text behind the end of the JSON document was not examined");
  }
}

}  // namespace postvet
