# SPDX-License-Identifier: MIT
"""The playhead: playing, pausing, stepping both ways, scrubbing, jumping; the paths grow with it.
"""
import unittest

from case import WindowCase


class Transport(WindowCase):
    def race(self):
        return self.window.dump["race"]

    def wait_for_playhead(self, low, high):
        self.window.wait_for(
            f"playhead in {low}..{high}", lambda dump: low <= dump["race"]["playhead"] <= high
        )

    def test_space_plays_and_pauses_and_the_paths_are_drawn(self):
        window = self.window
        window.key("Home")
        self.wait_for_playhead(0, 0)
        window.settle()
        picture = window.screenshot().crop(window.box("terrain"))
        window.key("space")
        window.wait_for("playing", lambda dump: dump["race"]["playing"])
        self.wait_for_playhead(10, self.race()["horizon"])
        window.wait_for(
            "paths drawn",
            lambda _: window.screenshot().crop(window.box("terrain")).changed(picture) > 100,
        )
        if self.race()["playing"]:  # a slow machine may be at the end already
            window.key("space")
        window.wait_for("paused", lambda dump: not dump["race"]["playing"])
        window.settle()
        stopped = self.race()["playhead"]
        window.move(*window.centre("terrain"))
        self.assertEqual(self.race()["playhead"], stopped)

    def test_the_play_button_plays_to_the_end_and_stops_there(self):
        window = self.window
        window.key("Home")
        window.click("transport/play")
        window.wait_for("playing", lambda dump: dump["race"]["playhead"] > 0)
        horizon = self.race()["horizon"]
        self.wait_for_playhead(horizon, horizon)
        window.wait_for("stopped", lambda dump: not dump["race"]["playing"])

    def test_a_click_on_the_timeline_jumps_and_a_drag_scrubs_both_ways(self):
        window, horizon = self.window, self.race()["horizon"]
        window.click("transport/timeline", across=0.5)
        self.wait_for_playhead(0.45 * horizon, 0.55 * horizon)
        left, right = window.centre("transport/timeline", across=0.25), window.centre(
            "transport/timeline", across=0.75
        )
        window.drag(window.centre("transport/timeline"), right, release=False)
        self.wait_for_playhead(0.7 * horizon, 0.8 * horizon)
        window.move(*left)
        self.wait_for_playhead(0.2 * horizon, 0.3 * horizon)
        window.release()
        self.assertFalse(self.race()["playing"])

    def test_the_step_buttons_move_by_one_step_forth_and_back(self):
        window = self.window
        window.key("Home")
        self.wait_for_playhead(0, 0)
        for expected in (1, 2):
            window.click("transport/step")
            self.wait_for_playhead(expected, expected)
        window.click("transport/step_back")
        self.wait_for_playhead(1, 1)
        window.key("Right")
        self.wait_for_playhead(2, 2)

    def test_end_and_home_jump_to_the_last_and_the_first_step(self):
        window, horizon = self.window, self.race()["horizon"]
        window.key("End")
        self.wait_for_playhead(horizon, horizon)
        window.key("Home")
        self.wait_for_playhead(0, 0)


if __name__ == "__main__":
    unittest.main()
