// From the bytes of an archive to posts, with everything between.
#include <doctest/doctest.h>

#include <random>
#include <string>

#include "base/memory_files.h"
#include "read/collect.h"
#include "scan/inputs.h"
#include "syntax/make_zip.h"

namespace postvet {
extern const ReaderSpec x_archive;
}
using namespace postvet;

namespace {

std::string tweets(int count) {
  std::string text = "window.YTD.tweets.part0 = [";
  for (int i = 0; i < count; ++i) {
    text += (i > 0 ? ",\n  {\n" : "\n  {\n") + std::string("    \"tweet\" : {\n      \"id_str\" : \"") +
            std::to_string(i) + "\",\n      \"full_text\" : \"a post \\u00e9\"\n    }\n  }";
  }
  return text + "\n]";
}

NamedContents export_of(int count) {
  return {{"data/manifest.js",
           "window.__THAR_CONFIG = {\"dataTypes\":{\"tweets\":{\"files\":[{\"fileName\":\"data/tweets.js\"}]}}}"},
          {"data/account.js", "window.YTD.account.part0 = [{\"account\":{\"accountId\":\"1\",\"username\":\"a\"}}]"},
          {"data/tweets.js", tweets(count)}};
}

struct Outcome {
  std::size_t posts = 0;
  bool complaint = false;  // a problem, or an error
};

Outcome read(const std::string& bytes) {
  MemoryFiles files;
  files.add("x.zip", bytes);
  Outcome outcome;
  auto input = open_input(files, "x.zip");
  if (!input || !(*input)->is_container()) {
    outcome.complaint = true;
    return outcome;
  }
  Collect sink;
  auto result = x_archive.read(**input, {}, sink);
  CHECK(sink.open_records == 0);
  outcome.posts = sink.posts().size();
  outcome.complaint = !result || !sink.problems().empty() || !(*input)->problems().empty();
  return outcome;
}

}  // namespace

TEST_CASE("a zip and a folder give the same posts") {
  MemoryFiles files;
  for (const auto& [name, content] : export_of(5)) files.add("x/" + name, content);
  auto folder = open_input(files, "x");
  REQUIRE(folder);
  const ReaderSpec* readers[] = {&x_archive};
  auto detected = detect(**folder, readers);
  REQUIRE(detected);
  CHECK(detected->detection.score == 95);
  Collect sink;
  REQUIRE(x_archive.read(**folder, {}, sink));
  CHECK(sink.posts().size() == 5);
  CHECK(sink.problems().empty());
  Outcome zip = read(make_archive(export_of(5)));
  CHECK(zip.posts == 5);
  CHECK_FALSE(zip.complaint);
  CHECK(read(make_archive(export_of(5), true)).posts == 5);
}

TEST_CASE("an archive cut at any byte gives the posts before the cut and a complaint") {
  std::string zip = make_archive(export_of(3));
  std::size_t directory = zip.find("PK\1\2");
  for (std::size_t cut = 0; cut < directory; ++cut) {
    CAPTURE(cut);
    Outcome outcome = read(zip.substr(0, cut));
    CHECK(outcome.posts <= 3);
    CHECK((outcome.complaint || outcome.posts == 3));
  }
}

TEST_CASE("a flipped byte never loses a post in silence") {
  std::string zip = make_archive(export_of(3));
  std::size_t data = zip.find("data/tweets.js") + 14;
  for (std::size_t at = data; at < zip.find("PK\1\2"); ++at) {
    std::string bad = zip;
    bad[at] = static_cast<char>(bad[at] ^ 0x24);
    CAPTURE(at);
    Outcome outcome = read(bad);
    CHECK((outcome.complaint || outcome.posts == 3));
  }
}

TEST_CASE("a bomb in place of the posts ends soon, with a complaint") {
  NamedContents bomb = export_of(1);
  bomb[2].second =
      "window.YTD.tweets.part0 = [ {\"tweet\":{\"full_text\":\"" + std::string(std::size_t{32} << 20, 'a') + "\"}} ]";
  CHECK(read(make_archive(bomb)).complaint);
}
