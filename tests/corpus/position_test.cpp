// Wherever a finding points in a file, the bytes there say what the finding is about, by decoders that share nothing
// with the library's; and line and column are those of the byte.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <random>

#include "corpus/harness.h"
#include "syntax/make_zip.h"

using namespace postvet;
using namespace postvet_test;

namespace {

void append_code_point(std::string& out, unsigned long c) {
  auto put = [&](unsigned long byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

// The length of the character at `at`, 0 when it is none; `bad` is then the length of what stands for one U+FFFD.
std::size_t character_at(const std::string& bytes, std::size_t at, std::size_t& bad) {
  auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u; };
  unsigned lead = byte(at);
  bad = 1;
  if (lead < 0x80) return 1;
  std::size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                       : lead >= 0xE0 && lead < 0xF0 ? 3
                       : lead >= 0xF0 && lead < 0xF5 ? 4
                                                     : 0;
  if (length == 0) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    unsigned low = 0x80, high = 0xBF;
    if (i == 1 && lead == 0xE0) low = 0xA0;
    if (i == 1 && lead == 0xED) high = 0x9F;
    if (i == 1 && lead == 0xF0) low = 0x90;
    if (i == 1 && lead == 0xF4) high = 0x8F;
    if (byte(at + i) < low || byte(at + i) > high) return 0;
    bad = i + 1;
  }
  return length;
}

// Invalid bytes to U+FFFD, ends of lines to LF.
std::string decode_bytes(const std::string& bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t bad = 0;
    std::size_t length = character_at(bytes, i, bad);
    if (length == 0) {
      append_code_point(out, 0xFFFD);
      i += bad;
    } else if (bytes[i] == '\r') {
      out.push_back('\n');
      i += i + 1 < bytes.size() && bytes[i + 1] == '\n' ? 2 : 1;
    } else {
      out.append(bytes, i, length);
      i += length;
    }
  }
  return out;
}

std::string decode_json(const std::string& text) {
  std::string out;
  auto unit_at = [&](std::size_t i) -> long {
    if (i + 6 > text.size() || text[i] != '\\' || text[i + 1] != 'u') return -1;
    return std::stol(text.substr(i + 2, 4), nullptr, 16);
  };
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] != '\\') {
      out.push_back(text[i++]);
      continue;
    }
    long unit = unit_at(i);
    if (unit >= 0) {
      long next = unit >= 0xD800 && unit < 0xDC00 ? unit_at(i + 6) : -1;
      bool pair = next >= 0xDC00 && next < 0xE000;
      long value = pair                              ? 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00)
                   : unit >= 0xD800 && unit < 0xE000 ? 0xFFFD
                                                     : unit;
      append_code_point(out, static_cast<unsigned long>(value));
      i += pair ? 12 : 6;
    } else {
      const std::map<char, char> kEscapes{{'n', '\n'}, {'t', '\t'}, {'r', '\r'},  {'b', '\b'},
                                          {'f', '\f'}, {'"', '"'},  {'\\', '\\'}, {'/', '/'}};
      out.push_back(kEscapes.at(text.at(i + 1)));
      i += 2;
    }
  }
  return out;
}

std::string decode_html(const std::string& text) {
  static const std::map<std::string, unsigned long> kNames{
      {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}, {"eacute", 0xE9}};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = text.find(';', i);
    if (text[i] == '<') {  // a tag inside of what was found
      i = text.find('>', i) + 1;
    } else if (text[i] != '&' || end == std::string::npos) {
      out.push_back(text[i++]);
    } else {
      std::string name = text.substr(i + 1, end - i - 1);
      if (name[0] == '#') {
        append_code_point(out, name[1] == 'x' ? std::stoul(name.substr(2), nullptr, 16) : std::stoul(name.substr(1)));
      } else {
        append_code_point(out, kNames.at(name));
      }
      i = end + 1;
    }
  }
  return out;
}

std::string decode_csv(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out.push_back(text[i]);
    if (text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') ++i;
  }
  return out;
}

std::string collapse(const std::string& text) {
  std::string out;
  for (char c : text) {
    bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space || out.empty() || out.back() != ' ') out.push_back(space ? ' ' : c);
  }
  return out;
}

enum class Form { plain, json, x_json, html, csv };

