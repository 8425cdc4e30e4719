#include "layers/layers.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace postvet::layers {
namespace {

using List = std::vector<std::string>;

// Files of lib/ that are tested through others.
const std::vector<Untested> kUntested = {
    {"lib/check/registry.cpp", "an array made of checkers.def; check_specs compares the two"},
    {"lib/read/registry.cpp", "an array made of readers.def; check_specs compares the two"},
    {"lib/report/registry.cpp", "an array made of reporters.def; check_specs compares the two"},
};

Tree read_tree() {
  namespace fs = std::filesystem;
  Tree tree;
  const fs::path root = POSTVET_ROOT;
  for (const char* folder : {"lib", "cli", "tests"}) {
    if (!fs::exists(root / folder)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp" && extension != ".def") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      tree[fs::relative(entry.path(), root).generic_string()] = {std::istreambuf_iterator<char>(file), {}};
    }
  }
  return tree;
}

void expect_none(const List& complaints) {
  for (const std::string& complaint : complaints) FAIL_CHECK(complaint);
}

}  // namespace

TEST_CASE("the tree keeps to the floors") {
  const Tree tree = read_tree();
  REQUIRE(tree.size() > 50);
  expect_none(check_floors(tree));
  expect_none(check_external(tree));
  expect_none(check_cycles(tree));
  expect_none(check_specs(tree));
}

TEST_CASE("every file of the library has its test") { expect_none(check_tests(read_tree(), kUntested)); }

TEST_CASE("check_floors") {
  const auto one = [](const std::string& path, const std::string& header, const std::string& line) {
    return check_floors({{path, line}, {header, ""}});
  };
  SUBCASE("what the picture allows") {
    CHECK(one("lib/read/a.cpp", "lib/syntax/b.h", "#include \"syntax/b.h\"\n").empty());
    CHECK(one("lib/check/a.cpp", "lib/check/b.h", "#include \"check/b.h\"\n").empty());
    CHECK(one("lib/scan/a.h", "lib/report/b.h", "#include \"report/b.h\"\n").empty());
    CHECK(one("cli/a.cpp", "cli/b.h", "#include \"b.h\"\n").empty());
    CHECK(one("lib/lexicon/a.cpp", "lib/syntax/b.h", "#include \"syntax/b.h\"\n").empty());
  }
  SUBCASE("what it does not") {
    CHECK(one("lib/read/a.cpp", "lib/check/b.h", "#include \"check/b.h\"\n") ==
          List{"lib/read/a.cpp: read must not include check (\"check/b.h\")"});
    CHECK(one("lib/report/a.h", "lib/text/b.h", "  #  include \"text/b.h\"").size() == 1);
    CHECK(one("lib/check/a.cpp", "lib/syntax/b.h", "#include \"syntax/b.h\"\n").size() == 1);
    CHECK(one("lib/syntax/a.cpp", "lib/text/b.h", "#include \"text/b.h\"\n").size() == 1);
    CHECK(one("lib/base/a.cpp", "lib/model/b.h", "#include \"model/b.h\"\n").size() == 1);
    CHECK(one("lib/context/a.cpp", "lib/check/b.h", "#include \"check/b.h\"\n").size() == 1);
    CHECK(one("lib/scan/a.cpp", "cli/b.h", "#include \"../../cli/b.h\"\n").size() == 1);
    CHECK(one("lib/odd/a.cpp", "lib/base/b.h", "#include \"base/b.h\"\n") ==
          List{"lib/odd/a.cpp: is on no floor of the picture"});
    CHECK(one("lib/read/a.cpp", "lib/base/b.h", "#include \"base/c.h\"\n") ==
          List{"lib/read/a.cpp: includes \"base/c.h\", which is not in the tree"});
  }
  SUBCASE("comments and literals are no includes") {
    CHECK(one("lib/read/a.cpp", "lib/check/b.h", "// #include \"check/b.h\"\n").empty());
    CHECK(one("lib/read/a.cpp", "lib/check/b.h", "/* \"\n#include \"check/b.h\"\n*/ int a = 1'000;\n").empty());
    CHECK(one("lib/read/a.cpp", "lib/check/b.h", "const char* a = \"/*\";\n#include \"check/b.h\"\n").size() == 1);
    CHECK(one("lib/read/a.cpp", "lib/check/b.h", "auto a = R\"x(\"//)x\"; char b = '\"';\n#include \"check/b.h\"\n")
              .size() == 1);
  }
  SUBCASE("a leaf includes no leaf") {
    const Tree tree = {{"lib/read/a.cpp", "#include \"read/b.h\"\n#include \"read/shared.h\""},
                       {"lib/read/b.cpp", "#include \"read/b.h\"\nextern constinit const ReaderSpec b{};"},
                       {"lib/read/b.h", ""},
                       {"lib/read/shared.h", ""},
                       {"lib/read/shared.cpp", "#include \"read/shared.h\""}};
    CHECK(check_floors(tree) == List{"lib/read/a.cpp: includes \"read/b.h\", a leaf"});
  }
}

