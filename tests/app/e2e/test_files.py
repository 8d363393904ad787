# SPDX-License-Identifier: MIT
"""Sessions are saved with the dialog inside the window and opened again as they were."""
import json
import subprocess
import unittest

from case import WindowCase
from window import fogline, private_environment


def experiment(session):
    """What undo and the dirty mark look at: all but the view."""
    return {key: value for key, value in session.items() if key != "view"}


class Files(WindowCase):
    def setUp(self):
        super().setUp()
        self.file = self.folder / "race.json"

    def change(self):
        self.window.settle()
        before = self.window.starts
        self.window.click("terrain", across=0.4)
        self.window.wait_for("start placed", lambda _: self.window.starts != before)

    def open_dialog(self):
        self.window.click("menu/file")
        self.window.click("menu/file/save_as")
        self.window.wait_for("dialog", lambda dump: dump["dialog"])

    def save_as(self, path):
        self.open_dialog()
        self.window.click("dialog/path")
        self.window.key("ctrl+a")
        self.window.type(str(path))
        self.window.wait_for("path typed", lambda dump: dump["dialog"]["path"] == str(path))
        self.window.click("dialog/accept")
        self.window.wait_for("dialog closed", lambda dump: not dump["dialog"])

    def test_a_saved_session_is_the_one_on_screen_and_reopens_as_it_was(self):
        self.change()
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
        self.change()
        self.window.key("ctrl+s")
        self.window.wait_for(
            "file rewritten",
            lambda dump: experiment(dump["session"])
            == experiment(json.loads(self.file.read_text(encoding="utf-8"))),
        )
        self.assertFalse(self.window.dump["dialog"])

    def test_a_cancelled_dialog_writes_nothing(self):
        self.open_dialog()
        self.window.click("dialog/cancel")
        self.window.wait_for("dialog closed", lambda dump: not dump["dialog"])
        self.assertEqual(list(self.folder.glob("*.json")), [self.folder / "dump.json"])


if __name__ == "__main__":
    unittest.main()
