#include "corpus/harness.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace postvet_test {
namespace {

using namespace postvet;

std::string place_name(std::string_view entry, std::string_view post, std::string_view field) {
  return fmt::format("{}\n{}\n{}", entry, post, field);
}

}  // namespace

std::pair<std::string, std::string> report(const Files& files, const RunOptions& options, std::string_view format) {
  std::string out;
  std::string messages;
  for (const ReporterSpec* spec : all_reporters()) {
    if (spec->name != format) continue;
    run_check(
        shipped_engine(), files, options, *spec, {},
        [&](std::string_view bytes) {
          out += bytes;
          return true;
        },
        [&](const std::string& message) { messages += message + "\n"; });
  }
  REQUIRE_FALSE(out.empty());
  return {out, messages};
}

Texts texts_of(const Files& files, const std::string& path) {
  RunOptions options;
  options.paths = {path};
  std::string lines;
  run_read(
      files, options,
      [&](std::string_view bytes) {
        lines += bytes;
        return true;
      },
      [](const std::string&) {});
  Texts texts;
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = lines.find('\n', begin);
    auto post = nlohmann::json::parse(lines.substr(begin, end - begin));
    begin = end + 1;
    auto keep = [&](const std::string& field, const nlohmann::json& text) {
      if (!text.is_string()) return;
      const auto& source = post["source"];
      texts.emplace(place_name(source.value("entry", ""), post.value("id", ""), field),
                    PlacedText{source.value("start", std::uint64_t{0}), text});
    };
    for (const char* field : {"title", "text"}) {
      if (post.contains(field)) keep(field, post[field]);
    }
    if (post.contains("fields")) {
      for (const auto& [field, text] : post["fields"].items()) keep(field, text);
    }
    for (std::size_t i = 0; post.contains("media") && i < post["media"].size(); ++i) {
      if (post["media"][i].contains("alt")) keep(fmt::format("media[{}].alt", i), post["media"][i]["alt"]);
    }
  }
  return texts;
}

std::string found_text(const Texts& texts, const ReportedFinding& finding) {
  constexpr std::uint64_t kFar = std::uint64_t{1} << 62;
  if (!finding.span) return {};
  auto [begin, end] = texts.equal_range(place_name(finding.entry, finding.post, finding.field));
  std::uint64_t at = finding.source ? finding.source->begin : 0;
  // The post that begins last before the place; a title may stand before the text, which gives a post its place.
  auto distance = [&](const PlacedText& text) {
    return at >= text.post_begin ? at - text.post_begin : kFar + text.post_begin - at;
  };
  auto nearest = std::min_element(
      begin, end, [&](const auto& a, const auto& b) { return distance(a.second) < distance(b.second); });
  if (nearest == end || finding.span->end > nearest->second.text.size()) return {};
  return nearest->second.text.substr(finding.span->begin, finding.span->size());
}

std::string describe(const Texts& texts, const ReportedFinding& finding) {
  std::string terms;
  for (const ReportedEvidence& evidence : finding.evidence) {
    terms += fmt::format(" {}={}", to_name(evidence.role), evidence.term);
  }
  return fmt::format("{} {} {} `{}`{}", finding.rule, to_name(finding.confidence),
                     finding.post.empty() ? "-" : finding.post, found_text(texts, finding), terms);
}

std::string json_string(std::string_view text) {
  return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string to_line(const PostLine& post) {
  nlohmann::json line;
  auto set = [](nlohmann::json& to, const char* key, const std::string& value) {
    if (!value.empty()) to[key] = value;
  };
  set(line, "id", post.id);
  set(line, "kind", post.kind);
  set(line, "platform", post.platform);
  set(line, "title", post.title);
  set(line, "voice", post.voice);
  line["text"] = post.text;
  nlohmann::json author;
  set(author, "role", post.role);
  set(author, "bio", post.bio);
  set(author, "handle", post.handle);
  if (!author.is_null()) line["author"] = author;
  return line.dump() + "\n";
}

std::string root_path(const std::string& path) { return std::string(POSTVET_ROOT) + "/" + path; }

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  INFO(path);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

YamlNode corpus(const std::string& name) {
  auto root = parse_yaml(read_file(root_path("tests/corpus/" + name)), name);
  REQUIRE(root);
  REQUIRE(root->kind == YamlNode::Kind::list);
  return *root;
}

std::string text_of(const YamlNode& map, std::string_view key) {
  const YamlNode* value = map.find(key);
  return value == nullptr ? std::string() : value->text;
}

}  // namespace postvet_test
