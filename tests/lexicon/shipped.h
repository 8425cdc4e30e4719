// The shipped lexicons and the texts of the corpus.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "base/files.h"
#include "lexicon/load.h"
#include "syntax/yaml.h"

namespace postvet_test {

// Name and content of every *.yaml directly in `directory` of the source tree, by name.
inline std::vector<std::pair<std::string, std::string>> yaml_files(const std::string& directory) {
  std::vector<std::pair<std::string, std::string>> files;
  std::string root = postvet::join_path(POSTVET_ROOT, directory);
  auto list = postvet::disk_files().list(root);
  REQUIRE(list);
  for (const postvet::DirectoryEntry& entry : *list) {
    if (entry.kind != postvet::FileKind::regular || !entry.name.ends_with(".yaml")) continue;
    std::string path = postvet::join_path(root, entry.name);
    auto stream = postvet::disk_files().open(path);
    REQUIRE(stream);
    std::string text;
    REQUIRE(postvet::read_all(**stream, postvet::kMaxYamlBytes, text));
    files.emplace_back(directory + "/" + entry.name, std::move(text));
  }
  REQUIRE_FALSE(files.empty());
  return files;
}

inline postvet::Lexicon shipped_lexicon() {
  postvet::LexiconBuilder builder;
  for (const auto& [name, text] : yaml_files("lexicons")) {
    if (auto ok = builder.add_file(text, name); !ok) FAIL(ok.error().where << ": " << ok.error().what);
  }
  builder.add_words(postvet::kOrgOwn, {"New Collaborative Learning Trust", "NCLT"});
  builder.add_words(postvet::kOrgCollege, {"New College Pontefract", "New College Doncaster", "New College Bradford"});
  builder.add_words(postvet::kOrgTown, {"Pontefract", "Doncaster", "Bradford"});
  auto lexicon = builder.build();
  if (!lexicon) FAIL(lexicon.error().where << ": " << lexicon.error().what);
  return std::move(*lexicon);
}

// Every `text` in a document, at whatever depth is written there.
inline void texts_in(const postvet::YamlNode& root, std::vector<std::string>& texts) {
  std::vector<const postvet::YamlNode*> open{&root};
  while (!open.empty()) {
    const postvet::YamlNode* node = open.back();
    open.pop_back();
    for (const postvet::YamlNode& item : node->items) open.push_back(&item);
    for (const auto& [key, value] : node->entries) {
      if (key.text == "text" && value.kind == postvet::YamlNode::Kind::scalar) texts.push_back(value.text);
      open.push_back(&value);
    }
  }
}

inline std::vector<std::string> corpus_texts() {
  std::vector<std::string> texts;
  for (const auto& [name, text] : yaml_files("tests/corpus")) {
    auto root = postvet::parse_yaml(text, name);
    if (!root) FAIL(root.error().where << ": " << root.error().what);
    texts_in(*root, texts);
  }
  return texts;
}

}  // namespace postvet_test
