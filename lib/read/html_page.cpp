// A web page, or a post exported or written as HTML.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "read/document_post.h"
#include "read/reader.h"
#include "syntax/html.h"
#include "syntax/html_declaration.h"

namespace postvet {
namespace {

constexpr int kByBoth = 90;
constexpr int kByContent = 80;
constexpr int kByExtension = 70;

Detection detect(const Probe& probe) {
  Detection detection;
  if (probe.is_container || looks_binary(probe.head)) return detection;
  bool by_name = has_extension(probe.name, {".html", ".htm", ".xhtml"});
  bool by_content = begins_as_html(probe.head);
  if (by_name) detection.reasons.push_back("its name ends in .html, .htm or .xhtml");
  if (by_content) detection.reasons.push_back("it begins with a doctype or an html element");
  detection.score = by_name && by_content ? kByBoth : by_content ? kByContent : by_name ? kByExtension : 0;
  return detection;
}

// A stream of which the front has been read already.
class PrefixedStream final : public ByteStream {
 public:
  PrefixedStream(std::string prefix, ByteStream& rest) : prefix_(std::move(prefix)), rest_(rest) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    std::size_t count = prefix_.copy(to, size, at_);
    at_ += count;
    return count > 0 ? Result<std::size_t>(count) : rest_.read(to, size);
  }

 private:
  std::string prefix_;
  std::size_t at_ = 0;
  ByteStream& rest_;
};

// The first bytes of the stream; fewer at its end.
Result<std::string> read_front(ByteStream& stream, std::size_t size) {
  std::string front(size, '\0');
  std::size_t have = 0;
  while (have < size) {
    auto count = stream.read(front.data() + have, size - have);
    if (!count) return tl::unexpected(count.error());
    if (*count == 0) break;
    have += *count;
  }
  front.resize(have);
  return front;
}

Result<Document> read_page(Input& input, PostSink& sink) {
  auto stream = open_document(input);
  if (!stream) return tl::unexpected(stream.error());
  auto front = read_front(**stream, kHtmlCharsetBytes);
  if (!front) return tl::unexpected(front.error());
  Encoding fallback = declares_windows1252(*front) ? Encoding::windows1252 : Encoding::utf8;
  PrefixedStream whole(std::move(*front), **stream);
  return read_whole(whole, input.name(), sink, fallback);
}

Result<void> read(Input& input, const ReadOptions& options, PostSink& sink) {
  auto document = read_page(input, sink);
  if (!document) return tl::unexpected(document.error());
  DocumentPost page(input, options, std::move(*document), sink);
  HtmlDocument html = read_html(page.text());
  page.post().platform = Platform::web;
  page.post().kind = html.is_article ? PostKind::blog : PostKind::page;
  page.add_html(std::move(html), 0);
  page.finish();
  return {};
}

}  // namespace

extern constinit const ReaderSpec html_page;
constinit const ReaderSpec html_page{
    .name = "html-page",
    .summary = "A web page or a post in HTML (.html, .htm, .xhtml)",
    .detect = detect,
    .read = read,
};

}  // namespace postvet
