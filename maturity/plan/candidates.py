"""Stage 5: what could come next in a plan, and which of it closes the most gap a day."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.plan.bundles import Bundle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maturity.plan.needs import Members
    from maturity.plan.progress import Progress

TINY_BITS = 64
CHOICES_A_WORK = 8
"""To choose among so many candidates takes about as long as to score one question again."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Actions that could come next, together."""

    members: Members
    rank: tuple[int, Fraction, Fraction, str]
    """The smallest is best: gap closed a day, negated; effort; the action's or group's id.

    Before the exact gap a day stands its whole part in tiny units, which never disagrees with it
    and is quick to compare.
    """
    considered: Members
    """The actions whose placing puts this out of date."""
    dimensions: Members
    """The dimensions whose change puts this out of date."""
    closes: Fraction
    """The fall of the weighted gap if these came next."""
    questions: Members
    """What these still raise, where all of it counts by shares."""


def rank(gap_closed: Fraction, effort: Fraction, name: str) -> tuple[int, Fraction, Fraction, str]:
    """Rank a candidate."""
    a_day = -gap_closed / effort
    return (a_day.numerator << TINY_BITS) // a_day.denominator, a_day, effort, name


class Candidates:
    """Single actions with their needs, and bundles; each is worked out again only when it must."""

    def __init__(self, progress: Progress, levels: Sequence[Fraction]) -> None:
        self._progress = progress
        position = progress.position
        everything = progress.remaining.changes(progress.outset.open)
        reach = position.engine.scores({**position.values, **everything})
        self._bundles = {
            group: Bundle(group, progress, reach[group], levels)
            for group in sorted(position.groups)
        }
        self._singles: dict[str, Candidate] = {}
        self._grouped: dict[str, Candidate] = {}

    def best(self) -> Candidate | None:
        """Give what closes the most gap a day, then takes less effort, then has the lower id."""
        for name in self._progress.outset.open:
            if name not in self._singles and name not in self._progress.placed:
                members = self._progress.waiting(name)
                self._singles[name] = self._candidate(name, members, members)
        for group, bundle in list(self._bundles.items()):
            if group not in self._grouped:
                self._enter(bundle)
        both = (*self._singles.values(), *self._grouped.values())
        self._progress.position.work.done += len(both) // CHOICES_A_WORK
        useful = (candidate for candidate in both if candidate.rank[0] < 0)
        return min(useful, key=lambda candidate: candidate.rank, default=None)

    def _enter(self, bundle: Bundle) -> None:
        """Work a bundle out; one that has nothing to reach or to close never will have."""
        wanted, considered = bundle.wanted(), bundle.considered()
        if wanted is None or not self._progress.could_close(considered):
            del self._bundles[bundle.group]
            return
        members = bundle.thinned(considered, wanted)
        self._grouped[bundle.group] = self._candidate(bundle.group, members, considered)

    def _candidate(self, name: str, members: Members, considered: Members) -> Candidate:
        progress = self._progress
        closes = progress.closes(members)
        dimensions = frozenset().union(*(progress.touches[member] for member in members))
        return Candidate(
            members=members,
            rank=rank(closes, progress.effort_of(members), name),
            considered=considered,
            dimensions=dimensions,
            closes=closes,
            questions=frozenset(progress.remaining.changes(members))
            if dimensions <= progress.straight
            else frozenset(),
        )

    def remaining(self) -> list[str]:
        """Give the actions that are not placed, those first that were best when last worked out."""
        ranks = {name: candidate.rank for name, candidate in self._singles.items()}
        left = [name for name in self._progress.outset.open if name not in self._progress.placed]
        return sorted(left, key=lambda name: (name not in ranks, ranks.get(name, ()), name))

    def outdate(self, placed: Members, raised: Iterable[str]) -> None:
        """Forget what the placing of actions, and the questions they raised, may have changed."""
        raised = frozenset(raised)
        touched = self._progress.position.touched(raised).keys()
        for known in (self._singles, self._grouped):
            for name, candidate in list(known.items()):
                if not candidate.considered.isdisjoint(placed) or (
                    not candidate.dimensions.isdisjoint(touched)
                    and (known is self._grouped or not self._still_closes(candidate, raised))
                ):
                    del known[name]

    def _still_closes(self, candidate: Candidate, raised: Members) -> bool:
        """Say whether actions close as much as before although others raised their dimension.

        They do where it moves by shares and what they bring still fits below the target.
        """
        progress = self._progress
        if len(candidate.dimensions) > 1 or not candidate.dimensions <= progress.straight:
            return False
        (dimension,) = candidate.dimensions
        is_untouched = candidate.questions.isdisjoint(raised)
        return is_untouched and candidate.closes <= progress.gaps[dimension]
