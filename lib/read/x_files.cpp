#include "read/x_files.h"

#include <algorithm>
#include <string>

namespace postvet {
namespace {

struct FileType {
  std::string_view stem;  // of the file, without -partN
  std::string_view type;  // in the manifest
  XFile kind;
};

constexpr FileType kTypes[] = {
    {"manifest", "", XFile::manifest},
    {"account", "account", XFile::account},
    {"profile", "profile", XFile::profile},
    {"tweets", "tweets", XFile::tweets},
    {"tweet", "tweet", XFile::tweets},
    {"community-tweet", "communityTweet", XFile::tweets},
    {"twitter-circle-tweet", "twitterCircleTweet", XFile::tweets},
    {"deleted-tweets", "deletedTweets", XFile::deleted},
    {"note-tweet", "noteTweet", XFile::notes},
    {"direct-messages", "directMessages", XFile::messages},
    {"direct-message", "directMessage", XFile::messages},
    {"direct-messages-group", "directMessagesGroup", XFile::messages},
    {"direct-message-group", "directMessageGroup", XFile::messages},
    {"like", "like", XFile::likes},
    {"follower", "follower", XFile::contacts},
    {"following", "following", XFile::contacts},
    {"block", "block", XFile::contacts},
    {"mute", "mute", XFile::contacts},
    // Words of the subject that are not read.
    {"article", "article", XFile::words},
    {"article-metadata", "articleMetadata", XFile::words},
    {"community-note", "communityNote", XFile::words},
    {"fleet", "fleet", XFile::words},
    {"grok-chat-item", "grokChatItem", XFile::words},
    {"lists-created", "listsCreated", XFile::words},
    {"moment", "moment", XFile::words},
    {"periscope-broadcast-metadata", "periscopeBroadcastMetadata", XFile::words},
    {"spaces-metadata", "spacesMetadata", XFile::words},
};

}  // namespace

XFile x_file_of_stem(std::string_view stem) {
  for (const FileType& type : kTypes) {
    if (type.stem == stem) return type.kind;
  }
  return XFile::other;
}

XFile x_file_of_type(std::string_view name) {
  for (const FileType& type : kTypes) {
    if (!type.type.empty() && type.type == name) return type.kind;
  }
  return XFile::other;
}

std::string_view x_stem(std::string_view file) {
  if (!file.ends_with(".js")) return {};
  file.remove_suffix(3);
  std::size_t part = file.rfind("-part");
  if (part != std::string_view::npos && file.find_first_not_of("0123456789", part + 5) == std::string_view::npos) {
    file = file.substr(0, part);
  }
  return file;
}

XFile x_file_of_assignment(std::string_view head) {
  constexpr std::string_view kGlobal = "window.YTD.";
  std::size_t begin = head.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos || !head.substr(begin).starts_with(kGlobal)) return XFile::other;
  head.remove_prefix(begin + kGlobal.size());
  std::string stem(head.substr(0, head.find('.')));
  std::replace(stem.begin(), stem.end(), '_', '-');
  return x_file_of_stem(stem);
}

std::string_view file_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }
std::string_view directory_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

bool is_empty_x_list(std::string_view head) {
  std::size_t value = head.find('=');
  if (value == std::string_view::npos) return false;
  std::string rest;
  for (char c : head.substr(value + 1)) {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') rest.push_back(c);
  }
  return rest == "[]" || rest == "[];";
}

std::string_view x_directory(std::span<const EntryInfo> entries, bool& found) {
  // People zip the folder instead of what is in it: what all paths begin with does not count.
  std::string_view common = entries.empty() ? std::string_view() : directory_of(entries.front().path);
  for (const EntryInfo& entry : entries) {
    while (!std::string_view(entry.path).starts_with(common))
      common = directory_of(common.substr(0, common.size() - 1));
  }
  if (common == "data/" || common.ends_with("/data/")) common = directory_of(common.substr(0, common.size() - 1));
  for (std::string_view name : {"manifest.js", "tweets.js", "tweet.js", "account.js"}) {
    for (const EntryInfo& entry : entries) {
      if (file_of(entry.path) != name) continue;
      std::string_view rest = directory_of(entry.path).substr(std::min(common.size(), directory_of(entry.path).size()));
      if (!rest.empty() && rest != "data/") continue;
      found = true;
      return directory_of(entry.path);
    }
  }
  found = false;
  return {};
}

}  // namespace postvet
