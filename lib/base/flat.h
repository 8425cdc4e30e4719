// Tables that are used where they lie: built once in memory, written out by the build, and read back without a copy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace postvet {

// An array that either owns its values or views them in memory that outlives it (the program's own image). Immutable:
// built as a std::vector, then moved in. It may be moved, and its values stay where they are.
template <class T>
class FlatArray {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 16);
  static_assert(std::has_unique_object_representations_v<T>);  // no padding: what is written is the same every time

 public:
  FlatArray() = default;
  FlatArray(std::vector<T> values) : own_(std::move(values)), view_(own_) {}
  explicit FlatArray(std::span<const T> view) : view_(view) {}
  FlatArray(FlatArray&&) noexcept = default;
  FlatArray& operator=(FlatArray&&) noexcept = default;
  FlatArray(const FlatArray&) = delete;  // a copy of what is owned would view the original
  FlatArray& operator=(const FlatArray&) = delete;

  const T& operator[](std::size_t i) const { return view_[i]; }
  const T* data() const { return view_.data(); }
  const T* begin() const { return view_.data(); }
  const T* end() const { return view_.data() + view_.size(); }
  std::size_t size() const { return view_.size(); }
  std::span<const T> slice(std::size_t begin, std::size_t end) const { return view_.subspan(begin, end - begin); }

 private:
  std::vector<T> own_;
  std::span<const T> view_;
};

// Texts behind one another.
class FlatStrings {
 public:
  FlatStrings() = default;
  explicit FlatStrings(const std::vector<std::string>& texts) {
    std::vector<char> bytes;
    std::vector<std::uint32_t> ends;
    for (const std::string& text : texts) {
      bytes.insert(bytes.end(), text.begin(), text.end());
      ends.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    bytes_ = std::move(bytes);
    ends_ = std::move(ends);
  }

  std::string_view operator[](std::size_t i) const {
    std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return {bytes_.data() + begin, ends_[i] - begin};
  }
  std::size_t size() const { return ends_.size(); }

  template <class Archive>
  friend void pack(Archive& archive, FlatStrings& value) {
    archive(value.bytes_, value.ends_);
  }

 private:
  FlatArray<char> bytes_;
  FlatArray<std::uint32_t> ends_;
};

// Write and read arrays, plain values, and structs that say what they hold in one function for both directions:
// `template <class Archive> void pack(Archive& archive, T& value) { archive(value.a, value.b); }`.
// The bytes are those of this machine: they are made by the build of the program that reads them.
inline constexpr std::size_t kFlatAlignment = 16;  // of the bytes given to FlatReader

class FlatWriter {
 public:
  template <class... T>
  void operator()(T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <class T>
  void put(T& value) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      put_bytes(&value, sizeof value);
    } else {
      pack(*this, value);
    }
  }
  template <class T>
  void put(FlatArray<T>& array) {
    std::uint64_t size = array.size();
    put_bytes(&size, sizeof size);
    put_bytes(array.data(), size * sizeof(T));
  }
  void put_bytes(const void* from, std::size_t size) {
    if (size != 0) bytes_.append(static_cast<const char*>(from), size);
    bytes_.resize((bytes_.size() + kFlatAlignment - 1) / kFlatAlignment * kFlatAlignment);
  }

  std::string bytes_;
};

// Arrays view the bytes, which must outlive them. Not for untrusted bytes.
class FlatReader {
 public:
  explicit FlatReader(std::string_view bytes) : at_(bytes.data()) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }

 private:
  template <class T>
  void get(T& value) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      std::memcpy(&value, take(sizeof value), sizeof value);
    } else {
      pack(*this, value);
    }
  }
  template <class T>
  void get(FlatArray<T>& array) {
    std::uint64_t size = 0;
    std::memcpy(&size, take(sizeof size), sizeof size);
    array = FlatArray<T>(std::span<const T>(reinterpret_cast<const T*>(take(size * sizeof(T))), size));
  }
  const char* take(std::size_t size) {
    const char* taken = at_;
    at_ += (size + kFlatAlignment - 1) / kFlatAlignment * kFlatAlignment;
    return taken;
  }

  const char* at_;
};

}  // namespace postvet
