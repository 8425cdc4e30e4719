// The archive that X gives its users: assignments of JSON in data/*.js, since 2018; from a zip, a folder, or one file
// of it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "read/entities.h"
#include "read/reader.h"
#include "read/time_text.h"
#include "read/x_files.h"
#include "syntax/json_reader.h"
#include "syntax/json_records.h"

namespace postvet {
namespace {

constexpr std::size_t kSmallFiles = std::size_t{16} << 20;  // all key files together
constexpr std::size_t kNotePrefix = 1200;                   // bytes of a note that a cut-off copy of it may hold
constexpr std::size_t kSecond = 19;                         // 2023-02-18T12:33:11
constexpr std::size_t kHead = 512;                          // shows whether a file is empty, and its global name

// Up to `size` decoded bytes; what fails to read is read again by who needs it.
std::string head_of(ByteStream& stream, std::size_t size) {
  std::string raw(size, '\0');
  std::size_t held = 0;
  while (held < size) {
    auto count = stream.read(raw.data() + held, size - held);
    if (!count || *count == 0) break;
    held += *count;
  }
  StringStream bytes(raw.substr(0, held));
  auto document = read_document(bytes, 4 * size);
  return document ? document->text : std::string();
}

struct Subject {
  std::string id;
  std::string name;
  std::string handle;
  std::string bio;
};

struct Tweet {
  JsonString text;
  std::string_view id, created, reply_to, text_key;
  struct Medium {
    std::string_view url, type;
    JsonString alt;
  };
  std::vector<Medium> media;
  bool deleted = false;
  bool has_text = false;
};

struct Message {
  JsonString text;
  std::string_view id, sender, recipient, created;
  bool has_text = false;
};

class XArchive {
 public:
  XArchive(Input& input, const ReadOptions& options, PostSink& sink) : input_(input), options_(options), sink_(sink) {}

  Result<void> read() {
    if (!input_.is_container()) return read_one_file();
    bool found = false;
    directory_ = x_directory(input_.entries(), found);
    if (!found) return fail("no file of an X archive in it", input_.name());
    for (const EntryInfo& entry : input_.entries()) {
      if (directory_of(entry.path) == directory_) kinds_[entry.path] = x_file_of_stem(x_stem(file_of(entry.path)));
    }
    auto first = input_.visit([this](const EntryInfo& entry, ByteStream& stream) { return look_at(entry, stream); });
    if (!first && kinds_.empty()) return first;
    finish_looking();
    return input_.visit([this](const EntryInfo& entry, ByteStream& stream) { return read_entry(entry, stream); });
  }

 private:
  XFile kind_of(const std::string& path) const {
    auto known = kinds_.find(path);
    return known == kinds_.end() ? XFile::other : known->second;
  }

  // ---- First pass: what later records need.

  bool look_at(const EntryInfo& entry, ByteStream& stream) {
    switch (kind_of(entry.path)) {
      case XFile::manifest:
        read_small(entry, stream, [this] { read_manifest(); });
        break;
      case XFile::account:
        read_small(entry, stream, [this] { read_account(); });
        break;
      case XFile::profile:
        read_small(entry, stream, [this] { read_bio(); });
        break;
      case XFile::notes:
        look_at_notes(stream);
        break;
      case XFile::messages:
        look_at_conversations(entry, stream);
        break;
      case XFile::words:
        if (!is_empty_x_list(head_of(stream, kHead))) unread_.push_back(std::string(file_of(entry.path)));
        break;
      default:
        break;
    }
    return true;
  }

  void finish_looking() {
    for (const std::string& file : missing_) {
      sink_.skip({}, "the manifest names this file, and it is not in the archive", file);
    }
    if (!unread_.empty()) sink_.note(fmt::format("not examined: {}", fmt::join(unread_, ", ")));
    if (notes_full_) sink_.note("long posts are too many to be told from their cut-off copies; both are checked");
    if (subject_.id.empty()) sink_.note("no account.js: every message is taken for the subject's own");
    open_account();
  }

  void open_account() {
    Account account;
    account.platform = Platform::x;
    account.name = subject_.name;
    account.handle = subject_.handle;
    account.bio = subject_.bio;
    account.role = options_.role;
    account_ = sink_.add_account(std::move(account));
  }

