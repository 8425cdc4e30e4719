// Values packed into a string of bytes and read back: how the build embeds what it compiled.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace postvet {

// Packs integers, enumerations, strings, pairs, vectors and structs. A struct says what it holds in one function that
// serves both directions: `template <class Blob> void pack(Blob& blob, T& value) { blob(value.a, value.b); }`.
// Integers are little-endian base 128, so that small ones take a byte. Not for untrusted bytes.
class BlobWriter {
 public:
  template <class... T>
  void operator()(const T&... values) {
    (put(values), ...);
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      auto left = static_cast<std::uint64_t>(value);
      while (left >= 128) {
        bytes_.push_back(static_cast<char>((left & 127) | 128));
        left >>= 7;
      }
      bytes_.push_back(static_cast<char>(left));
    } else {
      pack(*this, const_cast<T&>(value));
    }
  }
  void put(const std::string& text) {
    put(text.size());
    bytes_ += text;
  }
  template <class A, class B>
  void put(const std::pair<A, B>& pair) {
    put(pair.first);
    put(pair.second);
  }
  template <class T>
  void put(const std::vector<T>& list) {
    put(list.size());
    for (const T& item : list) put(item);
  }

  std::string bytes_;
};

class BlobReader {
 public:
  explicit BlobReader(std::string_view bytes) : bytes_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (get(values), ...);
  }

 private:
  template <class T>
  void get(T& value) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      std::uint64_t all = 0;
      for (unsigned shift = 0; at_ < bytes_.size(); shift += 7) {
        auto byte = static_cast<unsigned char>(bytes_[at_++]);
        all |= static_cast<std::uint64_t>(byte & 127) << shift;
        if (byte < 128) break;
      }
      value = static_cast<T>(all);
    } else {
      pack(*this, value);
    }
  }
  void get(std::string& text) {
    std::size_t size = 0;
    get(size);
    text = bytes_.substr(at_, size);
    at_ += text.size();
  }
  template <class A, class B>
  void get(std::pair<A, B>& pair) {
    get(pair.first);
    get(pair.second);
  }
  template <class T>
  void get(std::vector<T>& list) {
    std::size_t size = 0;
    get(size);
    list.resize(size);
    for (T& item : list) get(item);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace postvet
