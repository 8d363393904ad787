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

    def view_after(self, what, gesture):
        """The session's view once the gesture has changed it; starts must stay where they are."""
        before, starts = self.window.session["view"], self.window.starts
        gesture()
        self.window.wait_for(what, lambda dump: dump["session"]["view"] != before)
        self.window.settle()
        self.assertEqual(self.window.starts, starts, f"{what} places nothing")
        return before, self.window.session["view"]

    def test_mouse_buttons_and_wheel_turn_shift_and_zoom_the_surface(self):
        window = self.window
        a = window.centre("terrain", 0.6, 0.3)
        b = (a[0] + 60, a[1] + 20)
        old, new = self.view_after("right drag", lambda: window.drag(a, b, button="right"))
        self.assertNotEqual(new["azimuth"], old["azimuth"])
        self.assertEqual(new["target"], old["target"])
        old, new = self.view_after("middle drag", lambda: window.drag(a, b, button="middle"))
        self.assertEqual(new["azimuth"], old["azimuth"])
        self.assertNotEqual(new["target"], old["target"])
        old, new = self.view_after("wheel up", lambda: window.wheel(up=True))
        self.assertGreater(new["zoom"], old["zoom"])
        old, new = self.view_after("wheel down", lambda: window.wheel(up=False))
        self.assertLess(new["zoom"], old["zoom"])
        _, new = self.view_after("reset", lambda: window.key("0"))
        self.assertEqual((new["zoom"], new["azimuth"], new["elevation"]), (1, -58, 34))

    def test_both_drags_shift_the_map(self):
        window = self.window
        window.click("view/2d")
        for button in ("left", "right"):
            a = window.centre("terrain", 0.7, 0.3)
            old, new = self.view_after(
                f"{button} drag", lambda: window.drag(a, (a[0] - 50, a[1] + 30), button=button)
            )
            self.assertNotEqual(new["map_target"], old["map_target"])
            self.assertEqual(new["azimuth"], old["azimuth"])

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