  // Runs `use` on the one JSON document of a small file, opened in reader_.
  template <class Use>
  void read_small(const EntryInfo& entry, ByteStream& stream, Use use) {
    bool reported = kind_of(entry.path) == XFile::profile;  // by the second pass, which reads it again
    auto complain = [&](std::string_view what) {
      if (!reported) sink_.skip({}, std::string(what), entry.path);
      reported = true;
    };
    auto document = read_document(stream, kSmallFiles - std::min(small_, kSmallFiles));
    if (!document) {
      complain(document.error().what);
      return;
    }
    small_ += document->text.size();
    StringStream bytes(std::move(document->text));
    Source source(bytes);
    ElementSplitter splitter(source, "$");
    SplitRecord record;
    auto more = splitter.next(record);
    if (!more || !*more || !record.problem.empty()) {
      complain(record.problem.empty() ? "not a JSON document" : record.problem);
      return;
    }
    Arena arena;
    if (reader_.open(arena.store(record.text, kRecordPadding), arena)) use();
    if (!reader_.sound()) complain("malformed JSON");
  }

  void read_manifest() {
    std::string_view key;
    if (!reader_.enter_object()) return;
    while (reader_.next_member(key)) {
      if (key != "dataTypes" || !reader_.enter_object()) continue;
      while (reader_.next_member(key)) {
        XFile kind = x_file_of_type(key);
        if (!reader_.enter_object()) continue;
        while (reader_.next_member(key)) {
          if (key == "files" && reader_.enter_array()) read_manifest_files(kind);
        }
      }
    }
  }

  void read_manifest_files(XFile kind) {
    while (reader_.next_element()) {
      std::string_view name;
      std::string_view key;
      if (!reader_.enter_object()) continue;
      while (reader_.next_member(key)) {
        if (key == "fileName") read_text(name);
      }
      if (kind == XFile::other || name.empty()) continue;
      std::string path = std::string(directory_).append(file_of(name));
      auto known = kinds_.find(path);
      if (known == kinds_.end()) {
        missing_.push_back(path);
      } else {
        known->second = kind;
      }
    }
  }

  // Calls `use` for each member of the objects that a list of wrapped objects holds: [{"account":{…}}].
  template <class Use>
  void each_wrapped_member(Use use) {
    if (!reader_.enter_array()) return;
    std::string_view key;
    while (reader_.next_element()) {
      if (!reader_.enter_object()) continue;
      while (reader_.next_member(key)) {
        if (!reader_.enter_object()) continue;
        while (reader_.next_member(key)) use(key);
      }
    }
  }

  void read_account() {
    each_wrapped_member([this](std::string_view key) {
      std::string_view text;
      if (key != "accountId" && key != "username" && key != "accountDisplayName") return;
      read_text(text);
      if (key == "accountId") subject_.id = text;
      if (key == "username") subject_.handle = text.empty() ? "" : "@" + std::string(text);
      if (key == "accountDisplayName") subject_.name = text;
    });
  }

  void read_bio() {
    each_wrapped_member([this](std::string_view key) {
      if (key != "description" || !reader_.enter_object()) return;
      std::string_view inner;
      while (reader_.next_member(inner)) {
        std::string_view text;
        if (inner == "bio" && read_text(text)) subject_.bio = text;
      }
    });
  }

  void look_at_notes(ByteStream& stream) {
    Source source(stream);
    ElementSplitter splitter(source, "$[*]");
    SplitRecord record;
    while (!notes_full_ && splitter.next(record).value_or(false)) {
      Arena arena;
      Tweet note;
      if (!record.problem.empty() || !reader_.open(arena.store(record.text, kRecordPadding), arena)) continue;
      if (!read_tweet(note) || note.created.size() < kSecond) continue;
      decode_entities(note.text, Entities::markup, arena);
      small_ += kNotePrefix;
      notes_full_ = small_ > kSmallFiles;
      std::string second(note.created.substr(0, kSecond));
      if (!notes_full_) notes_.emplace(second, std::string(note.text.text.substr(0, kNotePrefix)));
    }
    if (notes_full_) notes_.clear();
  }

  void look_at_conversations(const EntryInfo& entry, ByteStream& stream) {
    Source source(stream);
    ElementSplitter splitter(source, "$[*].dmConversation.conversationId");
    SplitRecord record;
    std::vector<std::string>& ids = conversations_[entry.path];
    while (splitter.next(record).value_or(false)) {
      if (!record.problem.empty() || record.element == SplitRecord::kUnknown || small_ > kSmallFiles) continue;
      constexpr std::size_t kMaxId = 64;
      if (record.text.size() < 2 || record.text.size() > kMaxId) continue;
      small_ += kMaxId;
      ids.resize(record.element + 1);
      ids[record.element] = record.text.substr(1, record.text.size() - 2);
    }
  }

  // ---- Second pass: the records.

