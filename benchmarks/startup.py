"""How long the commands take to start, beside `python -c pass`: `python benchmarks/startup.py`.

Every round runs all of them in turn, so that a busy machine slows all alike; the ratio of the
fastest runs is what to compare.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from maturity.resources import DEMO_SAMPLE, sample

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 7


def seconds(command: list[str], folder: str) -> float:
    begin = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - begin


def main() -> None:
    answers = str(sample(DEMO_SAMPLE))
    program = [sys.executable, "-m", "maturity"]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "--version": [*program, "--version"],
        "--help": [*program, "--help"],
        "score --help": [*program, "score", "--help"],
        "frameworks": [*program, "frameworks"],
        "score": [*program, "score", answers],
        "report, Markdown": [*program, "report", answers, "-o", "report.md"],
        "report, HTML": [*program, "report", answers, "-o", "report.html"],
    }
    fastest = dict.fromkeys(commands, float("inf"))
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            for name, command in commands.items():
                fastest[name] = min(fastest[name], seconds(command, folder))
    print(f"fastest of {ROUNDS} rounds, {os.cpu_count()} processors, {Path(sys.executable).name}")
    base = fastest["python -c pass"]
    for name, took in fastest.items():
        print(f"{name:18} {took * 1000:7.0f} ms {took / base:6.1f} x pass")


if __name__ == "__main__":
    main()
