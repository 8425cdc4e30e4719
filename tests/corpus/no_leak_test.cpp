// What a report says of personal data cannot be turned back into it.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "corpus/harness.h"
#include "syntax/make_zip.h"

using namespace postvet;
using namespace postvet_test;

namespace {

// A value of a kind, with another of the same kind, and the words around it.
struct Planted {
  std::string rule;
  std::string before;
  std::string value;
  std::string other;
};

const std::vector<Planted>& planted() {
  static const std::vector<Planted> kPlanted{
      {"personal-data/phone", "Ring Anna on", "07482 615093", "07398 451726"},
      {"personal-data/email", "Write to", "zebedee.quarmby@wharfedalequix.co.uk", "o.brien-tate@heckmondmail.co.uk"},
      {"personal-data/nhs-number", "Her NHS number is", "476 701 9095", "737 704 3822"},
      {"personal-data/national-insurance", "National Insurance number", "PW 59 38 12 A", "JG 48 21 07 C"},
      {"personal-data/payment-card", "Pay with my card", "4658 7916 7500 2944", "5355 5191 1626 6452"},
      {"personal-data/iban", "The IBAN is", "GB90 LOYD 7697 2831 7477 53", "GB26 MIDL 4005 1512 3456 74"},
      {"personal-data/upn", "Her UPN is", "A380280722177", "G371467922138"},
      {"personal-data/uln", "The ULN of Sam is", "9813142617", "3228729167"},
      {"personal-data/address", "Sam lives at", "27 Skellow Croft, Hessle, WF9 5XJ",
       "41 Tanpit Lane, Ackworth, WF7 7QL"},
      {"personal-data/date-of-birth", "Sam was born on", "14/03/2009", "23/09/2008"},
  };
  return kPlanted;
}

std::string sentences() {
  std::string text;
  for (const Planted& plant : planted())
    text += fmt::format("{} {}, you pathetic idiot.\n\n", plant.before, plant.value);
  return text;
}

MemoryFiles planted_files() {
  MemoryFiles files;
  std::string table = "id,author,text\n";
  std::string lines;
  std::string tweets;
  for (const Planted& plant : planted()) {
    std::string text = fmt::format("{} {}, you pathetic idiot.", plant.before, plant.value);
    table += fmt::format("1,me,\"{}\"\n", text);
    lines += to_line({.id = "a", .title = text, .text = text, .bio = text});
    lines += fmt::format("{{\"id\":\"b\",\"text\":\"{}\n", text);  // cut off
    lines += fmt::format("{{\"id\":7,\"text\":\"{}\"}}\n", text);  // of a wrong type
    lines += fmt::format("{{\"id\":\"c\",\"kind\":\"{}\",\"text\":\"\"}}\n", plant.value);
    tweets += fmt::format("{}{{\"tweet\":{{\"id_str\":\"5\",\"full_text\":\"{}\"}}}}", tweets.empty() ? "" : ",", text);
  }
  files.add("posts.jsonl", lines);
  files.add("posts.csv", table);
  files.add("draft.md", "# Tea\n\n" + sentences());
  files.add("draft.txt", sentences());
  files.add("page.html", "<html><head><title>Tea</title></head><body><p>" + sentences() + "</p><!-- " + sentences() +
                             " --></body></html>");
  files.add("x.zip",
            make_archive({{"data/manifest.js", "window.__THAR_CONFIG = {}"},
                          {"data/account.js",
                           "window.YTD.account.part0 = [{\"account\":{\"accountId\":\"1\",\"username\":\"a\"}}]"},
                          {"data/tweets.js", "window.YTD.tweets.part0 = [" + tweets + "]"}}));
  return files;
}

std::vector<std::string> all_paths() {
  return {"posts.jsonl", "posts.csv", "draft.md", "draft.txt", "page.html", "x.zip"};
}

// The text without what is a number or a hash of the report's own.
std::string without_numbers(const std::string& text) {
  std::string out;
  std::string run;
  auto flush = [&] {
    if (run.size() != 32) out += run;
    run.clear();
  };
  for (char c : text) {
    bool hexadecimal = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    if (hexadecimal) {
      run += c;
    } else {
      flush();
      out += c;
    }
  }
  flush();
  return out;
}

// A part of the value, four characters or longer, that stands in `text`; words that anybody writes are no part.
std::string leaked(const std::string& value, const std::string& text) {
  for (std::size_t i = 0; i + 4 <= value.size(); ++i) {
    std::string part = value.substr(i, 4);
    bool common = part.find_first_of(" ,./") != std::string::npos;
    if (!common && text.find(part) != std::string::npos) return part;
  }
  return {};
}

}  // namespace

TEST_CASE("every planted value is found") {
  MemoryFiles files = planted_files();
  for (const std::string& path : all_paths()) {
    Outcome outcome = check(files, {path});
    std::map<std::string, std::size_t> found;
    for (const ReportedFinding& finding : outcome.findings) ++found[finding.rule];
    for (const Planted& plant : planted()) {
      INFO(path, " ", plant.rule);
      CHECK(found[plant.rule] >= 1);
    }
  }
}

TEST_CASE("no value is in a report, a message or an excerpt") {
  MemoryFiles files = planted_files();
  RunOptions options;
  options.paths = all_paths();
  for (const ReporterSpec* spec : all_reporters()) {
    auto [bytes, messages] = report(files, options, spec->name);
    std::string text = without_numbers(bytes);
    for (const Planted& plant : planted()) {
      INFO(spec->name, " ", plant.rule);
      CHECK(leaked(plant.value, text) == "");
      CHECK(leaked(plant.value, messages) == "");
    }
  }
  CHECK(leaked("07482 615093", "it is 07482 6") != "");
}

TEST_CASE("a value that is asked for is shown") {
  MemoryFiles files = planted_files();
  RunOptions options;
  options.paths = {"draft.md"};
  options.show_values = true;
  CHECK(report(files, options, "text").first.find("07482 615093") != std::string::npos);
}

TEST_CASE("a masked value keeps two characters at most") {
  MemoryFiles files = planted_files();
  std::size_t masked = 0;
  for (const ReportedFinding& finding : check(files, all_paths()).findings) {
    if (!finding.rule.starts_with("personal-data/")) {
      CHECK(finding.masked.empty());
      continue;
    }
    ++masked;
    INFO(finding.masked);
    REQUIRE(finding.masked.size() > 2);
    CHECK(finding.masked.find_first_not_of('*', 2) == std::string::npos);
    CHECK(finding.masked.find("*") != std::string::npos);
  }
  CHECK(masked >= planted().size() * all_paths().size());
}

TEST_CASE("a fingerprint does not depend on the value") {
  for (const Planted& plant : planted()) {
    auto fingerprints = [&](const std::string& value) {
      std::vector<std::string> all;
      for (const ReportedFinding& finding :
           check_text("draft.txt", fmt::format("Tea. {} {}, you pathetic idiot.\n", plant.before, value)).findings) {
        all.push_back(finding.rule + " " + finding.fingerprint);
      }
      return all;
    };
    INFO(plant.rule);
    CHECK(fingerprints(plant.value).size() >= 2);
    CHECK(fingerprints(plant.value) == fingerprints(plant.other));
  }
}
