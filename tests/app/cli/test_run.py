# SPDX-License-Identifier: MIT
"""`fogline run`: columns, counts, files, and every way to get it wrong."""
import csv
import io
import json
import os
import resource
import signal
import stat
import subprocess
import unittest

from program import ProgramCase

COLUMNS = "step,x,y,loss,gradient_norm,values,gradients,hessians,cost,event".split(",")
ADAM = ("run", "--landscape", "rosenbrock", "--optimizer", "adam", "--start=-1.5,2")


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def limit_file_size():
    """In the child: files larger than 4 KiB cannot be written, as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


class Run(ProgramCase):
    def test_every_step_is_a_row_and_evaluations_are_counted(self):
        text = self.output(*ADAM, "--steps", 5000)
        rows = rows_of(text)
        self.assertEqual(text.splitlines()[0].split(","), COLUMNS)
        self.assertEqual([int(row["step"]) for row in rows], list(range(5001)))
        self.assertEqual((rows[0]["x"], rows[0]["y"], rows[0]["loss"]), ("-1.5", "2", "12.5"))
        for row in rows:
            self.assertEqual(row["gradients"], row["step"], "Adam asks for one gradient a step")
            self.assertEqual((row["values"], row["hessians"], row["cost"]), ("0", "0", row["step"]))

    def test_loss_is_the_landscapes_own(self):
        for row in rows_of(self.output(*ADAM, "--steps", 20, "--param", "b=10", "--param", "a=2")):
            x, y = float(row["x"]), float(row["y"])
            wanted = (2 - x) ** 2 + 10 * (y - x * x) ** 2
            self.assertAlmostEqual(float(row["loss"]) / wanted, 1, delta=1e-14)

    def test_no_step_is_only_the_start(self):
        self.assertEqual(len(rows_of(self.output(*ADAM, "--steps", 0))), 1)

    def test_json_holds_the_same_as_csv(self):
        rows = rows_of(self.output(*ADAM, "--steps", 30))
        objects = json.loads(self.output(*ADAM, "--steps", 30, "--format", "json"))
        self.assertEqual(list(objects[0]), COLUMNS)
        for row, entry in zip(rows, objects, strict=True):
            for column in COLUMNS[:-1]:
                self.assertEqual(float(row[column]), entry[column])
            self.assertEqual(row["event"], entry["event"])

    def test_the_last_row_of_json_tells_how_the_walk_ended(self):
        command = ("run", "--landscape", "rastrigin", "--optimizer", "gradient_descent")
        more = ("--set=learning_rate=0.001", "--start=2.2,0.9", "--format", "json")
        rows = json.loads(self.output(*command, *more, "--steps", 1000))
        for row in rows[:-1]:
            self.assertEqual(list(row), COLUMNS)
        last = rows[-1]
        self.assertEqual(list(last)[: len(COLUMNS)], COLUMNS)
        self.assertEqual(last["verdict"], "local_minimum")
        self.assertIn("every direction goes up", last["walker_says"])
        self.assertEqual(last["map_says"], "The best known valley is 4.975 lower.")
        self.assertAlmostEqual(last["evidence"]["gap"], last["loss"], delta=1e-12)
        self.assertTrue(last["escapes"])
        for escape in last["escapes"]:
            self.assertLess(escape["loss"], last["loss"])
        (other,) = json.loads(self.output(*command, *more, "--steps", 0, "--walker", 1))
        self.assertIsNone(other["escapes"], "no race makes this walk")
        (start,) = json.loads(self.output(*command, *more, "--steps", 0))
        self.assertEqual((start["step"], start["verdict"]), (0, "budget_spent"))

    def test_a_diverging_walk_ends_where_numbers_end_and_is_no_error(self):
        options = ("--optimizer", "gradient_descent", "--set", "learning_rate=10")
        command = ("run", "--landscape", "rosenbrock", "--start=-1.5,2", "--steps", 100)
        rows = rows_of(self.output(*command, *options))
        self.assertLess(len(rows), 101)
        for row in rows[:-1]:
            self.assertLess(abs(float(row["loss"])), float("inf"))
        json.loads(self.output(*command, *options, "--format", "json"))

    def test_restarts_are_events_and_follow_the_seed(self):
        command = ("run", "--landscape", "bowl", "--optimizer", "gradient_descent", "--start=1,1")
        more = ("--steps", 400, "--axis", "restarts.patience=5", "--set", "learning_rate=0.1")
        first = self.output(*command, *more)
        self.assertIn("restart", {row["event"] for row in rows_of(first)})
        self.assertNotEqual(self.output(*command, *more, "--seed", 2), first)
        self.assertNotEqual(self.output(*command, *more, "--walker", 1), first)
        self.assertEqual(self.output(*command, *more, "--seed", 1, "--walker", 0), first)

    def test_the_same_command_gives_the_same_bytes_in_every_locale(self):
        for optimizer in ("adam", "annealing", "gradient_descent"):
            command = list(ADAM)
            command[4] = optimizer
            outputs = {
                self.output(*command, "--steps", 300, environment={"LC_ALL": locale})
                for locale in ("C", "C", "de_DE.UTF-8", "C.UTF-8")
            }
            self.assertEqual(len(outputs), 1, optimizer)

    def test_out_writes_a_whole_file_or_leaves_the_old_one(self):
        file, wanted = self.folder / "walk.csv", self.output(*ADAM, "--steps", 500)
        self.assertEqual(self.output(*ADAM, "--steps", 500, "--out", "walk.csv"), "")
        self.assertEqual(file.read_text(encoding="utf-8"), wanted)
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o666 & ~umask())
        file.write_text("old", encoding="utf-8")
        self.assert_refused(
            *ADAM, "--steps", 500, "--out", file, code=3, words=("walk.csv",),
            preexec_fn=limit_file_size,
        )  # fmt: skip
        self.assert_refused(*ADAM, "--steps=5", "--out", file, "--set=beta1=2", words=("beta1",))
        self.assertEqual(file.read_text(encoding="utf-8"), "old")
        self.assertEqual(os.listdir(self.folder), ["walk.csv"], "nothing is left aside")

    def test_out_follows_a_link_and_keeps_the_mode(self):
        target = self.write("target.csv", "old")
        target.chmod(0o640)
        link = self.folder / "link.csv"
        link.symlink_to("target.csv")
        self.output(*ADAM, "--steps", 3, "--out", link)
        self.assertTrue(link.is_symlink())
        self.assertEqual(len(rows_of(target.read_text(encoding="utf-8"))), 4)
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o640)

    def test_a_pipe_is_written_to_and_stays_a_pipe(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE, text=True) as reader:
            self.output(*ADAM, "--steps", 3, "--out", pipe)
            self.assertEqual(len(rows_of(reader.stdout.read())), 4)
        self.assertTrue(stat.S_ISFIFO(pipe.stat().st_mode))

    def test_places_that_take_no_file_are_the_users_mistake(self):
        for out, word in ((self.folder, "directory"), ("no/where", "no"), ("", "name")):
            self.assert_refused(*ADAM, "--steps", 3, "--out", out, words=(word,))

    def test_a_full_disk_behind_standard_output_is_noticed(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            for command in ((*ADAM, "--steps", 3), ("list", "axes"), ("--help",), ("--version",)):
                self.assert_refused(*command, code=3, words=("standard output",), stdout=full)

    def test_unknown_names_are_answered_with_the_nearest(self):
        for words, wanted in (
            (("--landscape", "rosenbrok"), "rosenbrock"),
            (("--optimizer", "adm"), "adam"),
            (("--param", "aa=1"), "'a'"),
            (("--set", "learningrate=1"), "learning_rate"),
            (("--axis", "restart.patience=5"), "restarts"),
            (("--axis", "restarts.patienc=5"), "patience"),
        ):
            options = {"--landscape": "rosenbrock", "--optimizer": "adam", words[0]: words[1]}
            command = [word for pair in options.items() for word in pair]
            self.assert_refused("run", *command, "--start=0,0", "--steps", 1, words=(wanted,))

    def test_params_are_set_in_their_own_order_whatever_that_of_the_command_line(self):
        given = ("seed=4", "number=5", "x5=2", "depth1=3")
        wells = ("run", "--landscape=gaussian_wells", "--optimizer=adam", "--start=1,1", "--steps=5")
        walks = {
            self.output(*wells, *(word for one in order for word in ("--param", one)))
            for order in (given, given[::-1])
        }
        self.assertEqual(len(walks), 1)
        self.assert_refused(*wells, "--param=x5=2", words=("'x5'", "did you mean"))

    def test_numbers_that_are_none_are_refused(self):
        for text in ("nan", "inf", "-inf", "1e999", "0x10", "1,5", "", " 1", "1 ", "one"):
            for option in (f"--start={text},0", f"--start=0,{text}"):
                self.assert_refused(*ADAM[:-1], option, "--steps", 1, words=("--start",))
            for option in ("--set", "--param"):
                name = "learning_rate" if option == "--set" else "a"
                self.assert_refused(*ADAM, "--steps", 1, option, f"{name}={text}", words=(name,))
        for start in ("1", "1,2,3", "1;2", "1e200,1e200"):
            self.assert_refused(*ADAM[:-1], f"--start={start}", "--steps", 1, words=("--start",))

    def test_counts_that_are_none_are_refused(self):
        for text in ("-1", "1.5", "1e3", "1000001", "99999999999999999999", "nan", "many"):
            self.assert_refused(*ADAM, f"--steps={text}", words=("--steps",))
        for option in ("--seed", "--walker"):
            for text in ("-1", "0.5", "99999999999999999999", "x"):
                self.assert_refused(*ADAM, "--steps=1", f"{option}={text}", words=(option,))

    def test_axes_that_make_no_sense_are_refused_with_what_to_do(self):
        command = ("run", "--landscape", "bowl", "--start=1,1", "--steps=5", "--optimizer")
        for optimizer, axis, words in (
            ("annealing", "schedule.period=20", ("Annealing has no learning rate", "choose")),
            ("annealing", "noise", ("asks for no slope", "take this axis away")),
            ("adam", "ensemble", ("needs a race", "fogline race")),
            ("adam", "warm_start.racer=1", ("needs a race", "fogline race")),
        ):
            words = (f"--axis {axis.split('.')[0]}: ", *words)
            self.assert_refused(*command, optimizer, "--axis", axis, words=words)

    def test_every_axis_of_one_walk_can_be_named(self):
        axes = [entry["id"] for entry in json.loads(self.output("list", "axes", "--json"))]
        for axis in set(axes) - {"ensemble", "warm_start"}:
            rows = rows_of(self.output(*ADAM, "--steps", 60, "--axis", axis))
            self.assertEqual(len(rows), 61, axis)

    def test_a_batch_costs_its_share(self):
        batches = ("--axis", "mini_batches.copies=32", "--axis", "mini_batches.batch=8")
        rows = rows_of(self.output(*ADAM, "--steps", 40, *batches))
        self.assertEqual((rows[40]["gradients"], rows[40]["cost"]), ("40", "10"))

    def test_early_stopping_ends_the_rows(self):
        command = ("run", "--landscape", "bowl", "--start=1,1", "--steps=500")
        descent = ("--optimizer", "gradient_descent", "--set", "learning_rate=1")
        rows = rows_of(self.output(*command, *descent, "--axis", "early_stopping.patience=7"))
        self.assertEqual(len(rows), 9)

    def test_values_a_rule_is_undefined_for_are_refused(self):
        for option in ("beta1=1", "beta2=1.5", "beta1=-0.1", "learning_rate"):
            self.assert_refused(*ADAM, "--steps=1", "--set", option)


def umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


if __name__ == "__main__":
    unittest.main()