TEST_CASE("check_external") {
  struct Case {
    const char* path;
    const char* header;
    bool allowed;
  };
  constexpr Case kCases[] = {
      {"cli/options.cpp", "CLI/CLI.hpp", true},
      {"lib/scan/run.cpp", "CLI/CLI.hpp", false},
      {"lib/syntax/json.cpp", "simdjson.h", true},
      {"lib/read/x.cpp", "simdjson.h", false},
      {"lib/syntax/md.cpp", "md4c.h", true},
      {"lib/read/md.cpp", "md4c-html.h", false},
      {"lib/syntax/zip.cpp", "archive_entry.h", true},
      {"lib/scan/zip.cpp", "archive.h", false},
      {"lib/lexicon/load.cpp", "yaml-cpp/yaml.h", false},
      {"lib/text/pattern.cpp", "re2/re2.h", true},
      {"lib/check/email.cpp", "re2/set.h", false},
      {"lib/lexicon/fold.cpp", "unicode/uchar.h", false},
      {"lib/context/register.cpp", "sodium.h", true},
      {"lib/check/register.cpp", "sodium/utils.h", false},
      {"lib/report/json.cpp", "nlohmann/json.hpp", true},
      {"lib/syntax/json.cpp", "nlohmann/json_fwd.hpp", false},
      {"lib/base/hash.cpp", "xxhash.h", true},
      {"lib/scan/hash.cpp", "xxhash.h", false},
      {"lib/read/a.cpp", "fmt/format.h", true},
      {"lib/read/a.h", "fmt/format.h", false},
      {"cli/main.cpp", "iostream", true},
      {"lib/base/a.cpp", "iostream", false},
      {"lib/base/a.cpp", "string_view", true},
      {"lib/text/a.cpp", "regex", false},
      {"cli/a.cpp", "regex", false},
      {"lib/text/a.cpp", "boost/regex.hpp", false},
      {"lib/syntax/a.cpp", "zlib.h", false},
      {"lib/base/disk.cpp", "sys/stat.h", true},
      {"lib/check/a.cpp", "unistd.h", false},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.path);
    CAPTURE(c.header);
    CHECK(check_external({{c.path, std::string("#include <") + c.header + ">\n"}}).empty() == c.allowed);
  }
  CHECK(check_external({{"lib/read/a.cpp", "#include <simdjson.h>"}}) ==
        List{"lib/read/a.cpp: <simdjson.h> lives in lib/syntax/"});
}

TEST_CASE("check_cycles") {
  CHECK(check_cycles({{"lib/base/a.h", "#include \"base/b.h\""},
                      {"lib/base/a.cpp", "#include \"base/a.h\"\n#include \"base/c.h\""},
                      {"lib/base/b.h", "#include \"base/c.h\""},
                      {"lib/base/c.h", ""}})
            .empty());
  // A header's own .cpp closes the circle.
  CHECK(check_cycles({{"lib/base/a.h", ""},
                      {"lib/base/a.cpp", "#include \"base/b.h\""},
                      {"lib/base/b.h", "#include \"base/c.h\""},
                      {"lib/base/c.h", "#include \"base/a.h\""},
                      {"lib/base/user.cpp", "#include \"base/a.h\""}}) ==
        List{"lib/base/a: a cycle of includes: lib/base/a -> lib/base/b -> lib/base/c -> lib/base/a"});
  CHECK(check_cycles({{"lib/base/a.h", "#include \"base/b.h\""},
                      {"lib/base/b.h", "#include \"base/a.h\""},
                      {"lib/text/c.h", "#include \"text/d.h\""},
                      {"lib/text/d.h", "#include \"text/c.h\""}})
            .size() == 2);
  // registry.cpp and the header of the folder include the .def of a module of another name.
  CHECK(check_cycles({{"lib/read/readers.def", ""}, {"lib/read/readers.h", "#include \"read/readers.def\""}}).empty());
}

TEST_CASE("check_tests") {
  const Tree tree = {
      {"lib/base/a.cpp", ""}, {"lib/base/a.h", ""}, {"lib/base/b.cpp", ""}, {"tests/base/b_test.cpp", ""}};
  CHECK(check_tests(tree, {}) == List{"lib/base/a.cpp: has no tests/base/a_test.cpp"});
  CHECK(check_tests(tree, {{"lib/base/a.cpp", "a table"}}).empty());
  CHECK(check_tests(tree, {{"lib/base/a.cpp", "a table"}, {"lib/base/b.cpp", "a table"}}) ==
        List{"lib/base/b.cpp: is excused from a test and has one"});
  CHECK(check_tests(tree, {{"lib/base/a.cpp", "a table"}, {"lib/base/gone.cpp", "a table"}}) ==
        List{"lib/base/gone.cpp: is excused from a test and is not in the tree"});
}

TEST_CASE("check_specs") {
  const auto checkers = [](const std::string& def, const std::string& code) {
    return check_specs({{"lib/check/checkers.def", def}, {"lib/check/a.cpp", code}});
  };
  CHECK(checkers("CHECKER(one)\n", "extern constinit const CheckerSpec one{.name = \"one\"};").empty());
  CHECK(checkers("CHECKER(one)\n", "extern constinit const CheckerSpec one = {};").empty());
  CHECK(checkers("// CHECKER(two)\nCHECKER(one)\n", "const CheckerSpec\n    one{};").empty());
  CHECK(checkers("CHECKER(one)\n", "extern const CheckerSpec one;") ==
        List{"lib/check/checkers.def: one has no CheckerSpec"});
  CHECK(checkers("CHECKER(one)\n", "// const CheckerSpec one{};").size() == 1);
  CHECK(checkers("CHECKER(one)\n", "const OtherCheckerSpec one{};").size() == 1);
  CHECK(checkers("", "const CheckerSpec one{};") == List{"lib/check/a.cpp: one is not in lib/check/checkers.def"});
  CHECK(checkers("CHECKER(one)\nCHECKER(one)\n", "const CheckerSpec one{};") ==
        List{"lib/check/checkers.def: one stands there twice"});
  CHECK(check_specs({{"lib/read/readers.def", "READER(csv)"}, {"lib/scan/csv.cpp", "const ReaderSpec csv{};"}}) ==
        List{"lib/scan/csv.cpp: a ReaderSpec belongs in lib/read/"});
}

}  // namespace postvet::layers
