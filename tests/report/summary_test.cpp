#include "report/summary.h"

#include <doctest/doctest.h>

#include "report/reports.h"

namespace postvet {
namespace {

TEST_CASE("the summary") {
  CHECK(summary_text(sample_summary()) ==
        "1 error, 2 warnings, 3 notes; 8 posts checked, 1 could not be read\n"
        "4 findings in other people's words, not counted\n"
        "no posts, so not checked: 2 joins\n"
        "mended: 1 ill-formed character\n"
        "not examined: pictures\n"
        "switched off: offensive (postvet.yaml:3)\n");
  ReportSummary clean;
  clean.posts = {1, 1, 0};
  CHECK(summary_text(clean) == "nothing found; 1 post checked\n");
  clean.others = 1;
  clean.inputs.push_back({"b", "post-lines", {}, {{"joins", 1}, {"calls", 2}}, {}});
  clean.inputs.push_back({"c", "post-lines", {}, {{"joins", 3}}, {0, 2, 7, 1, 1}});
  clean.not_examined = {"\x1b[31m\n::x"};
  CHECK(summary_text(clean) ==
        "nothing found; 1 post checked\n"
        "1 finding in other people's words, not counted\n"
        "no posts, so not checked: 4 joins; 2 calls\n"
        "mended: 2 NUL characters, 1 combining mark too many\n"
        "not examined: <U+001B>[31m<U+000A>::x\n");
}

TEST_CASE("where nothing was checked the summary does not say that nothing was found") {
  ReportSummary summary;
  CHECK(summary_text(summary) == "there was no post to check\n");
  summary.posts = {2, 0, 2};
  CHECK(summary_text(summary) == "no post checked, 2 could not be read\n");
  summary.posts = {3, 1, 2};
  CHECK(summary_text(summary) == "nothing found; 1 post checked, 2 could not be read\n");
}

}  // namespace
}  // namespace postvet
