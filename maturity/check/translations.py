"""Stage 2: translations against the framework in the folder above, and language files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from maturity.check.chunk import Checked, Chunk, placed
from maturity.check.subject import FileSubject, TranslationSubject
from maturity.errors import MaturityError
from maturity.load.framework import MAIN, examine_framework
from maturity.load.language import examine_language, language_notes
from maturity.load.shape import fit
from maturity.load.translation import FOLDER, examine_translation
from maturity.load.yaml_reader import read_file
from maturity.model.translation import Translation

if TYPE_CHECKING:
    from maturity.check.gather import Named
    from maturity.load.positions import Document
    from maturity.model.framework import Framework


def translation_chunk(file: Named) -> Chunk:
    """Give a translation with what is wrong with it, as far as its framework is sound."""
    try:
        document = read_file(file.path)
    except MaturityError as error:
        return Chunk(unreadable=placed(error.problems, error))
    subject = FileSubject(document, "translation")
    framework, note = _framework_above(document)
    if framework is None:
        _, shape = fit(Translation, document)
        checked = Checked(document, [*document.problems, *shape])
        return Chunk(files=[checked], subjects=[("file", subject)], notes=[note])
    translation, findings = examine_translation(document, framework)
    chunk = Chunk(files=[Checked(document, findings.problems)], subjects=[("file", subject)])
    if translation is not None and not findings.problems:
        held = TranslationSubject(document, translation, framework)
        chunk.subjects.append(("translation", held))
    return chunk


def language_chunk(file: Named) -> Chunk:
    """Give a language file with what is wrong with it; what it lacks is noted."""
    try:
        document = read_file(file.path)
    except MaturityError as error:
        return Chunk(unreadable=placed(error.problems, error))
    language, findings = examine_language(document)
    subject = FileSubject(document, "language")
    chunk = Chunk(files=[Checked(document, findings.problems)], subjects=[("file", subject)])
    if language is not None:
        chunk.notes += language_notes(language, document)
    return chunk


def _framework_above(document: Document) -> tuple[Framework | None, str]:
    """Load the framework that a translation lies beside; else say why it is not held against it."""
    path = document.source.path
    folder = Path(path).resolve().parent
    main = folder.parent / MAIN
    if folder.name != FOLDER or not main.is_file():
        return None, f"{path}: there is no framework above it in which its ids could be looked up"
    try:
        examined = examine_framework(main)
        examined.stop_if_any()
    except MaturityError:
        return None, f"{path}: its ids are looked up once its framework has no errors"
    return examined.framework, ""
