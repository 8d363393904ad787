# SPDX-License-Identifier: MIT
"""`fogline race` and `fogline check`: standings of good sessions, plain words about bad ones."""
import csv
import io
import json
import unittest

from program import ProgramCase

FIELDS = "rank,racer,optimizer,loss,gap,x,y,step,cost,finish_step,finish_cost,verdict,walker_says,map_says,evidence,escapes".split(",")
COLUMNS = "rank,racer,optimizer,loss,gap,x,y,step,cost,finish_step,finish_cost,verdict,evidence".split(",")
SESSION = {
    "version": 1,
    "landscape": {"id": "rosenbrock", "params": {"b": 10}},
    "racers": [
        {"name": 'The "first", so to say', "optimizer": "adam", "start": [-1.5, 2]},
        {"optimizer": "gradient_descent", "set": {"learning_rate": 0.001}, "start": [-1.5, 2]},
        {"name": "Zufall \u00e9", "optimizer": "annealing", "start": [-1.5, 2]},
    ],
    "budget": {"unit": "steps", "amount": 200},
}


class Race(ProgramCase):
    def setUp(self):
        super().setUp()
        self.file = self.write("race.json", json.dumps(SESSION))

    def rows(self, *more):
        return json.loads(self.output("race", *more, "--format", "json"))

    def test_json_has_a_ranked_row_for_each_racer(self):
        rows = self.rows(self.file)
        self.assertEqual(len(rows), 3)
        for row in rows:
            self.assertEqual(list(row), FIELDS)
            self.assertTrue(row["verdict"] and row["walker_says"], row)
            for number in ("loss", "slope", "newton_step", "displacement", "gap"):
                self.assertIsInstance(row["evidence"][number], (int, float), number)
        self.assertEqual([row["rank"] for row in rows], [1, 2, 3])
        self.assertEqual([row["loss"] for row in rows], sorted(row["loss"] for row in rows))

    def test_csv_says_the_same(self):
        text = self.output("race", self.file, "--format", "csv")
        rows = list(csv.DictReader(io.StringIO(text)))
        self.assertEqual(list(rows[0]), COLUMNS)
        for row, entry in zip(rows, self.rows(self.file), strict=True):
            self.assertEqual((row["racer"], row["verdict"]), (entry["racer"], entry["verdict"]))
            self.assertEqual(row["evidence"], f'{entry["walker_says"]} {entry["map_says"]}')
            for field in ("loss", "gap", "x", "y", "step", "cost"):
                self.assertEqual(float(row[field]), entry[field])

    def test_the_table_is_the_default_and_names_everybody(self):
        lines = self.output("race", self.file).splitlines()
        self.assertEqual(len(lines), 4)
        for racer in SESSION["racers"]:
            self.assertTrue(any(racer.get("name", "Gradient descent") in line for line in lines))

    def test_twice_the_same_bytes_whatever_the_locale_and_by_standard_input_too(self):
        command = ("race", self.file, "--format", "csv")
        outputs = {
            self.output(*command, environment={"LC_ALL": locale})
            for locale in ("C", "C", "de_DE.UTF-8")
        }
        outputs.add(self.output("race", "-", "--format", "csv", stdin=json.dumps(SESSION)))
        self.assertEqual(len(outputs), 1)

    def test_a_race_agrees_with_a_run(self):
        run = self.output(
            "run", "--landscape=rosenbrock", "--param=b=10", "--optimizer=gradient_descent",
            "--set=learning_rate=0.001", "--start=-1.5,2", "--steps=200", "--format=json",
        )  # fmt: skip
        row = next(r for r in self.rows(self.file) if r["optimizer"] == "gradient_descent")
        last = json.loads(run)[-1]
        self.assertEqual((row["x"], row["y"], row["loss"]), (last["x"], last["y"], last["loss"]))

    def test_verdicts_say_where_racers_ended(self):
        trap = {"version": 1, "landscape": {"id": "comfortable_trap"}, "budget": {"amount": 400}}
        racer = {"optimizer": "gradient_descent", "start": [-3.5, -3]}
        rates = {"local_minimum": 0.02, "budget_spent": 1e-5, "diverged": 10}
        trap["racers"] = [{**racer, "set": {"learning_rate": rate}} for rate in rates.values()]
        rows = self.rows(self.write("trap.json", json.dumps(trap)))
        self.assertEqual({row["verdict"] for row in rows}, set(rates))
        held = next(row for row in rows if row["verdict"] == "local_minimum")
        self.assertIn("every direction goes up", held["walker_says"])
        self.assertIn("lower", held["map_says"])
        self.assertEqual(len(held["evidence"]["curvatures"]), 2)
        self.assertLess(held["evidence"]["rate"], held["evidence"]["rate_limit"])

    def test_escapes_reach_in_a_race_what_they_promise(self):
        trap = {"version": 1, "landscape": {"id": "comfortable_trap"}, "budget": {"amount": 400}}
        descent = {"optimizer": "gradient_descent", "start": [-3.5, -3]}
        trap["racers"] = [{**descent, "name": "held", "set": {"learning_rate": 0.02}}]
        (held,) = self.rows(self.write("trap.json", json.dumps(trap)))
        escapes = held["escapes"]
        self.assertIn("momentum", [escape["id"] for escape in escapes])
        self.assertEqual({escape["begins"] for escape in escapes}, {"start", "end"})
        trap["racers"] += [
            {**escape["racer"], "name": f"rival {number}"} for number, escape in enumerate(escapes)
        ]
        rows = {row["racer"]: row for row in self.rows(self.write("rivals.json", json.dumps(trap)))}
        for number, escape in enumerate(escapes):
            row = rows[f"rival {number}"]
            for field in ("verdict", "loss", "gap", "x", "y", "cost"):
                self.assertEqual(row[field], escape[field], escape["change"])
            self.assertAlmostEqual(held["loss"] - row["loss"], escape["improvement"], delta=1e-12)
            self.assertGreater(2 * escape["helped"], escape["seeds"])
            if row["verdict"] == "global_minimum":
                self.assertEqual(row["escapes"], [])

    def test_an_ensemble_tells_its_shares(self):
        session = {"version": 1, "landscape": {"id": "himmelblau"}, "budget": {"amount": 300}}
        axes = {"ensemble": {"copies": 8, "differ_in": "starts"}}
        session["racers"] = [{"optimizer": "gradient_descent", "axes": axes, "start": [0, 0]}]
        (row,) = self.rows(self.write("ensemble.json", json.dumps(session)))
        shares = row["evidence"]["shares"]
        self.assertEqual((shares["copies"], row["cost"]), (8, 8 * 300))
        self.assertLessEqual(sum(valley["copies"] for valley in shares["valleys"]), 8)
        self.assertGreater(len(shares["valleys"]), 1)

    def test_no_number_is_nan_or_infinite(self):
        session = {"version": 1, "landscape": {"id": "rosenbrock"}, "budget": {"amount": 50}}
        session["racers"] = [
            {"optimizer": "gradient_descent", "set": {"learning_rate": rate}, "start": start}
            for rate, start in ((10, [-1, 2]), (0.1, [1e200, 1e200]), (0, [1, 1]))
        ]

        def refuse(constant):
            raise AssertionError(constant)

        file = self.write("wild.json", json.dumps(session))
        text = self.output("race", file, "--format", "json")
        self.assertEqual(len(json.loads(text, parse_constant=refuse)), 3)
        for form in ("table", "csv"):
            self.assertNotRegex(self.output("race", file, "--format", form), r"\b(nan|inf)\b")

    def test_nobody_races(self):
        empty = self.write("empty.json", '{"version": 1, "racers": []}')
        self.assertEqual(self.rows(empty), [])
        self.assertEqual(len(self.output("race", empty).splitlines()), 1)

    def test_out(self):
        self.assertEqual(self.output("race", self.file, "--format", "csv", "--out", "o.csv"), "")
        wanted = self.output("race", self.file, "--format", "csv")
        self.assertEqual((self.folder / "o.csv").read_text(encoding="utf-8"), wanted)
        self.assert_refused("race", self.file, "--out", "no/o.csv", words=("no/o.csv",))


