"""Stage 1: a framework in another language: the same ids, weights and levels, other texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, assert_never

from pydantic import BaseModel

from maturity.load.findings import Path
from maturity.model.framework import Framework
from maturity.model.question import ChoiceQuestion, LevelQuestion, TextQuestion, YesNoQuestion
from maturity.model.question_counted import ChecklistQuestion, NumberQuestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from maturity.model.framework import FrameworkFile, Questionnaire, Topic
    from maturity.model.question import Question
    from maturity.model.shared import Fact
    from maturity.model.translation import Translation

M = TypeVar("M", bound=BaseModel)
Say = Callable[[Path, str], str]
"""Gives what stands for a text, by the text's place in a translation."""
_NO_TEXTS = frozenset({"format", "framework", "language"})


def translate(framework: Framework, translation: Translation) -> Framework:
    """Give the framework in the translation's words; a text that it lacks stays as it is.

    Ids, numbers and the digest are those of the original.
    """
    given = given_texts(translation)
    lacking: set[str] = set()

    def say(path: Path, text: str) -> str:
        if path not in given:
            lacking.add(text)
        return given.get(path, text)

    said = _said_again(framework, say)
    file = said.file.model_copy(update={"language": translation.language})
    lacking.difference_update(given.values())  # what is the same in both needs no mark
    return Framework(file, said.questionnaires, framework, frozenset(lacking))


def own_texts(framework: Framework) -> dict[Path, str]:
    """Give every text of a framework by its place in a translation, section by section."""
    found: dict[Path, str] = {}

    def note(path: Path, text: str) -> str:
        found[path] = text
        return text

    _said_again(framework, note)
    sections = list(dict.fromkeys(path[0] for path in found))
    return dict(sorted(found.items(), key=lambda one: sections.index(one[0][0])))


def given_texts(translation: Translation) -> dict[Path, str]:
    """Give every text of a translation by its place."""
    return dict(_texts_in(translation, ()))


def _texts_in(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
        return
    for key, inner in _parts_of(value):
        if path or key not in _NO_TEXTS:
            yield from _texts_in(inner, (*path, key))


def _parts_of(value: object) -> Iterable[tuple[str | int | Fraction, object]]:
    if isinstance(value, BaseModel):
        return value  # gives its fields with their names
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, tuple) else ()


def _said_again(framework: Framework, say: Say) -> Framework:
    file = _file(framework.file, say)
    return Framework(file, tuple(_part(part, say) for part in framework.questionnaires))


def _file(file: FrameworkFile, say: Say) -> FrameworkFile:
    named = _with(file, say, (), "title", "summary")
    levels = (_with(one, say, ("levels", one.level), "name", "description") for one in file.levels)
    roles = (_worded(role, say, ("roles", role.id), "title") for role in file.roles)
    profiles = (_with(one, say, ("profiles", one.id), "title", "summary") for one in file.profiles)
    lenses = (_with(one, say, ("lenses", one.id), "title", "summary") for one in file.lenses)
    changes = {
        "levels": tuple(levels),
        "roles": tuple(roles),
        "facts": tuple(_fact(fact, say) for fact in file.facts),
        "profiles": tuple(profiles),
        "lenses": tuple(lenses),
    }
    return named.model_copy(update=changes)


def _fact(fact: Fact, say: Say) -> Fact:
    path = ("facts", fact.id)
    options = (_worded(one, say, (*path, "options", one.id), "label") for one in fact.options)
    return _with(fact, say, path, "ask", "unit").model_copy(update={"options": tuple(options)})


def _part(part: Questionnaire, say: Say) -> Questionnaire:
    named = _with(part, say, ("dimensions", part.id), "title", "summary")
    actions = (
        _with(action, say, ("actions", action.id), "title", "detail", "owner")
        for action in part.actions
    )
    changes = {
        "questions": tuple(_question(question, say) for question in part.questions),
        "topics": tuple(_topic(topic, say) for topic in part.topics),
        "actions": tuple(actions),
    }
    return named.model_copy(update=changes)


def _topic(topic: Topic, say: Say) -> Topic:
    named = _with(topic, say, ("topics", topic.id), "title", "summary")
    changes = {
        "questions": tuple(_question(question, say) for question in topic.questions),
        "topics": tuple(_topic(inner, say) for inner in topic.topics),
    }
    return named.model_copy(update=changes)


def _question(question: Question, say: Say) -> Question:
    path = ("questions", question.id)
    asked = _with(question, say, path, "ask", "why", "unit")
    offered = _choices(question, say, path)
    critical = (
        _worded(ceiling, say, (*path, "critical", index), "because")
        for index, ceiling in enumerate(question.critical)
    )
    expects = (say((*path, "expects", index), text) for index, text in enumerate(question.expects))
    changes = {**offered, "critical": tuple(critical), "expects": tuple(expects)}
    return asked.model_copy(update=changes)


def _choices(question: Question, say: Say, path: Path) -> dict[str, object]:
    """Give what a question offers to choose from, in other words."""
    if isinstance(question, LevelQuestion):
        levels = question.levels.items()
        return {"levels": {level: say((*path, "levels", level), text) for level, text in levels}}
    if isinstance(question, ChoiceQuestion):
        options = (
            _worded(one, say, (*path, "options", one.id), "label") for one in question.options
        )
        return {"options": tuple(options)}
    if isinstance(question, ChecklistQuestion):
        items = (_worded(one, say, (*path, "items", one.id), "label") for one in question.items)
        return {"items": tuple(items)}
    if isinstance(question, NumberQuestion | YesNoQuestion | TextQuestion):
        return {}
    assert_never(question)


def _worded(part: M, say: Say, path: Path, field: str) -> M:
    """Give a part whose one text stands at the path itself."""
    return part.model_copy(update={field: say(path, getattr(part, field))})


def _with(part: M, say: Say, path: Path, *fields: str) -> M:
    """Give a part with other texts in those of its fields that hold one."""
    own = ((field, getattr(part, field, "")) for field in fields)
    return part.model_copy(update={field: say((*path, field), text) for field, text in own if text})
