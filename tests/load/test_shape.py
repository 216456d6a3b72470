"""Data that does not fit its model: every kind of misfit, in plain words and at its place."""

from __future__ import annotations

import pytest
from load.small import EXPECTED, marked

from maturity.load.shape import fit
from maturity.load.yaml_reader import read_bytes
from maturity.model.assessment import AssessmentFile

GOOD = "format: assessment/1\nframework: {id: small}\norganisation: {name: Example}\n"

# fmt: off
CASES = [
    ("a list for the whole", "§- a\n", "a mapping (key: value) is needed here; found a list", ""),
    ("a text for the whole", "§words\n",
     "a mapping (key: value) is needed here; found 'words'", ""),
    ("a number as a key", GOOD + "commentary: {§1: So}\n", "a text is needed here; found 1",
     "put it in quotes if it is meant as text"),
    ("nothing for a text", "format: assessment/1\nframework: {id: small}\n"
     "organisation: {name: §}\n", "a text is needed here; found nothing", ""),
    ("an empty text", "format: assessment/1\nframework: {id: small}\n"
     "organisation: {name: §''}\n", "a text is needed here, this one is empty; found ''", ""),
    ("a truth value for a text", GOOD + "theme: §true\n", "a text is needed here; found true",
     "put it in quotes if it is meant as text"),
    ("a number as a key of the file", GOOD + "§1: So\n", "the key 1 is not a text",
     "quote it, or remove it"),
    ("a fraction for a text", GOOD + "theme: §2.5\n", "a text is needed here; found 2.5",
     "put it in quotes if it is meant as text"),
    ("a mapping for a text", GOOD + "theme: §{a: b}\n",
     "a text is needed here; found a mapping", ""),
    ("a list for a text", GOOD + "theme: §[a]\n", "a text is needed here; found a list", ""),
    ("a text for a list", GOOD + "roles: §clinician\n",
     "a list is needed here; found 'clinician'", ""),
    ("a mapping for a list", GOOD + "roles: §{id: a, title: A}\n",
     "a list is needed here; found a mapping", ""),
    ("a list for a mapping", GOOD + "commentary: §[a]\n",
     "a mapping (key: value) is needed here; found a list", ""),
    ("a text for a record", GOOD + "capacity: §much\n",
     "a mapping (key: value) is needed here; found 'much'", ""),
    ("a number in quotes", GOOD + "capacity: {days_per_month: §'20'}\n",
     "'20': a number is needed here", "write the number without quotes"),
    ("a day as a number", GOOD + "date: §2026\n",
     "2026: write a date that exists as year-month-day: 2026-11-22", ""),
    ("a day that is not", GOOD + "date: §2026-02-30\n",
     "'2026-02-30': write a date that exists as year-month-day: 2026-11-22", ""),
    ("a version of two numbers", "format: assessment/1\n"
     "framework: {id: small, version: §v2}\norganisation: {name: Example}\n",
     "'v2' is no version", "write three numbers with points, in quotes or not: 1.0.0"),
    ("a version that is a number", "format: assessment/1\n"
     "framework: {id: small, version: §2.1}\norganisation: {name: Example}\n",
     "a text is needed here; found 2.1",
     "write three numbers with points, in quotes or not: 1.0.0"),
    ("no id as a key", GOOD + "commentary: {§No Id: So}\n", "'No Id' is no id",
     "use small letters, digits and single hyphens: two-factor"),
    ("a long value", GOOD + f"status: §{'x' * 70}\n",
     f"'{'x' * 60}…' is not possible here", "the choices are: draft, final"),
    ("a key in a list of records", GOOD + "roles:\n  - {id: a, title: A, §tilte: B}\n",
     "'tilte' is no key here", "did you mean 'title'?"),
    ("a missing key in a record", GOOD + "approvals: [{by: A. Board, date: 2026-11-30}]\n",
     "'digest' is missing", "add 'digest:'"),
    ("a key that no record has", GOOD + "actions: {§tracking: {}}\n", "'tracking' is no key here",
     "did you mean 'tracked'?"),
]
# fmt: on


@pytest.mark.parametrize(
    ("text", "message", "hint"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_what_does_not_fit(text: str, message: str, hint: str) -> None:
    document = read_bytes(text.replace(EXPECTED, "").encode(), "a.yaml")
    model, (problem,) = fit(AssessmentFile, document)
    assert model is None
    assert (problem.message, problem.hint) == (message, hint)
    if EXPECTED in text:
        assert [str(problem.location)] == marked({"a.yaml": text})


def test_all_misfits_are_said() -> None:
    document = read_bytes(b"format: assessment/1\nstatsu: draft\ndate: soon\n", "a.yaml")
    _, problems = fit(AssessmentFile, document)
    assert [problem.message for problem in problems] == [
        "'framework' is missing",
        "'organisation' is missing",
        "'soon': write a date that exists as year-month-day: 2026-11-22",
        "'statsu' is no key here",
    ]


def test_a_file_that_could_not_be_read_has_no_shape() -> None:
    document = read_bytes(b"a: [", "a.yaml")
    assert fit(AssessmentFile, document) == (None, [])
