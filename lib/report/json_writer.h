// JSON, appended to a string as it is made; no tree is built.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "report/escape.h"

namespace postvet {

// The caller says what opens and closes; the writer sets the commas. Not thread-safe.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open_object() { open('{'); }
  void open_list() { open('['); }
  void close_object() { close('}'); }
  void close_list() { close(']'); }

  // The value must follow.
  JsonWriter& key(std::string_view name) {
    text(name);
    out_ += ':';
    first_ = true;
    return *this;
  }

  void text(std::string_view value) {
    separate();
    append_json_string(out_, value);
  }
  void text_or_null(std::string_view value) { value.empty() ? raw("null") : text(value); }
  void number(std::uint64_t value) { raw(std::to_string(value)); }
  void null() { raw("null"); }

  // A value that is JSON already.
  void raw(std::string_view json) {
    separate();
    out_ += json;
  }

 private:
  void separate() {
    if (!first_) out_ += ',';
    first_ = false;
  }
  void open(char bracket) {
    separate();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace postvet
