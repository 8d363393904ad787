# SPDX-License-Identifier: MIT
"""`fogline list`: everything described, in the shape that scripts rely on."""
import json
import math
import pathlib
import unittest

from program import ProgramCase

COMMON = {"id", "name", "formula", "source", "params"}
PAGES = pathlib.Path(__file__).resolve().parents[3] / "docs" / "reference"
PARAM = ["name", "kind", "default", "min", "max", "scale", "help"]


class List(ProgramCase):
    def entries(self, what):
        return json.loads(self.output("list", what, "--json"))

    def check_params(self, entry):
        names = [param["name"] for param in entry["params"]]
        self.assertEqual(len(names), len(set(names)), entry["id"])
        for param in entry["params"]:
            extra = ["choices"] if param["kind"] == "choice" else []
            self.assertEqual(list(param), PARAM + extra, entry["id"])
            self.assertIn(param["kind"], ("real", "integer", "switch", "choice"))
            self.assertIn(param["scale"], ("linear", "log"))
            self.assertTrue(param["help"], param["name"])
            if param["kind"] in ("real", "integer"):
                self.assertLess(param["min"], param["max"], param["name"])
            if param["kind"] == "choice":
                self.assertIn(param["default"], param["choices"])
            if param["scale"] == "log":
                self.assertGreater(param["min"], 0, param["name"])

    def check(self, what, fields):
        entries = self.entries(what)
        self.assertEqual(len({entry["id"] for entry in entries}), len(entries))
        for entry in entries:
            self.assertLessEqual(fields, set(entry), entry["id"])
            self.assertRegex(entry["id"], r"^[a-z0-9_]+$")
            self.assertTrue(entry["name"] and entry["formula"] and entry["source"], entry["id"])
            self.check_params(entry)
        return entries

    def test_landscapes_have_a_domain_and_minima_inside_it(self):
        for entry in self.check("landscapes", COMMON | {"domain", "minima"}):
            low_x, high_x, low_y, high_y = entry["domain"]
            self.assertLess(low_x, high_x)
            self.assertLess(low_y, high_y)
            for x, y in entry["minima"]:
                self.assertTrue(low_x <= x <= high_x and low_y <= y <= high_y, entry["id"])
                self.assertTrue(math.isfinite(x + y))

    def test_optimizers_and_axes_are_described(self):
        ids = [entry["id"] for entry in self.check("optimizers", COMMON)]
        self.assertIn("adam", ids)
        axes = {entry["id"]: entry for entry in self.check("axes", COMMON)}
        self.assertEqual(
            list(axes),
            ["schedule", "noise", "mini_batches", "coordinate_mask", "regularization",
             "decoupled_weight_decay", "clipping", "averaging", "early_stopping", "restarts",
             "warm_start", "ensemble"],
        )  # fmt: skip
        kinds = next(p for p in axes["schedule"]["params"] if p["name"] == "kind")["choices"]
        self.assertEqual(
            kinds,
            ["constant", "step", "exponential", "inverse_time", "cosine", "cosine_restarts",
             "one_cycle", "reduce_on_plateau"],
        )  # fmt: skip
        self.assertIn("not dropout", axes["coordinate_mask"]["note"])

    def test_the_reference_pages_are_what_the_program_prints(self):
        for what in ("landscapes", "optimizers", "axes"):
            page = (PAGES / f"{what}.md").read_text(encoding="utf-8")
            self.assertEqual(page, self.output("list", what, "--markdown"),
                             "run scripts/write-reference")
            for entry in self.entries(what):
                self.assertIn(f"`{entry['id']}`", page)
                for param in entry["params"]:
                    self.assertIn(f"| `{param['name']}` |", page)

    def test_the_text_names_every_entry(self):
        for what in ("landscapes", "optimizers", "axes"):
            text = self.output("list", what)
            for entry in self.entries(what):
                self.assertIn(f"{entry['id']}  ({entry['name']})", text)
                for param in entry["params"]:
                    self.assertIn(f"    {param['name']} = ", text)

    def test_every_default_is_taken_back(self):
        for what, option, other in (
            ("landscapes", "--param", ("--optimizer", "adam", "--landscape")),
            ("optimizers", "--set", ("--landscape", "bowl", "--optimizer")),
        ):
            for entry in self.entries(what):
                given = [
                    f"{param['name']}={str(param['default']).lower()}" for param in entry["params"]
                ]
                options = [word for one in given for word in (option, one)]
                start = ("--start=0.5,0.25", "--steps", 1)
                self.output("run", *other, entry["id"], *start, *options)

    def test_anything_else_is_refused_with_what_there_is(self):
        self.assert_refused("list", "landscape", "--json", words=("landscapes",))
        self.assert_refused("list", "panels", words=("landscapes", "optimizers", "axes"))


if __name__ == "__main__":
    unittest.main()
