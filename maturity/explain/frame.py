"""Stage 4 told again: what every explanation says of the result that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from maturity.explain.parts import Parts
    from maturity.model.part import Number
    from maturity.model.provenance import Withheld


class Frame(TypedDict):
    """The fields of an Explanation that are the same for all of a Result."""

    organisation: str
    framework: str
    date: str | None
    audience: Literal["full", "team", "board", "public"]
    withheld: tuple[Withheld, ...]
    levels: tuple[Number, ...]
    top: Number


def frame(parts: Parts) -> Frame:
    """Say whose result it is, of which framework, when, and on which scale."""
    result = parts.result
    return Frame(
        organisation=result.organisation.name,
        framework=f"{result.framework.id} {result.framework.version}",
        date=result.date,
        audience=result.audience,
        withheld=result.withheld,
        levels=tuple(level.level for level in result.parameters.scale.levels),
        top=result.parameters.scale.top,
    )
