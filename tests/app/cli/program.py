# SPDX-License-Identifier: MIT
"""The base of the command-line test cases: the program in a folder and a home of its own, without a
display."""
import contextlib
import pathlib
import struct
import subprocess
import sys
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e"))
from window import fogline, private_environment, temporary_folder  # noqa: E402


class ProgramCase(unittest.TestCase):
    maxDiff = 2000

    def setUp(self):
        stack = contextlib.ExitStack()
        self.addCleanup(stack.close)
        self.folder = stack.enter_context(temporary_folder())

    def start(self, *arguments, stdin="", environment=None, **more):
        """Runs the program to its end; `environment` is added to a private one."""
        options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 100, **more}
        return subprocess.run(
            [fogline(), *map(str, arguments)],
            env=private_environment(self.folder, **(environment or {})),
            cwd=self.folder,
            input=stdin,
            text=True,
            encoding="utf-8",
            **options,
        )

    def output(self, *arguments, **more):
        """What it prints when all goes well: then it says nothing on standard error."""
        done = self.start(*arguments, **more)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def assert_refused(self, *arguments, code=2, words=(), **more):
        """It ends with this code and one line on standard error that holds the words."""
        done = self.start(*arguments, **more)
        self.assertEqual(done.returncode, code, f"{arguments}: {done.stderr}")
        self.assertEqual(done.stderr.count("\n"), 1, f"one line, not: {done.stderr}")
        self.assertTrue(done.stderr.startswith("fogline: "), done.stderr)
        for word in words:
            self.assertIn(word, done.stderr)
        if "stdout" not in more:
            self.assertEqual(done.stdout, "")

    def write(self, name, text):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


def read_png(path):
    """Width, height, and how many colours a PNG of 8 bits a channel shows."""
    width, height, pixels = read_pixels(path)
    return width, height, len(set(pixels))


def read_pixels(path):
    """Width, height, and the pixels of a PNG of 8 bits a channel, left to right and down."""
    data = path.read_bytes()
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("no PNG")
    width, height, depth, kind = struct.unpack(">2I2B", data[16:26])
    if depth != 8 or kind not in (2, 6):
        raise ValueError(f"depth {depth}, colour type {kind}")
    at, packed = 8, b""
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += 12 + length
    return width, height, list(unfiltered(zlib.decompress(packed), width, height, kind))


def unfiltered(lines, width, height, kind):
    """The pixels, left to right and down (PNG specification, 9.2)."""
    size = 3 if kind == 2 else 4
    stride, above = size * width, bytes(size * width)
    for y in range(height):
        rule, line = lines[y * (stride + 1)], lines[y * (stride + 1) + 1 : (y + 1) * (stride + 1)]
        row = bytearray(line)
        for i in range(stride):
            left = row[i - size] if i >= size else 0
            corner = above[i - size] if i >= size else 0
            row[i] = (line[i] + predicted(rule, left, above[i], corner)) & 255
        above = row
        yield from (bytes(row[i : i + size]) for i in range(0, stride, size))


def predicted(rule, left, up, corner):
    if rule == 4:
        return min((left, up, corner), key=lambda value: abs(left + up - corner - value))
    return (0, left, up, (left + up) // 2)[rule]
