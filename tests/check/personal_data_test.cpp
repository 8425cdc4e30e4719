#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "check/personal_data_of.h"

using namespace postvet;

namespace {

struct Case {
  std::string_view text;
  std::string_view found;
};

void check_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(personal_data_in(c.text) == c.found);
  }
}

// Nothing of medium or high confidence.
void check_quiet(const std::vector<std::string_view>& texts) {
  for (std::string_view text : texts) {
    CAPTURE(text);
    CHECK(shown_in(text) == "");
  }
}

}  // namespace

TEST_CASE("every rule's own examples") {
  for (const Rule& rule : personal_data.rules) {
    CAPTURE(rule.id);
    CHECK(shown_in(rule.good) == "");
    auto found = PersonalDataWorld::instance().find(rule.bad);
    REQUIRE(found.size() == 1);
    CHECK(found[0].finding.rule->id == rule.id);
    CHECK(found[0].confidence >= Confidence::medium);
  }
}

TEST_CASE("e-mail addresses") {
  check_all({
      {"jo.bloggs@college.ac.uk", "email high jo.bloggs@college.ac.uk"},
      {"mail o'neil@mail.co.uk.", "email high o'neil@mail.co.uk"},
      {"(JO@Mail.Org)", "email high JO@Mail.Org"},
      {"siân@bücher.de", "email high siân@bücher.de"},
      {"jo＠mail.org", "email high jo＠mail.org"},
      {"jo@mail.qqqq", "email low jo@mail.qqqq"},
      {"name [at] host [dot] co [dot] uk", "email low name [at] host [dot] co [dot] uk"},
      {"jo (at) mail.com now", "email low jo (at) mail.com"},
      {"jo dot b at mail dot com", "email low b at mail dot com"},
      {"jo.bloggs@trust-colleges.ac.uk", "email high jo.bloggs@trust-colleges.ac.uk"},
      {"sam.head@trust-colleges.ac.uk", "email high sam.head@trust-colleges.ac.uk"},
      {"mailto:jo@mail.org", "email high jo@mail.org"},
      {"a@mail.org,b@mail.org", "email high a@mail.org; email high b@mail.org"},
  });
  check_quiet({"jo@localhost",
               "a@b@c.com",
               "@handle",
               "@user@mastodon.social",
               "info@mail.org",
               "admissions@college.ac.uk",
               "no-reply@shop.com",
               "enquiries@wakefield.ac.uk",
               "office@x.org",
               "hello@x.org",
               "jo@example.com",
               "jo@mail.example.org",
               "jo@server.test",
               "react@18.2.0",
               "icon@2x.png",
               "look at the polka dot dress",
               "wakefield.admissions@trust-colleges.ac.uk",
               "libraryteam.library@Sub.trust-colleges.ac.uk",
               "your.name@college.ac.uk",
               "meet @ 5pm",
               "git@github.com:org/repo.git",
               "5 @ £3.50 each"});
}

