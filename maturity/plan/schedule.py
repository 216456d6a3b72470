"""Stage 5: when each action of a plan runs, by exact moments in months from its start."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maturity.model.action import Action

Horizon = Literal["now", "next", "later"]
NOW_MONTHS = 3
NEXT_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Span:
    """When an action runs, in months from the start of the plan."""

    start: Fraction
    finish: Fraction

    @property
    def horizon(self) -> Horizon:
        """Where a reader finds it: finished by month 3 is now, by month 12 next, else later."""
        if self.finish <= NOW_MONTHS:
            return "now"
        return "next" if self.finish <= NEXT_MONTHS else "later"


def schedule(
    actions: Iterable[Action], needs: Mapping[str, tuple[str, ...]], days_per_month: Fraction
) -> dict[str, Span]:
    """Start each action, in the order given, as soon as its needs are finished and it fits.

    An action lasts the longer of its months and effort ÷ capacity; its load is even over that
    time. Worked: with 20 days a month, 30 days in 1 month last 3/2 months at 20 a month; 10 days
    in 2 months are 5 a month and begin when the first is finished, at 3/2.
    """
    spans: dict[str, Span] = {}
    load = Load(days_per_month)
    for action in actions:
        effort = action.effort_days.midpoint
        length = max(action.months, effort / days_per_month)
        ready = max((spans[need].finish for need in needs[action.id]), default=Fraction(0))
        start = load.add(ready, length, effort / length)
        spans[action.id] = Span(start, start + length)
    return spans


class Load:
    """The days a month that are taken, between the moments at which that changes."""

    def __init__(self, days_per_month: Fraction) -> None:
        self._capacity = days_per_month
        self._moments = [Fraction(0)]
        self._loads = [Fraction(0)]
        """The load from each moment to the next; after the last moment there is none."""

    def add(self, ready: Fraction, length: Fraction, load: Fraction) -> Fraction:
        """Take up a load at the earliest moment from which it fits throughout; give that moment."""
        start = self._earliest(ready, length, load)
        first, end = self._moment(start), self._moment(start + length)
        for index in range(first, end):
            self._loads[index] += load
        return start

    def _earliest(self, ready: Fraction, length: Fraction, load: Fraction) -> Fraction:
        free = self._capacity - load
        start = ready
        for index in range(bisect_right(self._moments, ready) - 1, len(self._moments) - 1):
            if self._moments[index] >= start + length:
                break
            if self._loads[index] > free:
                start = self._moments[index + 1]
        return start

    def _moment(self, moment: Fraction) -> int:
        """Find the place of a moment, made where it is not there yet."""
        index = bisect_left(self._moments, moment)
        if index == len(self._moments) or self._moments[index] != moment:
            self._moments.insert(index, moment)
            self._loads.insert(index, self._loads[index - 1])
        return index
