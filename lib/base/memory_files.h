// A file system in memory, for tests.
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/files.h"

namespace postvet {

// Paths are relative and use `/`; directories exist because a file lies in them.
class MemoryFiles final : public Files {
 public:
  void add(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }

  // The path exists and cannot be opened.
  void add_unreadable(const std::string& path) {
    files_[path];
    unreadable_.insert(path);
  }

  Result<FileInfo> info(const std::string& path, bool follow) const override;
  Result<std::unique_ptr<ByteStream>> open(const std::string& path) const override;
  Result<std::vector<DirectoryEntry>> list(const std::string& path) const override;

 private:
  std::map<std::string, std::string> files_;
  std::set<std::string> unreadable_;
};

}  // namespace postvet
