"""New files: an answer file that holds every question as a comment, ready to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.levels import show
from maturity.model.question import LevelQuestion
from maturity.new.organisation_text import framework_lines, organisation_lines
from maturity.new.question_text import INDENT, question_lines
from maturity.new.yaml_text import comment, word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.framework import Questionnaire
    from maturity.model.question import Question
    from maturity.new.settings import Settings

_WITH_MORE = """\
#
#   {key}:
#     answer: {answer}
#     note: What is missing, and since when.
#     evidence:
#       - title: Report to the board
#         ref: where it can be found
#         date: 2026-09-14
#         strength: shown        # said, shown or tested
#   {key}: unknown
#   {key}: {{not_applicable: the reason}}
#
"""


def answers_text(settings: Settings, *, is_alone: bool = True) -> str:
    """Write the whole file; in an assessment's folder it is not alone.

    Then assessment.yaml says everything of the organisation, and the file says nothing.
    """
    parts = [(part, settings.asked(part)) for part in settings.framework.questionnaires]
    asked = [(part, questions) for part, questions in parts if questions]
    lines = [*_introduction(settings, [q for _, questions in asked for q in questions])]
    score = "maturity score FILE" if is_alone else "maturity score FOLDER, that of assessment.yaml"
    lines += comment(f"To see where you stand, at any time: {score}")
    lines += ["format: answers/1", *framework_lines(settings), ""]
    lines += [*organisation_lines(settings), ""] if is_alone else []
    lines += [*_respondent(settings), "", "answers:" if asked else "answers: {}"]
    for part, questions in asked:
        lines += _dimension(part, questions, settings)
    return "\n".join(lines) + "\n"


def _introduction(settings: Settings, questions: list[Question]) -> Iterator[str]:
    file = settings.framework.file
    yield from comment(f"Answers to: {file.title}, version {file.version}. {_extent(settings)}")
    yield "#"
    yield from comment(
        "Write each answer after the colon below its question, and save the file. A question "
        "without an answer counts as not answered yet. An answer can have a note and evidence; "
        "what you do not know is `unknown`; what does not apply to you is left out with a reason:"
    )
    example = next((q for q in questions if isinstance(q, LevelQuestion)), None)
    if example is None:
        key, answer = "dimension.question", "2"
    else:
        key, answer = word(example.id), show(min(example.levels))
    yield from _WITH_MORE.format(key=key, answer=answer).splitlines()


def _extent(settings: Settings) -> str:
    """Say which questions are in the file."""
    kind = "The questions of the short version" if settings.is_quick else "All questions"
    which = f" for the role {settings.role}" if settings.role else ""
    is_shorter = settings.profile is not None and settings.profile.leave_out
    but = ", without those that are not asked of this kind of organisation" if is_shorter else ""
    return f"{kind}{which}{but}."


def _respondent(settings: Settings) -> list[str]:
    roles = [word(role.id) for role in settings.framework.file.roles]
    which = f" The role is one of {', '.join(roles)}." if roles else ""
    about = (
        "Who answers. The id stands for the person in every result; without one, the file's name "
        f"does.{which} The unit is a department, site or faculty; the name may be left out."
    )
    return [
        *comment(about),
        "respondent:",
        "  id:",
        f"  role: {word(settings.role)}" if settings.role else "  role:",
        "  unit:",
        "  name:",
        "",
        *comment("individual: one person's answers; agreed: settled in a meeting."),
        "kind: individual",
        *comment("full: every question; quick: the short version."),
        f"scope: {'quick' if settings.is_quick else 'full'}",
        *comment("The day of the answers."),
        f"date: {settings.today.isoformat()}",
    ]


def _dimension(part: Questionnaire, questions: list[Question], settings: Settings) -> list[str]:
    lines = ["", *comment(f"== {part.title} ==", indent=INDENT)]
    lines += comment(part.summary, indent=INDENT) if part.summary else []
    for question in questions:
        lines += ["", *question_lines(question, settings.framework)]
    return lines
