# SPDX-License-Identifier: MIT
"""A race over many starts in the window: it goes on while the window stays alive, and can be
stopped; the rules card tunes."""
import unittest

from case import WindowCase


class Fair(WindowCase):
    def begin(self, across):
        window = self.window
        window.choose("race", "many_starts")
        window.click("many_starts/count", across=across)
        window.click("many_starts/start")

    def test_a_race_over_a_thousand_starts_shows_progress_and_ends(self):
        window = self.window
        self.begin(0.75)
        window.wait_for("progress", lambda dump: dump["many_starts"]["done"] > 0)
        starts = window.dump["many_starts"]["starts"]
        self.assertGreater(starts, 500)
        window.wait_for("the end", lambda dump: dump["many_starts"]["done"] == starts)
        window.box("many_starts/table/0")
        self.assertFalse(window.dump["many_starts"]["racing"])
        window.key("Escape")
        window.wait_for("closed", lambda dump: "many_starts/close" not in dump["items"])

    def test_it_can_be_stopped(self):
        window = self.window
        self.begin(1.0)
        window.wait_for("progress", lambda dump: dump["many_starts"]["done"] > 0)
        window.click("many_starts/stop")
        window.wait_for("stopped", lambda dump: not dump["many_starts"]["racing"])
        self.assertLess(window.dump["many_starts"]["done"], 10_000)
        window.click("many_starts/close")
        window.wait_for("closed", lambda dump: "many_starts/close" not in dump["items"])

    def test_tuning_all_is_told_by_every_racer_and_undone_at_once(self):
        window = self.window
        before = window.session["racers"]
        window.click("standings/rules")
        window.click("standings/rules_card/tune")
        window.wait_for(
            "tuned", lambda _: all("tuned" in racer for racer in window.session["racers"])
        )
        window.key("Escape")
        window.settle()
        window.key("ctrl+z")
        window.wait_for("undone", lambda _: window.session["racers"] == before)


if __name__ == "__main__":
    unittest.main()
