# SPDX-License-Identifier: MIT
"""`fogline lesson`: every lesson that comes with the program is true, and a false one is caught."""
import json
import unittest

from program import ProgramCase

LESSON = {
    "version": 1,
    "number": 1,
    "title": "A bowl",
    "beyond": "Nothing.",
    "steps": [
        {
            "title": "Down",
            "text": "It goes down.",
            "session": {
                "landscape": {"id": "bowl"},
                "budget": {"amount": 60},
                "racers": [
                    {"name": "Plain", "optimizer": "gradient_descent", "set": {"learning_rate": 0.1}}
                ],
            },
            "expect": [
                {
                    "racer": "Plain",
                    "verdict": "global_minimum",
                    "control": {"racers": {"Plain": {"set": {"learning_rate": 2}}}},
                }
            ],
        }
    ],
}
EXPECTATION = ("steps", 0, "expect", 0)


def edited(path, value):
    lesson = json.loads(json.dumps(LESSON))
    place = lesson
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return json.dumps(lesson)


class Lessons(ProgramCase):
    def test_every_lesson_is_true_and_could_be_false(self):
        checks = json.loads(self.output("lesson", "--check", "all", "--format", "json"))
        for check in checks:
            with self.subTest(lesson=check["lesson"], step=check["step"], claim=check["claim"]):
                self.assertTrue(check["holds"], check["measured"])
                self.assertTrue(check["control_fails"], check["control_measured"])

    def test_list_names_them_in_order(self):
        rows = json.loads(self.output("lesson", "--list", "--format", "json"))
        self.assertEqual([row["number"] for row in rows], list(range(1, len(rows) + 1)))
        table = self.output("lesson", "--list").splitlines()
        self.assertEqual(len(table), len(rows) + 1)
        for row, line in zip(rows, table[1:], strict=True):
            self.assertIn(row["title"], line)

    def test_a_line_for_each_expectation(self):
        lines = self.output("lesson", "--check", self.write("a.json", json.dumps(LESSON))).splitlines()
        self.assertEqual(len(lines), 2)
        for word in ("Plain: at a global minimum", "holds", "fails, as it must"):
            self.assertIn(word, lines[1])

    def assert_check_fails(self, text, word):
        done = self.start("lesson", "--check", self.write("bad.json", text))
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn(word, done.stdout)
        self.assertIn("1 of 1 claims", done.stderr)

    def test_a_false_claim_fails(self):
        self.assert_check_fails(edited((*EXPECTATION, "verdict"), "saddle"), "FALSE")

    def test_a_claim_that_cannot_fail_fails(self):
        self.assert_check_fails(edited((*EXPECTATION, "control"), {"seed": 5}), "DOES NOT FAIL")

    def test_bad_files_and_calls_are_the_users_mistake(self):
        file = self.write("bad.json", edited((*EXPECTATION, "verdict"), "sadle"))
        self.assert_refused("lesson", "--check", file,
                            words=("bad.json: steps[0].expect[0].verdict", "saddle"))  # fmt: skip
        self.assert_refused("lesson", "--check", "nowhere.json", words=("nowhere.json",))
        self.assert_refused("lesson", words=("--check",))
        self.assert_refused("lesson", "--check", "all", "--list")


if __name__ == "__main__":
    unittest.main()
