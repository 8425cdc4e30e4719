// The number of threads cannot change a byte.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "corpus/harness.h"

using namespace postvet;
using namespace postvet_test;

TEST_CASE("reports are the same bytes for any number of jobs") {
  // Some megabytes, with posts that are found, posts that cannot be read, and accounts that add up over many batches.
  std::string lines;
  const std::string sample = read_file(root_path("samples/batch/autumn-term.jsonl"));
  lines += to_line({.id = "p", .kind = "profile", .text = "Tea and hens.", .handle = "@a"});
  for (int i = 0; lines.size() < 3'000'000; ++i) {
    lines += sample;
    lines += "{\"id\":\"broken\"\n";
    lines +=
        to_line({.id = fmt::format("n{}", i), .text = "I teach biology at New College Pontefract.", .handle = "@a"});
  }
  // Samples lie on disk; the large file is read from standard input.
  for (const char* format : {"text", "json", "jsonl"}) {
    std::pair<std::string, std::string> one;
    for (std::size_t jobs : {1, 2, 3, 8}) {
      StringStream stream(lines);
      RunOptions options;
      options.paths = {root_path("samples/drafts"), root_path("samples/exports"), "-", root_path("samples/profiles")};
      options.stdin_stream = &stream;
      options.stdin_filename = "large.jsonl";
      options.jobs = jobs;
      auto bytes = report(disk_files(), options, format);
      INFO(format, " ", jobs);
      if (jobs == 1) {
        one = bytes;
        CHECK(one.first.size() > 100'000);
      }
      CHECK((bytes.first == one.first));
      CHECK((bytes.second == one.second));
    }
  }
}
