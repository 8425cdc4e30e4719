#include "scan/pipeline.h"

#include "scan/batch_sink.h"

namespace postvet {

Pipeline::Pipeline(const Engine& engine, std::size_t jobs, Deliver deliver)
    : engine_(engine), deliver_(std::move(deliver)), own_(engine) {
  if (jobs < 2) return;
  limit_ = 2 * jobs + 2;
  for (std::size_t i = 0; i < jobs; ++i) threads_.emplace_back([this] { work(); });
}

Pipeline::~Pipeline() {
  {
    std::lock_guard lock(mutex_);
    closing_ = true;
    waiting_.clear();
  }
  to_do_.notify_all();
}

std::unique_ptr<Batch> Pipeline::take() {
  if (spare_.empty()) return std::make_unique<Batch>();
  std::unique_ptr<Batch> batch = std::move(spare_.back());
  spare_.pop_back();
  return batch;
}

bool Pipeline::deliver(Job& job) {
  ++delivered_;
  if (!stopped_ && !deliver_(*job.batch, job.checked)) stopped_ = true;
  recycle(*job.batch);
  spare_.push_back(std::move(job.batch));
  return !stopped_;
}

bool Pipeline::push(std::unique_ptr<Batch> batch, const WorkerOptions& options) {
  if (stopped_) return false;
  Job job{pushed_++, std::move(batch), &options, {}};
  if (threads_.empty()) {
    own_.check(*job.batch, options, job.checked);
    return deliver(job);
  }
  {
    std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(job));
  }
  to_do_.notify_one();
  return deliver_until(limit_);
}

bool Pipeline::drain() { return deliver_until(0); }

bool Pipeline::deliver_until(std::size_t most_under_way) {
  while (pushed_ - delivered_ > most_under_way) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      done_.wait(lock, [&] { return finished_.contains(delivered_); });
      job = std::move(finished_.extract(delivered_).mapped());
    }
    deliver(job);
  }
  return !stopped_;
}

void Pipeline::work() {
  Worker worker(engine_);
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      to_do_.wait(lock, [&] { return closing_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      job = std::move(waiting_.front());
      waiting_.pop_front();
    }
    worker.check(*job.batch, *job.options, job.checked);
    {
      std::lock_guard lock(mutex_);
      std::size_t sequence = job.sequence;
      finished_.emplace(sequence, std::move(job));
    }
    done_.notify_one();
  }
}

}  // namespace postvet
