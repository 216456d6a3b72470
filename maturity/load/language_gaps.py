"""Stage 1: each sentence of a language file has the gaps of the English one, and its forms."""

from __future__ import annotations

from difflib import get_close_matches
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.load.findings import Findings
    from maturity.load.findings import Path as DataPath
    from maturity.model.language import Language, Plural

    Forms = Mapping[Plural, str]

MOST_TIMES = 3
"""How often one gap may stand in a sentence."""


def check_forms(
    sentence: str,
    forms: Forms,
    known: Forms | None,
    language: Language,
    findings: Findings,
) -> None:
    """Note forms that no rule names or that are missing, and texts with other gaps."""
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
            check_text(text, gaps, needed, place, findings)


def check_text(
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
