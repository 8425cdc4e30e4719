// The policy names everything that it forbids, and breaks nothing of it.
#include <doctest/doctest.h>

#include "corpus/harness.h"

using namespace postvet;
using namespace postvet_test;

namespace {

std::string as_html(const std::string& text) {
  std::string html = "<!doctype html><html lang=\"en\"><head><title>Social Media Policy</title></head><body>\n";
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    html += "<p>";
    for (char c : text.substr(begin, end - begin)) {
      if (c == '&') {
        html += "&amp;";
      } else if (c == '<') {
        html += "&lt;";
      } else if (c == '>') {
        html += "&gt;";
      } else {
        html += c;
      }
    }
    html += "</p>\n";
    begin = end + 1;
  }
  return html + "</body></html>\n";
}

}  // namespace

TEST_CASE("the policy itself gives no finding") {
  std::string policy = read_file(root_path("tests/corpus/policy.txt"));
  REQUIRE(policy.find("Social Media Policy") != std::string::npos);
  const std::pair<const char*, std::string> forms[] = {
      {"policy.txt", policy}, {"policy.md", policy}, {"policy.html", as_html(policy)}};
  for (const auto& [name, bytes] : forms) {
    MemoryFiles files;
    files.add(name, bytes);
    Texts texts = texts_of(files, name);
    Outcome outcome = check(files, {name});
    CHECK(outcome.result.summary.posts.checked == 1);
    for (const ReportedFinding& finding : outcome.findings) FAIL_CHECK(name, ": ", describe(texts, finding));
    // With a sentence that does break it, in the middle of it.
    std::string broken = bytes;
    broken.insert(broken.find("Aims and Objectives"), "Ring me on 07482 615093. ");
    CHECK(check_text(name, broken).findings.size() == 1);
  }
}
