// Where each byte of a derived text came from.
#pragma once

#include <cstddef>
#include <vector>

#include "base/span.h"

namespace postvet {

// A monotone, piecewise map from a derived text to its source: folded text → post text → decoded bytes → file.
// A piece is exact (bytes copied one to one) or coarse (any part of it stands for the whole source span: an escape,
// an entity, a repaired byte). An exact map from one place costs no allocation. Not thread-safe while appended to.
class OffsetMap {
 public:
  OffsetMap() = default;

  // `length` bytes copied from the source at `source_begin`.
  static OffsetMap copy(std::size_t length, std::size_t source_begin = 0);

  // The next `length` derived bytes are the source bytes from `source_begin` on. Sources must not go backwards.
  void append_copy(std::size_t length, std::size_t source_begin);

  // The next `length` derived bytes stand for `source` as a whole. An empty `source` is a gap: text that was made up
  // there.
  void append_piece(std::size_t length, Span source);

  // The source of a derived span: from where its first byte came to where its last byte ended. An empty span is the
  // place before its byte, or behind the last one. Offsets past the end are clamped. O(log pieces).
  Span to_source(Span derived) const;

  // The part of the map for `derived`, counted from its begin. O(log pieces + pieces taken).
  OffsetMap slice(Span derived) const;

  // From the text that `inner` derives to the source of `outer`: inner's source is outer's derived text. Linear.
  static OffsetMap compose(const OffsetMap& inner, const OffsetMap& outer);

  // Forgets the pieces that lie wholly before `derived`; offsets stay as they are.
  void forget_before(std::size_t derived);

  void clear();

  // Bytes of derived text mapped so far.
  std::size_t size() const { return size_; }

  // True while the whole map is one exact copy.
  bool is_copy() const { return pieces_.empty(); }

 private:
  struct Piece {
    std::size_t derived;
    Span source;
    bool exact;
  };

  std::size_t piece_at(std::size_t derived) const;
  std::size_t end_of(std::size_t piece) const;
  void spill();

  std::size_t size_ = 0;
  std::size_t copy_begin_ = 0;  // source of a map that is one copy
  std::vector<Piece> pieces_;   // empty while the map is one copy
};

}  // namespace postvet
