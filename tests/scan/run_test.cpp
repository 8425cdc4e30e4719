#include "scan/run.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "scan/collect_run.h"
#include "scan/worker.h"
#include "syntax/make_zip.h"

using namespace postvet;
using namespace postvet_test;

namespace {

constexpr const char* kPhone = "Ring Anna on 07482 615093.";

std::string line(std::string_view id, std::string_view text, std::string_view more = "") {
  return fmt::format("{{\"id\":\"{}\",\"text\":\"{}\"{}}}\n", id, text, more);
}

RunOptions options_for(std::vector<std::string> paths) {
  RunOptions options;
  options.paths = std::move(paths);
  return options;
}

}  // namespace

TEST_CASE("every post is checked or skipped, and a problem makes the run incomplete") {
  struct Case {
    const char* name;
    std::string bytes;
    std::uint64_t checked, skipped, findings;
  };
  const Case cases[] = {
      {"good.md", "The library opens at eight.\n", 1, 0, 0},
      {"bad.md", kPhone, 1, 0, 1},
      {"empty.jsonl", "", 0, 0, 0},
      {"empty.md", "", 1, 0, 0},
      {"two.jsonl", line("a", kPhone) + line("b", "Tea."), 2, 0, 1},
      {"mixed.jsonl", line("a", kPhone) + "nonsense\n" + line("b", kPhone) + "{\"text\":7}\n", 2, 2, 2},
      {"cut.jsonl", line("a", kPhone) + "{\"id\":\"b\",\"text\":\"Te", 1, 1, 1},
      {"wide.csv", "id,text\n1,Tea\n2,Tea, and cake\n3," + std::string(kPhone) + "\n", 2, 1, 1},
      {"binary.bin", std::string("\0\1\2\3", 4), 0, 1, 0},
      {"x.zip", "PK\3\4 is not all of it", 0, 1, 0},
  };
  for (const Case& c : cases) {
    INFO(std::string(c.name));
    Outcome outcome = check_text(c.name, c.bytes);
    CHECK(outcome.result.summary.posts.checked == c.checked);
    CHECK(outcome.result.summary.posts.skipped == c.skipped);
    CHECK(outcome.problems.size() == c.skipped);
    CHECK(outcome.messages.size() == c.skipped);
    CHECK(outcome.findings.size() == c.findings);
  }
}

TEST_CASE("inputs that cannot be read leave the others alone") {
  MemoryFiles files;
  files.add("a.md", kPhone);
  files.add_unreadable("b.md");
  files.add("c.md", kPhone);
  Outcome outcome = check(files, {"a.md", "b.md", "missing.md", "c.md", "-"});
  CHECK(outcome.findings.size() == 2);
  CHECK(outcome.problems.size() == 3);
  REQUIRE(outcome.result.summary.inputs.size() == 5);
  CHECK(outcome.result.summary.inputs[1].reader.empty());
  CHECK(outcome.result.summary.inputs[3].reader == "markdown");
}

TEST_CASE("what an archive holds and cannot give is a problem, and the rest of it is checked") {
  NamedContents entries{
      {"data/manifest.js", "window.__THAR_CONFIG = {}"},
      {"data/account.js", "window.YTD.account.part0 = [{\"account\":{\"accountId\":\"1\",\"username\":\"a\"}}]"},
      {"data/tweets.js",
       std::string("window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\",\"full_text\":\"") + kPhone + "\"}}]"},
      {"data/link.js@", "data/tweets.js"}};
  MemoryFiles files;
  files.add("x.tar.gz", make_archive(entries, true));
  Outcome outcome = check(files, {"x.tar.gz"});
  CHECK(outcome.findings.size() == 1);
  REQUIRE(outcome.problems.size() == 1);
  CHECK(outcome.problems[0].entry == "data/link.js");
  CHECK(outcome.result.summary.posts.found == 2);
  entries.pop_back();
  files.add("y.zip", make_archive(entries));
  CHECK(check(files, {"y.zip"}).result.complete);
}

