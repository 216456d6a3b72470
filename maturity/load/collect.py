"""Stage 1: which files do the paths on the command line mean? The `format:` line tells."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maturity.errors import MaturityError, Problem, fail
from maturity.load.file_names import is_file, is_folder, is_yaml
from maturity.load.kinds import kind_of, wrong_kind
from maturity.load.yaml_reader import read_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from maturity.load.positions import Document

MAIN = "assessment.yaml"
ANSWERS_FOLDER = "answers"
ANSWERS, ASSESSMENT = "answers/1", "assessment/1"


@dataclass
class Collected:
    """The files of one assessment, each read once, in an order that paths do not decide."""

    assessment: Document | None = None
    answers: list[Document] = field(default_factory=list)


def collect(paths: Sequence[Path]) -> Collected:
    """Read assessment folders, assessment.yaml, answer files and folders of them.

    Raises:
        MaturityError: A path leads nowhere, or to something else.
    """
    found: dict[Path, Document] = {}
    for path in paths:
        for file in _files(path):
            place = _resolved(file)
            if place not in found:
                found[place] = read_file(file)
    collected, problems = Collected(), []
    for document in sorted(found.values(), key=lambda document: document.source.path):
        problem = _sort_in(document, collected)
        if problem:
            problems.append(problem)
    if problems:
        raise MaturityError(*problems)
    return collected


def _resolved(file: Path) -> Path:
    try:
        return file.resolve()
    except (OSError, RuntimeError, ValueError):  # a link that leads back to itself
        raise fail(f"{file} is a link that leads nowhere", "name the file itself") from None


def _files(path: Path) -> Iterable[Path]:
    if not is_folder(path):
        return [path, *_yaml_in(path.parent / ANSWERS_FOLDER)] if path.name == MAIN else [path]
    if is_file(path / MAIN):
        return [path / MAIN, *_yaml_in(path / ANSWERS_FOLDER)]
    files = _yaml_in(path)
    if not files:
        hint = "give an assessment's folder, an answer file, or a folder of answer files"
        raise fail(f"there are no answer files in {path}", hint)
    return files


def _yaml_in(folder: Path) -> list[Path]:
    if not is_folder(folder):
        return []
    shown = [path for path in _entries(folder) if not path.name.startswith(".")]
    for inner in (path for path in shown if is_folder(path)):
        hidden = next(filter(is_yaml, _entries(inner)), None)
        if hidden is not None:
            hint = "put it beside the other answer files, or name its folder as well"
            raise fail(f"{hidden} lies too deep to be read", hint)
    return [path for path in shown if is_yaml(path) and is_file(path)]


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise fail(f"{folder} cannot be read: {error.strerror}", "check its permissions") from None


def _sort_in(document: Document, collected: Collected) -> Problem | None:
    if document.data is None and document.problems:
        return document.problems[0]
    kind = kind_of(document)
    if kind == ANSWERS:
        collected.answers.append(document)
        return None
    if kind != ASSESSMENT:
        return wrong_kind(document, kind, (ANSWERS, ASSESSMENT))
    if collected.assessment is not None:
        first = collected.assessment.source.path
        message = f"two assessments are given: {first} and {document.source.path}"
        return Problem(message, "score one at a time", document.locate(("format",)))
    collected.assessment = document
    return None
