"""Does the sums of an explanation again, as a person with pencil and paper would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

F = Fraction
HALF_OF_THE_LAST_PLACE = F(1, 20_000)


def values(line: str) -> list[F]:
    """Work out what stands between the equals signs; all of it must come to the same."""
    line, _, about = line.partition(", about ")
    found = [_value(part) for part in line.split(" = ")]
    if about:
        assert abs(F(about) - found[-1]) <= HALF_OF_THE_LAST_PLACE
    return found


def result(line: str) -> F:
    """Work out a line whose parts are all equal."""
    found = set(values(line))
    assert len(found) == 1, line
    return found.pop()


def _value(part: str) -> F:
    way, _, listed = part.partition(" of ")
    return _combined(way, listed) if listed else _Sum(part).value()


def _combined(way: str, listed: str) -> F:
    answers: list[F] = []
    for word in listed.split(", "):
        number, _, level = word.partition(" × level ")
        answers += [_Sum(level).value()] * int(number) if level else [_Sum(word).value()]
    answers.sort()
    if way == "mean":
        return sum(answers, F(0)) / len(answers)
    if way in ("min", "max"):
        return answers[0] if way == "min" else answers[-1]
    assert way == "median"
    return (answers[(len(answers) - 1) // 2] + answers[len(answers) // 2]) / 2


class _Sum:
    """Reads numbers, + - × /, brackets and min(…)."""

    def __init__(self, text: str) -> None:
        self._words: Iterator[str] = iter(re.findall(r"\d+(?:\.\d+)?|[-+×/(),]|min", text))
        self._word = next(self._words, "")
        assert not re.sub(r"\d+(?:\.\d+)?|[-+×/(), ]|min", "", text), text

    def value(self) -> F:
        found = self._sum()
        assert not self._word
        return found

    def _take(self) -> str:
        word, self._word = self._word, next(self._words, "")
        return word

    def _sum(self) -> F:
        found = self._product()
        while self._word in ("+", "-"):
            found += self._product() if self._take() == "+" else -self._product()
        return found

    def _product(self) -> F:
        found = self._number()
        while self._word in ("×", "/"):
            found = found * self._number() if self._take() == "×" else found / self._number()
        return found

    def _number(self) -> F:
        word = self._take()
        if word == "-":
            return -self._number()
        if word == "min":
            return min(self._bracket())
        if word == "(":
            found = self._sum()
            assert self._take() == ")"
            return found
        return F(word)

    def _bracket(self) -> list[F]:
        assert self._take() == "("
        found = [self._sum()]
        while self._word == ",":
            self._take()
            found.append(self._sum())
        assert self._take() == ")"
        return found
