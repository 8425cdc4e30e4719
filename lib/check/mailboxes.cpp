#include "check/mailboxes.h"

#include <algorithm>
#include <iterator>

#include "check/word_list.h"

namespace postvet {
namespace {

// IANA root zone database: country codes, and the general labels in common use.
constexpr std::string_view kCountryLabels =
    " ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by bz ca "
    "cc cd "
    "cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gb gd "
    "ge "
    "gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh "
    "ki "
    "km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx "
    "my "
    "mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd "
    "se "
    "sg sh si sj sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy "
    "uz "
    "va vc ve vg vi vn vu wf ws ye yt za zm zw ";

constexpr std::string_view kGeneralLabels[] = {
    "com",        "org",         "net",       "edu",         "gov",        "mil",           "int",      "info",
    "biz",        "name",        "pro",       "mobi",        "tel",        "jobs",          "travel",   "museum",
    "aero",       "coop",        "asia",      "cat",         "arpa",       "post",          "app",      "dev",
    "page",       "blog",        "shop",      "online",      "site",       "xyz",           "club",     "live",
    "cloud",      "tech",        "store",     "academy",     "agency",     "school",        "college",  "university",
    "education",  "training",    "institute", "london",      "wales",      "cymru",         "scot",     "email",
    "social",     "media",       "news",      "today",       "digital",    "design",        "studio",   "world",
    "life",       "space",       "website",   "wiki",        "work",       "works",         "company",  "ltd",
    "limited",    "group",       "team",      "network",     "systems",    "solutions",     "services", "support",
    "center",     "community",   "church",    "care",        "health",     "clinic",        "doctor",   "dental",
    "fitness",    "sport",       "football",  "rugby",       "games",      "game",          "fun",      "art",
    "gallery",    "photo",       "photos",    "photography", "music",      "band",          "film",     "video",
    "tv",         "radio",       "book",      "books",       "land",       "house",         "homes",    "property",
    "rent",       "garden",      "kitchen",   "cafe",        "restaurant", "pub",           "bar",      "beer",
    "wine",       "coffee",      "pizza",     "fashion",     "boutique",   "style",         "one",      "top",
    "vip",        "win",         "icu",       "link",        "click",      "host",          "ninja",    "guru",
    "expert",     "zone",        "city",      "town",        "earth",      "green",         "eco",      "energy",
    "science",    "engineering", "law",       "legal",       "finance",    "money",         "bank",     "fund",
    "foundation", "charity",     "ngo",       "ong",         "global",     "international", "plus",     "chat",
    "me",         "family",      "kids",      "baby",        "love",       "dating",        "date",     "wedding",
    "events",     "tickets",     "theater",
};

constexpr std::string_view kRoles[] = {
    "info",
    "information",
    "admissions",
    "admission",
    "enquiries",
    "enquiry",
    "inquiries",
    "office",
    "mainoffice",
    "schooloffice",
    "reception",
    "hello",
    "hi",
    "contact",
    "contactus",
    "support",
    "help",
    "helpdesk",
    "servicedesk",
    "itsupport",
    "itservices",
    "service",
    "services",
    "noreply",
    "donotreply",
    "reply",
    "admin",
    "administrator",
    "administration",
    "postmaster",
    "webmaster",
    "hostmaster",
    "mailerdaemon",
    "abuse",
    "security",
    "privacy",
    "dpo",
    "dataprotection",
    "hr",
    "humanresources",
    "jobs",
    "careers",
    "career",
    "recruitment",
    "vacancies",
    "finance",
    "accounts",
    "payroll",
    "sales",
    "marketing",
    "press",
    "media",
    "comms",
    "communications",
    "events",
    "event",
    "news",
    "newsletter",
    "team",
    "mail",
    "email",
    "post",
    "feedback",
    "complaints",
    "library",
    "safeguarding",
    "welfare",
    "wellbeing",
    "students",
    "studentservices",
    "studentsupport",
    "student",
    "apprenticeships",
    "bookings",
    "booking",
    "foi",
    "principal",
    "headteacher",
    "head",
    "governors",
    "governance",
    "clerk",
    "chair",
    "exams",
    "examinations",
    "attendance",
    "absence",
    "parents",
    "alumni",
    "secretary",
    "treasurer",
    "registry",
    "registrar",
    "transport",
    "catering",
    "estates",
    "facilities",
    "lettings",
    "pastoral",
    "send",
    "senco",
    "counselling",
    "sixthform",
    "general",
    "ask",
    "query",
    "queries",
    "orders",
    "order",
    "shop",
    "tickets",
    "fundraising",
    "donations",
    "volunteering",
    "volunteers",
    "membership",
    "members",
    "editor",
    "letters",
    "git",
    "root",
    "billing",
    "webteam",
    "web",
    "digital",
    "customerservice",
    "customerservices",
    "customercare",
    "everyone",
    "staff",
    "allstaff",
    "legal",
    "compliance",
    "college",
    "school",
    "university",
    "stem",
    "sport",
    "sports",
    "partnerships",
};

// Roles that may begin a longer name of a mailbox anywhere: "info.wakefield@".
constexpr std::string_view kStrongRoles[] = {
    "info",     "admissions", "enquiries", "office",       "reception",   "hello", "contact", "support",
    "helpdesk", "noreply",    "marketing", "safeguarding", "recruitment", "exams", "careers", "donotreply"};

constexpr std::string_view kPlaceholders[] = {"yourname",         "youremail", "youraddress",  "firstnamelastname",
                                              "firstnamesurname", "username",  "yourusername", "firstlast"};

constexpr std::size_t kLongRole = 7;  // letters
constexpr std::string_view kPartMarks = "._-+";

std::string without_marks(std::string_view local) {
  std::string out;
  for (char c : local) {
    if (kPartMarks.find(c) == std::string_view::npos) out += c;
  }
  return out;
}

// Calls `take` with each part of a name.
template <class Take>
void for_parts(std::string_view local, Take take) {
  for (std::size_t at = 0; at <= local.size();) {
    std::size_t end = std::min(local.find_first_of(kPartMarks, at), local.size());
    if (end > at) take(local.substr(at, end - at));
    at = end + 1;
  }
}

bool equals_folded(std::string_view folded, std::string_view any) {
  return folded.size() == any.size() && std::equal(folded.begin(), folded.end(), any.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b);
         });
}

