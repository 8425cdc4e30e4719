#include "context/context.h"

#include <doctest/doctest.h>

#include "context/small_world.h"

using namespace postvet;
using namespace postvet_test;

namespace {

using Strength = Affiliation::Strength;
using Half = DisclaimerHalf::Half;

Context context_of(std::string_view text, PostKind kind = PostKind::post, Role role = Role::unknown,
                   std::string_view bio = "") {
  SmallWorld world;
  Post post = SmallWorld::post_of({{"text", text}}, kind);
  post.author.role = role;
  post.author.bio = bio;
  return world.context_of(post);
}

std::string halves(const Context& context) {
  static constexpr std::string_view kNames[] = {"own", "not-org", "not-other", "reshares"};
  std::string all;
  for (const DisclaimerHalf& half : context.disclaimer) {
    all += std::string(kNames[static_cast<std::size_t>(half.half)]) + (half.hidden.empty() ? "" : "(hidden)") +
           (half.in_bio ? "(bio)" : "") + " ";
  }
  return all;
}

}  // namespace

TEST_CASE("what tells that an author belongs to the organisation") {
  struct Case {
    const char* text;
    PostKind kind;
    Role given;
    Strength strength;
    Role role;
  };
  const PostKind post = PostKind::post, profile = PostKind::profile;
  const Role none = Role::unknown;
  const Case cases[] = {
      {"I teach at Hobble College", post, none, Strength::direct, Role::staff},
      {"I study at the sea, I study at Hobbleton Trust", post, none, Strength::direct, Role::student},
      {"Marking for my tutees", post, none, Strength::indirect, Role::staff},
      {"On my college bus", post, none, Strength::indirect, Role::student},
      {"On my college bus. I teach at Hobble College", post, none, Strength::direct, Role::staff},
      {"write to b.wormald@hobble.ac.uk", profile, none, Strength::direct, none},
      {"write to b.wormald@mail.hobble.ac.uk", profile, none, Strength::direct, none},
      {"tea #HobbleCollege", profile, none, Strength::indirect, none},
      {"Tea. Hobble College. Hens.", profile, Role::staff, Strength::indirect, Role::staff},
      {"Tea @HobbleCollege", profile, Role::student, Strength::indirect, Role::student},
      {"Helping at Hobbleton Trust", profile, Role::volunteer, Strength::indirect, Role::volunteer},
      {"Off again. Then I go to Hobble College.", PostKind::blog, Role::staff, Strength::indirect, Role::staff},
      {"My room at Hobble College is cold.", PostKind::page, Role::student, Strength::indirect, Role::student},
      {"Tea. views my own and not those of Hobble College", PostKind::page, none, Strength::indirect, none},
      // nothing, or another's
      {"Tea. not the trust's views", PostKind::page, none, Strength::none, none},
      {"Tea. Hobble College. views my own", PostKind::page, none, Strength::none, none},
      {"I like hens. They built Hobble College of brick.", PostKind::blog, Role::staff, Strength::none, Role::staff},
      {"Then I go to Hobble College.", PostKind::blog, none, Strength::none, none},
      {"Then I go to Hobble College.", post, Role::staff, Strength::none, Role::staff},
      {"Tea and hens", profile, Role::staff, Strength::none, Role::staff},
      {"Tea. Hobble College. Hens.", profile, none, Strength::none, none},
      {"Hobble College opens at eight", post, Role::staff, Strength::none, Role::staff},
      {"Hobble College Oxford", profile, Role::staff, Strength::none, Role::staff},
      {"former Hobble College", profile, Role::staff, Strength::none, Role::staff},
      {"my daughter says I teach at Hobble College", post, none, Strength::none, none},
      {"my seating plans", post, none, Strength::none, none},
      {"write to b.wormald@hobble.ac.uk", post, none, Strength::none, none},
      {"write to info@hobble.ac.uk", profile, none, Strength::none, none},
      {"write to b.wormald@nothobble.ac.uk", profile, none, Strength::none, none},
      {"tea #HobbleCollege", post, none, Strength::none, none},
      {"tea #Hobble", profile, none, Strength::none, none},
      {"", profile, Role::staff, Strength::none, Role::staff},
  };
  for (const Case& c : cases) {
    INFO(std::string(c.text), " ", static_cast<int>(c.kind));
    Context context = context_of(c.text, c.kind, c.given);
    CHECK(context.affiliation.strength == c.strength);
    CHECK(context.role == c.role);
    CHECK(context.affiliation.signals.empty() == (c.strength == Strength::none));
    CHECK_FALSE(context.affiliation.in_bio);
  }
}

TEST_CASE("signals say where they stand") {
  SmallWorld world;
  Post post = SmallWorld::post_of({{"title", "Tea"}, {"text", "So: I teach at Hobble College."}});
  Context context = world.context_of(post);
  REQUIRE(context.affiliation.signals.size() == 1);
  const Evidence& signal = context.affiliation.signals[0];
  CHECK(signal.field == 1);
  CHECK(signal.span == Span{4, 29});
  CHECK(signal.role == EvidenceRole::affiliation);
  CHECK(signal.term.starts_with("affiliation.staff.direct"));
  std::string many;
  for (int i = 0; i < 20; ++i) many += "my tutees. ";
  CHECK(context_of(many).affiliation.signals.size() == kMaxEvidence);
}

