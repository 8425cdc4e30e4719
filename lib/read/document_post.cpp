#include "read/document_post.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace postvet {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return result;
}

std::string_view begin_document(const Document& document, PostSink& sink) {
  return sink.begin_record(document.text, LineColumn{}, document.map).text;
}

// True when a time of day is followed by Z or an offset as in +01:00.
bool names_zone(std::string_view time) {
  std::size_t day_end = time.find_first_of("Tt ");
  if (day_end == std::string_view::npos) return false;
  return time.ends_with('Z') || time.ends_with('z') || time.find_first_of("+-", day_end) != std::string_view::npos;
}

}  // namespace

bool looks_binary(std::string_view head) {
  std::size_t mended = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    auto byte = static_cast<unsigned char>(head[i]);
    bool is_control = (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\f' && byte != '\r') || byte == 0x7F;
    if (is_control) return true;
    if (head.substr(i, kReplacementUtf8.size()) == kReplacementUtf8) ++mended;
  }
  return mended * 10 > head.size();  // text of another encoding has a few
}

bool has_extension(std::string_view name, std::initializer_list<std::string_view> extensions) {
  std::string tail = lower(name.substr(name.size() - std::min<std::size_t>(name.size(), 16)));
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](std::string_view extension) { return std::string_view(tail).ends_with(extension); });
}

Result<std::unique_ptr<ByteStream>> open_document(Input& input) {
  if (input.is_container()) return fail("a folder or an archive, not a document", input.name());
  return input.open();
}

Result<Document> read_whole(ByteStream& stream, const std::string& name, PostSink& sink, Encoding fallback) {
  auto document = read_document(stream, kMaxDocumentBytes, fallback);
  if (!document) {
    if (document.error().where.empty()) document.error().where = name;
    return document;
  }
  if (document->repairs.any()) sink.repaired(document->repairs);
  return document;
}

Result<Document> read_whole(Input& input, PostSink& sink) {
  auto stream = open_document(input);
  if (!stream) return tl::unexpected(stream.error());
  return read_whole(**stream, input.name(), sink, Encoding::utf8);
}

DocumentPost::DocumentPost(const Input& input, const ReadOptions& options, Document document, PostSink& sink)
    : sink_(sink), text_(begin_document(document, sink)), post_(sink.add_post()) {
  post_.id = keep(input.name());
  post_.is_draft_file = true;
  post_.author.role = options.role;
}

void DocumentPost::add_field(std::string_view name, HtmlText text, std::size_t offset, bool always) {
  if (text.empty() && !always) return;
  Field field;
  field.name = keep(name);
  field.text = keep(text.text);
  field.to_record = offset == 0 ? std::move(text.to_source)
                                : OffsetMap::compose(text.to_source, OffsetMap::copy(text_.size() - offset, offset));
  field.zones = std::move(text.zones);
  post_.fields.push_back(std::move(field));
}

void DocumentPost::add_html(HtmlDocument html, std::size_t offset) {
  if (!html.author.empty() && post_.author.name.empty()) post_.author.name = keep(html.author.text);
  add_field(post_.field("title") == nullptr ? "title" : "html-title", std::move(html.title), offset);
  add_field("meta.author", std::move(html.author), offset);
  add_field("meta.description", std::move(html.description), offset);
  add_field("text", std::move(html.body), offset, true);
  add_field("hidden", std::move(html.hidden), offset);
  if (!html.links.empty()) html.links.zones = {{{0, html.links.text.size()}, ZoneKind::url, {}}};
  add_field("links", std::move(html.links), offset);
  for (std::size_t i = 0; i < html.alts.size(); ++i) {
    Media image;
    image.type = "image";
    post_.media.push_back(image);
    add_field(fmt::format("media[{}].alt", i), std::move(html.alts[i]), offset);
  }
  for (std::string& note : html.notes) sink_.note(std::move(note));
}

void DocumentPost::add_front_matter(const FrontMatter& matter) {
  if (!matter.note.empty()) sink_.note(matter.note);
  for (const FrontMatterValue& value : matter.values) {
    std::string key = lower(value.key);
    bool is_title = key == "title" && post_.field("title") == nullptr;
    HtmlText text;
    text.text = value.value;
    text.to_source = value.map;
    add_field(is_title ? std::string("title") : "front-matter." + value.key, std::move(text));

    bool names_author = key == "author" || key == "author.name" || key == "authors[0]" || key == "authors[0].name";
    if (names_author && post_.author.name.empty()) post_.author.name = keep(value.value);
    if (key == "bio" || key == "author_bio" || key == "author.bio") post_.author.bio = keep(value.value);
    if (key == "role" || key == "author.role")
      post_.author.role = from_name<Role>(lower(value.value)).value_or(post_.author.role);
    if (key == "date") post_.time = {keep(value.value), names_zone(value.value)};
    if (key == "draft" && lower(value.value) == "true") post_.state = PostState::draft;
  }
}

}  // namespace postvet
