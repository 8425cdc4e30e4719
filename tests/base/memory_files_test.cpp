#include "base/memory_files.h"

#include <doctest/doctest.h>

using namespace postvet;

namespace {
MemoryFiles some_files() {
  MemoryFiles files;
  files.add("a/b/one.txt", "1");
  files.add("a/b/two.txt", "22");
  files.add("a/c.txt", "");
  files.add("ab.txt", "x");
  files.add_unreadable("a/secret");
  return files;
}
}  // namespace

TEST_CASE("files and the directories they make") {
  MemoryFiles files = some_files();
  CHECK(files.info("a/b/two.txt", true)->kind == FileKind::regular);
  CHECK(files.info("a/b/two.txt", true)->size == 2);
  for (const char* path : {"a", "a/", "a/b", ".", ""}) CHECK(files.info(path, true)->kind == FileKind::directory);
  CHECK(files.info("a", true)->identity == files.info("a/", true)->identity);
  CHECK(files.info("a", true)->identity != files.info("a/b", true)->identity);
  for (const char* path : {"b", "a/b/one", "a/b/one.txt/x", "a/d"}) {
    auto info = files.info(path, true);
    REQUIRE_FALSE(info);
    CHECK(info.error().what == "no such file or directory");
    CHECK(info.error().where == path);
  }
  CHECK_FALSE(MemoryFiles().info("", true));
}

TEST_CASE("lists are sorted and go one level deep") {
  auto list = some_files().list("a");
  REQUIRE(list);
  REQUIRE(list->size() == 3);
  CHECK((*list)[0].name == "b");
  CHECK((*list)[0].kind == FileKind::directory);
  CHECK((*list)[1].name == "c.txt");
  CHECK((*list)[2].name == "secret");
  CHECK(some_files().list(".")->size() == 2);
  CHECK_FALSE(some_files().list("nowhere"));
  CHECK_FALSE(some_files().list("ab.txt"));
}

TEST_CASE("opening") {
  MemoryFiles files = some_files();
  auto stream = files.open("a/b/two.txt");
  REQUIRE(stream);
  std::string text;
  CHECK(read_all(**stream, 10, text));
  CHECK(text == "22");
  CHECK(files.open("a/secret").error().what == "permission denied");
  CHECK(files.open("a").error().what == "not a regular file");
  CHECK(files.open("none").error().what == "no such file or directory");
}
