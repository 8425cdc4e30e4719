// One post as a JSON object: the native input, a line of a .jsonl or an element of a .json array.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "read/reader.h"
#include "syntax/json_reader.h"
#include "syntax/json_records.h"

namespace postvet {

// Turns records into posts. `fields` holds further texts by name; the order of its names, where a null stands for a
// text that has a key of its own, is the order of the texts. A profile opens an account, to which later posts under its
// handle belong; `account` names one outright. Unknown keys are passed over; null is as good as absent; a wrong type or
// a value outside of its vocabulary skips the record and names the key, never the value. Of a key that stands there
// twice the last value counts, and an earlier text is kept as a further field of the same name, so that it is checked
// too. Kept for many records; not thread-safe.
class PostObjects {
 public:
  PostObjects(const ReadOptions& options, PostSink& sink) : options_(options), sink_(sink) {}

  // Adds the post of `record`, which was begun in the sink, or skips it.
  void add(const Record& record);

 private:
  struct PendingZone {
    std::string_view field;
    Zone zone;
  };

  bool read_members();
  bool read_member(std::string_view key);
  bool read_text(std::string_view key, std::string_view& text);
  template <class Enum>
  bool read_name(std::string_view key, Enum& value);
  bool read_field(std::string_view key, std::string_view name, std::size_t& index);
  bool read_fields();
  bool read_author();
  bool read_recipients();
  bool read_media();
  bool read_medium(std::size_t number);
  bool read_zones();
  bool read_zone();
  bool place_zones();
  std::size_t field_called(std::string_view name) const;
  std::string_view alt_name(std::size_t number);
  bool wrong_type(std::string_view key);
  bool wrong_value(std::string_view key);
  void order_fields();
  void find_account();
  std::size_t open_account();

  const ReadOptions& options_;
  PostSink& sink_;
  JsonReader reader_;
  Post post_;
  std::size_t text_ = 0;            // indices of fields
  std::size_t title_ = 0;           //
  std::vector<std::size_t> alts_;   // of each medium
  std::vector<PendingZone> zones_;  // before all fields are known
  struct NamedField {
    std::string_view name;
    std::size_t index;  // of its text; kNone: of another key
  };
  std::vector<NamedField> names_;                  // of `fields`, in order
  std::map<std::string_view, std::size_t> named_;  // those with a text; of a name twice the first
  std::string_view account_;
  std::map<std::string, std::size_t, std::less<>> accounts_;  // by `account`
  std::map<std::string, std::size_t, std::less<>> handles_;   // of profiles
  std::string problem_;
};

// Reads all that `splitter` cuts. An error is of the input; what came before it counts.
template <class Splitter>
Result<void> read_post_objects(Splitter& splitter, const ReadOptions& options, PostSink& sink) {
  PostObjects objects(options, sink);
  SplitRecord piece;
  for (;;) {
    auto more = splitter.next(piece);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
    if (!piece.problem.empty()) {
      sink.skip(piece.start, piece.problem);
      continue;
    }
    objects.add(sink.begin_record(piece.text, piece.start, std::move(piece.to_file)));
    if (!sink.end_record()) return {};
  }
}

// How much a record looks like a post: 0, or from 50 (a `text`) to 90 (with other keys of post lines).
int post_object_score(std::string_view record);

}  // namespace postvet
