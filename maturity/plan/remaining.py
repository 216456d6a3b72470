"""Stage 5: what actions still raise; it shrinks as a plan grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.score.aggregate import Gap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from fractions import Fraction

    from maturity.plan.outset import Effects
    from maturity.score.aggregate import Value


class Remaining:
    """For each action, the questions that it would still raise, with the levels."""

    def __init__(self, effects: Mapping[str, Effects], values: Mapping[str, Value]) -> None:
        self.by_action = {name: dict(pairs) for name, pairs in effects.items()}
        self._raisers: dict[str, list[str]] = {}
        for name, pairs in effects.items():
            for question, _ in pairs:
                self._raisers.setdefault(question, []).append(name)
        self.strike(self._raisers, values)

    def strike(self, questions: Iterable[str], values: Mapping[str, Value]) -> None:
        """Strike from all actions the levels that questions have reached."""
        for question in questions:
            value = values[question]
            for name in self._raisers[question]:
                level = self.by_action[name].get(question)
                if level is not None and not isinstance(value, Gap) and level <= value:
                    del self.by_action[name][question]

    def raising(self, questions: Collection[str]) -> list[str]:
        """Give the actions that still raise any of some questions."""
        return [
            name for name, left in self.by_action.items() if not left.keys().isdisjoint(questions)
        ]

    def changes(self, members: Iterable[str]) -> dict[str, Fraction]:
        """Give the questions that some actions still raise together, and how far."""
        found: dict[str, Fraction] = {}
        for name in members:
            for question, level in self.by_action[name].items():
                best = found.get(question)
                if best is None or level > best:
                    found[question] = level
        return found
