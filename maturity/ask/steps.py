"""Asking: what a typed line comes to: one of a few steps, that the dialogue then takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from maturity.ask.session import Session
    from maturity.model.answers import Answer


@dataclass(frozen=True, slots=True)
class Moved:
    """Another question comes next; nothing was said that has to be saved."""

    session: Session
    is_onward: bool = True
    """Whether it follows in order; else the person went back, or to a question of choice."""


@dataclass(frozen=True, slots=True)
class Change:
    """An answer, to be saved before anything else."""

    question: str
    answer: Answer
    is_onward: bool = True
    """Whether the next question then comes; a note leaves the question open for more."""


@dataclass(frozen=True, slots=True)
class Needed:
    """Something more has to be asked first."""

    what: Literal["reason", "note", "notes", "evidence"]


@dataclass(frozen=True, slots=True)
class Shown:
    """Something to be shown; the question stays."""

    what: Literal["help", "open", "found", "facts"]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrong:
    """What was typed does not fit; the question stays."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """The person wants to end here."""


Step = Moved | Change | Needed | Shown | Wrong | Stop
"""One of them."""
