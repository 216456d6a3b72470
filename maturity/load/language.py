"""Stage 1: a language file becomes a Language; its sentences are held against the English ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, Problem, fail, nearest
from maturity.load.file_names import is_file
from maturity.load.findings import Findings, stop_if_any
from maturity.load.kinds import kind_of, wrong_kind
from maturity.load.language_gaps import check_forms, check_text
from maturity.load.shape import fit
from maturity.load.yaml_reader import read_file
from maturity.model.language import Language, Plural
from maturity.model.language_code import LANGUAGE_CODE, base_language
from maturity.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.load.positions import Document

Forms = Mapping[Plural, str]
FORMAT = "language/1"
TRANSLATION = "translation/1"
ENGLISH = "en-GB"
SUFFIXES = (".yaml", ".yml")
MOST_SHOWN = 5
"""How many sentences that no report says are named."""
_FORMS = {"percent": {"n"}, "pounds": {"n"}, "day": {"day", "month", "year"}}


@dataclass(frozen=True)
class ReadLanguage:
    """A language, and what a person should know about its file."""

    language: Language
    notes: tuple[str, ...]
    """Sentences that it lacks, and those that no report says."""


def language_codes() -> list[str]:
    """Give the codes of the languages that are shipped."""
    return sorted(path.stem for path in _folder().glob("*.yaml"))


def find_language(name: str) -> ReadLanguage | None:
    """Load a language by its code, if it is shipped, or by the path of its file.

    `cy-GB` takes `cy` where there is no file of its own. English is None: it stands in the code.

    Raises:
        MaturityError: There is none, or what is there is wrong.
    """
    if name.endswith(SUFFIXES) or "/" in name:
        return load_language(Path(name))
    code = shipped_code(name)
    if code is None:
        raise fail(f"there is no language '{name}'", _hint(name))
    return None if code == ENGLISH else load_language(_folder() / f"{code}.yaml")


def _hint(name: str) -> str:
    """Say what would be a language: the file of that name where there is one."""
    beside = next((f"{name}{end}" for end in SUFFIXES if is_file(Path(f"{name}{end}"))), None)
    if beside is not None:
        return f"did you mean {beside}?"
    known = nearest(name, language_codes())
    stop = "" if known.endswith("?") else "."
    return f"{known}{stop} Or give the path of a language file."


def language_name(code: str) -> str:
    """Give what a shipped language calls itself: English for en-GB; its code where none is."""
    known = shipped_code(code)
    if known is None:
        return code
    language, _ = fit(Language, read_file(_folder() / f"{known}.yaml"))
    return language.name if language else code


def shipped_code(name: str) -> str | None:
    """Give the shipped language that serves a code: `cy` serves `cy-GB`; None where none does."""
    base = base_language(name)
    if not re.fullmatch(LANGUAGE_CODE, name):
        return None
    if base == "en":
        return ENGLISH
    return next((code for code in (name, base) if code in language_codes()), None)


def load_language(path: Path) -> ReadLanguage:
    """Load a language file.

    Raises:
        MaturityError: With every problem of the file, each at its place.
    """
    document = read_file(path)
    kind = kind_of(document)
    if kind != FORMAT:
        raise MaturityError(_other_kind(document, kind))
    language, findings = examine_language(document)
    stop_if_any(findings.problems)
    if language is None:
        raise fail(f"{path} cannot be read as a language file", "run: maturity check")
    return ReadLanguage(language, tuple(language_notes(language, document)))


def _other_kind(document: Document, kind: str | None) -> Problem:
    if kind != TRANSLATION:
        return wrong_kind(document, kind, (FORMAT,))
    message = "this is a translation of a framework; --language takes a language file"
    hint = "a report finds the translation by itself; 'maturity new language' makes a language file"
    return Problem(message, hint, document.locate(("format",)), "schema-version")


def examine_language(document: Document) -> tuple[Language | None, Findings]:
    """Read a language file and note all that is wrong with it, without raising that."""
    language, shape = fit(Language, document)
    findings = Findings(document, shape)
    if language is None:
        return None, findings
    if language.decimal == language.group:
        hint = "give each a sign of its own, or nobody can tell 1.200 from 1.2"
        message = "the signs for decimals and for thousands are the same"
        findings.at(("decimal",), message, hint, "invalid-value")
    for name, gaps in _FORMS.items():
        check_text(getattr(language, name), gaps, gaps, (name,), findings)
    known = english()
    for sentence, forms in language.sentences.items():
        check_forms(sentence, forms, known.get(sentence), language, findings)
    return language, findings


@cache
def english() -> Mapping[str, Forms]:
    """Give every English sentence with its forms."""
    document = read_file(_folder() / f"{ENGLISH}.yaml")
    language, _ = fit(Language, document)
    return language.sentences if language else {}


def unknown_sentences(language: Language) -> list[str]:
    """Give the sentences of a language file that no report says."""
    return [sentence for sentence in language.sentences if sentence not in english()]


def missing_sentences(language: Language) -> list[str]:
    """Give the English sentences that a language file does not say."""
    return [sentence for sentence in english() if sentence not in language.sentences]


def language_notes(language: Language, document: Document) -> Iterator[str]:
    """Say which sentences of a file no report says, and how many it lacks."""
    path = document.source.path
    unknown = unknown_sentences(language)
    for sentence in unknown[:MOST_SHOWN]:
        place = document.locate(("sentences", sentence), key=True)
        close = get_close_matches(sentence, english(), n=1)
        hint = f"; did you mean “{close[0]}”?" if close else ""
        yield f"{place}: no report says “{sentence}”{hint}"
    if len(unknown) > MOST_SHOWN:
        yield f"{path}: {len(unknown) - MOST_SHOWN} more that no report says"
    missing = len(missing_sentences(language))
    if missing:
        count = "1 sentence is" if missing == 1 else f"{missing} sentences are"
        yield f"{path}: {count} missing and said in English"


def _folder() -> Path:
    return shipped("report_templates") / "languages"
