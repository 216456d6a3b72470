"""Numbers, days and sentences in a language: each worked by hand."""

from __future__ import annotations

import pytest
from languages import pseudo

from maturity.model.language import Language
from maturity.render.words.stored import ANSWERS
from maturity.render.words.words import Words

MONTHS = ("Ionawr", *"bcdefghijk", "Rhagfyr")


def language(**keys: object) -> Words:
    """Welsh, with the sentences of a test."""
    data = {"format": "language/1", "code": "cy", "name": "Cymraeg", "months": MONTHS}
    return Words(Language.model_validate({**data, "sentences": {}, **keys}))


COMMAS = language(decimal=",", group=".", percent="{n} %", pounds="{n} £")


@pytest.mark.parametrize(
    ("english", "shown"),
    [
        ("2.3", "2,3"),
        ("–", "–"),
        ("1.8–2.6", "1,8–2,6"),
        ("+0.02", "+0,02"),
        ("−0.3", "−0,3"),
        ("1,200,000", "1.200.000"),
        ("£4,500–£18,000", "4.500 £–18.000 £"),
        ("99%", "99 %"),
        ("1/3", "1/3"),
    ],
)
def test_figures_are_written_as_the_language_writes_them(english: str, shown: str) -> None:
    assert COMMAS.figure(english) == shown
    assert Words().figure(english) == english


def test_every_kind_of_number() -> None:
    w = COMMAS
    assert [w.plain(1200), w.plain(2.5), w.span(2, 2), w.span(1.5, 40)] == [
        "1.200",
        "2,5",
        "2",
        "1,5–40",
    ]
    assert [w.score("9/4"), w.score(2.96, (3,)), w.range(1.8, 2.6, ())] == ["2,3", "2,9", "1,8–2,6"]
    assert [w.amount(0.016), w.signed(-0.25), w.agreement(-1)] == ["0,02", "−0,3", "−1,0"]
    assert [w.percent(0.5), w.pounds(9000, 9000)] == ["50 %", "9.000 £"]


def test_a_catalogue_replaces_the_english_and_only_its_gaps_are_filled() -> None:
    words = language(sentences={"{n} of {all}": "{n} o {all}"}, decimal=",")
    assert words.say("{n} of {all}", n=2, all=2.5) == "2 o 2,5"
    assert words.say("No {what}", what="{n}") == "No {n}"
    assert words.listed(["a", "b", "c"]) == "a, b and c"


def test_days_have_the_order_of_the_language() -> None:
    assert language(day="{year}, {month} {day}").day("2026-01-03") == "2026, Ionawr 3"
    assert language().day("2026-12-30") == "30 Rhagfyr 2026"
    assert language().day("soon") == "soon"


def test_each_number_takes_its_own_form() -> None:
    words = Words(Language.model_validate(_data()))
    said = {n: words.count(n, "one answer", "{n} answers") for n in (0, 1, 2, 3, 4, 6, 12, 2.5)}
    forms = {0: "zero", 1: "one", 2: "two", 3: "few", 4: "other", 6: "many", 12: "other"}
    assert {n: said[n][-1] for n in forms} == {n: pseudo.MARKS[f] for n, f in forms.items()}
    assert said[2.5] == "2,5 аоучдтуⁿ"


def _data() -> dict[str, object]:
    months = tuple(map(pseudo.pseudo, MONTHS))
    forms = {f: pseudo.pseudo("{n} answers") + mark for f, mark in pseudo.MARKS.items()}
    plurals = {form: {"numbers": (n,)} for form, n in pseudo.NUMBERS.items()}
    head = {"format": "language/1", "code": "qps", "name": "x", "months": months, "decimal": ","}
    return {**head, "plurals": plurals, "sentences": {"{n} answers": forms}}


POLISH = {
    "one": {"numbers": (1,)},
    "few": {"ends": (2, 3, 4), "but": (12, 13, 14)},
    "many": {"ends": tuple(range(10))},
}


def test_forms_that_go_by_the_last_digits() -> None:
    forms = {"one": "dzień", "few": "dni", "many": "dni-", "other": "dnia"}
    words = language(plurals=POLISH, sentences={"{n} days": forms})
    said = {n: words.count(n, "1 day", "{n} days") for n in (1, 2, 5, 12, 22, 21, 112, 0.5)}
    assert said == {
        1: "dzień",
        2: "dni",
        5: "dni-",
        12: "dni-",
        22: "dni",
        21: "dni-",
        112: "dni-",
        0.5: "dnia",
    }


def test_english_is_one_or_many() -> None:
    assert Words().count(1, "{n} day", "{n} days") == "1 day"
    assert Words().count(1200, "{n} day", "{n} days") == "1,200 days"
    assert Words().count(2, "{n} day", "{n} days", n="0.5–2") == "0.5–2 days"


def test_what_the_engine_said_is_said_again() -> None:
    words = language(
        decimal=",",
        sentences={
            "It needs “{title}”, which is rejected": "Mae angen “{title}”",
            "asked only where “{ask}” is answered {value}": "{ask}: {value}",
            "{n} or more": "{n} neu fwy",
            "{value} or {then}": "{value} neu {then}",
            "yes": "oes",
            "{n} {unit} or more": "{n} {unit} neu fwy",
            "There is no plan because there is no score: {n} answers are missing.": {
                "two": "2 ar goll",
                "other": "{n} ar goll",
            },
        },
        plurals={"two": {"numbers": (2,)}},
    )
    again = words.again
    assert again("It needs “It is rejected”, which is rejected") == "Mae angen “It is rejected”"
    assert again("asked only where “Staff?” is answered 2.5 or more") == "Staff?: 2,5 neu fwy"
    assert again("asked only where “AI?” is answered yes or wales") == "AI?: oes neu wales"
    assert again("2.5 km or more", ANSWERS) == "2,5 km neu fwy"
    missing = "There is no plan because there is no score: {} answers are missing."
    assert [again(missing.format(n)) for n in (2, 7)] == ["2 ar goll", "7 ar goll"]
    assert again("yes") == "yes", "a person's own reason is left alone"
    assert again("Our own reason") == "Our own reason"
    assert Words().again("It is rejected") == "It is rejected"
