// The files of an X archive, by name, by manifest and by content.
#pragma once

#include <span>
#include <string_view>

#include "base/entry.h"

namespace postvet {

// words: of the subject, and not read. contacts: ids only. other: nobody's words.
enum class XFile { other, manifest, account, profile, tweets, deleted, notes, messages, likes, contacts, words };

// By the name of a file without `-partN.js`.
XFile x_file_of_stem(std::string_view stem);

// By its name in the manifest's dataTypes.
XFile x_file_of_type(std::string_view name);

// By what it begins with: `window.YTD.direct_messages.part0 = ` holds messages.
XFile x_file_of_assignment(std::string_view head);

// `tweets-part1.js` → `tweets`; empty when it is not a .js.
std::string_view x_stem(std::string_view file);

// `window.YTD.x.part0 = [ ]`
bool is_empty_x_list(std::string_view head);

std::string_view file_of(std::string_view path);
std::string_view directory_of(std::string_view path);  // with its slash, or empty

// Where the .js files lie: the directory of the first whose name tells, at the top of what the entries have in common
// or one folder `data` below. `found` says whether there is one.
std::string_view x_directory(std::span<const EntryInfo> entries, bool& found);

}  // namespace postvet
