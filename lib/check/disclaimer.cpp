// The author can be recognised as staff or student, and the disclaimer that the policy asks for is missing, says half
// of what it should, names another body, or cannot be seen.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "check/checker.h"

namespace postvet {
namespace {

using Half = DisclaimerHalf::Half;

constexpr std::string_view kWhy =
    "Somebody who reads a profile or a blog and sees where its author works or studies may take the author's views for "
    "those of the "
    "Trust or the college, even when the place is only hinted at. Two short statements prevent that: that the views "
    "are the author's "
    "own, and that they are not those of the Trust or college.";
constexpr std::string_view kGood = "Biology teacher at New College. These are my personal views and not those of NCLT.";

constexpr Rule kRules[] = {
    {"disclaimer/hidden", "The personal-views disclaimer is there, but a reader does not see it.", Severity::error,
     Confidence::high, "the personal-views disclaimer is not visible to readers",
     "put it where everybody sees it, in plain text near the author's name", kWhy, kGood,
     "A blog of a teacher at New College with its disclaimer in an HTML comment."},
    {"disclaimer/incomplete", "The personal-views disclaimer says only half of what it should.", Severity::warning,
     Confidence::high, "the personal-views disclaimer is incomplete",
     "say both: that the views are your own, and that they are not those of the Trust or college", kWhy, kGood,
     "Biology teacher at New College. Views my own."},
    {"disclaimer/missing",
     "The author can be recognised as staff or student, and there is no personal-views disclaimer.", Severity::error,
     Confidence::high,
     "the author can be recognised as a member of the organisation, and there is no personal-views disclaimer",
     "add a disclaimer that everybody sees", kWhy, kGood, "Biology teacher at New College. Tea, hens, fell running."},
    {"disclaimer/wrong-body", "The personal-views disclaimer names another body than the author's organisation.",
     Severity::warning, Confidence::high, "the personal-views disclaimer names another body",
     "name the Trust or your college in it", kWhy, kGood,
     "Biology teacher at New College. Views my own and not those of Leeds City Council."},
};
constexpr const Rule& kHidden = kRules[0];
constexpr const Rule& kIncomplete = kRules[1];
constexpr const Rule& kMissing = kRules[2];
constexpr const Rule& kWrongBody = kRules[3];

// What an account's posts add up to (see finish()).
constexpr std::string_view kPostsStaff = "posts-say-staff";
constexpr std::string_view kPostsStudent = "posts-say-student";
constexpr std::string_view kProfileSettled = "profile-settled";

// Characters that a profile text may have, where the platform is known for one; 0: no limit that matters.
std::size_t bio_limit(Platform platform) {
  switch (platform) {
    case Platform::x:
      return 160;
    case Platform::instagram:
    case Platform::threads:
      return 150;
    case Platform::tiktok:
      return 80;
    case Platform::facebook:
      return 101;
    case Platform::bluesky:
      return 256;
    case Platform::mastodon:
      return 500;
    case Platform::reddit:
      return 200;
    case Platform::discord:
      return 190;
    case Platform::telegram:
      return 70;
    case Platform::whatsapp:
      return 139;
    case Platform::snapchat:
      return 80;
    default:
      return 0;
  }
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_utf8_continuation(c); }));
}

bool is_publication(PostKind kind) {
  return kind == PostKind::profile || kind == PostKind::blog || kind == PostKind::page || kind == PostKind::story;
}

class DisclaimerChecker final : public Checker {
 public:
  using Checker::finish;

  explicit DisclaimerChecker(const CheckerSetup& setup) : policy_(setup.policy) {}

  void check(const PostView& view, Sink& sink) const override {
    const Context& context = view.context;
    const Post& post = view.post;
    if (post.voice != Voice::own || context.role == Role::official) return;
    bool belongs = context.affiliation.strength != Affiliation::Strength::none;
    if (post.kind == PostKind::profile && post.account != Post::kNone && (belongs || is_complete(context))) {
      sink.fact({&kMissing, post.account, kProfileSettled, 0, {0, 0}});
    }
    if (!belongs) return;
    if (is_publication(post.kind)) {
      check_publication(view, sink);
    } else {
      check_post(view, sink);
    }
  }

