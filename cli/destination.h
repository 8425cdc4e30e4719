// Where the report goes: the standard output, or a file that appears whole or not at all.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace postvet {

// Not thread-safe.
class Destination {
 public:
  virtual ~Destination() = default;

  // False when the bytes cannot be written; then nothing more need be.
  virtual bool write(std::string_view bytes) = 0;

  // Makes sure of everything that was written. False: it is not safe where it should be.
  virtual bool finish() = 0;

  // After a failure: why, for a person; empty when the reader of a pipe went away, which is no error.
  const std::string& failure() const { return failure_; }

 protected:
  // Of the errno of a failed call.
  bool failed(int error, const std::string& name);

 private:
  std::string failure_;
};

// `path` empty: the standard output. Errors: a path that is a link, no regular file, or one of `inputs`; a directory
// that cannot be written to.
Result<std::unique_ptr<Destination>> open_destination(const std::string& path, const std::vector<std::string>& inputs);

}  // namespace postvet
