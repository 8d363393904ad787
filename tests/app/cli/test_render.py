# SPDX-License-Identifier: MIT
"""`fogline render`: pictures without a display, of the right size and with something on them."""
import json
import unittest

from program import ProgramCase, read_png

SESSION = {
    "version": 1,
    "landscape": {"id": "himmelblau"},
    "racers": [{"optimizer": "adam", "set": {"learning_rate": 0.1}, "start": [-4, 4]}],
    "budget": {"amount": 100},
}


class Render(ProgramCase):
    def setUp(self):
        super().setUp()
        self.file = self.write("s.json", json.dumps(SESSION))

    def picture(self, *more, session="s.json"):
        self.assertEqual(self.output("render", session, "--out", "p.png", *more), "")
        return (self.folder / "p.png").read_bytes()

    def test_every_view_has_the_size_asked_for_and_is_not_blank(self):
        pictures = set()
        for view in ("3d", "2d", "split"):
            pictures.add(self.picture("--view", view, "--size", "240x150"))
            width, height, colours = read_png(self.folder / "p.png")
            self.assertEqual((width, height), (240, 150))
            self.assertGreater(colours, 500, view)
        self.assertEqual(len(pictures), 3)

    def test_the_default_size(self):
        data = self.picture()
        self.assertEqual(data[16:24], b"\0\0\x05\0\0\0\x02\xd0")  # 1280 x 720

    def test_the_same_picture_twice_and_another_at_another_step_or_theme(self):
        small = ("--size", "200x120")
        end = self.picture(*small)
        self.assertEqual(self.picture(*small), end)
        self.assertEqual(self.picture(*small, "--step", 100), end)
        self.assertNotEqual(self.picture(*small, "--step", 0), end)
        self.assertNotEqual(self.picture(*small, "--light"), end)

    def test_small_narrow_and_wide_pictures(self):
        for size in ((16, 16), (16, 400), (900, 20)):
            self.picture("--size", "{}x{}".format(*size), "--view", "split")
            self.assertEqual(read_png(self.folder / "p.png")[:2], size)

    def test_verbose_names_what_drew_it(self):
        done = self.start("render", "s.json", "--out", "p.png", "--size", "64x64", "--verbose")
        self.assertEqual(done.returncode, 0)
        self.assertIn("OpenGL", done.stderr)

    def test_a_session_without_racers_by_standard_input(self):
        done = self.start("render", "-", "--out", "p.png", "--size", "64x64", stdin='{"version":1}')
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_sizes_and_steps_that_are_none_are_refused(self):
        for size in ("0x0", "10x10", "-5x100", "9000x100", "100", "axb", "100x", "1e2x100", ""):
            self.assert_refused("render", "s.json", "--out=p.png", f"--size={size}",
                                words=("--size",))  # fmt: skip
        for step in ("-1", "101", "nan", "inf", "x"):
            self.assert_refused("render", "s.json", "--out=p.png", f"--step={step}",
                                words=("--step",))  # fmt: skip
        self.assert_refused("render", "s.json", "--out=p.png", "--view", "4d", words=("--view",))
        self.assertFalse((self.folder / "p.png").exists())

    def test_files_that_are_none_are_refused(self):
        self.assert_refused("render", "nowhere.json", "--out", "p.png", words=("nowhere.json",))
        self.assert_refused("render", "s.json", "--out", "no/p.png", words=("no/p.png",))
        self.assert_refused("render", "s.json", "--out", self.folder, words=("directory",))


if __name__ == "__main__":
    unittest.main()
