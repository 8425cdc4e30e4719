#include "base/source.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "base/utf8.h"

using namespace postvet;

namespace {

// Gives 1 to 7 bytes a read, so that every border falls everywhere.
class Drip final : public ByteStream {
 public:
  Drip(std::string bytes, unsigned seed) : inner_(std::move(bytes)), random_(seed) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    return inner_.read(to, std::min<std::size_t>(size, 1 + random_() % 7));
  }

 private:
  StringStream inner_;
  std::mt19937 random_;
};

Document decode(const std::string& bytes, unsigned seed, Encoding fallback = Encoding::utf8) {
  if (seed == 0) {
    StringStream stream(bytes);
    return *read_document(stream, bytes.size() * 3 + 100, fallback);
  }
  Drip stream(bytes, seed);
  return *read_document(stream, bytes.size() * 3 + 100, fallback);
}

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (char16_t unit : text) {
    char high = static_cast<char>(unit >> 8);
    char low = static_cast<char>(unit & 0xFF);
    bytes += little ? std::string{low, high} : std::string{high, low};
  }
  return bytes;
}

// What one character of the decoded text may have been in the bytes, by an own reading of them.
bool stands_for(char32_t c, std::string_view slice, Encoding encoding) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(slice[i]); };
  if (encoding == Encoding::utf16le || encoding == Encoding::utf16be) {
    if (slice.size() == 1) return c == kReplacement;
    if (slice.size() % 2 != 0) return false;
    std::u16string units;
    for (std::size_t i = 0; i < slice.size(); i += 2) {
      units.push_back(static_cast<char16_t>(encoding == Encoding::utf16le ? byte(i) | byte(i + 1) << 8
                                                                          : byte(i) << 8 | byte(i + 1)));
    }
    if (units.size() == 2) return c >= 0x10000 && units[0] == 0xD7C0 + (c >> 10) && units[1] == 0xDC00 + (c & 0x3FF);
    if (c == kReplacement) return units[0] == 0 || units[0] == 0xFFFD || (units[0] >= 0xD800 && units[0] <= 0xDFFF);
    return c == units[0] || (c == '\n' && units[0] == '\r');
  }
  if (c == '\n') return slice == "\n" || slice == "\r";
  if (encoding == Encoding::windows1252) {
    if (slice.size() != 1) return false;
    return c == kReplacement ? byte(0) == 0 : byte(0) < 0x80 || byte(0) >= 0xA0 ? c == byte(0) : c != kReplacement;
  }
  std::size_t skip = 0;
  if (c != kReplacement) return valid_utf8_length(slice, &skip) == slice.size() && decode_utf8(slice, 0).value == c;
  return slice == kReplacementUtf8 || slice == std::string_view("\0", 1) ||
         (valid_utf8_length(slice, &skip) == 0 && skip == slice.size());
}

void check_positions(const std::string& bytes, const Document& document, Encoding encoding) {
  std::size_t last = 0;
  for (std::size_t at = 0; at < document.text.size();) {
    std::size_t skip = 0;
    std::size_t length = valid_utf8_length(std::string_view(document.text).substr(at), &skip);
    REQUIRE(length > 0);
    CodePoint c = decode_utf8(document.text, at);
    Span source = document.map.to_source({at, at + length});
    REQUIRE(source.begin >= last);
    REQUIRE(source.end <= bytes.size());
    REQUIRE(source.begin < source.end);
    REQUIRE(c.value != 0);
    REQUIRE(c.value != '\r');
    if (!stands_for(c.value, std::string_view(bytes).substr(source.begin, source.size()), encoding)) {
      CAPTURE(at);
      CAPTURE(static_cast<unsigned>(c.value));
      FAIL("points at other bytes");
    }
    last = source.end;
    at += length;
  }
}

}  // namespace

TEST_CASE("every encoding is told and read") {
  struct Row {
    std::string bytes;
    Encoding fallback;
    std::string text;
    std::uint64_t marks;
  };
  const std::u16string wide = u"h\u00E9 \u20AC \U0001F600.";
  const std::string text = "h\u00E9 \u20AC \U0001F600.";
  const Row rows[] = {
      {text, Encoding::utf8, text, 0},
      {"\xEF\xBB\xBF" + text, Encoding::utf8, text, 1},
      {"\xEF\xBB\xBF" + text, Encoding::windows1252, text, 1},
      {"\xFF\xFE" + utf16(wide, true), Encoding::utf8, text, 1},
      {"\xFE\xFF" + utf16(wide, false), Encoding::utf8, text, 1},
      {utf16(u"hello \U0001F600", true), Encoding::utf8, "hello \U0001F600", 0},
      {utf16(u"hello \U0001F600", false), Encoding::utf8, "hello \U0001F600", 0},
      {"caf\xE9 \x80\x93 \x9C", Encoding::windows1252, "caf\u00E9 \u20AC\u201C \u0153", 0},
      {"", Encoding::utf8, "", 0},
      {"a", Encoding::utf8, "a", 0},
      {"\xEF\xBB\xBF", Encoding::utf8, "", 1},
      {"\xFF\xFE", Encoding::utf8, "", 1},
      {"x\xEF\xBB\xBFy", Encoding::utf8, "x\uFEFFy", 0},  // a mark only in front
  };
  for (const Row& row : rows) {
    for (unsigned seed = 0; seed < 8; ++seed) {
      Document document = decode(row.bytes, seed, row.fallback);
      CHECK(document.text == row.text);
      CHECK(document.repairs.marks == row.marks);
      CHECK(document.repairs.invalid == 0);
    }
  }
}

