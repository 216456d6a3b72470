"""Whatever a file says is still in it after migrating, once and for all."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from migrate.years import make, planned

from maturity.load.assessment import load_assessment
from maturity.load.yaml_reader import read_file
from maturity.migrate import write

if TYPE_CHECKING:
    from collections.abc import Mapping


NAMES = (
    "two-factor", "two-step", "mfa", "passwords", "length", "manager", "doors", "patching",
    "backups", "notes",
)  # fmt: skip
VALUES = (
    "1", "2", "yes", "unknown", "{answer: 3, note: N, x-own: 7}", "{not_applicable: None}", "",
    "{note: only}", "[a, no]", "2   # why",
)  # fmt: skip
START = """\
# first
format: answers/1
framework: {id: yearly, version: 1.0.0}
organisation: {name: Example}
"""
entries = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES), min_size=1)


def part(path: Path, name: str) -> Mapping[str, object]:
    data = read_file(path).data
    assert isinstance(data, dict)
    found = data.get(name) or {}
    assert isinstance(found, dict)
    return found


@given(entries, st.sampled_from(["", "retired: {security.doors: 4}\n"]))
def test_nothing_is_dropped_and_the_second_time_there_is_nothing_to_do(
    answers: dict[str, str], before: str
) -> None:
    with tempfile.TemporaryDirectory() as name:
        lines = "".join(f"  security.{key}: {value}\n" for key, value in answers.items())
        folder = make(Path(name), one=f"{START}{before}answers:\n{lines}")
        path = folder / "answers" / "one.yaml"
        said = list(part(path, "answers").values())
        write(planned(folder))
        answered, kept = part(path, "answers"), part(path, "retired")
        everywhere = [*answered.values(), *kept.values()]
        assert all(value is None or value in everywhere for value in said)
        if before:
            assert kept["security.doors"] == 4
        text = path.read_text()
        assert text.count("# why") == lines.count("# why")
        assert text.count("x-own") >= lines.count("x-own")
        # Every answer that is left is one that its question takes.
        load_assessment([path], framework=str(folder / "framework"))
        assert [change.edits for change in planned(folder)] == [()]
