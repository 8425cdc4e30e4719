#include "text/characters.h"

#include <doctest/doctest.h>

using namespace postvet;

TEST_CASE("kinds of characters") {
  struct Row {
    char32_t value;
    CharKind kind;
  };
  const Row rows[] = {
      {0x00E9, CharKind::letter},     {0x0439, CharKind::letter},     {0x4E2D, CharKind::letter},
      {0x0301, CharKind::letter},     {0x24B6, CharKind::letter},     {0x1F130, CharKind::letter},
      {0x1F170, CharKind::letter},    {0x1D400, CharKind::letter},    {0x02B0, CharKind::letter},
      {0x2160, CharKind::letter},     {0x0661, CharKind::digit},      {0xFF11, CharKind::digit},
      {0x1D7CE, CharKind::digit},     {0x200B, CharKind::ignorable},  {0x00AD, CharKind::ignorable},
      {0x200D, CharKind::ignorable},  {0xFE0F, CharKind::ignorable},  {0xFEFF, CharKind::ignorable},
      {0x202E, CharKind::ignorable},  {0xE0041, CharKind::ignorable}, {0x00A0, CharKind::space},
      {0x2009, CharKind::space},      {0x202F, CharKind::space},      {0x3000, CharKind::space},
      {0x2028, CharKind::space},      {0x201C, CharKind::quote},      {0x201D, CharKind::quote},
      {0x00AB, CharKind::quote},      {0x201A, CharKind::quote},      {0xFF02, CharKind::quote},
      {0x2018, CharKind::apostrophe}, {0x2019, CharKind::apostrophe}, {0x02BC, CharKind::apostrophe},
      {0xFF07, CharKind::apostrophe}, {0x2013, CharKind::dash},       {0x2014, CharKind::dash},
      {0x2212, CharKind::dash},       {0x2010, CharKind::dash},       {0x2022, CharKind::bullet},
      {0x00B7, CharKind::bullet},     {0x2026, CharKind::ellipsis},   {0x1F600, CharKind::other},
      {0x00A3, CharKind::other},      {0x20AC, CharKind::other},      {0x2260, CharKind::other},
      {0xFFFD, CharKind::other},      {0x00A9, CharKind::other},      {0x1F1EC, CharKind::other},
      {0xE000, CharKind::other},      {0x00BD, CharKind::other},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<unsigned>(row.value));
    CHECK(kind_of(row.value) == row.kind);
  }
}

TEST_CASE("combining marks") {
  for (char32_t mark : {char32_t{0x0301}, char32_t{0x0323}, char32_t{0x20D0}, char32_t{0x093C}})
    CHECK(is_combining(mark));
  for (char32_t other : {char32_t{'a'}, char32_t{0x00E9}, char32_t{0x200B}, char32_t{0x1F600}, char32_t{0x00B4}})
    CHECK_FALSE(is_combining(other));
}

TEST_CASE("letters that look Latin") {
  struct Row {
    char32_t value;
    char alike;
  };
  const Row rows[] = {{0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'},
                      {0x0456, 'i'}, {0x0455, 's'}, {0x03BF, 'o'}, {0x0391, 'a'}, {0x0585, 'o'},
                      {0x0561, 'w'}, {0x0410, 'a'}, {0x0425, 'x'}, {0x0501, 'd'}, {0x03BD, 'v'}};
  for (const Row& row : rows) CHECK(latin_look_alike(row.value) == row.alike);
  for (char32_t other : {char32_t{'a'}, char32_t{0}, char32_t{0x00E9}, char32_t{0x0436}, char32_t{0x03C9},
                         char32_t{0x0411}, char32_t{0x4E2D}, char32_t{0x10FFFF}, char32_t{0x0586}}) {
    CHECK(latin_look_alike(other) == '\0');
  }
}

TEST_CASE("every entry of the table is found by the search in it") {
  int found = 0;
  for (char32_t value = 0; value < 0x10000; ++value) found += latin_look_alike(value) != '\0' ? 1 : 0;
  CHECK(found == 62);
}
