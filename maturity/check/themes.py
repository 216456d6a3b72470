"""Stage 2: themes, on their own or named by an assessment: their keys, colours and logo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.chunk import Checked, Chunk, placed
from maturity.check.subject import FileSubject
from maturity.errors import MaturityError
from maturity.load.file_names import whole_path
from maturity.load.theme import LIMITS, examine_theme, refuse_foreign, theme_beside
from maturity.load.yaml_reader import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.check.gather import Named
    from maturity.load.findings import Findings
    from maturity.load.positions import Document
    from maturity.model.assessment import AssessmentFile


def theme_chunk(file: Named) -> Chunk:
    """Give a theme that was found by itself."""
    try:
        document = read_file(file.path, LIMITS)
    except MaturityError as error:
        return Chunk(unreadable=placed(error.problems, error))
    chunk = Chunk()
    _add(document, chunk)
    return chunk


def _add(document: Document, chunk: Chunk) -> None:
    _, findings = examine_theme(document)
    chunk.files.append(Checked(document, findings.problems))
    chunk.subjects.append(("file", FileSubject(document, "theme")))


def check_named_theme(
    file: AssessmentFile, findings: Findings, checked: set[Path], chunk: Chunk
) -> None:
    """Check the theme that an assessment names, unless it was found by itself."""
    path = theme_beside(file.theme, findings) if file.theme is not None else None
    if path is None or whole_path(path) in checked:
        return
    checked.add(whole_path(path))
    try:
        refuse_foreign(path)
        document = read_file(path, LIMITS)
    except MaturityError as error:
        for problem in error.problems:
            findings.at(("theme",), problem.message, problem.hint, "unknown-reference")
        return
    chunk.context.add(document.source.path)
    _add(document, chunk)
