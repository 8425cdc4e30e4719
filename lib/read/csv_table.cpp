// A table with a header: one post a row, its columns found by name.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "read/reader.h"
#include "read/time_text.h"
#include "syntax/csv.h"

namespace postvet {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kHead = std::size_t{64} << 10;

enum Column { kText, kAuthor, kTime, kId, kHandle, kTitle, kUrl, kPlatform, kRole, kBio, kKind, kColumns };

struct ColumnNames {
  std::string_view key;       // in --map
  std::string_view synonyms;  // in headers, best first, separated by commas
};

constexpr std::array<ColumnNames, kColumns> kNames{{
    {"text",
     "text,full_text,message,caption,content,contents,body,post,tweet,comment,comment text,post text,description"},
    {"author", "author,name,user,username,account,account name,channel,from,sender"},
    {"time", "time,date,created,created_at,created at,published,publish time,timestamp,datetime"},
    {"id", "id,post id,message id,comment id"},
    {"handle", "handle,account username,screen_name,screen name"},
    {"title", "title,subject,headline"},
    {"url", "url,link,permalink"},
    {"platform", "platform,network"},
    {"role", "role"},
    {"bio", "bio"},
    {"kind", "kind"},
}};

// Trimmed, and in lower case as far as ASCII goes.
std::string normal(std::string_view name) {
  std::size_t begin = std::min(name.find_first_not_of(" \t\n"), name.size());
  name.remove_prefix(begin);
  while (!name.empty() && (name.back() == ' ' || name.back() == '\t' || name.back() == '\n')) name.remove_suffix(1);
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// The column of each meaning, kNone where the table has none.
struct Columns {
  std::array<std::size_t, kColumns> at;
  std::array<bool, kColumns> mapped{};  // named by the user

  Columns() { at.fill(kNone); }
};

std::size_t index_of(const std::vector<std::string>& header, std::string_view name) {
  auto found = std::find(header.begin(), header.end(), name);
  return found == header.end() ? kNone : static_cast<std::size_t>(found - header.begin());
}

void guess(const std::vector<std::string>& header, Columns& columns) {
  for (std::size_t column = 0; column < kColumns; ++column) {
    std::string_view left = kNames[column].synonyms;
    while (columns.at[column] == kNone && !left.empty()) {
      std::size_t comma = std::min(left.find(','), left.size());
      std::size_t index = index_of(header, left.substr(0, comma));
      bool taken = index != kNone && std::find(columns.at.begin(), columns.at.end(), index) != columns.at.end();
      if (!taken) columns.at[column] = index;
      left.remove_prefix(std::min(comma + 1, left.size()));
    }
  }
}

Result<Columns> find_columns(const std::vector<std::string>& header, const ReadOptions& options) {
  Columns columns;
  auto with_header = [&](std::string what) {
    return fail(std::move(what), {},
                fmt::format("the columns are: {}; name them with --map text=COLUMN", fmt::join(header, ", ")));
  };
  for (const auto& mapping : options.column_map) {
    const std::string& key = mapping.first;
    const std::string& name = mapping.second;
    auto known = std::find_if(kNames.begin(), kNames.end(), [&](const ColumnNames& names) { return names.key == key; });
    if (known == kNames.end()) return with_header(fmt::format("--map does not know `{}`", key));
    std::size_t index = index_of(header, normal(name));
    if (index == kNone) return with_header(fmt::format("--map {}: the table has no such column", key));
    auto column = static_cast<std::size_t>(known - kNames.begin());
    columns.at[column] = index;
    columns.mapped[column] = true;
  }
  guess(header, columns);
  if (columns.at[kText] == kNone) return with_header("no column that holds the text");
  return columns;
}

class Table {
 public:
  Table(char separator, const ReadOptions& options, PostSink& sink)
      : separator_(separator), options_(options), sink_(sink) {}

  Result<void> read(Source& source) {
    RowSplitter rows(source, separator_);
    SplitRecord row;
    for (;;) {
      auto more = rows.next(row);
      if (!more) return tl::unexpected(more.error());
      if (!*more) return {};
      if (!row.problem.empty()) {
        sink_.skip(row.start, row.problem);
      } else if (!columns_) {
        auto header = read_header(row);
        if (!header) return header;
      } else {
        add(sink_.begin_record(row.text, row.start, std::move(row.to_file)));
        if (!sink_.end_record()) return {};
      }
    }
  }

 private:
  Result<void> read_header(const SplitRecord& row) {
    Arena arena;
    std::vector<std::string> header;
    if (!split_cells(row.text, separator_, arena, cells_))
      return fail("the header has too many columns, or too long ones");
    for (const CsvCell& cell : cells_) header.push_back(normal(cell.text));
    auto columns = find_columns(header, options_);
    if (!columns) return tl::unexpected(columns.error());
    columns_ = *columns;
    return {};
  }

  CsvCell* cell(Column column) {
    std::size_t at = columns_->at[column];
    return at < cells_.size() ? &cells_[at] : nullptr;
  }

  std::string_view text_of(Column column) {
    CsvCell* found = cell(column);
    return found ? found->text : std::string_view();
  }

  void add_field(Post& post, Column column, std::string_view name) {
    CsvCell* found = cell(column);
    if (!found || (column != kText && found->text.empty())) return;
    Field& field = post.fields.emplace_back();
    field.name = name;
    field.text = found->text;
    field.to_record = std::move(found->map);
  }

  // The value of a closed vocabulary. A column that the user named must hold it; one that was guessed may hold
  // anything.
  template <class Enum>
  bool read_name(Column column, Enum& value) {
    std::string name = normal(text_of(column));
    if (name.empty()) return true;
    if (name == "twitter" && column == kPlatform) name = "x";
    auto known = from_name<Enum>(name);
    if (known) value = *known;
    return known || !columns_->mapped[column];
  }

  void add(const Record& record) {
    Arena& arena = sink_.batch().arena;
    if (!split_cells(record.text, separator_, arena, cells_)) {
      sink_.skip(record.start, "a row with too many cells, or too long ones");
      return;
    }
    bool blank = std::all_of(cells_.begin(), cells_.end(), [](const CsvCell& each) { return each.text.empty(); });
    if (blank) return;
    if (!cell(kText)) {
      sink_.skip(record.start, "a row that ends before its text");
      return;
    }
    Platform platform = Platform::generic;
    PostKind kind = PostKind::post;
    Role role = options_.role;
    if (!read_name(kPlatform, platform) || !read_name(kKind, kind) || !read_name(kRole, role)) {
      sink_.skip(record.start, "unknown value of the platform, kind or role");
      return;
    }
    Post& post = sink_.add_post();
    post.platform = platform;
    post.kind = kind;
    post.author = {text_of(kAuthor), text_of(kHandle), text_of(kBio), role};
    post.id = text_of(kId);
    post.url = text_of(kUrl);
    post.time = {text_of(kTime), is_rfc3339(text_of(kTime))};
    add_field(post, kTitle, "title");
    add_field(post, kText, "text");
    if (kind == PostKind::profile) {
      Account account;
      account.platform = platform;
      account.name = post.author.name;
      account.handle = post.author.handle;
      account.bio = post.field("text")->text;
      account.role = role;
      post.account = sink_.add_account(std::move(account));
    }
  }

  char separator_;
  const ReadOptions& options_;
  PostSink& sink_;
  std::optional<Columns> columns_;
  std::vector<CsvCell> cells_;
};

// The front of the input, and the encoding it is in when it is not UTF-8.
Result<Encoding> look(Input& input, std::string& head) {
  auto stream = input.open();
  if (!stream) return tl::unexpected(stream.error());
  std::string raw(kHead, '\0');
  std::size_t held = 0;
  while (held < raw.size()) {
    auto count = (*stream)->read(raw.data() + held, raw.size() - held);
    if (!count) return tl::unexpected(count.error());
    if (*count == 0) break;
    held += *count;
  }
  raw.resize(held);
  // The last line may be cut inside a character.
  std::size_t whole = held < kHead ? held : std::min(raw.rfind('\n'), held - 1) + 1;
  StringStream bytes(raw.substr(0, whole));
  auto document = read_document(bytes, 4 * kHead);
  if (!document) return tl::unexpected(document.error());
  head = std::move(document->text);
  return document->repairs.invalid > 0 ? Encoding::windows1252 : Encoding::utf8;
}

Result<void> read(Input& input, const ReadOptions& options, PostSink& sink) {
  std::string head;
  auto encoding = look(input, head);
  if (!encoding) return tl::unexpected(encoding.error());
  if (*encoding == Encoding::windows1252) sink.note("not UTF-8: read as windows-1252");
  auto stream = input.open();
  if (!stream) return tl::unexpected(stream.error());
  Source source(**stream, *encoding);
  auto result = Table(sniff_separator(head.substr(std::min(head.find_first_not_of('\n'), head.size()))), options, sink)
                    .read(source);
  sink.repaired(source.repairs());
  if (!result && result.error().where.empty()) result.error().where = input.name();
  return result;
}

// The normalised cells of the first row, and how many cells the second has (0: there is none).
std::vector<std::string> front_of(std::string_view head, std::size_t& second) {
  StringStream bytes{std::string(head)};
  Source source(bytes);
  char separator = sniff_separator(head);
  RowSplitter rows(source, separator);
  SplitRecord row;
  Arena arena;
  std::vector<CsvCell> cells;
  std::vector<std::string> header;
  auto next = [&] {
    return rows.next(row).value_or(false) && row.problem.empty() && split_cells(row.text, separator, arena, cells);
  };
  second = 0;
  if (!next()) return header;
  for (const CsvCell& cell : cells) header.push_back(normal(cell.text));
  if (next()) second = cells.size();
  return header;
}

Detection detect(const Probe& probe) {
  Detection detection;
  if (probe.is_container) return detection;
  bool named = probe.name.ends_with(".csv") || probe.name.ends_with(".tsv");
  if (named) {
    detection.score = 30;
    detection.reasons.push_back("the name ends as that of a table");
  }
  std::size_t second = 0;
  std::vector<std::string> header =
      front_of(probe.head.substr(std::min(probe.head.find_first_not_of('\n'), probe.head.size())), second);
  auto columns = find_columns(header, {});
  // A sentence may look like a header; then the next line has another number of commas.
  if (!columns || (!named && (header.size() < 2 || second != header.size()))) return detection;
  detection.score =
      45 + (named ? 10 : 0) + (columns->at[kAuthor] != kNone ? 5 : 0) + (columns->at[kTime] != kNone ? 5 : 0);
  detection.reasons.push_back("a table whose header names a column of texts");
  return detection;
}

}  // namespace

extern const ReaderSpec csv_table{
    .name = "csv-table",
    .summary = "a table with a header (commas, semicolons, tabs or bars), a post a row; --map names the columns",
    .detect = detect,
    .read = read,
};

}  // namespace postvet
