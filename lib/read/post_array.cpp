// The objects of post lines as the elements of one JSON array.
#include "read/post_object.h"
#include "read/reader.h"

namespace postvet {
namespace {

Detection detect(const Probe& probe) {
  Detection detection;
  if (probe.is_container) return detection;
  std::size_t begin = probe.head.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos || probe.head[begin] != '[') return detection;
  StringStream stream{std::string(probe.head)};
  Source source(stream);
  ElementSplitter splitter(source, "$[*]");
  SplitRecord first;
  auto more = splitter.next(first);
  if (!more || !*more || !first.problem.empty()) {
    if (probe.name.ends_with(".json")) {
      detection.score = 20;
      detection.reasons.push_back("a JSON array");
    }
    return detection;
  }
  detection.score = post_object_score(first.text);
  if (detection.score > 0) detection.reasons.push_back("a JSON array whose first element is an object with a `text`");
  return detection;
}

Result<void> read(Input& input, const ReadOptions& options, PostSink& sink) {
  auto stream = input.open();
  if (!stream) return tl::unexpected(stream.error());
  Source source(**stream);
  ElementSplitter splitter(source, "$[*]");
  auto result = read_post_objects(splitter, options, sink);
  sink.repaired(source.repairs());
  return result;
}

}  // namespace

extern const ReaderSpec post_array{
    .name = "post-array",
    .summary = "a JSON array of the objects that post lines hold",
    .detect = detect,
    .read = read,
};

}  // namespace postvet
