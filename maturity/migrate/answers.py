"""Migrate: what becomes of each answer of a file: it stays, moves, is copied or is kept aside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from maturity.errors import AnswerError, Problem, nearest
from maturity.migrate.change import Change, version_edits
from maturity.model.migrated import MigratedFile, Step
from maturity.store.edits import Delete, Put, Rename, read_text
from maturity.store.emit import Bare
from maturity.store.whole_tree import Data, read_tree

if TYPE_CHECKING:
    from collections.abc import Collection

    from maturity.migrate.change import Follow, Source
    from maturity.model.answers import AnswerRecord, AnswersFile
    from maturity.model.framework import Framework
    from maturity.model.question import Question
    from maturity.store.edits import Edit
    from maturity.store.emit import Value

ANSWERS, RETIRED = "answers", "retired"


def never_asked(source: Source[AnswersFile], framework: Framework, follow: Follow) -> list[Problem]:
    """Name answers to questions that the framework never had: misspelt, or another's."""
    known = {*framework.questions, *framework.file.renamed, *framework.file.retired}
    return [
        Problem(
            f"'{name}' is no question of this framework, and never was one",
            f"{nearest(name, known)} To keep it unscored, move it under 'retired:'.",
            source.locate((ANSWERS, name)),
            "unknown-reference",
        )
        for name in source.file.answers
        if follow(name) is None
    ]


def plan_answers(source: Source[AnswersFile], framework: Framework, follow: Follow) -> Change:
    """Plan one answer file, all of whose ids are known: nothing that it says is dropped."""
    ids = {name: follow(name) or () for name in source.file.answers}
    moving = _Moving(source, framework)
    for name, now in ids.items():
        if now == (name,):
            moving.stay(name)
    for name, now in ids.items():
        if not now:
            moving.retire(name)
        elif now != (name,):
            moving.move(name, now)
    return moving.change()


def still_fits(question: Question, record: AnswerRecord) -> bool:
    """Whether a question can take an answer as it was given to another version of it."""
    if "not_applicable" in record.model_fields_set:
        reason = (record.not_applicable or "").strip()
        return question.not_applicable and bool(reason) and record.answer is None
    if record.answer is None or record.answer == "unknown":
        return True
    try:
        question.parse(record.answer)
    except AnswerError:
        return False
    return True


def says_anything(record: AnswerRecord) -> bool:
    """Whether a record holds more than a blank."""
    left_out = "not_applicable" in record.model_fields_set
    return left_out or record.answer is not None or bool(record.note or record.evidence)


@dataclass
class _Steps:
    """What became of the answers so far."""

    carried: int = 0
    moved: list[Step] = field(default_factory=list)
    split: list[Step] = field(default_factory=list)
    again: list[Step] = field(default_factory=list)
    retired: list[Step] = field(default_factory=list)
    spare: list[Step] = field(default_factory=list)


class _Moving:
    """Collects the edits of one file; each answer is looked at once."""

    def __init__(self, source: Source[AnswersFile], framework: Framework) -> None:
        self._source = source
        self._framework = framework
        self._records = source.file.answers
        data = read_tree(read_text(source.base, str(source.path))).data
        self._written = mapping_at(data, ANSWERS)
        self._kept = set(mapping_at(data, RETIRED))
        self._taken = {name for name, record in self._records.items() if says_anything(record)}
        self._there = set(self._records)
        self._edits: list[Edit] = []
        self._steps = _Steps()

    def stay(self, name: str) -> None:
        """Leave an answer where it is, if its question can still take it."""
        if still_fits(self._framework.questions[name], self._records[name]):
            self._steps.carried += 1
        else:
            self._steps.again.append(Step(name, (name,), self._set_aside(name)))

    def retire(self, name: str) -> None:
        """Keep the answer to a question that no longer exists."""
        self._steps.retired.append(Step(name, (), self._set_aside(name)))

    def move(self, name: str, ids: tuple[str, ...]) -> None:
        """Give an answer to the questions that took its own's place, if they can take it."""
        record, questions = self._records[name], self._framework.questions
        free = [new for new in ids if new not in self._taken]
        fitting = [new for new in free if still_fits(questions[new], record)]
        refused = tuple(new for new in free if new not in fitting)
        spare = tuple(new for new in ids if new not in free)
        kept = self._keep(name) if refused or spare else ""
        self._place(name, fitting)
        steps = self._steps
        if fitting:
            (steps.moved if len(ids) == 1 else steps.split).append(Step(name, tuple(fitting), kept))
        if refused:
            steps.again.append(Step(name, refused, kept))
        if spare:
            steps.spare.append(Step(name, spare, kept))

    def _place(self, name: str, ids: list[str]) -> None:
        """Rename the key in its place, and write the answer at all further ids."""
        rest = ids
        if ids and ids[0] not in self._there:
            self._edits.append(Rename((ANSWERS, name), ids[0]))
            rest = ids[1:]
        else:
            self._edits.append(Delete((ANSWERS, name)))
        value = value_of(self._written[name])
        for new in rest:
            is_bare = isinstance(self._written.get(new), dict) and not isinstance(value, Mapping)
            self._edits.append(Put((ANSWERS, new), {"answer": value} if is_bare else value))
        self._there |= set(ids)
        if says_anything(self._records[name]):
            self._taken |= set(ids)

    def _set_aside(self, name: str) -> str:
        kept = self._keep(name)
        self._edits.append(Delete((ANSWERS, name)))
        return kept

    def _keep(self, name: str) -> str:
        """Write an answer under `retired:`, beside one that an earlier migration kept there."""
        kept = free_id(name, self._kept)
        self._kept.add(kept)
        self._edits.append(Put((RETIRED, kept), value_of(self._written[name])))
        return kept

    def change(self) -> Change:
        """Give all edits, the version's first."""
        source, steps, version = self._source, self._steps, self._source.file.framework.version
        edits = (*version_edits(version, self._edits, self._framework), *self._edits)
        done = MigratedFile(
            str(source.path),
            version,
            is_current=not edits,
            carried=steps.carried,
            moved=tuple(steps.moved),
            split=tuple(steps.split),
            again=tuple(steps.again),
            retired=tuple(steps.retired),
            spare=tuple(steps.spare),
        )
        return Change(source.path, source.base, edits, done)


def free_id(name: str, used: Collection[str]) -> str:
    """Give the id itself, or with the first number that makes it new: `a.b`, `a.b-2`, `a.b-3`."""
    kept, number = name, 1
    while kept in used:
        number += 1
        kept = f"{name}-{number}"
    return kept


def mapping_at(data: Data, key: str) -> dict[str, Data]:
    """Give the mapping at a key of a file; empty where there is none."""
    part = data.get(key) if isinstance(data, dict) else None
    return {str(name): value for name, value in part.items()} if isinstance(part, dict) else {}


def value_of(data: Data) -> Value:
    """Write data as it was read; a yes or no goes without quotes again."""
    if isinstance(data, dict):
        return {str(key): value_of(part) for key, part in data.items()}
    if isinstance(data, list):
        return [value_of(part) for part in data]
    return Bare(data) if data in ("yes", "no") else data
