"""What became of the actions: which are late or due, and which done ones the answers do not show.

Being done sets no level: the answer does. So an action that is done, with a question it raises
still below the stated level, is either not done or not yet answered for.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from maturity.model.follow_up import Followed, FollowUp, Unseen

if TYPE_CHECKING:
    import datetime

    from maturity.model.action import Action
    from maturity.model.assessment import Assessment, Tracked
    from maturity.score import Scores


def follow_up(assessment: Assessment, scores: Scores, today: datetime.date) -> FollowUp:
    """Sort the tracked actions; one that is due today is not late yet."""
    followed = [
        _follow(assessment.actions[name], tracked, scores, today)
        for name, tracked in sorted(assessment.tracked.items())
    ]
    still_open = [one for one in followed if one.tracked.status in ("planned", "started")]
    done = [one for one in followed if one.tracked.status == "done"]
    dated = sorted((one for one in still_open if one.tracked.due), key=_due)
    return FollowUp(
        late=tuple(one for one in dated if one.days_late),
        due=tuple(one for one in dated if not one.days_late),
        undated=tuple(one for one in still_open if not one.tracked.due),
        unseen=tuple(one for one in done if one.unseen),
        done=tuple(one for one in done if not one.unseen),
        rejected=tuple(one for one in followed if one.tracked.status == "rejected"),
    )


def _due(followed: Followed) -> str:
    return str(followed.tracked.due)


def _follow(action: Action, tracked: Tracked, scores: Scores, today: datetime.date) -> Followed:
    days_late = max(0, (today - tracked.due).days) if tracked.due else 0
    unseen = unseen_in(action, scores) if tracked.status == "done" else ()
    return Followed(action, tracked, days_late, unseen)


def unseen_in(action: Action, scores: Scores) -> tuple[Unseen, ...]:
    """Give the questions that an action raises and that are below the level it states.

    One without an answer is below it; one that does not apply or is not asked is not. Worked: an
    action states 3 for a question; two people answer 2 and 3, their median is 5/2, so it is below.
    """
    found = []
    for question, stated in action.raises.items():
        standing = scores.standings[question]
        if standing.is_missing:
            found.append(Unseen(question, stated, None))
        elif isinstance(standing.value, Fraction) and standing.value < stated:
            found.append(Unseen(question, stated, standing.value))
    return tuple(found)
