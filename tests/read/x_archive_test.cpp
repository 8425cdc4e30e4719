#include <doctest/doctest.h>

#include <string>

#include "read/collect.h"
#include "read/reader.h"

namespace postvet {
extern const ReaderSpec x_archive;
}
using namespace postvet;

namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kManifest =
    "window.__THAR_CONFIG = "
    "{\"userInfo\":{},\"dataTypes\":{\"account\":{\"files\":[{\"fileName\":\"data/account.js\"}]},"
    "\"tweets\":{\"mediaDirectory\":\"data/tweets_media\",\"files\":[{\"fileName\":\"data/"
    "tweets.js\",\"globalName\":\"YTD.tweets.part0\","
    "\"count\":\"2\"},{\"fileName\":\"data/tweets-part1.js\",\"count\":\"1\"}]}}}";
constexpr const char* kAccount =
    "window.YTD.account.part0 = [\n  {\n    \"account\" : {\n      \"email\" : \"a@example.org\",\n      \"accountId\" "
    ": \"11\",\n"
    "      \"username\" : \"jo_b\",\n      \"accountDisplayName\" : \"Jo B\"\n    }\n  }\n]";
constexpr const char* kProfile =
    "window.YTD.profile.part0 = [\n  {\n    \"profile\" : {\n      \"description\" : {\n        \"bio\" : \"Teacher "
    "&amp; cook\",\n"
    "        \"website\" : \"\"\n      },\n      \"avatarMediaUrl\" : \"x\"\n    }\n  }\n]";

std::string tweet(const std::string& id, const std::string& text, const std::string& more = "") {
  return "{ \"tweet\" : { \"id_str\" : \"" + id +
         "\", \"created_at\" : \"Sat Feb 18 12:33:11 +0000 2023\", \"full_text\" : \"" + text + "\"" + more + " } }";
}

std::string part(const std::string& name, const std::string& elements) {
  return "window.YTD." + name + " = [ " + elements + " ]";
}

Collect read_archive(Entries entries, ReadOptions options = {}) {
  TextInput input(std::move(entries));
  Collect sink;
  CHECK(x_archive.read(input, options, sink));
  CHECK(sink.open_records == 0);
  return sink;
}

std::string texts(const Collect& sink) {
  std::string all;
  for (const Post& post : sink.posts()) all.append(post.fields[0].text).append("|");
  return all;
}

Entries whole() {
  return {{"tw/data/manifest.js", kManifest}, {"tw/data/account.js", kAccount}, {"tw/data/profile.js", kProfile}};
}

}  // namespace

TEST_CASE("posts of all parts, in the order of the archive, signed by the subject") {
  Entries entries = whole();
  entries.emplace_back("tw/data/tweets-part1.js", part("tweets.part1", tweet("3", "three")));
  std::string file = part("tweets.part0", tweet("1", "a &lt;b&gt; caf\\u00e9", ",\"in_reply_to_status_id_str\":\"9\"") +
                                              ",\n" + tweet("2", "RT @other: their words"));
  entries.emplace_back("tw/data/tweets.js", file);
  ReadOptions options;
  options.role = Role::staff;
  Collect sink = read_archive(entries, options);
  CHECK(sink.problems().empty());
  CHECK(texts(sink) == "Teacher & cook|three|a <b> caf\xC3\xA9|RT @other: their words|");
  REQUIRE(sink.accounts.size() == 1);
  CHECK(sink.accounts[0].handle == "@jo_b");
  CHECK(sink.accounts[0].name == "Jo B");
  CHECK(sink.accounts[0].role == Role::staff);
  CHECK(sink.posts()[0].kind == PostKind::profile);

  const Post& post = sink.posts()[2];
  CHECK(post.id == "1");
  CHECK(post.platform == Platform::x);
  CHECK(post.author.handle == "@jo_b");
  CHECK(post.author.bio == "Teacher &amp; cook");
  CHECK(post.in_reply_to == "9");
  CHECK(post.account == 0);
  CHECK(post.time.text == "2023-02-18T12:33:11+00:00");
  CHECK(post.time.zone_known);
  CHECK(post.url == "https://x.com/jo_b/status/1");
  CHECK(post.voice == Voice::own);
  CHECK(sink.record_of(post).entry == "tw/data/tweets.js");
  Span entity = sink.in_file(post, post.fields[0], {2, 3});
  CHECK(file.substr(entity.begin, entity.size()) == "&lt;");
  Span escape = sink.in_file(post, post.fields[0], {9, 11});
  CHECK(file.substr(escape.begin, escape.size()) == "\\u00e9");
  CHECK(sink.posts()[3].voice == Voice::passed_on);
}

