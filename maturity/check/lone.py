"""Stage 2: a questionnaire without its framework: all that one file alone can get wrong."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from maturity.load.action_references import check_actions
from maturity.load.framework import actions_at, check_own_id
from maturity.load.references import check_within, topics_at
from maturity.model.framework import Framework, FrameworkFile, dimension_of, questions_in
from maturity.model.levels import show
from maturity.model.question import ChoiceQuestion, LevelQuestion, TextQuestion, YesNoQuestion
from maturity.model.question_counted import ChecklistQuestion, NumberQuestion
from maturity.model.shared import Level, Source

if TYPE_CHECKING:
    from maturity.load.findings import Findings
    from maturity.model.action import Action
    from maturity.model.framework import Group, Questionnaire
    from maturity.model.question import Question


def check_lone(part: Questionnaire, findings: Findings, levels: tuple[Level, ...] = ()) -> None:
    """Note what is wrong with a questionnaire; what other files would have to say is left open.

    Args:
        part: The questionnaire, with full ids.
        findings: Where problems are noted.
        levels: The framework's levels; silent, the scale is the widest that the file speaks of.
    """
    check_own_id(part, findings)
    framework = _stand_in(part, levels or _levels_named(part))
    check_within(part, framework, findings)
    actions = actions_at([(part, findings)])
    known = {need for action in part.actions for need in action.needs} | set(actions)
    own = {n: (_own_part(a, part.id), path, found) for n, (a, path, found) in actions.items()}
    check_actions(own, framework, known)


def _own_part(action: Action, dimension: str) -> Action:
    raises = {q: level for q, level in action.raises.items() if dimension_of(q) == dimension}
    is_whole = len(raises) == len(action.raises)
    return action if is_whole else action.model_copy(update={"raises": raises})


def _stand_in(part: Questionnaire, levels: tuple[Level, ...]) -> Framework:
    """Make a framework around a questionnaire; nothing in it is validated, for it is made here."""
    sources = tuple(
        Source.model_construct(id=name, title=name)
        for action in part.actions
        for name in action.sources
    )
    file = FrameworkFile.model_construct(
        format="framework/1",
        id="alone",
        version="1.0.0",
        title=part.title,
        levels=levels,
        dimensions=(part.id,),
        sources=sources,
    )
    return Framework(file, (part,))


def _levels_named(part: Questionnaire) -> tuple[Level, ...]:
    named = [level for question in questions_in(part) for level in _levels_of(question)]
    groups: list[Group] = [part, *(topic for topic, _ in topics_at(part))]
    named += [level for g in groups for level in (g.rung, g.pass_) if level is not None]
    # Pairs of whole numbers: fractions take ten times as long to put in a set.
    pairs = {level.as_integer_ratio() for level in named}
    named = [Fraction(*pair) for pair in (pairs if len(pairs) > 1 else {(0, 1), (4, 1), *pairs})]
    return tuple(Level.model_construct(level=level, name=show(level)) for level in sorted(named))


def _levels_of(question: Question) -> list[Fraction]:
    """Give every level that a question names; with them the scale cannot be too narrow."""
    levels = [value for c in question.critical for value in (c.cap, c.at_most)]
    if question.rung is not None:
        levels.append(question.rung)
    if isinstance(question, LevelQuestion):
        levels += question.levels
    elif isinstance(question, ChoiceQuestion):
        levels += (option.level for option in question.options)
    elif isinstance(question, YesNoQuestion):
        levels += (question.level_if_yes, question.level_if_no)
    elif isinstance(question, NumberQuestion):
        levels += question.bands or ()
    elif isinstance(question, ChecklistQuestion):
        levels += question.count or ()
        levels += (rule.level for rule in question.rules or ())
    elif not isinstance(question, TextQuestion):
        assert_never(question)
    return levels
