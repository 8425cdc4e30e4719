#include "scan/worker.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/line_index.h"

namespace postvet {
namespace {

std::string clause_text(const Clause& clause) { return clause.title + ": " + clause.text; }

// Whom to tell: the route the policy names, else by the author's role.
std::string route_text(const Policy& policy, const Applies& line, Role role) {
  if (!line.route.empty()) {
    std::string_view text = policy.route(line.route);
    return std::string(text.empty() ? std::string_view(line.route) : text);
  }
  return std::string(policy.route(role == Role::student ? "student" : "staff"));
}

}  // namespace

class Worker::State {
 public:
  explicit State(const Engine& engine) : engine_(engine), scratch_(engine.matcher().make_scratch()) {}

  void check(const Batch& batch, const WorkerOptions& options, Checked& into) {
    options_ = &options;
    into_ = &into;
    batch_ = &batch;
    record_ = Post::kNone;
    for (const Post& post : batch.posts) check_post(post);
  }

  void finish(const std::vector<Account>& accounts, const WorkerOptions& options, std::vector<ReportedFinding>& into) {
    options_ = &options;
    for (const Account& account : accounts) {
      FindingList list;
      for (const auto& checker : engine_.checkers()) checker->finish(account, list);
      for (const Finding& finding : list.findings) {
        std::optional<ReportedFinding> reported = describe(finding, account.role, PostKind::profile);
        if (!reported) continue;
        const KeptFact* fact = account.fact(finding.rule->id, finding.kind);
        const KeptPlace& place = fact != nullptr ? fact->first : account.profile;
        reported->post = place.post;
        reported->entry = place.entry;
        reported->field = place.field;
        reported->platform = account.platform;
        reported->kind = PostKind::profile;
        if (!place.field.empty()) {
          reported->source = ReportedPlace{place.begin, place.end, place.line, place.column, place.line, place.column};
        }
        reported->fingerprint = fingerprint(finding.rule->id, finding.kind, nullptr, {}, {}, 0);
        into.push_back(std::move(*reported));
      }
    }
  }

 private:
  struct FindingList final : Sink {
    void finding(Finding finding) override { findings.push_back(std::move(finding)); }
    void fact(const Fact& fact) override { facts.push_back(fact); }
    std::vector<Finding> findings;
    std::vector<Fact> facts;
  };

  // What the rendering of a post needs to know of one of its (pieces of) fields.
  struct Piece {
    const Field* whole;
    std::size_t offset;  // of the piece in its field
  };

  void check_post(const Post& given) {
    Post cut;
    const Post* post = &given;
    pieces_.clear();
    bool too_long = false;
    for (const Field& field : given.fields) too_long = too_long || field.text.size() > kMaxPiece;
    if (too_long) {
      cut = in_pieces(given);
      post = &cut;
      ++into_->cut_posts;
    } else {
      for (const Field& field : given.fields) pieces_.push_back({&field, 0});
    }
    prepare(*post);
    const Prepared* bio = prepare_bio(*post);
    std::span<const Prepared> prepared(prepared_.data(), post->fields.size());
    Context context = engine_.contexts().make(*post, prepared, hits_, bio, bio != nullptr ? &bio_hits_ : nullptr);
    list_.findings.clear();
    list_.facts.clear();
    PostView view{*post, prepared, hits_, context, engine_.policy()};
    for (const auto& checker : engine_.checkers()) checker->check(view, list_);
    ++into_->checked;
    into_->has_media = into_->has_media || !post->media.empty();
    for (const Fact& fact : list_.facts) keep_fact(*post, fact);
    if (post->kind == PostKind::profile && post->account != Post::kNone) {
      std::size_t text = 0;
      while (text + 1 < post->fields.size() && post->fields[text].name != "text") ++text;
      if (!post->fields.empty()) into_->profiles.emplace_back(post->account, place_of(*post, text, {0, 0}));
    }
    if (!list_.findings.empty()) report(*post, context, prepared);
  }

  Post in_pieces(const Post& given) {
    Post cut = given;
    cut.fields.clear();
    for (const Field& field : given.fields) {
      std::size_t begin = 0;
      for (;;) {
        std::size_t end = std::min(field.text.size(), begin + kMaxPiece);
        while (end < field.text.size() && (static_cast<unsigned char>(field.text[end]) & 0xC0) == 0x80) --end;
        Field piece;
        piece.name = field.name;
        piece.text = field.text.substr(begin, end - begin);
        piece.to_record = field.to_record.slice({begin, end});
        for (const Zone& zone : field.zones) {
          Span inside{std::max(zone.span.begin, begin), std::min(zone.span.end, end)};
          if (inside.begin < inside.end)
            piece.zones.push_back({{inside.begin - begin, inside.end - begin}, zone.kind, zone.reason});
        }
        cut.fields.push_back(std::move(piece));
        pieces_.push_back({&field, begin});
        if (end == field.text.size()) break;
        begin = end - kPieceOverlap;
        while ((static_cast<unsigned char>(field.text[begin]) & 0xC0) == 0x80) --begin;
      }
    }
    return cut;
  }

