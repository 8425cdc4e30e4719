// Ordinary texts of a college give no finding, whatever words they hold.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "corpus/harness.h"

using namespace postvet;
using namespace postvet_test;

namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80 || c == '\'') {
      word.push_back(static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte));
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

bool is_function_word(const std::string& word) {
  static constexpr std::array<std::string_view, 60> kWords{
      "a",     "an",    "the",   "and",    "or",  "but",  "if",    "then", "than",  "that",   "this",  "these",
      "those", "of",    "in",    "on",     "at",  "to",   "for",   "from", "by",    "with",   "about", "into",
      "over",  "under", "after", "before", "as",  "is",   "are",   "was",  "were",  "be",     "been",  "has",
      "have",  "had",   "do",    "does",   "did", "will", "would", "can",  "could", "should", "not",   "no",
      "i",     "you",   "he",    "she",    "it",  "we",   "they",  "my",   "your",  "our",    "their", "who"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::string first_words(const std::string& text, std::size_t count) {
  std::vector<std::string> words = words_of(text);
  std::string front;
  for (std::size_t i = 0; i < words.size() && i < count; ++i) front += words[i] + " ";
  return front;
}

// The function words of the first sentence in their order; nothing when they are too few to make a frame.
std::string frame_of(const std::string& text) {
  constexpr std::size_t kFew = 4;
  std::string frame;
  std::size_t count = 0;
  for (const std::string& word : words_of(text.substr(0, text.find_first_of(".!?")))) {
    if (!is_function_word(word)) continue;
    frame += word + " ";
    ++count;
  }
  return count < kFew ? std::string() : frame;
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

std::vector<std::string> quoted_words(const std::string& trap) {
  std::vector<std::string> words;
  for (std::size_t begin = trap.find('"'); begin != std::string::npos;) {
    std::size_t end = trap.find('"', begin + 1);
    if (end == std::string::npos) break;
    words.push_back(trap.substr(begin + 1, end - begin - 1));
    begin = trap.find('"', end + 1);
  }
  return words;
}

std::string collapsed(const std::string& text) {
  std::string out;
  for (char c : text) {
    bool space = c == ' ' || c == '\n';
    if (!space || out.empty() || out.back() != ' ') out.push_back(space ? ' ' : c);
  }
  return out;
}

}  // namespace

TEST_CASE("ordinary texts give no finding") {
  YamlNode entries = corpus("ordinary.yaml");
  std::string lines;
  for (const YamlNode& entry : entries.items) {
    PostLine post;
    post.id = text_of(entry, "id");
    post.kind = text_of(entry, "kind");
    post.platform = text_of(entry, "platform");
    post.role = text_of(entry, "role");
    post.title = text_of(entry, "title");
    post.text = text_of(entry, "text");
    lines += to_line(post);
  }
  MemoryFiles files;
  files.add("ordinary.jsonl", lines);
  Texts texts = texts_of(files, "ordinary.jsonl");
  Outcome outcome = check(files, {"ordinary.jsonl"});
  CHECK(outcome.result.summary.posts.checked == entries.items.size());
  for (const ReportedFinding& finding : outcome.findings) FAIL_CHECK(describe(texts, finding));
}

TEST_CASE("the ordinary texts are many, long enough, and hold what they are there for") {
  YamlNode entries = corpus("ordinary.yaml");
  CHECK(entries.items.size() >= 150);
  std::size_t paragraphs = 0;
  std::map<std::string, std::size_t> fronts;
  std::map<std::string, std::size_t> frames;
  std::map<std::string, std::size_t> ids;
  for (const YamlNode& entry : entries.items) {
    std::string id = text_of(entry, "id");
    std::string text = text_of(entry, "text");
    INFO(id);
    CHECK_FALSE(text.empty());
    CHECK(++ids[id] == 1);
    if (words_of(text).size() > 60) ++paragraphs;
    CHECK(++fronts[first_words(text, 4)] <= 4);
    if (std::string frame = frame_of(text); !frame.empty()) CHECK(++frames[frame] <= 4);
    std::vector<std::string> traps = quoted_words(text_of(entry, "trap"));
    CHECK_FALSE(traps.empty());
    std::string whole = lower(collapsed(text_of(entry, "title") + " " + text));
    for (const std::string& trap : traps) {
      INFO(trap);
      CHECK(whole.find(lower(collapsed(trap))) != std::string::npos);
    }
  }
  CHECK(paragraphs >= 40);
}

TEST_CASE("the tests of the corpus can tell") {
  CHECK(first_words("The cat, is on it", 4) == "the cat is on ");
  CHECK(frame_of("The cat is on the mat. Yes it is.") == "the is on the ");
  CHECK(frame_of("The cat is asleep.").empty());
  CHECK(frame_of("The cat is on a mat.") != frame_of("The cat is on the mat."));
  CHECK(quoted_words("'\"a b\" and \"c\" alone") == std::vector<std::string>{"a b", "c"});
  CHECK(quoted_words("nothing").empty());
  Outcome outcome = check_text("a.jsonl", to_line({.id = "a", .text = "Ring me on 07482 615093, you pathetic idiot."}));
  CHECK(outcome.findings.size() >= 2);
}
