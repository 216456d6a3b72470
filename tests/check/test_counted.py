"""The levels that full answers come to: worked by hand, and against every answer tried in turn."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from check.folders import HERE, OPTIONS
from maturity.check import counted
from maturity.check.counted import levels_reached
from maturity.check.figures import figure
from maturity.check.paths import describe_paths
from maturity.check.reach import Reach
from maturity.check.run import Wanted, check_paths
from maturity.load.framework import load_framework
from maturity.model.framework import dimension_of
from maturity.score.engine import number

if TYPE_CHECKING:
    from pathlib import Path

FRAMEWORK = """\
format: framework/1
id: example
version: 1.0.0
title: Example
levels:
  - {level: 0, name: Absent}
  - {level: 2, name: Developing}
  - {level: 4, name: Leading}
dimensions: [security]
"""
HEAD = "format: questionnaire/1\nid: security\ntitle: Security\n"
FACTS = "facts:\n  - {id: remote, ask: Do people work away?, type: yes-no, if_unknown: yes}\n"


def question(name: str, levels: str, more: str = "") -> str:
    told = "".join(f"      {level}: State {level} of {name}.\n" for level in levels.split())
    text = f"  - id: {name}\n    ask: How is {name} kept?\n    type: level\n    levels:\n{told}"
    return text + "".join(f"    {line}\n" for line in more.splitlines())


def flat(*questions: str, head: str = HEAD) -> str:
    return head + "questions:\n" + "".join(questions)


def reach(folder: Path, security: str, framework: str = FRAMEWORK, **others: str) -> Reach:
    (folder / "framework.yaml").write_text(framework)
    for name, text in {"security": security, **others}.items():
        (folder / f"{name}.yaml").write_text(text)
    return Reach(load_framework(folder))


def reached(found: Reach) -> set[float] | None:
    levels = levels_reached(found, "security")
    return None if levels is None else set(map(float, levels))


def tried(found: Reach) -> set[float]:
    """Try every answer to every question that facts leave, for every profile."""
    framework, levels, dimension = found.framework, set[float](), "security"
    for profile in found.profiles:
        engine = found.engine(profile)
        others = [q for q, _ in engine.critical[dimension] if dimension_of(q) != dimension]
        for asked in found.asked_sets(dimension, profile):
            names = [*asked, *others]
            for values in product(*(framework.possible_levels[name].values for name in names)):
                score = number(engine.dimension(dimension, dict(zip(names, values, strict=True))))
                level = None if score is None else framework.level_at(score)
                levels |= {float(level.level)} if level else set()
    return levels


ENDS = question("backups", "0 4")
CAP = "critical: [{at_most: 0, cap: 1, because: Lost data stays lost.}]"
REMOTE = "ask_if: {fact: remote, is: yes}"
TOPICS = f"""{HEAD}aggregate: AGGREGATE
topics:
  - id: keeping
    title: Keeping
    questions:
{indent(question("backups", "0 4"), "    ")}\
  - id: signing-in
    title: Signing in
    weight: 3
    questions:
{indent(question("mfa", "0 4"), "    ")}\
"""
SHAPES: dict[str, tuple[str, set[float]]] = {
    "one question": (flat(ENDS), {0, 4}),
    "two alike": (flat(ENDS, question("mfa", "0 4")), {0, 2, 4}),  # (0 + 4) / 2
    "the weakest": (flat(ENDS, question("mfa", "0 4"), head=HEAD + "aggregate: min\n"), {0, 4}),
    "the weakest that weighs": (
        flat(ENDS, question("mfa", "0", "weight: 0"), head=HEAD + "aggregate: min\n"),
        {0, 4},
    ),
    "one outweighs": (flat(ENDS, question("mfa", "0 4", "weight: 4")), {0, 2, 4}),  # 16 / 5
    "one is light": (flat(question("mfa", "0 4", "weight: 0.1"), ENDS), {0, 2, 4}),  # 4 / 1.1
    "no weight": (flat(ENDS, question("mfa", "0 2 4", "weight: 0")), {0, 4}),
    "a ceiling": (flat(ENDS, question("mfa", "0 4", f"weight: 0.1\n{CAP}")), {0, 4}),
    "no weight, a ceiling": (flat(ENDS, question("mfa", "0 4", f"weight: 0\n{CAP}")), {0, 4}),
    "from 2 on": (flat(question("mfa", "2 4")), {2, 4}),
    "topics": (TOPICS.replace("AGGREGATE", "mean"), {0, 2, 4}),  # (3·4 + 0) / 4 = 3
    "weakest topic": (TOPICS.replace("AGGREGATE", "min"), {0, 4}),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_levels_are_those_of_all_answers(shape: str, tmp_path: Path) -> None:
    security, levels = SHAPES[shape]
    found = reach(tmp_path, security)
    assert reached(found) == levels
    assert tried(found) == levels


def test_facts_leave_more_scores(tmp_path: Path) -> None:
    security = flat(ENDS, question("mfa", "2", REMOTE))
    found = reach(tmp_path, security, FRAMEWORK + FACTS)
    assert reached(found) == {0, 2, 4}  # (0 + 2) / 2, (4 + 2) / 2 and alone 4
    assert tried(found) == {0, 2, 4}


def test_a_topic_that_nobody_is_asked_weighs_nothing(tmp_path: Path) -> None:
    asked = TOPICS.replace("AGGREGATE", "mean").replace("          4: State 4 of mfa.\n", "")
    asked = asked.replace("      - id: mfa\n", f"      - id: mfa\n        {REMOTE}\n")
    found = reach(tmp_path, asked, FRAMEWORK + FACTS)
    assert reached(found) == {0, 4}  # with it 4 / 4 = 1, without it 4
    assert tried(found) == {0, 4}


def test_weights_of_a_profile_count(tmp_path: Path) -> None:
    low = flat(question("backups", "0 4"), question("mfa", "0"))
    framework = FRAMEWORK + "profiles:\n  - {id: council, title: Council WEIGHTS}\n"
    found = reach(tmp_path, low, framework.replace(" WEIGHTS", ""))
    assert reached(found) == {0, 2}  # 4 / 2
    weighted = framework.replace(" WEIGHTS", ", weights: {security.mfa: 3}")
    assert reached(reach(tmp_path, low, weighted)) == {0}  # 4 / 4 = 1


def test_a_ceiling_from_another_dimension_adds_a_level(tmp_path: Path) -> None:
    cap = "critical: [{at_most: 0, cap: 2, dimension: security, because: It opens everything.}]"
    skills = flat(question("training", "0 4", cap), head=HEAD.replace("ecurity", "kills"))
    two = FRAMEWORK.replace("[security]", "[security, skills]")
    found = reach(tmp_path, flat(ENDS), two, skills=skills)
    assert reached(found) == {0, 2, 4}
    assert tried(found) == {0, 2, 4}


LADDER = flat(question("mfa", "0 4", "rung: 2"), head=HEAD + "aggregate: ladder\n")
STRAIGHT = "  - {id: share, ask: How much?, type: number, unit: percent, min: 0, max: 100}\n"


@pytest.mark.parametrize("security", [LADDER, flat(ENDS, STRAIGHT)])
def test_what_is_not_counted_says_nothing(security: str, tmp_path: Path) -> None:
    assert reached(reach(tmp_path, security)) is None
    report = check_paths([tmp_path], Wanted(select=["R213"], options=OPTIONS))
    assert report.findings == []


@pytest.mark.parametrize(("limit", "most"), [("MOST_SCORES", 3), ("MOST_STEPS", 9)])
def test_too_many_scores_are_not_counted(
    limit: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [question(name, "0 0.5 1 4") for name in ("backups", "mfa")]
    found = reach(tmp_path, flat(*many))
    assert reached(found) == {0, 2, 4}
    monkeypatch.setattr(counted, limit, most)
    assert reached(found) is None


def test_a_jumped_level_is_reported_and_described(tmp_path: Path) -> None:
    reach(tmp_path, flat(ENDS))
    report = check_paths([tmp_path], Wanted(select=["R213"], options=OPTIONS))
    (only,) = report.findings
    assert only.message == "no full answers come to level 2 (Developing)"
    assert (only.location.line, only.location.column) == (2, 5)
    assert "\n  nobody is at level 2 (Developing)\n" in describe_paths([tmp_path])


def test_a_level_that_everybody_is_above_is_described_only(tmp_path: Path) -> None:
    reach(tmp_path, flat(question("mfa", "2 4")))
    assert check_paths([tmp_path], Wanted(select=["R213"], options=OPTIONS)).findings == []
    assert "\n  nobody is at level 0 (Absent)\n" in describe_paths([tmp_path])


def test_too_many_facts_say_nothing_of_a_gap(tmp_path: Path) -> None:
    names = [f"f{index}" for index in range(9)]  # 512 combinations
    facts = "facts:\n" + "".join(
        f"  - {{id: {n}, ask: Is it so?, type: yes-no, if_unknown: yes}}\n" for n in names
    )
    conditions = ", ".join(f"{{fact: {name}, is: yes}}" for name in names)
    security = flat(ENDS, question("mfa", "0 4", f"ask_if: [{conditions}]"))
    assert reached(reach(tmp_path, security, FRAMEWORK + facts)) is None


def test_the_shipped_good_twin_reaches_every_level() -> None:
    found = Reach(load_framework(HERE / "good" / "unreachable-level"))
    assert reached(found) == {0, 2, 4}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("7/2", "3.5"),
        ("24/7", "about 3.43"),
        ("1/64", "0.015625"),
        ("2/3", "about 0.67"),
        ("2999/3000", "about 0.9997"),
        ("1/300", "about 0.003"),
        ("4", "4"),
    ],
)
def test_scores_are_written_as_decimals(value: str, text: str) -> None:
    assert figure(Fraction(value)) == text
