# SPDX-License-Identifier: MIT
"""A lesson in the real window, from start to end: its question answered wrong and right, its mission
done by dragging, and the user's own work back at the end."""
import unittest

from case import WindowCase


class Lessons(WindowCase):
    def lesson(self):
        return self.window.dump["lesson"]

    def wait_for_step(self, step):
        self.window.wait_for(f"step {step}", lambda dump: dump["lesson"]["step"] == step)

    def wait_for_answer(self, right):
        self.window.wait_for(
            f"answers {right}", lambda dump: dump["lesson"]["right"] == right
        )

    def test_the_first_lesson_from_start_to_end(self):
        window = self.window
        own = self.place()
        window.click("invitation/lesson")
        window.wait_for("lesson 1", lambda dump: dump["lesson"] and dump["lesson"]["number"] == 1)
        self.assertNotEqual(window.starts, own)
        window.click("lesson/question/1")  # wrong
        window.box("lesson/question/reply")
        self.wait_for_answer([False, False, False])
        window.click("lesson/question/3")
        self.wait_for_answer([True, False, False])
        window.key("Next")
        self.wait_for_step(1)
        window.key("Prior")
        self.wait_for_step(0)
        window.click("lesson/next")
        window.click("lesson/next")
        self.wait_for_step(2)
        self.do_the_mission()
        window.click("lesson/next")
        self.wait_for_step(3)  # what two dimensions cannot show
        window.click("lesson/leave")
        window.wait_for("own work", lambda dump: dump["lesson"] is None)
        self.assertEqual(window.starts, own)
        window.settle()
        self.assertNotIn("invitation/lesson", window.dump["items"])

    def do_the_mission(self, first=True):
        """Drags the start across the ridge, as far as it takes."""
        window = self.window
        window.settle()
        x, y = window.centre("start/all")
        window.drag((x, y), window.centre("terrain", 0.66, 0.35), steps=12)
        self.wait_for_answer([first, False, True])

    def test_what_is_locked_stays_and_another_lesson_can_be_chosen(self):
        window = self.window
        window.choose("lessons", "3")
        window.wait_for("lesson 3", lambda dump: dump["lesson"] and dump["lesson"]["number"] == 3)
        window.settle()
        before = window.session
        for key in ("n", "shift+r", "alt+Left"):
            window.key(key)
            window.settle()
        self.assertEqual(window.session["racers"], before["racers"])
        self.assertEqual(window.session["seed"], before["seed"])
        window.box("notices/0")
        window.choose("lessons", "leave")
        window.wait_for("no lesson", lambda dump: dump["lesson"] is None)

    def test_a_guess_is_a_click_on_the_map(self):
        window = self.window
        window.choose("lessons", "2")
        window.wait_for("lesson 2", lambda dump: dump["lesson"] and dump["lesson"]["number"] == 2)
        window.settle()
        starts = window.starts
        window.click("terrain", across=0.7, down=0.7)
        window.box("lesson/question/reply")
        self.assertFalse(self.lesson()["right"][0])
        self.assertEqual(window.starts, starts)

    def wait_for_claims(self, claims):
        self.window.wait_for(f"claims {claims}", lambda dump: dump["lesson"]["claims"] == claims)

    def test_a_claim_over_many_starts_is_raced(self):
        window = self.window
        window.choose("lessons", "1")
        window.wait_for("lesson 1", lambda dump: dump["lesson"])
        window.key("Next")
        window.key("Next")
        self.wait_for_step(2)
        window.settle()
        self.assertEqual(self.lesson()["claims"], [True, None])  # told when the mission is done
        self.do_the_mission(first=False)
        self.wait_for_claims([False, True])
        window.settle()

    def test_a_step_opens_the_laboratory_and_its_claims_are_measured(self):
        window = self.window
        window.choose("lessons", "16")
        window.wait_for("lesson 16", lambda dump: dump["lesson"]["number"] == 16)
        self.assertNotIn("laboratory/page/minima", window.dump["items"])
        window.key("Next")
        window.key("Next")
        self.wait_for_step(2)
        window.box("laboratory/page/minima")
        window.click("lesson/question/1")  # wrong
        window.box("lesson/question/reply")
        window.click("lesson/question/3")
        self.wait_for_claims([True, True, True, True])
        window.click("lesson/leave")
        window.wait_for("own work", lambda dump: dump["lesson"] is None)
        window.settle()
        self.assertNotIn("laboratory/page/minima", window.dump["items"])

    def test_the_first_minute_goes_from_hint_to_hint(self):
        window = self.window
        self.assertNotIn("hint/why", window.dump["items"])
        self.place()  # no drag, but as good
        window.key("End")
        window.click("hint/why")
        window.wait_for("card", lambda dump: "verdict/evidence/slope" in dump["items"])
        window.key("Escape")
        window.settle()
        self.assertNotIn("hint/why", window.dump["items"])
        window.key("f")
        window.click("hint/fog")
        window.wait_for("clear", lambda dump: not dump["session"]["view"].get("fog", False))
        window.key("f")
        window.settle()
        self.assertNotIn("hint/fog", window.dump["items"])

    def test_own_work_outlives_a_crash_in_a_lesson(self):
        window = self.window
        own = self.place()
        window.choose("lessons", "1")
        window.wait_for("lesson 1", lambda dump: dump["lesson"])
        window.terminate()
        self.assertEqual(self.reopen().starts, own)


if __name__ == "__main__":
    unittest.main()
