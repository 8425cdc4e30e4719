// What an HTML document or fragment says, and what of it a reader of the page sees.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/html_text.h"

namespace postvet {

inline constexpr std::size_t kMaxHtmlAlts = 1024;

// All texts have positions in the bytes that were read.
struct HtmlDocument {
  // The text of the page. Blocks are parted by an empty line, rows and items by a line end ("\n- " before an item),
  // cells by " | "; whitespace is collapsed except in pre. Hidden text that stands between blocks is here, too, as a
  // paragraph of its own in a zone `hidden`. Scripts and style sheets are left out.
  HtmlText body;

  // Hidden text that stands in the middle of a visible paragraph, where it would break up what a reader sees as one
  // word or sentence: each a paragraph in a zone `hidden`.
  HtmlText hidden;

  HtmlText title;              // of the first title element
  HtmlText author;             // meta name=author
  HtmlText description;        // meta name=description
  HtmlText links;              // targets of links, a line each, in zones `url`; without those that the link's text says
  std::vector<HtmlText> alts;  // of images, in order; the last of kMaxHtmlAlts holds those of all that follow
  bool is_article = false;     // says so itself: og:type, an article element, a class h-entry

  // What could not be read as usual, for a person.
  std::vector<std::string> notes;
};

// `html` is valid UTF-8. Linear in its size, and no input fails.
HtmlDocument read_html(std::string_view html);

}  // namespace postvet
