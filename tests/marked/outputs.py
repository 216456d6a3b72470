"""Everything that can be made of an assessment for an audience, as text by name."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from maturity.by_group import by_group
from maturity.compare import compare
from maturity.evaluate import evaluate
from maturity.explain import explain
from maturity.explain.parts import Parts
from maturity.load.assessment import load_assessment
from maturity.model.result import Result
from maturity.plan.document import plan_document
from maturity.redact import Audience, redact, redact_groups
from maturity.render.explanation.markdown import render_explanation_markdown
from maturity.render.explanation.view import explanation_blocks, render_explanation_json
from maturity.render.formats.github import render_github
from maturity.render.formats.html import html_of, render_html
from maturity.render.formats.json import render_json
from maturity.render.formats.markdown import markdown_of, render_markdown
from maturity.render.formats.plan_csv import render_plan_csv
from maturity.render.report.comparison import build_comparison
from maturity.render.report.plan_page import build_plan
from maturity.render.screen.by_group import by_group_blocks
from maturity.render.screen.comparison import compare_screen
from maturity.render.screen.framework_text import describe
from maturity.render.screen.plan import plan_screen
from maturity.render.screen.summary import summarise
from maturity.render.screen.terminal import Look, draw
from maturity.render.screen.tracked import follow_up_blocks
from maturity.score import score
from maturity.track import follow_up

ALOUD = Look(width=200, stacked=True)
"""Tables are read out cell by cell, so that a text is not broken up among others."""


def reports(result: Result) -> dict[str, str]:
    """The report in every format, and the summary."""
    return {
        "report.html": render_html(result),
        "report.md": render_markdown(result),
        "report.github.md": render_github(result),
        "result.json": render_json(result),
        "summary.txt": draw(summarise(result), ALOUD),
    }


def plans(result: Result) -> dict[str, str]:
    """The plan in every format."""
    document = plan_document(result)
    page = build_plan(result, document)
    return {
        "plan.txt": draw(plan_screen(result, document), ALOUD),
        "plan.md": markdown_of(page),
        "plan.html": html_of(page),
        "plan.csv": render_plan_csv(result, document),
        "plan.json": document.model_dump_json(by_alias=True),
    }


def comparisons(result: Result, earlier: Result) -> dict[str, str]:
    """The result beside an earlier one in every format."""
    found = compare(earlier, result)
    page = build_comparison(found)
    return {
        "compare.txt": draw(compare_screen(found), ALOUD),
        "compare.md": markdown_of(page),
        "compare.html": html_of(page),
        "compare.json": found.model_dump_json(by_alias=True),
    }


def explanations(result: Result) -> dict[str, str]:
    """Every part explained in every format."""
    found = {}
    for place in Parts(result).places():
        explanation = explain(result, str(place))
        found[f"explain {place}.txt"] = draw(explanation_blocks(explanation), ALOUD)
        found[f"explain {place}.md"] = render_explanation_markdown(explanation)
        found[f"explain {place}.json"] = render_explanation_json(explanation)
    return found


def groups(folder: Path, audience: Audience) -> dict[str, str]:
    """Units and roles side by side."""
    assessment = load_assessment([folder])
    found = {}
    for kind in ("unit", "role"):
        cut = redact_groups(by_group(assessment, kind), audience)
        found[f"by {kind}.txt"] = draw(by_group_blocks(cut, [0, 2, 4]), ALOUD)
        found[f"by {kind}.json"] = cut.model_dump_json(by_alias=True)
    return found


def for_authors(folder: Path) -> dict[str, str]:
    """What those see who keep the files: the framework, and what became of its actions."""
    assessment, today = load_assessment([folder]), datetime.date(2026, 12, 1)
    followed = follow_up(assessment, score(assessment), today)
    return {
        "framework.txt": draw(describe(assessment.framework), ALOUD),
        "track.txt": draw(follow_up_blocks(followed, today), ALOUD),
    }


OF_A_RESULT: tuple[Callable[[Result], dict[str, str]], ...] = (
    reports, plans, explanations,
)  # fmt: skip


def result_of(folder: Path) -> Result:
    """The whole result of an assessment."""
    return evaluate(load_assessment([folder]))


def earlier_of(folder: Path) -> Result:
    """What came before: the same, but everyone's `open.level` was as high as one's is now."""
    now = load_assessment([folder])
    high = next(one for one in now.sheets if one.respondent == "r-local-one")
    answer = {"open.level": high.answers["open.level"]}
    then = [one if one.agreed else replace(one, answers=one.answers | answer) for one in now.sheets]
    return evaluate(replace(now, sheets=tuple(then)))


def outputs(folder: Path, audience: Audience) -> dict[str, str]:
    """Every output for an audience."""
    result = redact(result_of(folder), audience)
    found = groups(folder, audience)
    for make in OF_A_RESULT:
        found |= make(result)
    return found | comparisons(result, redact(earlier_of(folder), audience))
