"""Stage 6: the head of each printed page: which report it is, and whether it is a draft.

CSS cannot take a text from the page for its margins, so that each page has rules of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.formats.brand_css import css_string
from maturity.render.words.clean import clean

if TYPE_CHECKING:
    from maturity.render.report.view import Report

LONGEST_TITLE = 80
_FONT = "9pt Arial,sans-serif"


def print_css(report: Report) -> str:
    """Write the margins: the title from the second page on; a draft says so on every page.

    The first page says both in its own head.
    """
    title = clean(report.title)
    if len(title) > LONGEST_TITLE:
        title = f"{title[: LONGEST_TITLE - 1].rstrip()}…"
    rules = f"@top-left{{content:{css_string(title)};font:{_FONT};color:#000}}"
    css = f"@page{{{rules}}}\n@page:first{{@top-left{{content:none}}}}\n"
    if report.is_draft and report.warnings:
        mark = css_string(clean(report.warnings[0]))
        css += f"@page{{@top-right{{content:{mark};font:bold {_FONT};color:#8a3d06}}}}\n"
        css += "@page:first{@top-right{content:none}}\n"
    return css