TEST_CASE("telephone numbers") {
  check_all({
      {"07911 123456", "phone high 07911 123456"},
      {"+44 (0)7911-123-456", "phone high +44 (0)7911-123-456"},
      {"0121 234 5678", "phone medium 0121 234 5678"},
      {"07911123456", "phone medium 07911123456"},
      {"text me 07911123456", "phone high 07911123456"},
      {"7911123456", "phone low 7911123456"},
      {"(020) 7123 4567", "phone medium (020) 7123 4567"},
      {"Tel. (020) 7123 4567", "phone high (020) 7123 4567"},
      {"0044 1924 123456", "phone medium 0044 1924 123456"},
      {"016977 2345", "phone medium 016977 2345"},
      {"07624 123456", "phone high 07624 123456"},
      {"0345 123 4567", "phone medium 0345 123 4567"},
      {"+33 6 12 34 56 78", "phone medium +33 6 12 34 56 78"},
      {"07911\u00A0123\u2011456", "phone high 07911\u00A0123\u2011456"},
      {"０７９１１ 123456!", "phone high ０７９１１ 123456"},
      {"07911 123456/07922 123456", "phone high 07911 123456; phone high 07922 123456"},
      {"07911 123456 2 tickets", "phone high 07911 123456"},
      {"call 07700 900461 or 07911 123456", "phone high 07911 123456"},
      {"on 12/05/2024 07911 123456", "phone high 07911 123456"},
  });
  check_quiet({"07700 900461",
               "020 7946 0123",
               "01632 960123",
               "0808 157 0123",
               "03069 990123",
               "0191 498 0123",
               "12/05/2024",
               "2024 2025 2026",
               "07911 12345",
               "0600 123 4567",
               "0845 46 47",
               "Childline 0800 1111",
               "Samaritans 116 123",
               "call 999 or 112, 111, 101",
               "£07911123456",
               "order #07911123456",
               "https://shop.com/07911123456",
               "x.com/i/status/0791 1123456789012345",
               "10.07911123456",
               "ISBN 978-0-19-852663-6",
               "won 3-2, then 4-1",
               "10:30-11:45",
               "53.6833, -1.4977",
               "2026-05-04T10:12:00+01:00",
               "+1000000 views",
               "a07911123456",
               "07911123456b",
               "version 0.7911.123456",
               "Childline 0800 1111 24 hours"});
}

TEST_CASE("postcodes") {
  check_all({
      {"SW1A 1AA", "postcode low SW1A 1AA"},
      {"in WF8 4QR today", "postcode low WF8 4QR"},
      {"N1C 4AG", "postcode low N1C 4AG"},
      {"DN55 1PT", "postcode low DN55 1PT"},
      {"ls1 4ab", "postcode low ls1 4ab"},
      {"wf17ee", "postcode low wf17ee"},
      {"GIR 0AA", "postcode low GIR 0AA"},
      {"they live near WF8 4QR", "postcode medium WF8 4QR"},
      {"Wakefield WF1 2DA", "postcode medium WF1 2DA"},
      {"my postcode is ls1 4ab", "postcode medium ls1 4ab"},
      {"wakefield is wf1 2da", "postcode low wf1 2da"},
  });
  CHECK(personal_data_in("M1 1AI") == "");
  for (std::string_view text : {"WX1 2AB", "C3 4PO", "QA1 1AA", "AF1 2AB", "WF1 2DC", "WF12 DA", "GQ1 1AA", "QS101EW",
                                "MP3 4AB", "A4 5HT", "s1 2nd", "xWF1 2DA", "WF1 2DAü", "https://x.org/WF1-2DA"}) {
    CAPTURE(text);
    CHECK(personal_data_in(text) == "");
  }
  check_quiet({"BA1 3AB is the module code", "bus B4 2ND", "New College Pontefract is on Park Lane, WF8 4QR",
               "York station, YO24 1AB", "see M1 2AB"});
}

TEST_CASE("addresses") {
  check_all({
      {"27b Station Rd", "address medium 27b Station Rd"},
      {"Flat 3, 112 Wakefield Road, WF1 2DA", "address high Flat 3, 112 Wakefield Road, WF1 2DA"},
      {"27 Station Road, Horbury, Wakefield WF4 5AB.", "address high 27 Station Road, Horbury, Wakefield WF4 5AB"},
      {"he lives at 27 Station Road", "address high 27 Station Road"},
      {"i live at 27 station rd", "address medium 27 station rd"},
      {"27 station rd", "address low 27 station rd"},
      {"she lives at Rose Court, 07911 123456", "address medium Rose Court; phone high 07911 123456"},
      {"3 St. John's Close", "address medium 3 St. John's Close"},
      {"12-14 Mill Hill Lane", "address medium 12-14 Mill Hill Lane"},
      {"27b station rd, ls1 4ab", "address medium 27b station rd, ls1 4ab"},
      {"12 Siân Street", "address medium 12 Siân Street"},
  });
  check_quiet({"Burton Street", "Park Lane campus", "24 Hour Drive", "Route 66", "10 Mile Walk",
               "Year 12 Mill Lane trip", "5 Tips To Drive Success", "we had 3 lessons on the way", "Bus 12 Park Row",
               "27 Church Street School", "2026 Spring Park", "10 minutes walk", "In 24 hours we drive", "1 way",
               "They meet at Burton Street", "3 points for green", "12 May Park Square closed"});
}

