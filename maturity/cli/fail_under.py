"""`--fail-under N`: is the exact score below a number?"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.errors import fail
from maturity.model.levels import from_number, show
from maturity.render.screen.reservations import name_of
from maturity.render.words.numbers import plain

if TYPE_CHECKING:
    from maturity.model.result import Result
    from maturity.model.scored import Node

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,8})?")


def read_limit(text: str) -> Fraction:
    """Read the number exactly as it is written.

    Raises:
        MaturityError: It is none.
    """
    if not _NUMBER.fullmatch(text):
        raise fail(f"--fail-under takes a number, not '{text}'", "write a score such as 2.5")
    return Fraction(text)


def shortfall(result: Result, limit: Fraction) -> str | None:
    """Say what is below the limit; None if nothing is.

    The overall score counts; in a framework that gives none, the lowest dimension. One that has
    no score although something in it was asked is below every limit. 2.49 is below 2.5, though
    both may be shown as 2.5.
    """
    node = result.overall
    if result.parameters.aggregate == "none":
        asked = [dimension for dimension in result.dimensions if dimension.coverage is not None]
        node = min(asked, key=_exact, default=result.overall)
    name = name_of(result, node)
    if node.exact is None:
        return f"{name} is missing, which counts as below {show(limit)}."
    if _exact(node) >= limit:
        return None
    about = f"about {float(_exact(node)):.4f}, " if "/" in node.exact else ""
    return f"{name} is {about}exactly {node.exact}, which is below {show(limit)}."


def check_reachable(limit: Fraction, result: Result) -> None:
    """Refuse a limit above the scale, which no answers could ever meet.

    Raises:
        MaturityError: The scale ends below the limit.
    """
    top = result.parameters.scale.top
    if limit > from_number(top):
        message = f"--fail-under {show(limit)} is above the scale, which ends at {plain(top)}"
        raise fail(message, f"write {plain(top)} or less")


def _exact(node: Node) -> Fraction:
    return Fraction(-(10**9)) if node.exact is None else Fraction(node.exact)
