#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "report/reports.h"

namespace postvet {
namespace {

using Json = nlohmann::ordered_json;

TEST_CASE("the JSON document holds the same objects as the lines") {
  std::vector<ReportedFinding> findings(3, sample_finding());
  findings[1].rule = "security/credential";
  std::vector<ReportedProblem> problems(2, {"a", "", 1, 1, "broken"});
  for (std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{3}}) {
    findings.resize(count);
    problems.resize(count > 1 ? 2 : count);
    Json document = Json::parse(written("json", findings, problems, sample_summary()));
    CHECK(document.at("schema") == 1);
    CHECK(document.size() == 4);
    Json all = Json::array();
    std::string lines = written("jsonl", findings, problems, sample_summary());
    for (std::size_t at = 0; at < lines.size(); at = lines.find('\n', at) + 1) {
      all.push_back(Json::parse(lines.substr(at, lines.find('\n', at) - at)));
    }
    Json joined = document.at("findings");
    for (const Json& problem : document.at("problems")) joined.push_back(problem);
    joined.push_back(document.at("summary"));
    CHECK(joined == all);
  }
}

TEST_CASE("problems past ten thousand are counted") {
  for (auto [count, missing] : {std::pair{10'000U, 0U}, {10'001U, 1U}}) {
    Json document = Json::parse(written("json", {}, std::vector<ReportedProblem>(count, {"a", "", 1, 1, "b"}), {}));
    CHECK(document.at("problems").size() == 10'000);
    CHECK(document.value("problems_not_listed", 0U) == missing);
  }
}

}  // namespace
}  // namespace postvet
