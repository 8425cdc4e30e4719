#include "scan/walk.h"

#include <doctest/doctest.h>

#include <string>

#include "base/memory_files.h"

using namespace postvet;

namespace {

// Directories that lead into one another, links and devices, which MemoryFiles does not have.
class OddFiles final : public Files {
 public:
  Result<FileInfo> info(const std::string& path, bool) const override {
    if (path.ends_with("file")) return FileInfo{FileKind::regular, 3, 9};
    return FileInfo{FileKind::directory, 0, path.ends_with("loop") || path == "root" ? 1U : 2U};
  }
  Result<std::unique_ptr<ByteStream>> open(const std::string&) const override { return fail("no"); }
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    if (path.ends_with("closed")) return fail("permission denied", path);
    return std::vector<DirectoryEntry>{{"closed", FileKind::directory},
                                       {"file", FileKind::regular},
                                       {"link", FileKind::link},
                                       {"loop", FileKind::directory},
                                       {"pipe", FileKind::other}};
  }
};

}  // namespace

TEST_CASE("files below a directory, sorted, without hidden ones") {
  MemoryFiles files;
  for (const char* path : {"r/b/2.md", "r/b/1.md", "r/a.md", "r/c.md", "r/.git/x", "r/b/.hidden", "other/x"})
    files.add(path, "123");
  auto found = walk(files, "r");
  REQUIRE(found);
  std::string all;
  for (const EntryInfo& file : found->files) all.append(file.path).append("|");
  CHECK(all == "a.md|b/1.md|b/2.md|c.md|");
  CHECK(found->files[0].size == 3);
  CHECK(found->hidden == 2);
  CHECK(found->problems.empty());
  CHECK_FALSE(walk(files, "missing"));
}

TEST_CASE("links are counted, loops end, devices and closed directories are problems") {
  auto found = walk(OddFiles(), "root");
  REQUIRE(found);
  REQUIRE(found->files.size() == 1);
  CHECK(found->files[0].path == "file");
  CHECK(found->links == 1);
  CHECK(found->problems.size() == 2);
}
