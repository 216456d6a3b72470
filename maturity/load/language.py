"""Stage 1: a language file becomes a Language; its sentences are held against the English ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from maturity.errors import fail, nearest
from maturity.load.findings import Findings, stop_if_any
from maturity.load.shape import fit
from maturity.load.yaml_reader import read_file
from maturity.model.language import Language, Plural
from maturity.model.language_code import LANGUAGE_CODE, base_language
from maturity.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.load.findings import Path as DataPath
    from maturity.load.positions import Document

Forms = Mapping[Plural, str]
ENGLISH = "en-GB"
SUFFIXES = (".yaml", ".yml")
MOST_SHOWN = 5
"""How many sentences that no report says are named."""
MOST_TIMES = 3
"""How often one gap may stand in a sentence."""
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
        hint = f"{nearest(name, language_codes())} Or give the path of a language file."
        raise fail(f"there is no language '{name}'", hint)
    return None if code == ENGLISH else load_language(_folder() / f"{code}.yaml")


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
    language, findings = examine_language(document)
    stop_if_any(findings.problems)
    if language is None:
        raise fail(f"{path} cannot be read as a language file", "run: maturity check")
    return ReadLanguage(language, tuple(language_notes(language, document)))


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
        _check_text(getattr(language, name), gaps, gaps, (name,), findings)
    known = english()
    for sentence, forms in language.sentences.items():
        _check_forms(sentence, forms, known.get(sentence), language, findings)
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


def _check_forms(
    sentence: str,
    forms: Forms,
    known: Forms | None,
    language: Language,
    findings: Findings,
) -> None:
    path = ("sentences", sentence)
    if "other" not in forms:
        hint = "add 'other:', the form for every number that no rule names"
        findings.at(path, "the form 'other' is missing", hint, "missing-field", key=True)
    for form, text in forms.items():
        place = path if len(forms) == 1 else (*path, form)
        if form not in ("other", *language.plurals):
            hint = f"say under 'plurals:' which numbers take it: {form}: {{numbers: [2]}}"
            message = f"no rule says which numbers take the form '{form}'"
            findings.at(place, message, hint, "unknown-reference", key=True)
        if known is not None:
            gaps = {gap for each in (sentence, *known.values()) for gap in _gaps(each) or ()}
            needed = gaps - {"n"} if len(forms) > 1 else gaps
            _check_text(text, gaps, needed, place, findings)


def _check_text(
    text: str, gaps: set[str], needed: set[str], path: DataPath, findings: Findings
) -> None:
    """Note a gap that cannot be filled, one that is missing, and braces that make no gap."""
    shown = ", ".join(f"{{{gap}}}" for gap in sorted(gaps)) or "none"
    found = _gaps(text)
    if found is None:
        hint = f"a gap is a name in braces, at most {MOST_TIMES} times; the gaps here are: {shown}"
        findings.at(path, "the braces do not make gaps", hint, "invalid-value")
        return
    missing = needed - found
    for gap in sorted(found - gaps):
        missing -= set(get_close_matches(gap, missing, n=1))  # a misspelt one is one mistake
        findings.at(
            path, f"there is no gap {{{gap}}} here", f"the gaps are: {shown}", "invalid-value"
        )
    for gap in sorted(missing):
        hint = "write it where its text or number is to stand"
        findings.at(path, f"the gap {{{gap}}} is missing", hint, "invalid-value")


def _gaps(text: str) -> set[str] | None:
    """Give the names of a text's gaps; None where a brace is more or less than a plain gap.

    A gap that stands very often would make a page of any size out of a short file.
    """
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    if any(
        name is not None and (not name.isidentifier() or spec or convert)
        for _, name, spec, convert in parts
    ):
        return None
    names = [name for _, name, _, _ in parts if name]
    return None if any(names.count(name) > MOST_TIMES for name in names) else set(names)


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
