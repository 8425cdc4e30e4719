#include "scan/yaml_file.h"

#include "base/source.h"
#include "syntax/yaml.h"

namespace postvet {

Result<std::string> read_yaml_file(const Files& files, const std::string& path) {
  auto stream = files.open(path);
  if (!stream) return tl::unexpected(stream.error());
  auto document = read_document(**stream, kMaxYamlBytes);
  if (!document) return fail(document.error().what, path, document.error().hint);
  return std::move(document->text);
}

}  // namespace postvet
