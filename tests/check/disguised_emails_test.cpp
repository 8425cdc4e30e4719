#include "check/disguised_emails.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace postvet;

namespace {

std::string find(std::string_view text) {
  std::vector<Span> spans;
  find_disguised_emails(text, spans);
  std::string out;
  for (Span span : spans)
    out += std::string(out.empty() ? "" : "|") + std::string(text.substr(span.begin, span.size()));
  return out;
}

}  // namespace

TEST_CASE("addresses spelled out") {
  CHECK(find("mail jo [at] host [dot] uk now") == "jo [at] host [dot] uk");
  CHECK(find("jo.b(at)mail.co.uk") == "jo.b(at)mail.co.uk");
  CHECK(find("jo at mail dot com") == "jo at mail dot com");
  CHECK(find("jo {at} mail dot com, al (at) mail.org") == "jo {at} mail dot com|al (at) mail.org");
  CHECK(find("jo[@]mail[.]org") == "jo[@]mail[.]org");
}

TEST_CASE("what only sounds like one") {
  for (std::string_view text :
       {"meet at noon", "look at polka dot dresses", "(at) noon", "[at] mail.org", "jo [at] home", "jo (at) 5.30",
        "at the dot com boom", "jo at mail.com", "", "[at]", " at  dot ", "jo at mail dot"}) {
    CAPTURE(text);
    CHECK(find(text) == "");
  }
}
