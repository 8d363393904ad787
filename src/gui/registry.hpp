// SPDX-License-Identifier: MIT
// What stands where on the screen this frame, by path ("racers/1/learning_rate"): every widget
// notes itself here, and tests and hit tests look it up instead of knowing the layout.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fogline::gui {

// `min` and `max` are screen pixels. An item that is not visible is scrolled away or clipped.
struct Item {
  std::string path;
  ImVec2 min{}, max{};
  bool visible = false, hovered = false, enabled = true, focused = false;
};

ImVec2 centre(const Item& item);

struct Registry {
  std::vector<Item> items;  // in the order drawn

  void clear();
  // The later of two items with the same path wins.
  void note(Item item);
  // Null if nothing of that path was drawn this frame. Valid until the next note() or clear().
  const Item* find(std::string_view path) const;

 private:
  std::unordered_map<std::string, std::size_t> index_;
};

// The item under a point, the last drawn first; null if there is none.
const Item* item_at(const Registry& registry, ImVec2 point);

// One line an item: path, rectangle and flags.
std::string dump(const Registry& registry);

}  // namespace fogline::gui
