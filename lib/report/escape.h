// The sinks through which everything that others wrote leaves the program: terminals, CI logs, JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace postvet {

// What becomes of line feeds and tabs.
enum class Breaks : unsigned char { keep, show, space };

// Appends `text` as one may show it in a terminal or a CI log: control characters (C0, DEL, C1), bidi controls,
// zero-width and other invisible characters and the separators U+2028/9 appear as `<U+202E>`, ill-formed bytes as
// `<0xFF>`; line feed and tab as `breaks` says. `##[`, `##vso[` and `##teamcity[`, which some CI services obey anywhere
// in a line, get a space before the bracket. What begins a line is for disarm_lines(), since a line is put together
// from pieces.
void append_shown(std::string& out, std::string_view text, Breaks breaks = Breaks::show);

// Breaks up what a CI service would take for a command at the start of a line (`::`, `section_start:`), blanks in front
// or not, in the lines of `out` from `from`, which must begin a line.
void disarm_lines(std::string& out, std::size_t from = 0);

// Both, for a text that is a line of its own.
std::string shown_line(std::string_view text);

// Appends `text` as a JSON string with its quotes: UTF-8, with control characters, DEL, C1, bidi controls, invisible
// characters and U+2028/9 as \u escapes, ill-formed bytes as U+FFFD; no CI command in it.
void append_json_string(std::string& out, std::string_view text);

// A character that is not shown as it is: a control, a bidi control, invisible, or a line or paragraph separator.
bool is_unshowable(char32_t value);

// Cells of a terminal that append_shown() takes for `value`, with Breaks::space: 0 for combining marks, 2 for wide
// characters and emoji, the length of the escape for what is unshowable, else 1.
std::size_t shown_width(char32_t value);

}  // namespace postvet
