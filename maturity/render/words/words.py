"""Stage 6: the report's own words; English stands in the code, a catalogue may replace it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Words:
    """Says things; `catalogue` maps an English sentence, with its {gaps}, to another language."""

    def __init__(self, catalogue: Mapping[str, str] | None = None) -> None:
        self._catalogue = catalogue or {}

    def say(self, english: str, /, **values: object) -> str:
        """Fill the gaps of a sentence: `say("{n} of {all}", n=2, all=6)` is "2 of 6"."""
        return self._catalogue.get(english, english).format(**values)

    def count(self, number: int, one: str, many: str, /, **values: object) -> str:
        """Say it for one or for several; `number` fills the gap {n}."""
        return self.say(one if number == 1 else many, n=number, **values)

    def listed(self, parts: Sequence[str]) -> str:
        """Join names as one would say them: a, b and c."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("{most} and {last}", most=", ".join(parts[:-1]), last=parts[-1])

    def day(self, date: str | None) -> str:
        """Write 2026-11-30 as 30 November 2026; anything else stays as it is."""
        if date is None:
            return self.say("no date")
        year, _, rest = date.partition("-")
        month, _, day = rest.partition("-")
        if not (year.isdecimal() and month.isdecimal() and day.isdecimal()):
            return date
        if not 1 <= int(month) <= len(MONTHS):
            return date
        return f"{int(day)} {self.say(MONTHS[int(month) - 1])} {year}"
