// SPDX-License-Identifier: MIT
// What the terrain on screen is a picture of: the landscape, or what a racer descends, is told or
// believes of it. Everything that stands on the terrain stands on the Ground.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "fogline/engine/race.hpp"
#include "scene/relief.hpp"

namespace fogline::scene {

// What a Ground depends on: equal keys are equal pictures.
struct GroundKey {
  Landscape landscape;
  HeightScale scale = HeightScale::linear;
  Terrain terrain = Terrain::landscape;
  std::optional<Course> course{};  // of the racer it belongs to, unless it is the landscape
  std::uint32_t step = 0;          // of that racer, where the picture depends on it
  double time = 0;                 // of a landscape that drifts
  friend bool operator==(const GroundKey&, const GroundKey&) = default;
};

// What the picture may show when this racer is chosen: the landscape, and what the racer has of its
// own.
std::vector<Terrain> terrains_of(const Trajectory& walk);

// "Own objective", as a menu says it.
const char* name_of(Terrain terrain);

// The key of what a session shows; the landscape where the racer has nothing else to show.
GroundKey ground_key(const Session& session, const Race& race);

class Ground {
 public:
  // `walk` is the racer's, or null where the key names none.
  Ground(const GroundKey& key, const Trajectory* walk);
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;

  // Value and gradient at any point; has no jets. Borrows this ground.
  Evaluator evaluator() const;
  const Relief& relief() const { return relief_; }
  Box domain() const { return fogline::domain(key_.landscape); }
  const GroundKey& key() const { return key_; }

  // nx x ny samples over `box`, coloured by height or by rank among the samples.
  std::shared_ptr<const render::HeightGrid> grid(ColorScale color, const Box& box, int nx,
                                                 int ny) const;
  // Samples a side that are worth taking when `wanted` are: fewer where a sample is slow.
  int samples(int wanted) const;

 private:
  // Values at the nodes of a square lattice over the domain, for fields that are slow to ask.
  struct Lattice {
    Box box;
    int side = 0;
    std::vector<double> value;  // row-major
  };
  static Gradient on_lattice(const void* ground, Vec2 x, double time);
  static Gradient of_dressing(const void* ground, Vec2 x, double time);
  void make_lattice(const Field& field);

  GroundKey key_;
  std::optional<Dressing> dressing_;
  Dressing::Data data_{};  // what the dressing puts in
  std::optional<Lattice> lattice_;
  Relief relief_;
};

}  // namespace fogline::scene
