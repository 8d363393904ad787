# SPDX-License-Identifier: MIT
"""`fogline run --format python`: the program is Python, and its formula is the landscape's. PyTorch
itself is not needed: a few lines of plain arithmetic stand in for the functions that a formula may
call."""
import contextlib
import csv
import io
import json
import math
import sys
import types
import unittest

import plain_torch
from program import ProgramCase


def stand_in():
    """A module `torch` over plain floats, as far as formulas go."""
    torch = types.ModuleType("torch")
    for name in ("exp", "log", "sin", "cos", "tanh", "atan2", "sqrt"):
        setattr(torch, name, getattr(math, name))
    torch.abs = abs
    torch.floor = math.floor
    torch.where = lambda condition, a, b: a if condition else b
    torch.as_tensor = lambda a: a
    torch.ones_like = lambda a: 1.0
    torch.zeros_like = lambda a: 0.0
    return torch


def loss_of(program):
    """The program's function loss(x, y)."""
    definitions = program.split("torch.set_default_dtype")[0]
    sys.modules["torch"] = stand_in()
    try:
        names = {}
        exec(compile(definitions, "program", "exec"), names)
    finally:
        del sys.modules["torch"]
    return names["loss"]


def run(program):
    """What the program prints, run on plain floats."""
    sys.modules["torch"] = plain_torch.module()
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(program, "program", "exec"), {})
    finally:
        del sys.modules["torch"]
    return printed.getvalue()


def rows(text):
    names = ("step", "x", "y", "loss")
    return [[float(row[name]) for name in names] for row in csv.DictReader(io.StringIO(text))]


class Python(ProgramCase):
    def walk(self, landscape, optimizer, *more, format="csv", start="0.7,-1.3"):
        return self.output("run", "--landscape", landscape, "--optimizer", optimizer,
                           f"--start={start}", "--steps", 4, "--format", format, *more)

    def described(self, what):
        return json.loads(self.output("list", what, "--json"))

    def test_every_formula_is_the_landscapes(self):
        """Also with its parameters moved, and away from the start."""
        for landscape in self.described("landscapes"):
            if landscape["id"] in ("blur", "drift"):
                continue
            moved = [f"--param={p['name']}={p['max']}" for p in landscape["params"][:1]
                     if p["kind"] == "real"]
            for more in ([], moved):
                program = self.walk(landscape["id"], "adam", *more, format="python")
                loss = loss_of(program)
                walked = self.walk(landscape["id"], "random_search", *more)
                for row in csv.DictReader(io.StringIO(walked)):
                    x, y, wanted = (float(row[name]) for name in ("x", "y", "loss"))
                    self.assertAlmostEqual(loss(x, y), wanted, delta=1e-12 * max(1, abs(wanted)),
                                           msg=f"{landscape['id']} {more} at {x}, {y}")

    def test_every_per_coordinate_method_has_a_program_that_compiles(self):
        have = set()
        for optimizer in self.described("optimizers"):
            done = self.start("run", "--landscape", "himmelblau", "--optimizer", optimizer["id"],
                              "--start=0,0", "--steps", 3, "--format", "python")
            if done.returncode == 0:
                compile(done.stdout, optimizer["id"], "exec")
                self.assertIn("range(3 + 1)", done.stdout)
                have.add(optimizer["id"])
            else:
                self.assertIn("per-coordinate", done.stderr)
        self.assertEqual(len(have), 17)
        self.assertTrue({"gradient_descent", "adam", "lion", "rprop"} <= have)

    def test_a_start_at_whole_numbers_is_walked_too(self):
        axes = ("gradient_descent", "--set", "learning_rate=0.01")
        ours = self.walk("himmelblau", *axes, start="1,2")
        theirs = run(self.walk("himmelblau", *axes, start="1,2", format="python"))
        for here, there in zip(rows(ours), rows(theirs), strict=True):
            for a, b in zip(here, there):
                self.assertAlmostEqual(a, b, delta=1e-12 * max(1, abs(a)))

    def test_what_is_not_repeated_is_said(self):
        program = self.walk("himmelblau", "adam", "--axis", "noise.sigma=0.1", "--axis",
                            "clipping.limit=3", format="python")
        self.assertIn("# Not repeated here: Gradient noise.", program)
        for optimizer, axis in (("lion", "schedule.kind=step"), ("rprop", "schedule.kind=step"),
                                ("adam", "schedule.kind=one_cycle")):
            program = self.walk("himmelblau", optimizer, "--axis", axis, format="python")
            self.assertIn("# Not repeated here: Schedule.", program)

    def test_axes_that_torch_has_are_repeated(self):
        for axes in (["schedule.kind=step", "schedule.period=3"],
                     ["schedule.kind=exponential", "schedule.period=5", "schedule.warmup=4"],
                     ["schedule.kind=inverse_time", "schedule.period=4"],
                     ["schedule.kind=cosine", "schedule.period=8", "schedule.floor=0.1"],
                     ["schedule.kind=cosine_restarts", "schedule.period=4"],
                     ["schedule.kind=constant", "schedule.warmup=5"],
                     ["regularization.l2=0.3", "regularization.l1=0.2"],
                     ["decoupled_weight_decay.weight_decay=0.5"],
                     ["clipping.limit=2"], ["clipping.by=value", "clipping.limit=1.5"],
                     ["schedule.period=6", "regularization.l1=0.1", "clipping.limit=4",
                      "decoupled_weight_decay.weight_decay=0.2"]):
            for optimizer in ("gradient_descent", "momentum"):
                with self.subTest(optimizer=optimizer, axes=axes):
                    self.assert_repeats(optimizer, axes)

    def assert_repeats(self, optimizer, axes):
        """The program's rows are those of the walk."""
        more = [f"--axis={axis}" for axis in axes]
        arguments = ("run", "--landscape", "booth", "--optimizer", optimizer, "--start=-4,3",
                     "--set", "learning_rate=0.02", "--steps", 12, *more)
        program = self.output(*arguments, "--format", "python")
        self.assertNotIn("Not repeated", program)
        printed = rows(run(program))
        walked = rows(self.output(*arguments))
        self.assertEqual(len(printed), len(walked))
        for mine, theirs in zip(printed, walked):
            for a, b in zip(mine, theirs):
                self.assertAlmostEqual(a, b, delta=1e-11 * max(1, abs(b)))

    def test_a_landscape_without_a_formula_is_refused(self):
        self.assert_refused("run", "--landscape", "blur", "--optimizer", "adam", "--start=0,0",
                            "--steps", 3, "--format", "python", words=["another landscape"])


if __name__ == "__main__":
    unittest.main()
