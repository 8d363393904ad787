# SPDX-License-Identifier: MIT
"""A verdict is asked why, and an escape frees the racer that is trapped."""
import unittest

from case import WindowCase


class Verdicts(WindowCase):
    def setUp(self):
        super().setUp()
        self.window.key("End")
        self.window.settle()

    def standing(self, name):
        rows = self.window.dump["race"]["standings"]
        return next(row for row in rows if row["name"] == name)

    def open_card(self, chip):
        window = self.window
        window.click(chip)
        window.wait_for("escapes", lambda dump: "verdict/escape/0" in dump["items"])
        window.settle()

    def test_an_escape_frees_the_trapped_racer_and_can_be_undone(self):
        window, before = self.window, self.window.session["racers"]
        held = self.standing(before[0]["name"])
        self.open_card("standings/0/verdict")
        self.assertIn("verdict/evidence/curvature_low", window.dump["items"])
        window.click("verdict/escape/0")
        window.wait_for("a rival", lambda d: len(d["session"]["racers"]) == len(before) + 1)
        window.wait_for("closed", lambda dump: "verdict/escape/0" not in dump["items"])
        window.settle()
        rival = window.session["racers"][1]["name"]
        self.assertLess(self.standing(rival)["loss"], held["loss"] - 10)
        self.assertEqual(self.standing(before[0]["name"]), held, "the parent stays what it was")
        window.key("ctrl+z")
        window.wait_for("undone", lambda dump: dump["session"]["racers"] == before)

    def test_the_chip_at_the_walker_opens_the_same_card(self):
        self.open_card("chip/0")
        self.window.key("Escape")
        self.window.wait_for("closed", lambda dump: "verdict/escape/0" not in dump["items"])

    def test_in_fog_a_card_tells_nothing_of_the_map(self):
        window = self.window
        window.key("f")
        window.wait_for("fog", lambda dump: dump["session"]["view"]["fog"])
        window.click("standings/0/verdict")
        window.wait_for("card", lambda dump: "verdict/evidence/slope" in dump["items"])
        window.settle()
        items = window.dump["items"]
        self.assertNotIn("verdict/evidence/gap", items)
        self.assertNotIn("verdict/escape/0", items)

    def test_the_best_rate_here_is_taken_with_a_click(self):
        window = self.window

        def rate():
            return window.session["racers"][0]["set"]["learning_rate"]

        before = rate()
        window.click("racers/0/learning_rate/best")
        window.wait_for("taken", lambda _: rate() > before)
        window.key("ctrl+z")
        window.wait_for("undone", lambda _: rate() == before)


if __name__ == "__main__":
    unittest.main()