  bool read_entry(const EntryInfo& entry, ByteStream& stream) {
    XFile kind = kind_of(entry.path);
    bool go_on = true;
    switch (kind) {
      case XFile::profile:
        go_on = each_record(entry.path, stream, "$[*]", [&](const Record& r, std::size_t) { add_profile(r); });
        break;
      case XFile::tweets:
      case XFile::deleted:
      case XFile::notes:
        go_on = each_record(entry.path, stream, "$[*]", [&](const Record& r, std::size_t) { add_tweet(r, kind); });
        break;
      case XFile::messages:
        go_on = each_record(entry.path, stream, "$[*].dmConversation.messages[*]",
                            [&](const Record& r, std::size_t element) { add_message(r, element); });
        break;
      case XFile::likes:
        count(stream, "likes");
        break;
      case XFile::contacts:
        count(stream, "followers, followed, blocked and muted accounts");
        break;
      default:
        break;
    }
    return go_on;
  }

  Result<void> read_one_file() {
    auto head = input_.open();
    if (!head) return tl::unexpected(head.error());
    XFile kind = x_file_of_assignment(head_of(**head, kHead));
    auto stream = input_.open();
    if (!stream) return tl::unexpected(stream.error());
    kinds_[""] = kind;
    if (kind != XFile::tweets && kind != XFile::deleted && kind != XFile::notes && kind != XFile::messages) {
      return fail("this file of an X archive holds no posts", input_.name(), "name the whole archive");
    }
    if (kind == XFile::messages) sink_.note("no account.js: every message is taken for the subject's own");
    open_account();
    EntryInfo alone;
    read_entry(alone, **stream);
    return {};
  }

  template <class Add>
  bool each_record(const std::string& entry, ByteStream& stream, std::string_view path, Add add) {
    Source source(stream);
    ElementSplitter splitter(source, path);
    SplitRecord piece;
    bool go_on = true;
    while (go_on) {
      auto more = splitter.next(piece);
      if (!more)
        sink_.skip(piece.start, fmt::format("the rest of the file cannot be read: {}", more.error().what), entry);
      if (!more || !*more) break;
      if (!piece.problem.empty()) {
        sink_.skip(piece.start, piece.problem, entry);
        continue;
      }
      const Record& record = sink_.begin_record(piece.text, piece.start, std::move(piece.to_file), entry);
      if (reader_.open(record.text, sink_.batch().arena)) {
        add(record, piece.element);
      } else {
        sink_.skip(record.start, "malformed JSON", record.entry);
      }
      go_on = sink_.end_record();
    }
    sink_.repaired(source.repairs());
    return go_on;
  }

  void count(ByteStream& stream, std::string_view what) {
    Source source(stream);
    ElementSplitter splitter(source, "$[*]");
    SplitRecord record;
    std::uint64_t number = 0;
    while (splitter.next(record).value_or(false)) number += record.problem.empty() ? 1 : 0;
    if (number > 0) sink_.count_system(what, number);
  }

  bool read_text(std::string_view& text) {
    JsonString value;
    if (!reader_.read(value)) return false;
    text = value.text;
    return true;
  }

  // The members of a tweet, a deleted tweet or a note; inside a wrapper or, as in 2018, without.
  bool read_tweet(Tweet& tweet) {
    if (!reader_.enter_object()) return false;
    return read_tweet_members(tweet) && reader_.finished();
  }

  bool read_tweet_members(Tweet& tweet) {
    constexpr std::array<std::string_view, 5> kInner{"tweet", "noteTweet", "communityTweet", "deletedTweet",
                                                     "circleTweet"};
    int open = 1;  // wrappers that were entered
    std::string_view key;
    while (open > 0) {
      if (!reader_.next_member(key)) {
        if (!reader_.sound()) return false;
        --open;
        continue;
      }
      if (key == "full_text" || key == "text") {
        JsonString text;
        if (key == "text" && tweet.text_key == "full_text") continue;
        if (!reader_.read(text)) return false;
        tweet.text = std::move(text);
        tweet.text_key = key == "text" ? "text" : "full_text";
        tweet.has_text = true;
      } else if (key == "id_str" || key == "noteTweetId" || (key == "id" && tweet.id.empty())) {
        read_text(tweet.id);
      } else if (key == "created_at" || key == "createdAt") {
        read_text(tweet.created);
      } else if (key == "in_reply_to_status_id_str") {
        read_text(tweet.reply_to);
      } else if (key == "deleted_at") {
        tweet.deleted = true;
      } else if (key == "extended_entities") {
        read_entities(tweet);
      } else if (key == "core" || std::find(kInner.begin(), kInner.end(), key) != kInner.end()) {
        if (reader_.enter_object()) ++open;
      }
    }
    return true;
  }

