#include "syntax/html_tree.h"

#include <doctest/doctest.h>

#include <string_view>

using postvet::find_html_element;
using postvet::HtmlEffect;
using postvet::HtmlTree;

namespace {

void open(HtmlTree& tree, std::string_view name, bool hidden = false) {
  HtmlEffect effect;
  if (hidden) {
    effect.not_shown = "hidden";
    effect.number = 7;
  }
  std::size_t element = find_html_element(name);
  tree.before_start(element);
  tree.start(element, name, effect);
}

void close(HtmlTree& tree, std::string_view name) { tree.end(find_html_element(name), name); }

bool hides(const HtmlTree& tree) { return tree.state().hidden().number != 0; }

}  // namespace

TEST_CASE("elements are sorted and found") {
  for (std::size_t i = 0; i < postvet::kHtmlElementCount; ++i) {
    CHECK(find_html_element(postvet::kHtmlElements[i].name) == i);
  }
  CHECK(find_html_element("nothing") == postvet::kHtmlElementCount);
  CHECK(find_html_element("") == postvet::kHtmlElementCount);
}

TEST_CASE("an end tag reaches as far as its scope") {
  HtmlTree tree;
  open(tree, "p", true);
  open(tree, "object");
  close(tree, "p");  // the p is outside of the object
  CHECK(hides(tree));
  close(tree, "object");
  CHECK(hides(tree));
  close(tree, "p");
  CHECK_FALSE(hides(tree));
  CHECK(tree.take_closed().shown_newlines == 0);
}

TEST_CASE("the depth that is kept exactly, and what lies below") {
  HtmlTree tree;
  for (std::size_t i = 0; i + 1 < postvet::kMaxHtmlDepth; ++i) open(tree, "div");
  open(tree, "div", true);
  CHECK_FALSE(tree.was_too_deep());
  CHECK(hides(tree));
  close(tree, "div");
  CHECK_FALSE(hides(tree));

  open(tree, "div");
  open(tree, "div", true);  // one too many
  CHECK(tree.was_too_deep());
  CHECK_FALSE(hides(tree));
  open(tree, "section");
  close(tree, "section");
  close(tree, "div");
  for (std::size_t i = 0; i < postvet::kMaxHtmlDepth; ++i) {
    CHECK(tree.is_open(find_html_element("div")));
    close(tree, "div");
  }
  CHECK_FALSE(tree.is_open(find_html_element("div")));
}

TEST_CASE("names that are not known open and close") {
  HtmlTree tree;
  open(tree, "x-box", true);
  CHECK(hides(tree));
  close(tree, "x-bag");
  CHECK(hides(tree));
  open(tree, "div");
  close(tree, "x-box");  // not through a block
  CHECK(hides(tree));
  close(tree, "div");
  close(tree, "x-box");
  CHECK_FALSE(hides(tree));
}
