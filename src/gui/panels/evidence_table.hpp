// SPDX-License-Identifier: MIT
// The numbers behind a verdict, in two columns.
#pragma once

#include "fogline/engine/verdict.hpp"
#include "gui/ui.hpp"

namespace fogline::gui {

// Each with what it means as a tooltip; those that the map adds only where `map`. Noted as
// evidence/<name>.
void evidence_table(Ui& ui, const Evidence& evidence, bool map);

}  // namespace fogline::gui
