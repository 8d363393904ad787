// SPDX-License-Identifier: MIT
// Every term of the subject, defined in a sentence: the one table that tooltips and the glossary
// read.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "gui/ui.hpp"

namespace fogline::gui {

struct Term {
  std::string_view name;  // as it is shown, in small letters
  std::string_view meaning;
  std::string_view also{};  // other words for it, separated by "; "
};

// In the order of the alphabet.
std::span<const Term> glossary();

// The sentence that defines a word, whatever its capitals or underscores; empty for what is no
// term.
std::string_view meaning_of(std::string_view word);

// `text`, followed by the definition of `word` where there is one.
std::string with_meaning(std::string_view text, std::string_view word);

// Explains the item just drawn while the pointer rests on it.
void explain(Ui& ui, std::string_view word);

}  // namespace fogline::gui