TEST_CASE("deleted and community posts, and elements without a wrapper") {
  Collect sink = read_archive({{"data/account.js", kAccount},
                               {"data/deleted-tweets.js", part("deleted_tweets.part0", tweet("1", "gone"))},
                               {"data/community-tweet.js", part("community_tweet.part0", tweet("2", "with us"))},
                               {"data/tweets.js", part("tweets.part0", R"({"id_str":"3","full_text":"old"})")}});
  CHECK(texts(sink) == "gone|with us|old|");
  CHECK(sink.posts()[0].state == PostState::deleted);
  CHECK(sink.posts()[1].state == PostState::published);
}

TEST_CASE("long posts are checked once, in full") {
  std::string text = "The beginning of a long post &amp; more";
  std::string note = R"({"noteTweet":{"noteTweetId":"77","createdAt":"2023-02-18T12:33:11.000Z","core":{"text":")" +
                     text + R"( and its end","mentions":[]}}})";
  std::string alone =
      R"({"noteTweet":{"noteTweetId":"78","createdAt":"2020-01-01T00:00:00.000Z","core":{"text":"alone"}}})";
  Collect sink = read_archive(
      {{"data/account.js", kAccount},
       {"data/note-tweet.js", part("note_tweet.part0", note + "," + alone)},
       {"data/tweets.js", part("tweets.part0", tweet("1", text + "\xE2\x80\xA6 https://t.co/x") + "," +
                                                   tweet("2", "Another\xE2\x80\xA6") + "," + tweet("3", text))}});
  CHECK(
      texts(sink) ==
      "The beginning of a long post & more and its end|alone|Another\xE2\x80\xA6|The beginning of a long post & more|");
  CHECK(sink.system["cut-off copies of long posts"] == 1);
  CHECK(sink.posts()[0].id == "77");
  CHECK(sink.posts()[0].time.zone_known);
}

TEST_CASE("messages keep their conversation, and others keep their words") {
  std::string file = part(
      "direct_messages.part0",
      R"({"dmConversation":{"conversationId":"11-22","messages":[)"
      R"({"messageCreate":{"id":"5","senderId":"11","recipientId":"22","text":"it&apos;s me","createdAt":"2023-01-01T10:00:00.000Z"}},)"
      R"({"messageCreate":{"id":"4","senderId":"22","recipientId":"11","text":"hello"}}]}},)"
      R"({"dmConversation":{"conversationId":"group","messages":[{"joinConversation":{"initiatingUserId":"11"}},)"
      R"({"messageCreate":{"id":"6","senderId":"11","text":"all"}}]}})");
  Collect sink = read_archive({{"data/account.js", kAccount}, {"data/direct-messages.js", file}});
  REQUIRE(sink.posts().size() == 3);
  CHECK(sink.problems().empty());
  CHECK(texts(sink) == "it's me|hello|all|");
  CHECK(sink.posts()[0].kind == PostKind::message);
  CHECK(sink.posts()[0].conversation == "11-22");
  CHECK(sink.posts()[0].recipients.size() == 1);
  CHECK(sink.posts()[0].voice == Voice::own);
  CHECK(sink.posts()[1].voice == Voice::others);
  CHECK(sink.posts()[1].author.handle == "22");
  CHECK(sink.posts()[1].account == Post::kNone);
  CHECK(sink.posts()[2].conversation == "group");
  CHECK(sink.system["events in conversations"] == 1);
}

