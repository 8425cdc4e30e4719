#include "scan/walk.h"

#include <unordered_set>

namespace postvet {
namespace {

struct Pending {
  std::string path;  // relative to the root; empty is the root
  FileKind kind = FileKind::directory;
};

}  // namespace

Result<Walk> walk(const Files& files, const std::string& root) {
  Walk result;
  std::unordered_set<std::uint64_t> entered;
  std::vector<Pending> pending{{}};  // the next is at the back
  while (!pending.empty()) {
    Pending next = std::move(pending.back());
    pending.pop_back();
    std::string full = next.path.empty() ? root : join_path(root, next.path);
    if (next.kind == FileKind::link) {
      ++result.links;
      continue;
    }
    if (next.kind == FileKind::other) {
      result.problems.push_back({next.path, "not a regular file"});
      continue;
    }
    auto info = files.info(full, next.path.empty());
    if (next.kind == FileKind::regular) {
      result.files.push_back({next.path, info ? info->size : 0});
      continue;
    }
    if (!info && next.path.empty()) return tl::unexpected(info.error());
    if (info && !entered.insert(info->identity).second) continue;
    auto entries = files.list(full);
    if (!entries) {
      if (next.path.empty()) return tl::unexpected(entries.error());
      result.problems.push_back({next.path, entries.error().what});
      continue;
    }
    for (std::size_t i = entries->size(); i > 0; --i) {
      const DirectoryEntry& entry = (*entries)[i - 1];
      if (entry.name.starts_with('.')) {
        ++result.hidden;
      } else {
        pending.push_back({next.path.empty() ? entry.name : join_path(next.path, entry.name), entry.kind});
      }
    }
  }
  return result;
}

}  // namespace postvet
