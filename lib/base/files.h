// The file system behind an interface, so that all but one file of the library is tested without a disk.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/byte_stream.h"
#include "base/result.h"

namespace postvet {

enum class FileKind : std::uint8_t { regular, directory, link, other };

struct FileInfo {
  FileKind kind = FileKind::regular;
  std::uint64_t size = 0;      // bytes; of a directory nothing
  std::uint64_t identity = 0;  // equal for two names of one file (device and inode, hashed)
};

struct DirectoryEntry {
  std::string name;  // without a path; any bytes
  FileKind kind = FileKind::regular;
};

// Thread-safe.
class Files {
 public:
  virtual ~Files() = default;

  // Follows links when `follow` is set. An error when the path does not exist or may not be looked at.
  virtual Result<FileInfo> info(const std::string& path, bool follow) const = 0;

  // Opens a regular file for reading, never a FIFO or a device. Does not block.
  virtual Result<std::unique_ptr<ByteStream>> open(const std::string& path) const = 0;

  // The entries of a directory, sorted by the bytes of their names, without `.` and `..`.
  virtual Result<std::vector<DirectoryEntry>> list(const std::string& path) const = 0;
};

// The real one. The object has static storage.
const Files& disk_files();

// `directory` and `name` joined with one slash.
std::string join_path(const std::string& directory, const std::string& name);

}  // namespace postvet
