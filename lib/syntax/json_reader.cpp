#include "syntax/json_reader.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>

#include "syntax/json_text.h"

namespace postvet {
namespace {

constexpr std::size_t kMaxDepth = 1024;
constexpr std::size_t kFirstCapacity = std::size_t{64} << 10;
constexpr std::size_t kKeptCapacity = std::size_t{4} << 20;  // what a rare long record needed is given back

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool begins_value(char c) { return c != '\0' && c != ',' && c != ':' && c != '}' && c != ']'; }

}  // namespace

struct JsonReader::Tokens {
  std::unique_ptr<simdjson::internal::dom_parser_implementation> parser;

  bool reserve(std::size_t size) {
    if (parser && parser->capacity() > kKeptCapacity && size <= kKeptCapacity) parser.reset();
    if (parser && parser->capacity() >= size) return true;
    std::size_t capacity = kFirstCapacity;
    while (capacity < size) capacity *= 2;
    parser.reset();
    return simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, kMaxDepth, parser) ==
           simdjson::SUCCESS;
  }
};

JsonReader::JsonReader() : tokens_(std::make_unique<Tokens>()) {}
JsonReader::~JsonReader() = default;

bool JsonReader::open(std::string_view record, Arena& arena) {
  arena_ = &arena;
  record_ = record;
  starts_ = nullptr;
  count_ = at_ = 0;
  open_.clear();
  first_ = false;
  failed_ = true;
  if (record.empty() || !tokens_->reserve(record.size())) return false;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(record.data());
  if (tokens_->parser->stage1(bytes, record.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS) return false;
  starts_ = tokens_->parser->structural_indexes.get();
  count_ = tokens_->parser->n_structural_indexes;
  failed_ = false;
  pending_ = true;
  return begins_value(token()) || fail();
}

bool JsonReader::fail() {
  failed_ = true;
  pending_ = false;
  at_ = count_;
  return false;
}

// From where the token begins to the next one, without the white space between them.
std::string_view JsonReader::token_text() const {
  if (at_ >= count_) return {};
  std::size_t begin = starts_[at_];
  std::size_t end = at_ + 1 < count_ ? starts_[at_ + 1] : record_.size();
  while (end > begin && is_space(record_[end - 1])) --end;
  return record_.substr(begin, end - begin);
}

JsonType JsonReader::type() const {
  if (!pending_) return JsonType::other;
  char c = token();
  if (c == '{') return JsonType::object;
  if (c == '[') return JsonType::array;
  if (c == '"') return JsonType::string;
  if (c == '-' || (c >= '0' && c <= '9')) return JsonType::number;
  std::string_view word = token_text();
  if (word == "true" || word == "false") return JsonType::boolean;
  return word == "null" ? JsonType::null : JsonType::other;
}

bool JsonReader::enter(char bracket) {
  if (!pending_ || token() != bracket) return false;
  if (open_.size() >= kMaxDepth) return fail();
  open_.push_back(bracket);
  ++at_;
  pending_ = false;
  first_ = true;
  return true;
}

// The value that was not taken. Brackets are counted, and matched by whoever reads on.
void JsonReader::pass_over() {
  pending_ = false;
  std::size_t depth = 0;
  do {
    char c = token();
    if (c == '{' || c == '[') {
      if (++depth + open_.size() > kMaxDepth) {
        fail();
        return;
      }
    } else if (c == '}' || c == ']') {
      --depth;
    }
    ++at_;
  } while (depth > 0 && at_ < count_);
  if (depth > 0) fail();
}

// To the next thing in the container that was entered last; false behind the last.
bool JsonReader::next(char close) {
  if (failed_) return false;
  if (pending_) pass_over();
  if (failed_) return false;
  char c = token();
  if (c == close) {
    ++at_;
    open_.pop_back();
    first_ = false;
    return false;
  }
  if (!first_) {
    if (c != ',') return fail();
    ++at_;
  }
  first_ = false;
  return true;
}

bool JsonReader::next_element() {
  if (!next(']')) return false;
  pending_ = true;
  return begins_value(token()) || fail();
}

bool JsonReader::next_member(std::string_view& key) {
  if (!next('}')) return false;
  if (token() != '"') return fail();
  std::string_view raw = token_text();
  if (raw.size() < 2 || raw.back() != '"') return fail();
  raw = raw.substr(1, raw.size() - 2);
  if (raw.find('\\') == std::string_view::npos) {
    key = raw;
  } else {
    scratch_.clear();
    if (!unescape_json(raw, scratch_)) return fail();
    key = arena_->store(scratch_);
  }
  ++at_;
  if (token() != ':') return fail();
  ++at_;
  pending_ = true;
  return begins_value(token()) || fail();
}

bool JsonReader::read(JsonString& value) {
  if (!pending_ || token() != '"') return false;
  std::string_view raw = token_text();
  if (raw.size() < 2 || raw.back() != '"') return fail();
  raw = raw.substr(1, raw.size() - 2);
  auto begin = static_cast<std::size_t>(raw.data() - record_.data());
  if (raw.find('\\') == std::string_view::npos) {
    value.text = raw;
    value.map = OffsetMap::copy(raw.size(), begin);
  } else {
    scratch_.clear();
    value.map.clear();
    if (!unescape_json(raw, scratch_, &value.map, begin)) return fail();
    value.text = arena_->store(scratch_);
  }
  ++at_;
  pending_ = false;
  return true;
}

bool JsonReader::read(std::uint64_t& value) {
  if (type() != JsonType::number) return false;
  std::string_view text = token_text();
  std::uint64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return false;
  value = number;
  ++at_;
  pending_ = false;
  return true;
}

bool JsonReader::read(bool& value) {
  if (type() != JsonType::boolean) return false;
  value = token() == 't';
  ++at_;
  pending_ = false;
  return true;
}

std::string_view JsonReader::raw() const {
  char c = token();
  return pending_ && c != '{' && c != '[' ? token_text() : std::string_view();
}

bool JsonReader::finished() {
  if (failed_) return false;
  if (pending_) pass_over();
  return !failed_ && open_.empty() && at_ == count_;
}

}  // namespace postvet
