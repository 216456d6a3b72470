"""Asking: what a typed line means: an answer, or one of the keys. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from maturity.model.question import TextQuestion, YesNoQuestion

if TYPE_CHECKING:
    from maturity.model.question import Question

Name = Literal[
    "answer",
    "keep",
    "back",
    "skip",
    "unknown",
    "leave-out",
    "note",
    "notes",
    "evidence",
    "go",
    "open",
    "search",
    "facts",
    "help",
    "quit",
]

_BY_WORD: dict[str, Name] = {
    "b": "back",
    "back": "back",
    "s": "skip",
    "skip": "skip",
    "d": "unknown",
    "unknown": "unknown",
    "don't know": "unknown",
    "dont know": "unknown",
    "x": "leave-out",
    "n/a": "leave-out",
    "n": "note",
    "note": "note",
    "nn": "notes",
    "notes": "notes",
    "e": "evidence",
    "evidence": "evidence",
    "g": "go",
    "go": "go",
    "l": "open",
    "list": "open",
    "f": "search",
    "find": "search",
    "/": "search",
    "o": "facts",
    "facts": "facts",
    "?": "help",
    "h": "help",
    "help": "help",
    "q": "quit",
    "quit": "quit",
}
_WITH_WORDS: set[Name] = {"leave-out", "note", "go", "search"}
"""The keys that may have something behind them on the same line."""
_LETTER = re.compile(r"\S|nn|g \S+|/.*", re.IGNORECASE)
"""What is a key where a text is asked for."""
LITERAL = "="
"""What stands before an answer that would be taken for a key."""

HELP = (
    ("Enter", "keep the answer shown"),
    ("b", "back to the question before"),
    ("s", "skip it for now"),
    ("d", "don't know"),
    ("x", "not applicable, with the reason: x We run no such service"),
    ("n", "note: n Only in two teams (n - removes it)"),
    ("nn", "a note of several lines"),
    ("e", "evidence: what shows that the answer is true"),
    ("g", "go to a question: g security.mfa, g mfa or g 12"),
    ("l", "list the open questions"),
    ("/", "search: /backup"),
    ("o", "the facts about the organisation"),
    ("?", "why it matters, and these keys"),
    ("q", "quit; every answer is saved already"),
    ("=", "before an answer that looks like a key: = no"),
)
"""Key → what it does, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Key:
    """What a line means, and what stood behind the key."""

    name: Name
    rest: str = ""


def read_key(line: str, question: Question | None) -> Key:
    """Read a line typed at a question; None at the end of all questions.

    On a yes-no question `n` is no; on a text a letter alone, `g ID` and `/word` are keys.
    """
    text = line.strip()
    if not text:
        return Key("keep")
    if text.startswith(LITERAL):
        return Key("answer", text[len(LITERAL) :].strip())
    if isinstance(question, YesNoQuestion) and text.lower() in ("y", "n"):
        return Key("answer", text)
    if isinstance(question, TextQuestion):
        return _key(text) if _LETTER.fullmatch(text) else Key("answer", text)
    return _key(text)


def _key(text: str) -> Key:
    alone = _BY_WORD.get(text.lower())
    if alone is not None:
        return Key(alone)
    if text.startswith("/"):
        return Key("search", text[1:].strip())
    first, _, rest = text.partition(" ")
    name = _BY_WORD.get(first.lower())
    if name in _WITH_WORDS:
        return Key(name, rest.strip())
    return Key("answer", text)
