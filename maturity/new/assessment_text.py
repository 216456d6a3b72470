"""New files: assessment.yaml with every section explained, those not needed yet commented out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.levels import show
from maturity.new.organisation_text import framework_lines, organisation_lines
from maturity.new.yaml_text import comment, word

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.new.settings import Settings

_FIRST = (
    "An assessment: what this file says outranks the answer files in answers/, one a person (or "
    "one settled in a meeting). To begin with, the name of the organisation is enough.",
    "A section whose first line begins with # and no space is an example; to use it, remove the # "
    "from each of its lines.",
    "To score it: maturity score FOLDER",
)
_STATUS = (
    "draft: answers may still change; final: they may not, and a critical question without an "
    "answer counts as its lowest level."
)


def assessment_text(settings: Settings) -> str:
    """Write the whole file."""
    lines: list[str] = []
    for text in _FIRST:
        lines += comment(text)
    lines += ["format: assessment/1", *framework_lines(settings), ""]
    lines += [*comment("Who is assessed."), *organisation_lines(settings)]
    lines += _section("The result's date; without one, that of the latest answer file.", ["date:"])
    scope = f"scope: {'quick' if settings.is_quick else 'full'}"
    lines += _section("full: every question; quick: the short version.", [scope])
    lines += _section(_STATUS, ["status: draft"])
    for about, example in _examples(settings):
        lines += _section(about, [f"#{line}" for line in example.splitlines()])
    return "\n".join(lines) + "\n"


def _section(about: str, lines: Iterable[str]) -> list[str]:
    return ["", *comment(about), *lines]


def _examples(settings: Settings) -> Iterable[tuple[str, str]]:
    """Give each further section: what it is for, and an example that would load."""
    framework = settings.framework
    dimension = word(framework.file.dimensions[0])
    action = next((word(name) for name in framework.actions), None)
    yield (
        "Who approved the answers. The digest is answers_digest in result.json; it no longer fits "
        "when an answer has changed.",
        "approvals:\n  - by: Chief executive\n    date: 2026-11-30\n    digest: a1b2c3",
    )
    yield (
        "Kinds of respondents beside those of the framework.",
        "roles:\n  - id: partner-body\n    title: Partner body",
    )
    yield (
        "Targets of your own for a dimension or a question, instead of the profile's.",
        f"targets:\n  {dimension}:\n    level: {show(framework.scale.top)}\n"
        "    because: Asked for by our board\n    agreed_by: Leadership team\n"
        "    date: 2026-09-21",
    )
    yield (
        "Where something counts more or less here; standard and local scores are both shown.",
        f"weights:\n  {dimension}:\n    weight: 1.5\n    because: It is our main risk this year",
    )
    yield (
        "What you can put into actions: working days a month, and pounds a day for their cost.",
        "capacity:\n  days_per_month: 20\n  day_rate: 450",
    )
    yield (
        "What became of actions (planned, started, done or rejected), and actions of your own.",
        _actions(settings, action),
    )
    commented = [f"  {name}: And on this." for name in (dimension, action) if name]
    yield (
        "Your own words in the report: on the whole, on a dimension or on an action.",
        "\n".join(["commentary:", "  summary: What the numbers mean to us.", *commented]),
    )
    yield "The report's look.", "theme: brand.yaml"


def _actions(settings: Settings, action: str | None) -> str:
    framework = settings.framework
    tracked = (
        f"  tracked:\n    {action}:\n      status: started\n      owner: Head of service\n"
        "      due: 2027-03-31\n      note: Begun in two teams\n"
    )
    question, levels = next(iter(framework.possible_levels.items()))
    return (
        f"actions:\n{tracked if action else ''}"
        "  local:\n    - id: our-own-action\n      title: Do what only we can do\n"
        f"      raises:\n        {word(question)}: {show(levels.highest)}\n"
        "      effort_days: {low: 5, high: 20}"
    )
