#include <doctest/doctest.h>

#include "report/reports.h"

namespace postvet {
namespace {

TEST_CASE("a finding as JSON Lines, every key in its place") {
  std::string out = written("jsonl", {sample_finding()}, {}, sample_summary());
  CHECK(out ==
        R"({"type":"finding","rule":"personal-data/phone","severity":"error","confidence":"high","path":"posts.jsonl",)"
        R"("post":"p1","platform":"x","kind":"post","voice":"own","time":"2026-05-04T10:12:00+01:00","field":"text",)"
        R"("span":{"start":12,"end":24},)"
        R"("source":{"start":230,"end":242,"line":7,"column":41,"end_line":7,"end_column":53},)"
        R"("evidence":[{"role":"person","field":"text","span":{"start":0,"end":5},"term":"person.student"}],)"
        R"("message":"gives a telephone number","help":"leave it out","clause":"Responsibilities: Some words.",)"
        R"("route":"your line manager","masked":"07*********","fingerprint":"0123456789abcdef0123456789abcdef"})"
        "\n"
        R"({"type":"summary","schema":1,"posts":{"found":9,"checked":8,"skipped":1},)"
        R"("inputs":[{"path":"posts.jsonl","reader":"post-lines","posts":{"found":9,"checked":8,"skipped":1},)"
        R"("system":{"joins":2},"repairs":{"invalid":1,"line_ends":5,"marks":1}}],)"
        R"("findings":{"error":1,"warning":2,"note":3},"others":4,"not_examined":["pictures"],)"
        R"x("switched_off":["offensive (postvet.yaml:3)"]})x"
        "\n");
}

}  // namespace
}  // namespace postvet
