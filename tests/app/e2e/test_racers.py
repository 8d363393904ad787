# SPDX-License-Identifier: MIT
"""Racers are added and edited in the panel; undo and redo know it."""
import unittest

from case import WindowCase


class Racers(WindowCase):
    def count(self):
        return len(self.window.session["racers"])

    def test_an_added_racer_joins_the_race_and_can_be_undone_and_redone(self):
        window, before = self.window, self.count()
        window.click("racers/add")
        window.wait_for("one racer more", lambda _: self.count() == before + 1)
        window.wait_for(
            "it stands in the standings", lambda dump: len(dump["race"]["standings"]) == before + 1
        )
        window.key("ctrl+z")
        window.wait_for("undone", lambda _: self.count() == before)
        window.key("ctrl+shift+z")
        window.wait_for("redone", lambda _: self.count() == before + 1)

    def test_the_learning_rate_slider_edits_its_racer_and_changes_its_result(self):
        window = self.window
        window.key("End")
        window.settle()
        others, standings = window.session["racers"][1:], window.dump["race"]["standings"]
        before = window.session["racers"][0]
        window.click("racers/0/learning_rate", across=0.25)
        window.wait_for("edited", lambda _: window.session["racers"][0] != before)
        self.assertEqual(window.session["racers"][1:], others, "no other racer is touched")
        window.wait_for("race recomputed", lambda dump: dump["race"]["standings"] != standings)


if __name__ == "__main__":
    unittest.main()
