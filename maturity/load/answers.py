"""Stage 1: an answer file becomes a sheet of answers that its questions can take."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from maturity.errors import AnswerError
from maturity.load.history import current_ids, same_major
from maturity.model.answers import Answer, AnswerSheet

if TYPE_CHECKING:
    from collections.abc import Collection

    from maturity.load.findings import Findings
    from maturity.model.answers import AnswerRecord, AnswersFile
    from maturity.model.framework import Framework
    from maturity.model.question import Question
    from maturity.model.question_base import AnswerValue

_LEFT_OUT = {"not_applicable", "not-applicable", "not applicable", "n/a", "na"}
RULE = "invalid-value"
State = Literal["answered", "unknown", "not-applicable", "unanswered"]


def check_version(file: AnswersFile, framework: Framework, findings: Findings) -> None:
    """Note a file that was written for another framework, or for a version too far away."""
    named, own = file.framework, framework.file
    if named.id is not None and named.id != own.id:
        hint = f"these answers are scored with '{own.id}'; score one framework at a time"
        message = f"the file answers the framework '{named.id}'"
        findings.at(("framework", "id"), message, hint, "unknown-reference")
    elif named.version is not None and not same_major(named.version, framework):
        hint = f"bring it to {own.version} with: maturity migrate {findings.document.source.path}"
        message = f"the file answers version {named.version}, and version {own.version} is here"
        findings.at(("framework", "version"), message, hint, "schema-version")


def read_sheet(
    file: AnswersFile, framework: Framework, roles: Collection[str], findings: Findings
) -> tuple[AnswerSheet, list[str]]:
    """Read every answer against its question; problems are noted, notes returned.

    Answers to renamed questions go to the new ids, unless those are answered themselves.
    """
    path = findings.document.source.path
    answers: dict[str, Answer] = {}
    notes: list[str] = []
    moved: list[tuple[str, tuple[str, ...]]] = []
    for name, record in file.answers.items():
        if name in framework.questions:
            answers[name] = _answer(framework.questions[name], record, name, findings)
            continue
        ids = current_ids(name, framework)
        if ids is None:
            known = framework.questions
            findings.unknown(("answers", name), "question of this framework", name, known, key=True)
        elif not ids:
            notes.append(f"{path}: '{name}' is retired; its answer is kept and not scored")
        else:
            moved.append((name, ids))
    for name, ids in moved:
        notes.append(f"{path}: '{name}' is now {', '.join(ids)}; its answer counts there")
        for new in ids:
            if new not in answers:
                record = file.answers[name]
                answers[new] = _answer(framework.questions[new], record, name, findings)
    _check_role(file, roles, findings)
    respondent = file.respondent
    sheet = AnswerSheet.model_construct(
        path=path,
        respondent="" if file.kind == "agreed" else respondent.id or _id_from(path),
        role=respondent.role,
        unit=respondent.unit,
        name=respondent.name,
        agreed=file.kind == "agreed",
        date=file.date,
        answers=answers,
    )
    return sheet, notes


def _check_role(file: AnswersFile, roles: Collection[str], findings: Findings) -> None:
    role = file.respondent.role
    if role is not None and file.kind == "individual":
        findings.unknown(("respondent", "role"), "role", role, roles)


def _id_from(path: str) -> str:
    """Make a respondent's id from the file's name, the same on every machine."""
    return re.sub(r"[^a-z0-9]+", "-", Path(path).stem.lower()).strip("-") or "respondent"


def _answer(question: Question, record: AnswerRecord, name: str, findings: Findings) -> Answer:
    given = record.answer
    if "not_applicable" in record.model_fields_set:
        _check_left_out(question, record, name, findings)
        return _made("not-applicable", record, reason=record.not_applicable or "")
    if given is None:
        return _made("unanswered", record)
    if given == "unknown":
        return _made("unknown", record)
    if isinstance(given, str) and given.strip().lower() in _LEFT_OUT:
        hint = f"write {name}: {{not_applicable: the reason}}"
        findings.at(("answers", name, "answer"), f"{name}: a reason is missing", hint, RULE)
        return _made("unanswered", record)
    try:
        return _made("answered", record, question.parse(given))
    except AnswerError as error:
        findings.at(("answers", name, "answer"), f"{name}: {error}", error.hint, RULE)
        return _made("unanswered", record)


def _made(
    state: State, record: AnswerRecord, value: AnswerValue | None = None, reason: str = ""
) -> Answer:
    """Make an answer without validating again what was just validated."""
    return Answer.model_construct(
        state=state, value=value, reason=reason, note=record.note, evidence=record.evidence
    )


def _check_left_out(
    question: Question, record: AnswerRecord, name: str, findings: Findings
) -> None:
    place = ("answers", name, "not_applicable")
    if not record.not_applicable or not record.not_applicable.strip():
        hint = "say in a few words why the question does not apply"
        findings.at(place, f"{name}: a reason is missing", hint, RULE, key=True)
    elif not question.not_applicable:
        hint = "answer it, or write unknown"
        findings.at(place, f"{name} may not be left out", hint, RULE, key=True)
    elif record.answer is not None:
        hint = "keep the answer, or the reason why there is none"
        findings.at(place, f"{name} has an answer and does not apply", hint, RULE, key=True)
