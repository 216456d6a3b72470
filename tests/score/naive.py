"""Scoring once more, slowly and plainly, to compare with: no sharing, no whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

Data = dict[str, Any]
OUT, BLOCKED = "out", "blocked"
Value = Fraction | str


class Naive:
    """Scores the groups of a framework written as data, for given values of its questions.

    `hold`, per group, is a score that an end of a range must not leave: ("low" or "high", scores).
    """

    def __init__(
        self,
        dimensions: list[Data],
        keys: Data,
        values: Mapping[str, Value],
        hold: tuple[str, Mapping[str, Fraction | None]] | None = None,
    ) -> None:
        self.dimensions = dimensions
        self.keys = keys
        self.values = values
        self.hold = hold
        self.levels = [Fraction(step["level"]) for step in keys["levels"]]
        self.found: dict[str, Value] = {}

    def scores(self) -> dict[str, Value]:
        overall = {"title": "", "aggregate": "mean", **self.keys, "topics": self.dimensions}
        children = [(part, self._group(part, part["id"], part["id"])) for part in self.dimensions]
        self.found["overall"] = self._held("overall", self._aggregate(overall, children))
        return self.found

    def _group(self, group: Data, name: str, dimension: str) -> Value:
        children = [
            (child, self.values[f"{dimension}.{child['id']}"])
            for child in group.get("questions", [])
            if child["type"] != "text"
        ]
        children += [
            (child, self._group(child, f"{dimension}.{child['id']}", dimension))
            for child in group.get("topics", [])
        ]
        value = self._aggregate(group, children)
        if name == dimension and isinstance(value, Fraction):
            value = min([value, *self._ceilings(dimension)])
        self.found[name] = self._held(name, value)
        return self.found[name]

    def _held(self, name: str, value: Value) -> Value:
        score = self.hold[1][name] if self.hold else None
        if self.hold is None or score is None or not isinstance(value, Fraction):
            return value
        return min(value, score) if self.hold[0] == "low" else max(value, score)

    def _aggregate(self, group: Data, children: list[tuple[Data, Value]]) -> Value:
        kept = [
            (child, value)
            for child, value in children
            if value != OUT and Fraction(child.get("weight", 1)) > 0
        ]
        how = group.get("aggregate", "mean")
        if not kept or how == "none":
            return OUT
        if any(value == BLOCKED for _, value in kept):
            return BLOCKED
        known = [(child, value) for child, value in kept if isinstance(value, Fraction)]
        if how == "min":
            return min(value for _, value in known)
        if how == "ladder":
            return self._ladder(group, known)
        total = sum((Fraction(child.get("weight", 1)) for child, _ in known), Fraction(0))
        summed = sum((Fraction(c.get("weight", 1)) * value for c, value in known), Fraction(0))
        return summed / total

    def _ladder(self, group: Data, known: list[tuple[Data, Fraction]]) -> Fraction:
        wanted = Fraction(group["pass"] if "pass" in group else self.keys["top"])
        reached = self.levels[0]
        for step in self.levels:
            if any(child["rung"] <= step and value < wanted for child, value in known):
                return reached
            reached = step
        return reached

    def _ceilings(self, dimension: str) -> list[Fraction]:
        found = []
        for name, question in questions_of(self.dimensions):
            value = self.values.get(name)
            if not isinstance(value, Fraction):
                continue
            own = name.partition(".")[0]
            entries = [
                entry
                for entry in question.get("critical", [])
                if entry.get("dimension", own) == dimension and entry["at_most"] >= value
            ]
            if entries:
                found.append(Fraction(min(entries, key=lambda e: Fraction(e["at_most"]))["cap"]))
        return found


def questions_of(dimensions: list[Data]) -> list[tuple[str, Data]]:
    """Every question with its full id, in order."""

    def below(group: Data) -> list[Data]:
        inner = [question for part in group.get("topics", []) for question in below(part)]
        return [*group.get("questions", []), *inner]

    return [(f"{part['id']}.{q['id']}", q) for part in dimensions for q in below(part)]
