// A draft in plain text.
#include <utility>

#include "read/document_post.h"
#include "read/reader.h"

namespace postvet {
namespace {

constexpr int kByExtension = 20;  // below chat exports, which are .txt as well
constexpr int kByContent = 2;

// Text with a grammar that nobody here reads: taken word for word it would be checked badly and look well checked.
bool is_other_format(const Probe& probe) {
  return probe.head.starts_with("%PDF-") || probe.head.starts_with("{\\rtf") ||
         has_extension(probe.name, {".json", ".js", ".xml", ".yaml", ".yml", ".pdf", ".rtf"});
}

Detection detect(const Probe& probe) {
  Detection detection;
  if (probe.is_container || looks_binary(probe.head) || is_other_format(probe)) return detection;
  if (has_extension(probe.name, {".txt", ".text"})) {
    detection.score = kByExtension;
    detection.reasons.push_back("its name ends in .txt or .text");
  } else {
    detection.score = kByContent;
    detection.reasons.push_back("it is text");
  }
  return detection;
}

Result<void> read(Input& input, const ReadOptions& options, PostSink& sink) {
  auto document = read_whole(input, sink);
  if (!document) return tl::unexpected(document.error());
  DocumentPost draft(input, options, std::move(*document), sink);
  draft.post().platform = Platform::document;
  // What staff have as a text file is the draft of something to be published, so it is held to what a blog is held to.
  draft.post().kind = PostKind::blog;
  HtmlText text;
  text.text = draft.text();
  text.to_source = OffsetMap::copy(text.text.size());
  draft.add_field("text", std::move(text), 0, true);
  draft.finish();
  return {};
}

}  // namespace

extern constinit const ReaderSpec plain_text;
constinit const ReaderSpec plain_text{
    .name = "plain-text",
    .summary = "A draft in plain text (.txt, .text, or any text that nothing else claims)",
    .detect = detect,
    .read = read,
};

}  // namespace postvet
