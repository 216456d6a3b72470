"""How long scoring takes for many respondents, in one process: `python benchmarks/score.py`.

The shipped sample's first answer file is copied under other respondents' ids. Loading is timed
beside scoring and planning, and each step beside parsing the same files with the plain YAML
loader, which is the ratio to compare.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.resources import DEMO_SAMPLE, sample

if TYPE_CHECKING:
    from collections.abc import Callable

RESPONDENTS = int(sys.argv[1]) if len(sys.argv) > 1 else 100
ROUNDS = 3


def copies(folder: Path, text: str) -> list[Path]:
    paths = [folder / f"{number:04}.yaml" for number in range(RESPONDENTS)]
    for number, path in enumerate(paths):
        own = re.sub(r"(?m)^respondent:.*(\n[ \t]+.*)*", f"respondent: {{id: r{number}}}", text)
        path.write_text(own, encoding="utf-8")
    return paths


def fastest(step: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        step()
        took.append(time.perf_counter() - begin)
    return min(took)


def main() -> None:
    text = min((sample(DEMO_SAMPLE) / "answers").glob("r-*.yaml")).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        paths = copies(Path(name), text)
        texts = [path.read_text(encoding="utf-8") for path in paths]
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        plain = fastest(lambda: [yaml.load(one, loader) for one in texts])  # noqa: S506 - a safe loader
        assessment = load_assessment(paths)
        steps = {
            "plain YAML": plain,
            "load": fastest(lambda: load_assessment(paths)),
            "evaluate": fastest(lambda: evaluate(assessment)),
        }
    print(f"{RESPONDENTS} respondents, fastest of {ROUNDS}")
    for step, took in steps.items():
        each = took * 1000 / RESPONDENTS
        print(
            f"{step:10} {took * 1000:7.0f} ms {each:6.2f} ms each {took / plain:6.2f} x plain YAML"
        )


if __name__ == "__main__":
    main()
