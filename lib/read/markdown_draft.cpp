// A blog post or page written in Markdown, with or without front matter.
#include <algorithm>
#include <utility>

#include "read/document_post.h"
#include "read/reader.h"
#include "syntax/front_matter.h"
#include "syntax/markdown.h"

namespace postvet {
namespace {

constexpr int kByExtension = 85;  // above HTML by content: a draft may begin with raw HTML
constexpr int kByFrontMatter = 40;
constexpr int kByFeatures = 15;  // below a .txt that is one

// How many kinds of Markdown's marks there are: headings, fences, links, items.
int count_features(std::string_view text) {
  bool heading = false;
  bool fence = false;
  bool item = false;
  bool link = text.find("](") != std::string_view::npos;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    std::size_t hashes = std::min(line.size(), line.find_first_not_of('#'));
    heading = heading || (hashes >= 1 && hashes <= 6 && line.substr(hashes).starts_with(' '));
    fence = fence || line.starts_with("```") || line.starts_with("~~~");
    item = item || line.starts_with("- ") || line.starts_with("* ");
  }
  return (heading ? 1 : 0) + (fence ? 1 : 0) + (item ? 1 : 0) + (link ? 1 : 0);
}

Detection detect(const Probe& probe) {
  Detection detection;
  if (probe.is_container || looks_binary(probe.head)) return detection;
  if (has_extension(probe.name, {".md", ".markdown"})) {
    detection.score = kByExtension;
    detection.reasons.push_back("its name ends in .md or .markdown");
    return detection;
  }
  FrontMatter matter = read_front_matter(probe.head);
  int features = count_features(probe.head.substr(matter.end));
  if (matter.end > 0) {
    detection.score = features > 0 ? kByFrontMatter : kByFeatures;
    detection.reasons.push_back("it begins with front matter");
  } else if (features >= 2) {
    detection.score = kByFeatures;
  }
  if (features > 0 && detection.score > 0)
    detection.reasons.push_back("it has headings, lists, links or code as Markdown writes them");
  return detection;
}

Result<void> read(Input& input, const ReadOptions& options, PostSink& sink) {
  auto document = read_whole(input, sink);
  if (!document) return tl::unexpected(document.error());
  DocumentPost draft(input, options, std::move(*document), sink);
  draft.post().platform = Platform::blog;
  draft.post().kind = PostKind::blog;
  FrontMatter matter = read_front_matter(draft.text());
  draft.add_front_matter(matter);
  draft.add_html(read_markdown(draft.text().substr(matter.end)), matter.end);
  draft.finish();
  return {};
}

}  // namespace

extern constinit const ReaderSpec markdown_draft;
constinit const ReaderSpec markdown_draft{
    .name = "markdown-draft",
    .summary = "A post or page written in Markdown (.md, .markdown), with or without front matter",
    .detect = detect,
    .read = read,
};

}  // namespace postvet