  // Where a text tells of an author whom the input calls a member, the organisation's name alone counts: class words
  // are wanted in all of it, and not only around what else is found.
  static bool wants_names(const Post& post) {
    return post.author.role != Role::unknown && post.author.role != Role::official;
  }

  void seed_front(const Prepared& prepared) {
    constexpr std::uint32_t kWords = 512;  // more than any profile has
    for (std::uint32_t i = 0; i < std::min<std::size_t>(prepared.tokens.size(), kWords); ++i) seeds_.push_back(i);
  }

  void find(std::string_view text, const std::vector<Zone>& zones, bool names, Prepared& prepared, FieldHits& hits) {
    preparer_.prepare(text, prepared);
    hits.clear();
    engine_.patterns().find(prepared, hits.patterns);
    seeds_.clear();
    if (names) seed_front(prepared);
    for (const PatternHit& hit : hits.patterns) {
      auto token = std::partition_point(prepared.tokens.begin(), prepared.tokens.end(),
                                        [&](const Token& t) { return t.end <= hit.folded.begin; });
      seeds_.push_back(static_cast<std::uint32_t>(token - prepared.tokens.begin()));
    }
    std::sort(seeds_.begin(), seeds_.end());
    engine_.matcher().match(prepared, zones, seeds_, *scratch_, hits);
    into_->guarded += hits.dropped;
    into_->overflow += hits.overflow;
    into_->combining += prepared.combining_cut;
  }

  void prepare(const Post& post) {
    if (prepared_.size() < post.fields.size()) prepared_.resize(post.fields.size());
    hits_.resize(post.fields.size());
    bool names = wants_names(post) && post.kind != PostKind::post && post.kind != PostKind::comment &&
                 post.kind != PostKind::message;
    for (std::size_t i = 0; i < post.fields.size(); ++i)
      find(post.fields[i].text, post.fields[i].zones, names, prepared_[i], hits_[i]);
  }

  // The bio is context; the posts of an export share one, so the last one is remembered.
  const Prepared* prepare_bio(const Post& post) {
    if (post.author.bio.empty() || post.kind == PostKind::profile) return nullptr;
    bool names = wants_names(post);
    if (post.author.bio != bio_ || names != bio_names_) {
      bio_ = post.author.bio.substr(0, kMaxPiece);
      bio_names_ = names;
      preparer_.prepare(bio_, bio_prepared_);
      bio_hits_.clear();
      seeds_.clear();
      if (names) seed_front(bio_prepared_);
      engine_.matcher().match(bio_prepared_, {}, seeds_, *scratch_, bio_hits_);
    }
    return &bio_prepared_;
  }

  const Record& record_of(const Post& post) const { return batch_->records[post.record]; }

  ReportedPlace source_of(const Post& post, std::size_t field, Span span) {
    const Record& record = record_of(post);
    if (record_ != post.record) {
      lines_.emplace(record.text, record.start);
      record_ = post.record;
    }
    Span in_record = post.fields[field].to_record.to_source(span);
    Span in_file = record.to_file.to_source(in_record);
    LineColumn begin = lines_->at(in_record.begin);
    LineColumn end = lines_->at(in_record.end);
    return {in_file.begin, in_file.end, begin.line, begin.column, end.line, end.column};
  }

  KeptPlace place_of(const Post& post, std::size_t field, Span span) {
    ReportedPlace source = source_of(post, field, span);
    return {std::string(post.id),
            std::string(post.fields[field].name),
            std::string(record_of(post).entry),
            source.begin,
            source.end,
            source.line,
            source.column};
  }

  void keep_fact(const Post& post, const Fact& fact) {
    KeptFact kept{std::string(fact.rule->id), std::string(fact.key), 1, place_of(post, fact.field, fact.span)};
    into_->facts.push_back({fact.account, std::move(kept)});
  }

  // Severity, clause and route by the policy; nothing when the rule is off there or below what is asked for.
  std::optional<ReportedFinding> describe(const Finding& finding, Role role, PostKind kind) const {
    const Rule& rule = *finding.rule;
    const Applies* line = engine_.policy().applies_to(rule.id, role, kind);
    if (line == nullptr) return std::nullopt;
    Severity severity = finding.severity;
    std::optional<Severity> wanted = line->severity;
    for (const RuleSettings::Override& setting : engine_.settings().overrides) {
      if (setting.rule != rule.id && setting.rule != rule.group()) continue;
      if (setting.off) return std::nullopt;
      if (setting.severity) wanted = setting.severity;
    }
    if (wanted) severity = severity == rule.severity ? *wanted : std::min(severity, *wanted);
    if (severity < options_->min_severity || finding.confidence < options_->min_confidence) return std::nullopt;

    ReportedFinding reported;
    reported.rule = rule.id;
    reported.severity = severity;
    reported.confidence = finding.confidence;
    reported.path = options_->path;
    reported.message = finding.message.empty() ? std::string(rule.message) : finding.message;
    reported.help = finding.help.empty() ? std::string(rule.help) : finding.help;
    if (const Clause* clause = engine_.policy().clause(line->clause)) {
      reported.clause_id = clause->id;
      reported.clause = clause_text(*clause);
    }
    reported.route = route_text(engine_.policy(), *line, role);
    return reported;
  }

