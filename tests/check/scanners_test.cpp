#include "check/scanners.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "check/dates.h"
#include "check/streets.h"

using namespace postvet;

namespace {

using Scan = void (*)(const Window&, std::vector<Span>&);

// Everything found in a folded text, with | between.
std::string scan(Scan with, std::string_view text) {
  std::vector<Span> spans;
  with({text, {0, text.size()}}, spans);
  std::string out;
  for (Span span : spans) {
    if (!out.empty()) out += '|';
    out += text.substr(span.begin, span.size());
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view found;
};

void check_all(Scan with, std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(scan(with, c.text) == c.found);
  }
}

}  // namespace

TEST_CASE("e-mail addresses by form") {
  check_all(scan_emails, {{"jo@x.org", "jo@x.org"},
                          {"jo@x.org. bye", "jo@x.org"},
                          {"<o'neil+news@mail.co.uk>", "o'neil+news@mail.co.uk"},
                          {"'jo@x.org'", "jo@x.org"},
                          {"..jo@x-y.org-", "jo@x-y.org"},
                          {"josé@bücher.de", "josé@bücher.de"},
                          {"…jo@x.org…", "jo@x.org"},
                          {"a@b@c.com", ""},
                          {"@jo@x.org", ""},
                          {"jo@localhost", ""},
                          {"jo@.org", ""},
                          {"jo@x..org", ""},
                          {"@x.org", ""},
                          {"jo @x.org", ""},
                          {"jo@", ""},
                          {"@", ""}});
}

TEST_CASE("telephone numbers by form") {
  check_all(scan_phones, {{"07911 123456", "07911 123456"},
                          {"(07911) 123456,", "(07911) 123456"},
                          {"+44 (0)7911-123-456", "+44 (0)7911-123-456"},
                          {"07911 123456, 07922 123456", "07911 123456|07922 123456"},
                          {"07911-123456-12", ""},
                          {"5-07911123456", ""},
                          {"07911.123.456", "07911.123.456"},
                          {"07911. 123456", ""},
                          {"07911   123456", ""},
                          {"(07911 123456)", "07911 123456"},
                          {"07911) 123456", ""},
                          {"07911123456x", ""},
                          {"0800 1111 07911 123456", "07911 123456"},
                          {"+", ""},
                          {"(0", ""}});
}

TEST_CASE("cards by form") {
  check_all(scan_cards, {{"4532015112830366", "4532015112830366"},
                         {"4532 0151 1283 0366", "4532 0151 1283 0366"},
                         {"3782 822463 10005", "3782 822463 10005"},
                         {"4532-0151 1283 0366", ""},
                         {"45 32015112 830366", ""},
                         {"4532  0151 1283 0366", ""},
                         {"a4532015112830366", ""},
                         {"4532015112830366a", ""},
                         {"4532015112830366.12", ""},
                         {"99994532015112830366", ""}});
}

TEST_CASE("IBANs by form") {
  check_all(scan_ibans, {{"gb15 midl 4005 1512 3456 78.", "gb15 midl 4005 1512 3456 78"},
                         {"gb15midl40051512345678", "gb15midl40051512345678"},
                         {"gb15midl40-0515-12345678", "gb15midl40-0515-12345678"},
                         {"gb15midl400515123456789", ""},
                         {"gb15 midl  4005 1512 3456 78", ""},
                         {"gb15 midl 4005", ""},
                         {"zz15midl40051512345678", ""},
                         {"agb15midl40051512345678", ""}});
}

TEST_CASE("a scanner stays in its window and looks at its neighbours") {
  std::string_view text = "107911 1234567";
  std::vector<Span> spans;
  scan_phones({text, {1, text.size()}}, spans);
  scan_phones({text, {2, 13}}, spans);
  CHECK(spans.empty());
}
