"""Data that does not fit its model: every kind of misfit, in plain words and at its place."""

from __future__ import annotations

import pytest
from load.small import EXPECTED, marked

from maturity.load.shape import fit
from maturity.load.yaml_reader import read_bytes
from maturity.model.answers import AnswersFile
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
     "organisation: {name: §''}\n", "a text is needed here, this one is empty", "write the text"),
    ("a truth value for a text", GOOD + "theme: §true\n", "a text is needed here; found true",
     "put it in quotes if it is meant as text"),
    ("a number as a key of the file", GOOD + "§1: So\n", "the key 1 is not a text",
     "quote it, or remove it"),
    ("a fraction for a text", GOOD + "theme: §2.5\n", "a text is needed here; found 2.5",
     "put it in quotes if it is meant as text"),
    ("a mapping for a text", GOOD + "theme: §{a: b}\n",
     "a text is needed here; found a mapping", "put the whole text in quotes"),
    ("a list for a text", GOOD + "theme: §[a]\n", "a text is needed here; found a list", ""),
    ("a text for a list", GOOD + "roles: §clinician\n",
     "a list is needed here; found 'clinician'", "begin each entry with '- ' and its first key"),
    ("a mapping for a list", GOOD + "roles: §{id: a, title: A}\n",
     "a list is needed here; found a mapping", "put '- ' before its first key, or [ ] around it"),
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
    ("blanks for a text", GOOD + "theme: §' \u00a0'\n",
     "a text is needed here, this one holds only blanks", "write the text"),
    ("a text with ': ' in it", GOOD + "theme:\n  §“So: it is”\n",
     "a text is needed here; found a mapping",
     'put the whole text in " or \': to YAML “ is no quotation mark'),
    ("one role of an approval", GOOD + "actions: {local: [{id: a, title: A, raises: {b: 1}, "
     "effort_days: 1, needs: §other}]}\n", "a list is needed here; found 'other'",
     "write it as a list: [other]"),
    ("a number with a comma", GOOD + "capacity:\n  days_per_month: §1,5\n",
     "'1,5': a number is needed here", "write 1.5, with a point"),
    ("nothing for a number", GOOD + "capacity: {days_per_month: §}\n",
     "nothing: a number is needed here", "write a number such as 1.5"),
    ("a misspelt key that is needed", GOOD + "roles:\n  - {id: a, §titel: A}\n",
     "'titel' is no key here", "did you mean 'title'?"),
    ("a key in capitals that is needed", GOOD + "roles:\n  - {id: a, §TITLE: A}\n",
     "'TITLE' is no key here", "did you mean 'title'?"),
    ("a key with an odd space that is needed", GOOD + "roles:\n  - id: a\n    §\u00a0title: A\n",
     "'\u00a0title' is no key here",
     "it has a no-break space (U+00A0) in it: write a plain space in its place"),
    ("the keys of another kind", "format: §assessment/1\nid: a\ntitle: A\nquestions: []\n",
     "the keys are those of a questionnaire, but the format says assessment/1",
     "write 'format: questionnaire/1', if that is what the file is"),
    ("an answer file that is called an assessment", GOOD.replace("format: ", "format: §")
     + "answers: {a.b: 1}\n",
     "the keys are those of an answer file, but the format says assessment/1",
     "write 'format: answers/1', if that is what the file is"),
    ("another kind of file", "format: §framework/1\nnothing: here\n",
     "the file's format is 'framework/1'", "a file of format assessment/1 is needed here"),
    ("no kind of file", "§name: Example\n", "the file does not say what it is",
     "begin the file with 'format: assessment/1'"),
    ("a kind without its number", GOOD.replace("format: assessment/1", "format: §assessment"),
     "'assessment' is no format", "did you mean 'assessment/1'?"),
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


def test_a_misspelt_key_stands_only_for_the_one_that_it_is_like() -> None:
    text = GOOD + "roles: [{idd: a, name: A}, {titel: A, id: b, ttle: A}]\n"
    _, problems = fit(AssessmentFile, read_bytes(text.encode(), "a.yaml"))
    assert [problem.message for problem in problems] == [
        "'title' is missing",
        "'idd' is no key here",
        "'name' is no key here",
        "'titel' is no key here",
        "'ttle' is no key here",
    ]


def test_an_answer_file_whose_answers_are_misspelt_is_one() -> None:
    text = "format: answers/1\nframework: {id: a}\norganisation: {name: A}\nanswer: {a.b: 1}\n"
    _, problems = fit(AnswersFile, read_bytes(text.encode(), "a.yaml"))
    assert [(one.message, one.hint) for one in problems] == [
        ("'answer' is no key here", "did you mean 'answers'?")
    ]


def test_a_file_that_could_not_be_read_has_no_shape() -> None:
    document = read_bytes(b"a: [", "a.yaml")
    assert fit(AssessmentFile, document) == (None, [])
