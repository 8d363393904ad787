# SPDX-License-Identifier: MIT
"""The base of the end-to-end test cases: a fresh home, a private X server, one window; a picture is
kept on failure."""
import contextlib
import functools
import os
import pathlib
import tempfile
import unittest

from desktop import started_desktop
from window import started_window, temporary_folder


class WindowCase(unittest.TestCase):
    """`window` is Fogline at its first start, `folder` its home; `reopen` replaces it by another
    start in that home."""

    def __init__(self, name):
        super().__init__(name)
        setattr(self, name, self._pictured(getattr(self, name)))

    def setUp(self):
        stack = contextlib.ExitStack()
        self.addCleanup(stack.close)
        self.folder = stack.enter_context(temporary_folder())
        self._desktop = stack.enter_context(
            started_desktop(stack.enter_context(temporary_folder()))
        )
        self._windows = stack.enter_context(contextlib.ExitStack())
        self.window = self.reopen()

    def reopen(self, *arguments):
        self._windows.close()
        self.window = self._windows.enter_context(
            started_window(self._desktop, self.folder, *arguments)
        )
        return self.window

    def place(self, across=0.4):
        """Changes the session: a click on the terrain places the shared start elsewhere."""
        window = self.window
        window.settle()
        before = window.starts
        window.click("terrain", across=across)
        window.wait_for("start placed", lambda _: window.starts != before)
        return window.starts

    def _pictured(self, test):
        """The test, which leaves a picture of the screen in FOGLINE_E2E_ARTIFACTS when it fails."""

        @functools.wraps(test)
        def run():
            try:
                test()
            except Exception:
                folder = pathlib.Path(os.environ.get("FOGLINE_E2E_ARTIFACTS", tempfile.gettempdir()))
                folder.mkdir(parents=True, exist_ok=True)
                self._desktop.screenshot().save(folder / f"{self.id()}.png")
                raise

        return run
