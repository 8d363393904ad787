// SPDX-License-Identifier: MIT
// What any roster (a std::variant of described structs) offers: one of each, and one by its id.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "fogline/core/nearest.hpp"
#include "fogline/core/text.hpp"

namespace fogline {

template <class Roster>
std::vector<Roster> one_of_each() {
  return []<std::size_t... I>(std::index_sequence<I...>) {
    return std::vector<Roster>{Roster(std::in_place_index<I>)...};
  }
  (std::make_index_sequence<std::variant_size_v<Roster>>{});
}

// The sentence for a name that is not among `known`: "no optimizer 'adan'; did you mean 'adam'?",
// or the first dozen of the known ones where none is near.
inline std::string unknown_name(std::string_view kind, std::string_view name,
                                const std::vector<std::string_view>& known) {
  constexpr std::size_t most = 12;
  const std::string start = "no " + std::string(kind) + " '" + excerpt(name) + "'; ";
  const std::string_view guess = nearest(name, known);
  if (known.empty()) return start + "there are none";
  if (!guess.empty()) return start + "did you mean '" + std::string(guess) + "'?";
  if (known.size() <= most) return start + "known are " + join(known, ", ");
  return start + "known are " + join({known.begin(), known.begin() + most}, ", ") + " and " +
         std::to_string(known.size() - most) + " more";
}

// Throws std::invalid_argument with that sentence when no member of the roster has this id.
template <class Roster>
Roster make_by_id(std::string_view id, std::string_view kind) {
  std::vector<std::string_view> known;
  for (auto& candidate : one_of_each<Roster>()) {
    const std::string_view candidate_id =
        std::visit([](const auto& c) { return c.info.id; }, candidate);
    if (candidate_id == id) return candidate;
    known.push_back(candidate_id);
  }
  throw std::invalid_argument(unknown_name(kind, id, known));
}

}  // namespace fogline
