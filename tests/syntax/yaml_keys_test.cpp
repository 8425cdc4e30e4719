#include "syntax/yaml_keys.h"

#include <doctest/doctest.h>

#include <utility>

namespace postvet {
namespace {

const StrictYaml kYaml("p.yaml");

YamlNode tree(std::string_view text) {
  auto node = parse_yaml(text, "p.yaml");
  REQUIRE(node);
  return std::move(*node);
}

TEST_CASE("the nearest name is near") {
  constexpr std::string_view kKnown[] = {"severity", "role", "rules", "organisation", "clause"};
  struct Case {
    std::string_view word, near;
  };
  for (const Case& c : {Case{"sverity", "severity"},
                        {"severty", "severity"},
                        {"rle", "role"},
                        {"ruels", "rules"},
                        {"organization", "organisation"},
                        {"clauses", "clause"},
                        // too far, too short, too long
                        {"", ""},
                        {"x", ""},
                        {"ab", ""},
                        {"colour", ""},
                        {"something", ""},
                        {"severe-weather", ""}}) {
    CAPTURE(c.word);
    CHECK(nearest_name(c.word, kKnown) == c.near);
  }
  CHECK(nearest_name(std::string(1 << 20, 'a'), kKnown).empty());
  CHECK(nearest_name("role", {}).empty());
  CHECK(did_you_mean("rle", kKnown) == "did you mean \"role\"?");
  CHECK(did_you_mean("colour", kKnown).empty());
}

TEST_CASE("an unknown key is an error with its place and the nearest key") {
  CHECK(kYaml.keys(tree("name: a\ntown: b\n"), {"name", "town"}));
  CHECK(kYaml.keys(tree("{}"), {"name"}));
  auto wrong = kYaml.keys(tree("name: a\ntwon: b\n"), {"name", "town"});
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().where == "p.yaml:2:1");
  CHECK(wrong.error().what == "unknown key \"twon\"");
  CHECK(wrong.error().hint == "did you mean \"town\"?");
  CHECK_FALSE(kYaml.keys(tree("Name: a\n"), {"name"}));
  CHECK_FALSE(kYaml.keys(tree("[name]"), {"name"}));
  CHECK_FALSE(kYaml.keys(tree("name"), {"name"}));
  CHECK_FALSE(kYaml.keys(tree(""), {"name"}));
}

TEST_CASE("values of the wrong kind are errors") {
  YamlNode map =
      tree("text: a\nlist: [a, b]\nmap: {a: b}\nempty: \"\"\nnothing:\nholes: [a, ]\nnested: [[a]]\ndeep: {a: [b]}\n");
  std::string text = "as it was";
  std::vector<std::string> texts{"as it was"};
  std::vector<std::pair<std::string, std::string>> pairs{{"as", "it was"}};

  CHECK(kYaml.text(nullptr, text));
  CHECK(kYaml.texts(nullptr, texts));
  CHECK(kYaml.pairs(nullptr, pairs));
  CHECK(text == "as it was");
  CHECK(texts == std::vector<std::string>{"as it was"});
  CHECK(pairs.size() == 1);

  CHECK(kYaml.text(map.find("text"), text));
  CHECK(text == "a");
  CHECK(kYaml.texts(map.find("list"), texts));
  CHECK(texts == std::vector<std::string>{"a", "b"});
  CHECK(kYaml.pairs(map.find("map"), pairs));
  CHECK(pairs.front().second == "b");

  for (const char* key : {"list", "map", "empty", "nothing"}) CHECK_FALSE(kYaml.text(map.find(key), text));
  for (const char* key : {"text", "map", "empty", "nothing", "nested"}) CHECK_FALSE(kYaml.texts(map.find(key), texts));
  for (const char* key : {"text", "list", "empty", "nothing", "deep"}) CHECK_FALSE(kYaml.pairs(map.find(key), pairs));

  CHECK(kYaml.require(map, "text"));
  CHECK_FALSE(kYaml.require(map, "txt"));
  CHECK(kYaml.require(map, "txt").error().what == "the key \"txt\" is missing");
}

TEST_CASE("names of the vocabularies, one or many") {
  YamlNode map =
      tree("one: student\nmany: [staff, unknown]\nwrong: studnt\nsome: [staff, studnt]\nnothing:\nlist: [[staff]]\n");
  Role role = Role::official;
  CHECK(kYaml.name(nullptr, role));
  CHECK(role == Role::official);
  CHECK(kYaml.name(map.find("one"), role));
  CHECK(role == Role::student);
  auto wrong = kYaml.name(map.find("wrong"), role);
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().what == "this should be one of unknown, staff, student, contractor, volunteer, official");
  CHECK(wrong.error().hint == "did you mean \"student\"?");
  CHECK(wrong.error().where == "p.yaml:3:8");
  CHECK_FALSE(kYaml.name(map.find("nothing"), role));
  CHECK_FALSE(kYaml.name(map.find("many"), role));

  std::vector<Role> roles;
  CHECK(kYaml.names(map.find("one"), roles));
  CHECK(kYaml.names(map.find("many"), roles));
  CHECK(roles == std::vector<Role>{Role::student, Role::staff, Role::unknown});
  CHECK_FALSE(kYaml.names(map.find("some"), roles));
  CHECK_FALSE(kYaml.names(map.find("nothing"), roles));
  CHECK_FALSE(kYaml.names(map.find("list"), roles));
}

}  // namespace
}  // namespace postvet
