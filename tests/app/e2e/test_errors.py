# SPDX-License-Identifier: MIT
"""What the program says and how it exits where no window can open, or the file given is bad."""
import contextlib
import struct
import subprocess
import unittest

from desktop import started_desktop
from window import fogline, private_environment, temporary_folder


class Errors(unittest.TestCase):
    def setUp(self):
        stack = contextlib.ExitStack()
        self.addCleanup(stack.close)
        self.folder = stack.enter_context(temporary_folder())
        self.desktop = lambda: stack.enter_context(
            started_desktop(stack.enter_context(temporary_folder()))
        ).display

    def run_fogline(self, *arguments, **environment):
        return subprocess.run(
            [fogline(), *map(str, arguments)],
            env=private_environment(self.folder, **environment),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )

    def assert_refused(self, done, code, *words):
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertEqual(done.stderr.count("\n"), 1, f"one line, not: {done.stderr}")
        for word in words:
            self.assertIn(word, done.stderr)

    def test_without_a_display_the_message_names_fogline_render(self):
        self.assert_refused(self.run_fogline(), 3, "fogline render")

    def test_a_display_that_does_not_answer_is_no_display(self):
        self.assert_refused(self.run_fogline(DISPLAY=":4999"), 3, "fogline render")

    def test_an_opengl_too_old_is_named(self):
        done = self.run_fogline(DISPLAY=self.desktop(), MESA_GL_VERSION_OVERRIDE="2.1")
        self.assert_refused(done, 3, "OpenGL 3.3")

    def test_a_bad_session_file_is_refused_with_its_name_and_the_remedy(self):
        self.folder.joinpath("bad.json").write_text(
            '{"version": 1, "landscape": {"id": "rosenbrok"}}', encoding="utf-8"
        )
        done = self.run_fogline("bad.json", DISPLAY=self.desktop())
        self.assert_refused(done, 2, "bad.json", "rosenbrok", "rosenbrock")

    def test_a_missing_session_file_is_the_users_mistake(self):
        self.assert_refused(
            self.run_fogline("nowhere.json", DISPLAY=self.desktop()), 2, "nowhere.json"
        )

    def test_an_unknown_option_is_the_users_mistake(self):
        self.assertEqual(self.run_fogline("--no-such-option").returncode, 2)

    def test_a_picture_is_rendered_without_any_display(self):
        self.folder.joinpath("bowl.json").write_text(
            '{"version": 1, "landscape": {"id": "bowl"}}', encoding="utf-8"
        )
        done = self.run_fogline("render", "bowl.json", "--out", "bowl.png", "--size", "320x200")
        self.assertEqual(done.returncode, 0, done.stderr)
        png = self.folder.joinpath("bowl.png").read_bytes()
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(struct.unpack(">2I", png[16:24]), (320, 200))


if __name__ == "__main__":
    unittest.main()
