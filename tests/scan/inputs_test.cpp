#include "scan/inputs.h"

#include <doctest/doctest.h>

#include <string>

#include "base/memory_files.h"
#include "syntax/make_zip.h"

using namespace postvet;

namespace {

std::string content_of(Input& input) {
  auto stream = input.open();
  REQUIRE(stream);
  std::string content;
  REQUIRE(read_all(**stream, std::size_t{1} << 30, content));
  return content;
}

std::string entries_of(Input& input) {
  std::string all;
  for (const EntryInfo& entry : input.entries()) all.append(entry.path).append("|");
  return all;
}

template <int Score>
Detection fixed(const Probe&) {
  Detection detection;
  detection.score = Score;
  return detection;
}

Detection by_head(const Probe& probe) {
  Detection detection;
  detection.score = probe.head.starts_with("mine") || probe.entry_head("data/key.js") == "mine" ? 60 : 0;
  return detection;
}

constexpr ReaderSpec kNever{.name = "never", .summary = "", .detect = fixed<0>, .read = nullptr};
constexpr ReaderSpec kSome{.name = "some", .summary = "", .detect = fixed<50>, .read = nullptr};
constexpr ReaderSpec kSame{.name = "same", .summary = "", .detect = fixed<50>, .read = nullptr};
constexpr ReaderSpec kHead{.name = "head", .summary = "", .detect = by_head, .read = nullptr};

std::string reader_of(Input& input, std::vector<const ReaderSpec*> readers) {
  auto detected = detect(input, readers);
  return detected ? std::string(detected->reader->name) : "error: " + detected.error().what;
}

}  // namespace

TEST_CASE("a file, an archive and a folder, told by what they are") {
  MemoryFiles files;
  files.add("a.zip", "plain text");
  files.add("b.txt", make_archive({{"data/key.js", "mine"}, {"data/other.js", "x"}}));
  files.add("folder/data/key.js", "mine");
  files.add("folder/data/a.js", "x");
  files.add("folder/.git/config", "x");

  auto plain = open_input(files, "a.zip");
  REQUIRE(plain);
  CHECK_FALSE((*plain)->is_container());
  CHECK(content_of(**plain) == "plain text");
  CHECK(content_of(**plain) == "plain text");
  CHECK_FALSE((*plain)->visit([](const EntryInfo&, ByteStream&) { return true; }));

  auto archive = open_input(files, "b.txt");
  REQUIRE(archive);
  CHECK((*archive)->is_container());
  CHECK(entries_of(**archive) == "data/key.js|data/other.js|");
  CHECK_FALSE((*archive)->open());

  auto folder = open_input(files, "folder");
  REQUIRE(folder);
  CHECK((*folder)->is_container());
  CHECK(entries_of(**folder) == "data/a.js|data/key.js|");
  CHECK(reader_of(**archive, {&kNever, &kHead}) == "head");
  CHECK(reader_of(**folder, {&kNever, &kHead}) == "head");
}

TEST_CASE("what cannot be opened is an error, and an unreadable file of a folder costs itself") {
  MemoryFiles files;
  files.add_unreadable("no");
  files.add("cut.zip", "PK\3\4");
  files.add("folder/a", "a");
  files.add_unreadable("folder/b");
  files.add("folder/c", "c");
  CHECK_FALSE(open_input(files, "missing"));
  CHECK_FALSE(open_input(files, "no"));
  auto cut = open_input(files, "cut.zip");
  REQUIRE_FALSE(cut);
  CHECK(cut.error().where == "cut.zip");
  auto folder = open_input(files, "folder");
  REQUIRE(folder);
  std::string seen;
  REQUIRE((*folder)->visit([&](const EntryInfo& entry, ByteStream& stream) {
    std::string content;
    seen += entry.path + (read_all(stream, 10, content) ? "=" + content : "!") + "|";
    return true;
  }));
  CHECK(seen == "a=a|b!|c=c|");
}

TEST_CASE("standard input is looked at and then read, once") {
  for (std::size_t size : {0U, 10U, 100U, 70000U, 1000000U}) {
    std::string bytes = "mine" + std::string(size, 'x');
    auto input = stdin_input(std::make_unique<StringStream>(bytes), "-");
    REQUIRE(input);
    CHECK(reader_of(**input, {&kHead}) == "head");
    CHECK(content_of(**input) == bytes);
    CHECK((*input)->open().has_value() == (bytes.size() <= 65536));
  }
  auto archive = stdin_input(std::make_unique<StringStream>(make_archive({{"a", "1"}})), "-");
  REQUIRE_FALSE(archive);
  CHECK_FALSE(archive.error().hint.empty());
}

TEST_CASE("the surest reader has it, and a tie is an error that names both") {
  MemoryFiles files;
  files.add("a", "mine");
  files.add("b", "other");
  auto mine = open_input(files, "a");
  auto other = open_input(files, "b");
  REQUIRE(mine);
  REQUIRE(other);
  CHECK(reader_of(**mine, {&kNever, &kSome, &kHead}) == "head");
  CHECK(reader_of(**other, {&kNever, &kSome, &kHead}) == "some");
  CHECK(reader_of(**other, {&kNever, &kHead}) == "error: no reader recognises this");
  CHECK(reader_of(**other, {&kSome, &kSame}) == "error: this could be some or same");
  CHECK(reader_of(**mine, {&kSome, &kSame, &kHead}) == "head");
}

TEST_CASE("a probe sees the head decoded, and heads of entries by whole names") {
  MemoryFiles files;
  files.add("a", std::string("\xFF\xFE") + std::string("m\0i\0n\0e\0", 8));
  files.add("b", make_archive({{"x/deleted-tweets.js", "1"}, {"x/tweets.js", std::string(200000, '2')}}));
  auto utf16 = open_input(files, "a");
  auto archive = open_input(files, "b");
  REQUIRE(utf16);
  REQUIRE(archive);
  Prober text(**utf16);
  CHECK(text.probe().head == "mine");
  Prober entries(**archive);
  CHECK(entries.probe().entry_head("tweets.js") == std::string(65536, '2'));
  CHECK(entries.probe().entry_head("x/deleted-tweets.js") == "1");
  CHECK(entries.probe().entry_head("weets.js").empty());
  CHECK(entries.probe().entry_head("missing").empty());
}
