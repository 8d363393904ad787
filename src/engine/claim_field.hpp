// SPDX-License-Identifier: MIT
// Reading a claim of a lesson.
#pragma once

#include <string_view>
#include <vector>

#include "fogline/engine/claim.hpp"
#include "json_field.hpp"

namespace fogline {

// The keys of a claim; whoever reads an object that holds more than a claim adds its own.
std::vector<std::string_view> claim_keys();

// Racers that it names must be in the experiment.
Claim read_claim(const JsonField& field, const Experiment& experiment);

// The keys of a claim about the laboratory.
std::vector<std::string_view> laboratory_claim_keys();

// Of the laboratory, measuring what the field "laboratory" says and `edit` changes of it, an object
// of a measurement's keys or null.
Claim read_laboratory_claim(const JsonField& field, const JsonField* edit = nullptr);

// Fails with the place of `edit` where its session has not all racers that the claim names.
void check_racers(const JsonField& edit, const Claim& claim, const Experiment& edited);

}  // namespace fogline
