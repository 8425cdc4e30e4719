#include "syntax/markdown.h"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

namespace postvet {
namespace {

// Renders what md4c finds to HTML and keeps where each byte came from. Text that md4c passes on points into the
// source; what it makes up (line ends, spaces of split tabs) and what it copies (targets with escapes) does not.
class Renderer {
 public:
  explicit Renderer(std::string_view markdown)
      : markdown_(markdown), budget_(4 * markdown.size() + (std::size_t{1} << 20)) {}

  // False when it was given up; the output is then of no use.
  bool run(bool tables) {
    MD_PARSER parser{};
    parser.flags = tables ? MD_FLAG_TABLES : 0;
    parser.enter_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* self) {
      return static_cast<Renderer*>(self)->enter_block(type);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* /*detail*/, void* self) {
      return static_cast<Renderer*>(self)->leave_block(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return static_cast<Renderer*>(self)->enter_span(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return static_cast<Renderer*>(self)->leave_span(type, detail);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<Renderer*>(self)->text(type, std::string_view(text, size));
    };
    int status = md_parse(markdown_.data(), static_cast<MD_SIZE>(markdown_.size()), &parser, this);
    return status == 0 && !gave_up_;  // md4c answers 0 to an abort in some places
  }

  const std::string& html() const { return html_; }
  const OffsetMap& map() const { return map_; }

 private:
  // The tags of blocks and spans, as they are opened.
  static std::string_view tag_of(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        return "blockquote";
      case MD_BLOCK_UL:
        return "ul";
      case MD_BLOCK_OL:
        return "ol";
      case MD_BLOCK_LI:
        return "li";
      case MD_BLOCK_H:
        return "h2";
      case MD_BLOCK_CODE:
        return "pre";
      case MD_BLOCK_P:
        return "p";
      case MD_BLOCK_TABLE:
        return "table";
      case MD_BLOCK_THEAD:
        return "thead";
      case MD_BLOCK_TBODY:
        return "tbody";
      case MD_BLOCK_TR:
        return "tr";
      case MD_BLOCK_TH:
        return "th";
      case MD_BLOCK_TD:
        return "td";
      case MD_BLOCK_DOC:
      case MD_BLOCK_HR:
      case MD_BLOCK_HTML:
        break;
    }
    return {};
  }

  static std::string_view tag_of(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_EM:
        return "em";
      case MD_SPAN_STRONG:
        return "strong";
      case MD_SPAN_CODE:
        return "code";
      default:
        return {};
    }
  }

