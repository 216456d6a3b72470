"""An Explanation: how one number of a Result came about, as a person could work it out by hand.

Exact values are fractions in text, such as 9/4; `arithmetic` is a sum written out for people.
"""

from __future__ import annotations

from typing import Literal

from maturity.model.base import Many
from maturity.model.explained_action import ActionDetail
from maturity.model.explained_group import (
    Aim,
    CapStep,
    CoverageSum,
    Deciding,
    MissingAnswer,
    Omitted,
    Range,
    Rounding,
    Rung,
    Term,
)
from maturity.model.explained_question import QuestionDetail
from maturity.model.part import Number, Part
from maturity.model.provenance import Withheld
from maturity.model.scored import PendingCap

Kind = Literal["overall", "dimension", "topic", "question", "lens", "action"]


class Explanation(Part):
    """How one number came about."""

    format: Literal["explanation/1"] = "explanation/1"
    organisation: str
    framework: str
    date: str | None = None
    audience: Literal["full", "team", "board", "public"] = "full"
    withheld: Many[Withheld] = ()
    """What the Result that it explains lacks for this audience."""
    id: str
    title: str
    kind: Kind
    statement: str
    """The rule, in plain words."""
    exact: str | None = None
    """The number that is explained; for an action the gap that it closes."""
    value: Number | None = None
    level: Number | None = None
    level_name: str | None = None
    levels: Many[Number]
    """The levels of the scale, ascending."""
    top: Number
    """Where the scale ends."""
    terms: Many[Term] = ()
    left_out: Many[Omitted] = ()
    rungs: Many[Rung] = ()
    arithmetic: str = ""
    """The sum in one line of exact arithmetic; ceilings come after it."""
    caps: Many[CapStep] = ()
    pending: Many[PendingCap] = ()
    rounding: Rounding | None = None
    aim: Aim | None = None
    range: Range | None = None
    missing: Many[MissingAnswer] = ()
    """The missing answers below, most worth finding out first."""
    coverage: CoverageSum | None = None
    provisional: Many[str] = ()
    """Why the score is provisional."""
    standard_score: Number | None = None
    """The score without local weights, where there are any."""
    deciding: Many[Deciding] = ()
    question: QuestionDetail | None = None
    action: ActionDetail | None = None
    cut: bool = False
    """Whether this audience does not get everything that the number is made of."""
    notes: Many[str] = ()
    """What else a reader should know: why there is no score, or what is withheld."""
    children: Many[str] = ()
    """What to explain next."""
