#include "destination.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <utility>

namespace postvet {
namespace {

std::string reason(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "the disk is full";
    case EACCES:
    case EPERM:
      return "permission denied";
    case ENOENT:
      return "no such directory";
    case ENOTDIR:
      return "not a directory";
    case EROFS:
      return "the file system is read-only";
    case EIO:
      return "input/output error";
    case EFBIG:
      return "the file is too large";
    case EISDIR:
      return "a directory";
    default:
      return "cannot be written";
  }
}

// 0, or the errno of the write that failed.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

class StandardOutput final : public Destination {
 public:
  bool write(std::string_view bytes) override {
    int error = write_all(STDOUT_FILENO, bytes);
    return error == 0 || failed(error, "standard output");
  }

  // A full disk or a file server may speak up only when the descriptor is closed.
  bool finish() override {
    int copy = ::dup(STDOUT_FILENO);
    if (copy < 0) return true;
    return ::close(copy) == 0 || failed(errno, "standard output");
  }
};

// Writes to a file without a name where the file system can do that, else under a name of its own, and gives it the
// wanted name in the end.
class FileOutput final : public Destination {
 public:
  FileOutput(std::string path, std::string directory) : path_(std::move(path)), directory_(std::move(directory)) {}
  FileOutput(const FileOutput&) = delete;  // owns the descriptor and the temporary file
  FileOutput& operator=(const FileOutput&) = delete;
  ~FileOutput() override {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (named_) ::unlink(temporary_.c_str());
  }

  Result<void> open() {
    temporary_ = path_ + ".postvet-" + std::to_string(::getpid());
    descriptor_ = ::open(directory_.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor_ < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL || errno == ENOENT)) {
      descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
      named_ = descriptor_ >= 0;
    }
    if (descriptor_ < 0) return fail(reason(errno), path_);
    return {};
  }

  bool write(std::string_view bytes) override {
    int error = write_all(descriptor_, bytes);
    return error == 0 || failed(error, path_);
  }

  bool finish() override {
    if (::fsync(descriptor_) != 0) return failed(errno, path_);
    if (!named_) {
      std::string self = "/proc/self/fd/" + std::to_string(descriptor_);
      if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, temporary_.c_str(), AT_SYMLINK_FOLLOW) != 0) {
        return failed(errno, path_);
      }
      named_ = true;
    }
    if (::close(std::exchange(descriptor_, -1)) != 0) return failed(errno, path_);
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) return failed(errno, path_);
    named_ = false;
    int directory = ::open(directory_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0) return true;  // may be searched and not read: the file is there all the same
    bool synced = ::fsync(directory) == 0 || errno == EINVAL;
    int error = errno;
    ::close(directory);
    return synced || failed(error, path_);
  }

 private:
  std::string path_;
  std::string directory_;
  std::string temporary_;
  int descriptor_ = -1;
  bool named_ = false;  // the temporary file has a name that must not stay behind
};

bool is_input(const struct stat& file, const std::vector<std::string>& inputs) {
  for (const std::string& path : inputs) {
    struct stat input {};
    if (::stat(path.c_str(), &input) == 0 && input.st_dev == file.st_dev && input.st_ino == file.st_ino) return true;
  }
  return false;
}

}  // namespace

bool Destination::failed(int error, const std::string& name) {
  if (error != EPIPE) failure_ = name + ": " + reason(error);
  return false;
}

Result<std::unique_ptr<Destination>> open_destination(const std::string& path, const std::vector<std::string>& inputs) {
  if (path.empty()) return std::make_unique<StandardOutput>();
  struct stat known {};
  if (::lstat(path.c_str(), &known) == 0) {
    if (S_ISLNK(known.st_mode)) return fail("the output is a link", path, "name the file itself");
    if (!S_ISREG(known.st_mode)) return fail("the output is no ordinary file", path);
    if (is_input(known, inputs)) return fail("the output is one of the inputs", path);
  }
  std::size_t slash = path.find_last_of('/');
  std::string directory = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  auto file = std::make_unique<FileOutput>(path, directory);
  if (auto ok = file->open(); !ok) return tl::unexpected(ok.error());
  return file;
}

}  // namespace postvet
