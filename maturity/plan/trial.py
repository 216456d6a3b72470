"""Stage 5: does a group still reach a score when some of what was raised in it is lowered again?"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from maturity.plan.position import Position

Raisers = list[tuple[Fraction, str]]
"""The actions that raise a question, with the levels, the furthest first."""
Levels = dict[str, Fraction]
"""Questions with levels that they have or could have."""


@dataclass(frozen=True)
class Shares:
    """How much of a group's score each question is, as whole numbers of parts."""

    parts: Mapping[str, int]
    whole: int
    """So many parts are 1."""


def straight_shares(group: str, position: Position) -> Shares | None:
    """Give how much of a group's score each question is; None where that is no fixed share.

    It is one where the group and all below it are means, and no ceiling can be on it.
    """
    if position.engine.critical.get(group):
        return None
    found: dict[str, Fraction] = {}
    ahead = [(group, Fraction(1))]
    while ahead:
        name, share = ahead.pop()
        total = position.weights[name]
        if position.groups[name].aggregate != "mean" or not total:
            return None
        for child, weight in position.counted[name].items():
            if child in position.groups:
                ahead.append((child, share * weight / total))
            else:
                found[child] = share * weight / total
    whole = lcm(*(share.denominator for share in found.values()))
    return Shares({name: int(share * whole) for name, share in found.items()}, whole)


class Trial:
    """Questions raised as far as actions raise them, and lowered again where it can be borne."""

    def __init__(self, group: str, position: Position, raisers: Mapping[str, Raisers]) -> None:
        self.group = group
        self.position = position
        self._raisers = raisers
        self.now = {question: pairs[0][0] for question, pairs in raisers.items()}
        """The questions on trial with their levels."""

    def lowered(
        self, raised: Iterable[str], gone: Collection[str], kept: Collection[str]
    ) -> Levels:
        """Give those questions that fall, and how far, where some of the actions kept go."""
        found = {}
        for question in raised:
            if question not in self._raisers:
                continue
            levels = (lv for lv, one in self._raisers[question] if one in kept and one not in gone)
            level = next(levels, self.position.values[question])
            if isinstance(level, Fraction) and level != self.now[question]:
                found[question] = level
        return found

    def lower(self, levels: Levels) -> bool:
        """Lower questions, unless the score would then not be reached; say whether."""
        raise NotImplementedError


class ScoredTrial(Trial):
    """A trial for which the group is scored again, whatever it is."""

    def __init__(
        self, group: str, position: Position, raisers: Mapping[str, Raisers], wanted: Fraction
    ) -> None:
        super().__init__(group, position, raisers)
        self._tried = position.tried(self.now)
        self._wanted = wanted

    def lower(self, levels: Levels) -> bool:
        """Lower questions, unless the score would then not be reached; say whether."""
        score = self._tried.group_after(self.group, levels)
        if not isinstance(score, Fraction) or score < self._wanted:
            return False
        self._tried.move_groups(levels)
        self.now |= levels
        return True


class StraightTrial(Trial):
    """A trial of a group that is means all the way down, without ceilings: a sum of shares.

    Worked: the score is 1, the shares are 1/2 and 1/4, raised from 0 to 4 and to 2: with 5/2 more
    it is 7/2. In quarters of a level, which are whole numbers and quick: 8 + 2. Where 3 is wanted
    8 quarters are needed, so that the second question can go, and the first cannot.
    """

    def __init__(
        self,
        group: str,
        position: Position,
        raisers: Mapping[str, Raisers],
        wanted: Fraction,
        shares: Shares,
    ) -> None:
        super().__init__(group, position, raisers)
        self._shares = shares.parts
        before = {q: v for q in self.now if isinstance(v := position.values[q], Fraction)}
        all_levels = [level for pairs in self._raisers.values() for level, _ in pairs]
        self._finest = lcm(*(level.denominator for level in (*all_levels, *before.values())))
        score = position.scores[group]
        rise = wanted - score if isinstance(score, Fraction) else wanted
        self._needed = ceil(rise * shares.whole * self._finest)
        self._rise = self._fall(before)

    def _fall(self, levels: Levels) -> int:
        """Give by how much the score falls to levels of questions, from what they are now."""
        fall = 0
        for question, level in levels.items():
            drop = self.now[question] - level
            parts = drop.numerator * (self._finest // drop.denominator)
            fall += self._shares.get(question, 0) * parts
        return fall

    def lower(self, levels: Levels) -> bool:
        """Lower questions, unless the score would then not be reached; say whether."""
        left = self._rise - self._fall(levels)
        if left < self._needed:
            return False
        self._rise = left
        self.now |= levels
        return True
