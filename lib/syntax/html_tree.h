// Which elements are open at a place of an HTML document.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "syntax/html_elements.h"
#include "syntax/html_text.h"
#include "syntax/html_visibility.h"

namespace postvet {

inline constexpr std::size_t kMaxHtmlDepth = 256;

// The stack of open elements, kept after the parts of WHATWG HTML 13.2.6 that decide what is hidden: scopes, implied
// end tags, formatting elements that go on behind the block they were opened in, svg and math, text that falls out of
// tables. Elements deeper than kMaxHtmlDepth are counted by name and have no effect. Every call costs constant time on
// average (at most kMaxHtmlDepth steps). Not thread-safe.
class HtmlTree {
 public:
  // What ended since the last take_closed(), by whether its text was shown: the borders that it leaves behind.
  struct Closed {
    std::size_t shown_newlines = 0;
    std::size_t hidden_newlines = 0;
    bool link = false;
    bool item = false;
  };

  HtmlTree();

  // Ends what the start tag of `element` (an index into kHtmlElements, or kHtmlElementCount) ends without saying so.
  void before_start(std::size_t element);

  // Opens an element.
  void start(std::size_t element, std::string_view name, const HtmlEffect& effect);

  // An end tag. What it does not match is ignored.
  void end(std::size_t element, std::string_view name);

  // The state that the text of a child of `element` would have here; kHtmlElementCount for text.
  const HtmlState& state_for(std::size_t element) const;
  const HtmlState& state() const { return state_for(kHtmlElementCount); }

  bool in_foreign() const { return !open_.empty() && open_.back().foreign; }
  bool is_open(std::size_t element) const { return top_of_[element] >= 0 || deeper_[element] > 0; }

  Closed take_closed();

  // True when the document was nested deeper than kMaxHtmlDepth.
  bool was_too_deep() const { return was_too_deep_; }

 private:
  // The nearest open element of a kind, as an index into open_; -1 when there is none.
  struct Nearest {
    int scope = -1;
    int button_scope = -1;
    int table_scope = -1;
    int special = -1;
  };
  struct Open {
    std::uint64_t key;    // index into kHtmlElements, or a hash of the name
    std::size_t element;  // kHtmlElementCount when the name is not known, or foreign
    HtmlEffect effect;
    HtmlState state;
    Nearest nearest;  // counting this one
    int previous;     // the next outer one of the same key
    bool foreign;
  };

  std::uint32_t traits(const Open& open) const {
    return open.element < kHtmlElementCount ? kHtmlElements[open.element].traits : 0;
  }
  Nearest nearest() const { return open_.empty() ? Nearest{} : open_.back().nearest; }
  int top_of(std::uint64_t key) const;
  void set_top_of(std::uint64_t key, int index);
  void push(std::uint64_t key, std::size_t element, const HtmlEffect& effect, bool foreign);
  void pop();
  void pop_to(int index);
  void remove(int index);
  bool close(std::size_t element, int boundary);
  bool close_deeper(std::size_t element);
  void note_closed(std::uint32_t traits, std::size_t element, bool hidden);
  void end_list_item(std::size_t element, std::size_t other);
  void end_formatting(std::size_t element);

  std::vector<Open> open_;
  std::vector<int> top_of_;                              // by element
  std::unordered_map<std::uint64_t, int> top_of_other_;  // by hash; holds open ones only
  std::vector<std::size_t> deeper_;                      // elements open below the deepest of open_, by element
  std::size_t deeper_total_ = 0;
  bool was_too_deep_ = false;
  HtmlState outside_;
  Closed closed_;
};

}  // namespace postvet
