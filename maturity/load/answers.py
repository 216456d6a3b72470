"""Stage 1: an answer file becomes a sheet of answers that its questions can take."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import AnswerError
from maturity.load.history import current_ids, same_major
from maturity.model.answers import Answer, AnswerSheet

if TYPE_CHECKING:
    from collections.abc import Collection

    from maturity.load.findings import Findings
    from maturity.model.answers import AnswerRecord, AnswersFile, AnswerState
    from maturity.model.framework import Framework
    from maturity.model.question import Question
    from maturity.model.question_base import AnswerValue

_LEFT_OUT = {"not_applicable", "not-applicable", "not applicable", "n/a", "na"}
RULE = "invalid-value"


def check_version(file: AnswersFile, framework: Framework, findings: Findings) -> None:
    """Note a file that was written for another framework, or for a version too far away."""
    named, own = file.framework, framework.file
    if named.id is not None and named.id != own.id:
        hint = f"these answers are scored with '{own.id}'; score one framework at a time"
        message = f"the file answers the framework '{named.id}'"
        findings.at(("framework", "id"), message, hint, "unknown-reference")
    elif named.version is not None and not same_major(named.version, framework):
        hint = f"bring it to {own.version} with: maturity migrate {findings.document.source.path}"
        if _newer(named.version, own.version):
            hint = f"install a maturity, or name a framework, that has version {named.version}"
        message = f"the file answers version {named.version}, and version {own.version} is here"
        findings.at(("framework", "version"), message, hint, "schema-version")


def _newer(version: str, than: str) -> bool:
    return [int(part) for part in version.split(".")] > [int(part) for part in than.split(".")]


class SheetReader:
    """Reads answer files against one framework; the same plain answer is worked out once."""

    def __init__(self, framework: Framework, roles: Collection[str]) -> None:
        self._framework = framework
        self._roles = roles
        self._plain: dict[tuple[str, type, object], Answer] = {}

    def read(self, file: AnswersFile, findings: Findings) -> tuple[AnswerSheet, list[str]]:
        """Read every answer against its question; problems are noted, notes returned.

        Answers to renamed questions go to the new ids, unless those are answered themselves.
        """
        path, questions = findings.document.source.path, self._framework.questions
        answers: dict[str, Answer] = {}
        notes: list[str] = []
        moved: list[tuple[str, tuple[str, ...]]] = []
        for name, record in file.answers.items():
            if findings.is_full:
                break
            if name in questions:
                answers[name] = self._answer(questions[name], record, name, findings)
                continue
            ids = current_ids(name, self._framework)
            if ids is None:
                kind = "question of this framework"
                findings.unknown(("answers", name), kind, name, questions, key=True)
            elif not ids:
                notes.append(f"'{name}' is retired; answers to it are kept and not scored")
            else:
                moved.append((name, ids))
        came_from: dict[str, str] = {}
        for name, ids in moved:
            _check_merged(name, ids, came_from, findings)
            free = [new for new in ids if new not in answers or not _says_anything(answers[new])]
            for new in free:
                answers[new] = self._answer(questions[new], file.answers[name], name, findings)
                came_from[new] = name
            notes.append(_moved_note(name, ids, free))
        _check_role(file, self._roles, findings)
        return _sheet(file, path, answers), notes

    def _answer(
        self, question: Question, record: AnswerRecord, name: str, findings: Findings
    ) -> Answer:
        given = record.answer
        if "not_applicable" in record.model_fields_set or isinstance(given, list | dict):
            return _worked_out(question, record, name, findings)
        if record.note or record.evidence:
            return _worked_out(question, record, name, findings)
        key = (question.id, type(given), given)
        known = self._plain.get(key)
        if known is None:
            before = len(findings.problems)
            known = _worked_out(question, record, name, findings)
            if len(findings.problems) == before:
                self._plain[key] = known
        return known


def _check_merged(
    name: str, ids: tuple[str, ...], came_from: dict[str, str], findings: Findings
) -> None:
    """Note two old questions that became one: neither answer is more right than the other."""
    for new in ids:
        if new in came_from:
            message = f"'{came_from[new]}' and '{name}' are both '{new}' now"
            hint = f"answer '{new}' itself, or keep one of the two"
            findings.at(("answers", name), message, hint, "duplicate-id", key=True)


def _says_anything(answer: Answer) -> bool:
    return answer.state != "unanswered" or bool(answer.note or answer.evidence)


def _moved_note(name: str, ids: tuple[str, ...], free: list[str]) -> str:
    """Say where the answer to a renamed question counts: not where there is one already."""
    now, some = ", ".join(ids), ", ".join(free)
    if len(free) == len(ids):
        return f"'{name}' is now {now}; its answer counts there"
    if free:
        return f"'{name}' is now {now}; its answer counts for {some}, the rest is answered already"
    return f"'{name}' is now {now}, which is answered already; the old answer does not count"


def _sheet(file: AnswersFile, path: str, answers: dict[str, Answer]) -> AnswerSheet:
    respondent = file.respondent
    return AnswerSheet(
        path=path,
        respondent="" if file.kind == "agreed" else respondent.id or _id_from(path),
        answers=answers,
        role=respondent.role,
        unit=respondent.unit,
        name=respondent.name,
        agreed=file.kind == "agreed",
        date=file.date,
    )


def _check_role(file: AnswersFile, roles: Collection[str], findings: Findings) -> None:
    role = file.respondent.role
    if role is not None:
        findings.unknown(("respondent", "role"), "role", role, roles)


def _id_from(path: str) -> str:
    """Make a respondent's id from the file's name, the same on every machine."""
    return re.sub(r"[^a-z0-9]+", "-", Path(path).stem.lower()).strip("-") or "respondent"


def _worked_out(question: Question, record: AnswerRecord, name: str, findings: Findings) -> Answer:
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
        entry = () if error.entry is None else (error.entry,)
        findings.at(("answers", name, "answer", *entry), f"{name}: {error}", error.hint, RULE)
        return _made("unanswered", record)


def _made(
    state: AnswerState, record: AnswerRecord, value: AnswerValue | None = None, reason: str = ""
) -> Answer:
    return Answer(state, value, reason, record.note, record.evidence)


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
