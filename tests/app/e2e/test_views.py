# SPDX-License-Identifier: MIT
"""The three views show the terrain, each differently, and the smallest window is still usable."""
import unittest

from case import WindowCase


class Views(WindowCase):
    def terrain(self):
        self.window.settle()
        return self.window.screenshot().crop(self.window.box("terrain"))

    def test_each_view_shows_a_terrain_of_its_own(self):
        window = self.window
        window.click("view/3d")
        pictures = [self.terrain()]
        for view in ("view/2d", "view/split"):
            window.click(view)
            window.wait_for(
                f"{view} differs from the view before",
                lambda _: self.terrain().changed(pictures[-1]) > 20000,
            )
            pictures.append(self.terrain())
        self.assertGreater(min(picture.colours() for picture in pictures), 200, "no view is blank")

    def test_the_smallest_window_keeps_its_items_inside_and_takes_clicks(self):
        window = self.window
        window.resize(960, 600)
        window.wait_for(
            "every item inside 960 x 600",
            lambda dump: all(
                x0 >= 0 and y0 >= 0 and x1 <= 960 and y1 <= 600
                for x0, y0, x1, y1 in dump["items"].values()
            ),
        )
        self.place()

    def test_a_tiny_window_does_no_harm(self):
        window, before = self.window, self.window.session
        for size in ((340, 260), (1200, 300), (330, 900), (340, 260), (1440, 900)):
            window.resize(*size)
            window.wait_for(
                f"drawn at {size}", lambda dump: abs(dump["items"]["terrain"][3] - size[1]) < 120
            )
            window.settle()
        self.assertEqual(window.session, before)
        self.place()


if __name__ == "__main__":
    unittest.main()
