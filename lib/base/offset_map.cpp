#include "base/offset_map.h"

#include <algorithm>

namespace postvet {

OffsetMap OffsetMap::copy(std::size_t length, std::size_t source_begin) {
  OffsetMap map;
  map.append_copy(length, source_begin);
  return map;
}

void OffsetMap::spill() {
  if (pieces_.empty() && size_ > 0) pieces_.push_back({0, {copy_begin_, copy_begin_ + size_}, true});
}

void OffsetMap::append_copy(std::size_t length, std::size_t source_begin) {
  if (length == 0) return;
  if (pieces_.empty()) {
    if (size_ == 0) copy_begin_ = source_begin;
    if (copy_begin_ + size_ == source_begin) {
      size_ += length;
      return;
    }
    spill();
  }
  Piece& last = pieces_.back();
  if (last.exact && last.source.end == source_begin) {
    last.source.end += length;
  } else {
    pieces_.push_back({size_, {source_begin, source_begin + length}, true});
  }
  size_ += length;
}

void OffsetMap::append_piece(std::size_t length, Span source) {
  if (length == 0) return;
  spill();
  pieces_.push_back({size_, source, false});
  size_ += length;
}

std::size_t OffsetMap::piece_at(std::size_t derived) const {
  auto after = std::upper_bound(pieces_.begin(), pieces_.end(), derived,
                                [](std::size_t at, const Piece& piece) { return at < piece.derived; });
  return after == pieces_.begin() ? 0 : static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

std::size_t OffsetMap::end_of(std::size_t piece) const {
  return piece + 1 < pieces_.size() ? pieces_[piece + 1].derived : size_;
}

Span OffsetMap::to_source(Span derived) const {
  derived.end = std::min(derived.end, size_);
  derived.begin = std::min(derived.begin, derived.end);
  if (pieces_.empty()) return derived.shifted(copy_begin_);

  if (derived.empty()) {
    if (derived.begin == size_) return {pieces_.back().source.end, pieces_.back().source.end};
    const Piece& piece = pieces_[piece_at(derived.begin)];
    std::size_t at = piece.exact ? piece.source.begin + (derived.begin - piece.derived) : piece.source.begin;
    return {at, at};
  }
  const Piece& first = pieces_[piece_at(derived.begin)];
  const Piece& last = pieces_[piece_at(derived.end - 1)];
  std::size_t begin = first.exact ? first.source.begin + (derived.begin - first.derived) : first.source.begin;
  std::size_t end = last.exact ? last.source.begin + (derived.end - last.derived) : last.source.end;
  return {begin, std::max(begin, end)};
}

OffsetMap OffsetMap::slice(Span derived) const {
  OffsetMap part;
  derived.end = std::min(derived.end, size_);
  if (derived.begin >= derived.end) return part;
  if (pieces_.empty()) return copy(derived.size(), copy_begin_ + derived.begin);

  for (std::size_t i = piece_at(derived.begin); i < pieces_.size() && pieces_[i].derived < derived.end; ++i) {
    const Piece& piece = pieces_[i];
    std::size_t begin = std::max(derived.begin, piece.derived);
    std::size_t length = std::min(derived.end, end_of(i)) - begin;
    if (piece.exact) {
      part.append_copy(length, piece.source.begin + (begin - piece.derived));
    } else {
      part.append_piece(length, piece.source);
    }
  }
  return part;
}

OffsetMap OffsetMap::compose(const OffsetMap& inner, const OffsetMap& outer) {
  OffsetMap map;
  if (outer.pieces_.empty() && inner.pieces_.empty()) {
    return copy(inner.size_, outer.copy_begin_ + inner.copy_begin_);
  }
  auto append_exact = [&](Span middle) {
    if (outer.pieces_.empty()) {
      map.append_copy(middle.size(), outer.copy_begin_ + middle.begin);
      return;
    }
    std::size_t at = middle.begin;
    for (std::size_t i = outer.piece_at(at); at < middle.end && i < outer.pieces_.size(); ++i) {
      const Piece& piece = outer.pieces_[i];
      std::size_t end = std::min(middle.end, outer.end_of(i));
      if (piece.exact) {
        map.append_copy(end - at, piece.source.begin + (at - piece.derived));
      } else {
        map.append_piece(end - at, piece.source);
      }
      at = end;
    }
  };
  if (inner.pieces_.empty()) {
    append_exact({inner.copy_begin_, inner.copy_begin_ + inner.size_});
    return map;
  }
  for (std::size_t i = 0; i < inner.pieces_.size(); ++i) {
    const Piece& piece = inner.pieces_[i];
    if (piece.exact) {
      append_exact(piece.source);
    } else {
      map.append_piece(inner.end_of(i) - piece.derived, outer.to_source(piece.source));
    }
  }
  return map;
}

void OffsetMap::forget_before(std::size_t derived) {
  if (pieces_.empty()) return;
  std::size_t keep = piece_at(derived);
  pieces_.erase(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(keep));
}

void OffsetMap::clear() {
  size_ = 0;
  copy_begin_ = 0;
  pieces_.clear();
}

}  // namespace postvet
