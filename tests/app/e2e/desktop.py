# SPDX-License-Identifier: MIT
"""A private X server (Xvfb): started on a free number, photographed, stopped. The user's own
display is never touched."""
import contextlib
import os
import pathlib
import shutil
import subprocess

from image import Image

WIDTH, HEIGHT = 1600, 1000


class Desktop:
    """`display` is its name (":99"), `screenshot()` its picture as an Image."""

    def __init__(self, display, frame_buffer):
        self.display = display
        self._frame_buffer = frame_buffer

    def screenshot(self):
        return Image.from_xwd(self._frame_buffer.read_bytes())


def find_tool(name, package):
    found = shutil.which(name)
    if not found:
        raise RuntimeError(f"the end-to-end tests need {name}: apt-get install {package}")
    return found


@contextlib.contextmanager
def started_desktop(folder):
    """Runs Xvfb while the `with` block lasts; it keeps its frame buffer as a file in `folder`."""
    read_end, write_end = os.pipe()
    # -r: no key repeat while a test holds a key; -noreset: properties outlive the last client
    command = [
        find_tool("Xvfb", "xvfb"),
        "-displayfd",
        str(write_end),
        "-screen",
        "0",
        f"{WIDTH}x{HEIGHT}x24",
        "-noreset",
        "-r",
        "-nolisten",
        "tcp",
        "-fbdir",
        str(folder),
    ]
    log = pathlib.Path(folder, "xvfb.log")
    with open(log, "w", encoding="utf-8") as output:
        server = subprocess.Popen(
            command, pass_fds=[write_end], stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start:\n" + log.read_text(encoding="utf-8"))
        yield Desktop(":" + number, pathlib.Path(folder, "Xvfb_screen0"))
    finally:
        server.terminate()
        server.wait(20)