TEST_CASE("dates of birth") {
  check_all({
      {"DOB: 03/07/2006", "date-of-birth high 03/07/2006"},
      {"born on 2006-07-03", "date-of-birth medium 2006-07-03"},
      {"D.O.B. 3rd July 2006", "date-of-birth high 3rd July 2006"},
      {"date of birth 03.07.06", "date-of-birth high 03.07.06"},
      {"her birthday is July 3rd, 2006", "date-of-birth medium July 3rd, 2006"},
      {"her birthday is 3 July", "date-of-birth low 3 July"},
      {"03/07/2006 (dob)", "date-of-birth high 03/07/2006"},
      {"dob 07/23/2006", "date-of-birth high 07/23/2006"},
      {"Happy 18th Jordan!", "date-of-birth medium Happy 18th"},
      {"Happy 18th, Jordan", "date-of-birth medium Happy 18th"},
      {"happy 18th birthday mate", "date-of-birth medium happy 18th birthday"},
      {"Happy 16th to my cousin", "date-of-birth medium Happy 16th"},
      {"Happy 50th birthday to our college", "date-of-birth low Happy 50th birthday"},
      {"dob 3-Jul-2006", "date-of-birth high 3-Jul-2006"},
  });
  check_quiet({"Results day 13/08/2026", "founded 03/07/1969", "born in Wakefield", "born on 7 February 1812",
               "dob 31/02/2006", "Happy 50th Earth Day", "Happy 75th, Peak District National Park.",
               "Happy 4th of July", "Happy 10th anniversary", "dob unknown", "birthday 3/7", "Happy 250th birthday",
               "Her birthday. Results day is 13/08/2026", "happy 1st may everyone", "Born to run, 10:30"});
}

TEST_CASE("National Insurance numbers") {
  check_all({
      {"AB123456C", "national-insurance medium AB123456C"},
      {"ab123456c", "national-insurance low ab123456c"},
      {"AA 12 34 56 B", "national-insurance high AA 12 34 56 B"},
      {"YZ-61-48-68-B", "national-insurance high YZ-61-48-68-B"},
      {"NI: AB123456C", "national-insurance high AB123456C"},
      {"N.I. no. AB123456C", "national-insurance high AB123456C"},
      {"nino ab123456c", "national-insurance high ab123456c"},
      {"my NI number is AB123456", "national-insurance medium AB123456"},
  });
  for (std::string_view text :
       {"QQ123456C", "AB123456E", "FA123456A", "AO123456A", "KN123456A", "GB123456A", "TN123456A", "11 A1 11 11",
        "AB123456", "AB1234567", "ABC123456A", "CR123456A", "NI QQ123456C"}) {
    CAPTURE(text);
    CHECK(personal_data_in(text) == "");
  }
}

TEST_CASE("NHS numbers and ULNs") {
  check_all({
      {"943 476 5919", "nhs-number medium 943 476 5919"},
      {"943-476-5919", "nhs-number medium 943-476-5919"},
      {"4857773457", "nhs-number low 4857773457"},
      {"NHS no 4857773457", "nhs-number high 4857773457"},
      {"nhs number: 987 654 3210", "nhs-number high 987 654 3210"},
      {"patient 943 476 5918", "nhs-number medium 943 476 5918"},
      {"ULN 9276308686", "uln high 9276308686"},
      {"9276308686", "uln low 9276308686"},
      {"unique learner number 5012345672", "uln high 5012345672"},
      {"uln: 3456789016", "uln high 3456789016"},
      {"uln 9276308685", "uln medium 9276308685"},
      {"ULN 9276308686, NHS 9434765919", "uln high 9276308686; nhs-number high 9434765919"},
      {"NHS 9276308686 or ULN", "uln high 9276308686"},
  });
  check_quiet({"943 476 5918", "4500000020", "9999999999", "NHS 9999999999", "uln 9999999999", "1234567890",
               "9276308685", "post 1714060800", "order 943-476-5919-12", "0276308686",
               "The NHS is 75. Order 9434765919", "NHS https://x.org/9434765919", "£9434765919.50"});
  CHECK(PersonalDataWorld::instance().find("patient 943 476 5918")[0].finding.message ==
        "looks like an NHS number with a wrong digit");
}