class Check(ProgramCase):
    def test_a_valid_file(self):
        file = self.write("race.json", json.dumps(SESSION))
        self.assertIn("valid", self.output("check", file))
        self.assertIn("3 racers", self.output("check", file))
        self.assertIn("valid", self.output("check", "-", stdin='{"version": 1}'))
        with open("/dev/full", "w", encoding="utf-8") as full:
            self.assert_refused("check", file, code=3, stdout=full)

    def assert_bad(self, text, *words):
        data = text if isinstance(text, bytes) else text.encode()
        (self.folder / "bad.json").write_bytes(data)
        for command in ("check", "race"):
            self.assert_refused(command, "bad.json", words=("bad.json", *words))

    def test_hostile_files_are_refused_in_one_line_of_clean_text(self):
        self.assert_bad("")
        self.assert_bad("{")
        self.assert_bad("[]")
        self.assert_bad("null")
        self.assert_bad('{"version": 2}', "version")
        self.assert_bad('{"version": 1, "landscap": {}}', "landscape")
        self.assert_bad('{"version": 1, "version": 1}')
        self.assert_bad(b'{"version": 1, "seed": "\xff\xfe"}')
        self.assert_bad(b"\0" * 100)
        self.assert_bad("[" * 100_000)
        self.assert_bad('{"version": 1, "seed": 1e999}')
        self.assert_bad('{"version": 1, "seed": NaN}')
        self.assert_bad('{"version": 1, "\\u001b[31m\\n": 1}')
        self.assert_bad('{"version": 1, "racers": [' + '{"optimizer": "adam"},' * 32
                        + '{"optimizer": "adam"}]}', "32")  # fmt: skip
        self.assert_bad('{"version": 1, "racers": [{"optimizer": "adm"}]}', "adam")
        self.assert_bad('{"version": 1, "racers": [{"optimizer": "adam", "name": "%s"}]}'
                        % ("x" * 201), "200")  # fmt: skip
        self.assert_bad('{"version": 1, "budget": {"amount": 1e9}}', "amount")
        self.assert_bad('{"version": 1, "racers": [{"optimizer": "adam", "start": [1e400, 0]}]}')
        self.assert_bad('{"version": 1}' + " " * (16 * 1024 * 1024), "16 MiB")

    def test_messages_hold_no_control_characters(self):
        self.write("bad.json", '{"version": 1, "\\u001b[31mred": 1}')
        self.assertNotIn("\x1b", self.start("check", "bad.json").stderr)

    def test_what_is_no_file_is_the_users_mistake(self):
        for command in ("check", "race"):
            self.assert_refused(command, "nowhere.json", words=("nowhere.json",))
            self.assert_refused(command, self.folder, words=("directory",))


if __name__ == "__main__":
    unittest.main()
