"""Language files: what is wrong is said at its place, what is missing is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.errors import MaturityError
from maturity.load.language import find_language, language_codes, load_language
from maturity.resources import shipped

SHIPPED = shipped("report_templates") / "languages"
GOOD = """\
format: language/1
code: cy
name: Cymraeg
months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
plurals:
  two: {numbers: [2]}
sentences:
  "{n} of {all}": "{n} o {all}"
  "{n} answers": {two: dau ateb, other: "{n} ateb"}
"""
GOOD = GOOD.replace(
    "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]", "[a, b, c, d, e, f, g, h, i, j, k, l]"
)
ONLY = "the gaps are: {all}, {n}"
BRACES = "a gap is a name in braces, at most 3 times; the gaps here are: {all}, {n}"
NO_GAPS = "the braces do not make gaps"

# fmt: off
CASES = [
    ("another gap", '"{n} o {all}"', '§"{n} o {all} {who}"', "there is no gap {who} here", ONLY),
    ("a misspelt gap", '"{n} o {all}"', '§"{n} o {al}"', "there is no gap {al} here", ONLY),
    ("a gap less", '"{n} o {all}"', '§"{n} o ddim"', "the gap {all} is missing",
     "write it where its text or number is to stand"),
    ("an attribute", '"{n} o {all}"', '§"{n.real} o {all}"', NO_GAPS, BRACES),
    ("an index", '"{n} o {all}"', '§"{n} o {all[0]}"', NO_GAPS, BRACES),
    ("a width", '"{n} o {all}"', '§"{n:>99} o {all}"', NO_GAPS, BRACES),
    ("a conversion", '"{n} o {all}"', '§"{n!r} o {all}"', NO_GAPS, BRACES),
    ("no name", '"{n} o {all}"', '§"{} o {all} {n}"', NO_GAPS, BRACES),
    ("half a brace", '"{n} o {all}"', '§"{n} o {all} {"', NO_GAPS, BRACES),
    ("a form without a rule", "two: dau ateb,", "§few: tri ateb,",
     "no rule says which numbers take the form 'few'",
     "say under 'plurals:' which numbers take it: few: {numbers: [2]}"),
    ("no form for the rest", 'two: dau ateb, other: "{n} ateb"', "two: dau ateb",
     "the form 'other' is missing", "add 'other:', the form for every number that no rule names"),
    ("a form that is none", "two: {numbers", "§twos: {numbers", "'twos' is not possible here",
     "did you mean 'two'?"),
    ("eleven months", ", l]", "]", "at least one entry is needed here; found a list", ""),
    ("no language", "code: cy", "code: §Cymraeg!", "'Cymraeg!' is no language code",
     "write two or three letters, with a country or not: cy, en-GB"),
    ("another key", "name: Cymraeg", "name: Cymraeg\n§grup: x", "'grup' is no key here",
     "did you mean 'group'?"),
    ("a percentage without a number", "name: Cymraeg", 'name: Cymraeg\npercent: §"%"',
     "the gap {n} is missing", "write it where its text or number is to stand"),
    ("a digit between digits", "name: Cymraeg", 'name: Cymraeg\ndecimal: §"0"',
     "'0': write a point, a comma, an apostrophe or a blank", ""),
    ("one sign for two", "name: Cymraeg", "name: Cymraeg\ndecimal: §','",
     "the signs for decimals and for thousands are the same",
     "give each a sign of its own, or nobody can tell 1.200 from 1.2"),
    ("a gap four times", '"{n} o {all}"', '§"{n} o {all}{all}{all}{all}"', NO_GAPS, BRACES),
    ("a day with the time", "name: Cymraeg", 'name: Cymraeg\nday: §"{day} {month} {year} {hour}"',
     "there is no gap {hour} here", "the gaps are: {day}, {month}, {year}"),
]
# fmt: on


def read(folder: Path, text: str) -> tuple[str, ...]:
    path = folder / "cy.yaml"
    path.write_text(text.replace("§", ""), encoding="utf-8")
    return load_language(path).notes


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_what_is_wrong_is_said_at_its_place(
    tmp_path: Path, old: str, new: str, message: str, hint: str
) -> None:
    assert GOOD.count(old) == 1
    text = GOOD.replace(old, new)
    with pytest.raises(MaturityError) as error:
        read(tmp_path, text)
    problem = error.value.problems[0]
    assert (problem.message, problem.hint) == (message, hint)
    assert problem.location is not None
    marked = [
        (number, line.index("§") + 1)
        for number, line in enumerate(text.splitlines(), 1)
        if "§" in line
    ]
    assert (problem.location.line, problem.location.column) in marked or not marked


def test_what_is_missing_is_counted_and_said_in_english(tmp_path: Path) -> None:
    (note,) = read(tmp_path, GOOD)
    known = len(load_language(SHIPPED / "en-GB.yaml").language.sentences)
    assert note == f"{tmp_path}/cy.yaml: {known - 2} sentences are missing and said in English"


def test_what_is_blank_is_missing(tmp_path: Path) -> None:
    blank = '  "Summary":\n  "{n} levels to go":\n    two:\n    other:\n'
    assert read(tmp_path, GOOD + blank)[-1] == read(tmp_path, GOOD)[-1]


def test_a_sentence_that_no_report_says_is_named_with_the_nearest(tmp_path: Path) -> None:
    first, *_ = read(tmp_path, GOOD + '  "Sumary": Crynodeb\n')
    said = "no report says “Sumary”; did you mean “Summary”?"
    assert first == f"{tmp_path}/cy.yaml:10:3: {said}"


def test_many_of_those_are_counted(tmp_path: Path) -> None:
    notes = read(tmp_path, GOOD + "".join(f'  "{n}. Q{n}": x\n' for n in range(8)))
    assert [note.partition(": ")[2] for note in notes][5] == "3 more that no report says"


@pytest.mark.parametrize("code", language_codes())
def test_every_shipped_language_is_whole(code: str) -> None:
    read = load_language(SHIPPED / f"{code}.yaml")
    assert (read.language.code, read.notes) == (code, ())


@pytest.mark.parametrize("name", ["tlh", "../en-GB", "", "cymraeg"])
def test_a_language_that_is_not_there_is_an_error(name: str) -> None:
    with pytest.raises(MaturityError):
        find_language(name)


def test_the_choices_are_named() -> None:
    with pytest.raises(MaturityError, match="there is no language 'tlh'") as error:
        find_language("tlh")
    hint = "the choices are: en-GB. Or give the path of a language file."
    assert error.value.problems[0].hint == hint
