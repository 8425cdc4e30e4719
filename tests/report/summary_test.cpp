#include "report/summary.h"

#include <doctest/doctest.h>

#include "report/reports.h"

namespace postvet {
namespace {

TEST_CASE("the summary") {
  CHECK(summary_text(sample_summary()) ==
        "1 error, 2 warnings, 3 notes\n"
        "4 findings in other people's words, not counted\n"
        "9 posts: 8 checked, 1 skipped, unreadable\n"
        "not posts, not checked: 2 joins\n"
        "mended: 1 ill-formed character\n"
        "not examined: pictures\n"
        "switched off: offensive (postvet.yaml:3)\n");
  ReportSummary clean;
  clean.posts = {1, 1, 0};
  CHECK(summary_text(clean) == "nothing found\n1 post: 1 checked\n");
  clean.others = 1;
  clean.inputs.push_back({"b", "post-lines", {}, {{"joins", 1}, {"calls", 2}}, {}});
  clean.inputs.push_back({"c", "post-lines", {}, {{"joins", 3}}, {0, 2, 7, 1, 1}});
  clean.not_examined = {"\x1b[31m\n::x"};
  CHECK(summary_text(clean) ==
        "nothing found\n"
        "1 finding in other people's words, not counted\n"
        "1 post: 1 checked\n"
        "not posts, not checked: 4 joins, 2 calls\n"
        "mended: 2 NUL characters, 1 combining mark too many\n"
        "not examined: <U+001B>[31m<U+000A>::x\n");
}

}  // namespace
}  // namespace postvet
