// Failure as a value: what went wrong, where, and what to do about it.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace postvet {

// Written for a person: `what` is a lower-case sentence without a full stop and never quotes the content that was read
// (it may be personal); `where` is a path, with :line:column when known; `hint` says what to do, and may be empty.
struct Error {
  std::string what;
  std::string where;
  std::string hint;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string what, std::string where = {}, std::string hint = {}) {
  return tl::unexpected<Error>(Error{std::move(what), std::move(where), std::move(hint)});
}

}  // namespace postvet
