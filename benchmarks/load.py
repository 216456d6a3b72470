"""How long loading takes, as a ratio to a plain `yaml.load(CSafeLoader)` of the same files.

Run by hand: python benchmarks/load.py [ROUNDS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import yaml

from maturity.load.assessment import load_assessment
from maturity.load.framework import load_framework
from maturity.resources import DEFAULT_FRAMEWORK, framework_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FILES = 300
ANSWERS = """\
format: answers/1
framework: {{id: public-sector, version: 1.0.0}}
organisation: {{name: Example Borough Council, profile: district-council}}
respondent: {{id: r-{number:03}, role: management}}
date: 2026-11-22
answers:
"""


def cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def plain_load(paths: Sequence[Path]) -> None:
    for path in paths:
        with path.open(encoding="utf-8") as file:
            yaml.load(file, Loader=yaml.CSafeLoader)


def compare(name: str, rounds: int, ours: Callable[[], object], paths: Sequence[Path]) -> None:
    pairs = [(cpu_seconds(ours), cpu_seconds(lambda: plain_load(paths))) for _ in range(rounds)]
    ratios = [mine / plain for mine, plain in pairs]
    size = sum(path.stat().st_size for path in paths) / 1000
    print(
        f"{name}: {len(paths)} files, {size:.0f} kB, "
        f"CPU {median(m for m, _ in pairs) * 1000:.0f} ms,"
        f" {median(ratios):.2f} x CSafeLoader (from {min(ratios):.2f} to {max(ratios):.2f})"
    )


def write_answers(folder: Path) -> list[Path]:
    questions = load_framework(framework_folder(DEFAULT_FRAMEWORK)).questions.values()
    levels = [question.id for question in questions if question.type == "level"]
    paths = []
    for number in range(FILES):
        path = folder / f"r-{number:03}.yaml"
        lines = [f"  {name}: {(number + place) % 5}\n" for place, name in enumerate(levels)]
        path.write_text(ANSWERS.format(number=number) + "".join(lines), encoding="utf-8")
        paths.append(path)
    return paths


def main(rounds: int) -> None:
    folder = framework_folder(DEFAULT_FRAMEWORK)
    files = [path for path in sorted(folder.glob("*.yaml")) if path.stem != "coverage"]
    compare("framework", rounds, lambda: load_framework(folder), files)
    with tempfile.TemporaryDirectory() as temporary:
        answers = Path(temporary)
        paths = write_answers(answers)
        whole = [*paths, *files]  # loading answers loads their framework
        compare("answer files", max(3, rounds // 3), lambda: load_assessment([answers]), whole)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
