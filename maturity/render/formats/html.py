"""Stage 6: a Result becomes one HTML file: no script, no request, nothing to install."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from maturity.render.charts.palette import paint
from maturity.render.formats.brand_css import light_colours, style_of
from maturity.render.formats.print_css import print_css
from maturity.render.formats.slim import slim_page
from maturity.render.formats.table_css import table_css
from maturity.render.formats.templates import environment
from maturity.render.report.view import build_report
from maturity.render.words.clean import clean
from maturity.render.words.foreign import Foreign

if TYPE_CHECKING:
    from jinja2 import Template

    from maturity.model.result import Result
    from maturity.render.report.view import Report
    from maturity.render.words.words import Words


@cache
def _template() -> Template:
    return environment(shown).get_template("report.html.j2")


def shown(value: object) -> str:
    """Show a text; where it is in another language than the page, say so."""
    if not isinstance(value, Foreign):
        return clean(value)
    return Markup("").join(_run(text, language) for text, language in value.runs)


def _run(text: str, language: str) -> Markup:
    before, after = (" " if edge.isspace() else "" for edge in (text[0], text[-1]))
    shown = clean(text)
    if not language or not shown:
        return Markup("{}{}{}").format(before, shown, after if shown else "")
    return Markup('{}<span lang="{}">{}</span>{}').format(before, language, shown, after)


def style_hash(style: str) -> str:
    """Give the source expression that lets this style sheet, and no other, apply."""
    digest = hashlib.sha256(style.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def render_html(result: Result, words: Words | None = None) -> str:
    """Lay a Result out as a web page."""
    return html_of(build_report(result, words))


def html_of(report: Report) -> str:
    """Lay any report out as a web page."""
    marks = paint(light_colours(report.brand))
    style = style_data(whole_style(report))
    return slim_page(_template().render(report=report, paint=marks, **style))


def whole_style(report: Report) -> str:
    """Write the style sheet of a report, for the screen and for print."""
    return style_of(report.brand) + table_css(report) + print_css(report)


def style_data(style: str) -> dict[str, str]:
    """Give a template the style sheet, and the hash that lets it apply."""
    whole = Markup(style)  # noqa: S704 - ours; see brand_css for what a theme adds
    return {"style": whole, "style_hash": style_hash(style)}
