// SPDX-License-Identifier: MIT
// What a frame of the window costs at 1280 x 720, drawn offscreen: the terrain's view alone, and
// the whole interface while a race plays, the camera orbits or a start is dragged, bare or with all
// overlays. Eight racers, 1,000 steps each.
#include <benchmark/benchmark.h>
#include <glad/gl.h>

#include <cmath>

#include "app/assets.hpp"
#include "app/interface.hpp"
#include "app/offscreen/offscreen_context.hpp"
#include "app/painter.hpp"
#include "gui/panels/frame.hpp"
#include "render/framebuffer.hpp"

namespace {

using namespace fogline;

constexpr render::Size window{1280, 720};
constexpr std::size_t racers = 8;

Experiment race_of(const Landscape& landscape, const std::vector<Optimizer>& methods) {
  Experiment e;
  e.landscape = landscape;
  e.shared_start = false;
  e.budget.amount = 1000;
  for (std::size_t i = 0; i < racers; ++i) {
    const double share = 0.1 + 0.08 * static_cast<double>(i);
    e.racers.push_back(
        new_racer(e, methods[i % methods.size()], domain(landscape).at(share, 1 - share)));
  }
  return e;
}

// Long smooth descents, or walks that cross the map from step to step.
Experiment experiment(bool rough) {
  if (rough) {
    const Annealing walk{.proposal_scale = 0.05, .initial_temperature = 30, .cooling_rate = 0.995};
    return race_of(Rastrigin{}, {walk, Momentum{.learning_rate = 0.004}});
  }
  return race_of(ComfortableTrap{},
                 {GradientDescent{.learning_rate = 0.003}, Momentum{.learning_rate = 0.001},
                  RmsProp{.learning_rate = 0.01}, Adam{.learning_rate = 0.01}});
}

const char* name_of(bool rough) { return rough ? "rough paths" : "smooth paths"; }

// A window's worth of everything, without a window.
struct Stage {
  app::OffscreenContext context;
  app::Interface interface;
  app::ScenePainter painter;
  gui::Palettes palettes = app::load_palettes();
  gui::Workbench bench;
  render::Framebuffer target{window, 0, render::DepthBuffer::none};
  double now = 1;

  explicit Stage(bool rough) {
    interface.restyle(gui::dark_theme, 1);
    ImGui::GetIO().DisplaySize = {window.width, window.height};
    gui::take_over(bench, {.experiment = experiment(rough), .view = {}}, {});
    bench.hints = {.dragged = true, .played = true, .asked = true, .lifted = true};
    bench.race.follow(bench.session.experiment);
    bench.race.advance();
    for (int i = 0; i < 30; ++i) frame();  // layout, shaders, the resting picture
  }

  void frame() {
    now += 1.0 / 60;
    ImGui::GetIO().DeltaTime = 1.F / 60;
    interface.begin_frame();
    painter.begin_frame(now);
    ImGui::NewFrame();
    const gui::Painter paint = [&](const gui::Pane& pane, const render::Scene& scene,
                                   render::Size size) { return painter.paint(pane, scene, size); };
    gui::frame(interface.ui, bench, {now, 1.0 / 60, {}, palettes, paint});
    ImGui::Render();
    render::bind_for_drawing(target);
    glClear(GL_COLOR_BUFFER_BIT);
    interface.draw();
    glFinish();
  }

