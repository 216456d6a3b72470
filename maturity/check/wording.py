"""Stage 2: a question's text, cut into words once, for every rule that reads sentences."""

from __future__ import annotations

import re
from functools import cached_property

_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’&/-]*|[.,;:?!()]")
MARKS = frozenset(".,;:?!()")


class Wording:
    """The words of one text; `tokens` as written with the marks between, `words` small."""

    __slots__ = ("__dict__", "text", "tokens")

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[str] = _TOKEN.findall(text)

    @cached_property
    def lowered(self) -> list[str]:
        """The tokens in small letters, marks included."""
        return [token.lower().replace("’", "'") for token in self.tokens]

    @cached_property
    def words(self) -> list[str]:
        """The words in small letters, without marks."""
        return [token for token in self.lowered if token not in MARKS]

    @cached_property
    def word_set(self) -> frozenset[str]:
        """Each word once."""
        return frozenset(self.words)

    @cached_property
    def spaced(self) -> str:
        """All tokens with a space around each, so that phrases are found whole."""
        return f" {' '.join(self.lowered)} "

    def phrase(self, phrases: tuple[str, ...]) -> str | None:
        """Find the first of some phrases that stands in the text, as whole words."""
        return next((phrase for phrase in phrases if f" {phrase} " in self.spaced), None)

    def written(self, phrase: str) -> str:
        """Give a phrase of tokens as it stands in the text: `e.g.` for `e . g`, with its stop."""
        pattern = r"\s*".join(re.escape(token) for token in phrase.split())
        stop = r"\.?" if "." in phrase else ""
        found = re.search(rf"(?i)\b{pattern}\b{stop}", self.text)
        return found[0] if found else phrase

    def clauses(self) -> list[list[str]]:
        """Cut the words at every mark."""
        found: list[list[str]] = [[]]
        for token in self.lowered:
            if token in MARKS:
                found.append([])
            else:
                found[-1].append(token)
        return [clause for clause in found if clause]


def listed(words: list[str]) -> str:
    """Write words in quotes, one after the other."""
    return ", ".join(f"'{word}'" for word in words)


def words_of(text: str) -> frozenset[str]:
    """Make a set of the words of a text, which is easier to read than a list of them."""
    return frozenset(text.split())
