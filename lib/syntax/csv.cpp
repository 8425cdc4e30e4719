#include "syntax/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace postvet {

char sniff_separator(std::string_view head) {
  constexpr std::string_view kCandidates = ",;\t|";
  std::array<std::size_t, kCandidates.size()> counts{};
  bool quoted = false;
  for (char c : head) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    if (std::size_t which = kCandidates.find(c); which != std::string_view::npos) ++counts[which];
  }
  auto most = std::max_element(counts.begin(), counts.end());
  return kCandidates[static_cast<std::size_t>(most - counts.begin())];
}

// The end of the row at the front of the window: `open` when a quote is open there.
Result<bool> RowSplitter::find_end(std::size_t& end, bool& open) {
  Cell cell = Cell::begins;
  for (std::size_t at = 0;;) {
    std::string_view text = window_.text();
    for (; at < text.size(); ++at) {
      char c = text[at];
      if (cell == Cell::quoted) {
        at = std::min(text.find('"', at), text.size());
        if (at == text.size()) break;
        cell = Cell::closing;
      } else if (c == '\n') {
        end = at;
        return true;
      } else if (c == separator_) {
        cell = Cell::begins;
      } else if (c == '"' && cell != Cell::plain) {
        cell = Cell::quoted;
      } else {
        cell = Cell::plain;
      }
    }
    open = cell == Cell::quoted;
    end = text.size();
    if (end > limits_.row) return true;
    auto more = window_.more();
    if (!more) return more;
    if (!*more && window_.text().size() == end) return end > 0;
  }
}

Result<bool> RowSplitter::next(SplitRecord& record) {
  record.problem.clear();
  for (;;) {
    tracker_.advance(window_.text().substr(0, taken_));
    window_.drop(taken_);
    taken_ = 0;
    std::size_t end = 0;
    bool open = false;
    auto found = find_end(end, open);
    if (!found || !*found) return found;
    std::string_view text = window_.text();
    record.start = tracker_.at();
    record.offset = window_.offset();
    record.text = {};
    record.to_file.clear();
    bool too_long = end > limits_.row;
    if (open || too_long) {
      std::size_t line = text.find('\n');
      taken_ = line == std::string_view::npos ? text.size() : line + 1;
      record.problem = open ? "a quote that is not closed: the line was not examined"
                            : fmt::format("a row longer than {} bytes", limits_.row);
      return true;
    }
    taken_ = std::min(end + 1, text.size());
    std::string_view row = text.substr(0, end);
    if (row.find_first_not_of(" \t") == std::string_view::npos) continue;
    record.text = row;
    record.to_file = window_.to_file({0, end});
    return true;
  }
}

namespace {

// The inside of a quoted cell, from `raw` behind its first quote on; moves `at` behind the cell.
void take_quoted(std::string_view row, char separator, std::size_t& at, Arena& arena, CsvCell& cell) {
  std::size_t begin = at;
  std::string plain;
  bool copied = false;
  for (;;) {
    std::size_t quote = std::min(row.find('"', at), row.size());
    bool doubled = quote + 1 < row.size() && row[quote + 1] == '"';
    std::size_t stop = doubled ? quote + 2 : std::min(row.find(separator, quote), row.size());
    std::size_t behind = std::min(quote + 1, stop);
    if (!doubled && behind == stop && !copied) {  // nothing but text between the quotes
      cell.text = row.substr(begin, quote - begin);
      cell.map = OffsetMap::copy(cell.text.size(), begin);
      at = stop;
      return;
    }
    copied = true;
    plain.append(row, at, quote - at);
    cell.map.append_copy(quote - at, at);
    at = stop;
    if (doubled) {
      plain.push_back('"');
      cell.map.append_piece(1, {quote, quote + 2});
      continue;
    }
    plain.append(row, behind, stop - behind);  // what stands behind the closing quote belongs to the cell too
    cell.map.append_copy(stop - behind, behind);
    cell.text = arena.store(plain);
    return;
  }
}

}  // namespace

bool split_cells(std::string_view row, char separator, Arena& arena, std::vector<CsvCell>& cells, CsvLimits limits) {
  cells.clear();
  for (std::size_t at = 0;; ++at) {
    if (cells.size() == limits.columns) return false;
    CsvCell& cell = cells.emplace_back();
    if (at < row.size() && row[at] == '"') {
      take_quoted(row, separator, ++at, arena, cell);
    } else {
      std::size_t end = std::min(row.find(separator, at), row.size());
      cell.text = row.substr(at, end - at);
      cell.map = OffsetMap::copy(cell.text.size(), at);
      at = end;
    }
    if (cell.text.size() > limits.cell) return false;
    if (at >= row.size()) return true;
  }
}

}  // namespace postvet
