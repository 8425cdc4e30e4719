// The words of an HTML document, put together from its pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/offset_map.h"
#include "base/span.h"
#include "model/post.h"

namespace postvet {

// A text as a reader of the page sees it, and where its bytes came from. Text that was made up (borders between
// paragraphs, list marks) maps to the gap in front of what follows it.
struct HtmlText {
  std::string text;
  OffsetMap to_source;
  std::vector<Zone> zones;  // sorted by begin; quoted, code and hidden ones may lie in one another

  bool empty() const { return text.empty(); }
};

// What is true of the text at some place of a document. A number tells one element from the next one that does the
// same; 0 is none.
struct HtmlState {
  struct Cause {
    std::uint32_t number = 0;
    std::string_view reason;  // static storage
  };
  Cause not_shown;  // display:none and what is like it
  Cause invisible;  // visibility:hidden
  Cause tiny;       // font-size:0
  std::uint32_t quoted = 0;
  std::uint32_t code = 0;
  bool dropped = false;  // nobody's words: script, style
  bool pre = false;      // whitespace counts

  // Why a reader does not see it; a number of 0 when a reader does.
  const Cause& hidden() const { return not_shown.number != 0 ? not_shown : invisible.number != 0 ? invisible : tiny; }
};

enum class HtmlDecode : std::uint8_t { nothing, text, attribute };

// Appends pieces of one source in the order of their places, as a browser lays them out: whitespace collapsed, borders
// between blocks. Not thread-safe.
class HtmlTextBuilder {
 public:
  // The words of `source` in `span`. Character references are decoded as said.
  void put(std::string_view source, Span span, HtmlDecode decode, const HtmlState& state);

  // What follows, if anything does, stands after a line end (1) or an empty line (2); the larger wish counts.
  void border(std::size_t newlines);
  void line_break();  // br: one more line end, two at most
  void item();        // what follows is an item of a list
  void end_item() { item_ = false; }
  void cell() { cell_ = true; }  // what follows is another cell of the same row
  void space();                  // what follows is another word

  bool at_border() const { return built_.text.empty() || newlines_ >= 2; }
  std::size_t size() const { return built_.text.size(); }
  std::string_view text() const { return built_.text; }

  // The text with its zones. The builder is empty again.
  HtmlText take();

 private:
  struct Open {
    std::uint32_t number = 0;
    std::size_t begin = 0;
    std::string_view reason;
  };

  void put_space(Span source, bool exact);
  void put_copy(std::string_view source, Span span, const HtmlState& state);
  void put_reference(Span source, char32_t first, char32_t second, const HtmlState& state);
  void begin_piece(std::size_t source_at, const HtmlState& state);
  void append_gap(std::string_view text, std::size_t source_at);
  void turn(Open& open, ZoneKind kind, std::uint32_t number, std::string_view reason, std::size_t end_before);

  HtmlText built_;
  std::size_t newlines_ = 0;
  bool item_ = false;
  bool cell_ = false;
  bool space_ = false;
  bool space_exact_ = false;
  Span space_source_;
  Open quoted_;
  Open code_;
  Open hidden_;
};

}  // namespace postvet
