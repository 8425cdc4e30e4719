#include <doctest/doctest.h>

#include "context/small_world.h"

namespace postvet {
extern const CheckerSpec disclaimer;
}
using namespace postvet;
using namespace postvet_test;

namespace {

struct Written {
  const char* text;
  PostKind kind = PostKind::profile;
  const char* bio = "";
  Role role = Role::unknown;
  Voice voice = Voice::own;
  std::vector<Zone> zones = {};
};

Said said(const Written& written) {
  static SmallWorld world;  // findings view its entries
  Post post = SmallWorld::post_of({{"text", written.text, written.zones}}, written.kind);
  post.author.bio = written.bio;
  post.author.role = written.role;
  post.voice = written.voice;
  return world.said_of(disclaimer, post);
}

std::string rule(const Written& written) {
  Said found = said(written);
  CHECK(found.findings.size() <= 1);
  return found.findings.empty() ? "none" : std::string(found.findings[0].rule->id.substr(11));
}

constexpr const char* kTeach = "I teach at Hobble College. ";

}  // namespace

TEST_CASE("profiles and blogs of those who belong to the organisation") {
  struct Case {
    std::string text;
    const char* rule;
  };
  const Case cases[] = {
      {"", "missing"},
      {"I reckon tea is fine.", "missing"},
      {"views my own", "incomplete"},
      {"not the trust's views", "incomplete"},
      {"rts not endorsements", "incomplete"},
      {"views my own, not the council's views", "wrong-body"},
      {"not the council's views", "wrong-body"},
      // complete
      {"views my own, not the trust's views", "none"},
      {"mine and not theirs", "none"},
      {"views my own, not the trust's views, not the council's views", "none"},
      {"rts not endorsements, mine and not theirs", "none"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    std::string text = kTeach + c.text;
    for (PostKind kind : {PostKind::profile, PostKind::blog, PostKind::page, PostKind::story})
      CHECK(rule({text.c_str(), kind}) == c.rule);
    CHECK(rule({c.text.c_str()}) == "none");  // who does not belong to it needs none
    CHECK(rule({text.c_str(), PostKind::profile, "", Role::official}) == "none");
    CHECK(rule({text.c_str(), PostKind::profile, "", Role::unknown, Voice::others}) == "none");
    CHECK(rule({text.c_str(), PostKind::profile, "", Role::unknown, Voice::passed_on}) == "none");
  }
}

TEST_CASE("a disclaimer that is not seen is none") {
  const std::string text = std::string(kTeach) + "mine and not theirs";
  const Zone all{{27, 46}, ZoneKind::hidden, "comment"};
  CHECK(rule({text.c_str(), PostKind::page, "", Role::unknown, Voice::own, {all}}) == "hidden");
  Said found = said({text.c_str(), PostKind::page, "", Role::unknown, Voice::own, {all}});
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].span == Span{27, 46});
  CHECK(found.findings[0].message.find("a comment of the page") != std::string::npos);
  CHECK(found.findings[0].severity == Severity::error);
  // one half seen, the other not
  const std::string halves = std::string(kTeach) + "views my own not the trust's views";
  CHECK(
      rule(
          {halves.c_str(), PostKind::page, "", Role::unknown, Voice::own, {{{40, 61}, ZoneKind::hidden, "comment"}}}) ==
      "hidden");
  // one half only, and not seen
  const std::string half = std::string(kTeach) + "views my own";
  CHECK(
      rule({half.c_str(), PostKind::page, "", Role::unknown, Voice::own, {{{27, 39}, ZoneKind::hidden, "comment"}}}) ==
      "hidden");
  // something else is hidden
  CHECK(rule({text.c_str(), PostKind::page, "", Role::unknown, Voice::own, {{{0, 5}, ZoneKind::hidden, "comment"}}}) ==
        "none");
}

TEST_CASE("a post needs a disclaimer only when it gives an opinion on the organisation") {
  const PostKind post = PostKind::post;
  const char* bio = "I teach at Hobble College";
  CHECK(rule({"I reckon Hobble College is wrong", post, bio}) == "missing");
  CHECK(rule({"I reckon our college is wrong", post, bio}) == "missing");
  CHECK(rule({"I reckon our college is wrong", PostKind::comment, bio}) == "missing");
  CHECK(rule({"I teach at Hobble College and I reckon it is fine", post}) == "missing");
  CHECK(rule({"I reckon tea is wrong", post, bio}) == "none");
  CHECK(rule({"Hobble College opens at eight", post, bio}) == "none");
  CHECK(rule({"I reckon Hobble College is wrong", post, "Tea and hens"}) == "none");
  CHECK(rule({"I reckon Hobble College is wrong", post}) == "none");
  CHECK(rule({"I reckon our college is wrong", PostKind::message, bio}) == "none");
  CHECK(rule({"I reckon our college is wrong, views my own", post, bio}) == "none");
  CHECK(rule({"I reckon our college is wrong", post, "I teach at Hobble College. views my own"}) == "none");
  CHECK(rule({"I reckon our college is wrong", post, bio, Role::official}) == "none");
  CHECK(rule({kTeach, post}) == "none");
}

