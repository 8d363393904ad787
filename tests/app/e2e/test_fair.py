# SPDX-License-Identifier: MIT
"""A race over many starts in the window: it goes on while the window stays alive, and can be
stopped; the rules card tunes."""
import json
import unittest

from case import WindowCase


class Fair(WindowCase):
    def begin(self, starts, steps):
        """Long walks, so that there is something to watch; on whatever machine."""
        session = self.window.session
        session["budget"] = {"unit": "steps", "amount": steps}
        file = self.folder / "long.json"
        file.write_text(json.dumps(session), encoding="utf-8")
        window = self.reopen(file)
        window.choose("race", "many_starts")
        window.click("many_starts/count/value")
        window.replace_text(str(starts), "many_starts/count/entry")
        window.key("Return")
        window.click("many_starts/start")
        window.wait_for("racing", lambda dump: dump["many_starts"]["starts"] == starts)
        return window

    def test_a_race_over_a_thousand_starts_shows_progress_and_ends(self):
        window = self.begin(1000, steps=4000)
        window.wait_for("progress", lambda dump: dump["many_starts"]["done"] > 0)
        window.wait_for("the end", lambda dump: dump["many_starts"]["done"] == 1000)
        for racer in range(len(window.session["racers"])):
            window.box(f"many_starts/table/{racer}")
        window.box("many_starts/shares")
        self.assertFalse(window.dump["many_starts"]["racing"])
        window.key("Escape")
        window.wait_for("closed", lambda dump: "many_starts/close" not in dump["items"])

    def test_it_can_be_stopped(self):
        window = self.begin(10_000, steps=20_000)
        window.wait_for("progress", lambda dump: dump["many_starts"]["done"] > 0)
        window.click("many_starts/stop")
        window.wait_for("stopped", lambda dump: not dump["many_starts"]["racing"])
        done = window.dump["many_starts"]["done"]
        self.assertLess(done, 10_000)
        window.box("many_starts/table/0")
        window.click("many_starts/start")
        window.wait_for("racing again", lambda dump: dump["many_starts"]["racing"])
        window.click("many_starts/close")
        window.wait_for("closed", lambda dump: "many_starts/close" not in dump["items"])

    def test_who_does_not_finish_says_so_with_its_verdict_and_who_does_is_on_the_timeline(self):
        window = self.window
        window.key("End")
        window.wait_for("the end", lambda dump: dump["race"]["playhead"] == dump["race"]["horizon"])
        window.settle()
        items = window.dump["items"]
        rows = [f"standings/{i}" for i in range(len(window.session["racers"]))]
        unfinished = [row for row in rows if f"{row}/dnf" in items]
        self.assertGreater(len(unfinished), 0)
        self.assertLess(len(unfinished), len(rows))
        for row in unfinished:
            self.assertIn(f"{row}/verdict", items)
        self.assertEqual(
            sum(f"transport/finish/{i}" in items for i in range(len(rows))),
            len(rows) - len(unfinished),
        )

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