  void finish(const Account& account, Sink& sink) const override {
    const KeptFact* staff = account.fact(kMissing.id, kPostsStaff);
    const KeptFact* student = account.fact(kMissing.id, kPostsStudent);
    const KeptFact* said = staff != nullptr ? staff : student;
    if (said == nullptr || account.role == Role::official || account.profile.field.empty() ||
        account.fact(kMissing.id, kProfileSettled) != nullptr)
      return;
    Finding finding;
    finding.rule = &kMissing;
    finding.severity = kMissing.severity;
    finding.confidence = Confidence::medium;
    finding.has_span = false;
    finding.kind = said == staff ? kPostsStaff : kPostsStudent;
    finding.message = fmt::format(
        "{} of this account's posts let readers recognise the author as a member of the organisation, and the profile "
        "has no personal-views disclaimer",
        said->count);
    finding.help =
        help_to_add(said == staff ? Role::staff : Role::student, PostKind::profile, account.platform, account.bio);
    sink.finding(std::move(finding));
  }

 private:
  static bool is_complete(const Context& context) {
    return context.has(Half::own, true) && context.has(Half::not_organisation, true);
  }

  void check_publication(const PostView& view, Sink& sink) const {
    const Context& context = view.context;
    if (is_complete(context)) return;
    bool own = context.has(Half::own, true);
    bool not_organisation = context.has(Half::not_organisation, true);
    bool own_hidden = context.has(Half::own, false);
    bool not_organisation_hidden = context.has(Half::not_organisation, false);
    if ((own || own_hidden) && (not_organisation || not_organisation_hidden)) {
      report(view, sink, kHidden, first_hidden(context), hidden_message(context));
    } else if (context.has(Half::not_other, true) && !not_organisation) {
      report(view, sink, kWrongBody, first(context, Half::not_other), "");
    } else if (own || not_organisation || context.has(Half::reshares_only, true)) {
      report(view, sink, kIncomplete, nullptr, incomplete_message(own, not_organisation));
    } else if (own_hidden || not_organisation_hidden) {
      report(view, sink, kHidden, first_hidden(context), hidden_message(context));
    } else {
      report(view, sink, kMissing, nullptr, missing_message(context.affiliation));
    }
  }

  // A single post needs no disclaimer of its own, unless it states an opinion about the organisation and neither it nor
  // the author's profile has one. What it tells of the author counts for the account.
  void check_post(const PostView& view, Sink& sink) const {
    const Context& context = view.context;
    const Affiliation& affiliation = context.affiliation;
    if (view.post.account != Post::kNone && !affiliation.signals.empty() &&
        affiliation.strength == Affiliation::Strength::direct) {
      const Evidence& signal = affiliation.signals.front();
      sink.fact({&kMissing, view.post.account, affiliation.role == Role::student ? kPostsStudent : kPostsStaff,
                 signal.field, signal.span});
    }
    bool open = view.post.kind == PostKind::post || view.post.kind == PostKind::comment;
    if (!open || !context.states_opinion || !context.organisation || !context.disclaimer.empty()) return;
    report(view, sink, kMissing, nullptr,
           "the author belongs to the organisation and gives an opinion on it, and neither the post nor the profile "
           "says that the views are personal");
  }

  static const DisclaimerHalf* first(const Context& context, Half half) {
    for (const DisclaimerHalf& seen : context.disclaimer) {
      if (seen.half == half && !seen.in_bio) return &seen;
    }
    return nullptr;
  }

  static const DisclaimerHalf* first_hidden(const Context& context) {
    for (const DisclaimerHalf& seen : context.disclaimer) {
      if (!seen.hidden.empty()) return &seen;
    }
    return nullptr;
  }

  static std::string hidden_message(const Context& context) {
    const DisclaimerHalf* half = first_hidden(context);
    return half == nullptr ? ""
                           : fmt::format("the personal-views disclaimer is not visible to readers: it stands in {}",
                                         place_in_words(half->hidden));
  }

  static std::string place_in_words(std::string_view reason) {
    if (reason == "comment") return "a comment of the page";
    if (reason.starts_with("the ")) return std::string(reason);
    return fmt::format("a part of the page that is not shown ({})", reason);
  }

