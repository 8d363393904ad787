// SPDX-License-Identifier: MIT
// One param at a time.
#include "described_field.hpp"

namespace fogline {

void read_named(const JsonField& object, const Param& p) {
  const std::string key(p.name);
  if (!object.has(key.c_str())) return;
  const JsonField field = object[key.c_str()];
  at_place_of(field, [&] {
    if (p.kind() == Kind::choice)
      p.set_text(field.text(largest_text));
    else
      p.set(p.kind() == Kind::on_off ? static_cast<double>(field.boolean()) : field.number());
  });
}

void check_names(const JsonField& object, const std::vector<Param>& params) {
  std::vector<std::string_view> names;
  for (const Param& p : params) names.push_back(p.name);
  object.check_keys(names);
}

}  // namespace fogline
