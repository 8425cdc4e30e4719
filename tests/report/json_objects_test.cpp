#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/reports.h"

namespace postvet {
namespace {

using Json = nlohmann::ordered_json;

TEST_CASE("what a finding does not have is null") {
  ReportedFinding finding = sample_finding();
  finding.span.reset();
  finding.source.reset();
  finding.masked.clear();
  finding.evidence.front().span.reset();
  finding.entry = "data/tweets.js";
  Json line =
      Json::parse(written("jsonl", {finding}, {}, {}).substr(0, written("jsonl", {finding}, {}, {}).find('\n')));
  CHECK(line.at("span").is_null());
  CHECK(line.at("source").is_null());
  CHECK(line.at("masked").is_null());
  CHECK(line.at("evidence").at(0).at("span").is_null());
  CHECK(line.at("entry") == "data/tweets.js");
  CHECK(std::next(line.begin(), 5).key() == "entry");
}

TEST_CASE("problems and a run of nothing") {
  std::string out =
      written("jsonl", {}, {{"a.jsonl", "", 3, 5, "not an object"}, {"b.zip", "x.js", 0, 0, "encrypted"}}, {});
  CHECK(
      out.starts_with(R"({"type":"problem","path":"a.jsonl","line":3,"column":5,"what":"not an object"})"
                      "\n"
                      R"({"type":"problem","path":"b.zip","entry":"x.js","line":null,"column":null,"what":"encrypted"})"
                      "\n"));
  ReportSummary summary;
  summary.inputs.push_back({"gone.txt", "", {1, 0, 1}, {}, {}});
  Json last = Json::parse(written("jsonl", {}, {}, summary));
  CHECK(last.at("inputs").at(0).at("reader").is_null());
  CHECK(last.at("inputs").at(0).at("repairs").empty());
  CHECK(last.at("inputs").at(0).at("system").empty());
}

}  // namespace
}  // namespace postvet
