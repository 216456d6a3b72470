"""How a number of a Result came about: from the score down to answers, weights and ceilings.

Everything is derived from the Result alone, by the scoring stage's own arithmetic, and checked
against the number that the Result holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.explain.actions import explain_action
from maturity.explain.groups import explain_group
from maturity.explain.parts import Parts, find
from maturity.explain.questions import explain_question

if TYPE_CHECKING:
    from maturity.model.explained import Explanation
    from maturity.model.result import Result

OVERALL = "overall"


def explain(result: Result, name: str = OVERALL) -> Explanation:
    """Explain the overall score, a dimension, topic, question, lens or action.

    Args:
        result: What was computed, or read from a result.json.
        name: An id, or kind and id where several parts share it: `lens:ai`.

    Raises:
        MaturityError: Nothing has that id; the nearest one is named.
    """
    parts = Parts(result)
    place, *others = find(parts, name)
    if place.kind == "question":
        made = explain_question(parts, parts.questions[place.id])
    elif place.kind == "action":
        made = explain_action(parts, place.id)
    else:
        made = explain_group(parts, place)
    if not others:
        return made
    also = f"Something else has this id too: {', '.join(map(str, others))}."
    return made.model_copy(update={"notes": (*made.notes, also)})
