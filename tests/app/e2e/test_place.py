# SPDX-License-Identifier: MIT
"""Starts are placed and dragged on the terrain, and whatever was done can be undone."""
import math
import unittest

from case import WindowCase
from window import near

RING = "start/all"
CANDIDATES = [
    (0.4, 0.5),
    (0.6, 0.5),
    (0.5, 0.6),
]  # points of the terrain's rectangle that lie on the surface


class Place(WindowCase):
    def free_point(self):
        """A point on the surface, far from the ring."""
        self.window.settle()
        ring = self.window.centre(RING)
        return max(
            (self.window.centre("terrain", *c) for c in CANDIDATES),
            key=lambda point: math.dist(point, ring),
        )

    def assert_ring_at(self, point):
        self.window.wait_for(f"ring at {point}", lambda _: near(self.window.centre(RING), point, 3))

    def check_click(self):
        window, before, point = self.window, self.window.starts, self.free_point()
        window.move(*point)
        picture = window.screenshot().around(*point, 14)
        window.click(point)
        window.settle()
        window.wait_for("start placed", lambda _: window.starts != before)
        self.assertEqual(
            window.starts, [window.starts[0]] * len(before), "a shared start moves every racer"
        )
        self.assert_ring_at(point)
        window.wait_for(
            "ring drawn", lambda _: window.screenshot().around(*point, 14).changed(picture) > 20
        )
        return before

    def test_a_click_places_the_start_under_the_pointer_in_3d(self):
        self.window.click("view/3d")
        self.check_click()

    def test_a_click_places_the_start_under_the_pointer_in_2d(self):
        self.window.click("view/2d")
        self.check_click()

    def test_the_map_is_flat_and_a_click_is_exact_to_a_pixel(self):
        window, placed = self.window, []
        window.click("view/2d")
        window.settle()
        x, y = window.centre("terrain")
        points = [(x - 120, y - 60), (x + 40, y + 90), (x - 40, y + 15)]  # the last: their middle
        for point in points:
            before = window.starts
            window.click(point)
            window.wait_for("start placed", lambda _: window.starts != before)
            window.settle()
            x0, y0, x1, y1 = window.box(RING)
            self.assertTrue(near(((x0 + x1) / 2, (y0 + y1) / 2), point, 1), f"{point}: {x0} {y0}")
            placed.append(window.starts[0])
        pixel = abs(placed[1][0] - placed[0][0]) / 160
        middle = [(a + b) / 2 for a, b in zip(*placed[:2])]
        self.assertTrue(near(placed[2], middle, 0.01 * pixel), f"{placed}, a pixel is {pixel}")
        self.assertGreater(placed[0][1], placed[1][1], "y grows upwards")

    def test_a_placed_start_is_undone_and_redone(self):
        before = self.check_click()
        placed = self.window.starts
        self.window.key("ctrl+z")
        self.window.wait_for("undone", lambda _: self.window.starts == before)
        self.window.key("ctrl+y")
        self.window.wait_for("redone", lambda _: self.window.starts == placed)

    def test_a_drag_beside_the_ring_turns_the_view_and_places_nothing(self):
        window, before, point = self.window, self.window.starts, self.free_point()
        window.move(*point)
        picture = window.screenshot().crop(window.box("terrain"))
        window.drag(point, (point[0] + 80, point[1] + 20))
        window.wait_for(
            "view turned",
            lambda _: window.screenshot().crop(window.box("terrain")).changed(picture) > 2000,
        )
        self.assertEqual(window.starts, before)


class Drag(WindowCase):
    def setUp(self):
        super().setUp()
        self.window.settle()
        self.before = self.window.starts
        self.origin = self.window.centre(RING)
        self.target = (self.origin[0] + 60, self.origin[1] + 30)

    def test_a_dragged_ring_moves_every_start_live_and_is_one_undo_step(self):
        window = self.window
        window.drag(self.origin, self.target, release=False)
        window.wait_for("start follows before the release", lambda _: window.starts != self.before)
        window.release()
        window.wait_for(
            "ring under the pointer", lambda _: near(window.centre(RING), self.target, 4)
        )
        self.assertEqual(window.starts, [window.starts[0]] * len(self.before))
        window.key("ctrl+z")
        window.wait_for(
            "one undo brings all of the drag back", lambda _: window.starts == self.before
        )
        window.key("ctrl+z")
        window.settle()
        self.assertEqual(window.starts, self.before, "and there was nothing before it")

    def test_escape_puts_a_dragged_ring_back_for_good(self):
        window = self.window
        window.drag(self.origin, self.target, release=False)
        window.wait_for("start follows", lambda _: window.starts != self.before)
        window.key("Escape")
        window.wait_for("put back", lambda _: window.starts == self.before)
        window.release()
        window.move(*self.origin)
        window.settle()
        self.assertEqual(window.starts, self.before)


if __name__ == "__main__":
    unittest.main()
