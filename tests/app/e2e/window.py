# SPDX-License-Identifier: MIT
"""Fogline's real window, driven as a person drives it: with pointer and keyboard, by xdotool.

The program helps with two options. `--ready` prints the line READY after the first frame.
`--dump FILE` rewrites FILE (aside, then renamed) after each frame it draws, with JSON:
  frame    number of the frame, growing
  items    path -> [x0, y0, x1, y1] in window pixels, of every widget and marker on screen
  session  the session, as it would be saved
  race     {"playhead": step, "playing": bool, "horizon": last step,
            "standings": [{"name": ..., "loss": ...}, ...]}
  dialog   null, or {"kind": "open", "save_as", "picture", "question" or "recovery",
            "path": text in its field}
  lesson   null, or {"number": ..., "step": counted from 0, "right": for each step whether its
            question was answered right, "claims": for each of the step's claims whether it
            holds, null while that is not known}
  input    what the frame saw: {"pointer": [x, y], "buttons": bit mask (1: left),
            "keys": how many are down, "focus": path of the widget that has it, or null}
  keys     the table of keys: [{"action": name, "group": ..., "keys": ["ctrl+shift+s", ...]}, ...]
  idle     true if nothing moves or is being computed, so that the program now sleeps
Buttons and keys are held until a frame has seen them, so nothing depends on speed; every wait is
for a condition.
"""
import contextlib
import json
import os
import pathlib
import subprocess
import tempfile
import time

from desktop import find_tool

BUTTONS = {"left": (1, 1), "middle": (2, 4), "right": (3, 2)}  # X's number, the dump's bit
PATIENCE = 30  # seconds after which a condition that has not come true fails the test


class Window:
    def __init__(self, process, desktop, folder, log):
        self._process, self._desktop, self._folder, self._log = process, desktop, folder, log
        self._id = None

    # -- what the program says ---------------------------------------------------------------------

    @property
    def dump(self):
        """The newest dump; empty before the first."""
        try:
            return json.loads(self._dump_file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}

    @property
    def _dump_file(self):
        return self._folder / "dump.json"

    def wait_for(self, what, condition):
        """Waits until condition(dump) is true and returns what it returned; `what` names it in the
        failure."""
        end = time.monotonic() + PATIENCE
        while True:
            dump = self.dump
            result = condition(dump)
            if result:
                return result
            if self._process.poll() is not None:
                raise AssertionError(
                    f"Fogline ended ({self._process.returncode}) before {what}:\n{self.output()}"
                )
            if time.monotonic() > end:
                raise AssertionError(
                    f"{what}: not within {PATIENCE} s; race {dump.get('race')}, dialog "
                    f"{dump.get('dialog')}, items {sorted(dump.get('items', {}))}\n{self.output()}"
                )
            time.sleep(0.005)

    def output(self):
        return self._log.read_text(encoding="utf-8", errors="replace")

    def box(self, path):
        """The rectangle of an item, once it is on screen and stands still: a popup takes its place
        only after its first frame."""
        last = {}

        def steady(dump):
            box = dump["items"].get(path)
            if box != last.get("box"):
                last.update(box=box, frame=dump["frame"])
            return box if dump["idle"] or dump["frame"] > last.get("frame", 0) else None

        return self.wait_for(f"item {path}", steady)

    def centre(self, path, across=0.5, down=0.5):
        """The item's centre in whole pixels, or another point, given as fractions of its width and
        height."""
        x0, y0, x1, y1 = self.box(path)
        return round(x0 + across * (x1 - x0)), round(y0 + down * (y1 - y0))

    @property
    def session(self):
        return self.dump["session"]

    @property
    def starts(self):
        return [racer["start"] for racer in self.session["racers"]]

    def settle(self):
        """Waits until the camera rests, fades have ended and the race is computed. Not while
        playing."""
        self.wait_for("rest", lambda dump: dump["idle"])

    def screenshot(self):
        """The window's picture, in the same pixels as the items."""
        return self._desktop.screenshot().crop((0, 0, *self._size()))

    # -- what a person does ------------------------------------------------------------------------

    def move(self, x, y):
        self._xdotool("mousemove", "--window", self._id, str(x), str(y))
        self.wait_for(f"pointer at {x},{y}", lambda dump: near(dump["input"]["pointer"], (x, y), 1))

    def press(self, button="left"):
        self._xdotool("mousedown", str(BUTTONS[button][0]))
        mask = BUTTONS[button][1]
        self.wait_for(f"{button} button down", lambda dump: dump["input"]["buttons"] & mask)

    def release(self, button="left"):
        self._xdotool("mouseup", str(BUTTONS[button][0]))
        mask = BUTTONS[button][1]
        self.wait_for(f"{button} button up", lambda dump: not dump["input"]["buttons"] & mask)

    def wheel(self, up):
        self._xdotool("click", "4" if up else "5")

    def click(self, target, **where):
        """Clicks an item by its path, or a point (x, y) of the window."""
        self.move(*(self.centre(target, **where) if isinstance(target, str) else target))
        self.press()
        self.release()

    def drag(self, start, end, steps=5, release=True, button="left"):
        self.move(*start)
        self.press(button)
        for i in range(1, steps + 1):
            self.move(*(round(a + (b - a) * i / steps) for a, b in zip(start, end)))
        if release:
            self.release(button)

    def key(self, combination):
        """Presses and releases keys by their X names: "space", "ctrl+z", "ctrl+shift+s"."""
        names = combination.split("+")
        # Else the last key that was typed would be taken for one of these, and they let go too soon.
        self.wait_for("no key down", lambda dump: dump["input"]["keys"] == 0)
        for name in names:
            self._xdotool("keydown", name)
        self.wait_for(f"{combination} down", lambda dump: dump["input"]["keys"] >= len(names))
        for name in reversed(names):
            self._xdotool("keyup", name)
        self.wait_for(f"{combination} up", lambda dump: dump["input"]["keys"] == 0)

    def type(self, text):
        self._xdotool("type", "--delay", "30", "--", text)

    @contextlib.contextmanager
    def held(self, name):
        """A key stays down while the `with` block lasts."""
        self._xdotool("keydown", name)
        self.wait_for(f"{name} down", lambda dump: dump["input"]["keys"] == 1)
        yield
        self._xdotool("keyup", name)
        self.wait_for(f"{name} up", lambda dump: dump["input"]["keys"] == 0)

    def choose(self, *names):
        """Chooses an item of a menu, or of a menu in a menu: choose("file", "save_as")."""
        path = "menu"
        for name in names:
            path += f"/{name}"
            self.click(path)

    def replace_text(self, text, field):
        """Types `text` over whatever the focused `field` (the path of its item) holds."""
        self.box(field)
        self.key("ctrl+a")
        self.type(text)

    def resize(self, width, height):
        self._xdotool("windowsize", "--sync", self._id, str(width), str(height))
        self.wait_for(f"size {width}x{height}", lambda dump: self._size() == (width, height))

    # -- the end ----------------------------------------------------------------------------------

    def kill(self):
        """As a crash or a power cut would end it."""
        self._process.kill()
        self._process.wait(PATIENCE)

    def terminate(self):
        self._process.terminate()
        return self.wait_for_end()

    def wait_for_end(self):
        """Waits until the program has ended by itself and returns its exit code."""
        return self._process.wait(PATIENCE)

    # -- plumbing ----------------------------------------------------------------------------------

    def _xdotool(self, *arguments):
        environment = {**os.environ, "DISPLAY": self._desktop.display}
        done = subprocess.run(
            [find_tool("xdotool", "xdotool"), *arguments],
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
            stdin=subprocess.DEVNULL,
        )
        return done.stdout.strip()

    def _size(self):
        lines = self._xdotool("getwindowgeometry", "--shell", self._id).splitlines()
        values = dict(line.split("=") for line in lines if "=" in line)
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def _await_first_frame(self):
        self.wait_for("READY on standard output", lambda _: "READY\n" in self.output())
        self.wait_for("first dump", lambda dump: dump)
        self._id = self._xdotool(
            "search", "--sync", "--onlyvisible", "--pid", str(self._process.pid)
        ).splitlines()[0]
        self._xdotool("windowfocus", "--sync", self._id)  # there is no window manager to do it


