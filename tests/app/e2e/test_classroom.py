# SPDX-License-Identifier: MIT
"""What a teacher does in front of a class: panes, fog, guesses, the presenter's view."""
import unittest

from case import WindowCase


class Classroom(WindowCase):
    def terrain(self):
        self.window.settle()
        return self.window.screenshot().crop(self.window.box("terrain"))

    def racers(self, count):
        while len(self.window.session["racers"]) < count:
            before = len(self.window.session["racers"])
            self.window.key("a")
            self.window.wait_for(
                "one racer more", lambda dump: len(dump["session"]["racers"]) > before
            )

    def test_six_racers_have_six_panes_turned_by_one_drag(self):
        window = self.window
        self.racers(6)
        window.key("4")
        window.wait_for(
            "six panes",
            lambda dump: all(f"panes/{i}" in dump["items"] for i in range(6)),
        )
        boxes = [window.box(f"panes/{i}") for i in range(6)]
        for i, (x0, y0, x1, y1) in enumerate(boxes):
            self.assertGreaterEqual(x1 - x0, 260, f"pane {i} is wide enough")
            self.assertEqual((x1 - x0, y1 - y0), (boxes[0][2] - boxes[0][0], boxes[0][3] - boxes[0][1]))
        window.key("End")
        window.settle()
        before = [window.screenshot().crop(box) for box in boxes]
        self.assertGreater(before[0].changed(before[5]), 30, "each shows a racer of its own")
        a = window.centre("panes/5", 0.7, 0.8)
        window.drag(a, (a[0] + 80, a[1]))
        window.settle()
        after = [window.screenshot().crop(box) for box in boxes]
        for i in range(6):
            self.assertGreater(after[i].changed(before[i]), 1000, f"pane {i} has turned")
        self.assertEqual(window.session["view"]["layout"], "panes")

    def test_a_click_in_a_pane_places_the_start(self):
        window = self.window
        window.click("view/panes")
        window.box("panes/3")
        window.settle()
        before = window.starts
        window.click("panes/3", across=0.4, down=0.5)
        window.wait_for("start placed", lambda _: window.starts != before)

    def test_fog_hides_the_terrain_and_lifts_again(self):
        window = self.window
        clear = self.terrain()
        window.key("f")
        window.wait_for("fog", lambda dump: dump["session"]["view"]["fog"])
        fogged = self.terrain()
        self.assertGreater(fogged.changed(clear), 40000)
        self.assertLess(fogged.colours(), clear.colours())
        window.key("f")
        window.wait_for("clear", lambda dump: not dump["session"]["view"]["fog"])
        self.assertLess(self.terrain().changed(clear), 50)

    def test_no_key_of_the_map_works_its_way_through_the_fog(self):
        window = self.window
        window.key("End")
        window.key("f")
        window.wait_for("fog", lambda dump: dump["session"]["view"]["fog"])
        window.settle()
        self.assertNotIn("curve/scale/gap", window.dump["items"])
        window.key("f")
        window.box("curve/scale/gap")

    def test_two_guesses_are_placed_and_scored_after_the_run(self):
        window = self.window
        window.choose("race", "guess")
        window.box("guess/turn/A")
        window.settle()
        for letter, across in (("A", 0.5), ("B", 0.62)):
            window.click("terrain", across=across, down=0.6)
            window.box(f"flag/{letter}0")
        self.assertNotIn("curve/scale/gap", window.dump["items"])
        starts = window.starts
        window.click("guess/run")
        window.wait_for("running", lambda dump: dump["race"]["playing"])
        window.key("End")
        window.box("guess/distances/0")
        self.assertEqual(window.starts, starts, "guesses move no start")
        window.box("curve/scale/gap")
        window.click("guess/close")
        window.wait_for("closed", lambda dump: "guess/close" not in dump["items"])

    def test_the_presenters_view_gives_the_window_to_the_terrain(self):
        window = self.window
        window.resize(1280, 720)
        window.key("End")
        window.settle()
        window.key("p")
        window.wait_for(
            "the whole window", lambda dump: dump["items"]["terrain"] == [0, 0, 1280, 720]
        )
        window.box("presenter/standings")
        self.assertNotIn("transport/play", window.dump["items"])
        window.move(640, 719)
        window.box("transport/play")
        window.move(640, 360)
        window.wait_for("gone", lambda dump: "transport/play" not in dump["items"])
        window.key("period")
        window.wait_for("blank", lambda dump: "blank" in dump["items"])
        window.settle()
        self.assertEqual(window.screenshot().colours(), 1)
        window.key("period")
        window.box("presenter/standings")
        window.key("p")
        window.box("transport/play")

    def test_a_curve_has_a_start_that_is_dragged_along_it(self):
        window = self.window
        text = (
            '{"version":1,"landscape":{"id":"double_well_1d"},"racers":[{"name":"GD","optimizer":'
            '"gradient_descent","set":{"learning_rate":0.02},"start":[1.7,0]}]}'
        )
        path = self.folder / "curve.json"
        path.write_text(text, encoding="utf-8")
        window = self.reopen(path)
        window.settle()
        self.assertGreater(self.terrain().colours(), 20)
        a = window.centre("start/all")
        window.drag(a, (a[0] - 150, a[1] - 60))
        window.wait_for("moved", lambda _: window.starts[0][0] < 1.5)
        self.assertEqual(window.starts[0][1], 0)


if __name__ == "__main__":
    unittest.main()
