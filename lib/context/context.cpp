#include "context/context.h"

#include <algorithm>
#include <iterator>

namespace postvet {
namespace {

constexpr std::string_view kSignalNames[] = {"",
                                             "affiliation.staff.direct",
                                             "affiliation.student.direct",
                                             "affiliation.staff.indirect",
                                             "affiliation.student.indirect",
                                             "affiliation.profile",
                                             "affiliation.former",
                                             "affiliation.other",
                                             "disclaimer.own",
                                             "disclaimer.not-org",
                                             "disclaimer.not-other",
                                             "disclaimer.retweet-only",
                                             "disclaimer.combined",
                                             "stance.opinion",
                                             "organisation.ours"};

constexpr std::string_view kOffices[] = {"info",    "enquiries", "enquiry", "admissions", "office",    "reception",
                                         "hello",   "contact",   "support", "press",      "marketing", "media",
                                         "careers", "hr",        "library", "events"};

std::string folded_handle(std::string_view handle) {
  if (handle.starts_with('@')) handle.remove_prefix(1);
  return fold(handle);
}

// Who speaks in a field: a profile and what front matter says of the author tell of the author; a text may tell of
// others.
bool is_about_author(const Post& post, std::string_view field) {
  return (post.kind == PostKind::profile && field == "text") || field.starts_with("front-matter.");
}

bool is_publication(PostKind kind) {
  return kind == PostKind::blog || kind == PostKind::page || kind == PostKind::story;
}

// Whether a sentence has its author in it.
bool speaks_of_self(const Prepared& prepared, std::size_t word) {
  constexpr std::string_view kSelf[] = {"i", "i'm", "i've", "i'd", "i'll", "my", "me", "mine", "we", "our", "us"};
  Span sentence = prepared.sentence_of(word);
  for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
    if (std::find(std::begin(kSelf), std::end(kSelf), prepared.word(i)) != std::end(kSelf)) return true;
  }
  return false;
}

// A disclaimer in a field that the page does not show, or shows only to some.
std::string_view unseen_field(std::string_view field) {
  if (field.starts_with("media[")) return "the description of a picture";
  if (field == "links" || field == "html-title" || field.starts_with("meta.")) return "the page's data, not its text";
  if (field.starts_with("front-matter.")) {
    for (std::string_view shown : {"bio", "about", "author", "disclaimer", "footer", "note"}) {
      if (field.find(shown) != std::string_view::npos) return {};
    }
    return "the front matter";
  }
  return {};
}

}  // namespace

bool Context::has(DisclaimerHalf::Half half, bool visible) const {
  return std::any_of(disclaimer.begin(), disclaimer.end(),
                     [&](const DisclaimerHalf& seen) { return seen.half == half && seen.hidden.empty() == visible; });
}

// One text that is read for signals, and where what is found goes.
struct ContextMaker::Reading {
  const Post& post;
  const Prepared& prepared;
  const FieldHits& hits;
  const std::vector<Zone>& zones;
  std::size_t field;  // index; meaningless for a bio
  std::string_view name;
  bool is_bio;
  Context& context;
};

ContextMaker::ContextMaker(const Matcher& matcher, const Policy& policy) : matcher_(matcher) {
  signals_.assign(matcher.rule_count(), Signal::none);
  for (std::size_t i = 1; i < std::size(kSignalNames); ++i) {
    if (auto id = matcher.rule_id(kSignalNames[i])) signals_[*id] = static_cast<Signal>(i);
  }
  org_any_ = matcher.class_id(kOrgAny).value_or(kNoClass);
  org_handle_ = matcher.class_id(kOrgHandle).value_or(kNoClass);
  org_body_ = matcher.class_id("org.body").value_or(kNoClass);
  org_elsewhere_ = matcher.class_id("org.elsewhere").value_or(kNoClass);
  for (const std::string& handle : policy.handles) handles_.push_back(folded_handle(handle));
  for (const std::string& domain : policy.domains) domains_.push_back(fold(domain));
}

void ContextMaker::add_signal(Reading& reading, Affiliation::Strength strength, Role role, Span text,
                              std::string_view term) const {
  Affiliation& affiliation = reading.context.affiliation;
  if (strength > affiliation.strength) {
    affiliation.strength = strength;
    affiliation.role = role != Role::unknown ? role : affiliation.role;
  } else if (affiliation.role == Role::unknown) {
    affiliation.role = role;
  }
  if (reading.is_bio) {
    affiliation.in_bio = affiliation.in_bio || affiliation.signals.empty();
    return;
  }
  affiliation.in_bio = false;
  if (affiliation.signals.size() < kMaxEvidence)
    affiliation.signals.push_back({EvidenceRole::affiliation, reading.field, text, term});
}

