// What the readers of single documents (Markdown, HTML, plain text) have in common.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/source.h"
#include "read/reader.h"
#include "syntax/front_matter.h"
#include "syntax/html.h"

namespace postvet {

inline constexpr std::size_t kMaxDocumentBytes = std::size_t{64} << 20;

// True when `head` is no text: control characters, or many bytes that are no UTF-8.
bool looks_binary(std::string_view head);

// True when `name` ends in one of the extensions (lower case, with the dot), whatever its case.
bool has_extension(std::string_view name, std::initializer_list<std::string_view> extensions);

// One document that becomes one post. Use: construct, add fields in the order of the document, finish.
// The sink must outlive it.
class DocumentPost {
 public:
  // Begins the record. `document` is taken apart: its text is the record's.
  DocumentPost(const Input& input, const ReadOptions& options, Document document, PostSink& sink);
  DocumentPost(const DocumentPost&) = delete;  // the post is the sink's
  DocumentPost& operator=(const DocumentPost&) = delete;

  Post& post() { return post_; }

  // The decoded document.
  std::string_view text() const { return text_; }

  // A copy that lives as long as the post.
  std::string_view keep(std::string_view text) { return sink_.batch().arena.store(text); }

  // `to_source` of the text is relative to the document from `offset` on. An empty one is left out unless `always`.
  void add_field(std::string_view name, HtmlText text, std::size_t offset = 0, bool always = false);

  // The texts of a page: title, text, hidden, links, media[i].alt, meta.…; its notes go to the sink.
  void add_html(HtmlDocument html, std::size_t offset);

  // Each value as a field; author, bio, role, date and draft as what they say.
  void add_front_matter(const FrontMatter& matter);

  void finish() { sink_.end_record(); }

 private:
  PostSink& sink_;
  std::string_view text_;
  Post& post_;
};

// Opens a file or standard input; a container is an error.
Result<std::unique_ptr<ByteStream>> open_document(Input& input);

// Decodes all of the stream of the input `name`; mends go to the sink. Larger than kMaxDocumentBytes is an error.
Result<Document> read_whole(ByteStream& stream, const std::string& name, PostSink& sink, Encoding fallback);

// Both, for UTF-8.
Result<Document> read_whole(Input& input, PostSink& sink);

}  // namespace postvet
