"""Plans of the shipped framework: from anywhere below the target, the target is reached."""

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from score.builders import F, assessment

from maturity.load.framework import find_framework
from maturity.plan import make_plan
from maturity.score import Scores, score
from maturity.score.tally import Tally

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment

FRAMEWORK = find_framework("public-sector")
FACTS = {fact.id: fact.if_unknown for fact in FRAMEWORK.file.facts}
PROFILES = [profile.id for profile in FRAMEWORK.file.profiles]
BELOW_TARGET = [
    (profile.id, level.level)
    for profile in FRAMEWORK.file.profiles
    for level in FRAMEWORK.file.levels
    if level.level < max(profile.targets.values())
]


def standing_at(exercise: Assessment, values: dict[str, Fraction]) -> Scores:
    """Score as if one person had given each question its value."""
    return score(exercise, {name: Tally({value: 1}) for name, value in values.items()})


def all_at(level: Fraction) -> dict[str, Fraction]:
    """Give every question the highest level that it can give up to this one."""
    return {
        name: max((one for one in levels.values if one <= level), default=levels.lowest)
        for name, levels in FRAMEWORK.possible_levels.items()
    }


def raised_by_all(values: dict[str, Fraction]) -> dict[str, Fraction]:
    best = dict(values)
    for action in FRAMEWORK.actions.values():
        for question, stated in action.raises.items():
            level = FRAMEWORK.possible_levels[question].at_least(stated)
            assert level is not None
            best[question] = max(best[question], level)
    return best


@pytest.mark.parametrize(("profile", "level"), BELOW_TARGET)
def test_a_plan_reaches_every_target_that_actions_can_reach(profile: str, level: Fraction) -> None:
    exercise = assessment(FRAMEWORK, profile=profile, facts=FACTS)
    values = all_at(level)
    plan = make_plan(exercise, standing_at(exercise, values))
    final = dict(values)
    for part in plan.planned:
        final |= {change.question: F(change.to) for change in part.changes}
    reached = standing_at(exercise, final).nodes
    best = standing_at(exercise, raised_by_all(values)).nodes
    assert exercise.profile is not None
    for name, target in exercise.profile.targets.items():
        possible, found = best[name].score, reached[name].score
        assert possible is not None
        assert found is not None
        assert found >= min(possible, target)
    assert plan.planned
    exact = reached["overall"].score
    assert exact is not None
    assert plan.planned[-1].overall_after == float(exact)
    after = [part.overall_after or 0 for part in plan.planned]
    assert all(earlier <= later for earlier, later in pairwise(after))


SCRIPT = """
from plan.test_shipped import FACTS, FRAMEWORK, F, all_at, assessment, make_plan, standing_at
exercise = assessment(FRAMEWORK, profile="small-body", facts=FACTS)
plan = make_plan(exercise, standing_at(exercise, all_at(F(0))))
print(*(part.model_dump_json() for part in (*plan.planned, *plan.beyond)), sep="\\n")
"""


def test_the_same_input_gives_the_same_bytes() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().count(b"\n") == len(FRAMEWORK.actions)
