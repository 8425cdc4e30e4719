#include "scan/gather.h"

#include <doctest/doctest.h>

#include "base/memory_files.h"

using namespace postvet;

namespace {

constexpr const char* kLine = "{\"id\":\"a\",\"text\":\"tea\"}\n";

Gathered gather_paths(const Files& files, std::vector<std::string> paths) {
  RunOptions options;
  options.paths = std::move(paths);
  return gather(files, options);
}

std::string in_short(const Gathered& gathered) {
  std::string all;
  for (const GatheredInput& input : gathered.inputs) {
    all += input.path + "=" + (input.reader != nullptr ? std::string(input.reader->name) : "none") + " ";
  }
  return all;
}

void add_export(MemoryFiles& files, const std::string& folder) {
  files.add(folder + "/data/manifest.js", "window.__THAR_CONFIG = {}");
  files.add(folder + "/data/tweets.js", "window.YTD.tweets.part0 = []");
  files.add(folder + "/Your archive.html", "<html><body>the viewer</body></html>");
}

}  // namespace

TEST_CASE("named files are inputs in the order of the command line, readable or not") {
  MemoryFiles files;
  files.add("b.jsonl", kLine);
  files.add("a.md", "Tea");
  files.add("notes.xyz", "Tea and cake for everybody who comes.");
  files.add("c.bin", std::string("\0\1\2", 3));
  files.add_unreadable("d.md");
  Gathered gathered = gather_paths(files, {"b.jsonl", "a.md", "notes.xyz", "c.bin", "d.md", "missing", "b.jsonl"});
  CHECK(in_short(gathered) ==
        "b.jsonl=post-lines a.md=markdown-draft notes.xyz=plain-text c.bin=none d.md=none missing=none "
        "b.jsonl=post-lines ");
  CHECK_FALSE(gathered.inputs[3].error.what.empty());
  CHECK_FALSE(gathered.inputs[5].error.what.empty());
  CHECK(gathered.not_examined.empty());
}

TEST_CASE("below a directory only what is surely content is taken, and the rest is counted") {
  MemoryFiles files;
  files.add("d/a.md", "Tea");
  files.add("d/e/b.jsonl", kLine);
  files.add("d/notes.xyz", "Tea and cake for everybody who comes.");
  files.add("d/a.md.expect", "# nothing\n");
  files.add("d/c.bin", std::string("\0\1\2", 3));
  files.add("d/.git/config", "x");
  Gathered gathered = gather_paths(files, {"d"});
  CHECK(in_short(gathered) == "d/a.md=markdown-draft d/e/b.jsonl=post-lines ");
  REQUIRE(gathered.not_examined.size() == 2);
  CHECK(gathered.not_examined[0] == "d: 3 files of formats that postvet does not read");
  CHECK(gathered.not_examined[1] == "d: 1 hidden file or folder");
  MemoryFiles empty;
  empty.add("d/e/x.bin", std::string(1, '\0'));
  CHECK(gather_paths(empty, {"d"}).inputs.empty());
}

TEST_CASE("an export is one input, as a folder or below one") {
  MemoryFiles files;
  add_export(files, "x");
  CHECK(in_short(gather_paths(files, {"x"})) == "x=x-archive ");
  files.add("x/a.md", "Tea");
  MemoryFiles tree;
  add_export(tree, "d/x");
  tree.add("d/a.md", "Tea");
  tree.add("d/y/b.md", "Tea");
  tree.add("d/z.md", "Tea");
  CHECK(in_short(gather_paths(tree, {"d"})) ==
        "d/a.md=markdown-draft d/x=x-archive d/y/b.md=markdown-draft d/z.md=markdown-draft ");
}

TEST_CASE("standard input is read by what it holds, or by the name that is given") {
  MemoryFiles files;
  StringStream lines(kLine);
  RunOptions options;
  options.paths = {"-"};
  options.stdin_stream = &lines;
  CHECK(in_short(gather(files, options)) == "-=post-lines ");
  StringStream draft("Tea");
  options.stdin_stream = &draft;
  options.stdin_filename = "draft.md";
  CHECK(in_short(gather(files, options)) == "draft.md=markdown-draft ");
  options.stdin_stream = nullptr;
  CHECK(in_short(gather(files, options)) == "draft.md=none ");
  StringStream zip("PK\3\4 and so on");
  options.stdin_stream = &zip;
  options.stdin_filename.clear();
  Gathered refused = gather(files, options);
  CHECK(in_short(refused) == "-=none ");
  CHECK_FALSE(refused.inputs[0].error.hint.empty());
}