  void report(const Post& post, const Context& context, std::span<const Prepared> prepared) {
    std::stable_sort(list_.findings.begin(), list_.findings.end(), [](const Finding& a, const Finding& b) {
      if (a.has_span != b.has_span) return a.has_span < b.has_span;
      return std::tie(a.field, a.span, a.rule->id) < std::tie(b.field, b.span, b.rule->id);
    });
    masked_.assign(post.fields.size(), {});
    for (const Finding& finding : list_.findings) {
      if (finding.rule->group() == "personal-data" && finding.has_span)
        masked_[finding.field].push_back({finding.span, finding.rule->id});
    }
    occurrences_.clear();
    std::size_t first = into_->findings.size();
    for (const Finding& finding : list_.findings) {
      std::optional<ReportedFinding> reported = describe(finding, context.role, post.kind);
      if (!reported) continue;
      fill(*reported, finding, post, prepared);
      bool twin = std::any_of(into_->findings.begin() + static_cast<std::ptrdiff_t>(first), into_->findings.end(),
                              [&](const ReportedFinding& other) {
                                return reported->span && other.span == reported->span &&
                                       other.field == reported->field && other.rule == reported->rule;
                              });
      if (!twin) into_->findings.push_back(std::move(*reported));  // a twin comes from the overlap of two pieces
    }
  }

  void fill(ReportedFinding& reported, const Finding& finding, const Post& post, std::span<const Prepared> prepared) {
    reported.entry = record_of(post).entry;
    reported.post = post.id;
    reported.platform = post.platform;
    reported.kind = post.kind;
    reported.voice = post.voice;
    reported.time = post.time.text;
    const std::vector<MaskedSpan>* masked = nullptr;
    if (finding.field < post.fields.size()) {
      const Field& field = post.fields[finding.field];
      masked = &masked_[finding.field];
      reported.field = field.name;
      if (finding.has_span) {
        reported.span = finding.span.shifted(pieces_[finding.field].offset);
        reported.source = source_of(post, finding.field, finding.span);
        std::string_view value = field.text.substr(finding.span.begin, finding.span.size());
        if (finding.rule->group() == "personal-data")
          reported.masked = options_->show_values ? std::string(value) : mask(value);
        if (options_->excerpts) {
          static const std::vector<MaskedSpan> kNothing;
          reported.excerpt = make_excerpt(field.text, finding.span, options_->show_values ? kNothing : *masked);
        }
      }
    }
    for (const Evidence& evidence : finding.evidence) {
      reported.evidence.push_back({evidence.role, std::string(post.fields[evidence.field].name),
                                   evidence.span.shifted(pieces_[evidence.field].offset), std::string(evidence.term)});
    }
    const Prepared* words = finding.has_span && finding.field < prepared.size() ? &prepared[finding.field] : nullptr;
    static const std::vector<MaskedSpan> kNone;
    const std::vector<MaskedSpan>& hidden = masked != nullptr ? *masked : kNone;
    reported.fingerprint = fingerprint(reported.rule, finding.kind, words, finding.span, hidden, 0);
    std::size_t& times = occurrences_[reported.fingerprint];
    if (times++ > 0)
      reported.fingerprint = fingerprint(reported.rule, finding.kind, words, finding.span, hidden, times - 1);
  }

  const Engine& engine_;
  Matcher::ScratchPtr scratch_;
  Preparer preparer_;
  std::vector<Prepared> prepared_;
  Hits hits_;
  std::vector<std::uint32_t> seeds_;
  std::string bio_;
  bool bio_names_ = false;  // whether its class words were wanted
  Prepared bio_prepared_;
  FieldHits bio_hits_;
  FindingList list_;
  std::vector<Piece> pieces_;
  std::vector<std::vector<MaskedSpan>> masked_;
  std::map<std::string, std::size_t> occurrences_;  // of a fingerprint in the post
  std::size_t record_ = Post::kNone;
  std::optional<LineIndex> lines_;

  const WorkerOptions* options_ = nullptr;
  const Batch* batch_ = nullptr;
  Checked* into_ = nullptr;
};

Worker::Worker(const Engine& engine) : state_(std::make_unique<State>(engine)) {}
Worker::~Worker() = default;

void Worker::check(const Batch& batch, const WorkerOptions& options, Checked& into) {
  state_->check(batch, options, into);
}

void Worker::finish(const std::vector<Account>& accounts, const WorkerOptions& options,
                    std::vector<ReportedFinding>& into) {
  state_->finish(accounts, options, into);
}

}  // namespace postvet
