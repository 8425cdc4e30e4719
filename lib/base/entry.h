// What an archive or a folder holds, by name.
#pragma once

#include <cstdint>
#include <string>

namespace postvet {

// A regular file in a container.
struct EntryInfo {
  std::string path;        // inside the archive or folder, `/` between parts; a label, never a place to write to
  std::uint64_t size = 0;  // bytes as declared; never an allocation size
};

// An entry that cannot be read, or something about the container as a whole (then the path is empty).
struct EntryProblem {
  std::string path;
  std::string what;  // for a person
};

}  // namespace postvet
