"""Stage 6: a Result becomes a report in plain words and numbers, which every format lays out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.model.language_code import LANGUAGE_CODE, base_language
from maturity.render.report.blocks import Fact, Section
from maturity.render.report.brand import branded, titled
from maturity.render.report.context import Context
from maturity.render.report.dimensions import dimensions_section
from maturity.render.report.findings import (
    disagreements_section,
    left_out_section,
    themes_section,
    unknowns_section,
)
from maturity.render.report.front_page import front_page
from maturity.render.report.method import method_section
from maturity.render.report.overview import overview_section
from maturity.render.report.provenance import (
    provenance_section,
    respondents_text,
    scope_text,
    status_text,
)
from maturity.render.report.roadmap import plan_section
from maturity.render.words.words import ENGLISH

if TYPE_CHECKING:
    from maturity.model.result import Result
    from maturity.render.report.brand import Brand
    from maturity.render.words.words import Words


_LANGUAGE = re.compile(LANGUAGE_CODE)


@dataclass(frozen=True, slots=True)
class Labels:
    """The words around the report."""

    skip: str
    contents: str
    made_with: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    language: str
    framework: str
    title: str
    window_title: str
    description: str
    warnings: tuple[str, ...]
    """What must stand above everything: that it is a draft, the short version, or cut."""
    is_draft: bool
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    labels: Labels
    brand: Brand | None = None
    """What a theme adds; None for the look that reports have."""


def build_report(result: Result, words: Words | None = None) -> Report:
    """Put a Result into words; `words` speak another language than English."""
    c = Context(result, words)
    sections = (
        front_page(c),
        overview_section(c),
        dimensions_section(c),
        plan_section(c),
        themes_section(c),
        unknowns_section(c),
        disagreements_section(c),
        left_out_section(c),
        method_section(c),
        provenance_section(c),
    )
    name, framework = result.organisation.name, result.framework.title
    made = c.say("Made with {name} {version}.", name=result.tool.name, version=result.tool.version)
    report = Report(
        language=_language(c),
        framework=framework,
        title=c.say("Maturity report: {name}", name=name),
        window_title=c.say("Maturity report: {name}, {day}", name=name, day=_day(c)),
        description=str(c.say("{framework}: result for {name}", framework=framework, name=name)),
        warnings=warnings_of(c),
        is_draft=result.status != "final",
        facts=_facts(c),
        sections=tuple(section for section in sections if section is not None),
        labels=Labels(c.say("Skip to the report"), c.say("Contents"), made),
    )
    theme, organisation = result.theme, Fact(c.say("Organisation"), name)
    return titled(branded(report, theme, c.words), theme, organisation)


def _language(c: Context) -> str:
    """Give the language of the report's own words; of English, the framework's kind of it."""
    own = c.result.framework.language
    is_english = c.words.code == ENGLISH and base_language(own) == "en"
    return own if is_english and _LANGUAGE.fullmatch(own) else c.words.code


def _day(c: Context) -> str:
    return c.words.day(c.result.date)


def warnings_of(c: Context) -> tuple[str, ...]:
    """Say what must stand above everything: that it is a draft, the short version, or cut."""
    warnings = []
    if c.result.status != "final":
        warnings.append(c.say("DRAFT"))
    if c.result.scope == "quick":
        warnings.append(c.say("Short version"))
    if c.result.audience != "full":
        audiences = {
            "team": c.say("Version for the team"),
            "board": c.say("Version for the board"),
            "public": c.say("Version for the public"),
        }
        warnings.append(audiences[c.result.audience])
    return tuple(warnings)


def _facts(c: Context) -> tuple[Fact, ...]:
    profile = c.result.profile
    facts = [
        (c.say("Profile"), profile.title if profile else ""),
        (c.say("Date"), _day(c)),
        (c.say("Status"), status_text(c)),
        (c.say("Scope"), scope_text(c)),
        (c.say("Answers from"), respondents_text(c)),
    ]
    return tuple(Fact(term, text) for term, text in facts if text)
