#include "process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include "report/escape.h"

namespace postvet {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

}  // namespace

void prepare_process() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) continue;
    // The lowest free descriptor is this one.
    if (::open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY) != descriptor) std::_Exit(2);
  }
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
}

bool in_ci() {
  for (const char* name : {"CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION", "GITLAB_CI"}) {
    if (!environment(name).empty()) return true;
  }
  return false;
}

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

bool wants_colour(ColourChoice choice, int descriptor) {
  if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
  if (!environment("NO_COLOR").empty()) return false;
  if (std::string_view force = environment("CLICOLOR_FORCE"); !force.empty() && force != "0") return true;
  if (environment("CLICOLOR") == "0") return false;
  return is_terminal(descriptor) && environment("TERM") != "dumb";
}

Result<std::size_t> StdinStream::read(char* to, std::size_t size) {
  for (;;) {
    ssize_t count = ::read(STDIN_FILENO, to, size);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) return fail("the standard input cannot be read");
  }
}

void say_raw(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    ssize_t count = ::write(STDERR_FILENO, text.data() + at, text.size() - at);
    if (count < 0 && errno != EINTR) return;  // there is nobody left to tell
    if (count > 0) at += static_cast<std::size_t>(count);
  }
}

void say(const std::string& line) { say_raw(shown_line(line) + "\n"); }

void complain(const std::string& line) { say("postvet: " + line); }

void complain(const Error& error) {
  complain((error.where.empty() ? "" : error.where + ": ") + error.what +
           (error.hint.empty() ? "" : "; " + error.hint));
}

}  // namespace postvet
