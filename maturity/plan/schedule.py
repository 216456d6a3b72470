"""Stage 5: when each action of a plan runs, by exact moments in months from its start."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
    actions: Sequence[Action], needs: Mapping[str, tuple[str, ...]], days_per_month: Fraction
) -> dict[str, Span]:
    """Start each action, in the order given, as soon as its needs are finished and it fits.

    An action lasts the longer of its months and effort ÷ capacity; its load is even over that
    time. Worked: with 20 days a month, 30 days in 1 month last 3/2 months at 20 a month; 10 days
    in 2 months are 5 a month and begin when the first is finished, at 3/2.
    """
    spans: dict[str, Span] = {}
    lengths = {
        action.id: max(action.months, action.effort_days.midpoint / days_per_month)
        for action in actions
    }
    loads = {action.id: action.effort_days.midpoint / lengths[action.id] for action in actions}
    load = Load(days_per_month, min(loads.values(), default=Fraction(0)))
    for action in actions:
        length = lengths[action.id]
        ready = max((spans[need].finish for need in needs[action.id]), default=Fraction(0))
        start = load.add(ready, length, loads[action.id])
        spans[action.id] = Span(start, start + length)
    return spans


class Load:
    """The days a month that are taken, between the moments at which that changes."""

    def __init__(self, days_per_month: Fraction, lightest: Fraction = Fraction(0)) -> None:
        """Begin with nothing taken; no load that comes is below the lightest."""
        self._capacity = days_per_month
        self._lightest = lightest
        self._full = 0
        """Up to the moment of this index nothing fits any more."""
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
        free, most = self._capacity - load, self._capacity - self._lightest
        while self._full < len(self._moments) - 1 and self._loads[self._full] > most:
            self._full += 1
        start = max(ready, self._moments[self._full])
        for index in range(bisect_right(self._moments, start) - 1, len(self._moments) - 1):
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
