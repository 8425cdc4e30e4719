#include "read/post_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>

#include "base/utf8.h"
#include "read/time_text.h"

namespace postvet {
namespace {

constexpr std::size_t kNone = Post::kNone;

// `[media[N].alt` → N.
std::size_t alt_number(std::string_view name) {
  constexpr std::string_view kFront = "media[";
  constexpr std::string_view kBack = "].alt";
  if (!name.starts_with(kFront) || !name.ends_with(kBack) || name.size() <= kFront.size() + kBack.size()) return kNone;
  std::string_view digits = name.substr(kFront.size(), name.size() - kFront.size() - kBack.size());
  std::size_t number = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : kNone;
}

// `span` of `text`, widened to whole characters.
Span whole_characters(std::string_view text, Span span) {
  while (span.begin > 0 && span.begin < text.size() && is_utf8_continuation(text[span.begin])) --span.begin;
  while (span.end < text.size() && is_utf8_continuation(text[span.end])) ++span.end;
  return span;
}

}  // namespace

bool PostObjects::wrong_type(std::string_view key) {
  if (problem_.empty() && reader_.sound()) problem_ = fmt::format("wrong type of `{}`", key);
  return false;
}

bool PostObjects::wrong_value(std::string_view key) {
  if (problem_.empty() && reader_.sound()) problem_ = fmt::format("unknown value of `{}`", key);
  return false;
}

bool PostObjects::read_text(std::string_view key, std::string_view& text) {
  JsonString value;
  if (reader_.type() == JsonType::null) return true;
  if (!reader_.read(value)) return wrong_type(key);
  text = value.text;
  return true;
}

template <class Enum>
bool PostObjects::read_name(std::string_view key, Enum& value) {
  std::string_view name;
  if (reader_.type() == JsonType::null) return true;
  if (!read_text(key, name)) return false;
  auto known = from_name<Enum>(name);
  if (!known) return wrong_value(key);
  value = *known;
  return true;
}

bool PostObjects::read_field(std::string_view key, std::string_view name, std::size_t& index) {
  if (reader_.type() == JsonType::null) return true;
  JsonString value;
  if (!reader_.read(value)) return wrong_type(key);
  Field& field = post_.fields.emplace_back();
  field.name = name;
  field.text = value.text;
  field.to_record = std::move(value.map);
  std::size_t added = post_.fields.size() - 1;
  if (index == kNone) {
    index = added;
  } else {
    std::swap(post_.fields[index], post_.fields[added]);  // the last value stands where a look-up finds it
  }
  return true;
}

bool PostObjects::read_fields() {
  if (reader_.type() == JsonType::null) return true;
  if (!reader_.enter_object()) return wrong_type("fields");
  std::string_view name;
  while (reader_.next_member(name)) {
    NamedField& named = names_.emplace_back(NamedField{name, kNone});
    if (!read_field("fields.*", name, named.index)) return false;
    if (named.index != kNone) named_.try_emplace(name, named.index);
  }
  return true;
}

bool PostObjects::read_author() {
  if (reader_.type() == JsonType::null) return true;
  if (!reader_.enter_object()) return wrong_type("author");
  std::string_view key;
  while (reader_.next_member(key)) {
    bool good = key == "name"     ? read_text("author.name", post_.author.name)
                : key == "handle" ? read_text("author.handle", post_.author.handle)
                : key == "bio"    ? read_text("author.bio", post_.author.bio)
                : key == "role"   ? read_name("author.role", post_.author.role)
                                  : true;
    if (!good) return false;
  }
  return true;
}

bool PostObjects::read_recipients() {
  if (reader_.type() == JsonType::null) return true;
  if (!reader_.enter_array()) return wrong_type("to");
  while (reader_.next_element()) {
    JsonString value;
    if (!reader_.read(value)) return wrong_type("to[]");
    post_.recipients.push_back(value.text);
  }
  return true;
}

std::string_view PostObjects::alt_name(std::size_t number) {
  static constexpr std::array<std::string_view, 4> kNames{"media[0].alt", "media[1].alt", "media[2].alt",
                                                          "media[3].alt"};
  return number < kNames.size() ? kNames[number] : sink_.batch().arena.store(fmt::format("media[{}].alt", number));
}

bool PostObjects::read_medium(std::size_t number) {
  if (!reader_.enter_object()) return wrong_type("media[]");
  Media& medium = post_.media.emplace_back();
  std::size_t alt = kNone;
  std::string_view key;
  while (reader_.next_member(key)) {
    bool good = key == "path"   ? read_text("media[].path", medium.path)
                : key == "type" ? read_text("media[].type", medium.type)
                : key == "alt"  ? read_field("media[].alt", alt_name(number), alt)
                                : true;
    if (!good) return false;
  }
  alts_.push_back(alt);
  return true;
}

bool PostObjects::read_media() {
  if (reader_.type() == JsonType::null) return true;
  if (!reader_.enter_array()) return wrong_type("media");
  while (reader_.next_element()) {
    if (!read_medium(post_.media.size())) return false;
  }
  return true;
}

bool PostObjects::read_zone() {
  if (!reader_.enter_object()) return wrong_type("zones[]");
  PendingZone zone;
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  bool placed = true;
  std::string_view key;
  while (reader_.next_member(key)) {
    if (key == "start" || key == "end") {
      if (!reader_.read(key == "start" ? start : end))
        return wrong_type(key == "start" ? "zones[].start" : "zones[].end");
      continue;
    }
    placed = key == "field"    ? read_text("zones[].field", zone.field)
             : key == "kind"   ? read_name("zones[].kind", zone.zone.kind)
             : key == "reason" ? read_text("zones[].reason", zone.zone.reason)
                               : true;
    if (!placed) return false;
  }
  zone.zone.span = {start, end};
  zones_.push_back(zone);
  return true;
}

bool PostObjects::read_zones() {
  if (reader_.type() == JsonType::null) return true;
  if (!reader_.enter_array()) return wrong_type("zones");
  while (reader_.next_element()) {
    if (!read_zone()) return false;
  }
  return true;
}

std::size_t PostObjects::field_called(std::string_view name) const {
  if (name == "text") return text_;
  if (name == "title") return title_;
  std::size_t number = alt_number(name);
  if (number < alts_.size() && alts_[number] != kNone) return alts_[number];
  auto named = named_.find(name);
  return named == named_.end() ? kNone : named->second;
}

bool PostObjects::place_zones() {
  for (const PendingZone& pending : zones_) {
    std::size_t index = field_called(pending.field);
    if (index == kNone) return wrong_value("zones[].field");
    Field& field = post_.fields[index];
    Zone zone = pending.zone;
    if (zone.span.begin > zone.span.end || zone.span.end > field.text.size()) return wrong_value("zones[].end");
    zone.span = whole_characters(field.text, zone.span);
    field.zones.push_back(zone);
  }
  if (zones_.empty()) return true;
  for (Field& field : post_.fields) {
    std::stable_sort(field.zones.begin(), field.zones.end(),
                     [](const Zone& a, const Zone& b) { return a.span < b.span; });
  }
  return true;
}

bool PostObjects::read_member(std::string_view key) {
  switch (key.empty() ? '\0' : key[0]) {
    case 'a':
      if (key == "account") return read_text(key, account_);
      return key == "author" ? read_author() : true;
    case 'c':
      return key == "conversation" ? read_text(key, post_.conversation) : true;
    case 'f':
      return key == "fields" ? read_fields() : true;
    case 'i':
      if (key == "id") return read_text(key, post_.id);
      return key == "in_reply_to" ? read_text(key, post_.in_reply_to) : true;
    case 'k':
      return key == "kind" ? read_name(key, post_.kind) : true;
    case 'm':
      return key == "media" ? read_media() : true;
    case 'p':
      return key == "platform" ? read_name(key, post_.platform) : true;
    case 's':
      return key == "state" ? read_name(key, post_.state) : true;
    case 't':
      if (key == "text") return read_field(key, "text", text_);
      if (key == "title") return read_field(key, "title", title_);
      if (key == "time") return read_text(key, post_.time.text);
      return key == "to" ? read_recipients() : true;
    case 'u':
      return key == "url" ? read_text(key, post_.url) : true;
    case 'v':
      return key == "voice" ? read_name(key, post_.voice) : true;
    case 'z':
      return key == "zones" ? read_zones() : true;
    default:
      return true;
  }
}

bool PostObjects::read_members() {
  std::string_view key;
  while (reader_.next_member(key)) {
    if (!read_member(key)) return false;
  }
  if (!reader_.finished()) return false;
  if (text_ == kNone) {
    problem_ = "no `text`";
    return false;
  }
  return place_zones();
}

// The texts as `fields` names them; what it does not name follows.
void PostObjects::order_fields() {
  if (names_.empty()) return;
  std::vector<std::size_t> place(post_.fields.size(), names_.size());
  for (std::size_t i = names_.size(); i > 0; --i) {
    const NamedField& named = names_[i - 1];
    std::size_t index = named.index != kNone ? named.index : field_called(named.name);
    if (index != kNone) place[index] = i - 1;
  }
  std::vector<std::size_t> order(post_.fields.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place[a] < place[b]; });
  std::vector<Field> fields;
  fields.reserve(order.size());
  for (std::size_t index : order) fields.push_back(std::move(post_.fields[index]));
  post_.fields = std::move(fields);
}

