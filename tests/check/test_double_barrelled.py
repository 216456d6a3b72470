"""Rule Q401 on single questions: what asks two things, and what only looks like it."""

from __future__ import annotations

import pytest

from maturity.check.rules.double_barrelled import _second_clause, _two_verbs


def found(ask: str) -> str:
    tokens = [word.strip("?,.").lower() for word in ask.split()]
    return _two_verbs(tokens) or _second_clause(tokens)


@pytest.mark.parametrize(
    ("ask", "part"),
    [
        ("Do you review and update your asset register?", "you review and update"),
        ("Do you keep a register and use it?", "and use it"),
        ("Do you regularly test backups and do you train staff?", "and do you"),
        ("Is there a policy, or is a draft agreed?", "or is a"),
    ],
)
def test_two_questions_in_one_are_found(ask: str, part: str) -> None:
    assert found(ask) == part


@pytest.mark.parametrize(
    "ask",
    [
        "How often are backups and restores tested?",
        "Is data shared with health and social care?",
        "How many people can sign in and have done so this year?",
    ],
)
def test_two_nouns_or_a_how_are_fine(ask: str) -> None:
    assert found(ask) == ""
