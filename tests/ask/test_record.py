from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from maturity.ask.record import record_of
from maturity.ask.session import UNANSWERED
from maturity.model.answers import Answer, Evidence
from maturity.store.emit import Bare

if TYPE_CHECKING:
    from maturity.store.emit import Value
    from maturity.store.whole_tree import Data

TWO = Answer("answered", Fraction(2))
REPORT = Evidence(title="Report")
FULL = Evidence.model_validate(
    {"title": "Test", "ref": "Share/x", "date": "2026-09-14", "strength": "tested"}
)


@pytest.mark.parametrize(
    ("after", "old", "value"),
    [
        (TWO, None, Fraction(2)),
        (TWO, {"answer": 1}, {"answer": Fraction(2)}),
        (TWO, {"answer": 1, "x-own": 5}, {"answer": Fraction(2)}),
        (Answer("unknown"), 3, "unknown"),
        (Answer("answered", "yes"), None, "yes"),
        (Answer("answered", ()), None, []),
        (Answer("answered", ("b", "a")), None, ["b", "a"]),
        (Answer("not-applicable", reason="None"), 3, {"not_applicable": "None"}),
        (Answer("unanswered", note="Later"), None, {"note": "Later"}),
        (UNANSWERED, None, None),
        (
            Answer("answered", Fraction(2), note="N", evidence=(FULL,)),
            None,
            {
                "answer": Fraction(2),
                "note": "N",
                "evidence": [
                    {"title": "Test", "ref": "Share/x", "date": "2026-09-14", "strength": "tested"}
                ],
            },
        ),
    ],
)
def test_what_is_written(after: Answer, old: Data, value: Value) -> None:
    assert record_of(after, UNANSWERED, old) == value


def test_a_plain_yes_needs_no_quotes() -> None:
    assert isinstance(record_of(Answer("answered", "yes"), UNANSWERED, None), Bare)


def test_what_did_not_change_stays_as_it_is_written() -> None:
    before = Answer("answered", ("a", "b"), evidence=(REPORT,))
    old: Data = {"answer": ["b", "a"], "evidence": ["Report"]}
    after = Answer("answered", ("a", "b"), note="New", evidence=(REPORT, Evidence(title="Two")))
    assert record_of(after, before, old) == {
        "answer": ["b", "a"],
        "note": "New",
        "evidence": ["Report", {"title": "Two"}],
    }