  double end() const { return bench.session.experiment.budget.amount; }
};

void still(benchmark::State& state) {
  Stage stage(false);
  for (auto _ : state) stage.frame();
}

// From a third of the race on, at eight seconds a race.
void playing(benchmark::State& state) {
  const bool rough = state.range(0) != 0;
  Stage stage(rough);
  state.SetLabel(name_of(rough));
  double& playhead = stage.bench.session.view.playhead = stage.end() / 3;
  for (int i = 0; i < 3; ++i) stage.frame();
  for (auto _ : state) {
    playhead = playhead + 2 < stage.end() ? playhead + 2 : stage.end() / 3;
    stage.frame();
  }
}

void orbiting(benchmark::State& state) {
  const bool rough = state.range(0) != 0;
  Stage stage(rough);
  state.SetLabel(name_of(rough));
  stage.bench.session.view.playhead = stage.end();
  for (int i = 0; i < 3; ++i) stage.frame();
  for (auto _ : state) {
    stage.bench.session.view.azimuth += 1;
    stage.frame();
  }
}

void zooming(benchmark::State& state) {
  const bool rough = state.range(0) != 0;
  Stage stage(rough);
  state.SetLabel(name_of(rough));
  View& view = stage.bench.session.view;
  view.layout = Layout::map;
  view.playhead = stage.end();
  for (int i = 0; i < 3; ++i) stage.frame();
  for (auto _ : state) {
    view.map_zoom = view.map_zoom < 2 ? view.map_zoom * 1.01 : 1;
    stage.frame();
  }
}

void dragging(benchmark::State& state) {
  const bool rough = state.range(0) != 0;
  Stage stage(rough);
  state.SetLabel(name_of(rough));
  stage.bench.session.view.playhead = 0;
  double turn = 0;
  for (auto _ : state) {
    turn += 0.01;
    const Box box = domain(stage.bench.session.experiment.landscape);
    stage.bench.session.experiment.shared_start = true;
    place_start(stage.bench.session.experiment, 0,
                box.at(0.5 + 0.3 * std::cos(turn), 0.5 + 0.3 * std::sin(turn)));
    stage.bench.full_paths_until = stage.now + 1;
    stage.frame();
  }
}

// All that can stand on the terrain at once: contours with their labels, critical points, a field
// of slopes or lines of descent, a profile, chips, and the arrows of the inspected step.
void crowd(Stage& stage, Layout layout, Overlay overlay) {
  View& view = stage.bench.session.view;
  view.layout = layout;
  view.overlay = overlay;
  view.contours = view.critical_points = true;
  const Box box = domain(stage.bench.session.experiment.landscape);
  stage.bench.profile = {.on = true, .line = {{box.at(0.3, 0.35), box.at(0.7, 0.65)}}};
  stage.bench.inspection.open = true;
  view.playhead = stage.end() / 3;
  do stage.frame();
  while (!gui::atlas_known(stage.bench));
  for (int i = 0; i < 30; ++i) stage.frame();
}

struct Crowded {
  const char* label;
  Layout layout;
  Overlay overlay;
};
constexpr Crowded crowded[] = {{"surface, slopes", Layout::surface, Overlay::gradient},
                               {"surface, streamlines", Layout::surface, Overlay::streamlines},
                               {"map, slopes", Layout::map, Overlay::gradient},
                               {"map, streamlines", Layout::map, Overlay::streamlines},
                               {"split, slopes", Layout::split, Overlay::gradient}};

void crowded_still(benchmark::State& state) {
  Stage stage(false);
  const Crowded& c = crowded[state.range(0)];
  state.SetLabel(c.label);
  crowd(stage, c.layout, c.overlay);
  for (auto _ : state) stage.frame();
}

void crowded_playing(benchmark::State& state) {
  Stage stage(false);
  const Crowded& c = crowded[state.range(0)];
  state.SetLabel(c.label);
  crowd(stage, c.layout, c.overlay);
  double& playhead = stage.bench.session.view.playhead;
  for (auto _ : state) {
    playhead = playhead + 2 < stage.end() ? playhead + 2 : stage.end() / 3;
    stage.frame();
  }
}

void crowded_moving(benchmark::State& state) {
  Stage stage(false);
  const Crowded& c = crowded[state.range(0)];
  state.SetLabel(c.label);
  crowd(stage, c.layout, c.overlay);
  View& view = stage.bench.session.view;
  for (auto _ : state) {
    view.azimuth += 1;
    view.map_zoom = view.map_zoom < 2 ? view.map_zoom * 1.01 : 1;
    stage.frame();
  }
}

// The terrain's view alone: paths laid over the kept image, or the image drawn anew.
render::Scene scene_of(Stage& stage) {
  static const std::vector<glm::vec3> colors(marks_known, glm::vec3(1, 0.5F, 0.1F));
  const scene::Style style{.racer_colors = colors};
  return stage.bench.picture.scene(stage.bench.session, stage.bench.race, render::ViewKind::surface,
                                   window, style, stage.palettes.at("mist"),
                                   {.playhead = stage.end()});
}

void compose(benchmark::State& state) {
  const bool rough = state.range(0) != 0;
  Stage stage(rough);
  state.SetLabel(name_of(rough));
  render::Scene scene = scene_of(stage);
  for (render::Path& path : scene.paths) path.walk = 0;  // else nothing would be drawn anew
  render::TerrainView view;
  view.draw(scene, window);
  for (auto _ : state) {
    view.draw(scene, window);
    glFinish();
  }
}

void redraw(benchmark::State& state) {
  const render::Quality quality =
      state.range(0) != 0 ? render::full_quality : render::draft_quality;
  Stage stage(false);
  state.SetLabel(state.range(0) != 0 ? "full quality" : "draft");
  render::Scene scene = scene_of(stage);
  scene.paths.clear();
  render::TerrainView view;
  for (auto _ : state) {
    scene.camera.azimuth += 0.1;
    view.draw(scene, window, quality);
    glFinish();
  }
}

constexpr auto unit = benchmark::kMillisecond;
BENCHMARK(still)->Unit(unit)->MeasureProcessCPUTime();
BENCHMARK(playing)->Arg(0)->Arg(1)->Unit(unit)->MeasureProcessCPUTime();
BENCHMARK(orbiting)->Arg(0)->Arg(1)->Unit(unit)->MeasureProcessCPUTime();
BENCHMARK(zooming)->Arg(0)->Arg(1)->Unit(unit)->MeasureProcessCPUTime();
BENCHMARK(dragging)->Arg(0)->Arg(1)->Unit(unit)->MeasureProcessCPUTime();
BENCHMARK(crowded_still)->DenseRange(0, 4)->Unit(unit)->MeasureProcessCPUTime();
BENCHMARK(crowded_playing)->DenseRange(0, 4)->Unit(unit)->MeasureProcessCPUTime();
BENCHMARK(crowded_moving)->DenseRange(0, 4)->Unit(unit)->MeasureProcessCPUTime();
BENCHMARK(compose)->Arg(0)->Arg(1)->Unit(unit)->MeasureProcessCPUTime();
BENCHMARK(redraw)->Arg(0)->Arg(1)->Unit(unit)->MeasureProcessCPUTime();

}  // namespace

BENCHMARK_MAIN();
