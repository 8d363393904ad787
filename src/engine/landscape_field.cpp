// SPDX-License-Identifier: MIT
// Reading a landscape by its description.
#include "landscape_field.hpp"

#include "described_field.hpp"

namespace fogline {

Landscape read_landscape(const JsonField& field) {
  field.check_keys({"id", "params"});
  if (!field.has("id")) field.fail("needs an \"id\"; see 'fogline list landscapes'");
  Landscape landscape =
      read_id(field["id"], [](const std::string& id) { return make_landscape(id); });
  if (field.has("params")) read_params(field["params"], [&] { return params(landscape); });
  return landscape;
}

}  // namespace fogline
