#include "syntax/front_matter.h"

#include <doctest/doctest.h>

#include <string>

#include "syntax/position_property.h"

using postvet::FrontMatter;
using postvet::read_front_matter;
using postvet_test::times;
using postvet_test::traced;

TEST_CASE("front matter gives values with places") {
  const std::string document =
      "---\ntitle: \"My \\\"day\\\" \\u00a35\"\nauthor:\n  name: Jo 'X' Ray\n  bio: 'it''s me'\ntags: [one, two "
      "words]\n"
      "empty:\nnothing: ~\nlong: >\n  folded\n  text\nlast: |\n  keep\n  this\n---\nBody --- here\n";
  FrontMatter matter = read_front_matter(document);
  CHECK(matter.note == "");
  CHECK(document.substr(matter.end) == "Body --- here\n");
  std::string all;
  for (const auto& value : matter.values) {
    all.append(value.key).append("=").append(value.value).append(";");
    CHECK(value.map.size() == value.value.size());
  }
  CHECK(all ==
        "title=My \"day\" \xC2\xA3"
        "5;author.name=Jo 'X' Ray;author.bio=it's me;tags[0]=one;tags[1]=two words;"
        "long=folded text\n;last=keep\nthis\n;");

  auto from = [&](std::string_view key, std::string_view needle) {
    const auto* value = matter.find(key);
    return value == nullptr ? std::string("(none)") : traced(needle, value->value, value->map, document);
  };
  CHECK(from("title", "\"day\" \xC2\xA3") == "\\\"day\\\" \\u00a3");
  CHECK(from("author.name", "'X' Ray") == "'X' Ray");
  CHECK(from("author.bio", "it's") == "it''s");
  CHECK(from("tags[1]", "words") == "words");
  CHECK(from("long", "text") == ">\n  folded\n  text");
  CHECK(from("last", "this") == "this");
  CHECK(matter.find("tags") == nullptr);
}

TEST_CASE("where front matter ends") {
  CHECK(read_front_matter("---\na: b\n---\nx").end == 13);
  CHECK(read_front_matter("---\na: b\n...\nx").end == 13);
  CHECK(read_front_matter("---\na: b\n---  \nx").end == 15);
  CHECK(read_front_matter("---\na: b\n---").end == 12);
  CHECK(read_front_matter("---\n---\nx").end == 8);
}

TEST_CASE("what is no front matter is body") {
  struct Case {
    std::string document;
    std::string note;
  };
  const Case cases[] = {
      {"", ""},
      {"a: b\n---\n", ""},
      {" ---\na: b\n---\n", ""},
      {"----\na: b\n---\n", ""},
      {"--- x\na: b\n---\n", ""},
      {"---\na: b\n", ""},
      {"---\na: b\n--- x\n", ""},
      {"---\nJust a sentence.\n---\n", ""},
      {"---\n- a\n- b\n---\n", ""},
      {"---\na: &x b\nc: *x\n---\n", "front matter read as text: anchors"},
      {"---\na: b\na: c\n---\n", "front matter read as text: the same key"},
      {"---\na: b: c\n---\n", "front matter read as text: not valid YAML"},
      {"---\na: " + std::string(70'000, 'x') + "\n---\n", "does not end within 64 KiB"},
      {"---\n" + times(70'000, "\n") + "\n", "does not end within 64 KiB"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.document.substr(0, 40));
    FrontMatter matter = read_front_matter(test.document);
    CHECK(matter.end == 0);
    CHECK(matter.values.empty());
    CHECK((test.note.empty() ? matter.note.empty() : matter.note.find(test.note) != std::string::npos));
  }
}

TEST_CASE("hostile front matter is read in time") {
  const std::string documents[] = {
      "---\na: " + std::string(65'000, '[') + "\n---\n",
      "---\n" + times(8'000, "'") + ": x\n---\n",
      "---\n" + std::string(30'000, 'k') + ":\n" + times(5'000, "  - a\n") + "---\n",
      "---\na: [" + times(16'000, "b, ") + "]\n---\n",
      "---\na: '" + times(30'000, "''") + "'\n---\n",
      "---\na: |\n" + times(30'000, " \n") + "---\n",
      times(100'000, "---\n"),
  };
  for (const std::string& document : documents) {
    postvet_test::Stopwatch watch;
    FrontMatter matter = read_front_matter(document);
    double seconds = watch.seconds();
    CHECK(matter.end <= document.size());
    if (postvet_test::kTimed) CHECK(seconds < 1.0);
  }
}
