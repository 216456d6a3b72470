"""Migrate: is a file of this framework, and of a version that can be brought to this one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Problem

if TYPE_CHECKING:
    from maturity.migrate.change import Source
    from maturity.model.answers import AnswersFile, FrameworkRef
    from maturity.model.assessment import AssessmentFile
    from maturity.model.framework import Framework


def is_current(named: FrameworkRef, framework: Framework) -> bool:
    """Whether a file names the framework's own version."""
    return named.version == framework.file.version


def why_not(
    source: Source[AnswersFile] | Source[AssessmentFile], framework: Framework
) -> Problem | None:
    """Say why a file cannot be brought to the framework's version; None when it can."""
    named, own = source.file.framework, framework.file
    if named.id is not None and named.id != own.id:
        message = f"the file names the framework '{named.id}', and this is '{own.id}'"
        hint = "migrate the files of one framework at a time, or name theirs with --framework"
        return Problem(message, hint, source.locate(("framework", "id")), "unknown-reference")
    if named.version is not None and _numbers(named.version) > _numbers(own.version):
        message = f"the file is of version {named.version}, newer than version {own.version} here"
        hint = "name the newer framework with --framework, or install the maturity that has it"
        return Problem(message, hint, source.locate(("framework", "version")), "schema-version")
    return None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
