// Memory that a run of posts views, freed all at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace postvet {

// Hands out bytes that stay in place until clear(). Not thread-safe.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;             // views into it would be left behind
  Arena& operator=(const Arena&) = delete;  //
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  // `size` bytes, unset. Never null.
  char* allocate(std::size_t size) {
    if (size > left_ || next_ == nullptr) grow(size);
    char* at = next_;
    next_ += size;
    left_ -= size;
    used_ += size;
    return at;
  }

  // A copy of `text` that is followed by at least `padding` bytes which may be read.
  std::string_view store(std::string_view text, std::size_t padding = 0) {
    char* at = allocate(text.size() + padding);
    if (!text.empty()) std::memcpy(at, text.data(), text.size());
    if (padding > 0) std::memset(at + text.size(), 0, padding);
    return {at, text.size()};
  }

  // Forgets everything and keeps the first block for reuse.
  void clear() {
    if (blocks_.size() > 1) blocks_.resize(1);
    next_ = blocks_.empty() ? nullptr : blocks_.front().bytes.get();
    left_ = blocks_.empty() ? 0 : blocks_.front().size;
    used_ = 0;
  }

  // Bytes handed out since the last clear().
  std::size_t used() const { return used_; }

 private:
  static constexpr std::size_t kBlock = std::size_t{256} << 10;

  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };

  void grow(std::size_t size) {
    std::size_t want = std::max(size, kBlock);
    blocks_.push_back({std::make_unique_for_overwrite<char[]>(want), want});
    next_ = blocks_.back().bytes.get();
    left_ = want;
  }

  std::vector<Block> blocks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t used_ = 0;
};

}  // namespace postvet
