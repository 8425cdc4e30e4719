#include "base/source.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace postvet {
namespace {

// The first byte that needs a closer look: a NUL, a CR or an ill-formed sequence. A sequence that is only cut off by
// the end of `raw` counts as ill-formed.
std::size_t first_problem(std::string_view raw) {
  std::size_t at = 0;
  while (at < raw.size()) {
    constexpr std::size_t kStep = 32;
    while (at + kStep <= raw.size()) {
      unsigned bad = 0;  // a loop without a branch, which compilers turn into vector instructions
      for (std::size_t i = 0; i < kStep; ++i) {
        auto byte = static_cast<unsigned char>(raw[at + i]);
        bad |= static_cast<unsigned>(byte >= 0x80) | static_cast<unsigned>(byte == 0) |
               static_cast<unsigned>(byte == '\r');
      }
      if (bad != 0) break;
      at += kStep;
    }
    std::size_t end = std::min(raw.size(), at + kStep);
    while (at < end) {
      auto byte = static_cast<unsigned char>(raw[at]);
      if (byte == 0 || byte == '\r') return at;
      if (byte < 0x80) {
        ++at;
        continue;
      }
      std::size_t skip = 0;
      std::size_t length = valid_utf8_length(raw.substr(at, 4), &skip);
      if (length == 0) return at;
      at += length;
    }
  }
  return raw.size();
}

// True when `raw` may be the front of a valid sequence that the next read completes.
bool is_cut_short(std::string_view raw) {
  std::size_t skip = 0;
  auto lead = static_cast<unsigned char>(raw[0]);
  if (lead < 0xC2 || lead > 0xF4 || valid_utf8_length(raw, &skip) != 0) return false;
  return skip == raw.size();
}

// windows-1252 bytes 0x80 to 0x9F (WHATWG Encoding Standard, index-windows-1252).
constexpr char32_t kWindows1252[32] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                       0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                       0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                       0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

}  // namespace

Repairs& Repairs::operator+=(const Repairs& other) {
  invalid += other.invalid;
  nul += other.nul;
  line_ends += other.line_ends;
  marks += other.marks;
  combining += other.combining;
  return *this;
}

void Source::begin() {
  begun_ = true;
  auto starts = [&](std::string_view mark) { return std::string_view(raw_).starts_with(mark); };
  std::size_t mark = 0;
  if (starts("\xEF\xBB\xBF")) {
    encoding_ = Encoding::utf8;
    mark = 3;
  } else if (starts("\xFF\xFE")) {
    encoding_ = Encoding::utf16le;
    mark = 2;
  } else if (starts("\xFE\xFF")) {
    encoding_ = Encoding::utf16be;
    mark = 2;
  } else if (raw_.size() >= 4 && raw_[0] != 0 && raw_[1] == 0 && raw_[2] != 0 && raw_[3] == 0) {
    encoding_ = Encoding::utf16le;
  } else if (raw_.size() >= 4 && raw_[0] == 0 && raw_[1] != 0 && raw_[2] == 0 && raw_[3] != 0) {
    encoding_ = Encoding::utf16be;
  }
  if (mark > 0) ++repairs_.marks;
  raw_.erase(0, mark);
  raw_begin_ = mark;
}

void Source::put(char32_t value, std::size_t raw_length, std::string& out) {
  std::size_t before = out.size();
  Span source{raw_begin_, raw_begin_ + raw_length};
  raw_begin_ += raw_length;
  if (after_cr_) {
    after_cr_ = false;
    if (value == '\n') return;  // the LF of a CR LF that was written as LF already
  }
  if (value == '\r') {
    ++repairs_.line_ends;
    after_cr_ = true;
    value = '\n';
  } else if (value == 0) {
    ++repairs_.nul;
    value = kReplacement;
  }
  append_utf8(out, value);
  std::size_t length = out.size() - before;
  if (length == raw_length && value != '\n') {
    map_.append_copy(length, source.begin);
  } else {
    map_.append_piece(length, source);
  }
}

std::size_t Source::decode_utf8_chunk(std::string_view raw, bool last, std::string& out) {
  std::size_t at = 0;
  while (at < raw.size()) {
    std::size_t clean = after_cr_ ? 0 : first_problem(raw.substr(at));
    if (clean > 0) {
      out.append(raw, at, clean);
      map_.append_copy(clean, raw_begin_);
      raw_begin_ += clean;
      at += clean;
      continue;
    }
    std::string_view rest = raw.substr(at);
    if (!last && is_cut_short(rest)) break;
    std::size_t skip = 0;
    std::size_t length = valid_utf8_length(rest.substr(0, 4), &skip);
    if (length > 0) {
      put(decode_utf8(rest, 0).value, length, out);
      at += length;
    } else {
      ++repairs_.invalid;
      put(kReplacement, skip, out);
      at += skip;
    }
  }
  return at;
}

std::size_t Source::decode_utf16_chunk(std::string_view raw, bool last, std::string& out) {
  auto unit = [&](std::size_t at) {
    auto first = static_cast<unsigned char>(raw[at]);
    auto second = static_cast<unsigned char>(raw[at + 1]);
    return static_cast<char32_t>(encoding_ == Encoding::utf16le ? first | (second << 8) : second | (first << 8));
  };
  std::size_t at = 0;
  while (at + 2 <= raw.size()) {
    char32_t value = unit(at);
    std::size_t length = 2;
    if (value >= 0xD800 && value <= 0xDBFF) {
      if (at + 4 > raw.size() && !last) break;
      if (at + 4 <= raw.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) <= 0xDFFF) {
        value = 0x10000 + ((value - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
        length = 4;
      }
    }
    if (value >= 0xD800 && value <= 0xDFFF) {
      ++repairs_.invalid;
      value = kReplacement;
    }
    put(value, length, out);
    at += length;
  }
  if (last && at < raw.size()) {
    ++repairs_.invalid;
    put(kReplacement, raw.size() - at, out);
    at = raw.size();
  }
  return at;
}

void Source::decode_windows1252_chunk(std::string_view raw, std::string& out) {
  for (char c : raw) {
    auto byte = static_cast<unsigned char>(c);
    put(byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte, 1, out);
  }
}

Result<bool> Source::read(std::string& out, std::size_t want) {
  if (ended_) return false;
  std::size_t held = raw_.size();
  raw_.resize(held + want);
  auto count = stream_.read(raw_.data() + held, want);
  raw_.resize(held + (count ? *count : 0));
  if (!count) return tl::unexpected(count.error());
  ended_ = *count == 0;
  if (!begun_) {
    if (raw_.size() < 4 && !ended_) return true;  // too little to tell the encoding by
    begin();
  }
  std::size_t used = raw_.size();
  switch (encoding_) {
    case Encoding::utf8:
      used = decode_utf8_chunk(raw_, ended_, out);
      break;
    case Encoding::utf16le:
    case Encoding::utf16be:
      used = decode_utf16_chunk(raw_, ended_, out);
      break;
    case Encoding::windows1252:
      decode_windows1252_chunk(raw_, out);
      break;
  }
  raw_.erase(0, used);
  return !ended_;
}

Result<Document> read_document(ByteStream& stream, std::size_t limit, Encoding fallback) {
  Document document;
  Source source(stream, fallback);
  for (;;) {
    auto more = source.read(document.text);
    if (!more) return tl::unexpected(more.error());
    if (document.text.size() > limit) return fail(fmt::format("larger than the limit of {} MiB", limit >> 20));
    if (!*more) break;
  }
  document.map = source.map();
  document.repairs = source.repairs();
  return document;
}

}  // namespace postvet