TEST_CASE("a directory gives its files once, in order") {
  MemoryFiles files;
  files.add("d/b.md", kPhone);
  files.add("d/a/x.md", kPhone);
  files.add("d/c.expect", "personal-data/phone\t-\t-\n");
  files.add("d/.hidden.md", kPhone);
  Outcome outcome = check(files, {"d"});
  CHECK(outcome.result.complete);
  REQUIRE(outcome.findings.size() == 2);
  CHECK(outcome.findings[0].path == "d/a/x.md");
  CHECK(outcome.findings[1].path == "d/b.md");
  CHECK(outcome.result.summary.not_examined.size() == 2);
}

TEST_CASE("a post over a mebibyte is looked at in pieces, and what lies on a border is found once") {
  const std::string filler = "tea and cake for all of them again and ";
  for (std::size_t before : {kMaxPiece - 30, kMaxPiece - 12, kMaxPiece - 3, kMaxPiece - kPieceOverlap + 5,
                             kMaxPiece - kPieceOverlap - 5, kMaxPiece + 9}) {
    std::string text;
    while (text.size() + filler.size() < before) text += filler;
    text += std::string(before - text.size(), '.') + " " + kPhone + " ";
    for (int i = 0; i < 2000; ++i) text += filler;
    Outcome outcome = check_text("long.jsonl", line("a", text));
    INFO(before);
    REQUIRE(outcome.findings.size() == 1);
    REQUIRE(outcome.findings[0].span);
    CHECK(text.substr(outcome.findings[0].span->begin, outcome.findings[0].span->size()) == "07482 615093");
    CHECK(outcome.result.summary.posts.checked == 1);
    CHECK(outcome.result.summary.not_examined.size() == 1);
  }
  // Characters are not cut in two.
  std::string accents;
  while (accents.size() < kMaxPiece + 5000) accents += "\xE2\x82\xAC";
  CHECK(check_text("long.jsonl", line("a", accents + " " + kPhone)).findings.size() == 1);
}

TEST_CASE("what an account's posts say counts for its profile") {
  const std::string author = R"(,"platform":"x","author":{"handle":"@bea"})";
  const std::string profile = line("p", "Tea, hens, fell running.", R"(,"kind":"profile")" + author);
  const std::string said = line("a", "I teach biology at New College Pontefract.", author);
  struct Case {
    std::string lines;
    std::size_t missing;
  };
  const Case cases[] = {
      {profile + said, 1},
      {profile + said + said + said, 1},
      {profile + line("a", "I like hens.", author), 0},
      {profile + line("a", "I teach biology at New College Pontefract.", R"(,"author":{"handle":"@other"})"), 0},
      {profile +
           line("a", "I teach biology at New College Pontefract.", R"(,"voice":"others","author":{"handle":"@bea"})"),
       0},
      {line("p", "These are my personal views and not those of NCLT.", R"(,"kind":"profile")" + author) + said, 0},
      {said, 0},
  };
  for (const Case& c : cases) {
    INFO(c.lines);
    Outcome outcome = check_text("posts.jsonl", c.lines);
    CHECK(outcome.count("disclaimer/missing") == c.missing);
    CHECK(outcome.findings.size() == c.missing);
  }
  Outcome outcome = check_text("posts.jsonl", profile + said + said);
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].kind == PostKind::profile);
  CHECK(outcome.findings[0].post == "a");  // where it was said first
  CHECK(outcome.findings[0].message.starts_with("2 of this account's posts"));
  REQUIRE(outcome.findings[0].source);
  CHECK(outcome.findings[0].source->line == 2);
}

TEST_CASE("an official account needs no disclaimer") {
  const std::string text = "Biology teacher at New College Pontefract. Tea, hens.";
  auto missing = [&](std::string_view more) {
    return check_text("p.jsonl", line("p", text, fmt::format(",\"kind\":\"profile\",{}", more))).count("disclaimer/");
  };
  CHECK(missing(R"("author":{"handle":"@bea"})") == 1);
  CHECK(missing(R"("author":{"role":"official"})") == 0);
  CHECK(missing(R"("author":{"handle":"@NewCollegePontefract"})") == 0);
  CHECK(missing(R"("author":{"handle":"newcollegepontefract"})") == 0);
  CHECK(missing(R"("author":{"handle":"@NewCollegePontefractFan"})") == 1);
}