  static std::string incomplete_message(bool own, bool not_organisation) {
    if (own)
      return "the disclaimer says that the views are the author's own, but not that they are not those of the "
             "organisation";
    if (not_organisation) return "the disclaimer says whose views they are not, but not that they are the author's own";
    return "a word about reshares is no disclaimer of the author's own views";
  }

  static std::string missing_message(const Affiliation& affiliation) {
    std::string_view who = affiliation.role == Role::staff     ? "a member of staff"
                           : affiliation.role == Role::student ? "a student"
                                                               : "a member";
    std::string_view how = affiliation.in_bio                                        ? "the profile shows"
                           : affiliation.strength == Affiliation::Strength::indirect ? "readers can work out"
                                                                                     : "readers can tell";
    return fmt::format("{} that the author is {} of the organisation, but there is no personal-views disclaimer", how,
                       who);
  }

  // A sentence to paste that leaves room for what the profile says already.
  std::string help_to_add(Role role, PostKind kind, Platform platform, std::string_view text) const {
    bool profile = kind == PostKind::profile;
    std::string_view wording = policy_.wording(!profile                ? "blog"
                                               : role == Role::student ? "student-profile"
                                                                       : "staff-profile");
    std::size_t limit = profile ? bio_limit(platform) : 0;
    std::size_t used = characters(text);
    if (wording.empty()) return std::string(kMissing.help);
    if (limit == 0) return fmt::format("add, where everybody sees it: \"{}\"", wording);
    auto fits = [&](std::string_view sentence) { return used + 1 + characters(sentence) <= limit; };
    if (fits(wording)) return fmt::format("add to the profile: \"{}\"", wording);
    std::string_view brief = policy_.wording("short");
    if (!brief.empty() && fits(brief))
      return fmt::format("add to the profile: \"{}\" (the platform allows {} characters)", brief, limit);
    std::string_view best = brief.empty() ? wording : brief;
    return fmt::format("shorten the profile to make room ({} allows {} characters), and add: \"{}\"", to_name(platform),
                       limit, best);
  }

  void report(const PostView& view, Sink& sink, const Rule& rule, const DisclaimerHalf* at, std::string message) const {
    const Context& context = view.context;
    const Affiliation& affiliation = context.affiliation;
    Finding finding;
    finding.rule = &rule;
    finding.severity = rule.severity;
    finding.confidence = affiliation.strength == Affiliation::Strength::direct && is_publication(view.post.kind)
                             ? Confidence::high
                             : Confidence::medium;
    finding.kind = rule.id;
    finding.message = std::move(message);
    std::string_view bio;
    if (const Field* text = view.post.field("text"); text != nullptr && view.post.kind == PostKind::profile)
      bio = text->text;
    std::string help = help_to_add(context.role, view.post.kind, view.post.platform, bio);
    finding.help = &rule == &kMissing || &rule == &kIncomplete ? help : std::string(rule.help) + "; " + help;
    if (at != nullptr && !at->in_bio) {
      finding.field = at->place.field;
      finding.span = at->place.span;
    } else if (!affiliation.signals.empty()) {
      finding.field = affiliation.signals.front().field;
      finding.span = affiliation.signals.front().span;
    } else if (context.organisation) {
      finding.field = context.organisation->field;
      finding.span = context.organisation->span;
    } else {
      finding.has_span = false;
    }
    for (const Evidence& signal : affiliation.signals) {
      if (finding.evidence.size() < kMaxEvidence) finding.evidence.push_back(signal);
    }
    for (const DisclaimerHalf& half : context.disclaimer) {
      if (!half.in_bio && finding.evidence.size() < kMaxEvidence) finding.evidence.push_back(half.place);
    }
    sink.finding(std::move(finding));
  }

  const Policy& policy_;
};

std::unique_ptr<Checker> make(const CheckerSetup& setup) { return std::make_unique<DisclaimerChecker>(setup); }

}  // namespace

extern constinit const CheckerSpec disclaimer{"disclaimer", kRules, {}, {}, make};

}  // namespace postvet