TEST_CASE("unique pupil numbers") {
  check_all({
      {"B801200005001", "upn high B801200005001"},
      {"H801200001001", "upn high H801200001001"},
      {"E873410119004", "upn high E873410119004"},
      {"UPN P35241002201A", "upn high P35241002201A"},
      {"P35241002201A", "upn low P35241002201A"},
      {"upn A801200005001", "upn medium A801200005001"},
  });
  for (std::string_view text : {"A801200005001", "E000200005001", "UPN E000200005001", "X80120000A001",
                                "upn X80120000A001", "BB801200005001", "B8012000050011", "I801200005001"}) {
    CAPTURE(text);
    CHECK(personal_data_in(text) == "");
  }
}

TEST_CASE("payment cards") {
  check_all({
      {"4532015112830366", "payment-card medium 4532015112830366"},
      {"card 4532015112830366", "payment-card high 4532015112830366"},
      {"5400 1234 5678 9010", "payment-card high 5400 1234 5678 9010"},
      {"4532-0151-1283-0366", "payment-card high 4532-0151-1283-0366"},
      {"my visa is 4532 0151 1283 1112", "payment-card medium 4532 0151 1283 1112"},
  });
  for (std::string_view text : {"4532015112831112", "1234567812345670", "4111 1111 1111 1111", "5555 5555 5555 4444",
                                "3782 822463 10005", "card 4111111111111111", "45320 15112 83036 6", "4444444444444444",
                                "https://x.org/4532015112830366", "4532015112830366.5", "14532015112830366"}) {
    CAPTURE(text);
    CHECK(personal_data_in(text) == "");
  }
}

TEST_CASE("bank account numbers") {
  check_all({
      {"GB29 NWBK 6016 1331 9268 19", "iban high GB29 NWBK 6016 1331 9268 19"},
      {"GB15MIDL40051512345678", "iban high GB15MIDL40051512345678"},
      {"iban gb30nwbk60161331926819", "iban medium gb30nwbk60161331926819"},
  });
  for (std::string_view text : {"GB30NWBK60161331926819", "GB15MIDL4005151234567", "GB94BARC20201530093459",
                                "GB82 WEST 1234 5698 7654 32", "iban GB82WEST12345698765432",
                                "DE89 3704 0044 0532 0130 00", "XX15MIDL40051512345678", "xGB15MIDL40051512345678"}) {
    CAPTURE(text);
    CHECK(personal_data_in(text) == "");
  }
}

TEST_CASE("near misses of every kind are quiet") {
  check_quiet({"Final score 3-2 (pens 5-4)",
               "ISBN 9780198526636",
               "ISBN-10 0198526636",
               "order 114-3941689-8772232",
               "tickets £12.50, £1,250.00",
               "1999-2004 and 2019/20",
               "v2.10.3.1 and 1.2.3-rc4",
               "module CS1010 and MATH-2031",
               "9:30am to 14:45",
               "81.2.69.142",
               "#CLASS2026 #100daysofcode",
               "room B12, level 3",
               "72 hours, 100%",
               "population 67,081,234",
               "Year 12 and Year 13",
               "grade 9-1",
               "M62 J29",
               "the 2:15 from Leeds",
               "UTC 2026-05-04 10:12:00.123456",
               "ref AB-2024-001234",
               "#0000FF and #123456",
               "5k in 24:31",
               "10/10 would recommend",
               "24/7 support",
               "1/2 cup, 3/4 tsp",
               "id 1839283746582910464",
               "DOI 10.1000/182 page 12-34",
               "isrc GB-AYE-69-00531",
               "3 Little Pigs",
               "track 4 of 12",
               "build 20240503.1",
               "100m in 9.58",
               "BA (Hons) 2:1",
               "A1 poster 594 x 841",
               "WhatsApp group of 250"});
}

