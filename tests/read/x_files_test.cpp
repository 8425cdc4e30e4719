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

TEST_CASE("the directory of the files") {
  bool found = false;
  std::vector<EntryInfo> entries{{"Your archive.html", 1}, {"x/data/tweets.js", 1}, {"y/manifest.js", 1}};
  CHECK(x_directory(entries, found) == "y/");
  CHECK(found);
  entries.pop_back();
  CHECK(x_directory(entries, found) == "x/data/");
  entries.pop_back();
  CHECK(x_directory(entries, found).empty());
  CHECK_FALSE(found);
}
