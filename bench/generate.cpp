// postvet-bench-generate SIZE_BYTES HIT_PERCENT SEED: post lines on stdout, the same for the same arguments.
//
// What the posts are like decides what a measurement means: 3 to 600 words, half of them under 22; word frequencies of
// English over a vocabulary of some 4,000; four posts in ten with letters outside ASCII; HIT_PERCENT of the posts with
// a hostile or profane sentence, one in twenty with personal data and as many with a number that only looks like it;
// two in three by an author of their own.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "identifiers.h"
#include "random.h"

namespace postvet::bench {
namespace {

constexpr const char* kPlatforms[] = {"x",      "x",       "facebook", "facebook", "instagram",
                                      "tiktok", "threads", "mastodon", "reddit"};
constexpr const char* kKinds[] = {"post", "post", "post", "comment", "comment", "message"};
constexpr const char* kFirst[] = {"Amelia", "Bilal", "Chloe", "Dawid",  "Ewan",   "Farah", "Grace", "Harun",
                                  "Isla",   "Jakub", "Karim", "Lucy",   "Maisie", "Nadia", "Oscar", "Priya",
                                  "Quinn",  "Rosie", "Siân",  "Tomasz", "Uma",    "Vera",  "Wei",   "Xander",
                                  "Yusra",  "Zoë",   "Renée", "José",   "Anaïs",  "Bryn"};
constexpr const char* kLast[] = {"Akhtar",  "Barraclough", "Clegg",    "Dunmore",   "Earnshaw", "Firth",
                                 "Greaves", "Haigh",       "Ibrahim",  "Jagger",    "Kowalski", "Lumb",
                                 "Mahmood", "Núñez",       "Oyelaran", "Priestley", "Quayle",   "Ramsden",
                                 "Sykes",   "Thackray",    "Umar",     "Varley",    "Wójcik",   "Young"};
constexpr const char* kBios[] = {"Tea first.",
                                 "Here for the dogs.",
                                 "Runner, reader, rambler.",
                                 "Dad of two. Leeds fan.",
                                 "Opinions subject to change.",
                                 "she/her",
                                 "Allotment plot nine 🥕",
                                 "Retweets are not endorsements.",
                                 "Teaching maths at New College Doncaster. Views my own, not those of the college.",
                                 "Student at New College Pontefract."};
constexpr const char* kEmoji[] = {"😂",        "🙄",        "💪", "🎉",    "🐶",  "❤️",
                                  "👍🏽", "👩‍🏫", "⚽", "🥳", "🇬🇧", "✨"};
constexpr const char* kAccented[] = {"café",    "naïve",        "façade",  "jalapeño", "cliché",
                                     "Beyoncé", "crème brûlée", "déjà vu", "résumé",   "piñata"};
constexpr const char* kScripts[] = {"dzień dobry wszystkim, już jutro",
                                    "آپ سب کو عید مبارک",
                                    "всем привет",
                                    "今日は図書館に行きます",
                                    "आज कक्षा रद्द है",
                                    "ਸਤ ਸ੍ਰੀ ਅਕਾਲ",
                                    "좋은 아침",
                                    "καλημέρα σε όλους",
                                    "مرحبا بالجميع"};

std::vector<std::string> lines_of(const char* name) {
  std::ifstream file(std::string(POSTVET_ROOT "/bench/") + name);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  if (lines.empty()) {
    std::fprintf(stderr, "bench/%s cannot be read\n", name);
    std::exit(2);
  }
  return lines;
}

// Says what decodes to a code point, and moves behind it. The input is valid UTF-8.
char32_t take(std::string_view text, std::size_t& i) {
  const auto lead = static_cast<unsigned char>(text[i++]);
  const int more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  char32_t c = more == 0 ? lead : lead & (0x3fU >> more);
  for (int k = 0; k < more; ++k) c = (c << 6) | (static_cast<unsigned char>(text[i++]) & 0x3fU);
  return c;
}

// A JSON string; with `ascii`, all else as \u escapes, in pairs of surrogates beyond the first plane.
std::string quoted(std::string_view text, bool ascii) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = take(text, i);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c < 0x80 || !ascii) {
      out += text.substr(begin, i - begin);
    } else if (c < 0x10000) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      const auto rest = static_cast<unsigned>(c - 0x10000);
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xd800 + (rest >> 10), 0xdc00 + (rest & 0x3ff));
    }
  }
  return out + "\"";
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

struct Author {
  std::string name;
  std::string handle;
  std::string bio;
};

class Generator {
 public:
  Generator(double hits, std::uint64_t seed)
      : random_(seed),
        hits_(hits),
        vocabulary_(lines_of("vocabulary.txt")),
        planted_(lines_of("planted.txt")),
        zipf_(vocabulary_.size()) {
    for (int i = 0; i < 200; ++i) regulars_.push_back(new_author());
  }

