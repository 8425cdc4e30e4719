// `postvet read` and `postvet detect`: what the readers make of the inputs, without a rule.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/line_index.h"
#include "report/escape.h"
#include "report/json_writer.h"
#include "scan/batch_sink.h"
#include "scan/gather.h"
#include "scan/run.h"

namespace postvet {
namespace {

// Which texts of a post have a key of their own in a post line: the first of a name that is the title, the text or the
// description of a medium.
class Texts {
 public:
  explicit Texts(const Post& post) : post_(post) {
    for (const Field& field : post.fields) first_.try_emplace(field.name, &field);
    add("title");
    add("text");
    for (std::size_t i = 0; i < post.media.size(); ++i) add(alt_name(i));
  }

  static std::string alt_name(std::size_t medium) { return fmt::format("media[{}].alt", medium); }

  // Null when there is none.
  const Field* find(std::string_view name) const {
    auto found = first_.find(name);
    return found == first_.end() ? nullptr : found->second;
  }
  bool is_first(const Field& field) const { return find(field.name) == &field; }
  bool has_own_key(const Field& field) const { return own_.contains(&field); }

  // Whether the texts are those with keys, in the order in which they are read back.
  bool in_order() const {
    return order_.size() == post_.fields.size() &&
           std::equal(order_.begin(), order_.end(), post_.fields.begin(),
                      [](const Field* own, const Field& field) { return own == &field; });
  }

 private:
  void add(std::string_view name) {
    if (const Field* field = find(name)) {
      order_.push_back(field);
      own_.insert(field);
    }
  }

