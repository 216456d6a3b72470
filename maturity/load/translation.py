"""Stage 1: a translation file, held against the framework whose texts it says again."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import nearest
from maturity.load.file_names import is_file
from maturity.load.findings import Findings, stop_if_any
from maturity.load.framework import framework_path, load_framework
from maturity.load.shape import fit
from maturity.load.translate import given_texts, own_texts, translate
from maturity.load.yaml_reader import read_file
from maturity.model.language_code import base_language
from maturity.model.levels import show
from maturity.model.translation import Translation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from maturity.load.findings import Path as DataPath
    from maturity.load.positions import Document
    from maturity.model.framework import Framework

FOLDER = "translations"
MOST_SHOWN = 100
"""How many texts that the framework does not have are named one by one."""
_KINDS = {
    "levels": "level",
    "roles": "role",
    "facts": "fact",
    "profiles": "profile",
    "lenses": "lens",
    "dimensions": "dimension",
    "topics": "topic",
    "questions": "question",
    "actions": "action",
    "options": "option",
    "items": "item",
}


def find_translated(name: str, language: str | None) -> tuple[Framework, list[str]]:
    """Load a framework by its id or path, in a language where one is asked for.

    Returns:
        The framework, in its own words where there is no translation; and notes on what it lacks.

    Raises:
        MaturityError: There is no such framework, or with every problem of its files.
    """
    folder = framework_path(name)
    framework = load_framework(folder)
    own = framework.file.language
    if language is None or base_language(language) == base_language(own):
        return framework, []
    path = find_translation(folder, language)
    if path is None:
        note = f"the framework has no translation into {language}; its texts are in {own}"
        return framework, [note]
    translation, findings = examine_translation(read_file(path), framework)
    stop_if_any(findings.problems)
    if translation is None:
        return framework, []
    notes = []
    version = translation.framework.version
    if version != framework.file.version:
        now = framework.file.version
        notes.append(f"the translation is of version {version} of the framework; this is {now}")
    missing = len(missing_texts(framework, translation))
    if missing:
        notes.append(_missing_note(missing, translation.language, own))
    return translate(framework, translation), notes


def _missing_note(missing: int, language: str, own: str) -> str:
    if missing == 1:
        return f"1 text of the framework is not in {language} yet and stands in {own}"
    return f"{missing:,} texts of the framework are not in {language} yet and stand in {own}"


def find_translation(folder: Path, language: str) -> Path | None:
    """Find the file for a language beside a framework: of `cy-GB` that one, else of `cy`."""
    beside = folder.parent if is_file(folder) else folder
    paths = (beside / FOLDER / f"{code}.yaml" for code in (language, base_language(language)))
    return next((path for path in paths if is_file(path)), None)


def examine_translation(
    document: Document, framework: Framework
) -> tuple[Translation | None, Findings]:
    """Read a translation and note all that is wrong with it, without raising that."""
    translation, shape = fit(Translation, document)
    findings = Findings(document, shape)
    if translation is None:
        return None, findings
    file = framework.file
    if translation.framework.id != file.id:
        message = f"this translates '{translation.framework.id}', the framework is '{file.id}'"
        hint = f"put it into the folder {FOLDER} of its own framework"
        findings.at(("framework", "id"), message, hint, "unknown-reference")
        return translation, findings
    name = Path(document.source.path).stem
    if translation.language != name:
        message = f"the file is named {name}.yaml and its language is '{translation.language}'"
        findings.at(("language",), message, "make the two the same", "invalid-value")
    if base_language(translation.language) == base_language(file.language):
        message = f"the framework itself is in '{file.language}'"
        findings.at(("language",), message, "name the language of these texts", "invalid-value")
    known = own_texts(framework)
    unknown = [path for path in given_texts(translation) if path not in known]
    parts = _parts_below(known) if unknown else {}
    for path in unknown[:MOST_SHOWN]:
        _note_unknown(path, parts, findings)
    if len(unknown) > MOST_SHOWN:
        message = f"{len(unknown) - MOST_SHOWN} more texts are not in the framework"
        findings.at(("framework", "id"), message, "mend those named first", "unknown-reference")
    return translation, findings


def missing_texts(framework: Framework, translation: Translation) -> list[DataPath]:
    """Give the places of the framework's texts that a translation does not say again."""
    given = given_texts(translation)
    return [path for path in own_texts(framework) if path not in given]


def place_words(path: DataPath) -> str:
    """Name a place in a translation for a person: security.mfa levels 3."""
    top = ("questions", "actions", "dimensions", "topics")
    return " ".join(map(str, path[1:] if path[0] in top and len(path) > 1 else path))


def _parts_below(known: Iterable[DataPath]) -> dict[DataPath, dict[str | int | Fraction, None]]:
    """Give what may come next after each beginning of a path."""
    parts: dict[DataPath, dict[str | int | Fraction, None]] = {}
    for path in known:
        for depth, part in enumerate(path):
            parts.setdefault(path[:depth], {})[part] = None
    return parts


def _note_unknown(
    path: DataPath,
    parts: Mapping[DataPath, Mapping[str | int | Fraction, None]],
    findings: Findings,
) -> None:
    """Note the first part of a path that the framework does not have."""
    depth = next(
        d for d in range(1, len(path) + 1) if path[d - 1] not in parts.get(path[: d - 1], {})
    )
    owner, part = path[: depth - 1], path[depth - 1]
    beside = parts.get(owner, {})
    kind = _KINDS.get(str(owner[-1])) if owner else None
    if isinstance(part, int):
        message = f"the original has {len(beside)} here, this is one more"
        hint = "give as many as there are, in the same order"
    elif kind is None:
        message = f"the original has no '{part}' here"
        hint = f"it has: {', '.join(map(str, beside))}" if beside else "remove it"
    else:
        name = show(part) if isinstance(part, Fraction) else part
        names = [show(one) if isinstance(one, Fraction) else str(one) for one in beside]
        message, hint = f"'{name}' is no {kind} of the original", nearest(name, names)
    findings.at(path[:depth], message, hint, "unknown-reference", key=True)
