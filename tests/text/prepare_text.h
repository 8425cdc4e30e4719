// A text prepared as the program does, in one call.
#pragma once

#include <string_view>

#include "text/prepared.h"

namespace postvet {

// `text` must outlive the result.
inline Prepared prepare_text(std::string_view text) {
  static thread_local Preparer preparer;
  Prepared prepared;
  preparer.prepare(text, prepared);
  return prepared;
}

}  // namespace postvet
