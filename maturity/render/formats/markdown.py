"""Stage 6: a Result becomes Markdown, readable as it is and safe to publish."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment
from markupsafe import Markup

from maturity.render.formats.markdown_escape import escape_markdown
from maturity.render.formats.templates import environment
from maturity.render.report.view import build_report

if TYPE_CHECKING:
    from jinja2 import BaseLoader, Template

    from maturity.model.result import Result
    from maturity.render.report.view import Report
    from maturity.render.words.words import Words


def _escaped(value: object) -> Markup:
    return Markup(escape_markdown(value))  # noqa: S704 - Markdown needs its own escapes, not HTML's


def _address(url: str) -> Markup:
    """Write a link's address: a safe one holds nothing that Markdown reads but entities."""
    return Markup(re.sub(r"&(?=[A-Za-z0-9#])", r"\\&", url))  # noqa: S704 - see `safe_url`


def markdown_environment(
    kind: type[Environment] = Environment, loader: BaseLoader | None = None
) -> Environment:
    """Make an environment that escapes for Markdown."""
    templates = environment(_escaped, kind, loader)
    templates.filters |= {"address": _address, "e": _escaped, "escape": _escaped}
    return templates


@cache
def _template() -> Template:
    return markdown_environment().get_template("report.md.j2")


def render_markdown(result: Result, words: Words | None = None) -> str:
    """Lay a Result out as Markdown with tables."""
    return markdown_of(build_report(result, words))


def markdown_of(report: Report) -> str:
    """Lay any report out as Markdown."""
    return tidied(_template().render(report=report))


def tidied(text: str) -> str:
    """Fold several empty lines to one, and end with one line break."""
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
