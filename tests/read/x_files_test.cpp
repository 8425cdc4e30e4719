#include "read/x_files.h"

#include <doctest/doctest.h>

#include <vector>

using namespace postvet;

TEST_CASE("files of an X archive by name, type and assignment") {
  CHECK(x_stem("tweets-part12.js") == "tweets");
  CHECK(x_stem("note-tweet.js") == "note-tweet");
  CHECK(x_stem("tweets-party.js") == "tweets-party");
  CHECK(x_stem("tweets.json").empty());
  CHECK(x_file_of_stem("tweet") == XFile::tweets);
  CHECK(x_file_of_stem("") == XFile::other);
  CHECK(x_file_of_type("deletedTweets") == XFile::deleted);
  CHECK(x_file_of_type("") == XFile::other);
  CHECK(x_file_of_assignment(" window.YTD.direct_messages_group.part0 = [") == XFile::messages);
  CHECK(x_file_of_assignment("window.YTD.unknown.part0 = [") == XFile::other);
  CHECK(x_file_of_assignment("window.tweets = [") == XFile::other);
  CHECK(is_empty_x_list("window.YTD.x.part0 = [ ]\n"));
  CHECK_FALSE(is_empty_x_list("window.YTD.x.part0 = [ {"));
  CHECK_FALSE(is_empty_x_list("[]"));
}

TEST_CASE("the directory of the files is at the top of what there is") {
  struct Case {
    std::vector<const char*> paths;
    const char* directory;  // null: none
  };
  const Case cases[] = {
      {{"Your archive.html", "data/tweets.js", "data/manifest.js"}, "data/"},
      {{"x/Your archive.html", "x/data/tweets.js"}, "x/data/"},
      {{"x/y/data/tweets.js"}, "x/y/data/"},
      {{"tweets.js"}, ""},
      {{"x/tweets.js", "x/account.js"}, "x/"},
      {{"mydata/tweets.js", "mydata/account.js"}, "mydata/"},
      {{"data/assets/a.js", "data/account.js"}, "data/"},
      // an export somewhere below other things is found when its own folder is looked at
      {{"Your archive.html", "x/data/tweets.js", "y/manifest.js"}, nullptr},
      {{"Your archive.html", "x/data/tweets.js"}, nullptr},
      {{"a.md", "site/tweets.js"}, nullptr},
      {{"data/tweets.json"}, nullptr},
      {{"data/x/tweets.js", "data/a.md"}, nullptr},
      {{"a.md"}, nullptr},
      {{}, nullptr},
  };
  for (const Case& c : cases) {
    std::vector<EntryInfo> entries;
    std::string all;
    for (const char* path : c.paths) {
      entries.push_back({path, 1});
      all += std::string(path) + " ";
    }
    INFO(all);
    bool found = c.directory == nullptr;
    CHECK(x_directory(entries, found) == (c.directory == nullptr ? "" : c.directory));
    CHECK(found == (c.directory != nullptr));
  }
}
