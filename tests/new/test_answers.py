"""`maturity new answers`: every question is there, with what can be written."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from new.making import answered, assert_valid, data_of, keys, new, result

from maturity.load.assessment import load_assessment
from maturity.model.framework import Framework
from maturity.new.answers_text import answers_text
from maturity.new.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


ODD = """\
format: framework/1
id: odd
version: 1.0.0
title: Odd
levels: [{level: 0, name: Low}, {level: 1, name: High}]
dimensions: ["no"]
facts:
  - {id: staff, ask: How many?, type: number}
  - {id: nation, ask: Which?, type: choice, options: [{id: "no", label: Norway}], if_unknown: "no"}
"""
ODD_PART = """\
format: questionnaire/1
id: "no"
title: Odd
topics:
  - id: one
    title: One
    questions:
      - id: "1"
        ask: From the bands?
        type: number
        unit: days
        bands: {0: 2, 1: 5}
        ask_if: [{fact: staff, at_least: 5, at_most: 9}, {fact: nation, any_of: ["no"]}]
      - {id: b, ask: Few?, type: number, unit: days, bands: {0: 5, 1: 2}, lower_is_better: yes}
      - {id: c, ask: "Soon?\\nWhen?", type: text}
"""


def test_answers_hold_every_question_in_order_within_80_columns(
    folder: Path, shipped: Framework
) -> None:
    new("answers", "mine.yaml")
    lines = (folder / "mine.yaml").read_text(encoding="utf-8").splitlines()
    assert keys(folder / "mine.yaml") == list(shipped.questions)
    assert max(map(len, lines)) <= 80
    words = " ".join(" ".join(line.lstrip(" #") for line in lines).split())
    for question in shipped.questions.values():
        assert question.ask in words
        if question.type == "level":
            for level, text in question.levels.items():
                assert f"{level}: {' '.join(text.split())}" in words
    for fact in shipped.file.facts:
        assert fact.ask in words
    assert_valid(folder / "mine.yaml", "answers")
    assert result(folder / "mine.yaml").respondents.people[0].id == "mine"


def test_answers_for_a_role_a_profile_and_the_short_version(
    folder: Path, shipped: Framework
) -> None:
    new("answers", "role.yaml", "--role", "frontline")
    asked = [q for q in shipped.questions.values() if q.answered_by]
    others = {q.id for q in asked if "frontline" not in q.answered_by}
    assert others
    assert keys(folder / "role.yaml") == [name for name in shipped.questions if name not in others]
    assert load_assessment([folder / "role.yaml"]).sheets[0].role == "frontline"

    new("answers", "small.yaml", "--profile", "small-body")
    profile = shipped.profile("small-body")
    assert profile is not None
    assert len(keys(folder / "small.yaml")) == len(shipped.questions) - len(profile.leave_out)
    assert not {*keys(folder / "small.yaml")} & {*profile.leave_out}

    new("answers", "quick.yaml", "--quick")
    quick = [q.id for q in shipped.questions.values() if q.quick or q.critical]
    assert keys(folder / "quick.yaml") == quick
    assert load_assessment([folder / "quick.yaml"]).scope == "quick"


def test_every_question_says_what_can_be_written(small: Framework) -> None:
    text = answers_text(Settings(small, date(2026, 11, 22)))
    for said in (
        "  # Write the number of the level that is true:\n",
        "  #   executive: A named member of the executive team\n",
        "  # Write a list of what is there, such as [research, accessibility], or [] for\n",
        "  # Write a number of percent from 0 to 100.\n  #   level 0: 0 percent or more\n",
        "  # Asked only where own-servers is yes.\n  # Write yes or no.\n"
        "  technology.restore-test:\n",
        "  # Write a text between quotation marks.\n  technology.next-replacement:\n",
        "  # It applies to everyone, so it may not be left out.\n  people.training:\n",
        "    # Does the organisation run servers of its own? Write yes or no; unknown\n"
        "    # counts as yes.\n    own-servers: unknown\n",
        "  #   public-body: Public body\n  profile:\n",
        "date: 2026-11-22\n",
    ):
        assert said in text


def test_odd_ids_facts_and_numbers(folder: Path) -> None:
    (folder / "framework.yaml").write_text(ODD)
    (folder / "no.yaml").write_text(ODD_PART)
    new("answers", "a.yaml", "--framework", ".")
    text = (folder / "a.yaml").read_text()
    for said in (
        '  path: "."\n',
        "    # How many? Write a number; it has to be known.\n    staff: unknown\n",
        '    # Which? Write one of these words; unknown counts as no:\n    #   "no": Norway\n',
        "  # From the bands?\n  # Asked only where staff is 5 or more and 9 or less.\n"
        "  # Asked only where nation is no.\n  # Write a number of days, 2 or more.\n",
        "  # Few?\n  # Write a number of days, 5 or less.\n  #   level 0: 5 days or less\n",
        "  # Soon? When?\n",
    ):
        assert said in text
    assert keys(folder / "a.yaml") == ["no.1", "no.b", "no.c"]
    answered(folder / "a.yaml", {"no.b": "2"})
    (folder / "a.yaml").write_text(
        (folder / "a.yaml").read_text().replace("staff: unknown", "staff: 3")
    )
    assert result(folder / "a.yaml").overall.exact == "1"


def test_a_framework_without_facts_profiles_or_roles(folder: Path) -> None:
    (folder / "framework.yaml").write_text(re.sub(r"facts:[\s\S]*", "", ODD))
    (folder / "no.yaml").write_text(re.sub(r"(?m)^ +ask_if.*\n", "", ODD_PART))
    new("assessment", "ours", "--framework", ".", "--quick")
    text = (folder / "ours" / "assessment.yaml").read_text()
    assert "facts" not in text
    assert "  profile" not in text
    assert "tracked" not in text
    path = folder / "ours" / "answers" / "respondent-1.yaml"
    assert data_of(path)["answers"] == {}
    assert load_assessment([folder / "ours"]).scope == "quick"