Form form_of(const std::string& name) {
  if (name.ends_with(".jsonl") || name.ends_with(".json")) return Form::json;
  if (name.ends_with(".js")) return Form::x_json;
  if (name.ends_with(".html")) return Form::html;
  return name.ends_with(".csv") ? Form::csv : Form::plain;
}

std::string decode(const std::string& slice, Form form) {
  std::string text = decode_bytes(slice);
  switch (form) {
    case Form::json:
      return decode_json(text);
    case Form::x_json:
      return decode_html(decode_json(text));
    case Form::html:
      return collapse(decode_html(text));
    case Form::csv:
      return decode_csv(text);
    default:
      return text;
  }
}

// Line and UTF-16 column of a byte, counted from the front.
std::pair<std::uint64_t, std::uint64_t> place_of(const std::string& file, std::size_t at) {
  std::uint64_t line = 1, column = 1;
  std::size_t i = file.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (i < at && i < file.size()) {
    std::size_t bad = 0;
    std::size_t length = character_at(file, i, bad);
    if (file[i] == '\n' || file[i] == '\r') {
      i += file[i] == '\r' && i + 1 < file.size() && file[i + 1] == '\n' ? 2 : 1;
      ++line;
      column = 1;
      continue;
    }
    column += length == 4 ? 2 : 1;
    i += length == 0 ? bad : length;
  }
  return {line, column};
}

struct Checked {
  std::size_t findings = 0;
  std::size_t spans = 0;
};

// Every finding of `path`: `bytes_of` gives the raw bytes of an entry.
template <class BytesOf>
Checked check_positions(const Files& files, const std::string& path, BytesOf bytes_of) {
  Texts texts = texts_of(files, path);
  RunOptions options;
  options.paths = {path};
  options.min_confidence = Confidence::low;
  Outcome outcome = check(shipped_engine(), files, options);
  Checked checked;
  for (const ReportedFinding& finding : outcome.findings) {
    ++checked.findings;
    if (!finding.source) continue;
    INFO(path, " ", describe(texts, finding));
    const std::string& bytes = bytes_of(finding.entry);
    const ReportedPlace& place = *finding.source;
    REQUIRE(place.begin <= place.end);
    REQUIRE(place.end <= bytes.size());
    CHECK(place_of(bytes, place.begin) == std::pair(place.line, place.column));
    CHECK(place_of(bytes, place.end) == std::pair(place.end_line, place.end_column));
    if (!finding.span) continue;
    ++checked.spans;
    Form form = form_of(finding.entry.empty() ? path : finding.entry);
    std::string text = found_text(texts, finding);
    std::string slice = bytes.substr(place.begin, place.end - place.begin);
    CHECK(decode(slice, form) == (form == Form::html ? collapse(text) : text));
  }
  return checked;
}

Checked check_file(const std::string& name, const std::string& bytes) {
  MemoryFiles files;
  files.add(name, bytes);
  return check_positions(files, name, [&](const std::string&) -> const std::string& { return bytes; });
}

