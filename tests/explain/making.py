"""Results to be explained: a small one whose numbers are worked by hand, and the samples."""

from __future__ import annotations

from functools import cache
from typing import Any

from plan.builders import action
from score.builders import Data, answered, ceiling, dimension, framework, level

from maturity.evaluate import evaluate
from maturity.explain import explain
from maturity.load.assessment import load_assessment
from maturity.model.explained import Explanation
from maturity.model.framework import Framework
from maturity.model.result import Result
from maturity.resources import sample

ANSWERS: Data = {"security.mfa": 1, "security.backups": 3, "security.patching": 4, "data.list": 1}


def small(**keys: Any) -> Framework:
    """Security is (2 · 1 + 3 + 4) / 4 = 9/4, capped at 2 by mfa; Data is 1. Overall 3/2."""
    security = dimension(
        "security",
        level("mfa", weight=2, critical=[ceiling(1, 2)], lenses=["cloud"]),
        level("backups", lenses=["cloud"]),
        level("patching"),
        level("training", answered_by=["staff"]),
        actions=[
            action("enforce-mfa", {"mfa": 3}, 20, needs=["list-people"]),
            action("list-people", {"training": 1}, {"low": 2, "high": 6}),
            action("test-restores", {"backups": 4}, 5),
        ],
    )
    shared: Data = {
        "lenses": [{"id": "cloud", "title": "Cloud"}],
        "roles": [{"id": "staff", "title": "Staff"}, {"id": "board", "title": "Board"}],
        "profiles": [{"id": "council", "title": "Council", "targets": {"security": 3, "data": 2}}],
    }
    return framework(security, dimension("data", level("list")), **shared, **keys)


def made(answers: Data | list[Data] | None = None, **keys: Any) -> Result:
    """The result of answers to the small framework; `keys` are fields of the assessment."""
    given = ANSWERS if answers is None else answers
    return evaluate(answered(small(**keys.pop("framework", {})), given, **keys))


def explained(name: str, answers: Data | list[Data] | None = None, **keys: Any) -> Explanation:
    """Explain a part of the result of answers to the small framework, for a council."""
    return explain(made(answers, **{"profile": "council", **keys}), name)


@cache
def sample_result(name: str) -> Result:
    """The result of a sample that is shipped."""
    return evaluate(load_assessment([sample(name)]))