  const Post& post_;
  std::map<std::string_view, const Field*> first_;
  std::vector<const Field*> order_;
  std::set<const Field*> own_;
};

void key_text(JsonWriter& json, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  json.key(key);
  json.text(value);
}

void write_author(JsonWriter& json, const Post& post) {
  const Author& author = post.author;
  if (author.name.empty() && author.handle.empty() && author.bio.empty() && author.role == Role::unknown) return;
  json.key("author").open_object();
  key_text(json, "name", author.name);
  key_text(json, "handle", author.handle);
  if (author.role != Role::unknown) key_text(json, "role", to_name(author.role));
  key_text(json, "bio", author.bio);
  json.close_object();
}

void write_zones(JsonWriter& json, const Post& post, const Texts& texts) {
  bool any = false;
  for (const Field& field : post.fields) any = any || !field.zones.empty();
  if (!any) return;
  json.key("zones").open_list();
  for (const Field& field : post.fields) {
    if (!texts.is_first(field)) continue;  // zones are told apart by the names of their fields
    for (const Zone& zone : field.zones) {
      json.open_object();
      key_text(json, "field", field.name);
      key_text(json, "kind", to_name(zone.kind));
      key_text(json, "reason", zone.reason);
      json.key("start").number(zone.span.begin);
      json.key("end").number(zone.span.end);
      json.close_object();
    }
  }
  json.close_list();
}

void write_media(JsonWriter& json, const Post& post, const Texts& texts) {
  if (post.media.empty()) return;
  json.key("media").open_list();
  for (std::size_t i = 0; i < post.media.size(); ++i) {
    json.open_object();
    key_text(json, "path", post.media[i].path);
    key_text(json, "type", post.media[i].type);
    if (const Field* alt = texts.find(Texts::alt_name(i))) json.key("alt").text(alt->text);
    json.close_object();
  }
  json.close_list();
}

// Texts that a post line has no key of its own for, as front matter and the parts of a page; null holds the place of
// one that has.
void write_other_fields(JsonWriter& json, const Post& post, const Texts& texts) {
  if (texts.in_order()) return;
  json.key("fields").open_object();
  for (const Field& field : post.fields) {
    json.key(field.name);
    texts.has_own_key(field) ? json.null() : json.text(field.text);
  }
  json.close_object();
}

void write_source(JsonWriter& json, const Post& post, const Record& record, const std::string& path) {
  const Field* text = post.field("text");
  Span in_record = text != nullptr ? text->to_record.to_source({0, text->text.size()}) : Span{0, 0};
  Span in_file = record.to_file.to_source(in_record);
  LineColumn at = LineIndex(record.text, record.start).at(in_record.begin);
  json.key("source").open_object();
  key_text(json, "path", path);
  key_text(json, "entry", record.entry);
  json.key("start").number(in_file.begin);
  json.key("end").number(in_file.end);
  json.key("line").number(at.line);
  json.key("column").number(at.column);
  json.close_object();
}

// `first_account` is the number of the input's first account among those of all inputs.
void write_post(std::string& out, const Post& post, const Record& record, const std::string& path,
                std::size_t first_account) {
  JsonWriter json(out);
  json.open_object();
  key_text(json, "id", post.id);
  key_text(json, "platform", to_name(post.platform));
  key_text(json, "kind", to_name(post.kind));
  if (post.state != PostState::published) key_text(json, "state", to_name(post.state));
  key_text(json, "voice", to_name(post.voice));
  write_author(json, post);
  if (post.account != Post::kNone) key_text(json, "account", std::to_string(first_account + post.account));
  Texts texts(post);
  if (const Field* title = texts.find("title")) json.key("title").text(title->text);
  const Field* text = texts.find("text");
  json.key("text").text(text != nullptr ? text->text : std::string_view());
  write_other_fields(json, post, texts);
  write_zones(json, post, texts);
  key_text(json, "time", post.time.text);
  if (!post.recipients.empty()) {
    json.key("to").open_list();
    for (std::string_view recipient : post.recipients) json.text(recipient);
    json.close_list();
  }
  key_text(json, "conversation", post.conversation);
  key_text(json, "in_reply_to", post.in_reply_to);
  write_media(json, post, texts);
  key_text(json, "url", post.url);
  write_source(json, post, record, path);
  json.close_object();
  out += '\n';
}

std::string in_words(const Error& error) { return error.what + (error.hint.empty() ? "" : "; " + error.hint); }

}  // namespace

RunResult run_read(const Files& files, const RunOptions& options, const Output& output, const Messages& messages) {
  RunResult result;
  Gathered gathered = gather(files, options);
  std::string out;
  std::size_t first_account = 0;
  for (GatheredInput& input : gathered.inputs) {
    if (!result.written) break;
    ReportedInput& reported = result.summary.inputs.emplace_back();
    reported.path = input.path;
    auto fail_input = [&](const Error& error) {
      messages(fmt::format("{}: not read: {}", input.path, in_words(error)));
      ++reported.posts.found;
      ++reported.posts.skipped;
      result.complete = false;
    };
    if (input.reader == nullptr) {
      fail_input(input.error);
      continue;
    }
    reported.reader = input.reader->name;
    BatchSink sink(std::make_unique<Batch>(), [&](std::unique_ptr<Batch> batch) -> std::unique_ptr<Batch> {
      for (const Post& post : batch->posts)
        write_post(out, post, batch->records[post.record], input.path, first_account);
      for (const Problem& problem : batch->problems) {
        std::string entry = problem.entry.empty() ? std::string() : fmt::format("!{}", problem.entry);
        messages(fmt::format("{}{}:{}:{}: skipped: {}", input.path, entry, problem.at.line, problem.at.column,
                             problem.what));
        result.complete = false;
      }
      reported.posts.checked += batch->posts.size();
      reported.posts.skipped += batch->problems.size();
      reported.posts.found += batch->posts.size() + batch->problems.size();
      result.written = output(out);
      out.clear();
      recycle(*batch);
      return result.written ? std::move(batch) : nullptr;
    });
    Result<void> read = input.reader->read(*input.input, options.read, sink);
    sink.flush();
    if (!read) fail_input(read.error());
    first_account += sink.notes().accounts.size();
    for (const EntryProblem& unread : input.input->problems()) {
      messages(fmt::format("{}{}: not read: {}", input.path, unread.path.empty() ? std::string() : "!" + unread.path,
                           unread.what));
      ++reported.posts.found;
      ++reported.posts.skipped;
      result.complete = false;
    }
    for (const std::string& note : sink.notes().notes) messages(fmt::format("{}: {}", input.path, note));
  }
  for (const std::string& note : gathered.not_examined) messages("not read: " + note);
  return result;
}

RunResult run_detect(const Files& files, const RunOptions& options, const Output& output, const Messages& messages) {
  RunResult result;
  Gathered gathered = gather(files, options);
  std::string out;
  for (const GatheredInput& input : gathered.inputs) {
    if (input.reader == nullptr) {
      messages(fmt::format("{}: not recognised: {}", input.path, in_words(input.error)));
      result.complete = false;
      continue;
    }
    out += fmt::format("{}: {}", shown_line(input.path), input.reader->name);
    if (!input.detection.generation.empty()) out += fmt::format(", {}", input.detection.generation);
    out += fmt::format(" (sureness {} of 100)\n", input.detection.score);
    for (const std::string& reason : input.detection.reasons) out += fmt::format("  {}\n", shown_line(reason));
  }
  for (const std::string& note : gathered.not_examined) messages("not recognised: " + note);
  result.written = output(out);
  return result;
}

}  // namespace postvet
