"""Asking: which question is meant: by its id, its number, its dimension or its words. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.ask.steps import Wrong
from maturity.errors import nearest
from maturity.model.framework import dimension_of

if TYPE_CHECKING:
    from maturity.ask.asked import Selection
    from maturity.model.framework import Framework


def find_place(name: str, selection: Selection) -> int | Wrong:
    """Find the place of a question by its full id, its short one, its number or its dimension."""
    ids = selection.ids
    if name.isdecimal() and name.isascii() and 1 <= int(name[:9]) <= len(ids):
        return int(name) - 1
    wanted = name.lower()
    fits = [n for n, one in enumerate(ids) if wanted in (one, one.partition(".")[2])]
    fits = fits or [n for n, one in enumerate(ids) if dimension_of(one) == wanted][:1]
    if len(fits) == 1:
        return fits[0]
    if fits:
        return Wrong(f"there are several called '{name}'", ", ".join(ids[n] for n in fits))
    if wanted in selection.reasons:
        return Wrong(f"{wanted} is not asked", selection.reasons[wanted])
    short = [one.partition(".")[2] or one for one in ids]
    known = ids if "." in wanted else short
    return Wrong(f"there is no question '{name[:60]}'", nearest(wanted, known, most=6))


def find_words(text: str, selection: Selection, framework: Framework) -> tuple[str, ...]:
    """Find the questions that hold all the words, in their id or their wording."""
    wanted = text.lower().split()
    return tuple(
        name
        for name in selection.ids
        if all(word in f"{name} {framework.questions[name].ask}".lower() for word in wanted)
    )