TEST_CASE("descriptions of pictures are fields, and the files are named") {
  Collect sink = read_archive(
      {{"data/tweets.js",
        part(
            "tweets.part0",
            tweet(
                "1", "look",
                R"(,"extended_entities":{"media":[{"media_url_https":"https://pbs.twimg.com/media/AbC.jpg","type":"photo"},)"
                R"({"type":"video","ext_alt_text":"a dog"}]})"))}});
  REQUIRE(sink.posts().size() == 1);
  const Post& post = sink.posts()[0];
  REQUIRE(post.media.size() == 2);
  CHECK(post.media[0].path == "data/tweets_media/1-AbC.jpg");
  CHECK(post.media[0].type == "image");
  REQUIRE(post.field("media[1].alt"));
  CHECK(post.field("media[1].alt")->text == "a dog");
}

TEST_CASE("what is not read is said") {
  Entries entries = whole();  // the manifest names tweets.js and tweets-part1.js, which are not there
  entries.emplace_back("tw/data/like.js", part("like.part0", R"({"like":{"tweetId":"1"}},{"like":{"tweetId":"2"}})"));
  entries.emplace_back("tw/data/grok-chat-item.js",
                       part("grok_chat_item.part0", R"({"grokChatItem":{"message":"hi"}})"));
  entries.emplace_back("tw/data/moment.js", "window.YTD.moment.part0 = [ ]");
  Collect sink = read_archive(entries);
  CHECK(sink.problems().size() == 2);
  CHECK(sink.problems()[0].entry == "tw/data/tweets.js");
  CHECK(sink.system["likes"] == 2);
  REQUIRE(sink.notes.size() == 1);
  CHECK(sink.notes[0] == "not examined: grok-chat-item.js");
}

TEST_CASE("a bad file or record costs itself") {
  Entries entries = whole();
  entries[0].second = "window.__THAR_CONFIG = {\"dataTypes\":";
  entries[2].second = "not json";
  entries.emplace_back("tw/data/tweets.js",
                       part("tweets.part0", "\n" + tweet("1", "good") + ",\n" + R"({"tweet":{"id_str":"2"}})" + ",\n" +
                                                tweet("3", "bad \\x") + ",\n" + R"({"tweet":{"full_text":5}})" + ",\n" +
                                                tweet("4", "also good") + "\n"));
  Collect sink = read_archive(entries);
  CHECK(texts(sink) == "good|also good|");
  CHECK(sink.problems().size() == 3 + 1 + 1);  // records, manifest, profile
}

TEST_CASE("cut at every byte: no crash, and a post is found or something is said") {
  std::string file = part("tweets.part0", "\n" + tweet("1", "one") + ",\n" + tweet("2", "two") + "\n");
  for (std::size_t cut = 0; cut < file.size(); ++cut) {
    Collect sink = read_archive({{"data/account.js", kAccount}, {"data/tweets.js", file.substr(0, cut)}});
    CHECK(sink.posts().size() <= 2);
    CHECK(sink.problems().size() == 1);
  }
}

TEST_CASE("one file of an archive, told by its global name") {
  TextInput input(part("tweets.part0", tweet("1", "one")), "anything.js");
  Collect sink;
  REQUIRE(x_archive.read(input, {}, sink));
  CHECK(texts(sink) == "one|");
  TextInput likes(part("like.part0", "{}"), "like.js");
  CHECK_FALSE(x_archive.read(likes, {}, sink));
}

TEST_CASE("detection by content") {
  auto score = [](const Entries& entries) {
    Probe probe;
    std::vector<EntryInfo> infos;
    for (const auto& [path, content] : entries) infos.push_back({path, content.size()});
    probe.is_container = true;
    probe.entries = infos;
    probe.entry_head = [&](std::string_view tail) {
      for (const auto& [path, content] : entries) {
        if (path.ends_with(tail)) return content;
      }
      return std::string();
    };
    return x_archive.detect(probe).score;
  };
  CHECK(score(whole()) == 95);
  CHECK(score({{"tweet.js", part("tweet.part0", "")}}) == 85);
  CHECK(score({{"manifest.js", "x"}}) == 0);
  CHECK(score({{"data/tweets.json", "[]"}, {"a.txt", "window.YTD.tweets.part0"}}) == 0);
  CHECK(score({}) == 0);
  Probe file;
  file.head = "window.YTD.tweets.part0 = [";
  CHECK(x_archive.detect(file).score == 85);
  file.head = "window.location = [";
  CHECK(x_archive.detect(file).score == 0);
}
