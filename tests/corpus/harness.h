// The whole product in one process: the shipped lexicons and policy over files in memory or on disk.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scan/collect_run.h"
#include "syntax/yaml.h"

namespace postvet_test {

// The report in a format ("text", "json", "jsonl") and what is said on stderr.
std::pair<std::string, std::string> report(const postvet::Files& files, const postvet::RunOptions& options,
                                           std::string_view format);

// The texts of the posts that the readers make, by entry, id and field. Posts without an id are told apart by their
// place.
struct PlacedText {
  std::uint64_t post_begin;  // bytes of the file or entry
  std::string text;
};
using Texts = std::multimap<std::string, PlacedText>;
Texts texts_of(const postvet::Files& files, const std::string& path);

// The text that a finding points at; empty when it points at none.
std::string found_text(const Texts& texts, const postvet::ReportedFinding& finding);

// One line that tells of a finding: rule, post, text, entries that decided.
std::string describe(const Texts& texts, const postvet::ReportedFinding& finding);

// A post as a line; empty members are left out.
struct PostLine {
  std::string id = {}, kind = {}, role = {}, platform = {}, title = {}, text = {}, bio = {}, handle = {}, voice = {};
};
std::string to_line(const PostLine& post);

std::string json_string(std::string_view text);

// Paths and files of the sources.
std::string root_path(const std::string& path);
std::string read_file(const std::string& path);

// A document of tests/corpus; fails the test when it cannot be read.
postvet::YamlNode corpus(const std::string& name);

// The text of a key, or nothing.
std::string text_of(const postvet::YamlNode& map, std::string_view key);

}  // namespace postvet_test