// Whether something in the clause says that what it tells is over or another's ("former", "applying to").
bool ContextMaker::is_taken_back(const Reading& reading, std::uint32_t word) const {
  Span clause = reading.prepared.clause_of(word);
  return std::any_of(reading.hits.entries.begin(), reading.hits.entries.end(), [&](const EntryHit& other) {
    Signal kind = signal_of(other);
    return (kind == Signal::former || kind == Signal::other) && other.first < clause.end && clause.begin < other.last;
  });
}

// Direct and indirect signals that nothing in the same clause takes back. In a profile, to name the organisation is
// enough
// ("🎭 Drama @ New College"), when nothing in all of it says that the author has left or has to do with it in another
// way.
void ContextMaker::read_affiliation(Reading& reading) const {
  bool about_author = reading.is_bio || is_about_author(reading.post, reading.name);
  bool outside = std::any_of(reading.hits.entries.begin(), reading.hits.entries.end(), [&](const EntryHit& hit) {
    return signal_of(hit) == Signal::former || signal_of(hit) == Signal::other;
  });
  for (const EntryHit& hit : reading.hits.entries) {
    Signal signal = signal_of(hit);
    if (signal < Signal::staff_direct || signal > Signal::in_profile || hit.confidence == Confidence::low ||
        is_taken_back(reading, hit.first))
      continue;
    if (signal == Signal::in_profile && (!about_author || outside)) continue;
    bool direct = signal == Signal::staff_direct || signal == Signal::student_direct;
    bool staff = signal == Signal::staff_direct || signal == Signal::staff_indirect;
    Role role = signal == Signal::in_profile ? Role::unknown : staff ? Role::staff : Role::student;
    add_signal(reading, direct ? Affiliation::Strength::direct : Affiliation::Strength::indirect, role,
               reading.prepared.words_in_text(hit.first, hit.last), matcher_.entry_name(hit.entry));
  }
}

