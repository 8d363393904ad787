# SPDX-License-Identifier: MIT
"""`fogline basins`, `sweep` and `merge`: columns, three kinds of file, parts, and mistakes."""
import csv
import io
import json
import math
import os
import resource
import shutil
import struct
import subprocess
import unittest

from program import ProgramCase, read_pixels, read_png
from window import fogline, private_environment

HIMMELBLAU = ("--landscape", "himmelblau", "--optimizer", "momentum", "--set=learning_rate=0.001")
BASINS = ("basins", *HIMMELBLAU, "--size", "48x40", "--steps", 600)
SWEEP = ("sweep", "--landscape", "himmelblau", "--optimizer", "momentum", "--steps", 100,
         "--x", "learning_rate=1e-4:1:log", "--y", "momentum=0:0.9", "--size", "7x3")  # fmt: skip


def read_npy(path):
    """Shape and numbers of an array of 8-byte floats, format version 1.0."""
    data = path.read_bytes()
    if data[:8] != b"\x93NUMPY\x01\x00":
        raise ValueError("no NPY")
    (length,) = struct.unpack("<H", data[8:10])
    header = eval(data[10 : 10 + length], {})  # a literal dict, by its definition
    if (header["descr"], header["fortran_order"], (10 + length) % 64) != ("<f8", False, 0):
        raise ValueError(header)
    count = (len(data) - 10 - length) // 8
    return header["shape"], struct.unpack(f"<{count}d", data[10 + length :])


