// SPDX-License-Identifier: MIT
// Reading described things from JSON: which of a roster it is, and its params by their names.
#pragma once

#include <stdexcept>

#include "fogline/core/param.hpp"
#include "json_field.hpp"

namespace fogline {

// Calls read(); what it refuses is told with the field's place.
template <class Read>
auto at_place_of(const JsonField& field, const Read& read) {
  try {
    return read();
  } catch (const std::invalid_argument& error) {
    const std::string what = error.what();
    if (what.starts_with(field.path)) throw;
    field.fail(what);
  }
}

// What make(id) returns for the id in this field.
template <class Make>
auto read_id(const JsonField& field, const Make& make) {
  return at_place_of(field, [&] { return make(field.text(largest_text)); });
}

// Sets `p` if the object names it: a choice by its name, a switch by true or false, anything else
// by a number.
void read_named(const JsonField& object, const Param& p);
// Fails where the object names anything but these params.
void check_names(const JsonField& object, const std::vector<Param>& params);

// Sets those of the params that take() returns which are named in the object. Which there are is
// known when all have been set.
template <class Take>
void read_params(const JsonField& object, const Take& take) {
  for_each_param(take, [&](const Param& p) { read_named(object, p); });
  check_names(object, take());
}

}  // namespace fogline