// A mail address of the organisation in a place that tells of the author.
void ContextMaker::read_addresses(Reading& reading) const {
  if (reading.prepared.addresses.empty() || !(reading.is_bio || is_about_author(reading.post, reading.name))) return;
  for (Span address : reading.prepared.addresses) {
    std::string_view text = std::string_view(reading.prepared.folded).substr(address.begin, address.size());
    std::size_t at = text.rfind('@');
    if (at == std::string_view::npos) continue;
    std::string_view host = text.substr(at + 1);
    // An office's mailbox tells of the office.
    bool office = std::find(std::begin(kOffices), std::end(kOffices), text.substr(0, at)) != std::end(kOffices);
    if (office) continue;
    bool own = std::any_of(domains_.begin(), domains_.end(), [&](const std::string& domain) {
      return host == domain || (host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
    });
    if (own)
      add_signal(reading, Affiliation::Strength::direct, Role::unknown, reading.prepared.in_text(address),
                 "affiliation.mail-domain");
  }
}

// A hashtag of the organisation in a place that tells of the author, as pupils wear a uniform.
void ContextMaker::read_hashtags(Reading& reading) const {
  if (org_handle_ == kNoClass || !(reading.is_bio || is_about_author(reading.post, reading.name))) return;
  for (const ClassHit& hit : reading.hits.classes) {
    if (hit.cls != org_handle_ || (reading.prepared.tokens[hit.first].gap & kHash) == 0) continue;
    add_signal(reading, Affiliation::Strength::indirect, Role::unknown,
               reading.prepared.words_in_text(hit.first, hit.last), "affiliation.hashtag");
  }
}

// Of an author whom the input calls staff or student a name of the organisation tells enough: in a profile, or in a
// sentence of a blog or page that speaks of its author.
void ContextMaker::read_names(Reading& reading) const {
  Role role = reading.post.author.role;
  bool belongs = role == Role::staff || role == Role::student || role == Role::contractor || role == Role::volunteer;
  if (!belongs || org_any_ == kNoClass || reading.context.affiliation.strength != Affiliation::Strength::none) return;
  bool profile = reading.is_bio || is_about_author(reading.post, reading.name);
  if (!profile && !is_publication(reading.post.kind)) return;
  const std::vector<ClassHit>& classes = reading.hits.classes;
  constexpr std::size_t kLookedAt = 64;  // names; each may cost a look at its whole sentence
  std::size_t names = 0;
  for (std::size_t i = 0; i < classes.size() && names < kLookedAt; ++i) {
    const ClassHit& hit = classes[i];
    if (hit.cls != org_any_) continue;
    ++names;
    if (is_taken_back(reading, hit.first)) continue;
    bool elsewhere = false;
    for (std::size_t next = i + 1; next < classes.size() && classes[next].first <= hit.last; ++next) {
      elsewhere = elsewhere || (classes[next].cls == org_elsewhere_ && classes[next].first == hit.last);
    }
    if (elsewhere || (!profile && !speaks_of_self(reading.prepared, hit.first))) continue;
    add_signal(reading, Affiliation::Strength::indirect, role, reading.prepared.words_in_text(hit.first, hit.last),
               "affiliation.named");
    return;
  }
}

// Who says that the views are not the organisation's, and names it, says that it might be thought so.
void ContextMaker::read_disclaimed_name(Reading& reading, const EntryHit& hit) const {
  if (reading.context.affiliation.strength != Affiliation::Strength::none || org_any_ == kNoClass) return;
  const std::vector<ClassHit>& classes = reading.hits.classes;
  auto name = std::partition_point(classes.begin(), classes.end(),
                                   [&](const ClassHit& before) { return before.first < hit.first; });
  while (name != classes.end() && name->first < hit.last && name->cls != org_any_) ++name;
  if (name == classes.end() || name->first >= hit.last) return;
  add_signal(reading, Affiliation::Strength::indirect, Role::unknown,
             reading.prepared.words_in_text(name->first, name->last), "affiliation.disclaimer");
}

// Where a field names the organisation: by a name, or as those who belong to it do.
void ContextMaker::read_organisation(Reading& reading) const {
  if (reading.is_bio || reading.context.organisation) return;
  const Prepared& prepared = reading.prepared;
  for (const ClassHit& hit : reading.hits.classes) {
    bool named = hit.cls == org_any_;
    if (hit.cls == org_body_ && !named) {
      // "the Trust", "our college"; not "my boss", and not a bare "work".
      std::string_view last = prepared.word(hit.last - 1);
      named = hit.last - hit.first > 1 && (last == "trust" || last == "college");
    }
    if (!named || hit.cls == kNoClass) continue;
    reading.context.organisation =
        Evidence{EvidenceRole::target, reading.field, prepared.words_in_text(hit.first, hit.last), kOrgAny};
    return;
  }
}

void ContextMaker::read(Reading& reading) const {
  const Prepared& prepared = reading.prepared;
  read_affiliation(reading);
  read_addresses(reading);
  read_hashtags(reading);
  read_names(reading);
  read_organisation(reading);
  for (const EntryHit& hit : reading.hits.entries) {
    Signal signal = signal_of(hit);
    if (signal == Signal::opinion && !reading.is_bio) reading.context.states_opinion = true;
    if (signal == Signal::ours && !reading.is_bio && !reading.context.organisation) {
      reading.context.organisation =
          Evidence{EvidenceRole::target, reading.field, prepared.words_in_text(hit.first, hit.last),
                   matcher_.entry_name(hit.entry)};
    }
    if (signal < Signal::own || signal > Signal::combined) continue;
    Span text = prepared.words_in_text(hit.first, hit.last);
    DisclaimerHalf half;
    half.in_bio = reading.is_bio;
    half.hidden = reading.is_bio ? std::string_view() : unseen_field(reading.name);
    for (const Zone& zone : reading.zones) {
      if (zone.kind == ZoneKind::hidden && zone.span.overlaps(text))
        half.hidden = zone.reason.empty() ? "hidden" : zone.reason;
    }
    half.place = {EvidenceRole::half, reading.field, text, matcher_.entry_name(hit.entry)};
    auto add = [&](DisclaimerHalf::Half which) {
      half.half = which;
      reading.context.disclaimer.push_back(half);
    };
    if (signal == Signal::not_organisation || signal == Signal::combined) read_disclaimed_name(reading, hit);
    if (signal == Signal::own || signal == Signal::combined) add(DisclaimerHalf::Half::own);
    if (signal == Signal::not_organisation || signal == Signal::combined) add(DisclaimerHalf::Half::not_organisation);
    if (signal == Signal::not_other) add(DisclaimerHalf::Half::not_other);
    if (signal == Signal::reshares_only) add(DisclaimerHalf::Half::reshares_only);
  }
}

Context ContextMaker::make(const Post& post, std::span<const Prepared> prepared, const Hits& hits,
                           const Prepared* bio_prepared, const FieldHits* bio) const {
  static const std::vector<Zone> kNoZones;
  Context context;
  for (std::size_t field = 0; field < hits.size(); ++field) {
    bool nothing = hits[field].entries.empty() && hits[field].classes.empty() && prepared[field].addresses.empty();
    if (nothing) continue;
    Reading reading{post,  prepared[field],         hits[field], post.fields[field].zones,
                    field, post.fields[field].name, false,       context};
    read(reading);
  }
  if (bio != nullptr) {
    Reading reading{post, *bio_prepared, *bio, kNoZones, 0, "bio", true, context};
    read(reading);
  }
  context.role = post.author.role;
  if (context.role == Role::unknown && !post.author.handle.empty() &&
      std::find(handles_.begin(), handles_.end(), folded_handle(post.author.handle)) != handles_.end()) {
    context.role = Role::official;
  }
  if (context.role == Role::unknown) context.role = context.affiliation.role;
  return context;
}

}  // namespace postvet
