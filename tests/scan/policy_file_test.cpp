#include "scan/policy_file.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace postvet {
namespace {

constexpr std::string_view kPolicy = R"(policy: test
name: Test Policy
approved: 2020-01-07
organisation:
  name: Fell Trust
  names: [Fell Trust, FT]
  colleges:
    - {name: Fell College, names: [Fell College, FC], town: Malham}
    - name: Dale College
  handles: ["@fell"]
  domains: [fell.ac.uk]
  hashtags: ["#Fell"]
disclaimers: [these words are mine alone]
clauses:
  a.b: {section: a, title: A, text: "First – words."}
  c.d: {section: c, title: C, text: Second words.}
applies:
  - {rule: g/one, clause: a.b, when: {role: student, kind: [post, blog]}, severity: note, route: hr}
  - {rule: g/one, clause: c.d}
  - {rule: g/two, clause: c.d, when: {role: [staff, unknown]}, severity: off}
  - {rule: "h/*", clause: c.d, severity: error}
wordings: {blog: My own words.}
routes: {hr: Human Resources, staff: your line manager}
)";

constexpr std::string_view kRules[] = {"g/one", "g/two", "h/three"};

// kPolicy with one piece of it replaced.
std::string with(std::string_view from, std::string_view to) {
  std::string text(kPolicy);
  std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

void check_all(const Policy& policy) {
  CHECK(policy.id == "test");
  CHECK(policy.name == "Test Policy");
  CHECK(policy.approved == "2020-01-07");
  CHECK(policy.organisation == "Fell Trust");
  CHECK(policy.names == std::vector<std::string>{"Fell Trust", "FT"});
  REQUIRE(policy.colleges.size() == 2);
  CHECK(policy.colleges[0].names == std::vector<std::string>{"Fell College", "FC"});
  CHECK(policy.colleges[0].town == "Malham");
  CHECK(policy.colleges[1].names == std::vector<std::string>{"Dale College"});
  CHECK(policy.colleges[1].town.empty());
  CHECK(policy.handles == std::vector<std::string>{"@fell"});
  CHECK(policy.domains == std::vector<std::string>{"fell.ac.uk"});
  CHECK(policy.hashtags == std::vector<std::string>{"#Fell"});
  CHECK(policy.disclaimers == std::vector<std::string>{"these words are mine alone"});
  REQUIRE(policy.clause("a.b") != nullptr);
  CHECK(policy.clause("a.b")->section == "a");
  CHECK(policy.clause("a.b")->title == "A");
  CHECK(policy.clause("a.b")->text == "First – words.");
  CHECK(policy.wording("blog") == "My own words.");
  CHECK(policy.route("hr") == "Human Resources");

  const Applies* line = policy.applies_to("g/one", Role::student, PostKind::blog);
  REQUIRE(line != nullptr);
  CHECK(line->clause == "a.b");
  CHECK(line->severity == Severity::note);
  CHECK(line->route == "hr");
  line = policy.applies_to("g/one", Role::student, PostKind::profile);
  REQUIRE(line != nullptr);
  CHECK(line->clause == "c.d");
  CHECK_FALSE(line->severity.has_value());
  CHECK(line->route.empty());
  CHECK(policy.applies_to("g/two", Role::staff, PostKind::post) == nullptr);
  CHECK(policy.applies_to("g/two", Role::student, PostKind::post) == nullptr);
  line = policy.applies_to("h/three", Role::unknown, PostKind::post);
  REQUIRE(line != nullptr);
  CHECK(line->severity == Severity::error);
  CHECK(policy.applies.size() == 4);
  CHECK(policy.applies[2].off);
}

TEST_CASE("a policy is read with everything in it") {
  auto policy = read_policy(kPolicy, "p.yaml", kRules);
  REQUIRE(policy);
  check_all(*policy);
}

TEST_CASE("a policy survives its bytes") {
  auto policy = read_policy(kPolicy, "p.yaml");
  REQUIRE(policy);
  check_all(policy_from_bytes(policy_to_bytes(*policy)));
  CHECK(policy_from_bytes(policy_to_bytes(Policy{})).clauses.empty());
}

TEST_CASE("the names of an organisation may be left out") {
  auto policy = read_policy(with("  names: [Fell Trust, FT]\n", ""), "p.yaml");
  REQUIRE(policy);
  CHECK(policy->names == std::vector<std::string>{"Fell Trust"});
}

TEST_CASE("what is wrong in a policy is an error at its place") {
  struct Case {
    std::string_view from, to, where, what, hint;
  };
  for (const Case& c : {
           Case{"approved:", "aproved:", "3:1", "unknown key \"aproved\"", "did you mean \"approved\"?"},
           {"domains:", "domain:", "11:3", "unknown key \"domain\"", "did you mean \"domains\"?"},
           {"town: Malham", "twon: Malham", "8:55", "unknown key \"twon\"", "did you mean \"town\"?"},
           {"section: c", "sections: c", "16:9", "unknown key \"sections\"", "did you mean \"section\"?"},
           {"clause: c.d}\n", "clauses: c.d}\n", "19:19", "unknown key \"clauses\"", "did you mean \"clause\"?"},
           {"kind: [post", "kinds: [post", "18:54", "unknown key \"kinds\"", "did you mean \"kind\"?"},
           {"policy: test\n", "", "1:1", "the key \"policy\" is missing", ""},
           {"title: C, ", "", "16:8", "the key \"title\" is missing", ""},
           {"clause: c.d}\n", "}\n", "19:5", "the key \"clause\" is missing", ""},
           {"clause: a.b", "clause: a.c", "18:27", "there is no clause \"a.c\"", "did you mean \"a.b\"?"},
           {"route: hr}", "route: hrr}", "18:98", "there is no route \"hrr\"", "did you mean \"hr\"?"},
           {"rule: g/two", "rule: g/tow", "20:12", "there is no rule \"g/tow\"", "did you mean \"g/two\"?"},
           {"rule: \"h/*\"", "rule: \"i/*\"", "21:12", "there is no rule \"i/*\"", ""},
           {"rule: g/two", "rule: two", "20:12", "a rule is group/name, or group/* for all of a group", ""},
           {"severity: note", "severity: notes", "18:85", "this should be one of note, warning, error",
            "did you mean \"note\"?"},
           {"role: student", "role: students", "18:45",
            "this should be one of unknown, staff, student, contractor, volunteer, official",
            "did you mean \"student\"?"},
           {"\"@fell\"", "fell", "10:13", "this should begin with @", "write it in quotes"},
           {"\"#Fell\"", "\"#\"", "12:14", "this should begin with #", "write it in quotes"},
           {"[fell.ac.uk]", "fell.ac.uk", "11:12", "this should be a list", ""},
           {"{blog: My own words.}", "{blog: }", "22:18", "this should be a text", ""},
           {"clauses:\n", "clauses: []\nxlauses:\n", "15:1", "unknown key \"xlauses\"", "did you mean \"clauses\"?"},
       }) {
    CAPTURE(c.from);
    CAPTURE(c.to);
    auto policy = read_policy(with(c.from, c.to), "p.yaml", kRules);
    REQUIRE_FALSE(policy);
    CHECK(policy.error().where == fmt::format("p.yaml:{}", c.where));
    CHECK(policy.error().what == c.what);
    CHECK(policy.error().hint == c.hint);
  }
  for (const char* text : {"", "policy", "[]", "policy: a", "policy: [", "a: {b: [c"}) {
    CAPTURE(text);
    CHECK_FALSE(read_policy(text, "p.yaml"));
  }
}

}  // namespace
}  // namespace postvet
