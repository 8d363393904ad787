# SPDX-License-Identifier: MIT
"""The base of the command-line test cases: the program in a folder and a home of its own, without a
display."""
import contextlib
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))
from image import read_pixels  # noqa: E402
from window import fogline, private_environment, temporary_folder  # noqa: E402


class ProgramCase(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        stack = contextlib.ExitStack()
        self.addCleanup(stack.close)
        self.folder = stack.enter_context(temporary_folder())

    def start(self, *arguments, stdin="", environment=None, **more):
        """Runs the program to its end; `environment` is added to a private one."""
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 100, **more}
        return subprocess.run(
            [fogline(), *map(str, arguments)],
            env=private_environment(self.folder, **(environment or {})),
            cwd=self.folder,
            input=stdin,
            text=True,
            encoding="utf-8",
            **options,
        )

    def output(self, *arguments, **more):
        """What it prints when all goes well: then it says nothing on standard error."""
        done = self.start(*arguments, **more)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def assert_refused(self, *arguments, code=2, words=(), **more):
        """It ends with this code and one line on standard error that holds the words."""
        done = self.start(*arguments, **more)
        self.assertEqual(done.returncode, code, f"{arguments}: {done.stderr}")
        self.assertEqual(done.stderr.count("\n"), 1, f"one line, not: {done.stderr}")
        self.assertTrue(done.stderr.startswith("fogline: "), done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)
        if "stdout" not in more:
            self.assertEqual(done.stdout, "")

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


def read_png(path):
    """Width, height, and how many colours a PNG of 8 bits a channel shows."""
    width, height, pixels = read_pixels(path)
    return width, height, len(set(pixels))
