"""Asking: how far a person is, and how long the rest takes at the pace so far. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.model.framework import dimension_of

if TYPE_CHECKING:
    from maturity.ask.session import Session

LONGEST_SECONDS = 600.0
"""Whoever takes longer over a question has left the room."""
FEWEST = 3
"""With fewer answers in this sitting nothing is said of the time."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How long the answers of this sitting took, in seconds."""

    seconds: float = 0.0
    count: int = 0

    def and_one(self, seconds: float) -> Pace:
        """Count one more answer."""
        return Pace(self.seconds + min(max(seconds, 0.0), LONGEST_SECONDS), self.count + 1)

    def minutes_for(self, questions: int) -> int | None:
        """Give the minutes for so many questions, rounded up; None with too few answers so far.

        Four answers in 120 seconds make 30 seconds each: 5 questions take 3 minutes.
        """
        if self.count < FEWEST or not questions:
            return None
        return max(1, math.ceil(self.seconds / self.count * questions / 60))


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a question stands: in its dimension, and among all that are asked."""

    dimension: str
    """The dimension's title."""
    place: int
    of: int
    answered: int
    total: int
    skipped: int
    number: int
    """Its number among all that are asked, from 1; `g` goes to it."""


def progress_of(session: Session) -> Progress:
    """Count, for the present question."""
    ids, name = session.selection.ids, session.question.id
    dimension = dimension_of(name)
    beside = [one for one in ids if dimension_of(one) == dimension]
    return Progress(
        dimension_title(session, dimension),
        beside.index(name) + 1,
        len(beside),
        len(ids) - len(session.open_ids),
        len(ids),
        len(session.skipped),
        session.at + 1,
    )


def dimension_title(session: Session, dimension: str) -> str:
    """Give what a person reads for a dimension."""
    parts = session.framework.questionnaires
    return next((part.title for part in parts if part.id == dimension), dimension)