std::size_t PostObjects::open_account() {
  Account account;
  account.platform = post_.platform;
  account.name = post_.author.name;
  account.handle = post_.author.handle;
  account.bio = post_.kind == PostKind::profile ? post_.fields[text_].text : post_.author.bio;
  account.role = post_.author.role;
  return sink_.add_account(std::move(account));
}

void PostObjects::find_account() {
  constexpr std::size_t kMaxKey = 256;  // longer names would make what is kept grow with the input
  bool is_profile = post_.kind == PostKind::profile;
  bool keeps_handle = !post_.author.handle.empty() && post_.author.handle.size() <= kMaxKey;
  if (!account_.empty() && account_.size() <= kMaxKey) {
    auto known = accounts_.find(account_);
    post_.account = known != accounts_.end() ? known->second : open_account();
    if (post_.account != kNone) accounts_.try_emplace(std::string(account_), post_.account);
  } else if (is_profile) {
    post_.account = open_account();
  } else if (keeps_handle && post_.voice != Voice::others) {
    if (auto known = handles_.find(post_.author.handle); known != handles_.end()) post_.account = known->second;
  }
  if (is_profile && keeps_handle && post_.account != kNone) {
    handles_.insert_or_assign(std::string(post_.author.handle), post_.account);
  }
}

