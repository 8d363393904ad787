# SPDX-License-Identifier: MIT
"""Sessions are saved with the dialog inside the window and opened again as they were."""
import json
import struct
import subprocess
import unittest

from case import WindowCase
from image import Image
from window import fogline, private_environment


def experiment(session):
    """What undo and the dirty mark look at: all but the view."""
    return {key: value for key, value in session.items() if key != "view"}


class Files(WindowCase):
    def setUp(self):
        super().setUp()
        self.file = self.folder / "race.json"

    def open_dialog(self):
        self.window.choose("file", "save_as")
        self.window.wait_for("dialog", lambda dump: dump["dialog"])

    def save_as(self, path):
        self.open_dialog()
        self.fill_dialog(path)

    def fill_dialog(self, path):
        self.window.replace_text(str(path), "file/field")
        self.window.wait_for("path typed", lambda dump: dump["dialog"]["path"] == str(path))
        self.window.click("file/accept")
        self.window.wait_for("dialog closed", lambda dump: not dump["dialog"])

    def test_a_saved_session_is_the_one_on_screen_and_reopens_as_it_was(self):
        self.place()
        self.save_as(self.file)
        self.window.wait_for("file written", lambda _: self.file.exists())
        saved, shown = json.loads(self.file.read_text(encoding="utf-8")), self.window.session
        self.assertEqual(experiment(saved), experiment(shown))
        checked = subprocess.run(
            [fogline(), "check", self.file],
            env=private_environment(self.folder),
            capture_output=True,
            text=True,
            timeout=60,
        )
        self.assertEqual(checked.returncode, 0, checked.stderr)
        self.reopen(self.file)
        self.assertEqual(experiment(self.window.session), experiment(shown))

    def test_saving_again_writes_to_the_same_file_without_asking(self):
        self.save_as(self.file)
        self.place()
        self.window.key("ctrl+s")
        self.window.wait_for(
            "file rewritten",
            lambda dump: experiment(dump["session"])
            == experiment(json.loads(self.file.read_text(encoding="utf-8"))),
        )
        self.assertFalse(self.window.dump["dialog"])

    def test_a_cancelled_dialog_writes_nothing(self):
        self.open_dialog()
        self.window.click("file/cancel")
        self.window.wait_for("dialog closed", lambda dump: not dump["dialog"])
        self.assertEqual(list(self.folder.glob("*.json")), [self.folder / "dump.json"])

    def test_a_file_in_place_is_replaced_only_when_that_is_wanted(self):
        window = self.window
        self.file.write_text("precious", encoding="utf-8")
        self.open_dialog()
        window.replace_text(str(self.file), "file/field")
        window.click("file/accept")
        window.click("file/replace/keep")
        self.assertEqual(self.file.read_text(encoding="utf-8"), "precious")
        window.replace_text(str(self.file), "file/field")
        window.click("file/accept")
        window.click("file/replace/replace")
        window.wait_for("replaced", lambda _: self.file.read_text(encoding="utf-8") != "precious")
        self.assertEqual(json.loads(self.file.read_text(encoding="utf-8"))["version"], 1)

    def test_a_save_that_fails_says_so_and_keeps_the_old_file(self):
        window, folder = self.window, self.folder / "there"
        folder.mkdir()
        self.file = folder / "race.json"
        self.save_as(self.file)
        window.wait_for("file written", lambda _: self.file.exists())
        old = self.file.read_bytes()
        self.place()
        away = folder.rename(self.folder / "away")
        window.key("ctrl+s")
        window.wait_for("a notice of the error", notices)
        self.assertEqual((away / "race.json").read_bytes(), old)
        away.rename(folder)
        window.key("ctrl+s")
        window.wait_for("file rewritten", lambda _: self.file.read_bytes() != old)

    def test_a_place_nobody_can_write_to_is_refused_in_words(self):
        self.save_as("/proc/fogline.json")
        self.window.wait_for("a notice of the error", notices)

    def test_recent_files_are_in_the_menu_also_after_the_next_start(self):
        window = self.window
        saved = self.place()
        self.save_as(self.file)
        window.wait_for("file written", lambda _: self.file.exists())
        window.choose("file", "quit")
        self.assertEqual(window.wait_for_end(), 0)
        window = self.reopen()
        self.assertNotEqual(window.starts, saved)
        window.choose("file", "recent_0")
        window.wait_for("opened", lambda _: window.starts == saved)

    def test_a_picture_has_the_size_of_the_terrain(self):
        window, file = self.window, self.folder / "picture.png"
        window.settle()
        x0, y0, x1, y1 = window.box("terrain")
        window.key("ctrl+e")
        self.fill_dialog(file)
        png = window.wait_for("file written", lambda _: file.exists() and file.read_bytes())
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(struct.unpack(">2I", png[16:24]), (x1 - x0, y1 - y0))
        before = window.screenshot()
        window.settle()
        self.assertEqual(before.width, window.screenshot().width)

    def test_a_picture_of_the_hyperparameter_map_is_what_stands_on_the_screen(self):
        window, file = self.window, self.folder / "map.png"
        window.settle()
        terrain = window.box("terrain")
        window.choose("view", "hypermap")
        window.wait_for("map", lambda dump: dump["hypermap"] and dump["hypermap"]["known"])
        window.key("ctrl+e")
        self.fill_dialog(file)
        window.wait_for("file written", lambda _: file.exists())
        window.settle()
        shown = window.screenshot().crop(terrain)
        self.assertGreater(shown.colours(), 100)
        self.assertLess(Image.from_png(file).changed(shown), 0.01 * shown.width * shown.height)

    def test_a_session_copied_and_pasted_is_the_same(self):
        window = self.window
        self.place()
        copied = experiment(window.session)
        window.key("ctrl+c")
        window.key("ctrl+n")
        window.click("question/discard")
        window.wait_for("new session", lambda dump: experiment(dump["session"]) != copied)
        window.key("ctrl+v")
        window.wait_for("pasted", lambda dump: experiment(dump["session"]) == copied)


def notices(dump):
    return [path for path in dump["items"] if path.startswith("notice")]


if __name__ == "__main__":
    unittest.main()
