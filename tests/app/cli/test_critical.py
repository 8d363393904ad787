# SPDX-License-Identifier: MIT
"""`fogline critical`: what a script reads of a landscape's critical points."""
import collections
import csv
import io
import json
import unittest

from program import ProgramCase

HEADER = ["kind", "x", "y", "value", "eigenvalue_low", "eigenvalue_high"]


class Critical(ProgramCase):
    def rows(self, landscape, *more):
        text = self.output("critical", "--landscape", landscape, "--format", "csv", *more)
        rows = list(csv.reader(io.StringIO(text)))
        self.assertEqual(rows[0], HEADER)
        return [[row[0], *map(float, row[1:])] for row in rows[1:]]

    def kinds(self, *arguments):
        return collections.Counter(row[0] for row in self.rows(*arguments))

    def test_himmelblau_has_four_minima_four_saddles_and_a_maximum(self):
        rows = self.rows("himmelblau")
        kinds = collections.Counter(row[0] for row in rows)
        self.assertEqual(kinds, {"minimum": 4, "saddle": 4, "maximum": 1})
        self.assertEqual([row[3] for row in rows], sorted(row[3] for row in rows))
        self.assertTrue(any(abs(x - 3) + abs(y - 2) < 1e-12 for _, x, y, *_ in rows))
        for kind, _, _, _, low, high in rows:
            signs = {"minimum": low > 0, "saddle": low < 0 < high, "maximum": high < 0}
            self.assertLessEqual(low, high)
            self.assertTrue(signs[kind])

    def test_rastrigin_is_counted_to_the_last(self):
        kinds = self.kinds("rastrigin")
        self.assertEqual(kinds, {"minimum": 121, "saddle": 220, "maximum": 100})

    def test_a_curve_has_tops_and_no_saddles(self):
        self.assertEqual(self.kinds("double_well_1d"), {"minimum": 2, "maximum": 1})

    def test_json_says_the_same_with_eigenvectors(self):
        text = self.output("critical", "--landscape", "six_hump_camel", "--format", "json")
        points = json.loads(text)
        rows = self.rows("six_hump_camel")
        self.assertEqual(len(points), len(rows))
        for point, row in zip(points, rows):
            self.assertEqual(
                [point["kind"], point["x"], point["y"], point["value"], *point["eigenvalues"]], row
            )
            (a, b), (c, d) = point["eigenvectors"]
            self.assertAlmostEqual(a * a + b * b, 1)
            self.assertAlmostEqual(a * c + b * d, 0)

    def test_a_cone_has_no_finite_eigenvalues(self):
        box = ("--domain", "-0.4,0.4,-0.4,0.4")
        self.assertEqual(self.rows("ackley", *box), [["degenerate", 0, 0, 0, *[float("inf")] * 2]])
        text = self.output("critical", "--landscape", "ackley", "--format", "json", *box)
        self.assertEqual(json.loads(text)[0]["eigenvalues"], [None, None])

    def test_params_and_domain_are_those_asked_for(self):
        self.assertEqual(len(self.rows("rosenbrock", "--param", "a=0.5")), 1)
        self.assertEqual(self.rows("rosenbrock", "--param", "a=0.5")[0][1:3], [0.5, 0.25])
        self.assertEqual(self.kinds("rastrigin", "--domain=-0.6,0.6,-0.6,0.6"),
                         {"minimum": 1, "saddle": 4, "maximum": 4})  # fmt: skip
        self.assertEqual(self.rows("bowl", "--domain", "1,2,1,2"), [])
        empty = self.output("critical", "--landscape", "bowl", "--domain=1,2,1,2", "--format=json")
        self.assertEqual(json.loads(empty), [])

    def test_it_writes_a_file_and_says_how_complete_it_is(self):
        path = self.folder / "points.csv"
        done = self.start("critical", "--landscape", "peaks", "--out", path, "--verbose")
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertEqual(len(path.read_text(encoding="utf-8").splitlines()), 10)
        self.assertIn("complete as far as the index tells", done.stderr)

    def test_a_mistake_is_named(self):
        on = ("critical", "--landscape")
        self.assert_refused("critical", words=("--landscape",))
        self.assert_refused(*on, "himelblau", words=("himmelblau",))
        self.assert_refused(*on, "bowl", "--param", "a=1", words=("--param",))
        self.assert_refused(*on, "bowl", "--format", "xml", words=("--format",))
        for domain in ("1,2,3", "1,2,3,4,5", "1,2,3,x", "2,1,0,1", "0,1,1,1", "0,1,0,inf", ",,,", ""):
            self.assert_refused(*on, "bowl", f"--domain={domain}", words=("--domain",))
        self.assert_refused(*on, "bowl", "--out", "/nowhere/x.csv", code=2, words=("nowhere",))


if __name__ == "__main__":
    unittest.main()