TEST_CASE("one finding a place, with its keyword as evidence") {
  auto found = PersonalDataWorld::instance().find("NHS number is 943 476 5919 ok");
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].finding.evidence.size() == 1);
  CHECK(found[0].finding.evidence[0].role == EvidenceRole::trigger);
  CHECK(found[0].finding.evidence[0].term == "keyword.nhs-number");
  CHECK(found[0].finding.evidence[0].span.begin == 0);
  CHECK(found[0].finding.kind == "personal-data/ten-digits");
  CHECK(personal_data_in("943 476 5919 and 943 476 5919") ==
        "nhs-number medium 943 476 5919; nhs-number medium 943 476 5919");
}

TEST_CASE("a keyword counts in its sentence, 40 characters before or 20 behind") {
  std::string forty(38, 'x');
  CHECK(shown_in("NHS " + forty + " 4857773457") == "nhs-number high 4857773457");
  CHECK(shown_in("NHS " + forty + "x 4857773457") == "");
  CHECK(shown_in("4857773457 " + std::string(18, 'x') + " NHS") == "nhs-number high 4857773457");
  CHECK(shown_in("4857773457 " + std::string(19, 'x') + " NHS") == "");
  CHECK(shown_in("I love the NHS! My id is 4857773457") == "");
  CHECK(shown_in("enhsed 4857773457") == "");
}

TEST_CASE("ten random digits are nothing without a word") {
  std::mt19937_64 random(7);
  for (int i = 0; i < 10000; ++i) {
    std::string text = "seen " + std::to_string(1000000000ULL + random() % 9000000000ULL) + " times";
    if (shown_in(text).empty()) continue;
    CAPTURE(text);
    FAIL_CHECK("found");
  }
}

TEST_CASE("ten digits beside a word are of the type whose check fits") {
  std::mt19937_64 random(8);
  int nhs = 0;
  int uln = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string digits = std::to_string(1000000000ULL + random() % 9000000000ULL);
    auto found = PersonalDataWorld::instance().find("NHS or ULN " + digits);
    if (found.size() == 1 && found[0].confidence == Confidence::high) {
      nhs += found[0].rule == "nhs-number" ? 1 : 0;
      uln += found[0].rule == "uln" ? 1 : 0;
    }
  }
  CHECK(nhs > 100);
  CHECK(uln > 100);
  CHECK(nhs + uln < 500);
}

TEST_CASE("time is linear in walls of anything") {
  for (std::string_view piece : {"1",      "@",        ".",         "1 ",     "a@",         "a@b.",         "01 ",
                                 "+44 ",   "(0",       "12 a ",     "nhs 1 ", "1.1.2001 ",  "flat 1 ",      "gb29 ",
                                 "jan 1 ", "wf1 2da ", "lives at ", "[at]",   " at b dot ", "07911 123456 "}) {
    std::string text;
    while (text.size() < (std::size_t{1} << 20)) text += piece;
    auto start = std::chrono::steady_clock::now();
    PersonalDataWorld::instance().find(text);
    CAPTURE(piece);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
  }
}

TEST_CASE("time is linear in many windows far apart") {
  std::string piece = "1";
  while (piece.size() < 600) piece += " words";
  std::string text;
  while (text.size() < (std::size_t{16} << 20)) text += piece + " ";
  Prepared prepared;
  Preparer().prepare(text, prepared);
  std::vector<PatternHit> hits;
  auto start = std::chrono::steady_clock::now();
  PersonalDataWorld::instance().patterns().find(prepared, hits);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(5));
}

TEST_CASE("ids are unique and documented") {
  std::set<std::string_view> ids;
  for (const Rule& rule : personal_data.rules) {
    CHECK(ids.insert(rule.id).second);
    CHECK(rule.group() == "personal-data");
    CHECK_FALSE(rule.summary.empty());
    CHECK_FALSE(rule.help.empty());
    CHECK_FALSE(rule.explanation.empty());
    CHECK_FALSE(rule.message.ends_with('.'));
  }
}
