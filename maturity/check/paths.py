"""Stage 2: `--paths`: the scores that answers can reach in each dimension, and what decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.counted import levels_reached
from maturity.check.figures import figure
from maturity.check.gather import gather
from maturity.check.reach import Reach
from maturity.errors import fail
from maturity.load.framework import load_framework
from maturity.model.framework import dimension_of
from maturity.model.levels import show

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction
    from pathlib import Path

    from maturity.model.framework import Framework

MOST_SHOWN = 3
"""So many of the questions that decide a dimension are named."""


def describe_paths(paths: Sequence[Path], exclude: Sequence[str] = ()) -> str:
    """Describe every framework that the paths mean, but for the excluded ones.

    Raises:
        MaturityError: There is none, or it has errors.
    """
    mains = [file.path for file in gather(paths, exclude=exclude).files if file.kind == "framework"]
    if not mains:
        raise fail("there is no framework here", "name the folder of a framework.yaml")
    return "\n".join("\n".join(_framework(load_framework(main))) + "\n" for main in mains)


def _framework(framework: Framework) -> Iterator[str]:
    reach = Reach(framework)
    file = framework.file
    scale = f"{show(framework.scale.bottom)} to {show(framework.scale.top)}"
    yield f"{file.title} ({file.id} {file.version}), scale {scale}"
    for group in framework.questionnaires:
        low, high = _ends(group.id, reach)
        yield ""
        if low is None or high is None:
            yield f"{group.title} ({group.id}): nothing is scored"
            continue
        yield f"{group.title} ({group.id}): from {figure(low)} to {figure(high)}"
        yield from _profiles(group.id, reach, high)
        yield from _unreachable(group.id, reach, low, high)
        yield from _deciding(group.id, reach)


def _ends(dimension: str, reach: Reach) -> tuple[Fraction | None, Fraction | None]:
    lows = [reach.lowest(dimension, profile) for profile in reach.profiles]
    highs = [reach.highest(dimension, profile) for profile in reach.profiles]
    return (
        min((low for low in lows if low is not None), default=None),
        max((high for high in highs if high is not None), default=None),
    )


def _profiles(dimension: str, reach: Reach, high: Fraction) -> Iterator[str]:
    """Name the profiles that cannot go as high as others."""
    for profile in reach.profiles:
        own = reach.highest(dimension, profile)
        if profile is not None and own is not None and own < high:
            yield f"  {profile.id} reaches {figure(own)} at the most"


def _unreachable(dimension: str, reach: Reach, low: Fraction, high: Fraction) -> Iterator[str]:
    """Name the levels at which no full answers are, by every score or else by the two ends."""
    reached = levels_reached(reach, dimension)
    levels = reach.framework.file.levels
    for index, level in enumerate(levels):
        above = levels[index + 1].level if index + 1 < len(levels) else None
        is_outside = level.level > high or (above is not None and above <= low)
        if is_outside if reached is None else level.level not in reached:
            yield f"  nobody is at level {show(level.level)} ({level.name})"


def _deciding(dimension: str, reach: Reach) -> Iterator[str]:
    """Name the questions that alone take most from the highest score, ceilings included."""
    questions = [
        q.id
        for q in reach.framework.questions.values()
        if q.is_scored and dimension_of(q.id) == dimension
    ]
    effects = [(*_effect(q, reach), q) for q in questions]
    for effect, profiles, question in sorted(effects, key=lambda e: (-e[0], e[2]))[:MOST_SHOWN]:
        if effect:
            critical = "; critical" if reach.framework.questions[question].critical else ""
            yield f"  {question} alone moves it by up to {figure(effect)}{profiles}{critical}"


def _effect(question: str, reach: Reach) -> tuple[Fraction, str]:
    """Give the most that a question takes, and for which profiles where it is not all."""
    effects = [(profile, reach.alone(question, profile)) for profile in reach.profiles]
    most = max(effect for _, effect in effects)
    named = [p.id for p, effect in effects if p is not None and effect == most]
    return most, f" for {', '.join(named)}" if len(named) < len(effects) and named else ""
