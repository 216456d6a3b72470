"""Stage 2, rule R216: a weight that cannot change any score.

Somebody wrote it to make a thing count more or less, and it does not: the group has one child,
takes its weakest child or is a ladder, or the thing is never scored.

Bad:

    questions:
      - {id: remarks, type: text, weight: 3, …}

Good:

    questions:
      - {id: remarks, type: text, …}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.load.references import topics_at
from maturity.model.question_counted import ChecklistQuestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.check.subject import QuestionnaireSubject
    from maturity.errors import Problem
    from maturity.load.findings import Path
    from maturity.model.framework import Group

CODE = "R216"
NAME = "idle-weight"
SEVERITY = "warning"
ON = "questionnaire"

REMOVE = "remove the weight"


def check(subject: QuestionnaireSubject) -> Iterator[Problem]:
    """Look at every weight that was written and is not 0, which has a meaning of its own."""
    part = subject.part
    yield from _in_group(part, (), subject)
    for topic, path in topics_at(part):
        yield from _in_group(topic, path, subject)
    for question, path in subject.questions:
        if isinstance(question, ChecklistQuestion) and question.rules is not None:
            for index, item in enumerate(question.items):
                if item.weight != 1:
                    place = (*path, "items", index, "weight")
                    yield subject.at(place, "the rules of this checklist take no weights", REMOVE)


def _in_group(group: Group, path: Path, subject: QuestionnaireSubject) -> Iterator[Problem]:
    reason = _reason(group)
    for index, question in enumerate(group.questions):
        place = (*path, "questions", index, "weight")
        if question.weight in (0, 1):
            continue
        if not question.is_scored:
            yield subject.at(place, "a text is never scored, so its weight does nothing", REMOVE)
        elif reason and not question.lenses:
            yield subject.at(place, reason, REMOVE)
    for index, topic in enumerate(group.topics):
        if reason and topic.weight not in (0, 1):
            yield subject.at((*path, "topics", index, "weight"), reason, REMOVE)


def _reason(group: Group) -> str:
    if group.aggregate == "min":
        return "the group takes its weakest child, so this weight cannot change the score"
    if group.aggregate == "ladder":
        return "the group is a ladder, so this weight cannot change the score"
    children = [child for child in (*group.questions, *group.topics) if child.weight]
    if len(children) == 1:
        return "it is the only child of its group, so its weight changes nothing"
    return ""
