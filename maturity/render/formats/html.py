"""Stage 6: a Result becomes one HTML file: no script, no request, nothing to install."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from maturity.render.charts.palette import DARK, LIGHT, colour_css, paint
from maturity.render.formats.templates import environment
from maturity.render.report.view import build_report
from maturity.render.words.clean import clean
from maturity.resources import shipped

if TYPE_CHECKING:
    from jinja2 import Template

    from maturity.model.result import Result
    from maturity.render.report.view import Report


@cache
def _template() -> Template:
    return environment(clean).get_template("report.html.j2")


@cache
def _style() -> str:
    rules = (shipped("report_templates") / "report.css").read_text(encoding="utf-8")
    return colour_css(LIGHT, DARK) + rules


def style_hash(style: str) -> str:
    """Give the source expression that lets this style sheet, and no other, apply."""
    digest = hashlib.sha256(style.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def render_html(result: Result) -> str:
    """Lay a Result out as a web page."""
    return html_of(build_report(result))


def html_of(report: Report) -> str:
    """Lay any report out as a web page."""
    style = _style()
    return _template().render(
        report=report,
        paint=paint(LIGHT),
        style=Markup(style),  # noqa: S704 - our own style sheet and colours, no one else's words
        style_hash=style_hash(style),
    )