  void read_entities(Tweet& tweet) {
    std::string_view key;
    if (!reader_.enter_object()) return;
    while (reader_.next_member(key)) {
      if (key != "media" || !reader_.enter_array()) continue;
      while (reader_.next_element()) {
        if (!reader_.enter_object()) continue;
        Tweet::Medium& medium = tweet.media.emplace_back();
        while (reader_.next_member(key)) {
          if (key == "media_url_https" || (key == "media_url" && medium.url.empty())) read_text(medium.url);
          if (key == "type") read_text(medium.type);
          if (key == "ext_alt_text") reader_.read(medium.alt);
        }
      }
    }
  }

  // The author and account of a post that the subject wrote.
  void sign(Post& post) {
    Arena& arena = sink_.batch().arena;
    post.platform = Platform::x;
    post.author.name = arena.store(subject_.name);
    post.author.handle = arena.store(subject_.handle);
    post.author.bio = arena.store(subject_.bio);
    post.author.role = options_.role;
    post.account = account_;
  }

  void set_time(Post& post, std::string_view created) {
    std::string converted = rfc3339_of_asctime(created);
    post.time.text = converted.empty() ? created : sink_.batch().arena.store(converted);
    post.time.zone_known = is_rfc3339(post.time.text);
  }

  static void add_field(Post& post, std::string_view name, JsonString&& text) {
    Field& field = post.fields.emplace_back();
    field.name = name;
    field.text = text.text;
    field.to_record = std::move(text.map);
  }

  // True when the text is the front of a long post that is checked as a note.
  bool is_cut_off_copy(const Tweet& tweet) const {
    constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
    std::size_t end = tweet.text.text.rfind(kEllipsis);
    if (notes_.empty() || end == std::string_view::npos || end == 0) return false;
    std::string_view front = tweet.text.text.substr(0, end);
    while (!front.empty() && front.back() == ' ') front.remove_suffix(1);
    std::string second = rfc3339_of_asctime(tweet.created).substr(0, kSecond);
    auto [begin, behind] = notes_.equal_range(second);
    return std::any_of(begin, behind,
                       [&](const auto& note) { return !front.empty() && note.second.starts_with(front); });
  }

  void add_tweet(const Record& record, XFile kind) {
    Tweet tweet;
    if (!read_tweet(tweet) || !tweet.has_text) {
      sink_.skip(record.start, reader_.sound() ? "no text where a post has one" : "malformed JSON", record.entry);
      return;
    }
    Arena& arena = sink_.batch().arena;
    decode_entities(tweet.text, Entities::markup, arena);
    if (kind != XFile::notes && is_cut_off_copy(tweet)) {
      sink_.count_system("cut-off copies of long posts");
      return;
    }
    Post& post = sink_.add_post();
    sign(post);
    post.id = tweet.id;
    post.in_reply_to = tweet.reply_to;
    post.state = kind == XFile::deleted || tweet.deleted ? PostState::deleted : PostState::published;
    set_time(post, tweet.created);
    if (!subject_.handle.empty() && !tweet.id.empty() && kind != XFile::notes) {
      post.url = arena.store(fmt::format("https://x.com/{}/status/{}", subject_.handle.substr(1), tweet.id));
    }
    if (is_retweet(tweet.text.text)) post.voice = Voice::passed_on;
    add_field(post, "text", std::move(tweet.text));
    for (std::size_t i = 0; i < tweet.media.size(); ++i) {
      Tweet::Medium& medium = tweet.media[i];
      Media& media = post.media.emplace_back();
      media.type = medium.type == "photo" ? "image" : medium.type.empty() ? "" : "video";
      if (!medium.url.empty()) {
        media.path = arena.store(fmt::format("{}tweets_media/{}-{}", directory_, tweet.id, file_of(medium.url)));
      }
      if (!medium.alt.text.empty())
        add_field(post, arena.store(fmt::format("media[{}].alt", i)), std::move(medium.alt));
    }
  }

  // `RT @handle: `: somebody else's words.
  static bool is_retweet(std::string_view text) {
    constexpr std::size_t kLongestHandle = 20;
    if (!text.starts_with("RT @")) return false;
    std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon < 4 + kLongestHandle &&
           text.substr(0, colon).find(' ', 3) == std::string_view::npos;
  }

