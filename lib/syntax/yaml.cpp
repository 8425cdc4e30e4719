#include "syntax/yaml.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <sstream>
#include <unordered_set>

#include "base/line_index.h"
#include "base/utf8.h"
#include "syntax/yaml_scalar.h"

namespace postvet {
namespace {

// Thrown through the library's parser, which knows no other way to stop, and caught in parse_yaml.
struct Refusal {
  std::size_t at;
  std::string what;
  std::string hint;
};

// Builds the tree from the library's events.
class TreeBuilder final : public YAML::EventHandler {
 public:
  explicit TreeBuilder(std::size_t size) : size_(size) {}

  YamlNode take_root() { return std::move(root_); }
  std::size_t last_at() const { return last_at_; }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(mark, anchor, YamlNode::Kind::null, {}); }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override { refuse_alias(mark); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_tag(mark, tag);
    add(mark, anchor, YamlNode::Kind::scalar, value);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    refuse_tag(mark, tag);
    open(mark, anchor, YamlNode::Kind::list);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    refuse_tag(mark, tag);
    open(mark, anchor, YamlNode::Kind::map);
  }
  void OnMapEnd() override { close(); }

  void OnAnchor(const YAML::Mark& mark, const std::string& /*name*/) override { refuse_alias(mark); }

 private:
  struct Open {
    YamlNode node;
    std::unordered_set<std::string> keys;
    bool has_key = false;  // the last entry waits for its value
  };

  std::size_t place(const YAML::Mark& mark) {
    last_at_ = mark.pos < 0 ? last_at_ : std::min(static_cast<std::size_t>(mark.pos), size_);
    return last_at_;
  }

  [[noreturn]] void refuse_alias(const YAML::Mark& mark) {
    throw Refusal{place(mark), "anchors and aliases are not allowed", "write the value out where it is used"};
  }

  // The library says "?" for a plain value and "!" for a quoted one.
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    throw Refusal{place(mark), "tags are not allowed", "put quotes around a value that begins with !"};
  }

  YamlNode make(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind) {
    if (anchor != 0) refuse_alias(mark);
    YamlNode node;
    node.kind = kind;
    node.at = place(mark);
    return node;
  }

  bool wants_key() const {
    return !open_.empty() && open_.back().node.kind == YamlNode::Kind::map && !open_.back().has_key;
  }

  void add(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind, const std::string& value) {
    YamlNode node = make(mark, anchor, kind);
    node.text = value;
    attach(std::move(node));
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, YamlNode::Kind kind) {
    YamlNode node = make(mark, anchor, kind);
    if (wants_key()) throw Refusal{node.at, "a key is a list or a map", "keys are words; put quotes around this one"};
    if (open_.size() == kMaxYamlDepth) {
      throw Refusal{node.at, fmt::format("nested deeper than {} levels", kMaxYamlDepth), {}};
    }
    open_.push_back({std::move(node), {}, false});
  }

  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    attach(std::move(node));
  }

  void attach(YamlNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Open& parent = open_.back();
    if (parent.node.kind == YamlNode::Kind::list) {
      parent.node.items.push_back(std::move(node));
    } else if (parent.has_key) {
      parent.node.entries.back().second = std::move(node);
      parent.has_key = false;
    } else {
      if (node.kind == YamlNode::Kind::null) throw Refusal{node.at, "a key is empty or null", "put quotes around it"};
      if (!parent.keys.insert(node.text).second) {
        throw Refusal{node.at, "the same key a second time in one map", "join the two, or remove one"};
      }
      parent.node.entries.emplace_back(std::move(node), YamlNode{});
      parent.has_key = true;
    }
  }

  std::size_t size_;
  std::size_t last_at_ = 0;
  YamlNode root_;
  std::vector<Open> open_;
};

// The first character that YAML forbids; the library takes U+0004 for the end of the file, and what follows would be
// lost.
std::size_t first_forbidden(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t skip = 0;
    std::size_t length = valid_utf8_length(text.substr(at, 4), &skip);
    auto byte = static_cast<unsigned char>(text[at]);
    if (length == 0 || (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F) return at;
    at += length;
  }
  return std::string_view::npos;
}

// True when the quoted scalar at `at` is never closed: the library accepts that and swallows the rest of the file.
bool is_left_open(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return false;
  return quoted_scalar_end(text, at) == std::string_view::npos;
}

// Sets line and column of every node. The explicit stack is bounded by the depth cap and the width of the maps.
void set_lines(YamlNode& root, std::string_view text, const LineIndex& lines) {
  std::vector<YamlNode*> todo{&root};
  while (!todo.empty()) {
    YamlNode& node = *todo.back();
    todo.pop_back();
    if (node.kind == YamlNode::Kind::scalar && is_left_open(text, node.at)) {
      throw Refusal{node.at, "a quotation mark that is never closed", {}};
    }
    LineColumn place = lines.at(node.at);
    node.line = place.line;
    node.column = place.column;
    for (YamlNode& item : node.items) todo.push_back(&item);
    for (auto& [key, value] : node.entries) {
      todo.push_back(&key);
      todo.push_back(&value);
    }
  }
}

}  // namespace

YamlNode::YamlNode() = default;
YamlNode::YamlNode(const YamlNode&) = default;
YamlNode::YamlNode(YamlNode&&) noexcept = default;
YamlNode& YamlNode::operator=(const YamlNode&) = default;
YamlNode& YamlNode::operator=(YamlNode&&) noexcept = default;
YamlNode::~YamlNode() = default;

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& [name, value] : entries) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

Result<YamlNode> parse_yaml(std::string_view text, const std::string& name) {
  if (text.size() > kMaxYamlBytes)
    return fail(fmt::format("larger than the limit of {} MiB", kMaxYamlBytes >> 20), name);
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());

  LineIndex lines(text);
  auto fail_at = [&](std::size_t at, std::string what, std::string hint = {}) {
    LineColumn place = lines.at(at);
    return fail(std::move(what), fmt::format("{}:{}:{}", name, place.line, place.column), std::move(hint));
  };
  if (std::size_t at = first_forbidden(text); at != std::string_view::npos) {
    return fail_at(at, "a control character or a byte that is not UTF-8");
  }

  TreeBuilder builder(text.size());
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    YamlNode root = builder.take_root();
    set_lines(root, text, lines);
    TreeBuilder second(text.size());
    if (parser.HandleNextDocument(second)) {
      return fail_at(second.last_at(), "a second document in one file", "remove the line ---");
    }
    return root;
  } catch (const Refusal& refusal) {
    return fail_at(refusal.at, refusal.what, refusal.hint);
  } catch (const YAML::Exception& error) {
    std::size_t at = error.mark.pos < 0 ? builder.last_at() : static_cast<std::size_t>(error.mark.pos);
    return fail_at(std::min(at, text.size()), fmt::format("not valid YAML: {}", error.msg));
  } catch (const std::exception&) {
    return fail_at(builder.last_at(), "not valid YAML");
  }
}

}  // namespace postvet
