# SPDX-License-Identifier: MIT
"""The map of two hyperparameters in the window: opened, read, coloured anew, and values taken."""
import unittest

from case import WindowCase


class Hypermap(WindowCase):
    def open(self):
        self.window.settle()
        self.window.choose("view", "hypermap")
        return self.known()

    def known(self):
        """The dump's account of the map, once nothing of it remains to be walked."""
        self.wait_for_map("all of it", lambda map: map["known"])
        self.window.settle()
        return self.window.dump["hypermap"]

    def wait_for_map(self, what, condition):
        """Between a change and its next frame there is no map to tell of."""
        return self.window.wait_for(
            what, lambda dump: dump["hypermap"] and condition(dump["hypermap"])
        )

    def values(self, racer=1):
        return self.window.session["racers"][racer].get("set", {})

    def test_it_is_opened_read_and_left(self):
        window = self.window
        window.resize(1280, 720)
        self.open()
        window.key("bracketright")
        self.wait_for_map("momentum", lambda map: map["y"] == "momentum")
        known = self.known()
        self.assertEqual((known["x"], known["share"]), ("learning_rate", 1))
        for line in ("complete", "local_minimum", "diverged", "stability"):
            window.box(f"hypermap/legend/{line}")
        by_verdict = window.screenshot().crop(window.box("hypermap/map"))
        window.click("hypermap/colour/loss")
        window.box("hypermap/legend/tones")
        window.settle()
        by_loss = window.screenshot().crop(window.box("hypermap/map"))
        self.assertGreater(by_loss.changed(by_verdict), 20000, "the map wears other colours")
        window.click("hypermap/y")
        window.click("hypermap/y/list/weight_decay")
        self.wait_for_map("another axis", lambda map: map["y"] == "weight_decay")
        window.key("Escape")
        window.wait_for("the terrain", lambda dump: dump["hypermap"] is None)
        self.assertNotIn("hypermap/map", window.dump["items"])

    def test_a_click_takes_values_and_undo_gives_them_back(self):
        window = self.window
        self.open()
        window.key("bracketright")
        self.known()
        before = self.values()
        window.move(*window.centre("hypermap/map", 0.5, 0.3))
        read = self.wait_for_map("a reading", lambda map: map["here"])
        window.box("hypermap/walks")
        window.press()
        window.release()
        window.box("notices/0")
        taken = self.values()
        self.assertEqual(read[0], f"learning rate {taken['learning_rate']}")
        self.assertEqual(read[1], f"momentum {taken['momentum']}")
        self.assertEqual(self.known()["share"], 1)
        window.key("ctrl+z")
        window.wait_for("undo", lambda _: self.values() == before)

    def test_a_change_cancels_what_is_under_way(self):
        window = self.window
        self.open()
        window.click("hypermap/starts/100")
        self.wait_for_map("walks", lambda map: 0 < map["share"] < 1)
        window.click("hypermap/starts/1")
        self.assertEqual(self.known()["starts"], 1)
        window.key("f")
        window.wait_for("hidden", lambda dump: dump["hypermap"] is None)
        window.box("hypermap/empty")


if __name__ == "__main__":
    unittest.main()
