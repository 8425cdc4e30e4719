#include "syntax/csv.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace postvet;

namespace {

class Dripping final : public ByteStream {
 public:
  Dripping(std::string bytes, std::size_t step) : bytes_(std::move(bytes)), step_(step) {}
  Result<std::size_t> read(char* to, std::size_t size) override {
    std::size_t count = bytes_.copy(to, std::min(size, step_), at_);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t at_ = 0;
};

// Rows as [cell][cell], problems as !line.
std::string rows(const std::string& bytes, char separator = ',', CsvLimits limits = {}, std::size_t step = 1 << 20) {
  Dripping stream(bytes, step);
  Source source(stream);
  RowSplitter splitter(source, separator, limits);
  SplitRecord record;
  Arena arena;
  std::vector<CsvCell> cells;
  std::string all;
  for (;;) {
    auto more = splitter.next(record);
    REQUIRE(more);
    if (!*more) return all;
    if (!record.problem.empty()) {
      all.append("!").append(std::to_string(record.start.line));
    } else if (!split_cells(record.text, separator, arena, cells, limits)) {
      all.append("?").append(std::to_string(record.start.line));
    } else {
      for (const CsvCell& cell : cells) all.append("[").append(cell.text).append("]");
    }
    all += ';';
  }
}

}  // namespace

TEST_CASE("rows and cells") {
  struct Case {
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"", ""},
      {"\n\n", ""},
      {"a,b\n1,2", "[a][b];[1][2];"},
      {"a,b\r\n1,2\r\n\r\n3,4\r\n", "[a][b];[1][2];[3][4];"},
      {"\xEF\xBB\xBF"
       "a,b",
       "[a][b];"},
      {"a,,b,", "[a][][b][];"},
      {",", "[][];"},
      {"\"a\",\"b,c\"", "[a][b,c];"},
      {"\"two\nlines\",x\ny,z", "[two\nlines][x];[y][z];"},
      {"\"say \"\"hi\"\"\",x", "[say \"hi\"][x];"},
      {"\"\"\"\"", "[\"];"},
      {"\"\",x", "[][x];"},
      {"\"\"", "[];"},
      {"a \"quoted\" word,x", "[a \"quoted\" word][x];"},
      {"\"a\"b,c", "[ab][c];"},
      {"\"a\"b\"c,d", "[ab\"c][d];"},
      {"5\" x,6\" y\nz", "[5\" x][6\" y];[z];"},
      {"a,\"open\nb,c\nd", "!1;[b][c];[d];"},
      {"a,\"open", "!1;"},
      {"x\ny,\"\nz", "[x];!2;[z];"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(rows(c.text) == c.expected);
    CHECK(rows(c.text, ',', {}, 1) == c.expected);
  }
  CHECK(rows("a;b,c;\"d;e\"", ';') == "[a][b,c][d;e];");
  CHECK(rows("a\tb", '\t') == "[a][b];");
}

TEST_CASE("limits hold on both sides") {
  CsvLimits limits;
  limits.columns = 3;
  CHECK(rows("1,2,3\n1,2,3,4\n5", ',', limits) == "[1][2][3];?2;[5];");
  limits = {};
  limits.cell = 4;
  CHECK(rows("1234\n12345\n\"1234\"\n\"12345\"", ',', limits) == "[1234];?2;[1234];?4;");
  limits = {};
  limits.row = 20;
  for (std::size_t step : {1U, 7U, 1000U}) {
    CHECK(rows("x\n\"" + std::string(100, 'y') + "\nz\n", ',', limits, step).starts_with("[x];!2;"));
  }
  CHECK(rows("\"" + std::string(3 << 20, 'x') + "\"\na").ends_with("[a];"));
}

TEST_CASE("many open quotes take linear time") {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += "a,\"b\n";
  CHECK_FALSE(rows(text).empty());
  CHECK_FALSE(rows(std::string(1000000, ',')).empty());
  CHECK_FALSE(rows(std::string(1000001, '"')).empty());
}

TEST_CASE("the separator that stands most often in the header") {
  CHECK(sniff_separator("a,b;c,d\n;;;;;") == ',');
  CHECK(sniff_separator("a;b;c") == ';');
  CHECK(sniff_separator("a\tb") == '\t');
  CHECK(sniff_separator("a|b") == '|');
  CHECK(sniff_separator("\"a,b,c\";d") == ';');
  CHECK(sniff_separator("") == ',');
}

TEST_CASE("every byte of a cell is where its map says") {
  std::mt19937 random(5);
  const char* pieces[] = {"a", "\"\"", ",", "\n", "\xC3\xA9", " "};
  for (int round = 0; round < 300; ++round) {
    std::string row = "x,\"";
    std::string expected;
    for (auto i = random() % 10; i > 0; --i) {
      const char* piece = pieces[random() % std::size(pieces)];
      row += piece;
      expected += std::string(piece) == "\"\"" ? "\"" : piece;
    }
    row += "\",y";
    Arena arena;
    std::vector<CsvCell> cells;
    REQUIRE(split_cells(row, ',', arena, cells));
    REQUIRE(cells.size() == 3);
    const CsvCell& cell = cells[1];
    CHECK(cell.text == expected);
    REQUIRE(cell.map.size() == cell.text.size());
    for (std::size_t i = 0; i < cell.text.size(); ++i) {
      Span span = cell.map.to_source({i, i + 1});
      CHECK(row.substr(span.begin, span.size()) == (cell.text[i] == '"' ? "\"\"" : std::string(1, cell.text[i])));
    }
  }
}