void PostObjects::add(const Record& record) {
  post_ = Post();
  post_.author.role = options_.role;
  text_ = title_ = kNone;
  alts_.clear();
  zones_.clear();
  names_.clear();
  named_.clear();
  account_ = {};
  problem_.clear();
  if (!reader_.open(record.text, sink_.batch().arena)) {
    sink_.skip(record.start, "malformed JSON", record.entry);
    return;
  }
  if (!reader_.enter_object()) {
    sink_.skip(record.start, "not a JSON object", record.entry);
    return;
  }
  if (!read_members()) {
    sink_.skip(record.start, problem_.empty() ? "malformed JSON" : problem_, record.entry);
    return;
  }
  post_.time.zone_known = is_rfc3339(post_.time.text);
  find_account();
  order_fields();
  Post& post = sink_.add_post();
  post_.record = post.record;
  post = std::move(post_);
}

int post_object_score(std::string_view record) {
  constexpr std::array<std::string_view, 10> kKeys{"id",    "platform", "kind",         "voice",       "author",
                                                   "title", "time",     "conversation", "in_reply_to", "media"};
  JsonReader reader;
  Arena arena;
  if (!reader.open(arena.store(record, kRecordPadding), arena) || !reader.enter_object()) return 0;
  int score = 0;
  bool has_text = false;
  std::string_view key;
  while (reader.next_member(key)) {
    if (key == "text" && reader.type() == JsonType::string) has_text = true;
    if (std::find(kKeys.begin(), kKeys.end(), key) != kKeys.end()) score += 10;
  }
  return has_text && reader.finished() ? 50 + std::min(score, 40) : 0;
}

}  // namespace postvet
