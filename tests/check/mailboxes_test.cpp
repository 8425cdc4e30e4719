#include "check/mailboxes.h"

#include <doctest/doctest.h>

using namespace postvet;

TEST_CASE("final labels") {
  for (auto label : {"uk", "com", "org", "eu", "de", "zw", "ac", "college", "xn--p1ai", "рф"})
    CHECK(is_known_final_label(label));
  for (auto label : {"", "a", "zz", "local", "html", "c d", "d "}) CHECK_FALSE(is_known_final_label(label));
}

TEST_CASE("hosts for examples") {
  for (auto host : {"example.com", "mail.example.org", "x.example", "a.invalid", "b.test", "c.localhost"})
    CHECK(is_example_host(host));
  for (auto host : {"notexample.com", "example.com.uk", "test.com", "mail.org", "contest"})
    CHECK_FALSE(is_example_host(host));
}

TEST_CASE("mailboxes of offices and of people") {
  const std::vector<std::string> domains{"College.ac.uk"};
  for (auto local : {"info", "admissions", "enquiries", "office", "hello", "no-reply", "noreply", "student.services",
                     "info.leeds", "data-protection", "help.desk"}) {
    CAPTURE(local);
    CHECK(is_role_mailbox(local, "mail.org", domains));
    CHECK(is_role_mailbox(local, "college.ac.uk", domains));
  }
  for (auto local : {"jo.bloggs", "j.press", "sam.head", "infoman", "jo", "", "leeds.info2", "heading"}) {
    CAPTURE(local);
    CHECK_FALSE(is_role_mailbox(local, "mail.org", domains));
    CHECK_FALSE(is_role_mailbox(local, "college.ac.uk", domains));
  }
  CHECK(is_role_mailbox("leeds.admissions", "college.ac.uk", domains));
  CHECK(is_role_mailbox("leeds.admissions", "mail.college.ac.uk", domains));
  CHECK_FALSE(is_role_mailbox("leeds.admissions", "mycollege.ac.uk", domains));
  CHECK(is_placeholder_mailbox("your.name"));
  CHECK_FALSE(is_placeholder_mailbox("yousif.name"));
}