// True for the domain and everything below it.
bool is_within(std::string_view host, std::string_view domain) {
  if (host.size() < domain.size() || !equals_folded(host.substr(host.size() - domain.size()), domain)) return false;
  return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
}

}  // namespace

bool is_known_final_label(std::string_view label) {
  if (label.starts_with("xn--")) return true;
  bool beyond_ascii =
      std::any_of(label.begin(), label.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (beyond_ascii) return true;
  if (label.size() == 2) {
    for (std::size_t at = 1; at < kCountryLabels.size(); at += 3) {
      if (kCountryLabels.substr(at, 2) == label) return true;
    }
    return false;
  }
  return is_listed(label, kGeneralLabels);
}

bool is_example_host(std::string_view host) {
  constexpr std::string_view kExamples[] = {"example.com", "example.org", "example.net", "example.co.uk",
                                            "example.edu"};
  constexpr std::string_view kReservedLabels[] = {"example", "invalid", "test", "localhost"};
  for (std::string_view example : kExamples) {
    if (is_within(host, example)) return true;
  }
  return is_listed(host.substr(host.rfind('.') + 1), kReservedLabels);
}

bool is_role_mailbox(std::string_view local, std::string_view host, const std::vector<std::string>& domains) {
  if (is_listed(without_marks(local), kRoles)) return true;
  bool own =
      std::any_of(domains.begin(), domains.end(), [&](std::string_view domain) { return is_within(host, domain); });
  bool all = true;
  bool some = false;
  bool first = true;
  for_parts(local, [&](std::string_view part) {
    bool role = is_listed(part, kRoles);
    bool strong = is_listed(part, kStrongRoles);
    all = all && role;
    // Short roles are surnames, too: sam.head@ is a person.
    some = some || (strong && (first || own)) || (own && role && part.size() >= kLongRole);
    first = false;
  });
  return some || (all && !first);
}

bool is_placeholder_mailbox(std::string_view local) { return is_listed(without_marks(local), kPlaceholders); }

}  // namespace postvet
