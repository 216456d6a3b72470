"""Checklists: items, and the two ways besides a share to turn chosen items into a level."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from maturity.model.base import Exact, Id, Many, Model, Text, Weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from maturity.model.levels import Scale

MAX_TRIES = 200_000
"""So often one checklist may try a rule on a choice of items: 12 items with a rule each, say."""


class Item(Model):
    """Something that is there or not."""

    id: Id
    """What the answer file holds."""
    label: Text
    """What a person reads."""
    weight: Weight = Fraction(1)
    """How much of the whole it is, when scored by share."""


class AtLeast(Model):
    """A number of items out of some."""

    count: int
    """How many are needed."""
    of: Many[Id] | None = None
    """The items that count; silent, all of them."""


class Rule(Model):
    """A level, and what must hold for it; all keys that are given must."""

    level: Exact
    """What the rule gives."""
    all: Many[Id] | None = None
    """Items that must all be there."""
    any: Many[Id] | None = None
    """Items of which one must be there."""
    none: Many[Id] | None = None
    """Items of which none may be there."""
    at_least: AtLeast | None = None
    """How many of some items must be there."""

    def named(self) -> list[Sequence[str]]:
        """Give the sets of items that the rule looks at."""
        counted = self.at_least.of if self.at_least and self.at_least.of is not None else None
        return [ids for ids in (self.all, self.any, self.none, counted) if ids is not None]

    def holds(self, chosen: frozenset[str], everything: frozenset[str]) -> bool:
        """Say whether the chosen items meet every key of the rule."""
        if self.all is not None and not chosen.issuperset(self.all):
            return False
        if self.any is not None and chosen.isdisjoint(self.any):
            return False
        if self.none is not None and not chosen.isdisjoint(self.none):
            return False
        if self.at_least is None:
            return True
        counted = everything if self.at_least.of is None else frozenset(self.at_least.of)
        return len(chosen & counted) >= self.at_least.count


def level_by_count(count: Mapping[Fraction, int], number: int, scale: Scale) -> Fraction:
    """Give the highest level whose number of items is reached, else the bottom of the scale.

    With `{1: 1, 2: 3, 3: 5}`, 4 items are level 2.
    """
    return max((level for level, needed in count.items() if number >= needed), default=scale.bottom)


def level_by_rules(
    rules: Iterable[Rule], chosen: frozenset[str], everything: frozenset[str], scale: Scale
) -> Fraction:
    """Give the level of the first rule that holds, else the bottom of the scale."""
    return next((rule.level for rule in rules if rule.holds(chosen, everything)), scale.bottom)


def matches(rules: Sequence[Rule], everything: frozenset[str]) -> set[int | None]:
    """Find which rules some choice of items reaches first; None when a choice reaches none.

    Items that the rules never tell apart are tried by their number alone.

    Raises:
        OverflowError: There are too many choices to try.
    """
    if tries(rules, everything) > MAX_TRIES:
        raise OverflowError("the rules tell too many items apart")
    found: set[int | None] = set()
    for chosen in _choices(rules, everything):
        first = next((n for n, rule in enumerate(rules) if rule.holds(chosen, everything)), None)
        found.add(first)
    return found


def possible_by_rules(
    rules: Sequence[Rule], everything: frozenset[str], scale: Scale
) -> set[Fraction]:
    """Give the levels that some choice of items reaches."""
    reached = matches(rules, everything)
    return {scale.bottom if number is None else rules[number].level for number in reached}


def _choices(rules: Sequence[Rule], everything: frozenset[str]) -> Iterable[frozenset[str]]:
    alike = _alike(rules, everything)
    for numbers in product(*(range(len(group) + 1) for group in alike)):
        picked = zip(alike, numbers, strict=True)
        yield frozenset(item for group, number in picked for item in group[:number])


def tries(rules: Sequence[Rule], everything: frozenset[str]) -> int:
    """Count how often `matches` would try a rule; `MAX_TRIES` + 1 where that takes too long."""
    if len(everything) * sum(len(rule.named()) for rule in rules) > MAX_TRIES:
        return MAX_TRIES + 1
    count = len(rules)
    for group in _alike(rules, everything):
        count *= len(group) + 1
    return count


def _alike(rules: Sequence[Rule], everything: frozenset[str]) -> list[list[str]]:
    """Put items together that are in the same sets of every rule."""
    sets = [frozenset(ids) for rule in rules for ids in rule.named()]
    groups: dict[tuple[bool, ...], list[str]] = {}
    for item in sorted(everything):
        groups.setdefault(tuple(item in named for named in sets), []).append(item)
    return list(groups.values())
