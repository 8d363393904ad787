# SPDX-License-Identifier: MIT
"""The basin map in the window: switched on, refined while a slider moves, read, and switched off."""
import unittest

from case import WindowCase


class Basins(WindowCase):
    def known(self):
        """The dump's account of the map, once nothing of it remains to be walked."""
        window = self.window
        window.wait_for("map", lambda dump: dump["basins"] and dump["basins"]["known"])
        window.settle()
        return window.dump["basins"]

    def test_it_is_walked_read_and_switched_off(self):
        window = self.window
        window.settle()
        plain = window.screenshot().crop(window.box("terrain"))
        window.key("b")
        self.assertEqual(self.known()["share"], 1)
        window.box("legend/basins/complete")
        window.box("legend/basins/0")
        coloured = window.screenshot().crop(window.box("terrain"))
        self.assertGreater(coloured.changed(plain), 20000, "the terrain wears other colours")
        window.move(*window.centre("terrain", 0.45, 0.6))
        window.wait_for("the end of a start", lambda dump: dump["basins"]["here"])
        self.assertRegex(window.dump["basins"]["here"], r"^From here: .*\d steps?$")
        window.key("b")
        window.wait_for("off", lambda dump: dump["basins"] is None)
        self.assertNotIn("legend/basins/complete", window.dump["items"])

    def test_it_follows_a_slider_and_cancels_what_is_under_way(self):
        window = self.window
        window.choose("view", "basins")
        before = self.known()
        left = window.centre("racers/0/learning_rate", across=0.3)
        right = window.centre("racers/0/learning_rate", across=0.8)
        window.drag(left, right, steps=20, release=False)
        window.wait_for("a map while the slider is held", lambda dump: dump["basins"])
        window.release()
        after = self.known()
        self.assertNotEqual(after["valleys"], before["valleys"])
        window.key("ctrl+z")
        window.wait_for(
            "the map of before",
            lambda dump: dump["basins"]
            and dump["basins"]["known"]
            and dump["basins"]["valleys"] == before["valleys"],
        )

    def test_fog_hides_it(self):
        window = self.window
        window.key("b")
        self.known()
        window.key("f")
        window.wait_for("hidden", lambda dump: dump["basins"] is None)


if __name__ == "__main__":
    unittest.main()
