// SPDX-License-Identifier: MIT
// `fogline render`: a picture of a session without a window or a display.
#include <iostream>

#include "app/assets.hpp"
#include "app/atomic_file.hpp"
#include "app/commands.hpp"
#include "app/errors.hpp"
#include "app/offscreen/offscreen_context.hpp"
#include "app/picture_file.hpp"
#include "fogline/core/text.hpp"
#include "fogline/engine/session_file.hpp"
#include "render/png.hpp"

namespace fogline::app {
namespace {

constexpr long long largest_side = 8192;

render::Size read_size(const std::string& text) {
  const std::size_t x = std::min(text.find('x'), text.size());
  const auto width = parse_integer(std::string_view(text).substr(0, x));
  const auto height = parse_integer(std::string_view(text).substr(std::min(x + 1, text.size())));
  const auto valid = [](auto side) { return side && *side >= 16 && *side <= largest_side; };
  if (!valid(width) || !valid(height))
    throw std::invalid_argument("--size: write WIDTHxHEIGHT with 16 to 8192 pixels a side, not '" +
                                excerpt(text) + "'");
  return {static_cast<int>(*width), static_cast<int>(*height)};
}

Layout read_view(const std::string& text, Layout own) {
  if (text.empty()) return own;
  return text == "2d"      ? Layout::map
         : text == "split" ? Layout::split
         : text == "panes" ? Layout::panes
                           : Layout::surface;
}

// Steps, or cost where the session counts so.
double read_step(const RenderOptions& options, const Budget& budget) {
  if (!options.step) return budget.amount;
  if (*options.step >= 0 && *options.step <= budget.amount) return *options.step;
  throw std::invalid_argument("--step: must be from 0 to the session's budget of " +
                              number_text(budget.amount));
}

void prepare(gui::Workbench& bench, const RenderOptions& options) {
  gui::take_over(
      bench, parse_session(read_file(options.session, largest_session_file), options.session), {});
  bench.session.view.layout = read_view(options.view, bench.session.view.layout);
  bench.session.view.playhead = read_step(options, bench.session.experiment.budget);
  bench.race.follow(bench.session.experiment);
  bench.race_known = bench.race.advance();
  gui::diagnose(bench);
  gui::complete_atlas(bench);
  gui::complete_basins(bench);
}

// The interface in a picture is as large as on a screen of about this size.
float scale_for(render::Size size) {
  return gui::sane_scale(static_cast<float>(std::min(size.width, 2 * size.height)) / 1280.f);
}

}  // namespace

void render(const RenderOptions& options) {
  const render::Size size = read_size(options.size);
  gui::Workbench bench;
  prepare(bench, options);
  AtomicFile file(options.out);
  const OffscreenContext context;
  if (options.verbose) std::cerr << "fogline: drawn with " << context.description() << "\n";
  Interface interface;
  interface.restyle(options.light ? gui::light_theme : gui::dark_theme, scale_for(size));
  ScenePainter painter;
  const std::vector<unsigned char> png =
      render::encode_png(take_picture(interface, bench, painter, load_palettes(), size));
  file.write({reinterpret_cast<const char*>(png.data()), png.size()});
  file.commit();
}

}  // namespace fogline::app
