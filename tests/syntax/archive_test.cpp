#include "syntax/archive.h"

#include <doctest/doctest.h>

#include <string>

#include "syntax/make_zip.h"

using namespace postvet;

namespace {

Archive archive_of(std::string bytes, ArchiveLimits limits = {}) {
  return Archive([bytes]() -> Result<std::unique_ptr<ByteStream>> { return std::make_unique<StringStream>(bytes); },
                 limits);
}

struct Seen {
  NamedContents read;
  std::vector<std::string> failed;  // entries whose stream failed
  std::string error;                // of the visit
};

Seen visit_all(const Archive& archive) {
  Seen seen;
  auto result = archive.visit([&](const EntryInfo& info, ByteStream& stream) {
    std::string content;
    if (read_all(stream, std::size_t{64} << 20, content)) {
      seen.read.emplace_back(info.path, content);
    } else {
      seen.failed.push_back(info.path);
    }
    return true;
  });
  if (!result) seen.error = result.error().what;
  return seen;
}

std::string names(const Archive& archive) {
  std::string all;
  for (const EntryInfo& entry : archive.entries()) all.append(entry.path).append("|");
  return all;
}

// Sets a bit of the flags in the first local header.
std::string with_flag(std::string zip, unsigned char flag) {
  zip[6] = static_cast<char>(static_cast<unsigned char>(zip[6]) | flag);
  return zip;
}

}  // namespace

TEST_CASE("entries are listed and streamed in the order of the archive, twice") {
  NamedContents contents{{"data/", ""}, {"data/b.js", "bb"}, {"data/a.js", std::string(100000, 'a')}, {"empty", ""}};
  for (bool tar : {false, true}) {
    Archive archive = archive_of(make_archive(contents, tar));
    REQUIRE(archive.list());
    CHECK(names(archive) == "data/b.js|data/a.js|empty|");
    CHECK(archive.problems().empty());
    for (int pass = 0; pass < 2; ++pass) {
      Seen seen = visit_all(archive);
      CHECK(seen.error.empty());
      REQUIRE(seen.read.size() == 3);
      CHECK(seen.read[0].second == "bb");
      CHECK(seen.read[1].second.size() == 100000);
    }
  }
}

TEST_CASE("an entry that is not read is passed over, and a visit can stop") {
  Archive archive = archive_of(make_archive({{"a", "1"}, {"b", "2"}, {"c", "3"}}));
  std::string seen;
  REQUIRE(archive.visit([&](const EntryInfo& info, ByteStream& stream) {
    char byte = 0;
    if (info.path == "b") CHECK(stream.read(&byte, 1).value_or(0) == 1);
    seen += info.path + std::string(byte ? 1 : 0, byte);
    return info.path != "b";
  }));
  CHECK(seen == "ab2");
}

TEST_CASE("names are labels, and equal names are both entries") {
  std::string odd = "a\x1b[31m";
  Archive archive =
      archive_of(make_archive({{"../../etc/passwd", "1"}, {"/abs", "2"}, {odd, "3"}, {"twice", "4"}, {"twice", "5"}}));
  REQUIRE(archive.list());
  CHECK(names(archive) == "../../etc/passwd|/abs|" + odd + "|twice|twice|");
  Seen seen = visit_all(archive);
  REQUIRE(seen.read.size() == 5);
  CHECK(seen.read[3].second == "4");
  CHECK(seen.read[4].second == "5");
}

TEST_CASE("a name in UTF-8 comes through whatever the locale is") {
  Archive archive = archive_of(make_archive({{"caf\xC3\xA9.txt", "1"}}));
  REQUIRE(archive.list());
  CHECK(names(archive) == "caf\xC3\xA9.txt|");
}

TEST_CASE("links are named as problems and not followed") {
  Archive archive = archive_of(make_archive({{"link@", "/etc/passwd"}, {"file", "1"}}, true));
  REQUIRE(archive.list());
  CHECK(names(archive) == "file|");
  REQUIRE(archive.problems().size() == 1);
  CHECK(archive.problems()[0].path == "link");
  CHECK(visit_all(archive).read.size() == 1);
}

TEST_CASE("an encrypted entry is named as a problem") {
  Archive archive = archive_of(with_flag(make_archive({{"secret", "0123456789"}}), 1));
  REQUIRE(archive.list());
  CHECK(names(archive).empty());
  REQUIRE(!archive.problems().empty());
  CHECK(archive.problems()[0].path == "secret");
  CHECK(archive.problems()[0].what == "not read: encrypted");
}

