#include "syntax/html_tree.h"

#include <algorithm>

#include "base/hash.h"

namespace postvet {
namespace {

constexpr std::uint64_t kHashed = std::uint64_t{1} << 63;  // keys of names that are not known, or foreign

std::uint64_t hashed_key(std::string_view name) { return hash64(name) | kHashed; }

// Indices of the elements that have rules of their own.
struct Known {
  std::size_t a = find_html_element("a");
  std::size_t address = find_html_element("address");
  std::size_t button = find_html_element("button");
  std::size_t dd = find_html_element("dd");
  std::size_t desc = find_html_element("desc");
  std::size_t div = find_html_element("div");
  std::size_t dt = find_html_element("dt");
  std::size_t foreign_object = find_html_element("foreignobject");
  std::size_t li = find_html_element("li");
  std::size_t math = find_html_element("math");
  std::size_t ol = find_html_element("ol");
  std::size_t optgroup = find_html_element("optgroup");
  std::size_t option = find_html_element("option");
  std::size_t p = find_html_element("p");
  std::size_t svg = find_html_element("svg");
  std::size_t table = find_html_element("table");
  std::size_t tbody = find_html_element("tbody");
  std::size_t td = find_html_element("td");
  std::size_t template_ = find_html_element("template");
  std::size_t tfoot = find_html_element("tfoot");
  std::size_t th = find_html_element("th");
  std::size_t thead = find_html_element("thead");
  std::size_t tr = find_html_element("tr");
  std::size_t ul = find_html_element("ul");
  std::size_t caption = find_html_element("caption");
};

const Known& known() {
  static const Known kKnown;
  return kKnown;
}

bool is_section(std::size_t element) {
  return element == known().tbody || element == known().thead || element == known().tfoot;
}
bool is_cell(std::size_t element) { return element == known().td || element == known().th; }
bool is_in_table(std::size_t element) {
  return is_section(element) || is_cell(element) || element == known().tr || element == known().caption;
}

}  // namespace

HtmlTree::HtmlTree() : top_of_(kHtmlElementCount + 1, -1), deeper_(kHtmlElementCount + 1, 0) {
  open_.reserve(kMaxHtmlDepth);
}

int HtmlTree::top_of(std::uint64_t key) const {
  if ((key & kHashed) == 0) return top_of_[key];
  auto found = top_of_other_.find(key);
  return found == top_of_other_.end() ? -1 : found->second;
}

void HtmlTree::set_top_of(std::uint64_t key, int index) {
  if ((key & kHashed) == 0) {
    top_of_[key] = index;
  } else if (index < 0) {
    top_of_other_.erase(key);
  } else {
    top_of_other_[key] = index;
  }
}

const HtmlState& HtmlTree::state_for(std::size_t element) const {
  if (open_.empty()) return outside_;
  const Open& top = open_.back();
  bool falls_out = (traits(top) & kHtmlTablePart) != 0 && deeper_total_ == 0 && !is_in_table(element);
  if (!falls_out) return top.state;
  int table = top_of_[known().table];
  return table > 0 ? open_[static_cast<std::size_t>(table) - 1].state : table == 0 ? outside_ : top.state;
}

void HtmlTree::push(std::uint64_t key, std::size_t element, const HtmlEffect& effect, bool foreign) {
  Open open{key, element, effect, html_state_inside(state_for(element), effect), nearest(), top_of(key), foreign};
  int index = static_cast<int>(open_.size());
  std::uint32_t traits_of = traits(open);
  if (element == known().foreign_object || element == known().desc) traits_of |= kHtmlScope | kHtmlSpecial;
  if ((traits_of & kHtmlScope) != 0) open.nearest.scope = open.nearest.button_scope = index;
  if (element == known().button) open.nearest.button_scope = index;
  if ((traits_of & kHtmlTableScope) != 0) open.nearest.table_scope = index;
  if ((traits_of & kHtmlSpecial) != 0) open.nearest.special = index;
  set_top_of(key, index);
  open_.push_back(open);
}

void HtmlTree::note_closed(std::uint32_t traits_of, std::size_t element, bool hidden) {
  std::size_t newlines = (traits_of & kHtmlBlock) != 0 ? 2 : (traits_of & kHtmlLine) != 0 ? 1 : 0;
  // A list in an item of another one is no paragraph.
  if ((element == known().ul || element == known().ol) && top_of_[known().li] >= 0) newlines = 1;
  std::size_t& sum = hidden ? closed_.hidden_newlines : closed_.shown_newlines;
  sum = std::max(sum, newlines);
  if (element == known().a) closed_.link = true;
  if (element == known().li) closed_.item = true;
}

HtmlTree::Closed HtmlTree::take_closed() {
  Closed closed = closed_;
  closed_ = {};
  return closed;
}

void HtmlTree::pop() {
  const Open& top = open_.back();
  std::uint64_t key = top.key;
  int previous = top.previous;
  std::uint32_t traits_of = traits(top);
  std::size_t element = top.element;
  bool hidden = top.state.hidden().number != 0;
  open_.pop_back();
  set_top_of(key, previous);
  note_closed(traits_of, element, hidden);
}

// Ends the element at `index` and all in it. Formatting elements in it that make text another are opened again behind
// it, as browsers do, but not behind a cell of a table and its like; at most 8, for browsers, too, have a limit.
void HtmlTree::pop_to(int index) {
  constexpr std::size_t kMaxReopened = 8;
  std::vector<Open> again;
  if (deeper_total_ > 0) {
    std::fill(deeper_.begin(), deeper_.end(), 0);
    deeper_total_ = 0;
  }
  while (static_cast<int>(open_.size()) > index) {
    const Open& top = open_.back();
    bool is_last = static_cast<int>(open_.size()) == index + 1;
    if ((traits(top) & (kHtmlScope | kHtmlTableScope)) != 0) again.clear();
    if (!is_last && (traits(top) & kHtmlFormatting) != 0 && top.effect.any() && again.size() < kMaxReopened) {
      again.push_back(top);
    }
    pop();
  }
  for (auto open = again.rbegin(); open != again.rend(); ++open)
    push(open->key, open->element, open->effect, open->foreign);
}

// Takes out the element at `index` and leaves those in it open.
void HtmlTree::remove(int index) {
  std::vector<Open> inner(open_.begin() + index + 1, open_.end());
  Closed before = closed_;
  while (static_cast<int>(open_.size()) > index) pop();
  closed_ = before;
  for (const Open& open : inner) push(open.key, open.element, open.effect, open.foreign);
}

bool HtmlTree::close_deeper(std::size_t element) {
  if (deeper_[element] == 0) return false;
  --deeper_[element];
  --deeper_total_;
  bool is_known = element < kHtmlElementCount;
  note_closed(is_known ? kHtmlElements[element].traits : 0, element, state().hidden().number != 0);
  return true;
}

// Ends the innermost `element` if it is open at `boundary` or inside of it.
bool HtmlTree::close(std::size_t element, int boundary) {
  if (deeper_total_ > 0 && close_deeper(element)) return true;
  int index = top_of_[element];
  if (index < 0 || index < boundary) return false;
  pop_to(index);
  return true;
}

// A new item ends the open one, unless something stands between that is more than a paragraph.
void HtmlTree::end_list_item(std::size_t element, std::size_t other) {
  if (deeper_total_ > 0 && (close_deeper(element) || close_deeper(other))) return;
  for (int i = static_cast<int>(open_.size()) - 1; i >= 0; --i) {
    const Open& open = open_[static_cast<std::size_t>(i)];
    if (open.element == element || open.element == other) return pop_to(i);
    bool passes = open.element == known().address || open.element == known().div || open.element == known().p;
    if (!passes && (traits(open) & kHtmlSpecial) != 0) return;
  }
}

void HtmlTree::before_start(std::size_t element) {
  if (element == kHtmlElementCount) return;
  std::uint32_t traits_of = kHtmlElements[element].traits;
  if ((traits_of & kHtmlBreaksOut) != 0) {
    while (in_foreign()) pop();
  }
  if (in_foreign()) return;
  const Known& is = known();
  if (element == is.li) end_list_item(is.li, is.li);
  if (element == is.dd || element == is.dt) end_list_item(is.dd, is.dt);
  if ((traits_of & kHtmlClosesP) != 0 || element == is.li || element == is.dd || element == is.dt) {
    close(is.p, nearest().button_scope);
  }
  std::size_t top = open_.empty() || deeper_total_ > 0 ? kHtmlElementCount : open_.back().element;
  bool on_heading = top < kHtmlElementCount && (kHtmlElements[top].traits & kHtmlHeading) != 0;
  if ((traits_of & kHtmlHeading) != 0 && on_heading) pop();
  if ((element == is.option || element == is.optgroup) && top == is.option) pop();
  if (element == is.optgroup && !open_.empty() && open_.back().element == is.optgroup) pop();
  if (element == is.button) close(is.button, nearest().scope);
  if (element == is.a && top == is.a) pop_to(static_cast<int>(open_.size()) - 1);
  if (is_in_table(element)) {
    close(is.td, nearest().table_scope);
    close(is.th, nearest().table_scope);
    close(is.caption, nearest().table_scope);
    if (!is_cell(element)) close(is.tr, nearest().table_scope);
    if (is_section(element) || element == is.caption) {
      for (std::size_t section : {is.tbody, is.thead, is.tfoot}) close(section, nearest().table_scope);
    }
  }
}

void HtmlTree::start(std::size_t element, std::string_view name, const HtmlEffect& effect) {
  if (open_.size() >= kMaxHtmlDepth) {
    was_too_deep_ = true;
    ++deeper_[element];
    ++deeper_total_;
    return;
  }
  const Known& is = known();
  bool is_root = element == is.svg || element == is.math;
  bool is_way_back = in_foreign() && (element == is.foreign_object || element == is.desc);
  bool foreign = is_root || (in_foreign() && !is_way_back);
  bool is_plain = element < kHtmlElementCount && (!foreign || is_root);
  push(is_plain ? element : hashed_key(name), is_plain ? element : kHtmlElementCount, effect, foreign);
}

// The adoption agency, as far as it decides what is hidden: blocks in a formatting element outlive it.
void HtmlTree::end_formatting(std::size_t element) {
  if (deeper_total_ > 0 && close_deeper(element)) return;
  int index = top_of_[element];
  if (index < 0 || index < nearest().scope) return;
  if (nearest().special > index) {
    remove(index);
    note_closed(0, element, false);
  } else {
    pop_to(index);
  }
}

void HtmlTree::end(std::size_t element, std::string_view name) {
  const Known& is = known();
  if (in_foreign() || element == kHtmlElementCount) {
    std::uint64_t key = hashed_key(name);
    if (element == kHtmlElementCount && deeper_total_ > 0 && close_deeper(element)) return;
    int index = top_of(key);
    if (index >= 0 && index >= nearest().special) return pop_to(index);
    if (element == kHtmlElementCount) return;
  }
  std::uint32_t traits_of = kHtmlElements[element].traits;
  if ((traits_of & kHtmlFormatting) != 0) return end_formatting(element);
  if (element == is.p) {
    if (!close(element, nearest().button_scope)) note_closed(traits_of, element, state().hidden().number != 0);
  } else if (element == is.li) {
    close(element, std::max({nearest().scope, top_of_[is.ul], top_of_[is.ol]}));
  } else if (element == is.template_) {
    close(element, -1);
  } else if (is_in_table(element) || element == is.table) {
    close(element, nearest().table_scope);
  } else if ((traits_of & kHtmlHeading) != 0) {
    std::size_t innermost = element;
    for (std::size_t i = 0; i < kHtmlElementCount; ++i) {
      bool is_heading = (kHtmlElements[i].traits & kHtmlHeading) != 0;
      if (is_heading && (deeper_[i] > 0 || (deeper_[innermost] == 0 && top_of_[i] > top_of_[innermost]))) innermost = i;
    }
    close(innermost, nearest().scope);
  } else if ((traits_of & kHtmlSpecial) != 0) {
    close(element, nearest().scope);
  } else {
    close(element, nearest().special);
  }
}

}  // namespace postvet
