"""Stage 4: where each question stands: a level, missing, or left out, and why."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from maturity.model.levels import show
from maturity.score.aggregate import Gap, Value
from maturity.score.combine import combine

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from maturity.model.assessment import Assessment
    from maturity.model.condition import Condition
    from maturity.model.framework import Framework
    from maturity.model.question import Question
    from maturity.score.tally import Tally

State = Literal["scored", "unknown", "unanswered", "not-applicable", "not-asked", "text"]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a question brings to the sums.

    `value` is what the score uses, `low` and `high` what the two ends of the range use.
    """

    state: State
    value: Value
    low: Value
    high: Value
    reason: str = ""
    agreed: bool = False
    pending: bool = False
    """Critical, unanswered and not counted as its lowest: its ceiling may still come."""

    @property
    def is_missing(self) -> bool:
        """Whether an answer could still come."""
        return self.state in ("unknown", "unanswered")


def resolve(
    assessment: Assessment, tallies: Mapping[str, Tally], in_ladders: Collection[str]
) -> dict[str, Standing]:
    """Find where every question of the framework stands, by its full id."""
    found = {}
    for question in assessment.framework.questions.values():
        reason = why_not_asked(question, assessment)
        if reason:
            found[question.id] = _out("not-asked", reason)
        elif not question.is_scored:
            found[question.id] = _out("text", "")
        else:
            found[question.id] = _stand(
                question, tallies[question.id], assessment, in_ladder=question.id in in_ladders
            )
    return found


def _out(state: State, reason: str) -> Standing:
    return Standing(state, Gap.OUT, Gap.OUT, Gap.OUT, reason)


def _stand(
    question: Question, tally: Tally, assessment: Assessment, *, in_ladder: bool
) -> Standing:
    agreed = tally.agreed
    state: str
    if agreed is not None:
        state, level, reason = agreed.state, tally.agreed_level, agreed.reason
    else:
        level = combine(tally.counts, question.combine or assessment.framework.file.combine)
        state, reason = _most_telling(tally), _together(tally.reasons)
    if level is not None:
        return Standing("scored", level, level, level, agreed=agreed is not None)
    if state == "not-applicable":
        return _out("not-applicable", reason)
    missing: Literal["unknown", "unanswered"] = "unknown" if state == "unknown" else "unanswered"
    return _missing(question, missing, assessment, in_ladder=in_ladder)


def _together(reasons: Sequence[str]) -> str:
    """Join what several people wrote; a full stop before the mark between them is left out."""
    return "; ".join([*(reason.rstrip(" .") for reason in reasons[:-1]), *reasons[-1:]])


def _most_telling(tally: Tally) -> str:
    if tally.unknown:
        return "unknown"
    return "not-applicable" if tally.not_applicable else "unanswered"


def _missing(
    question: Question,
    state: Literal["unknown", "unanswered"],
    assessment: Assessment,
    *,
    in_ladder: bool,
) -> Standing:
    """Decide what a missing answer counts as: its lowest, nothing, or no score at all."""
    levels = assessment.framework.possible_levels[question.id]
    policy = assessment.framework.file.missing
    certain = state == "unknown" or assessment.status == "final"
    if policy == "lowest" or (question.critical and certain) or (in_ladder and policy != "block"):
        value: Value = levels.lowest
    else:
        value = Gap.BLOCKED if policy == "block" else Gap.OUT
    pending = bool(question.critical) and not isinstance(value, Fraction)
    return Standing(state, value, levels.lowest, levels.highest, pending=pending)


def why_not_asked(question: Question, assessment: Assessment) -> str:
    """Say why a question is not asked here; empty when it is."""
    profile = assessment.profile
    if profile is not None and question.id in profile.leave_out:
        return f"not asked of this kind of organisation: {profile.title}"
    if assessment.scope == "quick" and not (question.quick or question.critical):
        return "not in the short version"
    for condition in question.ask_if:
        if not condition.holds(assessment.facts):
            return _condition_text(condition, assessment.framework)
    return ""


def _condition_text(condition: Condition, framework: Framework) -> str:
    fact = next(fact for fact in framework.file.facts if fact.id == condition.fact)
    wanted = [condition.is_] if condition.is_ is not None else list(condition.any_of or ())
    parts = [" or ".join(show(w) if isinstance(w, Fraction) else w for w in wanted)]
    if condition.at_least is not None:
        parts.append(f"{show(condition.at_least)} or more")
    if condition.at_most is not None:
        parts.append(f"{show(condition.at_most)} or less")
    answer = ", ".join(part for part in parts if part)
    return f"asked only where “{fact.ask}” is answered {answer}"
