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
        window.click("racers/add/list/adam")
        window.wait_for("one racer more", lambda _: self.count() == before + 1)
        window.wait_for(
            "it stands in the standings", lambda dump: len(dump["race"]["standings"]) == before + 1
        )
        window.key("ctrl+z")
        window.wait_for("undone", lambda _: self.count() == before)
        window.key("ctrl+shift+z")
        window.wait_for("redone", lambda _: self.count() == before + 1)

    def test_the_rail_of_a_narrow_window_adds_racers_too(self):
        window, before = self.window, self.count()
        window.resize(960, 600)
        window.click("rail/add")
        window.click("rail/add/list/adam")
        window.wait_for("one racer more", lambda _: self.count() == before + 1)

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

    def rate(self):
        return self.window.session["racers"][0]["set"]["learning_rate"]

    def test_a_dragged_slider_is_one_undo_step(self):
        window, before = self.window, self.rate()
        left = window.centre("racers/0/learning_rate", across=0.3)
        right = window.centre("racers/0/learning_rate", across=0.8)
        window.drag(left, right)
        window.wait_for("edited", lambda _: self.rate() > before)
        dragged = self.rate()
        window.key("ctrl+z")
        window.wait_for("undone", lambda _: self.rate() == before)
        window.key("ctrl+y")
        window.wait_for("redone", lambda _: self.rate() == dragged)

    def test_escape_puts_a_dragged_slider_back(self):
        window, before = self.window, self.rate()
        left = window.centre("racers/0/learning_rate", across=0.3)
        right = window.centre("racers/0/learning_rate", across=0.8)
        window.drag(left, right, release=False)
        window.wait_for("edited", lambda _: self.rate() != before)
        window.key("Escape")
        window.wait_for("put back", lambda _: self.rate() == before)
        window.release()
        window.settle()
        self.assertEqual(self.rate(), before)

    def type_rate(self, text):
        if "racers/0/learning_rate/entry" not in self.window.dump["items"]:
            self.window.click("racers/0/learning_rate/value")
        self.window.replace_text(text, "racers/0/learning_rate/entry")
        self.window.key("Return")

    def test_a_typed_number_is_taken_exactly_and_no_other(self):
        window, before = self.window, self.rate()
        for refused in ("inf", "nan", "1e999", "-1e999", "fast"):
            self.type_rate(refused)
            window.settle()
            self.assertEqual(self.rate(), before, refused)
            self.assertIn("racers/0/learning_rate/entry", window.dump["items"], "still open")
        self.type_rate("0.0123456789")
        window.wait_for("typed", lambda _: self.rate() == 0.0123456789)
        window.wait_for(
            "closed", lambda dump: "racers/0/learning_rate/entry" not in dump["items"]
        )

    def test_keys_typed_into_a_number_do_nothing_else(self):
        window, before, count = self.window, self.window.session, self.count()
        window.click("racers/0/learning_rate/value")
        window.replace_text("add", "racers/0/learning_rate/entry")
        window.key("Escape")
        window.settle()
        self.assertEqual((self.count(), window.session), (count, before))

    def test_a_landscape_chosen_from_the_list_is_raced_on_and_undone(self):
        window, before = self.window, self.window.session["landscape"]
        window.click("landscape")
        window.wait_for("list", lambda dump: "landscape/list/search" in dump["items"])
        window.type("himmel")
        window.click("landscape/list/himmelblau")
        window.wait_for("chosen", lambda d: d["session"]["landscape"]["id"] == "himmelblau")
        window.settle()
        self.assertEqual(len(window.dump["race"]["standings"]), self.count())
        window.key("ctrl+z")
        window.wait_for("undone", lambda dump: dump["session"]["landscape"] == before)

    def test_every_racer_can_be_removed_and_one_added_again(self):
        window, before = self.window, window_racers(self.window)
        for left in range(self.count() - 1, -1, -1):
            window.key("Delete")
            window.wait_for(f"{left} left", lambda _: self.count() == left)
        for key in ("Delete", "d", "n", "bracketleft", "space", "space"):
            window.key(key)
        window.settle()
        self.assertEqual(self.count(), 0)
        window.key("a")
        window.wait_for("one racer", lambda _: self.count() == 1)
        for _ in range(len(before) + 1):
            window.key("ctrl+z")
        window.wait_for("all back", lambda _: window_racers(window) == before)


def window_racers(window):
    return [racer["name"] for racer in window.session["racers"]]


if __name__ == "__main__":
    unittest.main()