TEST_CASE("what is mended is counted") {
  struct Row {
    std::string bytes;
    std::string text;
    std::uint64_t invalid, nul, line_ends;
  };
  const std::string r(kReplacementUtf8);
  const Row rows[] = {
      {"a\r\nb\rc\nd", "a\nb\nc\nd", 0, 0, 2},
      {"\r\r\n\n", "\n\n\n", 0, 0, 2},
      {"a\r", "a\n", 0, 0, 1},
      {"\r\xFFx", "\n" + r + "x", 1, 0, 1},
      {std::string("xy\0\0z", 5), "xy" + r + r + "z", 0, 2, 0},
      {"a\xFFz", "a" + r + "z", 1, 0, 0},
      {"a\xE2\x82", "a" + r, 1, 0, 0},
      {"a\xE2\x82z", "a" + r + "z", 1, 0, 0},
      {"\xF0\x9F\x98\xF0\x9F\x98\x80", r + "\U0001F600", 1, 0, 0},
      {"\xC0\xAF\xED\xA0\x80", r + r + r + r + r, 5, 0, 0},
      {"\xFF\xFE" + utf16(u"a\r\nb", true) + "\x3D\xD8", "a\nb" + r, 1, 0, 1},
      {"\xFF\xFE" + utf16(u"ab", true) + "c", "ab" + r, 1, 0, 0},
      {"\xFE\xFF" + utf16(std::u16string{u'a', 0xDC00, 0xD800, u'b', 0}, false), "a" + r + r + "b" + r, 2, 1, 0},
      {"clean text\nof two lines", "clean text\nof two lines", 0, 0, 0},
  };
  for (const Row& row : rows) {
    for (unsigned seed = 0; seed < 20; ++seed) {
      Document document = decode(row.bytes, seed);
      CHECK(document.text == row.text);
      CHECK(document.repairs.invalid == row.invalid);
      CHECK(document.repairs.nul == row.nul);
      CHECK(document.repairs.line_ends == row.line_ends);
      CHECK(document.repairs.any() ==
            (row.invalid + row.nul + row.line_ends > 0 || row.bytes[0] == '\xFF' || row.bytes[0] == '\xFE'));
    }
  }
}

TEST_CASE("every character points at the bytes that say it, however the bytes arrive") {
  std::mt19937 random(99);
  const std::string pieces[] = {"a",
                                "word ",
                                "\r",
                                "\n",
                                "\r\n",
                                "\u00E9",
                                "\u20AC",
                                "\U0001F600",
                                "\xFF",
                                "\xE2\x82",
                                "\xF0\x9F",
                                "\xC2",
                                std::string("\0", 1),
                                "\xED\xA0\x80",
                                std::string(40, 'x')};
  for (unsigned round = 0; round < 400; ++round) {
    std::string bytes;
    for (unsigned left = 1 + static_cast<unsigned>(random() % 40); left > 0; --left)
      bytes += pieces[random() % std::size(pieces)];
    for (Encoding encoding : {Encoding::utf8, Encoding::windows1252, Encoding::utf16le, Encoding::utf16be}) {
      std::string raw = encoding == Encoding::utf16le   ? "\xFF\xFE" + bytes
                        : encoding == Encoding::utf16be ? "\xFE\xFF" + bytes
                                                        : "ab" + bytes;
      Document whole = decode(raw, 0, encoding == Encoding::windows1252 ? encoding : Encoding::utf8);
      Document dripped = decode(raw, round + 1, encoding == Encoding::windows1252 ? encoding : Encoding::utf8);
      REQUIRE(whole.text == dripped.text);
      REQUIRE(whole.repairs.invalid == dripped.repairs.invalid);
      REQUIRE(whole.repairs.line_ends == dripped.repairs.line_ends);
      REQUIRE(whole.repairs.nul == dripped.repairs.nul);
      check_positions(raw, whole, encoding);
      check_positions(raw, dripped, encoding);
    }
  }
}

TEST_CASE("text that needs no mending is mapped without a piece") {
  Document document = decode(std::string(100000, 'x') + "\u00E9\n", 0);
  CHECK(document.map.is_copy());
  CHECK_FALSE(document.repairs.any());
  CHECK_FALSE(decode("a\r\nb", 0).map.is_copy());
}

TEST_CASE("too much, and an error of the stream, are errors") {
  StringStream stream(std::string((std::size_t{1} << 20) + 1, 'x'));
  auto document = read_document(stream, std::size_t{1} << 20);
  REQUIRE_FALSE(document);
  CHECK(document.error().what == "larger than the limit of 1 MiB");

  class Broken final : public ByteStream {
   public:
    Result<std::size_t> read(char*, std::size_t) override { return fail("input/output error", "x"); }
  } broken;
  auto failed = read_document(broken, 100);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().what == "input/output error");
}

TEST_CASE("repairs add up") {
  Repairs a{1, 2, 3, 4, 5};
  Repairs b{10, 20, 30, 40, 50};
  a += b;
  CHECK(a.invalid == 11);
  CHECK(a.nul == 22);
  CHECK(a.line_ends == 33);
  CHECK(a.marks == 44);
  CHECK(a.combining == 55);
  CHECK_FALSE(Repairs{}.any());
  CHECK(Repairs{0, 0, 0, 0, 1}.any());
}
