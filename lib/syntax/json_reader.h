// Reads one JSON record, value by value, each string with its place in the record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "base/offset_map.h"

namespace postvet {

enum class JsonType : std::uint8_t { object, array, string, number, boolean, null, other };

// Without escapes `text` is a view into the record; otherwise it is in the arena. `map` leads from it to the record.
struct JsonString {
  std::string_view text;
  OffsetMap map;
};

// Walks a record from front to back. The tokens are simdjson's first stage (chosen for the processor at run time); the
// walk over them is ours, so that every key is seen, in order, as often as it stands there. What the caller does not
// read is passed over. Kept for many records; not thread-safe.
//
//     if (!reader.open(record, arena) || !reader.enter_object()) …
//     while (reader.next_member(key)) {
//       if (key == "text" && !reader.read(text)) … wrong type
//     }
//     if (!reader.finished()) … malformed
//
// A container that was entered is read to its end, or the record is given up.
class JsonReader {
 public:
  JsonReader();
  ~JsonReader();
  JsonReader(const JsonReader&) = delete;
  JsonReader& operator=(const JsonReader&) = delete;

  // `record` is valid UTF-8, must be followed by kRecordPadding readable bytes, and outlive what is read from it.
  // Strings with escapes go into `arena`. False when it cannot be cut into tokens (an open string, a control character
  // in one).
  bool open(std::string_view record, Arena& arena);

  // Of the value that comes next.
  JsonType type() const;

  // Goes into the value that comes next; false, and the value stays, when it is something else.
  bool enter_object() { return enter('{'); }
  bool enter_array() { return enter('['); }

  // Goes to the next member of the object, or element of the array, that was entered last; false behind the last one
  // and when the record is malformed. A key with escapes is in the arena.
  bool next_member(std::string_view& key);
  bool next_element();

  // Takes the value that comes next; false, and the value stays, when it is of another type, or a number that does not
  // fit. A string with an escape that JSON does not have makes the record malformed.
  bool read(JsonString& value);
  bool read(std::uint64_t& value);
  bool read(bool& value);

  // The bytes of the value that comes next, when it is no container: a number as it was written.
  std::string_view raw() const;

  // False once a mistake was met.
  bool sound() const { return !failed_; }

  // True when the whole record was read, without a mistake, and nothing follows it.
  bool finished();

 private:
  struct Tokens;

  char token() const { return at_ < count_ ? record_[starts_[at_]] : '\0'; }
  std::string_view token_text() const;
  bool enter(char bracket);
  bool fail();
  bool next(char close);
  void pass_over();

  std::unique_ptr<Tokens> tokens_;
  Arena* arena_ = nullptr;
  std::string_view record_;
  const std::uint32_t* starts_ = nullptr;  // where each token begins
  std::size_t count_ = 0;
  std::size_t at_ = 0;
  bool pending_ = false;  // the token at at_ begins a value that was not taken
  bool first_ = false;    // nothing was read of the container that was entered last
  bool failed_ = true;
  std::string open_;     // brackets that were entered
  std::string scratch_;  // an unescaped string
};

}  // namespace postvet
