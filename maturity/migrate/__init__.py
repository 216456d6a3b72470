"""Migrate: answer files and an assessment are brought to the version of a framework."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from maturity.errors import MaturityError
from maturity.migrate.answers import never_asked, plan_answers
from maturity.migrate.assessment import plan_assessment
from maturity.migrate.change import Change, Source, check, write
from maturity.migrate.versions import is_current, why_not

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.errors import Problem
    from maturity.migrate.change import Follow
    from maturity.model.answers import AnswersFile
    from maturity.model.assessment import AssessmentFile
    from maturity.model.framework import Framework

__all__ = ["Change", "Source", "plan", "write"]

_APPROVED = "approvals: the answers have other ids now; approve them again, or set 'status: draft'"


def plan(
    answers: Sequence[Source[AnswersFile]],
    assessment: Source[AssessmentFile] | None,
    framework: Framework,
    follow: Follow,
) -> list[Change]:
    """Work out what to change in each file, and make sure that it can be; nothing is written.

    Args:
        answers: The answer files.
        assessment: The assessment.yaml beside them, if there is one.
        framework: Its version is what the files are brought to.
        follow: Gives the ids of today for a question's old id, as the loader does.

    Raises:
        MaturityError: A file is of another framework or a newer version, answers a question that
            the framework never had, or cannot be changed.
    """
    found = [why_not(assessment, framework)] if assessment else []
    found += [problem for one in answers for problem in _wrong(one, framework, follow)]
    problems = [problem for problem in found if problem is not None]
    if problems:
        raise MaturityError(*problems)
    planned = [_answers(source, framework, follow) for source in answers]
    main = _assessment(assessment, framework, follow, planned) if assessment else []
    changes = [*main, *planned]
    for change in changes:
        check(change)
    return changes


def _wrong(
    source: Source[AnswersFile], framework: Framework, follow: Follow
) -> Sequence[Problem | None]:
    other = why_not(source, framework)
    if other or is_current(source.file.framework, framework):
        return [other]
    return never_asked(source, framework, follow)


def _answers(source: Source[AnswersFile], framework: Framework, follow: Follow) -> Change:
    if is_current(source.file.framework, framework):
        return Change.none(source)
    return plan_answers(source, framework, follow)


def _assessment(
    source: Source[AssessmentFile], framework: Framework, follow: Follow, sheets: Sequence[Change]
) -> list[Change]:
    file = source.file
    if is_current(file.framework, framework):
        change = Change.none(source)
    else:
        change = plan_assessment(source, framework, follow)
    if file.status == "final" and file.approvals and any(map(_has_new_ids, sheets)):
        done = change.done
        return [replace(change, done=replace(done, left=(*done.left, _APPROVED)))]
    return [change]


def _has_new_ids(change: Change) -> bool:
    done = change.done
    return bool(done.moved or done.split or done.again or done.retired or done.spare)
