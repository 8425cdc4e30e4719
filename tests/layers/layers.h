// Reads a tree of sources and says where it breaks the picture of the floors. Knows C++ only as far as #include lines,
// comments, and the names of spec objects.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace postvet::layers {

// Path from the root of the tree, `/` between parts → the text of the file.
using Tree = std::map<std::string, std::string>;

// Why a .cpp of lib/ has no test of its own.
struct Untested {
  std::string path;
  std::string reason;
};

// Each complaint is one line that begins with the path of the file at fault; an empty list is a clean tree.

// An arrow between floors that the picture does not have, a leaf that includes a leaf, a file that does not exist.
std::vector<std::string> check_floors(const Tree& tree);

// An external header outside its home, or one that has none.
std::vector<std::string> check_external(const Tree& tree);

// Modules (a .h and a .cpp of one name) that include one another; one complaint a cycle found, with the way round.
std::vector<std::string> check_cycles(const Tree& tree);

// A .cpp without tests/<floor>/<name>_test.cpp, and an entry of `untested` that is no longer needed.
std::vector<std::string> check_tests(const Tree& tree, const std::vector<Untested>& untested);

// A name in a .def without its spec object, a spec object that no .def names, a name given twice.
std::vector<std::string> check_specs(const Tree& tree);

}  // namespace postvet::layers
