"""New files: what they are for, and which questions that leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from maturity.model.framework import questions_in

if TYPE_CHECKING:
    import datetime

    from maturity.model.framework import Framework, Questionnaire
    from maturity.model.question import Question
    from maturity.model.shared import Profile

UNNAMED = "Name of your organisation"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a new file is for."""

    framework: Framework
    today: datetime.date
    framework_path: str | None = None
    """Where the framework is, from the folder of the new file; None for a shipped one."""
    organisation: str = UNNAMED
    profile: Profile | None = None
    """The kind of organisation; None leaves it open."""
    role: str | None = None
    """The respondent's role; None leaves it open."""
    is_quick: bool = False
    """Whether only the short version is answered."""

    def one_folder_down(self) -> Settings:
        """Give the settings of a file that lies in a folder beside this one."""
        path = self.framework_path
        if path is None or PurePath(path).is_absolute():
            return self
        return replace(self, framework_path=f"../{path}")

    def asked(self, part: Questionnaire) -> list[Question]:
        """Give the questions of a dimension that are asked, as far as that can be told now."""
        return [question for question in questions_in(part) if self._is_asked(question)]

    def _is_asked(self, question: Question) -> bool:
        if self.profile is not None and question.id in self.profile.leave_out:
            return False
        if self.is_quick and not (question.quick or question.critical):
            return False
        return self.role is None or not question.answered_by or self.role in question.answered_by