TEST_CASE("other people's words count apart") {
  MemoryFiles files;
  files.add("m.jsonl", line("a", kPhone, R"(,"voice":"others")") + line("b", kPhone));
  RunOptions options = options_for({"m.jsonl"});
  Outcome outcome = check(shipped_engine(), files, options);
  CHECK(outcome.findings.size() == 2);
  CHECK(outcome.result.summary.others == 1);
  std::uint64_t total = 0;
  for (std::uint64_t count : outcome.result.summary.findings) total += count;
  CHECK(total == 1);
  options.count_others = true;
  outcome = check(shipped_engine(), files, options);
  CHECK(outcome.result.summary.others == 0);
}

TEST_CASE("findings below what is asked for are not reported") {
  MemoryFiles files;
  files.add("a.md", std::string(kPhone) + " Oh shit.\n");
  RunOptions options = options_for({"a.md"});
  std::size_t all = check(shipped_engine(), files, options).findings.size();
  CHECK(all >= 2);
  options.min_severity = Severity::error;
  for (const ReportedFinding& finding : check(shipped_engine(), files, options).findings)
    CHECK(finding.severity == Severity::error);
  options.min_severity = Severity::note;
  options.min_confidence = Confidence::low;
  CHECK(check(shipped_engine(), files, options).findings.size() >= all);
  options.min_confidence = Confidence::high;
  for (const ReportedFinding& finding : check(shipped_engine(), files, options).findings)
    CHECK(finding.confidence == Confidence::high);
}

TEST_CASE("rules can be switched off and given a severity, and the summary says what is off") {
  MemoryFiles files;
  files.add("a.md", "Ring Anna on 07482 615093 or write to bea.wormald@airedalepost.co.uk.");
  auto run = [&](RuleSettings settings) {
    auto engine = make_shipped_engine(std::move(settings));
    return check(*engine, files, options_for({"a.md"}));
  };
  CHECK(run({}).findings.size() == 2);
  CHECK(run({}).result.summary.switched_off.empty());
  Outcome off = run({{{"personal-data/phone", true, std::nullopt, "postvet.yaml:3:3"}}});
  CHECK(off.count("personal-data/phone") == 0);
  CHECK(off.count("personal-data/email") == 1);
  CHECK(off.result.summary.switched_off == std::vector<std::string>{"personal-data/phone (postvet.yaml:3:3)"});
  CHECK(run({{{"personal-data", true, std::nullopt, "x"}}}).findings.empty());
  Outcome note = run({{{"personal-data/phone", false, Severity::note, "x"}}});
  REQUIRE(note.count("personal-data/phone") == 1);
  for (const ReportedFinding& finding : note.findings) {
    CHECK((finding.severity == Severity::note) == (finding.rule == "personal-data/phone"));
  }
  CHECK(note.result.summary.switched_off.empty());
}

TEST_CASE("an output that refuses stops the run") {
  MemoryFiles files;
  std::string lines;
  for (int i = 0; i < 20'000; ++i) lines += line("a", kPhone);
  files.add("many.jsonl", lines);
  for (std::size_t jobs : {1, 2}) {
    RunOptions options = options_for({"many.jsonl"});
    options.jobs = jobs;
    const ReporterSpec* jsonl = nullptr;
    for (const ReporterSpec* spec : all_reporters()) jsonl = spec->name == "jsonl" ? spec : jsonl;
    REQUIRE(jsonl != nullptr);
    std::size_t calls = 0;
    RunResult result = run_check(
        shipped_engine(), files, options, *jsonl, {},
        [&](std::string_view) {
          ++calls;
          return false;
        },
        [](const std::string&) {});
    CHECK_FALSE(result.written);
    CHECK(calls == 1);
    CHECK(result.summary.posts.checked < 20'000);
  }
}

TEST_CASE("messages of one input are no flood") {
  std::string lines;
  for (int i = 0; i < 1000; ++i) lines += "nonsense\n";
  Outcome outcome = check_text("a.jsonl", lines);
  CHECK(outcome.problems.size() == 1000);
  CHECK(outcome.messages.size() == 101);
  CHECK(outcome.messages.back() == "a.jsonl: and 900 more");
}
