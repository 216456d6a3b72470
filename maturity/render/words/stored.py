"""Stage 6: sentences that the engine put into a Result, so that they can be said in a language.

Each stands here as the engine writes it, with a gap for what it fills in. `NUMBERS`, `LANGUAGES`
and `WORDS` are gaps for what the engine says itself; any other holds a text that stays as it is.
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
    "Of so many actions the first {n} stand in the best order; the others follow in a simpler one.",
    "Of so many actions the first {n} stand in the best order; the others follow in a simpler one. "
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
ACTIONS_WITHHELD = "actions that bear on what is withheld, and the overall score after each action"
"""What a Result says that it withholds where actions of its plan are left out."""
WITHHELD = (
    "who answered, by name or id",
    "this version tells roles alone",
    "single answers, notes and evidence, and respondents’ reasons why questions do not apply",
    "this version shows what they came to",
    "figures of a role or unit of which one person answered, and what would give them away",
    "they are that person’s answers",
    "who approved, how actions are followed up, notes on how the files were read, and why "
    "questions do not apply",
    "they name people or are in their words",
    "the fingerprint of the answers",
    "guesses at the answers could be tried against it",
    "figures of groups of fewer than {n} people, and what would give them away",
    "they could point at one person",
    "questions (and which are left out), ceilings, actions, commentary and the reason for the "
    "target of: {titles}",
    "the framework marks them as sensitive; their scores are shown",
    "questions (and which are left out), ceilings and actions of: {titles}",
    "a withheld answer could hold their scores down; their scores are shown",
    "actions that are not in the plan",
    "the reasons tell how single questions stand",
    ACTIONS_WITHHELD,
    "what they bring would give withheld scores away",
    "scores of themes that are withheld for half or more, and of themes and ranges from which a "
    "withheld score could be worked out",
    "they would give withheld scores away",
)
LACKING = (
    "1 text of the framework is not in {language} yet and stands in {original}",
    "{n} texts of the framework are not in {language} yet and stand in {original}",
)
NOTES = (
    "some answers name the organisation '{name}'",
    "some files answer the short version only; all questions are scored",
    "'{name}' is retired; answers to it are kept and not scored",
    "'{name}' is now {names}; its answer counts there",
    "'{name}' is now {names}; its answer counts for {some}, the rest is answered already",
    "'{name}' is now {names}, which is answered already; the old answer does not count",
    "the framework has no translation into {language}; its texts are in {original}",
    "the translation is of version {name} of the framework; this is {other}",
    *LACKING,
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
LANGUAGES = frozenset({"language", "original"})
"""The gaps that hold the code of a language."""
WORDS = frozenset({"value", "then"})
"""The gaps that hold a number, or words of the engine's own."""

LONGEST = 1000
"""How many characters a text may have in which gaps are looked for."""

_NUMBER = re.compile("-?[0-9][0-9,]*(?:\\.[0-9]+)?(?:/[0-9]+)?")


def recognised(text: str, among: tuple[str, ...]) -> tuple[str, dict[str, str]] | None:
    """Find which of some sentences a text is, and what fills its gaps; None if it is none."""
    if text in among:
        return among[among.index(text)], {}  # ours, without what may be marked on the other
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
