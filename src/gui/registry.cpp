// SPDX-License-Identifier: MIT
// Keeps and finds the items of a frame.
#include "gui/registry.hpp"

#include <cstdio>
#include <utility>

namespace fogline::gui {

ImVec2 centre(const Item& item) {
  return {(item.min.x + item.max.x) / 2, (item.min.y + item.max.y) / 2};
}

void Registry::clear() {
  items.clear();
  index_.clear();
}

void Registry::note(Item item) {
  index_[item.path] = items.size();
  items.push_back(std::move(item));
}

const Item* Registry::find(std::string_view path) const {
  const auto found = index_.find(std::string(path));
  return found == index_.end() ? nullptr : &items[found->second];
}

const Item* item_at(const Registry& registry, ImVec2 point) {
  for (auto item = registry.items.rbegin(); item != registry.items.rend(); ++item)
    if (item->visible && point.x >= item->min.x && point.x < item->max.x &&
        point.y >= item->min.y && point.y < item->max.y)
      return &*item;
  return nullptr;
}

std::string dump(const Registry& registry) {
  std::string text;
  for (const Item& item : registry.items) {
    char numbers[96];
    std::snprintf(numbers, sizeof numbers, " %.0f,%.0f %.0fx%.0f", item.min.x, item.min.y,
                  item.max.x - item.min.x, item.max.y - item.min.y);
    text += item.path + numbers;
    if (!item.visible) text += " hidden";
    if (!item.enabled) text += " disabled";
    if (item.hovered) text += " hovered";
    if (item.focused) text += " focused";
    text += '\n';
  }
  return text;
}

}  // namespace fogline::gui
