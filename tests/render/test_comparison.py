"""A comparison as a board reads it: what moved, why, and whose numbers they are."""

from __future__ import annotations

from typing import Any

import pytest
from render.test_view import figures, notices, rows, said

from maturity.model.compared import Comparison
from maturity.render.formats.html import html_of
from maturity.render.formats.markdown import markdown_of
from maturity.render.report.comparison import build_comparison
from maturity.render.report.view import Report
from maturity.render.screen.comparison import compare_screen
from maturity.render.screen.terminal import Look, draw

Data = dict[str, Any]


def side(name: str = "Example Council", **keys: Any) -> Data:
    base: Data = {
        "organisation": name, "framework": "small", "version": "1.0.0", "profile": None,
        "date": "2025-11-30", "scope": "full", "status": "final", "respondents": 1,
    }  # fmt: skip
    return {**base, **keys}


def moved(name: str, before: float, after: float, **keys: Any) -> Data:
    base: Data = {
        "id": name, "title": name.title(), "before": before, "after": after,
        "like_before": before, "like_after": after, "change": after - before,
    }  # fmt: skip
    return {**base, **keys}


def question(name: str, change: float) -> Data:
    return {
        "id": name, "was": name, "ask": f"How is {name}?", "state_before": "scored",
        "state_after": "scored", "before": 2, "after": 2 + change, "change": change,
    }  # fmt: skip


def promised(name: str, status: str, **keys: Any) -> Data:
    base: Data = {"id": name, "title": name, "status": status, "visible": True, "questions": []}
    base["promised"] = 0.1
    return {**base, **keys}


def comparison(**keys: Any) -> Comparison:
    base: Data = {
        "before": side(),
        "after": side(date="2026-11-30", respondents=12),
        "levels": [0, 1, 2, 3, 4],
        "overall": moved("overall", 1.5, 2.25, target_after=2.5),
        "dimensions": [moved("data", 1, 1.5, target_after=2), moved("security", 2, 3)],
        "questions": [question("a", 0.5), question("b", 1), question("c", 0)],
        "because": {"organisation": 0.75, "rules": 0, "whole": 0.75},
        "actions": [promised("Done", "done"), promised("Open", "open")],
    }  # fmt: skip
    return Comparison.model_validate({**base, **keys})


def told(**keys: Any) -> Report:
    return build_comparison(comparison(**keys))


def test_how_far_and_why_in_sentences() -> None:
    report = told()
    assert list(figures(report, "summary").items()) == [
        ("Before", ("1.5", "")),
        ("After", ("2.3", "")),
        ("Like for like", ("+0.8", "levels")),
    ]
    assert said(report, "summary")[0] == (
        "The overall score went from 1.5 to 2.3. All of that comes from the answers; the rules "
        "have not moved it. All 2 dimensions rose. Security rose most, by 1.0. 2 questions rose "
        "and none fell. Of 2 actions planned then, one is done or can be seen in the answers."
    )
    assert notices(report, "summary") == {}
    assert (report.warnings, report.is_draft) == ((), False)


def test_what_the_rules_moved_is_told_apart() -> None:
    because = {"organisation": 1, "rules": -0.25, "whole": 0.75}
    assert (
        "The answers moved it by +1.0; other questions, weights, ceilings or answers that only one "
        "has moved it by −0.3."
    ) in said(told(because=because), "summary")[0]


def test_what_fell_is_named_those_first_that_fell_furthest() -> None:
    fallen = [question(f"q{n}", -n / 10) for n in range(1, 8)]
    report = told(questions=fallen, dimensions=[moved("data", 2, 1), moved("security", 2, 2)])
    assert "Lower than before: Data. None rose and 7 fell." in said(report, "summary")[0]
    assert notices(report, "summary")["What fell"] == [
        ("How is q7?", "lower by 0.7"),
        ("How is q6?", "lower by 0.6"),
        ("How is q5?", "lower by 0.5"),
        ("How is q4?", "lower by 0.4"),
        ("How is q3?", "lower by 0.3"),
        ("2 more further on", ""),
    ]


def test_nothing_moved() -> None:
    still = told(questions=[question("a", 0)], dimensions=[moved("data", 2, 2)], actions=[])
    assert said(still, "summary")[0].endswith("No dimension moved.")


def test_one_of_several_dimensions() -> None:
    report = told(dimensions=[moved("data", 1, 2), moved("security", 3, 3)])
    assert "One of 2 dimensions rose. Data rose most, by 1.0." in said(report, "summary")[0]


