// Post lines: the native input, one JSON object a line.
#include "read/post_object.h"
#include "read/reader.h"

namespace postvet {
namespace {

Detection detect(const Probe& probe) {
  Detection detection;
  if (probe.is_container) return detection;
  if (probe.name.ends_with(".jsonl") || probe.name.ends_with(".ndjson")) {
    detection.score = 40;
    detection.reasons.push_back("the name ends as that of JSON Lines");
  }
  std::size_t begin = std::min(probe.head.find_first_not_of(" \t\n"), probe.head.size());
  std::string_view line = probe.head.substr(begin, probe.head.find('\n', begin) - begin);
  if (!line.starts_with('{')) return detection;
  int score = post_object_score(line);
  if (score > 0) {
    detection.score = score;
    detection.reasons.push_back("the first line is a JSON object with a `text`");
  } else if (begin + line.size() == probe.head.size() && line.find("\"text\"") != std::string_view::npos) {
    detection.score = std::max(detection.score, 40);
    detection.reasons.push_back("the first line begins as a JSON object and has a `text`");
  }
  return detection;
}

Result<void> read(Input& input, const ReadOptions& options, PostSink& sink) {
  auto stream = input.open();
  if (!stream) return tl::unexpected(stream.error());
  Source source(**stream);
  LineSplitter splitter(source);
  auto result = read_post_objects(splitter, options, sink);
  sink.repaired(source.repairs());
  return result;
}

}  // namespace

extern const ReaderSpec post_lines{
    .name = "post-lines",
    .summary = "post lines: one JSON object a line, of which only `text` is required",
    .detect = detect,
    .read = read,
};

}  // namespace postvet