class Many(ProgramCase):
    def rows(self, name):
        return list(csv.DictReader(io.StringIO((self.folder / name).read_text())))

    def test_basins_are_a_row_for_each_start(self):
        self.assertEqual(self.output(*BASINS, "--out", "map.csv"), "")
        rows = self.rows("map.csv")
        self.assertEqual(list(rows[0]), "x,y,end_x,end_y,loss,steps,verdict,basin".split(","))
        self.assertEqual(len(rows), 48 * 40)
        self.assertAlmostEqual(float(rows[0]["x"]), -5 + 10 * 0.5 / 48)
        self.assertAlmostEqual(float(rows[48]["y"]), -5 + 10 * 1.5 / 40)
        self.assertEqual({row["basin"] for row in rows}, set("0123"))
        self.assertEqual({row["verdict"] for row in rows}, {"global_minimum"})

    def test_a_pixel_is_what_run_prints(self):
        self.output(*BASINS, "--out", "map.csv")
        for row in self.rows("map.csv")[5:2000:300]:
            start = f"--start={row['x']},{row['y']}"
            text = self.output("run", *HIMMELBLAU, start, "--steps", row["steps"])
            end = list(csv.DictReader(io.StringIO(text)))[-1]
            self.assertEqual((end["x"], end["y"], end["loss"]),
                             (row["end_x"], row["end_y"], row["loss"]))  # fmt: skip

    def test_npy_holds_the_numbers_of_csv(self):
        for ending in ("csv", "npy"):
            self.output(*BASINS, "--out", f"map.{ending}")
        shape, numbers = read_npy(self.folder / "map.npy")
        self.assertEqual(shape, (40, 48, 8))
        for i, row in enumerate(self.rows("map.csv")):
            for k, name in ((0, "x"), (1, "y"), (2, "end_x"), (4, "loss"), (5, "steps")):
                self.assertEqual(numbers[8 * i + k], float(row[name]))
            self.assertEqual(numbers[8 * i + 7], int(row["basin"]))

    def test_a_picture_has_a_pixel_for_each_start(self):
        self.output(*BASINS, "--out", "map.png")
        width, height, colours = read_png(self.folder / "map.png")
        self.assertEqual((width, height), (48, 40))
        self.assertGreater(colours, 8)

    def test_threads_and_parts_change_no_byte(self):
        for command in (BASINS, (*SWEEP, "--start=1,1")):
            for ending in ("csv", "npy", "png"):
                self.output(*command, "--threads", 1, "--out", f"one.{ending}")
                self.output(*command, "--threads", 3, "--out", f"three.{ending}")
                parts = []
                for i in (1, 2, 3):
                    parts.append(f"{i}.part")
                    self.output(*command, "--shard", f"{i}/3", "--out", parts[-1])
                self.output("merge", *parts[::-1], "--out", f"merged.{ending}")
                whole = (self.folder / f"one.{ending}").read_bytes()
                for name in ("three", "merged"):
                    self.assertEqual((self.folder / f"{name}.{ending}").read_bytes(), whole)

    @unittest.skipUnless(shutil.which("parallel"), "GNU parallel is not installed")
    def test_gnu_parallel_makes_the_parts(self):
        self.output(*BASINS, "--out", "whole.csv")
        command = " ".join(map(str, (fogline(), *BASINS, "--threads 1 --shard {}/4 --out {}.part")))
        subprocess.run(
            ["parallel", "--will-cite", "--jobs", "2", command, ":::", "1", "2", "3", "4"],
            env=private_environment(self.folder), cwd=self.folder, check=True, timeout=100,
        )  # fmt: skip
        self.output("merge", *(f"{i}.part" for i in range(1, 5)), "--out", "merged.csv")
        self.assertEqual((self.folder / "merged.csv").read_bytes(),
                         (self.folder / "whole.csv").read_bytes())  # fmt: skip

    def test_a_sweep_is_a_row_for_each_pair_of_values(self):
        self.output(*SWEEP, "--starts", 4, "--seed", 2, "--out", "sweep.csv")
        rows = self.rows("sweep.csv")
        names = "learning_rate,momentum,loss,cost,finished,verdict".split(",")
        self.assertEqual((list(rows[0]), len(rows)), (names, 21))
        self.assertEqual((rows[0]["learning_rate"], rows[6]["learning_rate"]), ("0.0001", "1"))
        self.assertEqual(rows[-1]["verdict"], "diverged")
        self.assertEqual(max(int(row["finished"]) for row in rows), 4)
        for row in rows:
            self.assertEqual(row["cost"] == "", row["finished"] == "0")

    def test_a_sweep_of_one_hyperparameter(self):
        one = [word for word in SWEEP if word not in ("--y", "momentum=0:0.9")][:-1]
        self.output(*one, "5x1", "--start=1,1", "--out", "line.csv")
        self.assertEqual(len(self.rows("line.csv")), 5)

    def test_a_sweep_of_a_whole_number_names_the_numbers_it_used(self):
        self.output("sweep", "--landscape", "bohachevsky", "--optimizer", "lbfgs", "--start=5,7",
                    "--x", "memory=1:3", "--size", "5x1", "--steps", 9, "--out", "a.csv")  # fmt: skip
        self.assertEqual([row["memory"] for row in self.rows("a.csv")], ["1", "2", "2", "3", "3"])

    def test_a_sweep_of_what_an_axis_lets_people_set(self):
        noisy = [word if word != "momentum=0:0.9" else "noise.sigma=0:2" for word in SWEEP]
        self.output(*noisy, "--axis", "noise.sigma=1", "--start=1,1", "--out", "noise.csv")
        rows = self.rows("noise.csv")
        self.assertEqual(rows[-1]["noise.sigma"], "2")
        self.assertNotEqual(rows[3]["loss"], rows[17]["loss"])
        self.assert_refused(*noisy, "--start=1,1", "--out", "a.csv", words=("noise.sigma",))

    def test_a_picture_of_a_sweep_shows_the_limit_of_stability(self):
        self.output(*SWEEP[:-1], "49x9", "--start=3,1.5", "--out", "limit.png")
        width, height, pixels = read_pixels(self.folder / "limit.png")
        for row in range(height):
            line = pixels[row * width : (row + 1) * width]
            at = [i for i, pixel in enumerate(line) if pixel[:3] == bytes((0xF5, 0xF7, 0xFA))]
            momentum = 0.9 * (height - 1 - row) / (height - 1)
            limit = 2 * (1 + momentum) / 82.28428  # the largest curvature at (3, 2)
            self.assertTrue(at)
            self.assertAlmostEqual(sum(at) / len(at), 48 * (1 + math.log10(limit) / 4), delta=1)

    def test_a_picture_of_a_sweep_shows_what_it_is_asked_for(self):
        def picture(name, *options):
            self.output(*SWEEP, "--starts", 4, *options, "--out", name)
            return [pixel[:3] for pixel in read_pixels(self.folder / name)[2]]

        self.output(*SWEEP, "--starts", 4, "--out", "sweep.csv")
        rows = self.rows("sweep.csv")
        rows = [row for j in (2, 1, 0) for row in rows[7 * j : 7 * j + 7]]  # y upwards
        by_loss, by_cost = picture("loss.png"), picture("cost.png", "--colour", "cost")
        by_verdict = picture("verdict.png", "--colour", "verdict")
        limit = bytes((0xF5, 0xF7, 0xFA))
        seen = [
            (row, loss, cost, verdict)
            for row, loss, cost, verdict in zip(rows, by_loss, by_cost, by_verdict, strict=True)
            if loss != limit
        ]
        self.assertGreater(len(seen), 10)
        hues = {row["verdict"]: verdict for row, _, _, verdict in seen}
        self.assertGreater(len(set(hues.values())), 1)
        for row, _, _, verdict in seen:
            self.assertEqual(verdict, hues[row["verdict"]])

        def brightest_first(name, column):
            shown = [
                (float(row[name]), sum(tones[column]))
                for row, *tones in seen
                if row[name] and row["verdict"] != "diverged" and int(row["finished"]) >= 2
            ]
            self.assertGreater(len(shown), 4)
            lightness = [light for _, light in sorted(shown)]
            self.assertEqual(lightness, sorted(lightness, reverse=True))
            self.assertGreater(lightness[0], lightness[-1])

        brightest_first("loss", 0)
        brightest_first("cost", 1)
        whole = (self.folder / "cost.png").read_bytes()
        for i in (1, 2):
            self.output(*SWEEP, "--starts", 4, "--shard", f"{i}/2", "--out", f"{i}.part")
        self.output("merge", "1.part", "2.part", "--colour", "cost", "--out", "merged.png")
        self.assertEqual((self.folder / "merged.png").read_bytes(), whole)

    def test_a_part_holds_no_more_than_its_share(self):
        def little_memory():
            resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))

        self.output(*SWEEP[:-1], "8192x8192", "--start=1,1", "--shard", "1/65536",
                    "--threads", 1, "--out", "1.part", preexec_fn=little_memory)  # fmt: skip
        results = (self.folder / "1.part").read_bytes().split(b"\n", 1)[1]
        self.assertEqual(len(results), 1024 * 24)

    def test_a_pipe_is_written_to_once(self):
        os.mkfifo(self.folder / "pipe.csv")
        with (self.folder / "copy.csv").open("wb") as copy:
            reader = subprocess.Popen(["cat", self.folder / "pipe.csv"], stdout=copy)
            self.output(*BASINS, "--out", "pipe.csv")
            self.assertEqual(reader.wait(), 0)
        self.assertEqual(len(self.rows("copy.csv")), 48 * 40)

    def test_progress_goes_to_standard_error(self):
        done = self.start(*BASINS, "--progress", "--out", "map.npy")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertIn("fogline: 100 %", done.stderr)

    def test_mistakes_are_sentences(self):
        for words, *arguments in (
            (("--out", ".png"), *BASINS, "--out", "map.jpg"),
            (("--size", "WIDTHxHEIGHT"), *BASINS, "--size", "0x7", "--out", "a.csv"),
            (("--size",), *BASINS, "--size", "99999x99999", "--out", "a.csv"),
            (("--domain", "X0,X1,Y0,Y1"), *BASINS, "--domain=1,2,3", "--out", "a.csv"),
            (("--domain",), *BASINS, "--domain=2,1,3,4", "--out", "a.csv"),
            (("--steps",), *BASINS[:-1], 0, "--out", "a.csv"),
            (("--shard", "I/N"), *BASINS, "--shard", "4/3", "--out", "a"),
            (("--x", "LO:HI"), *SWEEP, "--start=1,1", "--x", "learning_rate=3", "--out", "a.csv"),
            (("learning_rate",), *SWEEP, "--start=1,1", "--x", "rate=1:3", "--out", "a.csv"),
            (("learning_rate", "too far"), *SWEEP, "--start=1,1", "--x",
             "learning_rate=1e-320:1:log", "--out", "a.csv"),
            (("learning_rate", "too far"), *SWEEP, "--start=1,1", "--x",
             "learning_rate=-1e308:1e308", "--out", "a.csv"),
            (("--domain",), *SWEEP, "--start=1,1", "--domain=5,1,2,3", "--out", "a.csv"),
            (("--domain",), *BASINS, "--domain=-1e308,1e308,-1,1", "--out", "a.csv"),
            (("no folder", "does not exist"), *BASINS, "--out", "no folder/a.csv"),
            (("no folder", "does not exist"), *BASINS, "--shard", "1/2", "--out", "no folder/a"),
            (("--y: momentum takes all values", "leave it out of --set"), *SWEEP, "--start=1,1",
             "--set", "momentum=0.5", "--out", "a.csv"),
            (("--colour", "--shard"), *SWEEP, "--start=1,1", "--shard", "1/2", "--colour", "cost",
             "--out", "a"),
            (("--start",), *SWEEP, "--out", "a.csv"),
            (("--start",), *SWEEP, "--start=1,1", "--starts", 3, "--out", "a.csv"),
            (("no file",), "merge", "none.part", "--out", "a.csv"),
        ):  # fmt: skip
            if words == ("no file",):
                words = ("none.part",)
            for option in ("--size", "--x"):  # given once: replace the good one
                while arguments.count(option) > 1:
                    at = arguments.index(option)
                    del arguments[at : at + 2]
            self.assert_refused(*arguments, words=words)

    def test_parts_that_do_not_belong_together_are_refused(self):
        for i in (1, 2, 3):
            self.output(*BASINS, "--shard", f"{i}/3", "--out", f"{i}.part")
        self.output(*BASINS, "--seed", 2, "--shard", "3/3", "--out", "other.part")
        merge = ("merge", "--out", "map.csv")
        parts = ("1.part", "2.part", "3.part")
        self.assert_refused(*merge, *parts, "--colour", "loss", words=("--colour", "sweep"))
        self.assert_refused(*merge, "1.part", "3.part", words=("part 2 of 3 is missing",))
        self.assert_refused(*merge, "1.part", "1.part", "2.part", "3.part", words=("twice",))
        self.assert_refused(*merge, "1.part", "2.part", "other.part", words=("another work",))
        os.mkfifo(self.folder / "pipe.part")
        self.assert_refused(*merge, "1.part", "pipe.part", words=("pipe.part", "files"))
        text = self.write("no.part", "hello\n")
        self.assert_refused(*merge, text, words=("no part",))
        self.assert_refused(*merge, "-", words=("-: is a pipe",))
        data = (self.folder / "2.part").read_bytes()
        for damaged, what in (
            (data[:-3], "the part is cut short"),
            (data + b"x", "the part is longer than its work"),
            (data[:-4] + b"\xff\xff\xff\xff", "the part is damaged"),
            (data.replace(b'"2/3"', b'"9/3"', 1), "no part"),
            (data.replace(b'"fogline_part":2', b'"fogline_part":1', 1), "another version"),
        ):
            (self.folder / "2.part").write_bytes(damaged)
            self.assert_refused(*merge, "1.part", "2.part", "3.part", words=("2.part:", what))
        header = json.loads(data.split(b"\n")[0])
        self.assertEqual((header["command"], header["shard"]), ("basins", "2/3"))
        self.assertFalse((self.folder / "map.csv").exists())


if __name__ == "__main__":
    unittest.main()