// ---- Generated posts

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  // Words with what is hard to count, and a few that are found.
  std::string text() {
    static const std::vector<std::string> kFiller{"tea",
                                                  "caf\xC3\xA9",
                                                  "\xF0\x9F\x98\x80",
                                                  "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xAC",
                                                  "e\xCC\x81\xCC\xA7",
                                                  "\xE2\x80\x9Cquoted\xE2\x80\x9D",
                                                  "na\xC3\xAFve",
                                                  "a & b",
                                                  "<3",
                                                  "\xE6\xBC\xA2\xE5\xAD\x97",
                                                  "\"so\"",
                                                  "back\\slash",
                                                  "\xC2\xA0",
                                                  "\xEF\xAC\x81sh",
                                                  "long  gap"};
    static const std::vector<std::string> kFound{"07482 615093",
                                                 "call 07482615093",
                                                 "o.brien-tate@airedalepost.co.uk",
                                                 "you pathetic idiot",
                                                 "you absolute moron",
                                                 "QQ12 is not PW593812A",
                                                 "my National Insurance number is PW 59 38 12 A",
                                                 "+44 7813 204966"};
    std::string text;
    for (std::size_t i = 2 + below(8); i > 0; --i) text += kFiller[below(kFiller.size())] + " ";
    text += kFound[below(kFound.size())];
    text += chance(3) ? "" : ".";
    for (std::size_t i = below(4); i > 0; --i) text += " " + kFiller[below(kFiller.size())];
    if (chance(4)) text += "\n" + kFound[below(kFound.size())];
    return text;
  }

  // Each character as itself or, one in `one_in`, as an escape.
  std::string in_json(const std::string& text, std::size_t one_in) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      std::size_t bad = 0;
      std::size_t length = character_at(text, i, bad);
      unsigned long c = code_point(text, i, length);
      bool must = c < 0x20 || c == '"' || c == '\\';
      if (must || chance(one_in)) {
        if (c < 0x10000) {
          out += fmt::format("\\u{:04x}", c);
        } else {
          out += fmt::format("\\u{:04X}\\u{:04x}", 0xD800 + ((c - 0x10000) >> 10), 0xDC00 + ((c - 0x10000) & 0x3FF));
        }
      } else {
        out.append(text, i, length);
      }
      i += length;
    }
    return out;
  }

  std::string in_html(const std::string& text, std::size_t one_in) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
      std::size_t bad = 0;
      std::size_t length = character_at(text, i, bad);
      unsigned long c = code_point(text, i, length);
      if (c == '&' || c == '<' || c == '>') {
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;";
      } else if (c != ' ' && c != '\n' && chance(one_in)) {
        out += chance(2) ? fmt::format("&#{};", c) : fmt::format("&#x{:x};", c);
      } else {
        out.append(text, i, length);
      }
      i += length;
    }
    return out;
  }

  // What a careless tool leaves in a file: bytes that are no UTF-8.
  std::string damage() {
    static const std::vector<std::string> kBad{"\xFF ", "\xC0\xAF ", "\xE2\x82 ", "\xED\xA0\x80 ", "\xF0\x9F\x98 "};
    return kBad[below(kBad.size())];
  }

 private:
  static unsigned long code_point(const std::string& text, std::size_t at, std::size_t length) {
    auto byte = [&](std::size_t i) { return static_cast<unsigned long>(static_cast<unsigned char>(text[at + i])); };
    if (length == 1) return byte(0);
    unsigned long value = byte(0) & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) value = value << 6 | (byte(i) & 0x3F);
    return value;
  }

  std::mt19937 random_;
};