TEST_CASE("a bio tells of the author of other posts, and has no place in them") {
  Context context = context_of("Tea", PostKind::post, Role::unknown, "I teach at Hobble College. views my own");
  CHECK(context.affiliation.strength == Strength::direct);
  CHECK(context.affiliation.in_bio);
  CHECK(context.affiliation.signals.empty());
  CHECK(halves(context) == "own(bio) ");
  CHECK(context_of("Tea", PostKind::post, Role::unknown, "Hobble College").affiliation.strength == Strength::none);
  CHECK(context_of("Tea", PostKind::post, Role::staff, "Hobble College").affiliation.strength == Strength::indirect);
  CHECK(context_of("Tea", PostKind::post, Role::unknown, "ask b@hobble.ac.uk").affiliation.strength ==
        Strength::direct);
  // with a place in a field, the place counts
  CHECK_FALSE(context_of("my tutees", PostKind::post, Role::unknown, "I teach at Hobble College").affiliation.in_bio);
}

TEST_CASE("an official handle speaks for the organisation, unless the input says who it is") {
  SmallWorld world;
  auto role = [&](std::string_view handle, Role given) {
    Post post = SmallWorld::post_of({{"text", "tea"}});
    post.author.handle = handle;
    post.author.role = given;
    return world.context_of(post).role;
  };
  CHECK(role("@HobbleCollege", Role::unknown) == Role::official);
  CHECK(role("hobblecollege", Role::unknown) == Role::official);
  CHECK(role("@HobbleCollege", Role::student) == Role::student);
  CHECK(role("@HobbleCollegeFan", Role::unknown) == Role::unknown);
  CHECK(role("@", Role::unknown) == Role::unknown);
  CHECK(role("", Role::unknown) == Role::unknown);
}

TEST_CASE("halves of a disclaimer") {
  struct Case {
    const char* text;
    const char* halves;
  };
  const Case cases[] = {
      {"views my own", "own "},
      {"not the trust's views", "not-org "},
      {"views my own, not the trust's views", "own not-org "},
      {"not the council's views", "not-other "},
      {"rts not endorsements", "reshares "},
      {"mine and not theirs", "own not-org "},
      {"my own views of the sea", ""},
      {"", ""},
  };
  for (const Case& c : cases) CHECK(halves(context_of(c.text)) == c.halves);
  Context both = context_of("mine and not theirs");
  CHECK(both.has(Half::own, true));
  CHECK(both.has(Half::not_organisation, true));
  CHECK_FALSE(both.has(Half::own, false));
  CHECK_FALSE(both.has(Half::not_other, true));
}

TEST_CASE("a half that readers do not see is hidden") {
  SmallWorld world;
  auto hidden = [&](FieldText field, PostKind kind = PostKind::blog) {
    Post post = SmallWorld::post_of({std::move(field)}, kind);
    Context context = world.context_of(post);
    REQUIRE(context.disclaimer.size() == 1);
    return std::string(context.disclaimer[0].hidden);
  };
  const Zone zone{{0, 12}, ZoneKind::hidden, "display:none"};
  CHECK(hidden({"text", "views my own", {zone}}) == "display:none");
  CHECK(hidden({"text", "views my own", {{{0, 12}, ZoneKind::hidden, ""}}}) == "hidden");
  CHECK(hidden({"media[0].alt", "views my own"}) == "the description of a picture");
  CHECK(hidden({"meta.description", "views my own"}) == "the page's data, not its text");
  CHECK(hidden({"front-matter.tags", "views my own"}) == "the front matter");
  // seen
  CHECK(hidden({"text", "views my own"}) == "");
  CHECK(hidden({"title", "views my own"}) == "");
  CHECK(hidden({"front-matter.bio", "views my own"}) == "");
  CHECK(hidden({"front-matter.disclaimer", "views my own"}) == "");
  CHECK(hidden({"text", "views my own", {{{0, 12}, ZoneKind::quoted, ""}}}) == "");
  CHECK(hidden({"text", "views my own, tea and cake", {{{14, 17}, ZoneKind::hidden, "comment"}}}) == "");
}

TEST_CASE("an opinion, and the organisation it is on") {
  struct Case {
    const char* text;
    bool opinion;
    const char* organisation;  // empty: none
  };
  const Case cases[] = {
      {"I reckon Hobble College is fine", true, "Hobble College"},
      {"I reckon the Trust is fine", true, "the Trust"},
      {"I reckon our college is fine", true, "our college"},
      {"I reckon my boss is fine", true, ""},
      {"I reckon work is fine", true, ""},
      {"I reckon tea is fine", true, ""},
      {"Hobbleton Trust is closed", false, "Hobbleton Trust"},
      {"tea", false, ""},
  };
  for (const Case& c : cases) {
    std::string text = c.text;
    INFO(text);
    Context context = context_of(text);
    CHECK(context.states_opinion == c.opinion);
    REQUIRE(context.organisation.has_value() == (*c.organisation != '\0'));
    if (context.organisation)
      CHECK(text.substr(context.organisation->span.begin, context.organisation->span.size()) == c.organisation);
  }
  Context bio = context_of("tea", PostKind::post, Role::unknown, "I reckon Hobble College is fine");
  CHECK_FALSE(bio.states_opinion);
  CHECK_FALSE(bio.organisation);
}

TEST_CASE("many names that are another's cost linear time") {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "Hobble College Oxford ";
  CHECK(context_of(text, PostKind::profile, Role::staff).affiliation.strength == Strength::none);
}
