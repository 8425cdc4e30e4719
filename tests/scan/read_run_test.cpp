#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "scan/collect_run.h"
#include "scan/run.h"
#include "syntax/make_zip.h"

using namespace postvet;
using namespace postvet_test;

namespace {

struct Lines {
  std::string bytes;
  std::vector<nlohmann::json> posts;
  std::vector<std::string> messages;
  RunResult result;
};

Lines read(const Files& files, std::vector<std::string> paths) {
  Lines lines;
  RunOptions options;
  options.paths = std::move(paths);
  lines.result = run_read(
      files, options,
      [&](std::string_view bytes) {
        lines.bytes += bytes;
        return true;
      },
      [&](const std::string& message) { lines.messages.push_back(message); });
  for (std::size_t begin = 0; begin < lines.bytes.size();) {
    std::size_t end = lines.bytes.find('\n', begin);
    lines.posts.push_back(nlohmann::json::parse(lines.bytes.substr(begin, end - begin)));
    begin = end + 1;
  }
  return lines;
}

Lines read_text(const std::string& name, std::string bytes) {
  MemoryFiles files;
  files.add(name, std::move(bytes));
  return read(files, {name});
}

}  // namespace

TEST_CASE("a post line comes out as it went in") {
  const char* kLine =
      R"({"id":"p1","platform":"x","kind":"comment","state":"scheduled","voice":"passed-on","author":{"name":"A","handle":"@a","role":"staff","bio":"b"},"title":"T","text":"see x","zones":[{"field":"text","kind":"url","start":4,"end":5}],"time":"2026-05-04T10:12:00+01:00","to":["@b"],"conversation":"c","in_reply_to":"p0","media":[{"path":"a.jpg","type":"image","alt":"a door"}],"url":"https://example.org"})";
  Lines lines = read_text("a.jsonl", std::string(kLine) + "\n");
  REQUIRE(lines.posts.size() == 1);
  nlohmann::json post = lines.posts[0];
  nlohmann::json source = post["source"];
  post.erase("source");
  CHECK(post == nlohmann::json::parse(kLine));
  CHECK(source["path"] == "a.jsonl");
  CHECK(source["line"] == 1);
  CHECK(std::string(kLine).substr(source["start"], std::size_t{source["end"]} - std::size_t{source["start"]}) ==
        "see x");
}

TEST_CASE("read twice, the lines say the same") {
  const std::pair<const char*, std::string> inputs[] = {
      {"draft.md",
       "---\ntitle: Tea\nbio: A *teacher*\ndraft: true\n---\n\n# Tea\n\n> quoted\n\n`code` ![a door](a.jpg) "
       "[so](https://example.org)\n"},
      {"page.html",
       "<html><head><title>T</title><meta name=\"description\" content=\"d\"></head><body><h1>H</h1><p>a &amp; "
       "b</p><!-- gone --><div style=\"display:none\">hidden</div><img alt=\"a door\"></body></html>"},
      {"table.csv", "id,text,author,role\n1,Tea,A,staff\n2,\"Tea, cake\",B,student\n"},
      {"dup.jsonl", "{\"text\":\"first\",\"text\":\"second\"}\n"},
      {"people.jsonl",
       "{\"kind\":\"profile\",\"text\":\"one\",\"author\":{\"handle\":\"@a\"}}\n{\"text\":\"two\",\"author\":{"
       "\"handle\":\"@a\"}}\n{\"text\":\"three\"}\n"},
  };
  for (const auto& [name, bytes] : inputs) {
    INFO(std::string(name));
    Lines once = read_text(name, bytes);
    Lines twice = read_text("a.jsonl", once.bytes);
    CHECK(once.result.complete);
    REQUIRE_FALSE(once.posts.empty());
    REQUIRE(twice.posts.size() == once.posts.size());
    for (std::size_t i = 0; i < once.posts.size(); ++i) {
      once.posts[i].erase("source");
      twice.posts[i].erase("source");
      CHECK(once.posts[i] == twice.posts[i]);
    }
  }
}

TEST_CASE("texts without a key of their own keep their order and zones") {
  Lines lines =
      read_text("page.html", "<html><head><title>T</title></head><body><p>seen</p><!-- not seen --></body></html>");
  REQUIRE(lines.posts.size() == 1);
  const nlohmann::json& post = lines.posts[0];
  CHECK(post["title"] == "T");
  CHECK(post["text"] == "seen");
  CHECK(post["fields"]["text"].is_null());
  CHECK(post["fields"]["hidden"] == "not seen");
  bool hidden = false;
  for (const auto& zone : post["zones"])
    hidden = hidden || (zone["field"] == "hidden" && zone["kind"] == "hidden" && zone["reason"] == "comment");
  CHECK(hidden);
  CHECK_FALSE(read_text("a.jsonl", "{\"text\":\"a\"}\n").posts[0].contains("fields"));
}

TEST_CASE("accounts are numbered through all inputs") {
  MemoryFiles files;
  files.add("a.jsonl", "{\"kind\":\"profile\",\"text\":\"one\"}\n");
  files.add("b.jsonl", "{\"kind\":\"profile\",\"text\":\"two\"}\n{\"text\":\"nobody's\"}\n");
  Lines lines = read(files, {"a.jsonl", "b.jsonl"});
  REQUIRE(lines.posts.size() == 3);
  CHECK(lines.posts[0]["account"] == "0");
  CHECK(lines.posts[1]["account"] == "1");
  CHECK_FALSE(lines.posts[2].contains("account"));
}

TEST_CASE("what is not read is said and counted") {
  MemoryFiles files;
  files.add("a.jsonl", "{\"text\":\"one\"}\nnonsense\n");
  files.add_unreadable("b.md");
  files.add("x.tar.gz",
            make_archive(
                {{"data/tweets.js", "window.YTD.tweets.part0 = [{\"tweet\":{\"id_str\":\"1\",\"full_text\":\"t\"}}]"},
                 {"data/l.js@", "data/tweets.js"}},
                true));
  Lines lines = read(files, {"a.jsonl", "b.md", "x.tar.gz"});
  CHECK(lines.posts.size() == 2);
  CHECK_FALSE(lines.result.complete);
  CHECK(lines.messages.size() >= 3);
  for (const ReportedInput& input : lines.result.summary.inputs) {
    INFO(input.path);
    CHECK(input.posts.found == input.posts.checked + input.posts.skipped);
    CHECK(input.posts.skipped == 1);
  }
  CHECK(read_text("a.jsonl", "{\"text\":\"one\"}\n").result.complete);
}

TEST_CASE("detect names the reader, or says why there is none") {
  MemoryFiles files;
  files.add("a.jsonl", "{\"text\":\"one\"}\n");
  files.add("b.bin", std::string("\0\1\2", 3));
  RunOptions options;
  options.paths = {"a.jsonl", "b.bin"};
  std::string out;
  std::vector<std::string> messages;
  auto output = [&](std::string_view bytes) {
    out += bytes;
    return true;
  };
  RunResult result =
      run_detect(files, options, output, [&](const std::string& message) { messages.push_back(message); });
  CHECK(out.starts_with("a.jsonl: post-lines"));
  CHECK(out.find("b.bin") == std::string::npos);
  CHECK_FALSE(result.complete);
  REQUIRE(messages.size() == 1);
  CHECK(messages[0].starts_with("b.bin: not recognised"));
  options.paths.pop_back();
  CHECK(run_detect(files, options, output, [](const std::string&) {}).complete);
}
