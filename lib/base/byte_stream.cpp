#include "base/byte_stream.h"

#include <fmt/format.h>

namespace postvet {

Result<void> read_all(ByteStream& stream, std::size_t limit, std::string& out) {
  constexpr std::size_t kStep = std::size_t{64} << 10;
  std::size_t start = out.size();
  for (;;) {
    std::size_t before = out.size();
    out.resize(before + kStep);
    auto count = stream.read(out.data() + before, kStep);
    out.resize(before + (count ? *count : 0));
    if (!count) return tl::unexpected(count.error());
    if (*count == 0) return {};
    if (out.size() - start > limit) return fail(fmt::format("larger than the limit of {} MiB", limit >> 20));
  }
}

}  // namespace postvet
