"""What became of the tracked actions, by what they need from a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from maturity.model.action import Action
    from maturity.model.assessment import Tracked


@dataclass(frozen=True, slots=True)
class Unseen:
    """A question that a done action should have raised."""

    question: str
    stated: Fraction
    """The level that the action states."""
    level: Fraction | None
    """The level that the answers give; None where there is no answer."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A tracked action."""

    action: Action
    tracked: Tracked
    days_late: int = 0
    """How many days its due date is past; 0 where it is not."""
    unseen: tuple[Unseen, ...] = ()
    """For a done one, what the answers do not show."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The tracked actions by what they need from a person."""

    late: tuple[Followed, ...]
    """Planned or started and past their date, the latest first."""
    due: tuple[Followed, ...]
    """Planned or started, the nearest date first."""
    undated: tuple[Followed, ...]
    """Planned or started without a date."""
    unseen: tuple[Followed, ...]
    """Done, and not to be seen in the answers."""
    done: tuple[Followed, ...]
    """Done, and the answers show it."""
    rejected: tuple[Followed, ...]
