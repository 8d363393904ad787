# SPDX-License-Identifier: MIT
"""Help and mistakes at every level, without a display."""
import unittest

from program import ProgramCase

COMMANDS = ("list", "run", "race", "render", "check")


class Usage(ProgramCase):
    def test_help_at_every_level(self):
        for command in ((), *((name,) for name in COMMANDS)):
            for flag in ("--help", "-h"):
                self.assertIn("Usage: fogline", self.output(*command, flag))
        self.assertTrue(all(name in self.output("--help") for name in COMMANDS))

    def test_version(self):
        self.assertRegex(self.output("--version"), r"^fogline \d+\.\d+\.\d+\n$")

    def test_mistakes_are_one_line(self):
        for command in COMMANDS:
            self.assert_refused(command)
            self.assert_refused(command, "--no-such-option")
        self.assert_refused("--no-such-option")
        self.assert_refused("--dump")
        self.assert_refused("--ui-scale", "9")
        self.assert_refused("--theme", "pink")

    def test_a_session_is_looked_at_before_a_window_is_asked_for(self):
        self.assert_refused("nowhere.json", words=("nowhere.json",))
        self.write("bad.json", '{"version": 1, "landscape": {"id": "rosenbrok"}}')
        self.assert_refused("bad.json", words=("bad.json", "rosenbrock"))
        self.write("good.json", '{"version": 1}')
        self.assert_refused("good.json", code=3, words=("fogline render",))


if __name__ == "__main__":
    unittest.main()