  // One post line, with its line end.
  std::string post() {
    const Author author = random_.chance(2.0 / 3) ? new_author() : random_.pick(regulars_);
    const bool ascii = random_.chance(0.1);
    std::string line = fmt::format(R"({{"id":"b{}","platform":"{}","kind":"{}","author":{{"name":{},"handle":{})",
                                   ++count_, random_.pick(kPlatforms), random_.pick(kKinds), quoted(author.name, ascii),
                                   quoted(author.handle, ascii));
    if (!author.bio.empty()) line += ",\"bio\":" + quoted(author.bio, ascii);
    line += "},\"text\":" + quoted(text(), ascii);
    line += fmt::format(R"(,"time":"2026-{:02}-{:02}T{:02}:{:02}:00+01:00")", random_.between(1, 12),
                        random_.between(1, 28), random_.below(24), random_.below(60));
    if (random_.chance(0.2)) line += fmt::format(R"(,"url":"https://social.example/p/{}")", random_.digits(12));
    return line + "}\n";
  }

 private:
  Author new_author() {
    const std::string first = random_.pick(kFirst);
    const std::string last = random_.pick(kLast);
    Author author{first + " " + last, "@", ""};
    for (const char c : first + "_" + last) {
      if (static_cast<unsigned char>(c) < 0x80) author.handle += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    author.handle += random_.digits(4);
    if (random_.chance(0.5)) author.bio = random_.pick(kBios);
    return author;
  }

  std::string sentence(std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) {
      if (i > 0) out += random_.chance(0.06) ? ", " : " ";
      out += vocabulary_[zipf_.draw(random_)];
    }
    // Half of the people who post begin with a capital letter, and more than half end with a stop.
    if (random_.chance(0.5) && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
    const double end = random_.unit();
    return out + (end < 0.6 ? "." : end < 0.7 ? "!" : end < 0.8 ? "?" : "");
  }

  // Log-normal, median 22 words.
  std::size_t length() {
    return std::clamp<std::size_t>(static_cast<std::size_t>(22 * std::exp(0.85 * random_.normal())), 3, 600);
  }

  std::string text() {
    std::vector<std::string> parts;
    for (std::size_t left = length(); left > 0;) {
      const std::size_t words = std::min(left, random_.between(4, 16));
      parts.push_back(sentence(words));
      left -= words;
    }
    const auto put = [&](std::string part) {
      parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(random_.below(parts.size() + 1)), std::move(part));
    };
    if (random_.chance(hits_)) put(random_.pick(planted_));
    const double numbers = random_.unit();
    if (numbers < 0.05) put(identifier(random_));
    if (numbers > 0.95) put(near_miss(random_));
    if (random_.chance(0.08)) put("\"" + sentence(random_.between(2, 8)) + "\"");
    if (random_.chance(0.05)) put("@" + random_.pick(regulars_).handle.substr(1));
    if (random_.chance(0.05)) put("#" + vocabulary_[zipf_.draw(random_)]);
    const bool beyond_ascii = random_.chance(0.4);
    if (beyond_ascii) put(decoration());
    std::string out = join(parts);
    if (beyond_ascii) replace_all(out, "'", "\u2019");
    return out;
  }

  std::string decoration() {
    const double kind = random_.unit();
    if (kind < 0.4) return random_.pick(kEmoji);
    if (kind < 0.6) return fmt::format("\u201c{}\u201d", sentence(random_.between(2, 6)));
    if (kind < 0.75) return "\u2026 or \u2013 well \u2013 not";
    if (kind < 0.9) return random_.pick(kAccented);
    return random_.pick(kScripts);
  }

  std::string join(const std::vector<std::string>& parts) {
    std::string out;
    const double new_lines = random_.chance(0.1) ? 0.5 : 0;
    for (const std::string& part : parts) {
      if (!out.empty()) out += random_.chance(new_lines) ? '\n' : ' ';
      out += part;
    }
    return out;
  }

  Random random_;
  double hits_;
  std::vector<std::string> vocabulary_;
  std::vector<std::string> planted_;
  Zipf zipf_;
  std::vector<Author> regulars_;
  std::size_t count_ = 0;
};

int run(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: postvet-bench-generate SIZE_BYTES HIT_PERCENT SEED\n", stderr);
    return 2;
  }
  const std::size_t size = std::strtoull(argv[1], nullptr, 10);
  Generator generator(std::strtod(argv[2], nullptr) / 100, std::strtoull(argv[3], nullptr, 10));
  for (std::size_t written = 0; written < size;) {
    const std::string line = generator.post();
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) return 2;
    written += line.size();
  }
  return std::fflush(stdout) == 0 ? 0 : 2;
}

}  // namespace
}  // namespace postvet::bench

int main(int argc, char** argv) { return postvet::bench::run(argc, argv); }
