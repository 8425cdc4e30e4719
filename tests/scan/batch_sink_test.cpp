#include "scan/batch_sink.h"

#include <doctest/doctest.h>

using namespace postvet;

namespace {

// Counts what it is handed, and refuses from the `refuse`th batch on.
struct Receiver {
  std::vector<std::size_t> posts, problems;
  std::vector<std::string> texts;
  std::size_t refuse = static_cast<std::size_t>(-1);

  BatchSink::HandOn take() {
    return [this](std::unique_ptr<Batch> batch) -> std::unique_ptr<Batch> {
      posts.push_back(batch->posts.size());
      problems.push_back(batch->problems.size());
      for (const Post& post : batch->posts)
        texts.push_back(std::string(batch->records[post.record].entry) + ":" +
                        std::string(batch->records[post.record].text));
      if (posts.size() >= refuse) return nullptr;
      recycle(*batch);
      return batch;
    };
  }
};

bool add(BatchSink& sink, const std::string& text, std::string_view entry = {}) {
  sink.begin_record(text, {}, OffsetMap::copy(text.size()), entry);
  sink.add_post();
  return sink.end_record();
}

}  // namespace

TEST_CASE("posts are handed on in batches, all of them, in order") {
  Receiver receiver;
  BatchSink sink(std::make_unique<Batch>(), receiver.take());
  const int count = 10'000;
  for (int i = 0; i < count; ++i) CHECK(add(sink, std::to_string(i), i % 2 == 0 ? "even" : "odd"));
  CHECK(receiver.posts.size() >= 2);
  sink.flush();
  REQUIRE(receiver.texts.size() == count);
  for (int i = 0; i < count; ++i)
    CHECK(receiver.texts[static_cast<std::size_t>(i)] == (i % 2 == 0 ? "even:" : "odd:") + std::to_string(i));
}

TEST_CASE("a large record makes a batch full, a small one does not") {
  Receiver receiver;
  BatchSink sink(std::make_unique<Batch>(), receiver.take());
  add(sink, "small");
  CHECK(receiver.posts.empty());
  add(sink, std::string(std::size_t{1} << 20, 'x'));
  CHECK(receiver.posts == std::vector<std::size_t>{2});
  add(sink, "after");
  CHECK(receiver.posts.size() == 1);
  sink.flush();
  CHECK(receiver.posts == std::vector<std::size_t>{2, 1});
  CHECK(receiver.texts.back() == ":after");
}

TEST_CASE("problems are handed on, with their entry") {
  Receiver receiver;
  std::string entry = "a.js";
  BatchSink sink(std::make_unique<Batch>(), [&](std::unique_ptr<Batch> batch) -> std::unique_ptr<Batch> {
    REQUIRE(batch->problems.size() == 1);
    CHECK(batch->problems[0].entry == "a.js");
    CHECK(batch->problems[0].at.line == 7);
    return batch;
  });
  sink.skip({7, 1}, "bad", entry);
  entry = "another";
  sink.flush();
}

TEST_CASE("when the other side refuses the reader is told, and nothing is handed on again") {
  Receiver receiver;
  receiver.refuse = 1;
  BatchSink sink(std::make_unique<Batch>(), receiver.take());
  CHECK_FALSE(add(sink, std::string(std::size_t{1} << 20, 'x')));
  CHECK_FALSE(add(sink, "a reader that goes on for a moment"));
  sink.flush();
  CHECK(receiver.posts.size() == 1);
}

TEST_CASE("accounts are limited, and those refused are counted") {
  Receiver receiver;
  BatchSink sink(std::make_unique<Batch>(), receiver.take());
  for (std::size_t i = 0; i < kMaxAccounts; ++i) CHECK(sink.add_account({}) == i);
  CHECK(sink.add_account({}) == Post::kNone);
  CHECK(sink.notes().accounts.size() == kMaxAccounts);
  CHECK(sink.notes().accounts_refused == 1);
}

TEST_CASE("what is kept of an account is small") {
  Receiver receiver;
  BatchSink sink(std::make_unique<Batch>(), receiver.take());
  Account account;
  account.name = std::string(100'000, 'n');
  account.handle = "@short";
  for (int i = 0; i < 10'000; ++i) account.bio += "\xE2\x82\xAC";
  sink.add_account(account);
  const Account& kept = sink.notes().accounts[0];
  CHECK(kept.name.size() <= 2048);
  CHECK(kept.handle == "@short");
  CHECK(kept.bio.size() <= 2048);
  CHECK(kept.bio.size() % 3 == 0);  // whole characters
  CHECK(kept.bio.size() > 1000);
}

TEST_CASE("what readers say besides posts is added up") {
  Receiver receiver;
  BatchSink sink(std::make_unique<Batch>(), receiver.take());
  sink.count_system("likes", 2);
  sink.count_system("likes", 1);
  sink.count_system("calls", 1);
  sink.note("said");
  Repairs repairs;
  repairs.nul = 3;
  sink.repaired(repairs);
  sink.repaired(repairs);
  CHECK(sink.notes().system == std::map<std::string, std::uint64_t>{{"calls", 1}, {"likes", 3}});
  CHECK(sink.notes().notes == std::vector<std::string>{"said"});
  CHECK(sink.notes().repairs.nul == 6);
  CHECK(sink.notes().repairs.invalid == 0);
}
