// Comma-separated values (RFC 4180), row by row, each cell with its place.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/result.h"
#include "base/source.h"
#include "syntax/json_reader.h"
#include "syntax/json_records.h"
#include "syntax/text_window.h"

namespace postvet {

struct CsvLimits {
  std::size_t row = std::size_t{16} << 20;  // bytes
  std::size_t cell = std::size_t{1} << 20;  // bytes
  std::size_t columns = 4096;
};

// The separator that stands most often in the first line, outside of quotes: one of , ; TAB |
char sniff_separator(std::string_view head);

// Rows that are not empty, as records. A quote opens a cell only where one begins; line ends inside of quotes belong to
// the cell. When a quote is never closed, that row is a problem and the walk goes on at the next line. Linear, memory
// of a row. Not thread-safe; the source must outlive it.
class RowSplitter {
 public:
  RowSplitter(Source& source, char separator, CsvLimits limits = {})
      : window_(source), separator_(separator), limits_(limits) {}

  // The next row or problem; false at the end. After an error there is nothing more to come.
  Result<bool> next(SplitRecord& record);

 private:
  enum class Cell { begins, plain, quoted, closing };  // closing: behind a quote in a quoted cell

  Result<bool> find_end(std::size_t& end, bool& open);

  TextWindow window_;
  char separator_;
  CsvLimits limits_;
  std::size_t taken_ = 0;
  PositionTracker tracker_;
};

// A cell: its text without quotes, and the map from it to the row.
using CsvCell = JsonString;

// The cells of a row. Without doubled quotes a text is a view into the row; otherwise it is in `arena`. False past a
// limit.
bool split_cells(std::string_view row, char separator, Arena& arena, std::vector<CsvCell>& cells,
                 CsvLimits limits = {});

}  // namespace postvet
