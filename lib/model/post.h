// One piece of content and whose words it is, whatever the platform it came from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"
#include "base/span.h"
#include "model/names.h"

namespace postvet {

struct Zone {
  Span span;  // bytes of the field's text
  ZoneKind kind = ZoneKind::quoted;
  std::string_view reason;  // of hidden: "comment", "display:none", …; static storage or the batch's
};

// A text of a post. Valid UTF-8.
struct Field {
  std::string_view name;  // "title", "text", "media[0].alt"
  std::string_view text;
  OffsetMap to_record;      // bytes of text → bytes of Record::text
  std::vector<Zone> zones;  // sorted by begin
};

struct Author {
  std::string_view name;
  std::string_view handle;  // with its @, as written
  std::string_view bio;     // context only; a profile's bio is the text of its own post
  Role role = Role::unknown;
};

struct Media {
  std::string_view path;
  std::string_view type;  // "image", "video", "audio", as the export says it
};

// An instant as an export tells it: never a zone that it does not name.
struct PostTime {
  std::string_view text;  // RFC 3339 with a zone, or the local text as it stood; empty when there is none
  bool zone_known = false;
};

// Views live as long as the Batch that holds the post.
struct Post {
  std::string_view id;
  Platform platform = Platform::generic;
  PostKind kind = PostKind::post;
  PostState state = PostState::published;
  Voice voice = Voice::own;
  Author author;
  std::string_view conversation;
  std::string_view in_reply_to;
  std::string_view url;
  std::vector<std::string_view> recipients;
  PostTime time;
  std::vector<Field> fields;
  std::vector<Media> media;
  bool is_draft_file = false;   // a document of its own (Markdown, HTML page, plain text), not a record of an export
  std::size_t record = 0;       // index into Batch::records
  std::size_t account = kNone;  // index into the input's accounts
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const Field* field(std::string_view name) const {
    for (const Field& field : fields) {
      if (field.name == name) return &field;
    }
    return nullptr;
  }
};

}  // namespace postvet