def near(a, b, tolerance):
    return all(abs(u - v) <= tolerance for u, v in zip(a, b, strict=True))


def fogline():
    """The program under test: FOGLINE_EXECUTABLE, as ctest sets it, or what scripts/build made."""
    built = pathlib.Path(__file__).resolve().parents[3] / "build/src/app/fogline"
    return os.environ.get("FOGLINE_EXECUTABLE", str(built))


def private_environment(folder, **more):
    """The environment of a first start: an empty home in `folder`, Mesa in software, no display
    unless given."""
    kept = {
        k: v
        for k, v in os.environ.items()
        if k not in ("DISPLAY", "WAYLAND_DISPLAY") and not k.startswith("XDG_")
    }
    homes = {
        "HOME": "",
        "XDG_CONFIG_HOME": "config",
        "XDG_STATE_HOME": "state",
        "XDG_CACHE_HOME": "cache",
        "XDG_DATA_HOME": "data",
    }
    return {
        **kept,
        **{k: str(pathlib.Path(folder, v)) for k, v in homes.items()},
        "LIBGL_ALWAYS_SOFTWARE": "1",
        **more,
    }


@contextlib.contextmanager
def started_window(desktop, folder, *arguments):
    """Runs the program on `desktop` with `folder` as home and working directory while the `with`
    block lasts."""
    log, dump = folder / "output.txt", folder / "dump.json"
    dump.unlink(missing_ok=True)
    with open(log, "w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [fogline(), *map(str, arguments), "--ready", "--dump", dump],
            stdout=output,
            stderr=output,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            env=private_environment(folder, DISPLAY=desktop.display),
        )
    window = Window(process, desktop, folder, log)
    try:
        window._await_first_frame()
        yield window
    finally:
        process.kill()
        process.wait(PATIENCE)


@contextlib.contextmanager
def temporary_folder():
    with tempfile.TemporaryDirectory(prefix="fogline-", ignore_cleanup_errors=True) as name:
        yield pathlib.Path(name)