TEST_CASE("an unknown method fails the read of that entry") {
  std::string zip = make_archive({{"odd", "0123456789"}});
  zip[8] = 77;
  Archive archive = archive_of(zip);
  REQUIRE(archive.list());
  Seen seen = visit_all(archive);
  CHECK(seen.read.empty());
  CHECK(seen.failed.size() + archive.problems().size() >= 1);
}

TEST_CASE("a damaged entry is not taken for a whole one") {
  std::string zip = make_archive({{"a", std::string(1000, 'a') + "middle" + std::string(1000, 'b')}});
  std::size_t lost = 0;
  for (std::size_t at = 60; at < 80; ++at) {
    std::string bad = zip;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    Archive archive = archive_of(bad);
    bool listed = archive.list().has_value();
    Seen seen = visit_all(archive);
    if (seen.read.size() == 1 && seen.read[0].second.find("middle") == std::string::npos) ++lost;
    if (seen.read.empty())
      CHECK((!listed || !seen.failed.empty() || !seen.error.empty() || !archive.problems().empty()));
  }
  CHECK(lost == 0);
}

TEST_CASE("bombs are stopped by their ratio, and honest archives are not") {
  std::string zeros(std::size_t{24} << 20, '\0');
  std::string bomb = make_archive({{"zeros", zeros}, {"after", "1"}});
  Archive archive = archive_of(bomb);
  REQUIRE(archive.list());
  Seen seen = visit_all(archive);
  CHECK(seen.failed.size() + seen.read.size() <= 1);
  CHECK_FALSE(seen.error.empty());

  std::string small = make_archive({{"zeros", zeros.substr(0, std::size_t{7} << 20)}, {"after", "1"}});
  CHECK(visit_all(archive_of(small)).error.empty());
}

TEST_CASE("caps on the total and on the number of entries") {
  ArchiveLimits limits;
  limits.total = 1000;
  CHECK(visit_all(archive_of(make_archive({{"a", std::string(1000, 'a')}}), limits)).error.empty());
  CHECK_FALSE(visit_all(archive_of(make_archive({{"a", std::string(600, 'a')}, {"b", std::string(401, 'b')}}), limits))
                  .error.empty());

  limits = {};
  limits.entries = 3;
  NamedContents four{{"1", ""}, {"2", ""}, {"3", ""}, {"4", ""}};
  Archive archive = archive_of(make_archive(four), limits);
  REQUIRE(archive.list());
  CHECK(archive.entries().size() == 3);
  CHECK(archive.problems().size() == 1);
  CHECK_FALSE(visit_all(archive).error.empty());
  four.pop_back();
  CHECK(visit_all(archive_of(make_archive(four), limits)).error.empty());
}

TEST_CASE("cut at every byte: complete entries, then an error or a problem") {
  std::string zip = make_archive({{"a", "first"}, {"b", std::string(200, 'b')}, {"c", "third"}});
  std::size_t directory = zip.find("PK\1\2");
  REQUIRE(directory != std::string::npos);
  for (std::size_t cut = 0; cut < directory; ++cut) {
    CAPTURE(cut);
    Archive archive = archive_of(zip.substr(0, cut));
    bool listed = archive.list().has_value();
    Seen seen = visit_all(archive);
    bool complete = seen.read.size() == 3 && seen.read[2].second == "third";
    CHECK((complete || !listed || !seen.error.empty() || !seen.failed.empty() || !archive.problems().empty()));
    for (const auto& [name, content] : seen.read) {
      CHECK(content == (name == "a" ? "first" : name == "b" ? std::string(200, 'b') : "third"));
    }
  }
}

TEST_CASE("what is no archive is an error") {
  for (const char* bytes : {"", "P", "PK", "PK\3\4", "hello world", "{\"text\":1}"}) {
    CAPTURE(bytes);
    Archive archive = archive_of(bytes);
    CHECK_FALSE(archive.list());
    CHECK(archive.entries().empty());
  }
  CHECK(is_archive(make_archive({{"a", "1"}})));
  CHECK(is_archive(make_archive({{"a", "1"}}, true)));
  CHECK_FALSE(is_archive("PK"));
  CHECK_FALSE(is_archive("{\"text\":1}"));
}

TEST_CASE("an empty zip has no entries and no problem") {
  Archive archive = archive_of(make_archive({}));
  CHECK(archive.list());
  CHECK(archive.entries().empty());
  CHECK(archive.problems().empty());
}
