# SPDX-License-Identifier: MIT
"""Races over many starts and tuning, as a script calls them."""
import csv
import io
import json
import unittest

from program import ProgramCase

SESSION = {
    "version": 1,
    "landscape": {"id": "himmelblau"},
    "racers": [
        {"name": "slow", "optimizer": "gradient_descent", "set": {"learning_rate": 1e-5}},
        {"name": "quick", "optimizer": "gradient_descent", "set": {"learning_rate": 0.01}},
    ],
    "budget": {"unit": "steps", "amount": 100},
}


class Fair(ProgramCase):
    def setUp(self):
        super().setUp()
        self.file = self.write("race.json", json.dumps(SESSION))

    def rows(self, *more):
        return json.loads(self.output("race", self.file, "--format", "json", *more))

    def test_finish_columns_say_when_and_for_how_much(self):
        quick, slow = self.rows()
        self.assertEqual((quick["racer"], slow["racer"]), ("quick", "slow"))
        self.assertEqual(quick["finish_step"], quick["finish_cost"])
        self.assertLess(0, quick["finish_step"])
        self.assertIsNone(slow["finish_step"])
        rows = list(csv.DictReader(io.StringIO(self.output("race", self.file, "--format", "csv"))))
        self.assertEqual([row["finish_cost"] for row in rows][1], "DNF")
        self.assertIn("DNF", self.output("race", self.file))

    def test_where_no_minimum_is_known_nobody_finishes_and_nobody_fails_to(self):
        self.write("race.json", json.dumps({**SESSION, "landscape": {"id": "saddle"}}))
        self.assertNotIn("DNF", self.output("race", self.file))

    def test_a_win_table_over_random_starts_has_intervals(self):
        slow, quick = self.rows("--starts", "40")
        self.assertEqual((slow["starts"], slow["finished"], slow["rate_low"]), (40, 0, 0))
        self.assertAlmostEqual(slow["rate_high"], 0.0876, places=4)
        self.assertIsNone(slow["median_cost"])
        self.assertLess(quick["rate_low"], quick["rate"])
        self.assertGreater(quick["median_cost"], 0)
        self.assertEqual((slow["wins"], slow["losses"]), (quick["losses"], quick["wins"]))
        self.assertEqual(quick["wins"] + quick["ties"] + quick["losses"], 40)

    def test_a_lattice_has_a_rate_and_no_interval(self):
        _, quick = self.rows("--starts", "30", "--lattice")
        self.assertEqual((quick["starts"], quick["rate_low"]), (25, None))

    def test_threads_change_nothing(self):
        command = ("race", self.file, "--starts", "50", "--format", "csv", "--threads")
        self.assertEqual(len({self.output(*command, n) for n in ("0", "1", "3")}), 1)

    def test_all_formats_have_a_line_for_each_racer(self):
        for form in ("table", "csv"):
            text = self.output("race", self.file, "--starts", "4", "--format", form)
            self.assertEqual(len(text.splitlines()), 3)

    def test_tuning_writes_a_session_that_says_so_and_finishes_more_often(self):
        self.output("tune", self.file, "--trials", "15", "--starts", "4", "--out", "tuned.json")
        tuned = json.loads((self.folder / "tuned.json").read_text(encoding="utf-8"))
        for racer in tuned["racers"]:
            self.assertEqual((racer["tuned"]["trials"], racer["tuned"]["starts"]), (15, 4))
            self.assertEqual(racer["tuned"]["set"], racer["set"])
            self.assertGreater(racer["tuned"]["cost"], 0)
        self.assertIn("valid", self.output("check", "tuned.json"))
        before = self.rows("--starts", "20")
        self.file = "tuned.json"
        after = self.rows("--starts", "20")
        self.assertGreater(after[0]["finished"], before[0]["finished"])
        again = self.output("tune", "race.json", "--trials", "15", "--starts", "4", "--out", "-")
        self.assertEqual(json.loads(again), tuned)

    def test_wrong_numbers_are_refused(self):
        for wrong in ("0", "10001", "-1", "many"):
            self.assert_refused("race", self.file, "--starts", wrong, words=("--starts",))
        self.assert_refused("race", self.file, "--lattice", words=("--starts",))
        self.assert_refused("tune", self.file, words=("--out",))
        self.assert_refused("tune", self.file, "--out", "o.json", "--trials", "0", words=("trials",))
        self.assert_refused("tune", "nowhere.json", "--out", "o.json", words=("nowhere.json",))


if __name__ == "__main__":
    unittest.main()