std::string with_ends(std::string text, bool crlf) {
  if (!crlf) return text;
  std::string out;
  for (char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

std::string post_lines(Maker& make, int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    std::size_t one_in = make.chance(3) ? 2 : 20;
    lines +=
        fmt::format("{{\"id\":\"{}\",{}\"text\":\"", i, make.chance(4) ? " \"ti\\u0074le\" : \"Kaf\\u00e9\", " : "");
    if (make.chance(10)) lines += make.damage();
    if (make.chance(20)) lines += "\\ud800 ";
    lines += make.in_json(make.text(), one_in) + "\"}\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("the decoders of this test are right") {
  CHECK(decode_bytes("a\r\nb\rc\xFF\xE2\x82"
                     "d") ==
        "a\nb\nc\xEF\xBF\xBD\xEF\xBF\xBD"
        "d");
  CHECK(decode_json("\\u0041\\ud83d\\ude00\\ud800x\\n") == "A\xF0\x9F\x98\x80\xEF\xBF\xBDx\n");
  CHECK(decode_html("&#x41;&#66;&amp;lt;<b>c</b>") == "AB&lt;c");
  CHECK(place_of("\xEF\xBB\xBF"
                 "a\xF0\x9F\x98\x80"
                 "b",
                 8) == std::pair<std::uint64_t, std::uint64_t>(1, 4));
  CHECK(place_of("a\r\nb\rc", 5) == std::pair<std::uint64_t, std::uint64_t>(3, 1));
}

TEST_CASE("findings in the samples point at what they are about") {
  std::size_t spans = 0;
  for (const char* name :
       {"drafts/it-corner.html", "drafts/malham-trip.md", "drafts/marking-by-train.md", "drafts/parish-bells.md",
        "drafts/plot-nine.md", "drafts/regex-friday.md", "drafts/ten-things-wrong.md", "drafts/trip-register.md",
        "drafts/wet-plate.html", "drafts/fell-notes.html", "profiles/staff.jsonl", "profiles/students.jsonl",
        "batch/autumn-term.jsonl", "exports/scheduler.csv"}) {
    std::string path = root_path(std::string("samples/") + name);
    std::string bytes = read_file(path);
    Checked checked =
        check_positions(disk_files(), path, [&](const std::string&) -> const std::string& { return bytes; });
    spans += checked.spans;
  }
  for (const char* name : {"exports/x-archive.zip", "exports/x-archive"}) {  // the zip holds what the folder holds
    std::map<std::string, std::string> entries;
    Checked checked = check_positions(
        disk_files(), root_path(std::string("samples/") + name), [&](const std::string& entry) -> const std::string& {
          auto [at, is_new] = entries.try_emplace(entry);
          if (is_new)
            at->second = read_file(root_path("samples/exports/x-archive/" + entry.substr(entry.find("data/"))));
          return at->second;
        });
    CHECK(checked.spans >= 6);
    spans += checked.spans;
  }
  CHECK(spans >= 60);
}

TEST_CASE("post lines with escapes, surrogates, marks and damage") {
  for (unsigned seed : {1u, 2u, 3u, 4u}) {
    INFO(seed);
    Maker make(seed);
    std::string lines = with_ends(post_lines(make, 250), seed % 2 == 0);
    if (seed > 2) lines.insert(0, "\xEF\xBB\xBF");
    CHECK(check_file("posts.jsonl", lines).spans >= 250);
  }
}

TEST_CASE("a page with entities, tags and comments") {
  for (unsigned seed : {5u, 6u}) {
    Maker make(seed);
    std::string page = "<!doctype html>\n<html><head><title>Tea &amp; caf\xC3\xA9</title></head>\n<body>\n";
    for (int i = 0; i < 150; ++i) {
      if (make.chance(5)) page += "<!-- caf\xC3\xA9 &amp; -->";
      if (make.chance(10)) page += make.damage();
      page += (make.chance(2) ? "<p>\n  " : "<p><b>so</b> ") + make.in_html(make.text(), make.chance(2) ? 3 : 30) +
              "</p>\n";
    }
    page += "</body></html>\n";
    CHECK(check_file("page.html", with_ends(page, seed % 2 == 0)).spans >= 150);
  }
}

TEST_CASE("the text of an archive: entities inside of JSON inside of a zip") {
  Maker make(7);
  std::string tweets = "window.YTD.tweets.part0 = [";
  for (int i = 0; i < 300; ++i) {
    std::string text;
    std::size_t one_in = make.chance(2) ? 3 : 30;
    for (char c : make.text()) text += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
    tweets += fmt::format("{}{{ \"tweet\" : {{ \"id_str\" : \"{}\", \"full_text\" : \"{}\" }} }}", i > 0 ? ",\r\n" : "",
                          i, make.in_json(text, one_in));
  }
  tweets += "]";
  NamedContents entries{
      {"data/manifest.js",
       "window.__THAR_CONFIG = {\"dataTypes\":{\"tweets\":{\"files\":[{\"fileName\":\"data/tweets.js\"}]}}}"},
      {"data/account.js", "window.YTD.account.part0 = [{\"account\":{\"accountId\":\"1\",\"username\":\"a\"}}]"},
      {"data/tweets.js", tweets}};
  MemoryFiles files;
  files.add("x.zip", make_archive(entries));
  Checked checked = check_positions(files, "x.zip", [&](const std::string& entry) -> const std::string& {
    CHECK(entry == "data/tweets.js");
    return entries[2].second;
  });
  CHECK(checked.spans >= 300);
}

TEST_CASE("drafts and tables") {
  Maker make(8);
  std::string draft;
  std::string table = "id,text\r\n";
  for (int i = 0; i < 200; ++i) {
    // Markdown's own marks would be read as such; here only the characters are of interest.
    std::string text = make.text();
    std::string plain, quoted;
    for (char c : text) {
      if (c != '<' && c != '\\' && c != '&') plain += c;
      quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    if (make.chance(10)) draft += make.damage();
    draft += plain + "\n\n";
    table += fmt::format("{},\"{}\"\r\n", i, quoted);
  }
  CHECK(check_file("draft.md", draft).spans >= 200);
  CHECK(check_file("draft.txt", with_ends("\xEF\xBB\xBF" + draft, true)).spans >= 200);
  CHECK(check_file("posts.csv", table).spans >= 200);
}
