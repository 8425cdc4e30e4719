#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/files.h"

using namespace postvet;

namespace {

// A directory of its own that is gone afterwards.
class Folder {
 public:
  Folder() {
    const char* base = std::getenv("TMPDIR");
    path_ = std::string(base != nullptr ? base : "/tmp") + "/postvet_test_XXXXXX";
    REQUIRE(::mkdtemp(path_.data()) != nullptr);
  }
  Folder(const Folder&) = delete;  // owns the directory
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    for (const char* name : {"b.txt", "a.txt", "link", "loop", "broken", "pipe", "dir/inner", "B"})
      ::unlink(path(name).c_str());
    ::rmdir(path("dir").c_str());
    ::rmdir(path_.c_str());
  }

  std::string path(const std::string& name) const { return join_path(path_, name); }
  const std::string& path() const { return path_; }

  void write(const std::string& name, const std::string& bytes) const {
    std::FILE* file = std::fopen(path(name).c_str(), "wb");
    REQUIRE(file != nullptr);
    CHECK(std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size());
    CHECK(std::fclose(file) == 0);
  }

 private:
  std::string path_;
};

std::string error_of(const std::string& path) {
  auto stream = disk_files().open(path);
  REQUIRE_FALSE(stream);
  CHECK(stream.error().where == path);
  return stream.error().what;
}

}  // namespace

TEST_CASE("paths are joined with one slash") {
  CHECK(join_path("a", "b") == "a/b");
  CHECK(join_path("a/", "b") == "a/b");
  CHECK(join_path("", "b") == "b");
  CHECK(join_path("/", "b") == "/b");
}

TEST_CASE("files are read whole") {
  Folder folder;
  std::string bytes(300000, 'x');
  bytes[5] = '\0';
  folder.write("a.txt", bytes);
  auto stream = disk_files().open(folder.path("a.txt"));
  REQUIRE(stream);
  std::string back;
  CHECK(read_all(**stream, bytes.size(), back));
  CHECK(back == bytes);
}

TEST_CASE("only regular files are opened, and nothing blocks") {
  Folder folder;
  folder.write("a.txt", "x");
  REQUIRE(::mkdir(folder.path("dir").c_str(), 0700) == 0);
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  REQUIRE(::symlink("loop", folder.path("loop").c_str()) == 0);
  REQUIRE(::symlink("nowhere", folder.path("broken").c_str()) == 0);
  REQUIRE(::symlink("a.txt", folder.path("link").c_str()) == 0);
  CHECK(disk_files().open(folder.path("link")));
  CHECK(error_of(folder.path("dir")) == "not a regular file");
  CHECK(error_of(folder.path("pipe")) == "not a regular file");
  CHECK(error_of("/dev/null") == "not a regular file");
  CHECK(error_of(folder.path("loop")) == "too many links");
  CHECK(error_of(folder.path("broken")) == "no such file or directory");
  CHECK(error_of(folder.path("none")) == "no such file or directory");
  CHECK(error_of(folder.path("a.txt/x")) == "not a directory");
  CHECK(error_of(folder.path(std::string(300, 'n'))) == "the name is too long");
}

TEST_CASE("what is known of a path") {
  Folder folder;
  folder.write("a.txt", "xyz");
  folder.write("b.txt", "xyz");
  REQUIRE(::symlink("a.txt", folder.path("link").c_str()) == 0);
  REQUIRE(::mkfifo(folder.path("pipe").c_str(), 0600) == 0);
  auto info = [&](const std::string& name, bool follow) { return *disk_files().info(folder.path(name), follow); };
  CHECK(info("a.txt", true).kind == FileKind::regular);
  CHECK(info("a.txt", true).size == 3);
  CHECK(info("link", true).kind == FileKind::regular);
  CHECK(info("link", true).identity == info("a.txt", true).identity);
  CHECK(info("b.txt", true).identity != info("a.txt", true).identity);
  CHECK(info("link", false).kind == FileKind::link);
  CHECK(info("link", false).identity != info("a.txt", true).identity);
  CHECK(info("pipe", true).kind == FileKind::other);
  CHECK(disk_files().info(folder.path(), true)->kind == FileKind::directory);
  CHECK_FALSE(disk_files().info(folder.path("none"), true));
  CHECK_FALSE(disk_files().info(folder.path("a.txt/x"), false));
}

TEST_CASE("directories are listed by the bytes of their names") {
  Folder folder;
  CHECK(disk_files().list(folder.path())->empty());
  for (const char* name : {"b.txt", "a.txt", "B"}) folder.write(name, "");
  REQUIRE(::mkdir(folder.path("dir").c_str(), 0700) == 0);
  folder.write("dir/inner", "");
  REQUIRE(::symlink("dir", folder.path("link").c_str()) == 0);
  auto list = disk_files().list(folder.path());
  REQUIRE(list);
  std::string names;
  for (const DirectoryEntry& entry : *list) names += entry.name + " ";
  CHECK(names == "B a.txt b.txt dir link ");
  CHECK((*list)[3].kind == FileKind::directory);
  CHECK((*list)[4].kind == FileKind::link);
  CHECK_FALSE(disk_files().list(folder.path("none")));
  CHECK_FALSE(disk_files().list(folder.path("a.txt")));
}