def test_two_organisations_are_told_at_once() -> None:
    report = told(before=side("Other Trust"))
    assert report.title == "Comparison: Other Trust and Example Council"
    assert report.warnings == ("Two organisations",)
    assert [one.text for one in report.facts] == [
        "Other Trust: 30 November 2025, 1 respondent, final",
        "Example Council: 30 November 2026, 12 respondents, final",
    ]
    shown = notices(report, "summary")
    assert list(shown) == ["These are two organisations: Other Trust and Example Council"]
    assert "not what moved over time" in next(iter(shown.values()))[0][1]
    assert not any("rose" in text for text in said(report, "summary"))
    assert "actions" not in [one.anchor for one in report.sections]
    text = screen(before=side("Other Trust"))
    assert text.startswith("These are two organisations: Other Trust and Example Council.")
    assert "not what moved over time" in text
    assert (
        "Other Trust scores 1.5 on 30 November 2025, Example Council 2.3 on 30 November 2026; like "
        "for like the second differs by +0.8."
    ) in text
    assert not any(word in text for word in ("went from", "planned then", "Rose", "moved by"))


def screen(**keys: Any) -> str:
    """A comparison on a terminal, its lines joined."""
    return " ".join(draw(compare_screen(comparison(**keys)), Look()).split())


def test_two_organisations_of_which_one_has_no_score() -> None:
    nothing = {**moved("overall", 1.5, 2.25), "before": None, "like_before": None, "change": None}
    text = screen(before=side("Other Trust"), overall=nothing, because=None)
    assert "There is no overall score of both to compare." in text


def test_the_parts_of_a_movement_are_told_of_the_whole() -> None:
    because = {"organisation": 1, "rules": -0.25, "whole": 0.75}
    assert (
        "As published it moved by +0.8: +1.0 by the organisation's answers and −0.3 by the rules "
        "(questions, weights, ceilings, answers that only one has). Each number is rounded by "
        "itself."
    ) in screen(because=because)


def test_numbers_that_are_rounded_one_by_one_are_called_so() -> None:
    assert "Each number is rounded by itself" in said(told(), "summary")[-1]


def test_a_reversed_order_is_told() -> None:
    turned: Data = {"before": side(date="2026-11-30"), "after": side(date="2025-11-30")}
    title = "The first result is the later one"
    assert notices(told(**turned), "summary")[title] == [
        (
            "",
            "“Before” is of 30 November 2026, “After” of 30 November 2025. To see what moved over "
            "time, give the earlier one first.",
        )
    ]
    assert screen(**turned).startswith(title)
    for order in (
        {}, {"before": side(date=None)}, {**turned, "before": side("Other", date="2026-11-30")},
    ):  # fmt: skip
        assert title not in notices(told(**order), "summary")
        assert title not in screen(**order)


def test_the_framework_is_called_by_its_title() -> None:
    assert told().framework == "small 1.0.0"
    assert told(after=side(framework_title="A small one")).framework == "A small one 1.0.0"


def test_the_questions_that_moved_name_their_dimension() -> None:
    report = told(questions=[question("data.owners", 1), question("gone.a", 0.5)])
    assert rows(report, "moved-questions") == [
        ["How is gone.a?", "gone", "2.0", "2.5", "+0.5"],
        ["How is data.owners?", "Data", "2.0", "3.0", "+1.0"],
    ]


def test_a_draft_is_called_one() -> None:
    report = told(after=side(status="draft"))
    assert (report.warnings, report.is_draft) == (("DRAFT",), True)


def test_scores_and_targets_side_by_side() -> None:
    assert rows(told(), "moved-dimensions") == [
        ["Data", "1.0", "1.5", "+0.5", "2"],
        ["Security", "2.0", "3.0", "+1.0", "–"],
        ["Overall", "1.5", "2.3", "+0.8", "2.5"],
    ]


def test_a_computed_target_that_is_not_reached_reads_above_the_score() -> None:
    report = told(overall=moved("overall", 2, 2.51, target_after=2.538))
    assert rows(report, "moved-dimensions")[-1] == ["Overall", "2.0", "2.5", "+0.5", "2.6"]


def test_actions_by_what_became_of_them() -> None:
    actions = [
        promised("A", "done"),
        promised("B", "done", visible=False),
        promised("C", "visible"),
        promised("D", "open"),
        promised("E", "open", followed="rejected"),
        promised("F", "open", followed="started", due="2027-01-15"),
        promised("G", "visible", followed="rejected"),
    ]
    report = told(actions=actions)
    assert rows(report, "promised") == [
        ["A", "done", "+0.1"],
        ["B", "tracked as done, but the answers do not show it", "+0.1"],
        ["C", "not tracked as done, but the answers show it", "+0.1"],
        ["G", "rejected, but the answers show it", "+0.1"],
    ]
    assert rows(report, "rejected") == [["E", "+0.1"]]
    assert rows(report, "still-open") == [
        ["D", "–", "+0.1"],
        ["F", "started, due 15 January 2027", "+0.1"],
    ]
    text = screen(actions=actions)
    assert "E is rejected." in text
    assert "F is started, due 15 January 2027." in text
    assert "G is" not in text


@pytest.mark.parametrize("lay_out", [html_of, markdown_of])
def test_every_format_says_so(lay_out: Any) -> None:
    assert "These are two organisations" in lay_out(told(before=side("Other Trust")))
