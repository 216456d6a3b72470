"""Stage 2: what rules look at: a file, a questionnaire, a whole framework, a file of answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from maturity.check.wording import Wording
from maturity.errors import Problem
from maturity.load.references import questions_at
from maturity.model.framework import dimension_of
from maturity.model.question import LevelQuestion

if TYPE_CHECKING:
    import datetime
    from fractions import Fraction

    from maturity.check.reach import Reach
    from maturity.load.findings import Path
    from maturity.load.positions import Document
    from maturity.model.action import Action
    from maturity.model.answers import AnswersFile, AnswerSheet
    from maturity.model.framework import Framework, Questionnaire
    from maturity.model.question import Question
    from maturity.model.shared import Profile
    from maturity.model.translation import Translation


@dataclass(frozen=True)
class Options:
    """What a person set that rules need."""

    acronyms: frozenset[str] = frozenset()
    """Short forms that readers know."""
    evidence_max_age_months: int | None = None
    today: datetime.date | None = None
    """The day that evidence is counted to where a file has no date of its own."""


@dataclass(frozen=True)
class Asked:
    """A question with its place in the file and its words."""

    question: Question
    path: Path
    wording: Wording


def _as_float(statement: tuple[Fraction, str]) -> float:
    return float(statement[0])


class FileSubject:
    """A file of ours, whatever its kind."""

    def __init__(self, document: Document, kind: str) -> None:
        self.document = document
        self.kind = kind

    @property
    def path(self) -> str:
        """The file's path as it was given."""
        return self.document.source.path

    def at(self, path: Path, message: str, hint: str, *, key: bool = False) -> Problem:
        """Make a problem with the value at a path in the file, or with its key."""
        return Problem(message, hint, self.document.locate(path, key=key))


class QuestionnaireSubject(FileSubject):
    """A questionnaire, with its framework where there is one."""

    def __init__(
        self,
        document: Document,
        part: Questionnaire,
        options: Options,
        framework: Framework | None = None,
    ) -> None:
        super().__init__(document, "questionnaire")
        self.part = part
        self.options = options
        self.framework = framework

    @cached_property
    def questions(self) -> list[tuple[Question, Path]]:
        """Every question with its path in the file."""
        return list(questions_at(self.part))

    @cached_property
    def asked(self) -> list[Asked]:
        """Every question with its words, cut from the text once for all rules."""
        return [Asked(q, path, Wording(q.ask)) for q, path in self.questions]

    @cached_property
    def actions(self) -> list[tuple[Action, Path]]:
        """Every action with its path in the file."""
        return [(action, ("actions", n)) for n, action in enumerate(self.part.actions)]

    @cached_property
    def level_questions(self) -> list[tuple[LevelQuestion, Path]]:
        """The questions of type level with their paths in the file."""
        return [(q, path) for q, path in self.questions if isinstance(q, LevelQuestion)]

    @cached_property
    def statements(self) -> list[tuple[Question, Path, list[tuple[Fraction, str]]]]:
        """The questions of type level with their statements, lowest first."""
        return [
            (question, path, sorted(question.levels.items(), key=_as_float))
            for question, path in self.level_questions
        ]


@dataclass
class FrameworkSubject:
    """A whole framework that could be loaded, with where everything stands."""

    framework: Framework
    main: FileSubject
    parts: list[QuestionnaireSubject]
    options: Options = field(default_factory=Options)
    unlisted: list[str] = field(default_factory=list)
    """Questionnaires beside framework.yaml that it does not list."""

    def at(self, path: Path, message: str, hint: str, *, key: bool = False) -> Problem:
        """Make a problem with a place in framework.yaml."""
        return self.main.at(path, message, hint, key=key)

    @cached_property
    def reach(self) -> Reach:
        """What scores answers can reach."""
        from maturity.check.reach import Reach  # scoring is not needed for a lone file

        return Reach(self.framework)

    @cached_property
    def places(self) -> dict[str, tuple[QuestionnaireSubject, Path]]:
        """Question → its file and its path there."""
        return {q.id: (part, path) for part in self.parts for q, path in part.questions}

    @cached_property
    def actions(self) -> dict[str, tuple[Action, QuestionnaireSubject, Path]]:
        """Action → the action, its file and its path there."""
        return {a.id: (a, part, path) for part in self.parts for a, path in part.actions}

    def part_of(self, full_id: str) -> QuestionnaireSubject | None:
        """Find the file of a dimension, or of a question."""
        wanted = dimension_of(full_id)
        return next((part for part in self.parts if part.part.id == wanted), None)


class TranslationSubject(FileSubject):
    """A translation with the framework whose texts it says again."""

    def __init__(self, document: Document, translation: Translation, framework: Framework) -> None:
        super().__init__(document, "translation")
        self.translation = translation
        self.framework = framework


class AnswersSubject(FileSubject):
    """A file of answers that were read against their framework."""

    def __init__(
        self,
        document: Document,
        file: AnswersFile,
        sheet: AnswerSheet,
        framework: Framework,
        profile: Profile | None,
        options: Options,
    ) -> None:
        super().__init__(document, "answers")
        self.file = file
        self.sheet = sheet
        self.framework = framework
        self.profile = profile
        self.options = options
