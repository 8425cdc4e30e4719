// A set of word hashes with a number each: what every word of every post is looked up in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace postvet {

// Open addressing behind a one-probe filter. Built once, then read from many threads.
class WordTable {
 public:
  WordTable() : filter_(kFilterBits / 64) { rehash(1024); }

  // Adds `hash` with `value` (> 0) unless it is there. Returns the value that is there afterwards.
  std::uint32_t add(std::uint64_t hash, std::uint32_t value) {
    if (std::uint32_t known = find(hash); known != 0) return known;
    if ((count_ + 1) * 2 > slots_.size()) rehash(slots_.size() * 2);
    insert(hash, value);
    ++count_;
    filter_[filter_word(hash)] |= filter_bit(hash);
    return value;
  }

  // The value of `hash`; 0 when it is not there.
  std::uint32_t find(std::uint64_t hash) const {
    if ((filter_[filter_word(hash)] & filter_bit(hash)) == 0) return 0;
    for (std::size_t at = hash & mask_;; at = (at + 1) & mask_) {
      if (slots_[at].value == 0) return 0;
      if (slots_[at].hash == hash) return slots_[at].value;
    }
  }

  std::size_t size() const { return count_; }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t value = 0;
  };
  static constexpr std::size_t kFilterBits = std::size_t{1} << 16;  // 8 KiB: stays in the first-level cache

  static std::size_t filter_word(std::uint64_t hash) { return (hash >> 40) % (kFilterBits / 64); }
  static std::uint64_t filter_bit(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 58); }

  void insert(std::uint64_t hash, std::uint32_t value) {
    std::size_t at = hash & mask_;
    while (slots_[at].value != 0) at = (at + 1) & mask_;
    slots_[at] = {hash, value};
  }

  void rehash(std::size_t size) {
    std::vector<Slot> old = std::move(slots_);
    slots_.assign(size, {});
    mask_ = size - 1;
    for (const Slot& slot : old) {
      if (slot.value != 0) insert(slot.hash, slot.value);
    }
  }

  std::vector<std::uint64_t> filter_;
  std::vector<Slot> slots_;
  std::size_t mask_ = 0;
  std::size_t count_ = 0;
};

}  // namespace postvet
