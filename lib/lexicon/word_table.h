// A map from word hashes to numbers: what every word of every post is looked up in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/flat.h"

namespace postvet {

// Collects what goes into a WordTable.
class WordTableBuilder {
 public:
  WordTableBuilder() : slots_(1024) {}

  // Adds `hash` with `value` (> 0) unless it is there. Returns the value that is there afterwards.
  std::uint32_t add(std::uint64_t hash, std::uint32_t value) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slot_of(hash);
    if (slot.value == 0) {
      slot = {hash, value};
      ++count_;
    }
    return slot.value;
  }

  bool has(std::uint64_t hash) { return slot_of(hash).value != 0; }

  // Calls use(value) for every value, which it may change.
  template <class Use>
  void for_each(Use use) {
    for (Slot& slot : slots_) {
      if (slot.value != 0) use(slot.value);
    }
  }

  std::size_t size() const { return count_; }

 private:
  friend class WordTable;
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t value = 0;
    std::uint32_t unused = 0;  // no byte of what is written out is left to chance
  };

  Slot& slot_of(std::uint64_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].value != 0 && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return slots_[at];
  }

  void grow() {
    std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    for (const Slot& slot : old) {
      if (slot.value != 0) slot_of(slot.hash) = slot;
    }
  }

  std::vector<Slot> slots_;  // open addressing; a power of two, half of them empty
  std::size_t count_ = 0;
};

// Open addressing behind a one-probe filter. Immutable, thread-safe.
class WordTable {
 public:
  WordTable() : WordTable(WordTableBuilder()) {}
  explicit WordTable(WordTableBuilder builder) {
    std::vector<std::uint64_t> filter(kFilterBits / 64);
    for (const Slot& slot : builder.slots_) {
      if (slot.value != 0) filter[filter_word(slot.hash)] |= filter_bit(slot.hash);
    }
    filter_ = std::move(filter);
    slots_ = std::move(builder.slots_);
    size_ = builder.count_;
  }

  // The value of `hash`; 0 when it is not there.
  std::uint32_t find(std::uint64_t hash) const {
    if ((filter_[filter_word(hash)] & filter_bit(hash)) == 0) return 0;
    std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      if (slots_[at].value == 0) return 0;
      if (slots_[at].hash == hash) return slots_[at].value;
    }
  }

  std::size_t size() const { return size_; }

  template <class Archive>
  friend void pack(Archive& archive, WordTable& value) {
    archive(value.filter_, value.slots_, value.size_);
  }

 private:
  using Slot = WordTableBuilder::Slot;
  static constexpr std::size_t kFilterBits = std::size_t{1} << 17;  // 16 KiB: stays in the first-level cache

  static std::size_t filter_word(std::uint64_t hash) { return (hash >> 40) % (kFilterBits / 64); }
  static std::uint64_t filter_bit(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 58); }

  FlatArray<std::uint64_t> filter_;
  FlatArray<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace postvet
