// HTML cut into tags, texts and comments, each with its place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace postvet {

struct HtmlAttribute {
  Span name;   // as written
  Span value;  // between the quotes, character references not yet decoded; empty when there is none
};

struct HtmlToken {
  enum class Kind : std::uint8_t { text, start_tag, end_tag, comment, doctype };

  Kind kind = Kind::text;
  Span content;               // of a text or a comment: its words; else the whole token
  bool decodes = false;       // of a text: character references count in it
  bool unclosed = false;      // of a comment: really a tag that the document ends in
  bool self_closing = false;  // of a start tag: ends in />
  std::string name;           // of a tag, lower case; of a text inside title, script, …: that element; else empty
  std::vector<HtmlAttribute> attributes;  // in the order of the source; of two with one name the first counts
};

inline constexpr std::size_t kMaxHtmlAttributes = 1024;
inline constexpr std::size_t kMaxHtmlTagBytes = std::size_t{64} << 10;  // without values that are data: URLs

// A tokenizer after the WHATWG HTML standard, 13.2.5, over valid UTF-8. It keeps to the states that decide where
// tags, texts and comments begin and end, and switches to RCDATA, RAWTEXT and script data by the name of the tag.
// Linear in the text, whatever it holds. Never fails: what the document ends in is a token, too. Not thread-safe;
// the text must outlive it.
class HtmlTokenizer {
 public:
  explicit HtmlTokenizer(std::string_view html) : html_(html) {}

  // Reads the next token. False at the end.
  bool next(HtmlToken& token);

  // Inside svg and math names switch nothing, and CDATA sections are text. Set between two tokens.
  void set_foreign(bool foreign) { foreign_ = foreign; }

  // Attributes that were left out because a tag had too many or was too long.
  std::size_t attributes_skipped() const { return attributes_skipped_; }

  // True when the document ended inside a script, a style, a title or the like.
  bool ended_in_raw_text() const { return ended_in_raw_text_; }

 private:
  enum class Model : std::uint8_t { data, rcdata, rawtext, script, plaintext };

  bool read_raw_text(HtmlToken& token);
  std::size_t raw_text_end();
  std::size_t script_end();
  bool is_raw_end_tag(std::size_t at) const;
  bool starts_markup(std::size_t at) const;
  void read_text(HtmlToken& token);
  void read_markup(HtmlToken& token);
  void read_comment(HtmlToken& token);
  void read_until_bracket(HtmlToken& token, std::size_t content_begin);
  void read_tag(HtmlToken& token);
  bool read_attribute(HtmlToken& token);
  void switch_model(const HtmlToken& tag);
  bool matches(std::size_t at, std::string_view lower_case) const;
  char at(std::size_t i) const { return i < html_.size() ? html_[i] : '\0'; }

  std::string_view html_;
  std::size_t at_ = 0;
  Model model_ = Model::data;
  std::string raw_name_;  // of the element that a model other than data reads
  bool foreign_ = false;
  bool ended_in_raw_text_ = false;
  std::size_t attributes_skipped_ = 0;
  std::size_t tag_bytes_ = 0;  // of the tag being read, that count against the limit
};

// True when the two are equal but for ASCII case; `lower_case` is lower case.
bool equals_ignoring_case(std::string_view text, std::string_view lower_case);

// The first attribute of that name (lower case); null when there is none.
const HtmlAttribute* find_attribute(std::string_view html, const HtmlToken& token, std::string_view name);

// The five characters that HTML calls whitespace.
inline bool is_html_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r'; }

// `text` without that at its ends.
std::string_view trim_html_space(std::string_view text);

}  // namespace postvet
