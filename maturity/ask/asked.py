"""Asking: which questions a respondent is asked, and why not the others. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from maturity.model.framework import dimension_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.condition import FactValue
    from maturity.model.framework import Framework
    from maturity.model.question import Question
    from maturity.model.shared import Profile


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is asked, and for how much."""

    profile: Profile | None = None
    """The kind of organisation; some questions are not asked of some kinds."""
    role: str | None = None
    """The respondent's role; None is asked everything."""
    is_quick: bool = False
    """Whether only the short version is asked."""
    every_role: bool = False
    """Whether questions for other roles are asked too."""
    dimensions: tuple[str, ...] = ()
    """The dimensions of this sitting; empty, all of them."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The questions to ask, in order, and for each of the others why it is not."""

    ids: tuple[str, ...]
    reasons: Mapping[str, str]


def select(framework: Framework, audience: Audience, facts: Mapping[str, FactValue]) -> Selection:
    """Choose the questions; `facts` holds every fact that a condition names."""
    reasons = {
        question.id: _why_not(question, audience, facts)
        for question in framework.questions.values()
    }
    return Selection(
        tuple(name for name, reason in reasons.items() if not reason),
        {name: reason for name, reason in reasons.items() if reason},
    )


def _why_not(question: Question, audience: Audience, facts: Mapping[str, FactValue]) -> str:
    """Say why a question is not asked; empty when it is."""
    profile = audience.profile
    if profile is not None and question.id in profile.leave_out:
        return f"it is not asked of the kind of organisation '{profile.title}'"
    unmet = next((c for c in question.ask_if if not c.holds(facts)), None)
    if unmet is not None:
        return f"it does not fit what was said of the organisation ({unmet.fact})"
    if audience.is_quick and not (question.quick or question.critical):
        return "it is not in the short version"
    if not (audience.every_role or suits(question, audience.role)):
        roles = ", ".join(question.answered_by)
        return f"it is answered by {roles}; --all asks it all the same"
    if audience.dimensions and dimension_of(question.id) not in audience.dimensions:
        return "its dimension was left for another sitting"
    return ""


def suits(question: Question, role: str | None) -> bool:
    """Say whether a respondent of this role is asked; one without a role always is."""
    return role is None or not question.answered_by or role in question.answered_by
