// A reader knows one platform's export: it recognises it, and turns it into posts. It knows no rules.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_stream.h"
#include "base/entry.h"
#include "base/result.h"
#include "base/source.h"
#include "model/account.h"
#include "model/batch.h"

namespace postvet {

// What a reader reads from: a file, standard input, an archive or an export folder. Not thread-safe.
class Input {
 public:
  virtual ~Input() = default;

  // For people: the path as given, or the name of standard input.
  virtual const std::string& name() const = 0;

  // An archive or a folder: entries() and visit(). Otherwise: open().
  virtual bool is_container() const = 0;

  // A file's bytes from the start. A file can be opened again; standard input only once.
  virtual Result<std::unique_ptr<ByteStream>> open() = 0;

  // The regular entries, in the order of the archive, or of the sorted paths.
  virtual const std::vector<EntryInfo>& entries() const = 0;

  // Streams the entries in that order to `entry`, which reads as much as it likes and returns false to stop.
  virtual Result<void> visit(const std::function<bool(const EntryInfo&, ByteStream&)>& entry) = 0;

  // What is in the container and not among entries(): encrypted, a link, past a limit. For the coverage block; no
  // reader needs it.
  virtual std::span<const EntryProblem> problems() const { return {}; }
};

// What detection sees of an input: enough to tell, never all of it.
struct Probe {
  std::string_view name;  // path as given or --stdin-filename
  std::string_view head;  // of a file: the first 64 KiB, decoded
  bool is_container = false;
  std::span<const EntryInfo> entries;  // of a container
  // The first bytes (at most 64 KiB, decoded) of the first entry whose path ends in `tail`; empty when there is none.
  std::function<std::string(std::string_view tail)> entry_head;
};

// How sure a reader is that an input is its own. 0: not mine. 100: content that nothing else has. Equal scores are
// reported.
struct Detection {
  int score = 0;
  std::string generation;            // "archive 2022 and later"; may be empty
  std::vector<std::string> reasons;  // for `postvet detect`
};

struct ReadOptions {
  // CSV: column names for text, author and time, as --map gives them.
  std::vector<std::pair<std::string, std::string>> column_map;
  Role role = Role::unknown;  // --role: of authors whose role the input does not say
};

// Where a reader puts what it made. Implemented by scan (which hands full batches on) and by tests.
// Order: begin_record, any number of add_post / skip, end_record.
class PostSink {
 public:
  virtual ~PostSink() = default;

  // A record whose text is copied into the batch, padded. `to_file` maps its bytes to the file's.
  virtual Record& begin_record(std::string_view text, LineColumn start, OffsetMap to_file,
                               std::string_view entry = {}) = 0;

  // The batch being filled; its arena stores what a post views. Valid until end_record.
  virtual Batch& batch() = 0;

  // A new post of the current record, to be filled before the next call.
  virtual Post& add_post() = 0;

  // Something that should have been a post and could not be read: counted as skipped.
  virtual void skip(LineColumn at, std::string what, std::string_view entry = {}) = 0;

  // False: the run is being stopped and the reader should return.
  virtual bool end_record() = 0;

  // An account of the input (its subject, a profile). The index goes into Post::account. kNone when there are too many.
  virtual std::size_t add_account(Account account) = 0;

  // Joins, calls, edits, copies checked elsewhere: counted by what they are, never checked.
  virtual void count_system(std::string_view what, std::uint64_t count = 1) = 0;

  // Said in the coverage block: a part of the input that no rule can look at, or that was read in another way than
  // usual.
  virtual void note(std::string what) = 0;

  virtual void repaired(const Repairs& repairs) = 0;
};

// Thread-safe: functions without state.
struct ReaderSpec {
  std::string_view name;     // "post-lines", "x-archive"
  std::string_view summary;  // what it reads, in a sentence
  Detection (*detect)(const Probe&);
  // Failing means that the rest of the input could not be read; what came before counts.
  Result<void> (*read)(Input&, const ReadOptions&, PostSink&);
};

// All of them, in the order of readers.def.
std::span<const ReaderSpec* const> all_readers();

}  // namespace postvet
