// Small lexicons out of text, and what a matcher finds with them.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/load.h"
#include "lexicon/matcher.h"
#include "text/prepared.h"

namespace postvet_test {

inline postvet::Lexicon lexicon_of(std::string_view yaml) {
  postvet::LexiconBuilder builder;
  auto read = builder.add_file(yaml, "test.yaml");
  if (!read) FAIL(read.error().where << ": " << read.error().what);
  auto lexicon = builder.build();
  if (!lexicon) FAIL(lexicon.error().where << ": " << lexicon.error().what);
  return std::move(*lexicon);
}

// A matcher with all that one thread needs.
class Finder {
 public:
  explicit Finder(postvet::Lexicon lexicon) : matcher_(std::move(lexicon)), scratch_(matcher_.make_scratch()) {}
  explicit Finder(std::string_view yaml) : Finder(lexicon_of(yaml)) {}

  const postvet::Matcher& matcher() const { return matcher_; }
  const postvet::Prepared& prepared() const { return prepared_; }
  const postvet::FieldHits& hits() const { return hits_; }  // of the last call

  // `text` must live until the next call.
  const postvet::FieldHits& find(std::string_view text, const std::vector<postvet::Zone>& zones = {},
                                 const std::vector<std::uint32_t>& seeds = {}) {
    preparer_.prepare(text, prepared_);
    hits_.clear();
    matcher_.match(prepared_, zones, seeds, *scratch_, hits_);
    return hits_;
  }

  // The text of every entry found, in order.
  std::vector<std::string> found(std::string_view text, const std::vector<postvet::Zone>& zones = {}) {
    std::vector<std::string> list;
    for (const postvet::EntryHit& hit : find(text, zones).entries) list.push_back(words(text, hit.first, hit.last));
    return list;
  }

  // The text of every word or phrase of a class. Needs an anchor nearby.
  std::vector<std::string> of_class(std::string_view text, std::string_view cls) {
    auto id = matcher_.class_id(cls);
    REQUIRE(id);
    std::vector<std::string> list;
    for (const postvet::ClassHit& hit : find(text).classes) {
      if (hit.cls == *id) list.push_back(words(text, hit.first, hit.last));
    }
    return list;
  }

 private:
  std::string words(std::string_view text, std::size_t first, std::size_t last) const {
    postvet::Span span = prepared_.words_in_text(first, last);
    return std::string(text.substr(span.begin, span.size()));
  }

  postvet::Matcher matcher_;
  postvet::Matcher::ScratchPtr scratch_;
  postvet::Preparer preparer_;
  postvet::Prepared prepared_;
  postvet::FieldHits hits_;
};

using Words = std::vector<std::string>;

}  // namespace postvet_test
