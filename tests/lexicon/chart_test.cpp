#include "lexicon/chart.h"

#include <doctest/doctest.h>

using namespace postvet;

namespace {
Chart chart_of(std::size_t units) {
  Chart chart;
  for (std::size_t i = 0; i < units; ++i) chart.add_unit({});
  return chart;
}
}  // namespace

TEST_CASE("equal spans are one, with the forms of both") {
  Chart chart = chart_of(3);
  CHECK(chart.add_span(1, {7, kBase, 2}));
  CHECK_FALSE(chart.add_span(1, {7, kBase, 2}));
  CHECK(chart.add_span(1, {7, kPlural, 2}));
  CHECK_FALSE(chart.add_span(1, {7, kBase | kPlural, 2}));
  CHECK(chart.add_span(1, {7, kBase, 3}));
  CHECK(chart.add_span(1, {8, kBase, 2}));
  REQUIRE(chart.at(1).size() == 3);
  CHECK(chart.at(1)[0].forms == (kBase | kPlural));
  CHECK(chart.at(0).empty());
}

TEST_CASE("a class is in a range when a span of it begins there") {
  Chart chart = chart_of(4);
  chart.add_span(1, {7, kBase, 3});
  CHECK(chart.has(7, {0, 4}));
  CHECK(chart.has(7, {1, 2}));
  CHECK_FALSE(chart.has(7, {0, 1}));
  CHECK_FALSE(chart.has(7, {2, 4}));
  CHECK_FALSE(chart.has(7, {1, 1}));
  CHECK_FALSE(chart.has(8, {0, 4}));
}

TEST_CASE("a chart that is used again holds nothing of the text before") {
  Chart chart = chart_of(4);
  for (std::size_t i = 0; i < 4; ++i) chart.add_span(i, {7, kBase, 4});
  chart.reset();
  CHECK(chart.units.empty());
  for (int i = 0; i < 6; ++i) chart.add_unit({});
  CHECK_FALSE(chart.has(7, {0, 6}));
}

TEST_CASE("clauses and sentences") {
  Chart chart = chart_of(6);
  for (std::size_t i : {0U, 2U, 4U}) chart.units[i].begins_clause = true;
  for (std::size_t i : {0U, 4U}) chart.units[i].begins_sentence = true;
  CHECK(chart.clause_of(0) == Span{0, 2});
  CHECK(chart.clause_of(1) == Span{0, 2});
  CHECK(chart.clause_of(3) == Span{2, 4});
  CHECK(chart.clause_of(5) == Span{4, 6});
  CHECK(chart.sentence_of(3) == Span{0, 4});
  CHECK(chart.sentence_of(4) == Span{4, 6});
}

TEST_CASE("text without punctuation is looked at piece by piece") {
  Chart chart = chart_of(2000);
  CHECK(chart.sentence_of(1000) == Span{744, 1256});
  CHECK(chart.clause_of(10) == Span{0, 266});
  CHECK(chart.clause_of(1999) == Span{1743, 2000});
}
