#include "scan/yaml_file.h"

#include <doctest/doctest.h>

#include "base/memory_files.h"
#include "syntax/yaml.h"

namespace postvet {
namespace {

TEST_CASE("files are decoded, and bounded") {
  MemoryFiles files;
  files.add("a.yaml",
            "\xEF\xBB\xBF"
            "a: \xFF\r\n");
  files.add("most.yaml", std::string(kMaxYamlBytes, ' '));
  files.add("more.yaml", std::string(kMaxYamlBytes + 1, ' '));
  files.add_unreadable("closed.yaml");
  CHECK(read_yaml_file(files, "a.yaml") == "a: \xEF\xBF\xBD\n");
  CHECK(read_yaml_file(files, "most.yaml").has_value());
  for (const char* path : {"more.yaml", "closed.yaml", "gone.yaml"}) {
    CAPTURE(path);
    auto text = read_yaml_file(files, path);
    REQUIRE_FALSE(text);
    CHECK(text.error().where == path);
  }
}

}  // namespace
}  // namespace postvet
