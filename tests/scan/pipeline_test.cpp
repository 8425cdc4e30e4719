#include "scan/pipeline.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "scan/collect_run.h"

using namespace postvet;
using namespace postvet_test;

namespace {

void add_post(Batch& batch, std::string_view text) {
  Record record;
  record.text = batch.arena.store(text, kRecordPadding);
  record.to_file = OffsetMap::copy(text.size());
  batch.records.push_back(std::move(record));
  Post& post = batch.posts.emplace_back();
  post.record = batch.records.size() - 1;
  Field& field = post.fields.emplace_back();
  field.name = "text";
  field.text = batch.records.back().text;
  field.to_record = OffsetMap::copy(text.size());
}

}  // namespace

TEST_CASE("batches come out in the order in which they went in, whatever they cost") {
  for (std::size_t jobs : {0, 1, 2, 3, 8}) {
    INFO(jobs);
    std::vector<std::size_t> posts;
    std::vector<std::size_t> findings;
    Pipeline pipeline(shipped_engine(), jobs, [&](const Batch& batch, Checked& checked) {
      posts.push_back(batch.posts.size());
      findings.push_back(checked.findings.size());
      CHECK(checked.checked == batch.posts.size());
      return true;
    });
    WorkerOptions options;
    for (std::size_t i = 0; i < 60; ++i) {
      auto batch = pipeline.take();
      CHECK(batch->posts.empty());
      // every seventh is much larger than those behind it
      for (std::size_t j = 0; j < (i % 7 == 0 ? 300 : i % 5); ++j)
        add_post(*batch, j == 0 ? "Ring Anna on 07482 615093." : "Tea and cake.");
      CHECK(pipeline.push(std::move(batch), options));
    }
    CHECK(pipeline.drain());
    REQUIRE(posts.size() == 60);
    for (std::size_t i = 0; i < 60; ++i) {
      CHECK(posts[i] == (i % 7 == 0 ? 300 : i % 5));
      CHECK(findings[i] == (posts[i] > 0 ? 1 : 0));
    }
    CHECK(pipeline.drain());  // nothing under way
  }
}

TEST_CASE("a receiver that refuses gets nothing more") {
  for (std::size_t jobs : {1, 3}) {
    INFO(jobs);
    std::size_t delivered = 0;
    Pipeline pipeline(shipped_engine(), jobs, [&](const Batch&, Checked&) { return ++delivered < 3; });
    WorkerOptions options;
    bool go_on = true;
    std::size_t pushed = 0;
    while (go_on && pushed < 100) {
      go_on = pipeline.push(pipeline.take(), options);
      ++pushed;
    }
    CHECK_FALSE(go_on);
    CHECK(pushed < 100);
    CHECK_FALSE(pipeline.push(pipeline.take(), options));
    CHECK_FALSE(pipeline.drain());
    CHECK(delivered == 3);
  }
}

TEST_CASE("a pipeline that is left with work under way ends") {
  std::size_t delivered = 0;
  {
    Pipeline pipeline(shipped_engine(), 2, [&](const Batch&, Checked&) {
      ++delivered;
      return true;
    });
    WorkerOptions options;
    for (int i = 0; i < 4; ++i) {
      auto batch = pipeline.take();
      for (int j = 0; j < 500; ++j) add_post(*batch, "Ring Anna on 07482 615093.");
      pipeline.push(std::move(batch), options);
    }
  }
  CHECK(delivered <= 4);
}
