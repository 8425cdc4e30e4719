// Batches through workers, and out again in the order in which they came in.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "model/batch.h"
#include "scan/worker.h"

namespace postvet {

// With one job everything happens on the caller's thread; with N, N threads check while the caller reads and delivers.
// Delivery is in order of pushing, on the caller's thread, so that the number of jobs cannot change a byte of output.
// At most 2 N + 2 batches are under way. Used from one thread.
class Pipeline {
 public:
  // Takes a checked batch. Returns false to stop.
  using Deliver = std::function<bool(const Batch&, Checked&)>;

  Pipeline(const Engine& engine, std::size_t jobs, Deliver deliver);
  ~Pipeline();
  Pipeline(const Pipeline&) = delete;  // owns threads
  Pipeline& operator=(const Pipeline&) = delete;

  // An empty batch to fill.
  std::unique_ptr<Batch> take();

  // Checks `batch` with `options`, which must stay until it was delivered. May deliver earlier batches. False: stop.
  bool push(std::unique_ptr<Batch> batch, const WorkerOptions& options);

  // Delivers everything that is under way. False: stop.
  bool drain();

  // For what comes after an input.
  Worker& own_worker() { return own_; }

 private:
  struct Job {
    std::size_t sequence = 0;
    std::unique_ptr<Batch> batch;
    const WorkerOptions* options = nullptr;
    Checked checked;
  };

  void work();
  bool deliver(Job& job);
  bool deliver_until(std::size_t most_under_way);

  const Engine& engine_;
  Deliver deliver_;
  Worker own_;
  std::vector<std::unique_ptr<Batch>> spare_;
  bool stopped_ = false;

  std::size_t limit_ = 0;  // batches under way
  std::size_t pushed_ = 0;
  std::size_t delivered_ = 0;
  std::mutex mutex_;  // guards what follows
  std::condition_variable to_do_;
  std::condition_variable done_;
  std::deque<Job> waiting_;
  std::map<std::size_t, Job> finished_;
  bool closing_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace postvet
