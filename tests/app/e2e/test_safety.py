# SPDX-License-Identifier: MIT
"""Work is never lost: not by New and Open, not by an orderly end, not by a crash."""
import json
import unittest

from case import WindowCase


class Safety(WindowCase):
    def kind(self):
        dialog = self.window.dump["dialog"]
        return dialog and dialog["kind"]

    def wait_for_question(self, kind):
        self.window.wait_for(kind, lambda _: self.kind() == kind)

    def wait_for_autosave(self, starts):
        """Waits until the state folder holds these starts."""

        def kept(_):
            files = (self.folder / "state/fogline").glob("work-*.json")
            sessions = (json.loads(json.loads(f.read_text("utf-8"))["session"]) for f in files)
            return any([r["start"] for r in s["racers"]] == starts for s in sessions)

        self.window.wait_for("autosave", kept)

    def open_named(self):
        """A saved session, opened as a file; returns the file."""
        file = self.folder / "named.json"
        session = {"version": 1, "landscape": {"id": "bowl"}, "racers": [{"optimizer": "adam"}]}
        file.write_text(json.dumps(session), encoding="utf-8")
        self.reopen(file)
        return file

    def test_unsaved_changes_of_a_file_are_asked_about(self):
        file = self.open_named()
        window, old = self.window, file.read_bytes()
        changed = self.place()
        window.key("ctrl+n")
        self.wait_for_question("question")
        window.click("question/cancel")
        window.wait_for("question gone", lambda _: self.kind() is None)
        self.assertEqual(window.starts, changed)
        window.choose("file", "quit")
        self.wait_for_question("question")
        window.click("question/cancel")
        window.wait_for("question gone", lambda _: self.kind() is None)
        self.assertEqual(file.read_bytes(), old)
        window.key("ctrl+n")
        window.click("question/save")
        window.wait_for("new session", lambda _: window.starts != changed)
        saved = json.loads(file.read_text(encoding="utf-8"))
        self.assertEqual([racer["start"] for racer in saved["racers"]], changed)

    def test_saving_unnamed_work_for_a_question_goes_on_with_what_was_asked(self):
        window, changed = self.window, self.place()
        window.key("ctrl+n")
        self.wait_for_question("question")
        window.click("question/save")
        self.wait_for_question("save_as")
        file = self.folder / "asked.json"
        window.replace_text(str(file), "file/field")
        window.wait_for("typed", lambda dump: dump["dialog"]["path"] == str(file))
        window.key("Return")
        window.wait_for("new session", lambda _: window.starts != changed)
        saved = json.loads(file.read_text(encoding="utf-8"))
        self.assertEqual([racer["start"] for racer in saved["racers"]], changed)

    def test_discarded_changes_are_gone_and_the_file_is_as_it_was(self):
        file = self.open_named()
        old, window = file.read_bytes(), self.window
        self.place()
        window.choose("file", "quit")
        window.click("question/discard")
        self.assertEqual(window.wait_for_end(), 0)
        self.assertEqual(file.read_bytes(), old)
        self.reopen()
        self.assertIsNone(self.kind())

    def test_unnamed_work_is_there_again_after_quitting(self):
        changed = self.place()
        self.window.choose("file", "quit")
        self.assertEqual(self.window.wait_for_end(), 0)
        self.reopen()
        self.assertEqual(self.window.starts, changed)
        self.assertIsNone(self.kind())
        self.window.key("ctrl+n")
        self.wait_for_question("question")  # it still is in no file

    def test_unnamed_work_begun_after_a_file_is_there_again_too(self):
        self.open_named()
        self.window.key("ctrl+n")
        self.window.wait_for("new", lambda dump: dump["session"]["landscape"]["id"] != "bowl")
        changed = self.place()
        self.assertEqual(self.window.terminate(), 0)
        self.reopen()
        self.assertEqual(self.window.starts, changed)

    def test_a_termination_keeps_unsaved_changes_of_a_file(self):
        self.open_named()
        changed = self.place()
        self.assertEqual(self.window.terminate(), 0)
        self.reopen()
        self.wait_for_question("recovery")
        self.window.click("recovery/recover")
        self.window.wait_for("recovered", lambda _: self.window.starts == changed)

    def test_work_survives_a_crash(self):
        changed = self.place()
        self.wait_for_autosave(changed)
        self.window.kill()
        self.reopen()
        self.wait_for_question("recovery")
        self.assertNotEqual(self.window.starts, changed)
        self.window.click("recovery/recover")
        self.window.wait_for("recovered", lambda _: self.window.starts == changed)
        self.wait_for_autosave(changed)
        self.window.kill()  # once more, before anything was saved
        self.reopen()
        self.wait_for_question("recovery")
        self.window.click("recovery/discard")
        self.window.wait_for("question gone", lambda _: self.kind() is None)
        self.window.choose("file", "quit")
        self.assertEqual(self.window.wait_for_end(), 0)
        self.reopen()
        self.assertIsNone(self.kind(), "offered once, discarded, gone")

    def test_a_crash_after_saving_offers_nothing(self):
        self.wait_for_autosave(self.place())
        self.window.key("ctrl+s")
        self.window.replace_text(str(self.folder / "race.json"), "file/field")
        self.window.click("file/accept")
        state = self.folder / "state/fogline"
        self.window.wait_for("autosave forgotten", lambda _: not list(state.glob("work-*.json")))
        self.window.kill()
        self.reopen()
        self.assertIsNone(self.kind())

    def test_a_damaged_state_folder_is_set_aside_and_does_no_harm(self):
        self.window.kill()
        state = self.folder / "state/fogline"
        for name in ("unnamed.json", "preferences.json", "work-999999999.json"):
            (state / name).write_text('{"session": [1, 2', encoding="utf-8")
        self.reopen()
        self.assertIsNone(self.kind())
        self.assertTrue(list(state.glob("unnamed.json*.corrupt")), list(state.iterdir()))
        self.place()


if __name__ == "__main__":
    unittest.main()
