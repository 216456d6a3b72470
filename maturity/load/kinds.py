"""Stage 1: what kind of file is it? The `format:` line says so, and the other keys tell."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from maturity.errors import Problem, nearest
from maturity.load.source import read_bytes_of
from maturity.load.yaml_reader import Limits

if TYPE_CHECKING:
    from collections.abc import Sequence, Set
    from pathlib import Path

    from maturity.load.positions import Document

KINDS = {
    "framework": "a framework",
    "questionnaire": "a questionnaire",
    "answers": "an answer file",
    "assessment": "an assessment",
    "result": "a result",
    "theme": "a theme",
    "translation": "a translation",
    "language": "a language file",
}
"""What the `format:` line of a file that is read may name, and how people call it."""
# What tells a file whose `format:` line is missing or wrong from one that is not ours.
_TELLING = (
    ("questionnaire", frozenset({"id", "title", "questions"})),
    ("questionnaire", frozenset({"id", "title", "topics", "actions"})),
    ("framework", frozenset({"id", "levels", "dimensions"})),
    ("answers", frozenset({"framework", "answers"})),
    ("assessment", frozenset({"framework", "organisation"})),
    ("translation", frozenset({"framework", "language", "questions"})),
    ("language", frozenset({"code", "months", "sentences"})),
    *(("theme", frozenset({"name", "colours", key})) for key in ("logo", "names", "marking")),
)
_FORMAT = re.compile(r"""^\ufeff?[ \t{]*["']?format["']?[ \t]*:[ \t]*["']?([\w-]+)""", re.M)
_LIKENESS = 0.7
"""How much of a format's name must be like one of ours: other people's formats are not."""
_THEME = frozenset({"name", "colours"})
"""What tells a theme from our other kinds; other people's files have these keys as well."""
_NOT_OF_ANSWERS = frozenset({"status", "targets", "weights", "capacity", "actions", "commentary"})
"""What tells an assessment from an answer file, in which `answers` may be misspelt."""


def kind_of(document: Document) -> str | None:
    """Give what the `format:` line says; None where there is none."""
    data = document.data
    kind = data.get("format") if isinstance(data, dict) else None
    return kind if isinstance(kind, str) else None


def near_kind(name: str) -> str | None:
    """Give our kind that a format's name is, or is a misspelling of; None where it is another's.

    Examples: "answers" for "answer/1", "theme" for "Themes/1", None for "json".
    """
    found = get_close_matches(name.partition("/")[0].lower(), KINDS, n=1, cutoff=_LIKENESS)
    return found[0] if found else None


def is_ours(path: Path) -> bool:
    """Say whether a file names a kind of ours in its `format:` line, however wrong the rest is.

    What another file names, by a path that a stranger wrote, may be anything on this machine: until
    it is known to be ours, nothing of it is shown.

    Raises:
        MaturityError: The file is missing, unreadable, not a regular file, or too large.
    """
    text = read_bytes_of(path, Limits().max_bytes).decode("utf-8", "replace")
    found = _FORMAT.search(text)
    return found is not None and near_kind(found[1]) is not None


def kind_told(keys: Set[object]) -> str | None:
    """Tell a file's kind from the keys at its top; None where they may be anybody's."""
    return next((kind for kind, telling in _TELLING if telling <= keys), None)


def wrong_kind(document: Document, kind: str | None, wanted: Sequence[str]) -> Problem:
    """Say what is wrong with a file's `format:` line, and what would be right."""
    mistaken = wrongly_named(document)
    if mistaken is not None:
        return mistaken
    shown = " or ".join(wanted)
    place = document.locate(("format",))
    if kind is None:
        hint = f"begin the file with 'format: {wanted[0]}'"
        return Problem("the file does not say what it is", hint, place, "schema-version")
    name = kind.partition("/")[0] if "/" in kind else ""
    message = f"the file's format is '{kind}'" if name in KINDS else f"'{kind}' is no format"
    hint = f"a file of format {shown} is needed here"
    if name in {want.partition("/")[0] for want in wanted}:
        hint = f"this maturity reads {shown}; a newer one may read this file"
    elif name not in KINDS:
        near = near_kind(kind)
        hint = nearest(f"{near}/1" if near else kind, [f"{known}/1" for known in KINDS])
    return Problem(message, hint, place, "schema-version")


def wrongly_named(document: Document) -> Problem | None:
    """Say that a file's keys are those of another kind than its `format:` names, if they are."""
    given, data = kind_of(document), document.data
    name = given.partition("/")[0] if given else ""
    if name not in KINDS or not isinstance(data, dict):
        return None
    told = _told_against(name, data.keys())
    if told is None:
        return None
    message = f"the keys are those of {KINDS[told]}, but the format says {given}"
    hint = f"write 'format: {told}/1', if that is what the file is"
    return Problem(message, hint, document.locate(("format",)), "schema-version")


def _told_against(name: str, keys: Set[object]) -> str | None:
    """Give the kind that the keys tell, unless they may be those of the kind that is named."""
    own = {kind for kind, telling in (*_TELLING, ("theme", _THEME)) if telling <= keys}
    told = kind_told(keys) or ("theme" if own else None)
    if told is None or name == "result":
        return None
    if {name, told} == {"answers", "assessment"}:
        is_assessment = not _NOT_OF_ANSWERS.isdisjoint(keys)
        return told if is_assessment == (told == "assessment") else None
    return None if name in own else told
