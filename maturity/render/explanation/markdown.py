"""Stage 6: an Explanation as Markdown, from the same blocks as on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.explanation.view import explanation_blocks
from maturity.render.formats.markdown_escape import escape_markdown
from maturity.render.screen.blocks import Columns, Heading, Paragraph, Points

if TYPE_CHECKING:
    from maturity.model.explained import Explanation
    from maturity.render.screen.blocks import Block


def render_explanation_markdown(explanation: Explanation) -> str:
    """Lay an explanation out as Markdown; its first heading is the title."""
    first, *rest = explanation_blocks(explanation)
    return "\n\n".join([f"# {_inline(first)}", *map(_block, rest)]) + "\n"


def _inline(block: Block) -> str:
    return escape_markdown(block.text) if isinstance(block, Heading | Paragraph) else ""


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"## {escape_markdown(block.text)}"
    if isinstance(block, Paragraph):
        return escape_markdown(block.text)
    if isinstance(block, Points):
        return "\n".join(f"- {escape_markdown(entry)}" for entry in block.entries)
    return _table(block)


def _table(block: Columns) -> str:
    rules = ["--:" if index in block.right else ":--" for index in range(len(block.headers))]
    rows = [block.headers, *block.rows]
    lines = [f"| {' | '.join(escape_markdown(cell) for cell in row)} |" for row in rows]
    return "\n".join([lines[0], f"| {' | '.join(rules)} |", *lines[1:]])
