// The file system of the machine: POSIX calls, checked one by one.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/files.h"

namespace postvet {
namespace {

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "no such file or directory";
    case EACCES:
    case EPERM:
      return "permission denied";
    case ELOOP:
      return "too many links";
    case EMFILE:
    case ENFILE:
      return "too many open files";
    case ENAMETOOLONG:
      return "the name is too long";
    case ENOTDIR:
      return "not a directory";
    case EIO:
      return "input/output error";
    default:
      return "cannot be read (" + std::string(strerrorname_np(error) ? strerrorname_np(error) : "error") + ")";
  }
}

FileKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return FileKind::regular;
  if (S_ISDIR(mode)) return FileKind::directory;
  if (S_ISLNK(mode)) return FileKind::link;
  return FileKind::other;
}

class DiskStream final : public ByteStream {
 public:
  DiskStream(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}
  DiskStream(const DiskStream&) = delete;  // owns the descriptor
  DiskStream& operator=(const DiskStream&) = delete;
  ~DiskStream() override { ::close(descriptor_); }

  Result<std::size_t> read(char* to, std::size_t size) override {
    for (;;) {
      ssize_t count = ::read(descriptor_, to, size);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) return fail(reason(errno), path_);
    }
  }

 private:
  int descriptor_;
  std::string path_;
};

class DiskFiles final : public Files {
 public:
  Result<FileInfo> info(const std::string& path, bool follow) const override {
    struct stat status {};
    int failed = follow ? ::stat(path.c_str(), &status) : ::lstat(path.c_str(), &status);
    if (failed != 0) return fail(reason(errno), path);
    std::uint64_t identity = (static_cast<std::uint64_t>(status.st_dev) * 0x9E3779B97F4A7C15ULL) ^ status.st_ino;
    return FileInfo{kind_of(status.st_mode), static_cast<std::uint64_t>(status.st_size), identity};
  }

  Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override {
    // O_NONBLOCK: a FIFO that nobody writes to must not hold the run up before fstat() can refuse it.
    int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) return fail(reason(errno), path);
    auto stream = std::make_unique<DiskStream>(descriptor, path);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) return fail(reason(errno), path);
    if (!S_ISREG(status.st_mode)) return fail("not a regular file", path);
    return stream;
  }

  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override {
    DIR* directory = ::opendir(path.c_str());
    if (directory == nullptr) return fail(reason(errno), path);
    std::vector<DirectoryEntry> entries;
    int error = 0;
    for (;;) {
      errno = 0;
      const dirent* entry = ::readdir(directory);
      if (entry == nullptr) {
        error = errno;
        break;
      }
      std::string name = entry->d_name;
      if (name == "." || name == "..") continue;
      struct stat status {};
      FileKind kind = FileKind::other;
      if (::fstatat(::dirfd(directory), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0)
        kind = kind_of(status.st_mode);
      entries.push_back({std::move(name), kind});
    }
    ::closedir(directory);
    if (error != 0) return fail(reason(error), path);
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return entries;
  }
};

}  // namespace

const Files& disk_files() {
  static const DiskFiles files;
  return files;
}

std::string join_path(const std::string& directory, const std::string& name) {
  if (directory.empty() || directory.back() == '/') return directory + name;
  return directory + "/" + name;
}

}  // namespace postvet
