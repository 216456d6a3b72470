"""Stage 6: which columns of a page's tables hold numbers, said once for all of their cells.

A class on each of some thousand cells would make the page larger than the rules do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maturity.render.report.blocks import Section
    from maturity.render.report.view import Report

_NUMBERS = "text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap"


def table_css(report: Report) -> str:
    """Set the numbers of every column that holds some, however many columns a table has."""
    places = {place for table in _tables(report.sections) for place in table.number_places}
    cells = ",".join(f".n{place} td:nth-child({place})" for place in sorted(places))
    return f"{cells}{{{_NUMBERS}}}\n" if cells else ""


def _tables(sections: Iterable[Section]) -> Iterator[Table]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, Table))
        yield from _tables(section.sections)
