#include "scan/worker.h"

#include <doctest/doctest.h>

#include "scan/collect_run.h"

using namespace postvet;
using namespace postvet_test;

namespace {

// A batch of one record that stands at `offset` of its file, in line 5 from column 3 on.
struct OneRecord {
  explicit OneRecord(std::string_view text, std::size_t offset = 100) {
    Record record;
    record.text = batch.arena.store(text, kRecordPadding);
    record.entry = "data/a.js";
    record.start = {5, 3};
    record.to_file = OffsetMap::copy(text.size(), offset);
    batch.records.push_back(std::move(record));
  }

  Post& add(std::string_view field_name, Span of_record) {
    Post& post = batch.posts.emplace_back();
    post.id = "p";
    post.record = 0;
    add_field(post, field_name, of_record);
    return post;
  }

  void add_field(Post& post, std::string_view name, Span of_record) {
    Field& field = post.fields.emplace_back();
    field.name = name;
    field.text = batch.records[0].text.substr(of_record.begin, of_record.size());
    field.to_record = OffsetMap::copy(of_record.size(), of_record.begin);
  }

  Checked check(const Engine& engine, WorkerOptions options = {}) {
    Worker worker(engine);
    Checked checked;
    options.path = "in.js";
    worker.check(batch, options, checked);
    return checked;
  }

  Batch batch;
};

}  // namespace

TEST_CASE("a finding says where it stands, in the field, in the file and in lines") {
  const std::string text = "tea\n\xF0\x9F\x98\x80 07482 615093 cake";
  OneRecord one(text);
  one.add("text", {0, text.size()});
  Checked checked = one.check(shipped_engine());
  CHECK(checked.checked == 1);
  REQUIRE(checked.findings.size() == 1);
  const ReportedFinding& finding = checked.findings[0];
  CHECK(finding.rule == "personal-data/phone");
  CHECK(finding.path == "in.js");
  CHECK(finding.entry == "data/a.js");
  CHECK(finding.post == "p");
  CHECK(finding.field == "text");
  REQUIRE(finding.span);
  CHECK(*finding.span == Span{9, 21});
  REQUIRE(finding.source);
  CHECK(finding.source->begin == 109);
  CHECK(finding.source->end == 121);
  CHECK(finding.source->line == 6);
  CHECK(finding.source->column == 4);  // the emoji is two units
  CHECK(finding.source->end_column == 16);
  CHECK(finding.masked == "07**********");
  CHECK_FALSE(finding.clause.empty());
  CHECK_FALSE(finding.route.empty());
  CHECK(finding.fingerprint.size() == 32);
  CHECK_FALSE(finding.excerpt);
}

TEST_CASE("excerpts and values are shown when they are asked for") {
  const std::string text = "Ring 07482 615093 now";
  OneRecord one(text);
  one.add("text", {0, text.size()});
  WorkerOptions options;
  options.excerpts = true;
  Checked masked = one.check(shipped_engine(), options);
  REQUIRE(masked.findings.size() == 1);
  REQUIRE(masked.findings[0].excerpt);
  CHECK(masked.findings[0].excerpt->text == "Ring 07********** now");
  options.show_values = true;
  Checked shown = one.check(shipped_engine(), options);
  CHECK(shown.findings[0].excerpt->text == text);
  CHECK(shown.findings[0].masked == "07482 615093");
  CHECK(shown.findings[0].fingerprint == masked.findings[0].fingerprint);
}

TEST_CASE("findings of a post are in the order of their places, and equal ones differ in their fingerprints") {
  const std::string text = "Ring 07482 615093. ............................... Ring 07482 615093. you pathetic idiot";
  OneRecord one(text);
  Post& post = one.add("title", {51, 69});
  one.add_field(post, "text", {0, text.size()});
  Checked checked = one.check(shipped_engine());
  REQUIRE(checked.findings.size() >= 4);
  CHECK(checked.findings[0].field == "title");
  for (std::size_t i = 2; i < checked.findings.size(); ++i)
    CHECK(checked.findings[i - 1].span->begin <= checked.findings[i].span->begin);
  for (std::size_t i = 0; i < checked.findings.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) CHECK(checked.findings[i].fingerprint != checked.findings[j].fingerprint);
  }
}

TEST_CASE("what a policy line and a role decide") {
  RuleSettings off;
  off.overrides.push_back({"harassment", true, std::nullopt, "x"});
  const std::string text = "you pathetic idiot";
  OneRecord one(text);
  one.add("text", {0, text.size()});
  CHECK(one.check(shipped_engine()).findings.size() == 1);
  CHECK(one.check(*make_shipped_engine(off)).findings.empty());
  WorkerOptions options;
  options.min_severity = Severity::error;
  options.min_confidence = Confidence::high;
  CHECK(one.check(shipped_engine(), options).findings.size() <= 1);
  // The route follows the author's role.
  Checked unknown = one.check(shipped_engine());
  one.batch.posts[0].author.role = Role::student;
  Checked student = one.check(shipped_engine());
  REQUIRE(student.findings.size() == 1);
  CHECK(student.findings[0].route != unknown.findings[0].route);
}

TEST_CASE("a worker carries nothing from one batch to the next") {
  Worker worker(shipped_engine());
  OneRecord hit("Ring 07482 615093 now");
  hit.add("text", {0, 21});
  OneRecord miss("Tea");
  miss.add("text", {0, 3});
  Checked first, second, third;
  worker.check(hit.batch, {}, first);
  worker.check(miss.batch, {}, second);
  worker.check(hit.batch, {}, third);
  CHECK(first.findings.size() == 1);
  CHECK(second.findings.empty());
  REQUIRE(third.findings.size() == 1);
  CHECK(third.findings[0].fingerprint == first.findings[0].fingerprint);
}

TEST_CASE("the bio of an author is context and not scanned") {
  OneRecord one("I think New College Pontefract gets this wrong. 07482 615093 is in the bio, this one in the text");
  Post& post = one.add("text", {0, 47});
  post.author.bio = "Biology teacher at New College Pontefract, ring 07398 451726";
  Checked checked = one.check(shipped_engine());
  for (const ReportedFinding& finding : checked.findings) CHECK(finding.rule == "disclaimer/missing");
  CHECK(checked.findings.size() == 1);
  one.batch.posts[0].author.bio = "Biology teacher at New College Pontefract. Views my own, not the college's.";
  CHECK(one.check(shipped_engine()).findings.empty());
  one.batch.posts[0].author.bio = {};
  CHECK(one.check(shipped_engine()).findings.empty());
}
