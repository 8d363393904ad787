#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The walks of a basin map in NumPy, as one first writes them: for comparison, run by hand.

    python3 tests/bench/numpy_basins.py [build/src/app/fogline]

Prints millions of steps a second of processor time, momentum from 512 x 512 starts; a share of the
1,000 steps is timed. With the program's path it also times the finished map, early endings and
file included, and prints the ratio for all 1,000 steps.
"""
import os
import subprocess
import sys
import tempfile
import time

import numpy as np

SIDE, STEPS, TIMED, RATE = 512, 1000, 20, 1e-3


def himmelblau(x, y):
    a, b = x * x + y - 11, x + y * y - 7
    return 4 * a * x + 2 * b, 2 * a + 4 * b * y


def rastrigin(x, y):
    c = 20 * np.pi
    return 2 * x + c * np.sin(2 * np.pi * x), 2 * y + c * np.sin(2 * np.pi * y)


def seconds_of_numpy(slope, half):
    """Processor time for TIMED steps of all starts."""
    side = (np.arange(SIDE) + 0.5) / SIDE * 2 * half - half
    x, y = np.meshgrid(side, side)
    vx, vy = np.zeros_like(x), np.zeros_like(y)
    begin = time.process_time()
    for _ in range(TIMED):
        gx, gy = slope(x, y)
        vx, vy = 0.9 * vx + gx, 0.9 * vy + gy
        x, y = x - RATE * vx, y - RATE * vy
    return time.process_time() - begin


def seconds_of_fogline(program, landscape):
    """Processor time for the whole map, the program's start and the file included."""
    with tempfile.TemporaryDirectory() as folder:
        before = os.times()
        subprocess.run(
            [program, "basins", "--landscape", landscape, "--optimizer", "momentum",
             "--set", f"learning_rate={RATE}", "--size", f"{SIDE}x{SIDE}", "--steps", str(STEPS),
             "--out", f"{folder}/map.npy"],
            check=True,
        )  # fmt: skip
        after = os.times()
    return sum(after[2:4]) - sum(before[2:4])


def main():
    for name, slope, half in (("himmelblau", himmelblau, 5), ("rastrigin", rastrigin, 5.12)):
        plain = min(seconds_of_numpy(slope, half) for _ in range(5)) / TIMED
        print(f"{name}: NumPy {SIDE * SIDE / plain / 1e6:.0f} M steps/s on one core", end="")
        if len(sys.argv) > 1:
            ours = min(seconds_of_fogline(sys.argv[1], name) for _ in range(5))
            print(f"; fogline's map {ours:.3f} s of processor time, NumPy's would take "
                  f"{plain * STEPS:.2f} s: {plain * STEPS / ours:.0f} times", end="")  # fmt: skip
        print()


main()
