#include "syntax/html_declaration.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string_view>

TEST_CASE("a document is HTML by its first markup") {
  for (std::string_view head : {"<!doctype html>", "<!DOCTYPE HTML PUBLIC \"x\">", " \n<!-- c --><html lang=en>",
                                "<?xml version='1.0'?><!DOCTYPE html><html>", "<HTML>"}) {
    CAPTURE(head);
    CHECK(postvet::begins_as_html(head));
  }
  for (std::string_view head : {"", "text <html>", "<p>", "<!doctype svg>", "<?xml version='1.0'?><rss>", "# <html>",
                                "<htmlx>", "</html>", "<!-- <html> -->"}) {
    CAPTURE(head);
    CHECK_FALSE(postvet::begins_as_html(head));
  }
}

TEST_CASE("a page declares windows-1252") {
  for (std::string_view head : {"<meta charset=windows-1252>", "<html><head><META CHARSET=' ISO-8859-1 '>",
                                "<meta http-equiv=Content-Type content='text/html; charset=latin1'>",
                                "<meta http-equiv=content-type content='text/html; charset = \"cp1252\"; x'>"}) {
    CAPTURE(head);
    CHECK(postvet::declares_windows1252(head));
  }
  for (std::string_view head :
       {"", "<meta charset=utf-8><meta charset=windows-1252>", "<!-- <meta charset=windows-1252> -->",
        "<meta name=x content='charset=windows-1252'>", "<meta http-equiv=content-type content='text/html'>",
        "<meta http-equiv=content-type content='charset'>", "<title><meta charset=windows-1252>",
        "charset=windows-1252"}) {
    CAPTURE(head);
    CHECK_FALSE(postvet::declares_windows1252(head));
  }
}
