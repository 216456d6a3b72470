"""What migrating did to each file, or would do."""

from __future__ import annotations

from dataclasses import dataclass

ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one key."""

    old: str
    """The id that the file has."""
    new: tuple[str, ...] = ()
    """The ids that take its place, or that could not."""
    kept: str = ""
    """Under which id the old answer stands in `retired:`; empty where it does not."""
    where: str = ANSWERS
    """The part of the file: answers, targets, weights or commentary."""


@dataclass(frozen=True, slots=True)
class MigratedFile:
    """One file: how many answers stay, and what became of the others."""

    path: str
    was: str | None
    """The version it names; None for none."""
    is_current: bool = False
    """Whether there is nothing to change in it."""
    carried: int = 0
    """How many keys stay as they are."""
    moved: tuple[Step, ...] = ()
    """Renamed one to one."""
    split: tuple[Step, ...] = ()
    """One old question, several new ones: each that can take the answer has it."""
    again: tuple[Step, ...] = ()
    """Questions that cannot take the answer."""
    retired: tuple[Step, ...] = ()
    """Questions that no longer exist."""
    spare: tuple[Step, ...] = ()
    """Old answers to questions that have an answer under the new id already."""
    left: tuple[str, ...] = ()
    """What a person has to change, in sentences."""
