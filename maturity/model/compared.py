"""A comparison of two Results, like for like."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from maturity.model.base import Many
from maturity.model.part import FrameworkText, Number, Part
from maturity.model.provenance import Withheld
from maturity.model.untranslated import Untranslated


class Side(Part):
    """What one of the two Results was made from."""

    organisation: str
    framework: str
    framework_title: FrameworkText = ""
    version: str
    profile: FrameworkText | None
    date: str | None
    scope: str
    status: str
    respondents: int
    audience: Literal["full", "team", "board", "public"] = "full"
    withheld: Many[Withheld] = ()


class Movement(Part):
    """How a score moved: as it was published, and like for like.

    Like for like, both are scored by the later rules on the questions that both have; there is
    none where one of the two is for the public, since questions may be withheld from it.
    """

    id: str
    title: FrameworkText
    before: Number | None
    after: Number | None
    like_before: Number | None
    like_after: Number | None
    change: Number | None
    """like_after − like_before, in levels."""
    target_before: Number | None = None
    target_after: Number | None = None


class QuestionMovement(Part):
    """How one question moved."""

    id: str
    was: str
    """Its id in the earlier Result."""
    ask: FrameworkText
    state_before: str
    state_after: str
    before: Number | None
    after: Number | None
    change: Number | None


class Renamed(Part):
    """A question whose id changed, or that was split."""

    from_: str = Field(alias="from")
    to: Many[str]


class Because(Part):
    """Why the overall score moved, in levels; the parts add up to the whole."""

    organisation: Number
    """The answers to the questions that both have."""
    rules: Number
    """Other questions, weights, ceilings or another way to aggregate."""
    whole: Number


class PromisedAction(Part):
    """An action that was planned then, and what became of it."""

    id: str
    title: FrameworkText
    status: Literal["done", "visible", "open"]
    """Tracked as done; seen in the answers; neither."""
    visible: bool
    """Whether the answers now show what it was to raise."""
    followed: str | None = None
    """Its status as it is followed up now, None where it is not."""
    due: str | None = None
    promised: Number | None
    """The uplift it was to bring."""
    questions: Many[str]


class Comparison(Part):
    """Two Results of one framework, compared."""

    format: Literal["comparison/1"] = "comparison/1"
    before: Side
    after: Side
    levels: Many[Number] = ()
    """The steps of the scale, so that no score is shown as one that it does not reach."""
    overall: Movement
    because: Because | None
    """None where one of the two has no overall score, or is for the public."""
    dimensions: Many[Movement]
    questions: Many[QuestionMovement]
    added: Many[str] = ()
    """Questions that only the later one has."""
    removed: Many[str] = ()
    """Questions that only the earlier one has."""
    renamed: Many[Renamed] = ()
    changed: Many[str] = ()
    """What else differs: respondents, profile, targets, version, in sentences."""
    actions: Many[PromisedAction] = ()
    regressions: Many[str] = ()
    """Dimensions, and the whole, that score lower like for like."""
    language: str = "en-GB"
    """The language of the later framework's texts."""
    untranslated: Untranslated | None = None
    """What a translation of the framework lacks; None where none does, and JSON leaves it out."""
