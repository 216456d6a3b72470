"""Stage 6: texts in another language than the report's own words, marked for pages to say so."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Run = tuple[str, str]
"""A text, and the language it is in; empty for the report's own."""


class Foreign(str):
    """A text with runs in another language; wherever it is only a text, it is one."""

    __slots__ = ("runs",)
    runs: tuple[Run, ...]

    def __new__(cls, runs: tuple[Run, ...]) -> Self:
        """Put the runs together."""
        made = super().__new__(cls, "".join(text for text, _ in runs))
        made.runs = runs
        return made


def together(between: str, texts: Iterable[str]) -> str:
    """Join texts; what is in another language stays marked."""
    kept = list(texts)
    if not any(isinstance(text, Foreign) for text in kept):
        return between.join(kept)
    runs: list[Run] = []
    for number, text in enumerate(kept):
        runs += [(between, "")] if number else []
        runs += text.runs if isinstance(text, Foreign) else ((text, ""),)
    return Foreign(tuple(run for run in runs if run[0]))


def filled(sentence: str, values: Mapping[str, object]) -> str:
    """Fill the gaps of a sentence; what is in another language stays marked."""
    if not any(isinstance(value, Foreign) for value in values.values()):
        return sentence.format(**values)
    runs: list[Run] = []
    for text, name, _, _ in Formatter().parse(sentence):
        runs.append((text, ""))
        if name is not None:
            value = values[name]
            runs += value.runs if isinstance(value, Foreign) else ((str(value), ""),)
    return Foreign(tuple(run for run in runs if run[0]))
