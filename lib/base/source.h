// Bytes become text, once, before any parser sees them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/byte_stream.h"
#include "base/offset_map.h"
#include "base/result.h"

namespace postvet {

enum class Encoding : std::uint8_t { utf8, utf16le, utf16be, windows1252 };

// What had to be mended; each is counted, reported, and the text is still checked.
struct Repairs {
  std::uint64_t invalid = 0;    // ill-formed sequences that became U+FFFD
  std::uint64_t nul = 0;        // NUL characters that became U+FFFD
  std::uint64_t line_ends = 0;  // CR LF or CR that became LF
  std::uint64_t marks = 0;      // byte order marks dropped
  std::uint64_t combining = 0;  // combining marks cut from runs of more than 30

  bool any() const { return (invalid | nul | line_ends | marks | combining) != 0; }
  Repairs& operator+=(const Repairs& other);
};

// Decodes a stream to valid UTF-8 without NUL and CR. Offsets are absolute: a decoded offset counts from the start of
// the decoded text, a raw one from the start of the stream. UTF-16 is known by its mark, or by NULs in every other of
// the first bytes. Memory: one read plus the pieces of the map not yet forgotten. Not thread-safe. The stream must
// outlive it.
class Source {
 public:
  // `fallback` is the encoding of a stream without a mark.
  explicit Source(ByteStream& stream, Encoding fallback = Encoding::utf8) : stream_(stream), encoding_(fallback) {}

  // Appends decoded text to `out`, about `want` bytes. Returns false at the end.
  Result<bool> read(std::string& out, std::size_t want = std::size_t{256} << 10);

  // Where decoded bytes came from; complete for everything read since the last forget_before().
  const OffsetMap& map() const { return map_; }
  void forget_before(std::size_t decoded) { map_.forget_before(decoded); }

  const Repairs& repairs() const { return repairs_; }
  Encoding encoding() const { return encoding_; }

 private:
  void begin();
  std::size_t decode_utf8_chunk(std::string_view raw, bool last, std::string& out);
  std::size_t decode_utf16_chunk(std::string_view raw, bool last, std::string& out);
  void decode_windows1252_chunk(std::string_view raw, std::string& out);
  void put(char32_t value, std::size_t raw_length, std::string& out);

  ByteStream& stream_;
  Encoding encoding_;
  bool begun_ = false;
  bool ended_ = false;
  bool after_cr_ = false;
  std::string raw_;            // read and not yet decoded
  std::size_t raw_begin_ = 0;  // raw offset of raw_[0]
  OffsetMap map_;
  Repairs repairs_;
};

// A whole decoded text with its map to the bytes.
struct Document {
  std::string text;
  OffsetMap map;
  Repairs repairs;
};

// Reads and decodes all of `stream`; more than `limit` decoded bytes is an error.
Result<Document> read_document(ByteStream& stream, std::size_t limit, Encoding fallback = Encoding::utf8);

}  // namespace postvet