  void add_profile(const Record& record) {
    JsonString bio;
    bool has_bio = false;
    std::string_view key;
    if (reader_.enter_object()) {
      while (reader_.next_member(key)) {
        if (!reader_.enter_object()) continue;
        while (reader_.next_member(key)) {
          if (key != "description" || !reader_.enter_object()) continue;
          while (reader_.next_member(key)) {
            if (key == "bio") has_bio = reader_.read(bio);
          }
        }
      }
    }
    if (!reader_.finished() || !has_bio) {
      sink_.skip(record.start, "no bio where a profile has one", record.entry);
      return;
    }
    Post& post = sink_.add_post();
    sign(post);
    post.author.bio = {};
    post.kind = PostKind::profile;
    decode_entities(bio, Entities::markup, sink_.batch().arena);
    add_field(post, "text", std::move(bio));
  }

  // False for something that happened in a conversation and is no message.
  bool read_message(Message& message) {
    bool is_message = false;
    std::string_view key;
    while (reader_.next_member(key)) {
      if ((key != "messageCreate" && key != "welcomeMessageCreate") || !reader_.enter_object()) continue;
      is_message = true;
      while (reader_.next_member(key)) {
        if (key == "text") message.has_text = reader_.read(message.text);
        if (key == "id") read_text(message.id);
        if (key == "senderId") read_text(message.sender);
        if (key == "recipientId") read_text(message.recipient);
        if (key == "createdAt") read_text(message.created);
      }
    }
    return is_message;
  }

  void add_message(const Record& record, std::size_t element) {
    Message message;
    bool is_message = reader_.enter_object() && read_message(message);
    if (!reader_.finished()) {
      sink_.skip(record.start, "malformed JSON", record.entry);
      return;
    }
    if (!is_message) {
      sink_.count_system("events in conversations");
      return;
    }
    if (!message.has_text) {
      sink_.skip(record.start, "no text where a message has one", record.entry);
      return;
    }
    Arena& arena = sink_.batch().arena;
    Post& post = sink_.add_post();
    post.platform = Platform::x;
    post.kind = PostKind::message;
    if (subject_.id.empty() || message.sender == subject_.id) {
      sign(post);
    } else {
      post.voice = Voice::others;
      post.author.handle = message.sender;
    }
    post.id = message.id;
    auto ids = conversations_.find(std::string(record.entry));
    if (ids != conversations_.end() && element < ids->second.size())
      post.conversation = arena.store(ids->second[element]);
    if (!message.recipient.empty()) post.recipients.push_back(message.recipient);
    set_time(post, message.created);
    decode_entities(message.text, Entities::and_quotes, arena);
    add_field(post, "text", std::move(message.text));
  }

  Input& input_;
  const ReadOptions& options_;
  PostSink& sink_;
  JsonReader reader_;
  std::string directory_;
  std::map<std::string, XFile, std::less<>> kinds_;  // of the .js files, by path
  std::vector<std::string> missing_;
  std::vector<std::string> unread_;
  Subject subject_;
  std::size_t account_ = Post::kNone;
  std::size_t small_ = 0;                                    // bytes kept of key files
  std::unordered_multimap<std::string, std::string> notes_;  // second → front of the text
  bool notes_full_ = false;
  std::map<std::string, std::vector<std::string>> conversations_;  // of a file, in order
};

Detection detect(const Probe& probe) {
  Detection detection;
  auto claim = [&](int score, std::string reason) {
    detection.score = score;
    detection.generation = "archive";
    detection.reasons.push_back(std::move(reason));
  };
  if (!probe.is_container) {
    if (x_file_of_assignment(probe.head) != XFile::other) claim(85, "an assignment to window.YTD");
    return detection;
  }
  bool found = false;
  std::string directory(x_directory(probe.entries, found));
  if (!found) return detection;
  if (probe.entry_head(directory + "manifest.js").find("window.__THAR_CONFIG") != std::string::npos) {
    claim(95, "manifest.js assigns window.__THAR_CONFIG");
    return detection;
  }
  for (std::string_view name : {"tweets.js", "tweet.js", "account.js"}) {
    if (x_file_of_assignment(probe.entry_head(directory + std::string(name))) == XFile::other) continue;
    claim(85, fmt::format("{} assigns to window.YTD", name));
    return detection;
  }
  return detection;
}

Result<void> read(Input& input, const ReadOptions& options, PostSink& sink) {
  return XArchive(input, options, sink).read();
}

}  // namespace

extern const ReaderSpec x_archive{
    .name = "x-archive",
    .summary =
        "the archive that X (Twitter) gives its users, since 2018: posts, long posts, deleted posts, messages, profile",
    .detect = detect,
    .read = read,
};

}  // namespace postvet
