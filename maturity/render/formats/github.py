"""Stage 6: Markdown for GitHub: with diagrams, and with nothing that pings a person."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from maturity.render.formats.markdown import markdown_environment, tidied
from maturity.render.formats.markdown_escape import escape_markdown
from maturity.render.formats.mentions import without_mentions, without_trace
from maturity.render.formats.mermaid import diagrams
from maturity.render.report.context import Context
from maturity.render.report.view import build_report
from maturity.render.words.clean import clean

if TYPE_CHECKING:
    from jinja2 import Template

    from maturity.model.result import Result
    from maturity.render.report.view import Report
    from maturity.render.words.words import Words


def _escaped(value: object) -> Markup:
    text = escape_markdown(without_mentions(clean(value)))
    return Markup(text)  # noqa: S704 - Markdown needs its own escapes, not HTML's


@cache
def _template() -> Template:
    templates = markdown_environment()
    address = templates.filters["address"]
    templates.finalize = lambda value: value if isinstance(value, Markup) else _escaped(value)
    templates.filters |= {
        "address": lambda url: address(without_trace(str(url))),
        "e": _escaped,
        "escape": _escaped,
    }
    return templates.get_template("report.md.j2")


def render_github(result: Result, words: Words | None = None) -> str:
    """Lay a Result out as Markdown for GitHub."""
    return github_of(build_report(result, words), Context(result, words))


def github_of(report: Report, c: Context | None = None) -> str:
    """Lay any report out; `c` is what its diagrams are drawn from, None where it has none."""
    drawn = diagrams(c) if c is not None else {}
    shown = {anchor: Markup(text) for anchor, text in drawn.items()}  # noqa: S704 - see `drawable`
    return tidied(_template().render(report=report, diagrams=shown))
