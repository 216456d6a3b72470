from __future__ import annotations

from typing import Any

import pytest
from small_result import node, result

from maturity.model.result import Result
from maturity.render.screen.blocks import Block, Columns, Heading, Paragraph, Points
from maturity.render.screen.summary import summarise


def blocks_of(**changes: Any) -> list[Block]:
    return summarise(Result.model_validate(result(**changes)))


def sentence(**changes: Any) -> str:
    first = blocks_of(**changes)[0]
    assert isinstance(first, Paragraph)
    return first.text


def basis(**changes: Any) -> str:
    second = blocks_of(**changes)[1]
    assert isinstance(second, Paragraph)
    return second.text


def table(*dimensions: dict[str, Any], **changes: Any) -> Columns:
    found = blocks_of(dimensions=dimensions, **changes)[2]
    assert isinstance(found, Columns)
    return found


def points(title: str, **changes: Any) -> tuple[str, ...]:
    blocks = blocks_of(**changes)
    place = blocks.index(Heading(title))
    found = blocks[place + 1]
    assert isinstance(found, Points)
    return found.entries


def test_a_score_alone() -> None:
    assert sentence() == "Example scores 2.3 out of 4."


def test_level_target_gap_and_range() -> None:
    more = {"level_name": "Developing", "target": 2.5, "low": 2, "high": 2.75}
    assert sentence(overall=node("overall", gap=0.25, **more)) == (
        "Example scores 2.3 out of 4, level Developing; the target is 2.5, a gap of 0.3. "
        "The missing answers could make it anything from 2.0 to 2.8."
    )


def test_a_target_that_is_met() -> None:
    assert sentence(overall=node("overall", target=2, gap=0)) == (
        "Example scores 2.3 out of 4; the target of 2 is met."
    )


def test_a_score_just_below_its_target_does_not_seem_to_reach_it() -> None:
    near = node("overall", target=2.3, gap=0.05)
    assert sentence(overall=near) == (
        "Example scores 2.2 out of 4; the target is 2.3, a gap of 0.1."
    )


def test_no_score() -> None:
    none = node("overall", score=None, exact=None)
    assert sentence(overall=none) == "Example has no overall score."
    thin = [node("security", score=None, exact=None), node("data")]
    assert sentence(overall=none, dimensions=thin) == (
        "Example has no overall score, for want of answers in: Security."
    )
    matrix = {**result()["parameters"], "aggregate": "none"}
    assert sentence(overall=none, parameters=matrix) == (
        "Example has no overall score: this framework shows each dimension for itself."
    )


def test_what_the_numbers_are_made_from() -> None:
    assert basis() == "Small 1.0.0; no date; draft; 1 respondent."
    assert basis(
        profile={"id": "council", "title": "Council"},
        date="2026-11-30",
        status="final",
        scope="quick",
        respondents={"count": 12},
        overall=node("overall", coverage=0.98),
    ) == (
        "Small 1.0.0; Council; 30 November 2026; final; short version, not to be compared with "
        "a full one; 12 respondents; 98% answered."
    )


def test_a_row_says_what_there_is() -> None:
    full = node(
        "security", level_name="Developing", target=3, gap=0.75, low=1.8, high=2.6, coverage=0.8
    )
    assert table(full).rows == (("Security", "2.3", "1.8–2.6", "Developing", "3", "0.8", "80%"),)
    empty = node("data", score=None, exact=None)
    assert table(empty).rows == (("Data", "none", "–", "", "", "", "–"),)
    assert "Flag" not in table(full, empty).headers


def test_flags_are_words() -> None:
    shown = table(
        node("a", uncapped=3), node("b", provisional=True), node("c"),
        node("d", uncapped=3, provisional=True),
    )  # fmt: skip
    assert shown.headers[-1] == "Flag"
    assert [row[-1] for row in shown.rows] == ["capped", "provisional", "", "capped, provisional"]


CAP = {"question": "security.mfa", "value": 1, "cap": 2, "because": "All is open", "binding": True}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "Security is capped at 2, from 3.0, because security.mfa is at 1.0: All is open."),
        (
            {"released_at": 1.5, "because": "Really?"},
            "Security is capped at 2, from 3.0, because security.mfa is at 1.0: Really? "
            "At 1.5 the cap is lifted.",
        ),
        (
            {"binding": False},
            "Security would otherwise be capped at 2, because security.mfa is at 1.0: All is open.",
        ),
    ],
)
def test_caps(change: dict[str, Any], said: str) -> None:
    capped = node("security", uncapped=3, caps=[{**CAP, **change}])
    assert points("What limits the scores", dimensions=[capped]) == (said,)


def test_what_makes_a_score_provisional() -> None:
    pending = {"question": "security.mfa", "cap": 2, "because": "All is open."}
    thin = node("security", provisional=True, coverage=0.4, pending=[pending])
    overall = node("overall", provisional=True, coverage=0.5)
    assert points("What limits the scores", overall=overall, dimensions=[thin]) == (
        "The overall score is provisional: 50% answered, 60% needed.",
        "Security is provisional: security.mfa is critical and not answered. "
        "At its lowest it caps the score at 2: All is open.",
        "Security is provisional: 40% answered, 60% needed.",
    )


def test_local_weights_and_assumed_facts() -> None:
    facts = [
        {"id": "staff", "ask": "How many?", "value": "1000 people", "assumed": True},
        {"id": "ai", "ask": "Any?", "value": "yes", "assumed": False},
    ]
    assert points(
        "What limits the scores",
        overall=node("overall", standard_score=2.04),
        dimensions=[node("data", standard_score=2.25)],
        organisation={"name": "Example", "facts": facts},
    ) == (
        "The overall score would be 2.0 without the local weights.",
        "Nobody said, so it is assumed: staff is 1000 people.",
    )


def test_only_critical_questions_left_out_are_listed() -> None:
    left = {"state": "not-applicable", "reason": "No sign-in"}
    assert points(
        "Critical questions left out",
        left_out=[
            {"question": "security.mfa", "critical": True, **left},
            {"question": "data.register", **left},
        ],
    ) == ("security.mfa, not applicable: No sign-in.",)


def test_missing_answers_are_named_then_counted() -> None:
    missing = [
        {"question": f"data.q{number}", "state": "unanswered", "spread": 0} for number in range(7)
    ]
    missing[0] = {"question": "a.b", "state": "unknown", "spread": 0.02, "critical": True}
    shown = points("Missing answers, widest effect first", unknowns=missing)
    assert shown[0] == "a.b (don't know, critical, moves the overall score by up to 0.02): a.b"
    assert shown[1] == "data.q1 (not answered): data.q1"
    assert shown[5:] == ("and 2 more",)


def test_notes_come_last_and_nothing_is_said_of_nothing() -> None:
    assert blocks_of(notes=["One file is older."])[-1] == Points(("One file is older.",))
    assert len(blocks_of()) == 3
