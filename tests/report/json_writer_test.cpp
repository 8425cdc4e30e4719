#include "report/json_writer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

namespace postvet {
namespace {

TEST_CASE("commas stand between values and nowhere else") {
  std::string out;
  JsonWriter json(out);
  json.open_object();
  json.key("a").number(1);
  json.key("b").open_list();
  json.open_list();
  json.close_list();
  json.text("x");
  json.null();
  json.open_object();
  json.close_object();
  json.close_list();
  json.key("c").text_or_null("");
  json.key("d").text_or_null("y");
  json.key("e\"\n").raw("true");
  json.key("f").open_object();
  json.key("g").number(18'446'744'073'709'551'615U);
  json.close_object();
  json.close_object();
  CHECK(out == R"({"a":1,"b":[[],"x",null,{}],"c":null,"d":"y","e\"\n":true,"f":{"g":18446744073709551615}})");
  CHECK(nlohmann::json::accept(out));
}

}  // namespace
}  // namespace postvet
