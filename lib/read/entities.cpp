#include "read/entities.h"

#include <string>
#include <string_view>

namespace postvet {
namespace {

struct Entity {
  std::string_view name;
  char value;
};

constexpr Entity kEntities[] = {{"&amp;", '&'},  {"&lt;", '<'},    {"&gt;", '>'},
                                {"&quot;", '"'}, {"&apos;", '\''}, {"&#39;", '\''}};
constexpr std::size_t kMarkup = 3;

const Entity* entity_at(std::string_view text, Entities which) {
  std::size_t count = which == Entities::markup ? kMarkup : std::size(kEntities);
  for (std::size_t i = 0; i < count; ++i) {
    if (text.starts_with(kEntities[i].name)) return &kEntities[i];
  }
  return nullptr;
}

}  // namespace

void decode_entities(JsonString& text, Entities which, Arena& arena) {
  std::size_t from = 0;  // not yet copied
  std::string plain;
  OffsetMap map;
  for (std::size_t at = text.text.find('&'); at != std::string_view::npos; at = text.text.find('&', at + 1)) {
    const Entity* entity = entity_at(text.text.substr(at), which);
    if (!entity) continue;
    plain.append(text.text, from, at - from);
    map.append_copy(at - from, from);
    plain.push_back(entity->value);
    from = at + entity->name.size();
    map.append_piece(1, {at, from});
  }
  if (from == 0) return;
  plain.append(text.text, from);
  map.append_copy(text.text.size() - from, from);
  text.map = OffsetMap::compose(map, text.map);
  text.text = arena.store(plain);
}

}  // namespace postvet
