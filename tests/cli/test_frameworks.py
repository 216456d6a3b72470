from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from maturity.cli.app import run

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Program

SHOWN = """\
A small framework (small 1.0.0)
Dimension  Title     Questions  Short  Critical  Actions
security   Security          4      1         1        1
data       Data              1      0         0        0
all                          5      1         1        1

Short: how many are in the short version, which holds the quick and the critical
ones.

Levels
- 0 Absent: Nothing
- 1 Ad hoc: Some
- 2 Developing: More
- 3 Established: Much
- 4 Leading: All

Profiles and their targets
Profile  security  data
council         3     2

Roles of respondents
- leadership: Leadership

Facts asked first
- staff: How many staff? (a number of people)
"""


def test_the_shipped_framework_is_listed(program: Program) -> None:
    done = program("frameworks")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].split() == [
        "Framework", "Version", "Title", "Dimensions", "Questions", "Actions",
    ]  # fmt: skip
    assert done.stdout.splitlines()[1].startswith("public-sector  ")


def test_a_framework_is_shown_with_what_it_asks(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["frameworks", str(folder / "framework")]) == 0
    assert capsys.readouterr() == (SHOWN, "")


def test_facts_of_every_type(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "framework" / "framework.yaml"
    facts = (
        "facts:\n"
        "  - {id: ai, ask: Any AI?, type: yes-no, if_unknown: yes}\n"
        "  - {id: nation, ask: Where?, type: choice, if_unknown: wales,"
        " options: [{id: wales, label: Wales}, {id: england, label: England}]}\n"
    )
    lines = [line for line in path.read_text().splitlines() if not line.startswith("facts:")]
    path.write_text("\n".join(lines) + "\n" + facts)
    assert run(["frameworks", str(path)]) == 0
    assert capsys.readouterr().out.endswith(
        "- ai: Any AI? (yes or no)\n- nation: Where? (wales, england)\n"
    )


def test_profiles_roles_and_facts_may_be_absent(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "framework" / "framework.yaml"
    absent = ("roles:", "facts:", "profiles:")
    lines = [line for line in path.read_text().splitlines() if not line.startswith(absent)]
    path.write_text("\n".join(lines))
    assert run(["frameworks", "framework"]) == 0
    assert capsys.readouterr().out == SHOWN[: SHOWN.index("\nProfiles")]


@pytest.mark.usefixtures("folder")
def test_a_framework_that_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["frameworks", "publicsector"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("error: there is no framework 'publicsector'\n  help: did you mean")


def test_a_broken_framework_is_shown_in_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "framework" / "data.yaml"
    path.write_text(path.read_text().replace("title: Data", "titel: Data\naggregat: mean"))
    assert run(["frameworks", "framework"]) == 2
    err = capsys.readouterr().err
    assert "  --> framework/data.yaml:3:1\n    | titel: Data\n    | ^^^^^\n" in err
    assert err.endswith(" problems.\n")
