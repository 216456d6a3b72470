"""Whatever a file holds, checking it ends, in words and in time."""

from __future__ import annotations

import logging
import os
import random
import time
from pathlib import Path

import pytest

from check.folders import HERE, OPTIONS
from maturity.check.formats import FORMATS, render
from maturity.check.run import Wanted, check_paths

SECONDS = float(os.environ.get("FUZZ_SECONDS", "4"))
"""How long to try; more by hand."""
MOST_SECONDS_A_FILE = 10
SIGNS = ["\t", "\r", "\ufeff", "\u2028", "\x85", "é", "日", "😀", "'", '"', "\\", "`", "- "]
WORDS = """
? : :: [ ] { } , # | > >- & * ! % @ --- ... << ~ null true no 0 -1 1e9 1/0 0x1 017 12:30
2024-01-02 .inf .nan id ask type level levels choice checklist number yes-no text options items
bands count rules weight critical at_most cap because ask_if fact is raises needs effort_days low
high questions topics actions rung pass aggregate ladder min mean format framework/1
questionnaire/1 answers/1 assessment/1 theme/1 translation/1 language/1
"""
TOKENS = [*SIGNS, *WORDS.split()]


def harmed(text: str, rng: random.Random) -> str:
    """Change a text in one to six places: cut, double, swap, or put something in."""
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(text) + 1)
        end = min(len(text), at + rng.choice((1, 3, 10, 80)))
        piece = text[at:end]
        kind = rng.randrange(5)
        if kind == 0:
            text = text[:at] + text[end:]
        elif kind == 1:
            text = text[:at] + piece * rng.choice((2, 3, 50)) + text[end:]
        elif kind == 2:
            text = text[:at] + rng.choice(TOKENS) + text[end:]
        elif kind == 3:
            text = text[:at] + f" {rng.choice(TOKENS)} " + text[at:]
        else:
            lines = text.split("\n")
            one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
            lines[one], lines[other] = lines[other], lines[one]
            text = "\n".join(lines)
        if not text:
            return " "
    return text


@pytest.mark.parametrize("seed", [0])
def test_no_file_breaks_the_checker(tmp_path: Path, seed: int) -> None:
    seed = int(os.environ.get("FUZZ_SEED", str(seed)))
    rng = random.Random(seed)  # noqa: S311 - files, not secrets
    folders = sorted(path for path in (HERE / "good").iterdir() if not (path / "old").is_dir())
    stop, count = time.monotonic() + SECONDS, 0
    while time.monotonic() < stop:
        folder = rng.choice(folders)
        files = sorted(folder.rglob("*.yaml"))
        chosen = rng.choice(files)
        work = tmp_path / "work"
        for file in files:
            copy = work / file.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            text = file.read_text(encoding="utf-8")
            if file == chosen:
                text = harmed(text, rng)
            copy.write_bytes(text.encode("utf-8", "surrogatepass"))
        begun = time.monotonic()
        report = check_paths(sorted(work.rglob("*.yaml")), Wanted(select=["all"], options=OPTIONS))
        for name in FORMATS if count % 20 == 0 else ():
            render(report, name)
        assert time.monotonic() - begun < MOST_SECONDS_A_FILE
        for finding in report.findings:
            assert finding.location.line >= 1
            assert finding.location.column >= 1
            assert finding.message
        for file in work.rglob("*.yaml"):
            file.unlink()
        count += 1
    logging.getLogger(__name__).info("%d files", count)  # seen with --log-cli-level=INFO
    assert count > 10
