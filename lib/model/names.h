// The closed vocabularies of the model and the names they have in files.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace postvet {

enum class Severity : std::uint8_t { note, warning, error };
enum class Confidence : std::uint8_t { low, medium, high };

enum class Platform : std::uint8_t {
  x,
  facebook,
  instagram,
  threads,
  tumblr,
  whatsapp,
  snapchat,
  teams,
  linkedin,
  youtube,
  tiktok,
  reddit,
  mastodon,
  bluesky,
  discord,
  telegram,
  slack,
  google_chat,
  blog,
  forum,
  wikipedia,
  email,
  document,
  web,
  generic
};
enum class PostKind : std::uint8_t { post, comment, message, profile, blog, page, story, contribution };
enum class PostState : std::uint8_t { published, draft, scheduled, deleted };
enum class Role : std::uint8_t { unknown, staff, student, contractor, volunteer, official };

// own: written by the subject. passed_on: published by the subject, written by another (a reshare, a forward).
// others: somebody else's words in the subject's export.
enum class Voice : std::uint8_t { own, passed_on, others };

// What a part of a field is; what is in no zone is prose. hidden: a reader of the page does not see it.
enum class ZoneKind : std::uint8_t { quoted, code, url, hidden };

// The names, in the order of the enumerators.
template <class Enum>
struct Names;

template <>
struct Names<Severity> {
  static constexpr std::array<std::string_view, 3> kAll{"note", "warning", "error"};
};
template <>
struct Names<Confidence> {
  static constexpr std::array<std::string_view, 3> kAll{"low", "medium", "high"};
};
template <>
struct Names<Platform> {
  static constexpr std::array<std::string_view, 25> kAll{
      "x",       "facebook", "instagram", "threads",  "tumblr",   "whatsapp", "snapchat", "teams", "linkedin",
      "youtube", "tiktok",   "reddit",    "mastodon", "bluesky",  "discord",  "telegram", "slack", "google-chat",
      "blog",    "forum",    "wikipedia", "email",    "document", "web",      "generic"};
};
template <>
struct Names<PostKind> {
  static constexpr std::array<std::string_view, 8> kAll{"post", "comment", "message", "profile",
                                                        "blog", "page",    "story",   "contribution"};
};
template <>
struct Names<PostState> {
  static constexpr std::array<std::string_view, 4> kAll{"published", "draft", "scheduled", "deleted"};
};
template <>
struct Names<Role> {
  static constexpr std::array<std::string_view, 6> kAll{"unknown",    "staff",     "student",
                                                        "contractor", "volunteer", "official"};
};
template <>
struct Names<Voice> {
  static constexpr std::array<std::string_view, 3> kAll{"own", "passed-on", "others"};
};
template <>
struct Names<ZoneKind> {
  static constexpr std::array<std::string_view, 4> kAll{"quoted", "code", "url", "hidden"};
};

template <class Enum>
constexpr std::string_view to_name(Enum value) {
  return Names<Enum>::kAll[static_cast<std::size_t>(value)];
}

// The value of that name, exactly as written; nothing when there is none.
template <class Enum>
constexpr std::optional<Enum> from_name(std::string_view name) {
  for (std::size_t i = 0; i < Names<Enum>::kAll.size(); ++i) {
    if (Names<Enum>::kAll[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace postvet