TEST_CASE("how sure, where, and what to do") {
  Said direct = said({"Hens. I teach at Hobble College."});
  REQUIRE(direct.findings.size() == 1);
  CHECK(direct.findings[0].confidence == Confidence::high);
  CHECK(direct.findings[0].span == Span{6, 31});
  CHECK(direct.findings[0].help.find("These are my personal views") != std::string::npos);
  Said indirect = said({"Marking for my tutees."});
  REQUIRE(indirect.findings.size() == 1);
  CHECK(indirect.findings[0].confidence == Confidence::medium);
  Said student = said({"I study at Hobble College."});
  REQUIRE(student.findings.size() == 1);
  CHECK(student.findings[0].help.find("not those of the college") != std::string::npos);
  Said blog = said({kTeach, PostKind::blog});
  REQUIRE(blog.findings.size() == 1);
  CHECK(blog.findings[0].help.find("This blog holds") != std::string::npos);
  Said bio = said({"I reckon our college is wrong", PostKind::post, "I teach at Hobble College"});
  REQUIRE(bio.findings.size() == 1);
  CHECK(bio.findings[0].span == Span{9, 20});  // the organisation: the bio has no place in the post
}

TEST_CASE("the help leaves room for what the profile says already") {
  SmallWorld world;
  auto help = [&](Platform platform, std::size_t length) {
    std::string text = "I teach at Hobble College. ";
    text.resize(length, 'x');
    Post post = SmallWorld::post_of({{"text", text}}, PostKind::profile);
    post.platform = platform;
    Said found = world.said_of(disclaimer, post);
    REQUIRE(found.findings.size() == 1);
    return found.findings[0].help;
  };
  CHECK(help(Platform::x, 60).starts_with("add to the profile: \"These are"));
  CHECK(help(Platform::x, 125).starts_with("add to the profile: \"Views mine"));
  CHECK(help(Platform::x, 150).starts_with("shorten the profile"));
  CHECK(help(Platform::tiktok, 60).starts_with("shorten the profile"));
  CHECK(help(Platform::generic, 5000).starts_with("add, where everybody sees it"));
}

TEST_CASE("what posts of an account say counts for its profile") {
  SmallWorld world;
  auto facts = [&](std::string_view text, PostKind kind, std::size_t account) {
    Post post = SmallWorld::post_of({{"text", text}}, kind);
    post.account = account;
    std::string keys;
    for (const Fact& fact : world.said_of(disclaimer, post).facts) keys += std::string(fact.key) + " ";
    return keys;
  };
  CHECK(facts("I teach at Hobble College", PostKind::post, 0) == "posts-say-staff ");
  CHECK(facts("I study at Hobble College", PostKind::comment, 0) == "posts-say-student ");
  CHECK(facts("I teach at Hobble College", PostKind::profile, 0) == "profile-settled ");
  CHECK(facts("mine and not theirs", PostKind::profile, 0) == "profile-settled ");
  CHECK(facts("my tutees", PostKind::post, 0) == "");
  CHECK(facts("views my own", PostKind::profile, 0) == "");
  CHECK(facts("tea", PostKind::post, 0) == "");
  CHECK(facts("I teach at Hobble College", PostKind::post, Post::kNone) == "");

  auto checker = world.checker_of(disclaimer);
  auto finished = [&](std::vector<std::string> keys, Role role = Role::unknown, bool has_profile = true) {
    Account account;
    account.role = role;
    if (has_profile) account.profile.field = "text";
    for (const std::string& key : keys) account.facts.push_back({"disclaimer/missing", key, 3, {}});
    Said found;
    checker->finish(account, found);
    return found.findings.empty() ? std::string() : found.findings[0].message;
  };
  CHECK(finished({"posts-say-staff"}).starts_with("3 of this account's posts"));
  CHECK_FALSE(finished({"posts-say-student"}).empty());
  CHECK(finished({}).empty());
  CHECK(finished({"posts-say-staff", "profile-settled"}).empty());
  CHECK(finished({"profile-settled"}).empty());
  CHECK(finished({"posts-say-staff"}, Role::official).empty());
  CHECK(finished({"posts-say-staff"}, Role::unknown, false).empty());
}
