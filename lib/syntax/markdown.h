// Markdown, raw HTML in it included, as its reader sees it.
#pragma once

#include <cstddef>
#include <string_view>

#include "syntax/html.h"

namespace postvet {

inline constexpr std::size_t kMaxMarkdownBytes = std::size_t{512} << 10;
inline constexpr std::size_t kMaxMarkdownColumns = 128;

// Reads CommonMark with tables: rendered to HTML, which is read by read_html(), so that a `<div hidden>` hides the
// Markdown inside it. Positions are bytes of `markdown`, which is valid UTF-8.
// What would cost more than time linear in the input is read in another way, and a note says so: over
// kMaxMarkdownBytes, or when rendering makes much more of it than it is (one reference used very often), it is plain
// text, of which every byte is the body; with more than kMaxMarkdownColumns in a row of a table there are no tables.
HtmlDocument read_markdown(std::string_view markdown);

}  // namespace postvet
