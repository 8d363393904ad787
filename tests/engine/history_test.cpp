// SPDX-License-Identifier: MIT
// Undo and redo.
#include "fogline/engine/history.hpp"

#include "catch.hpp"

using namespace fogline;

namespace {

Experiment numbered(std::uint64_t seed) {
  Experiment e;
  e.seed = seed;
  return e;
}

}  // namespace

TEST_CASE("undo goes back gesture by gesture, redo forward again") {
  History history;
  Experiment now = numbered(1);
  for (std::uint64_t i = 2; i <= 5; ++i) {
    history.record(now, numbered(i));
    now = numbered(i);
  }
  for (std::uint64_t i = 4; i >= 1; --i) {
    CHECK(history.undo(now));
    CHECK(now == numbered(i));
  }
  CHECK_FALSE(history.undo(now));
  CHECK(now == numbered(1));
  for (std::uint64_t i = 2; i <= 5; ++i) {
    CHECK(history.redo(now));
    CHECK(now == numbered(i));
  }
  CHECK_FALSE(history.redo(now));
  CHECK(now == numbered(5));
}

TEST_CASE("a gesture that changes nothing is no entry and keeps what can be redone") {
  History history;
  Experiment now = numbered(2);
  history.record(numbered(1), now);
  CHECK(history.undo(now));
  history.record(now, now);
  CHECK(history.past.empty());
  CHECK(history.redo(now));
  CHECK(now == numbered(2));
}

TEST_CASE("a new gesture forgets what was undone") {
  History history;
  Experiment now = numbered(2);
  history.record(numbered(1), now);
  history.undo(now);
  history.record(now, numbered(7));
  now = numbered(7);
  CHECK_FALSE(history.redo(now));
  CHECK(history.undo(now));
  CHECK(now == numbered(1));
}

TEST_CASE("the history keeps the latest entries and no more than its depth") {
  History history;
  for (std::uint64_t i = 0; i < 1000; ++i) history.record(numbered(i), numbered(i + 1));
  CHECK(history.past.size() == History::deepest);
  Experiment now = numbered(1000);
  std::size_t undone = 0;
  while (history.undo(now)) ++undone;
  CHECK(undone == History::deepest);
  CHECK(now == numbered(1000 - History::deepest));
}
