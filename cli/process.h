// What the process is to its surroundings: descriptors, terminal, environment.
#pragma once

#include <string>

#include "base/byte_stream.h"
#include "options.h"

namespace postvet {

// Before anything else: descriptors 0 to 2 that are closed are opened on /dev/null (a file opened later would take
// their place and be written to), no core dumps (they would hold personal data), a closed pipe and a full quota are
// errors and no signals.
void prepare_process();

// A CI service runs the program: what it prints may be public.
bool in_ci();

bool is_terminal(int descriptor);

// Whether to colour what goes to `descriptor`: the option, then NO_COLOR, CLICOLOR_FORCE, CLICOLOR, then the terminal.
bool wants_colour(ColourChoice choice, int descriptor);

// Bytes of the standard input.
class StdinStream final : public ByteStream {
 public:
  Result<std::size_t> read(char* to, std::size_t size) override;
};

// Writes a line to the standard error, escaped.
void say(const std::string& line);
// The same with "postvet: " in front.
void complain(const std::string& line);
void complain(const Error& error);
// Writes text that is escaped already.
void say_raw(const std::string& text);

}  // namespace postvet
