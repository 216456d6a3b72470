"""Stage 6: numbers as the report's language writes them; what is shown is settled in numbers.py."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.render.words import numbers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.model.language import Language
    from maturity.model.part import Number

_FIGURE = re.compile(r"(£?)(\d+(?:,\d{3})*(?:\.\d+)?)(%?)")


class Figures:
    """Shows numbers in a language; in English where none is given."""

    def __init__(self, language: Language | None = None) -> None:
        self._language = language

    def figure(self, english: str) -> str:
        """Write English figures in this language: £1,200–£1,500 may become 1.200 £–1.500 £.

        A number below 0 has a true minus sign, which is read out and never breaks from it.
        """
        signed = english.replace("-", "−")
        return signed if self._language is None else _FIGURE.sub(self._one, signed)

    def _one(self, found: re.Match[str]) -> str:
        language = self._language
        if language is None:
            return found[0]
        separators = str.maketrans({",": language.group, ".": language.decimal})
        shown = found[2].translate(separators)
        if found[3]:
            shown = language.percent.format(n=shown)
        return language.pounds.format(n=shown) if found[1] else shown

    def plain(self, value: Number | None) -> str:
        """Show a number that is stated: 3, 2.5, 1,200,000."""
        return self.figure(numbers.plain(value))

    def span(self, low: Number, high: Number) -> str:
        """Show a number, or from where to where it may lie: 20, 10–40."""
        ends = self.plain(low), self.plain(high)
        return ends[0] if low == high else f"{ends[0]}–{ends[1]}"

    def score(self, value: Number | str | None, unreached: Iterable[Number | None] = ()) -> str:
        """Show a score; no level or target of `unreached` seems reached that is not."""
        return self.figure(numbers.score_text(value, unreached))

    def target(
        self,
        target: Number | None,
        score: Number | str | None,
        unreached: Iterable[Number | None] = (),
        *,
        reached: bool,
    ) -> str:
        """Show a target; one that is not reached reads above the score."""
        shown = numbers.score_text(score, unreached)
        return self.figure(numbers.target_text(target, shown, reached=reached))

    def range(
        self, low: Number | None, high: Number | None, unreached: Iterable[Number | None]
    ) -> str:
        """Show from which score to which."""
        return self.figure(numbers.range_text(low, high, unreached))

    def agreement(self, value: Number | None) -> str:
        """Show a measure that may be below 0: 0.4, −1.0."""
        return self.figure(numbers.score_text(value))

    def amount(self, value: Number | None) -> str:
        """Show how much something moves: 0.3, 0.02."""
        return self.figure(numbers.amount_text(value))

    def signed(self, value: Number | None) -> str:
        """Show a change with its sign: +0.3, −0.02."""
        return self.figure(numbers.signed_text(value))

    def percent(self, share: Number | None) -> str:
        """Show a share: 85%."""
        return self.figure(numbers.percent_text(share))

    def pounds(self, low: Number, high: Number) -> str:
        """Show a cost: £9,000, £4,500–£18,000."""
        return self.figure(numbers.pounds_text(low, high))
