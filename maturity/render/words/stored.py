"""Stage 6: sentences that the engine put into a Result, so that they can be said in a language.

Each stands here as the engine writes it, with a gap for what it fills in. `NUMBERS` and `WORDS` are
gaps for what the engine says itself; any other gap holds a text that stays as it is.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from string import Formatter

PLAN = (
    "There is no plan because there is no score: 1 answer is missing.",
    "There is no plan because there is no score: {n} answers are missing.",
    "There is no plan because there is no target: name a profile, or set targets.",
    "There is no plan because no action brings a score closer to its target.",
    "There is no plan because nothing that has a target is scored.",
    "There is no plan because nothing is below its target.",
    "Some targets stay out of reach even when all of it is done: {titles}.",
    "It is tracked as done; the score follows the answers",
    "It is left out of this plan",
    "It is rejected",
    "It needs “{title}”, which is left out of this plan",
    "It needs “{title}”, which is rejected",
    "What it raises has no answer yet; find that out first",
    "What it raises does not apply, or is not asked here",
    "What it raises is already there",
    "The planned actions raise the same",
    "It raises nothing in the dimension that this plan is for",
    "There is no target for what it raises",
    "The targets are reached without it",
    "It brings no score closer to its target",
)
NOT_ASKED = (
    "not asked of this kind of organisation: {title}",
    "not in the short version",
    "asked only where “{ask}” is answered {value}",
)
ACTIONS_WITHHELD = "actions that raise what is withheld, and the overall score after each action"
"""What a Result says that it withholds where actions of its plan are left out."""
WITHHELD = (
    "names and ids of respondents",
    "this version shows roles only",
    "single answers, notes and evidence",
    "this version shows what they came to",
    "who approved, who owns tracked actions and their notes",
    "they name people",
    "figures of groups of fewer than {n} people, and what would give them away",
    "they could point at one person",
    "questions, ceilings, actions and commentary of: {titles}",
    "the framework marks them as sensitive; their scores are shown",
    ACTIONS_WITHHELD,
    "what they bring would give withheld scores away",
    "scores of themes, and ranges, from which a withheld score could be worked out",
    "they would give its score away",
)
NOTES = (
    "some answers name the organisation '{name}'",
    "some files answer the short version only; all questions are scored",
    "'{name}' is retired; answers to it are kept and not scored",
    "'{name}' is now {names}; its answer counts there",
    "'{name}' is now {names}; its answer counts for {some}, the rest is answered already",
    "'{name}' is now {names}, which is answered already; the old answer does not count",
    "the framework has no translation into {name}; its texts are in {other}",
    "the translation is of version {name} of the framework; this is {other}",
    "{n} texts of the framework are not in {name} yet and stand in {other}",
)
ANSWERS = (
    "yes",
    "no",
    "none of the items",
    "{n} of {all} items",
    "{n} {unit} or more",
    "{n} {unit} or less",
    "{n} {unit}",
)
VALUES = (
    "yes",
    "no",
    "none",
    "{n} or more",
    "{n} or less",
    "{value}, {then}",
    "{value} or {then}",
)
STATUSES = ("planned", "started", "done", "rejected")
DIFFERENCES = (
    "The organisation is named {title}; it was {other}.",
    "The framework's version is {title}; it was {other}.",
    "The profile is {value}; it was {then}.",
    "The number of respondents is {value}; it was {then}.",
    "Capacity in days a month is {value}; it was {then}.",
    "The framework changed without a new version.",
    "The target of {title} is {value}; it was {then}.",
    "The weight of {title} is {value}; it was {then}.",
)
SENTENCES = (*PLAN, *NOT_ASKED, *WITHHELD, *NOTES, *STATUSES, *DIFFERENCES)
STORED = tuple(dict.fromkeys((*SENTENCES, *ANSWERS, *VALUES)))
"""All of them: a language file says each again."""

NUMBERS = frozenset({"n", "all"})
"""The gaps that hold a number."""
WORDS = frozenset({"value", "then"})
"""The gaps that hold a number, or words of the engine's own."""

LONGEST = 1000
"""How many characters a text may have in which gaps are looked for."""

_NUMBER = re.compile("-?[0-9][0-9,]*(?:\\.[0-9]+)?(?:/[0-9]+)?")


def recognised(text: str, among: tuple[str, ...]) -> tuple[str, dict[str, str]] | None:
    """Find which of some sentences a text is, and what fills its gaps; None if it is none."""
    if text in among:
        return text, {}
    if len(text) > LONGEST:
        return None
    for english in among:
        gaps = _gaps(english, text)
        if gaps:
            return english, gaps
    return None


def is_number(text: str) -> bool:
    """Say whether a text is a number as the engine writes it."""
    return _NUMBER.fullmatch(text) is not None


@cache
def _pieces(english: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Take a sentence apart: the fixed text it begins with, then each gap with what follows it."""
    parts = [(fixed, gap) for fixed, gap, _, _ in Formatter().parse(english)]
    gaps = [gap for _, gap in parts if gap is not None]
    return parts[0][0], tuple(zip_longest(gaps, [fixed for fixed, _ in parts[1:]], fillvalue=""))


def _gaps(english: str, text: str) -> dict[str, str]:
    """Find what fills a sentence's gaps; nothing if the text is another.

    A gap ends where the fixed text after it first comes, so that no text takes long: strangers
    write what is looked at here.
    """
    first, gaps = _pieces(english)
    if not text.startswith(first):
        return {}
    found: dict[str, str] = {}
    at = len(first)
    for count, (gap, after) in enumerate(gaps, 1):
        if count < len(gaps):
            end = text.find(after, at + 1)
        else:
            end = len(text) - len(after) if text.endswith(after) else -1
        if end <= at or (gap in NUMBERS and not is_number(text[at:end])):
            return {}
        found[gap] = text[at:end]
        at = end + len(after)
    return found
