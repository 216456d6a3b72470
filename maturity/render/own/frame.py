"""Stage 6: what a template of somebody's own must leave as it is, measured on the finished text.

That is all that stands outside the blocks, with the page's policy, its style sheet and the marking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from maturity.render.own.rules import TemplateError
from maturity.render.own.sandbox import SHIPPED, shipped_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment

_CUT = "\0"
"""Stands for a block; no text that is shown can hold it."""


def frame_of(templates: Environment, main: str, data: Mapping[str, object]) -> list[str]:
    """Give what the shipped template writes before, between and after its blocks."""
    name = f"{SHIPPED}{main}"
    blocks = {block.name for block in templates.parse(shipped_text(main)).find_all(nodes.Block)}
    cuts = "".join(f"{{% block {block} %}}{_CUT}{{% endblock %}}" for block in sorted(blocks))
    own = templates.from_string(f'{{% extends "{name}" %}}{cuts}')
    return own.render(data).split(_CUT)


def check_frame(text: str, frame: Sequence[str], main: str) -> list[tuple[int, int]]:
    """Check that a report begins, goes on and ends as the shipped one does around its blocks.

    Returns:
        Where each part begins and ends that blocks fill. Blocks with nothing but white space
        between them are one part.

    Raises:
        TemplateError: Something outside the blocks is another.
    """
    at, end = len(frame[0]), len(text) - len(frame[-1])
    is_kept = text.startswith(frame[0]) and text.endswith(frame[-1])
    holes = []
    for part in filter(str.strip, frame[1:-1]):
        found = text.find(part, at, end)
        is_kept = is_kept and found >= 0
        holes.append((at, found))
        at = found + len(part)
    if not is_kept or at > end:
        message = "the template changes what stands outside its blocks: the page's head or marking"
        raise TemplateError(message, "change only what is in blocks", main, 1)
    return [*holes, (at, end)]