  int enter_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HR) {
      tag("<", "hr");
    } else if (std::string_view name = tag_of(type); !name.empty()) {
      tag("<", name);
      if (type == MD_BLOCK_CODE) made_up("\n");  // HTML drops the first line end of a pre; the code's own one stays
    }
    return spend(1);
  }

  int leave_block(MD_BLOCKTYPE type) {
    if (std::string_view name = tag_of(type); !name.empty()) tag("</", name);
    return spend(1);
  }

  int enter_span(MD_SPANTYPE type, void* /*detail*/) {
    if (type == MD_SPAN_IMG) {
      if (images_++ == 0) made_up("<img alt=\"");
    } else if (images_ > 0) {
      return spend(1);  // in an alt there are words only
    } else if (type == MD_SPAN_A) {
      link_text_begin_ = html_.size();
    } else if (std::string_view name = tag_of(type); !name.empty()) {
      tag("<", name);
    }
    return spend(1);
  }

  int leave_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG) {
      const auto* image = static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
      if (--images_ == 0) made_up("\">");
      if (Span place = target_place(image->src); !place.empty()) at_ = place.end;
      return spend(image->src.size + image->title.size + 1);
    }
    if (type == MD_SPAN_A) {
      const auto* link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
      if (images_ == 0) target(link->href);
      return spend(link->href.size + link->title.size + 1);
    }
    if (std::string_view name = tag_of(type); !name.empty() && images_ == 0) tag("</", name);
    return spend(1);
  }

  int text(MD_TEXTTYPE type, std::string_view text) {
    switch (type) {
      case MD_TEXT_NULLCHAR:
        made_up("\xEF\xBF\xBD");
        break;
      case MD_TEXT_BR:
        made_up(images_ > 0 ? " " : "<br>");
        break;
      case MD_TEXT_SOFTBR:
        made_up("\n");
        break;
      case MD_TEXT_ENTITY:
        raw(text);
        break;
      case MD_TEXT_HTML:
        if (images_ == 0) raw(text);
        break;
      default:
        escaped(text);
        break;
    }
    return spend(text.size() + 1);
  }

  int spend(std::size_t work) {
    if (work > budget_) gave_up_ = true;
    budget_ -= std::min(work, budget_);
    return gave_up_ ? 1 : 0;
  }

  // The offset of text that lies in the source; npos of text that does not.
  std::size_t offset_of(std::string_view text) const {
    std::less<> before;
    const char* begin = markdown_.data();
    const char* end = begin + markdown_.size();
    bool inside = !before(text.data(), begin) && !before(end, text.data() + text.size()) && before(text.data(), end);
    return inside ? static_cast<std::size_t>(text.data() - begin) : std::string_view::npos;
  }

  void tag(std::string_view open, std::string_view name) {
    made_up(open);
    made_up(name);
    made_up(">");
  }

  void made_up(std::string_view text) { piece(text, {at_, at_}); }

  void piece(std::string_view text, Span source) {
    html_.append(text);
    map_.append_piece(text.size(), source);
  }

  void raw(std::string_view text) {
    std::size_t at = offset_of(text);
    if (at == std::string_view::npos || at < at_) return made_up(text);
    html_.append(text);
    map_.append_copy(text.size(), at);
    at_ = at + text.size();
  }

  static std::string_view escape_of(char c) {
    switch (c) {
      case '&':
        return "&amp;";
      case '<':
        return "&lt;";
      case '>':
        return "&gt;";
      case '"':
        return "&quot;";
      default:
        return {};
    }
  }

  void escaped(std::string_view text) {
    std::size_t at = offset_of(text);
    bool placed = at != std::string_view::npos && at >= at_;
    for (std::size_t i = 0; i < text.size();) {
      if (std::string_view escape = escape_of(text[i]); !escape.empty()) {
        if (placed) at_ = at + i + 1;
        piece(escape, placed ? Span{at + i, at + i + 1} : Span{at_, at_});
        ++i;
        continue;
      }
      std::size_t end = std::min(text.size(), text.find_first_of("&<>\"", i));
      raw(text.substr(i, end - i));
      i = end;
    }
  }

  // The target of a link stands behind its text in the source, so that is where it is rendered, as a link without
  // text. One that the text says already is left out.
  void target(const MD_ATTRIBUTE& href) {
    std::string escaped_target;
    for (std::size_t part = 0; href.size > 0 && href.substr_offsets[part] < href.size; ++part) {
      std::string_view text(href.text + href.substr_offsets[part],
                            href.substr_offsets[part + 1] - href.substr_offsets[part]);
      for (char c : text) {
        std::string_view escape = href.substr_types[part] == MD_TEXT_ENTITY ? std::string_view() : escape_of(c);
        escape.empty() ? escaped_target.push_back(c) : static_cast<void>(escaped_target.append(escape));
      }
    }
    std::string_view shown = std::string_view(html_).substr(link_text_begin_);
    std::string_view wanted = escaped_target;
    if (wanted.starts_with("mailto:") && !shown.starts_with("mailto:")) wanted.remove_prefix(7);
    if (shown == wanted) return;

    Span place = target_place(href);
    made_up("<a href=\"");
    if (place.size() == escaped_target.size() && offset_of({href.text, href.size}) == place.begin) {
      raw({href.text, href.size});
    } else {
      piece(escaped_target, place.empty() ? Span{at_, at_} : place);
      at_ = std::max(at_, place.end);
    }
    made_up("\"></a>");
  }

  // Where the target of the link or image lies whose text has just been rendered; empty when that is not between the
  // brackets behind the text: the target of a reference, or an automatic link.
  Span target_place(const MD_ATTRIBUTE& target) {
    constexpr std::size_t kReach = 1024;  // of the marks between the text and its closing bracket
    std::size_t close = markdown_.substr(0, std::min(markdown_.size(), at_ + kReach)).find(']', at_);
    budget_ -= std::min(budget_, kReach / 16);
    if (close == std::string_view::npos || markdown_.substr(close, 2) != "](") return {};
    std::size_t begin = close + 2;
    while (begin < markdown_.size() && (markdown_[begin] == ' ' || markdown_[begin] == '\n')) ++begin;
    if (begin < markdown_.size() && markdown_[begin] == '<') ++begin;
    // Compares with the value, which md4c gives without the backslashes of escapes.
    std::size_t i = begin;
    for (std::size_t read = 0; read < target.size; ++read, ++i) {
      bool is_escape = i + 1 < markdown_.size() && markdown_[i] == '\\' && target.text[read] != '\\';
      bool is_escaped_slash = markdown_.substr(i, 2) == "\\\\";
      if (is_escape || is_escaped_slash) ++i;
      if (i >= markdown_.size() || markdown_[i] != target.text[read]) return {};
    }
    return {begin, i};
  }

  std::string_view markdown_;
  std::size_t budget_;
  bool gave_up_ = false;
  std::size_t at_ = 0;               // behind the last source byte that was rendered
  std::size_t images_ = 0;           // images that are open in one another
  std::size_t link_text_begin_ = 0;  // in the HTML
  std::string html_;
  OffsetMap map_;
};

