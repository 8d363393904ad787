# SPDX-License-Identifier: MIT
"""Every key of the one table, pressed in the real window. The table comes from the program's dump:
an action without an effect described here, or a key that does nothing, fails. `effect_<action>`
presses the key it is given, waits for what must be seen, and leaves things as they were."""
import contextlib
import json
import unittest

from case import WindowCase

X_NAMES = {"Space": "space", "PageDown": "Next", "PageUp": "Prior", "[": "bracketleft",
           "]": "bracketright", ".": "period", "?": "question", "+": "plus", "=": "equal",
           "-": "minus"}
MENUS = {"streamlines": ("view", "streamlines"),
         "toggle_theme": ("view", "window", "toggle_theme"),
         "calm_motion": ("view", "window", "calm_motion"),
         "glossary": ("help", "glossary")}  # of the actions that have no key


def x_name(key):
    """ "ctrl+Space" as xdotool calls it. A character that is "+" itself stands last."""
    *held, last = key.replace("++", "+plus").split("+")
    return "+".join([*held, X_NAMES.get(last, last)])


class Keys(WindowCase):
    # -- the table -----------------------------------------------------------------------------

    def walk_group(self, group):
        entries = [e for e in self.window.dump["keys"] if e["group"] == group]
        self.assertGreater(len(entries), 0, f"a group {group} in the table")
        for entry in entries:
            if not entry["keys"]:
                self.assertIn(entry["action"], MENUS, "an action has a key or stands in a menu")
            effect = getattr(self, "effect_" + entry["action"], None)
            self.assertIsNotNone(effect, f"nothing here tells what {entry['action']} does")
            for key in entry["keys"] or [MENUS[entry["action"]]]:
                with self.subTest(action=entry["action"], key=key):
                    self.window.settle()
                    if isinstance(key, str):
                        effect(lambda key=key: self.window.key(x_name(key)))
                    else:
                        effect(lambda key=key: self.window.choose(*key))

    def test_the_groups_are_all_walked(self):
        groups = {entry["group"] for entry in self.window.dump["keys"]}
        self.assertEqual(groups, {"Run", "View", "Racers", "File", "Window", "Classroom"})

    def test_the_keys_that_run_the_race(self):
        self.walk_group("Run")

    def test_the_keys_of_the_view(self):
        self.window.key("End")
        self.walk_group("View")

    def test_the_keys_of_the_racers(self):
        self.walk_group("Racers")

    def test_the_keys_of_files(self):
        self.walk_group("File")

    def test_the_keys_of_the_window(self):
        self.walk_group("Window")

    def test_the_keys_for_the_classroom(self):
        self.window.key("End")
        self.walk_group("Classroom")

    # -- what is seen --------------------------------------------------------------------------

    @property
    def view(self):
        return self.window.session["view"]

    @property
    def playhead(self):
        return self.window.dump["race"]["playhead"]

    def wait(self, what, condition):
        return self.window.wait_for(what, condition)

    def wait_for_item(self, path, there=True):
        self.wait(f"{path} {'shown' if there else 'gone'}",
                  lambda dump: (path in dump["items"]) == there)

    def wait_for_view(self, key, value):
        self.wait(f"{key} {value}", lambda dump: dump["session"]["view"][key] == value)

    def wait_for_playhead(self, step):
        self.wait(f"step {step}", lambda dump: dump["race"]["playhead"] == step)

    def picture(self, path="terrain"):
        self.window.settle()
        return self.window.screenshot().crop(self.window.box(path))

    def wait_for_picture(self, what, before, pixels=300):
        self.wait(what, lambda _: self.picture().changed(before) > pixels)

    @contextlib.contextmanager
    def undone(self):
        """What happens in the block is undone at its end, with the key for that."""
        before = self.window.session["racers"]
        yield
        self.window.settle()
        self.window.key("ctrl+z")
        self.wait("undone", lambda dump: dump["session"]["racers"] == before)

    # -- Run -----------------------------------------------------------------------------------

    def effect_play_pause(self, press):
        self.window.key("Home")
        press()
        self.wait("playing", lambda dump: dump["race"]["playing"])
        press()
        self.wait("paused", lambda dump: not dump["race"]["playing"])
        self.window.key("Home")

    def effect_step(self, press):
        press()
        self.wait_for_playhead(1)
        press()
        self.wait_for_playhead(2)

    def effect_step_back(self, press):
        press()
        self.wait_for_playhead(1)

    def effect_slow_step(self, press):
        """Gradient, memory, scaling, move: a sentence and a picture each; then the step is made."""
        step, pictures = self.playhead, [self.picture()]
        for _ in range(4):
            press()
            self.wait_for_item("inspector/picture")
            self.wait_for_picture("another part", pictures[-1], 20)
            pictures.append(self.picture())
            self.assertEqual(self.playhead, step, "the walker waits for the last part")
        press()
        self.wait_for_playhead(step + 1)
        self.window.key("i")

    def effect_home(self, press):
        press()
        self.wait_for_playhead(0)

    def effect_end(self, press):
        press()
        self.wait_for_playhead(self.window.dump["race"]["horizon"])

    def effect_replay(self, press):
        horizon = self.window.dump["race"]["horizon"]
        press()
        self.wait("from the start", lambda dump: dump["race"]["playing"]
                  and dump["race"]["playhead"] < horizon / 2)
        self.window.key("space")
        self.window.key("Home")

    def effect_new_seed(self, press):
        seed = self.window.session["seed"]
        press()
        self.wait("another seed", lambda dump: dump["session"]["seed"] != seed)
        self.window.key("ctrl+z")
        self.wait("undone", lambda dump: dump["session"]["seed"] == seed)

    def effect_random_start(self, press):
        before = self.window.starts
        with self.undone():
            press()
            self.wait("another start", lambda _: self.window.starts != before)

    def effect_lesson_forward(self, press):
        self.window.choose("lessons", "3")
        self.wait("lesson", lambda dump: dump["lesson"] and dump["lesson"]["step"] == 0)
        press()
        self.wait("next step", lambda dump: dump["lesson"]["step"] == 1)

    def effect_lesson_back(self, press):
        press()
        self.wait("step back", lambda dump: dump["lesson"]["step"] == 0)
        self.window.choose("lessons", "leave")
        self.wait("no lesson", lambda dump: dump["lesson"] is None)

    # -- View ----------------------------------------------------------------------------------

    def layout(self, press, name, other):
        self.window.click(f"view/{other}")
        self.wait_for_view("layout", other)
        before = self.picture()
        press()
        self.wait_for_view("layout", name)
        self.wait_for_picture(f"the view {name}", before, 20000)

    def effect_view_3d(self, press):
        self.layout(press, "3d", "2d")

    def effect_view_2d(self, press):
        self.layout(press, "2d", "3d")

    def effect_view_split(self, press):
        self.layout(press, "split", "3d")

    def effect_view_panes(self, press):
        self.layout(press, "panes", "3d")
        self.wait_for_item("panes/3")
        self.window.click("view/3d")

    def effect_reset_view(self, press):
        self.window.key("ctrl+Right")
        self.wait("turned", lambda dump: dump["session"]["view"]["azimuth"] != -58)
        press()
        self.wait_for_view("azimuth", -58)

    def switched(self, press, key, on=True, off=False, pixels=1000):
        """On and off again, and seen both times."""
        plain = self.picture()
        press()
        self.wait_for_view(key, on)
        self.wait_for_picture(f"{key} {on}", plain, pixels)
        press()
        self.wait_for_view(key, off)
        self.wait(f"{key} {off} again", lambda _: self.picture().changed(plain) < 50)

    def effect_contours(self, press):
        self.switched(press, "contours", on=False, off=True)

    def effect_fog(self, press):
        self.switched(press, "fog", pixels=40000)

    def effect_inspector(self, press):
        self.window.key("Home")
        press()
        self.wait_for_item("inspector/picture")
        press()
        self.wait_for_item("inspector/picture", there=False)
        self.window.key("End")

    def effect_critical_points(self, press):
        press()
        for mark in range(3):  # two minima and the pass between them
            self.wait_for_item(f"critical/{mark}")
        self.wait_for_item("legend/critical")
        press()
        self.wait_for_item("critical/0", there=False)

    def effect_gradient_field(self, press):
        self.switched(press, "overlay", on="gradient", off="none")

    def effect_streamlines(self, press):
        self.switched(press, "overlay", on="streamlines", off="none")

    def effect_basins(self, press):
        press()
        self.wait("two valleys", lambda dump: dump["basins"] and dump["basins"]["known"]
                  and len(dump["basins"]["valleys"]) == 2)
        press()
        self.wait("no basins", lambda dump: not dump["basins"])

    def effect_height_profile(self, press):
        press()
        self.wait_for_item("profile/close")
        x0, y0, x1, y1 = self.window.box("terrain")
        points = [(x0 + (x1 - x0) * s, y0 + (y1 - y0) * t) for s, t in ((0.4, 0.42), (0.66, 0.54))]
        self.window.drag(*[(round(x), round(y)) for x, y in points])
        self.wait_for_item("profile/sentence")  # along the line so high, over the pass so high
        self.wait_for_item("profile/plot")
        press()
        self.wait_for_item("profile/close", there=False)

    def orbit(self, press, angle, sign):
        before = self.view[angle]
        press()
        self.wait("turned", lambda dump: (dump["session"]["view"][angle] - before) * sign > 0)
        self.window.key("0")
        self.wait_for_view(angle, before)

    def effect_orbit_left(self, press):
        self.orbit(press, "azimuth", -1)

    def effect_orbit_right(self, press):
        self.orbit(press, "azimuth", 1)

    def effect_orbit_up(self, press):
        self.orbit(press, "elevation", 1)

    def effect_orbit_down(self, press):
        self.orbit(press, "elevation", -1)

    # -- Racers --------------------------------------------------------------------------------

    def selected(self, dump):
        """Only the selected racer's row can be drawn out without pointing at it."""
        return [path.split("/")[1] for path in dump["items"]
                if path.startswith("racers/") and path.endswith("/more")]

    def effect_next_racer(self, press):
        self.window.move(*self.window.centre("terrain"))
        press()
        self.wait("the second", lambda dump: self.selected(dump) == ["1"])
        self.window.key("bracketleft")
        self.wait("the first", lambda dump: self.selected(dump) == ["0"])

    def effect_previous_racer(self, press):
        self.window.move(*self.window.centre("terrain"))
        press()
        self.wait("the last", lambda dump: self.selected(dump) in (["3"], []))
        self.window.key("bracketright")
        self.wait("the first", lambda dump: self.selected(dump) == ["0"])

    def counted(self, press, more):
        count = len(self.window.session["racers"])
        with self.undone():
            press()
            self.wait(f"{more} racers more", lambda d: len(d["session"]["racers"]) == count + more)

    def effect_add_racer(self, press):
        self.counted(press, 1)

    def effect_duplicate_racer(self, press):
        def methods(dump):
            return [(r["optimizer"], r["set"]) for r in dump["session"]["racers"]]

        before = methods(self.window.dump)
        with self.undone():
            press()
            after = self.wait("one more", lambda d: len(methods(d)) > len(before) and methods(d))
            self.assertEqual(sum(after.count(m) == 2 for m in before), 1, "one of them twice")

    def effect_remove_racer(self, press):
        self.counted(press, -1)

    def nudge(self, press, axis, share):
        """By a share of the domain's width, which is 10 here."""
        before = self.window.starts
        with self.undone():
            press()
            self.wait("nudged", lambda _: self.window.starts != before)
            for old, new in zip(before, self.window.starts):
                self.assertAlmostEqual(new[axis] - old[axis], 10 * share, places=9)
                self.assertEqual(new[1 - axis], old[1 - axis])

    def effect_nudge_left(self, press):
        self.nudge(press, 0, -0.01)

    def effect_nudge_right(self, press):
        self.nudge(press, 0, 0.01)

    def effect_nudge_up(self, press):
        self.nudge(press, 1, 0.01)

    def effect_nudge_down(self, press):
        self.nudge(press, 1, -0.01)

    def effect_nudge_left_fine(self, press):
        self.nudge(press, 0, -0.001)

    def effect_nudge_right_fine(self, press):
        self.nudge(press, 0, 0.001)

    def effect_nudge_up_fine(self, press):
        self.nudge(press, 1, 0.001)

    def effect_nudge_down_fine(self, press):
        self.nudge(press, 1, -0.001)

    # -- File ----------------------------------------------------------------------------------

    def dialog(self, press, kind):
        press()
        self.wait(kind, lambda dump: dump["dialog"] and dump["dialog"]["kind"] == kind)
        self.window.key("Escape")
        self.wait("closed", lambda dump: dump["dialog"] is None)

    def effect_new_session(self, press):
        """Asks before it takes work away."""
        self.place()
        self.dialog(press, "question")

    def effect_open(self, press):
        self.dialog(press, "open")

    def effect_save(self, press):
        self.dialog(press, "save_as")  # it has no name yet

    def effect_save_as(self, press):
        self.dialog(press, "save_as")

    def effect_picture(self, press):
        self.dialog(press, "picture")

    def effect_copy_session(self, press):
        press()
        self.wait_for_item("notices/0")  # it says so
        self.copied = self.window.session["racers"]

    def effect_paste_session(self, press):
        self.place(across=0.7)
        press()
        self.wait("asked", lambda dump: dump["dialog"] and dump["dialog"]["kind"] == "question")
        self.window.click("question/discard")
        self.wait("as copied", lambda dump: dump["session"]["racers"] == self.copied)

    def effect_undo(self, press):
        before = self.window.starts
        self.after = self.place(across=0.35)
        press()
        self.wait("undone", lambda _: self.window.starts == before)

    def effect_redo(self, press):
        press()
        self.wait("done again", lambda _: self.window.starts == self.after)
        self.window.key("ctrl+z")
        self.wait("undone", lambda _: self.window.starts != self.after)

    # -- Window --------------------------------------------------------------------------------

    def effect_full_screen(self, press):
        before = self.window.box("terrain")
        press()
        self.wait("the whole screen", lambda dump: dump["items"]["terrain"][3] > before[3])
        press()
        self.wait("the window", lambda dump: dump["items"]["terrain"] == before)

    def effect_focus_next(self, press):
        """Into the panels, where Space belongs to what has the focus, and back."""
        press()
        at = self.wait("focus", lambda dump: dump["input"]["focus"])
        self.window.key("Tab")
        self.wait("the next", lambda dump: dump["input"]["focus"] not in (None, at))
        self.window.key("space")
        self.window.key("Escape")
        self.assertFalse(self.window.dump["race"]["playing"])
        if self.window.dump["input"]["focus"]:
            press()
        self.wait("no focus", lambda dump: dump["input"]["focus"] is None)

    def folded(self, press, item):
        press()
        self.wait_for_item(item, there=False)
        press()
        self.wait_for_item(item)

    def effect_fold_left(self, press):
        self.folded(press, "landscape/formula")

    def effect_fold_right(self, press):
        self.folded(press, "curve/plot")

    def resized(self, press, back, sign):
        width = lambda items: items["menu/lessons"][2] - items["menu/lessons"][0]
        before = width(self.window.dump["items"])
        press()
        self.wait("another size", lambda dump: (width(dump["items"]) - before) * sign > 1)
        self.window.settle()
        self.window.key(back)
        self.wait("the size before", lambda dump: width(dump["items"]) == before)

    def effect_bigger(self, press):
        self.resized(press, "ctrl+minus", 1)

    def effect_smaller(self, press):
        self.resized(press, "ctrl+plus", -1)

    def effect_toggle_theme(self, press):
        before = self.picture("transport/timeline")
        press()
        self.wait("light", lambda _: self.picture("transport/timeline").changed(before) > 1000)
        press()

    def effect_calm_motion(self, press):
        """Kept for the next start; what moves then is tested without a window."""
        def calm():
            kept = self.folder / "state/fogline/preferences.json"
            return kept.exists() and json.loads(kept.read_text(encoding="utf-8"))["calm"]

        press()
        self.wait("kept", lambda _: calm())
        press()
        self.wait("not kept", lambda _: not calm())

    def effect_glossary(self, press):
        press()
        self.wait_for_item("glossary/overlay/close")
        self.window.key("Escape")
        self.wait_for_item("glossary/overlay/close", there=False)

    def effect_keys(self, press):
        press()
        self.wait_for_item("keys/overlay/close")
        self.window.key("Escape")
        self.wait_for_item("keys/overlay/close", there=False)

    # -- Classroom -----------------------------------------------------------------------------

    def effect_presenter(self, press):
        press()
        self.wait_for_item("presenter/standings")
        self.assertEqual(self.window.dump["items"]["terrain"][:2], [0, 0])
        press()
        self.wait_for_item("presenter/standings", there=False)

    def effect_spotlight(self, press):
        """While held: all but a disc around the pointer is dark."""
        window = self.window
        window.move(*window.centre("terrain"))
        lit = self.picture("racers/0/name")
        with window.held("l"):
            self.wait("dark", lambda _: self.picture("racers/0/name").changed(lit) > 100)
        self.wait("lit again", lambda _: self.picture("racers/0/name").changed(lit) == 0)

    def effect_blank_screen(self, press):
        press()
        self.wait_for_item("blank")
        self.window.settle()
        self.assertEqual(self.window.screenshot().colours(), 1)
        press()
        self.wait_for_item("blank", there=False)

    def effect_guess(self, press):
        press()
        self.wait_for_item("guess/turn/A")
        press()
        self.wait_for_item("guess/turn/A", there=False)


if __name__ == "__main__":
    unittest.main()
