"""Stage 6: where a score stands, in one sentence: its level, its target, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from maturity.model.scored import Node
    from maturity.render.report.context import Context


def standing_text(c: Context, node: Node) -> str:
    """Go on from a score: “, level Ad hoc; the target is 2.5, a gap of 0.7”."""
    text = f", level {node.level_name}" if node.level_name else ""
    if node.gap:
        text += f"; the target is {c.target(node)}, a gap of {c.gap(node)}"
    elif node.target is not None:
        text += f"; the target of {c.target(node)} is met"
    if c.is_open(node):
        low, high = c.value(node.low), c.value(node.high)
        text += f". The missing answers could make it anything from {low} to {high}"
    return text
