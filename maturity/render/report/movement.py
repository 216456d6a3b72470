"""Stage 6: how a score moved, as a row of a table and as texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Cell, Column, Row, Table
from maturity.render.words.numbers import exactly

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maturity.model.compared import Movement
    from maturity.model.part import Number
    from maturity.render.words.words import Words


def before_text(movement: Movement, levels: Sequence[Number], words: Words) -> str:
    """Show the earlier score, never as a level or target that it does not reach."""
    return words.score(movement.before, (*levels, movement.target_before))


def after_text(movement: Movement, levels: Sequence[Number], words: Words) -> str:
    """Show the later score, never as a level or target that it does not reach."""
    return words.score(movement.after, (*levels, movement.target_after))


def movement_cells(
    movement: Movement, levels: Sequence[Number], words: Words, *, like: bool = True
) -> tuple[str, ...]:
    """Give a dimension's row: title, before, after, like for like unless there is none, target."""
    return (
        movement.title,
        before_text(movement, levels, words),
        after_text(movement, levels, words),
        *([words.signed(movement.change)] if like else []),
        _target_text(movement, words),
    )


def _target_text(movement: Movement, words: Words) -> str:
    after, target = movement.after, movement.target_after
    reached = after is not None and target is not None and exactly(after) >= exactly(target)
    return words.target(target, after, (target,), reached=reached)


def plain_table(
    anchor: str, caption: str, columns: tuple[Column, ...], rows: Iterable[Sequence[str]]
) -> Table:
    """Lay rows of texts out as a table."""
    return Table(anchor, caption, columns, tuple(Row(tuple(map(Cell, row))) for row in rows))
