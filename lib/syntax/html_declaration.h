// What the first bytes of an HTML document say about it.
#pragma once

#include <cstddef>
#include <string_view>

namespace postvet {

// Browsers look for an encoding in this many bytes (WHATWG HTML, 13.2.3.2).
inline constexpr std::size_t kHtmlCharsetBytes = 1024;

// True when `head` begins with a doctype of HTML or an html element, behind whitespace, comments and an XML
// declaration.
bool begins_as_html(std::string_view head);

// True when a meta element in `head` (raw bytes) names windows-1252 or one of the encodings that the web reads as it
// (iso-8859-1, latin1, us-ascii). A byte order mark outweighs it; who decodes sees to that.
bool declares_windows1252(std::string_view head);

}  // namespace postvet
