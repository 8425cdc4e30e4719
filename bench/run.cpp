// postvet-bench BUILD_DIRECTORY WORK_DIRECTORY [quick]: what checking costs, beside what counting words costs.
//
// Absolute speeds of a shared machine differ by half from run to run, so the two take turns and the medians are set
// against each other. CPU time and peak memory are those of the child process, from the kernel.
#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace postvet::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kRounds = 5;
constexpr int kStarts = 20;

struct Cost {
  double cpu = 0;   // seconds, user and system
  double wall = 0;  // seconds
  double peak = 0;  // MiB
};

// Runs a program with its stdout in `output`. Throws when it cannot be run, or ends with a status above 1.
Cost run(const std::vector<std::string>& command, const std::string& output = "/dev/null") {
  std::vector<char*> argv;
  for (const std::string& argument : command) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  std::string locale = "LC_ALL=C.UTF-8";
  std::string path = "PATH=/usr/bin:/bin";
  char* environment[] = {locale.data(), path.data(), nullptr};

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  const auto begin = std::chrono::steady_clock::now();
  pid_t pid = 0;
  const int failed = posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environment);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error(command[0] + " cannot be run");

  int status = 0;
  rusage usage{};
  wait4(pid, &status, 0, &usage);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) throw std::runtime_error(command[0] + " failed");
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return {seconds(usage.ru_utime) + seconds(usage.ru_stime), wall.count(), static_cast<double>(usage.ru_maxrss) / 1024};
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

class Bench {
 public:
  Bench(fs::path build, fs::path work, bool quick) : build_(std::move(build)), work_(std::move(work)), quick_(quick) {}

  void print() {
    fs::create_directories(work_);
    const int large = quick_ ? 5 : 50;
    fmt::print("{} MB of post lines, one thread, medians of {} rounds in turn\n\n", large, kRounds);
    fmt::print("{:>7}  {:>9}  {:>11}  {:>6}  {:>15}\n", "hits", "wc -w", "postvet", "ratio", "lowest, highest");
    for (const int hits : {0, 9, 20}) print_ratio(posts(large, hits), hits);
    print_memory(posts(5, 9), 5);
    if (!quick_) print_memory(posts(large, 9), large);
    print_start();
  }

 private:
  std::vector<std::string> check(const fs::path& input) const {
    return {build_ / "postvet", "check", "--no-config", "--jobs", "1", "--format", "jsonl", input};
  }

  // Made anew each time, as the generator may have changed.
  fs::path posts(int megabytes, int hits) const {
    fs::path path = work_ / fmt::format("posts-{}mb-{}.jsonl", megabytes, hits);
    run({build_ / "bench/postvet-bench-generate", std::to_string(megabytes * 1'000'000), std::to_string(hits), "1"},
        path);
    return path;
  }

  void print_ratio(const fs::path& input, int hits) const {
    std::vector<double> words;
    std::vector<double> checks;
    std::vector<double> ratios;
    for (int round = 0; round < kRounds; ++round) {
      words.push_back(run({"wc", "-w", input}).cpu);
      checks.push_back(run(check(input)).cpu);
      ratios.push_back(checks.back() / words.back());
    }
    const auto [lowest, highest] = std::minmax_element(ratios.begin(), ratios.end());
    fmt::print("{:>5} %  {:>7.3f} s  {:>9.3f} s  {:>6.2f}  {:>8.2f}, {:.2f}\n", hits, median(words), median(checks),
               median(checks) / median(words), *lowest, *highest);
    std::fflush(stdout);
  }

  void print_memory(const fs::path& input, int megabytes) const {
    fmt::print("\npeak memory, {:>2} MB  {:.1f} MiB", megabytes, run(check(input)).peak);
  }

  void print_start() const {
    const fs::path draft = work_ / "draft.md";
    {
      std::ofstream file(draft);
      file << "# A walk to Malham\n\n";
      for (int i = 0; i < 12; ++i)
        file << "We took the early train, and it rained until the beck came over the path.\n\n";
    }
    std::vector<double> walls;
    for (int i = 0; i < kStarts; ++i) walls.push_back(run(check(draft)).wall);
    fmt::print("\n1 KB draft          {:.1f} ms of wall time, median of {}\n", median(walls) * 1000, kStarts);
  }

  fs::path build_;
  fs::path work_;
  bool quick_;
};

}  // namespace
}  // namespace postvet::bench

int main(int argc, char** argv) {
  const bool quick = argc == 4 && std::string_view(argv[3]) == "quick";
  if (argc != 3 && !quick) {
    std::fputs("usage: postvet-bench BUILD_DIRECTORY WORK_DIRECTORY [quick]\n", stderr);
    return 2;
  }
  try {
    postvet::bench::Bench(argv[1], argv[2], quick).print();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "\nbench: %s\n", error.what());
    return 2;
  }
}
