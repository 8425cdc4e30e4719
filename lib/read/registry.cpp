#include "read/reader.h"

namespace postvet {

#define READER(name) extern const ReaderSpec name;
#include "read/readers.def"
#undef READER

namespace {
constexpr const ReaderSpec* kReaders[] = {
#define READER(name) &name,
#include "read/readers.def"
#undef READER
};
}  // namespace

std::span<const ReaderSpec* const> all_readers() { return kReaders; }

}  // namespace postvet