// True when a line has so many columns that a table of it would cost md4c too much: it is quadratic in them.
bool has_wide_row(std::string_view markdown) {
  while (!markdown.empty()) {
    std::string_view line = markdown.substr(0, markdown.find('\n'));
    markdown.remove_prefix(std::min(markdown.size(), line.size() + 1));
    std::size_t edges = (line.starts_with('|') ? 1u : 0u) + (line.ends_with('|') ? 1u : 0u);
    auto bars = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
    if (bars + 1 > kMaxMarkdownColumns + edges) return true;
  }
  return false;
}

HtmlDocument as_plain_text(std::string_view markdown, std::string why) {
  HtmlDocument document;
  document.body.text = markdown;
  document.body.to_source = OffsetMap::copy(markdown.size());
  document.notes.push_back(std::move(why));
  return document;
}

// The positions of `text` were bytes of the HTML; now they are bytes of what the HTML was rendered from.
void rebase(HtmlText& text, const OffsetMap& rendered) {
  text.to_source = OffsetMap::compose(text.to_source, rendered);
}

}  // namespace

HtmlDocument read_markdown(std::string_view markdown) {
  if (markdown.size() > kMaxMarkdownBytes) {
    return as_plain_text(markdown,
                         fmt::format("read as plain text: Markdown larger than {} KiB", kMaxMarkdownBytes >> 10));
  }
  bool tables = !has_wide_row(markdown);
  Renderer renderer(markdown);
  if (!renderer.run(tables)) {
    return as_plain_text(markdown, "read as plain text: Markdown that becomes much longer when it is rendered");
  }
  HtmlDocument document = read_html(renderer.html());
  for (HtmlText* text :
       {&document.body, &document.hidden, &document.title, &document.author, &document.description, &document.links}) {
    rebase(*text, renderer.map());
  }
  for (HtmlText& alt : document.alts) rebase(alt, renderer.map());
  if (!tables) {
    document.notes.push_back(
        fmt::format("Markdown read without tables: a line has more than {} columns", kMaxMarkdownColumns));
  }
  return document;
}

}  // namespace postvet
