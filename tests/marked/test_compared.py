"""Two results of which one is for the public: nothing is said of a part as if it were the whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from render.test_view import said
from score.builders import Data, assessment, dimension, framework, level, sheet

from maturity.cli.compare import run
from maturity.compare import compare
from maturity.errors import MaturityError
from maturity.evaluate import evaluate
from maturity.model.compared import Comparison, Movement
from maturity.model.result import Result
from maturity.redact import Audience, redact
from maturity.render.formats.html import html_of
from maturity.render.formats.json import render_json
from maturity.render.formats.markdown import markdown_of
from maturity.render.report.comparison import build_comparison
from maturity.render.report.comparison_summary import comparison_summary
from maturity.render.screen.comparison import compare_screen
from maturity.render.screen.terminal import Look, draw
from maturity.render.words.words import Words

ASIDE = [{"id": "do-a", "title": "Do a", "raises": {"a": 4}, "effort_days": 5}]


def result(a: int, c: int, d: int) -> Result:
    """Four people answer a and b, one answers c; d is sensitive."""
    of = framework(
        dimension("one", level("a"), level("b"), level("c"), actions=ASIDE),
        dimension("secret", level("d"), level("e"), sensitive="yes"),
    )
    everyone: Data = {"one.a": a, "one.b": 2, "secret.d": d, "secret.e": 1}
    sheets = [sheet(everyone, f"p{n}", of=of) for n in range(3)]
    last = sheet({**everyone, "one.c": c}, "p3", of=of)
    return evaluate(assessment(of, *sheets, last, targets={"one": 4}))


def compared(before: Audience, after: Audience) -> Comparison:
    """Of one, a goes from 1 to 2 and c from 3 to 0; of secret, d goes from 1 to 3."""
    return compare(redact(result(1, 3, 1), before), redact(result(2, 0, 3), after))


def screen(comparison: Comparison) -> str:
    """The screen's words, however its lines break."""
    return " ".join(draw(compare_screen(comparison), Look(width=300, stacked=True)).split())


@pytest.mark.parametrize(
    ("before", "after"), [("public", "public"), ("public", "team"), ("team", "public")]
)
def test_nothing_is_scored_like_for_like_where_questions_may_be_withheld(
    before: Audience, after: Audience
) -> None:
    whole = compared("team", "team")
    # one falls from 2 to 4/3, secret rises from 1 to 2: the whole from 3/2 to 5/3
    assert whole.overall.change == pytest.approx(1 / 6)
    assert whole.regressions == ("one",)
    cut = compared(before, after)
    for moved in (cut.overall, *cut.dimensions):
        assert (moved.like_before, moved.like_after, moved.change) == (None, None, None)
    assert (cut.because, cut.regressions) == (None, ())
    assert (cut.added, cut.removed, cut.actions) == ((), (), ())
    assert (cut.before.audience, cut.after.audience) == (before, after)
    assert (cut.overall.before, cut.overall.after) == (1.5, whole.overall.after)


def test_every_page_says_why_and_what_is_left_out() -> None:
    cut = compared("public", "team")
    report = build_comparison(cut)
    for text in (screen(cut), markdown_of(report), html_of(report)):
        assert "Like for like" not in text
        assert "not scored like for like" in text
        assert "rose most" not in text
        assert "comes from the answers" not in text
        assert "tracked as done" not in text
        assert "Left out of these versions" in text
        assert "the framework marks them as sensitive" in text
    assert [one.text.partition("draft. ")[2] for one in report.facts] == [
        "Version for the public.",
        "Version for the team.",
    ]
    assert "The earlier is the version for the public." in screen(cut)
    assert said(report, "summary")[0] == "The overall score went from 1.5 to 1.7."


def test_two_whole_results_are_still_compared_like_for_like() -> None:
    whole = compared("full", "full")
    text = markdown_of(build_comparison(whole)) + screen(whole)
    assert "like for like the change is" in text
    assert "Left out of these versions" not in text
    assert "Version for" not in text


def test_not_all_dimensions_rose_where_one_cannot_be_compared() -> None:
    numbers: dict[str, Any] = {"before": 1, "after": 2, "like_before": 1, "like_after": 2}
    risen = Movement(id="one", title="One", change=1, **numbers)
    unknown = risen.model_copy(update={"id": "two", "title": "Two", "change": None})
    whole = compared("full", "full")
    some = whole.model_copy(update={"dimensions": (risen, risen, unknown)})
    assert "2 of 3 dimensions rose." in str(comparison_summary(Words(), some))


def test_a_regression_is_not_looked_for_in_a_part(tmp_path: Path) -> None:
    files = []
    for name, one in (("before", result(1, 3, 1)), ("after", result(2, 0, 3))):
        path = tmp_path / f"{name}.json"
        path.write_text(render_json(redact(one, "public")), encoding="utf-8")
        files.append(path)
    with pytest.raises(MaturityError, match="for the public may lack questions"):
        run(files[0], files[1], fail_on_regression=True)
