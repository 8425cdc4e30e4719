// postvet: vets social media content against a social media policy.
#include <unistd.h>

#include "commands.h"
#include "options.h"
#include "process.h"

int main(int argc, char** argv) {
  postvet::prepare_process();
  try {
    postvet::CommandLine line = postvet::parse_command_line(argc, argv, postvet::is_terminal(STDIN_FILENO));
    if (line.options) return postvet::run_command(*line.options);
    postvet::say_raw(line.error);
    return postvet::print_and_exit(line.out, line.status);
  } catch (const std::bad_alloc&) {
    postvet::say_raw("postvet: out of memory\n");
  } catch (...) {  // what it was about may quote a post
    postvet::say_raw("postvet: internal error\n");
  }
  return 2;
}
