#include "syntax/yaml.h"

#include <doctest/doctest.h>

#include <string>

using postvet::parse_yaml;
using postvet::YamlNode;

TEST_CASE("a tree has kinds, texts, order and places") {
  auto root = parse_yaml(
      "# a comment\n"
      "zebra: [one, \"two\", 'three']\n"
      "apple:\n"
      "  caf\xC3\xA9: null\n"
      "  inner: {x: 1, y: }\n"
      "  \xC3\xA9: \xF0\x9F\x98\x80 tail\n",
      "a.yaml");
  REQUIRE(root.has_value());
  REQUIRE(root->kind == YamlNode::Kind::map);
  REQUIRE(root->entries.size() == 2);
  CHECK(root->entries[0].first.text == "zebra");
  CHECK(root->entries[1].first.text == "apple");
  CHECK(root->entries[1].first.line == 3);

  const YamlNode* list = root->find("zebra");
  REQUIRE(list != nullptr);
  CHECK(list->kind == YamlNode::Kind::list);
  REQUIRE(list->items.size() == 3);
  CHECK(list->items[1].text == "two");
  CHECK(list->items[1].line == 2);
  CHECK(list->items[1].column == 14);  // the quote

  const YamlNode* apple = root->find("apple");
  REQUIRE(apple != nullptr);
  CHECK(apple->entries[0].second.kind == YamlNode::Kind::null);
  CHECK(apple->entries[0].second.column == 9);  // characters, not bytes
  CHECK(apple->find("inner")->find("x")->text == "1");
  CHECK(apple->find("inner")->find("y")->kind == YamlNode::Kind::null);
  CHECK(apple->find("\xC3\xA9")->text == "\xF0\x9F\x98\x80 tail");
  CHECK(apple->find("nothing") == nullptr);
  CHECK(list->find("one") == nullptr);
}

TEST_CASE("an empty document is null, and a byte order mark is not content") {
  CHECK(parse_yaml("", "a")->kind == YamlNode::Kind::null);
  CHECK(parse_yaml("# only\n", "a")->kind == YamlNode::Kind::null);
  CHECK(parse_yaml("\xEF\xBB\xBF"
                   "a: b\n",
                   "a")
            ->find("a")
            ->column == 4);
}

TEST_CASE("what a configuration may not hold is an error with its place") {
  struct Case {
    std::string text;
    std::string where;
    std::string what;
  };
  const Case cases[] = {
      {"a: 1\nb: 2\na: 3\n", "f:3:1", "the same key"},
      {"a:\n  {x: 1, \"x\": 2}\n", "f:2:10", "the same key"},
      {"a: &x 1\n", "f:1:4", "anchors"},
      {"a: 1\nb: *x\n", "f:2:4", "not valid YAML"},
      {"a: 1\n---\nb: 2\n", "f:3:4", "second document"},
      {"? [a]\n: b\n", "f:1:3", "a key is a list"},
      {"~: b\n", "f:1:1", "a key is empty"},
      {"a: b: c\n", "f:1:5", "not valid YAML"},
      {"a: [1, 2\n", "f:2:1", "not valid YAML"},
      {"a: \"open\n", "f:1:4", "never closed"},
      {"a: 'o''pen\nb: c\n", "f:1:4", "never closed"},
      {"a: !custom 1\n", "f:1:4", "tags"},
      {"a: !x [1]\n", "f:1:4", "tags"},
      {"a: 1\n\tb: 2\n", "f:2:1", "not valid YAML"},
      {std::string("a: 1\nb: \x04\nc: 3\n"), "f:2:4", "control character"},
      {"a: \xFF\n", "f:1:4", "control character"},
      {std::string(40, '[') + std::string(40, ']'), "f:1:33", "nested deeper"},
      {std::string(postvet::kMaxYamlBytes + 1, '#'), "f", "larger than"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text.substr(0, 60));
    auto result = parse_yaml(test.text, "f");
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().where == test.where);
    CHECK(result.error().what.find(test.what) != std::string::npos);
  }
}

TEST_CASE("hostile nesting and width end soon") {
  CHECK_FALSE(parse_yaml(std::string(1'000'000, '['), "f").has_value());
  CHECK_FALSE(parse_yaml(std::string(1'000'000, '{'), "f").has_value());
  std::string dashes;
  for (int i = 0; i < 100'000; ++i) dashes += "- ";
  CHECK_FALSE(parse_yaml(dashes, "f").has_value());
  std::string wide;
  for (int i = 0; i < 20'000; ++i) {
    wide += "k";
    wide += std::to_string(i);
    wide += ": v\n";
  }
  auto root = parse_yaml(wide, "f");
  REQUIRE(root.has_value());
  CHECK(root->entries.size() == 20'000);
}
