// `postvet read` and `postvet detect`: what the readers make of the inputs, without a rule.
#include <fmt/format.h>

#include "base/line_index.h"
#include "report/escape.h"
#include "report/json_writer.h"
#include "scan/batch_sink.h"
#include "scan/gather.h"
#include "scan/run.h"

namespace postvet {
namespace {

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

void write_zones(JsonWriter& json, const Post& post) {
  bool any = false;
  for (const Field& field : post.fields) any = any || !field.zones.empty();
  if (!any) return;
  json.key("zones").open_list();
  for (const Field& field : post.fields) {
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

void write_media(JsonWriter& json, const Post& post) {
  if (post.media.empty()) return;
  json.key("media").open_list();
  for (std::size_t i = 0; i < post.media.size(); ++i) {
    json.open_object();
    key_text(json, "path", post.media[i].path);
    key_text(json, "type", post.media[i].type);
    if (const Field* alt = post.field(fmt::format("media[{}].alt", i))) key_text(json, "alt", alt->text);
    json.close_object();
  }
  json.close_list();
}

// Texts that a post line has no key of its own for: what front matter says besides the title.
void write_other_fields(JsonWriter& json, const Post& post) {
  bool open = false;
  for (const Field& field : post.fields) {
    if (field.name == "title" || field.name == "text" || field.name.starts_with("media[")) continue;
    if (!open) json.key("fields").open_object();
    open = true;
    json.key(field.name).text(field.text);
  }
  if (open) json.close_object();
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

void write_post(std::string& out, const Post& post, const Record& record, const std::string& path) {
  JsonWriter json(out);
  json.open_object();
  key_text(json, "id", post.id);
  key_text(json, "platform", to_name(post.platform));
  key_text(json, "kind", to_name(post.kind));
  if (post.state != PostState::published) key_text(json, "state", to_name(post.state));
  key_text(json, "voice", to_name(post.voice));
  write_author(json, post);
  if (const Field* title = post.field("title")) key_text(json, "title", title->text);
  const Field* text = post.field("text");
  json.key("text").text(text != nullptr ? text->text : std::string_view());
  write_other_fields(json, post);
  write_zones(json, post);
  key_text(json, "time", post.time.text);
  if (!post.recipients.empty()) {
    json.key("to").open_list();
    for (std::string_view recipient : post.recipients) json.text(recipient);
    json.close_list();
  }
  key_text(json, "conversation", post.conversation);
  key_text(json, "in_reply_to", post.in_reply_to);
  write_media(json, post);
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
      for (const Post& post : batch->posts) write_post(out, post, batch->records[post.record], input.path);
      for (const Problem& problem : batch->problems) {
        std::string entry = problem.entry.empty() ? std::string() : fmt::format("!{}", problem.entry);
        messages(fmt::format("{}{}:{}:{}: skipped: {}", input.path, entry, problem.at.line, problem.at.column, problem.what));
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
