"""Every error a person can see: what is wrong, where, and what would be right."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_STEPS = 500_000
"""So many pairs of letters are compared to find what a misspelt word means."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: line and column from 1, columns in characters.

    `text` is the line itself without its break, `width` how many characters of it are meant.
    """

    path: str
    line: int = 1
    column: int = 1
    text: str = ""
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, with its remedy (`hint`), its place and the kebab-case rule."""

    message: str
    hint: str = ""
    location: Location | None = None
    rule: str = ""


class MaturityError(Exception):
    """One or more problems that stop the work; the commands print them and exit with 2."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class AnswerError(ValueError):
    """An answer that its question cannot take; `hint` names what it can.

    `entry` is the index of the wrong entry in a list, from 0; None where all of it is meant.
    """

    def __init__(self, message: str, hint: str = "", entry: int | None = None) -> None:
        super().__init__(message)
        self.hint = hint
        self.entry = entry


def fail(message: str, hint: str = "") -> MaturityError:
    """Make the error for a single problem that has no place in a file."""
    return MaturityError(Problem(message, hint))


def closest(word: str, choices: Iterable[str]) -> str | None:
    """Give the choice that is written most like a word, capitals or not; None if none is.

    Example: "ask" for "aks", and for "ASK", among "ask" and "why".
    """
    known = set(choices)
    if word in known:
        return word
    lowered = {choice.lower(): choice for choice in sorted(known, reverse=True)}
    wanted = word.lower()
    found = get_close_matches(wanted, _worth_comparing(wanted, lowered), n=1)
    return lowered[found[0]] if found else None


def _worth_comparing(word: str, choices: Iterable[str]) -> list[str]:
    """Give those choices that may be like a word; of very many, its neighbours in the alphabet.

    Comparing takes as many steps as both lengths multiplied: 20 letters are held against at most
    1,250 choices, 160 letters against 20.
    """
    length = len(word)
    # Nothing is like a word of which it has more than 7/3 of the letters, or fewer than 3/7.
    alike = sorted(c for c in choices if 3 * length <= 7 * len(c) and 3 * len(c) <= 7 * length)
    most = MAX_STEPS // max(1, length) ** 2
    if len(alike) <= most:
        return alike
    first = max(0, bisect_left(alike, word) - most // 2)
    return alike[first : first + most]


def nearest(word: str, choices: Iterable[str], *, most: int = 12) -> str:
    """Say what would be right: the closest choice, else the choices themselves.

    Example: `nearest("mfaa", ["mfa", "backups"])` is "did you mean 'mfa'?".
    """
    known = sorted(set(choices))
    close = closest(word, known)
    if close is not None:
        return f"did you mean '{close}'?"
    shown = ", ".join(known[:most])
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return f"the choices are: {shown}{more}" if known else "there are none to choose from"
