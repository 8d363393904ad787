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

    def do_the_mission(self):
        """Drags the start across the ridge, as far as it takes."""
        window = self.window
        window.settle()
        x, y = window.centre("start/all")
        window.drag((x, y), window.centre("terrain", 0.66, 0.35), steps=12)
        self.wait_for_answer([True, False, True])

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

    def test_own_work_outlives_a_crash_in_a_lesson(self):
        window = self.window
        own = self.place()
        window.choose("lessons", "1")
        window.wait_for("lesson 1", lambda dump: dump["lesson"])
        window.terminate()
        self.assertEqual(self.reopen().starts, own)


if __name__ == "__main__":
    unittest.main()
