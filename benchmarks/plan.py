"""How good and how quick plans are: `python -m benchmarks.plan [quality|places|time]...`.

`quality` needs scipy: for every sample under every profile, and for all answers at the bottom,
the gap closed by the plan cut at a budget beside the most that any choice of actions closes.
`places` draws all weights anew and looks where actions move. `time` plans from the bottom, and
synthetic frameworks of up to 2,000 actions.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.plan_optimum import Optimum
from maturity.load.assessment import load_assessment
from maturity.load.framework import find_framework
from maturity.model.assessment import LocalWeight
from maturity.plan import make_plan
from maturity.plan.outset import outset
from maturity.plan.progress import Progress
from maturity.resources import DEFAULT_FRAMEWORK, shipped
from maturity.score import Scores, score
from maturity.score.tally import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.assessment import Assessment

BUDGETS = (5, 10, 20, 30, 50)
"""Percent of what the whole plan takes."""
SECONDS = 10.0
"""For one optimum; where it is not proved by then, the bound stands in its place."""
DRAWS, SPREAD, SEED = 200, 0.25, 1
SIZES = (200, 500, 1000, 2000)
HOW_MANY_FIRST = 10
FRAMEWORK = find_framework(DEFAULT_FRAMEWORK)
PROFILES = [profile.id for profile in FRAMEWORK.file.profiles]
SAMPLES = sorted(
    p.parent for p in (shipped("questionnaires") / "samples").glob("*/assessment.yaml")
)


def at_the_bottom(profile: str) -> tuple[Assessment, Scores]:
    """Give a sample's organisation with every answer at the lowest and nothing tracked."""
    loaded = load_assessment([SAMPLES[0]], profile=profile)
    exercise = replace(loaded, tracked={}, targets={}, weights={}, local_actions=())
    lowest = {name: Tally({levels.lowest: 1}) for name, levels in FRAMEWORK.possible_levels.items()}
    return exercise, score(exercise, lowest)


def exercises() -> Iterator[tuple[str, Assessment, Scores]]:
    for profile in PROFILES:
        for sample in SAMPLES:
            loaded = load_assessment([sample], profile=profile)
            yield f"{sample.name} as {profile}", loaded, score(loaded)
        yield f"bottom as {profile}", *at_the_bottom(profile)


def cut(progress: Progress, order: list[str], budget: Fraction) -> list[str]:
    """Take a plan's actions in order while they fit, needs included; what does not is passed by."""
    taken: list[str] = []
    for name in order:
        fits = progress.effort[name] <= budget
        if fits and set(progress.outset.needs[name]) <= set(taken):
            taken.append(name)
            budget -= progress.effort[name]
    return taken


def ratios(exercise: Assessment, scores: Scores) -> list[tuple[int, float, bool]]:
    """Compare for each budget: gap closed over the optimum, and whether that was proved."""
    progress = Progress(exercise, scores, outset(exercise, scores.standings))
    order = [one.id for one in make_plan(exercise, scores).planned]
    if not order:
        return []
    total = sum((progress.effort[name] for name in order), Fraction(0))
    optimum = Optimum(exercise, progress)
    _, nothing, _ = optimum.best(Fraction(0), SECONDS)
    found = []
    for percent in BUDGETS:
        budget = total * percent / 100
        ours = float(progress.closes(cut(progress, order, budget)))
        chosen, reached, bound = optimum.best(budget, SECONDS)
        best = float(progress.closes(chosen))
        if abs(best - (reached - nothing)) > 1e-5:
            raise SystemExit(f"the programme is wrong: {best} is not {reached - nothing}")
        proved = bound - reached <= 1e-5 * max(1.0, reached)
        most = max(ours, best if proved else bound - nothing)
        if most > 0:
            found.append((percent, ours / most, proved))
    return found


def quality() -> None:
    by_budget: dict[int, list[tuple[float, str]]] = {percent: [] for percent in BUDGETS}
    unproved = 0
    for title, exercise, scores in exercises():
        for percent, ratio, proved in ratios(exercise, scores):
            by_budget[percent].append((ratio, title))
            unproved += not proved
    everything = [entry for entries in by_budget.values() for entry in entries]
    for name, entries in (
        {f"{p} %": e for p, e in by_budget.items()} | {"all": everything}
    ).items():
        worst, title = min(entries)
        middle = median(ratio for ratio, _ in entries)
        print(
            f"budget {name:>5}: {len(entries)} plans, median {middle:.4f}, "
            f"worst {worst:.4f} ({title})"
        )
    print(f"{unproved} optima not proved in {SECONDS:.0f} s; their bounds were taken")


def places() -> None:
    rng = random.Random(SEED)  # noqa: S311 - no secret - the same draws each time
    for sample in SAMPLES:
        loaded = load_assessment([sample])
        base = [one.id for one in make_plan(loaded, score(loaded)).planned]
        found: dict[str, list[int]] = {name: [] for name in base}
        kept, same = [], 0
        for _ in range(DRAWS):
            drawn = replace(loaded, weights=drawn_weights(loaded, rng))
            order = [one.id for one in make_plan(drawn, score(drawn)).planned]
            for name in base:
                found[name].append(order.index(name) + 1 if name in order else len(order) + 1)
            kept.append(len({*base[:HOW_MANY_FIRST]} & {*order[:HOW_MANY_FIRST]}))
            same += {*base[:3]} == {*order[:3]}
        moved = [abs(at - place) for place, n in enumerate(base, 1) for at in found[n]]
        print(
            f"{sample.name}: {len(base)} actions, median move {median(moved):.0f} places, "
            f"9 of 10 within {sorted(moved)[len(moved) * 9 // 10]}; of the first {HOW_MANY_FIRST} "
            f"stay {sum(kept) / len(kept):.1f}; the first three the same in {same} of {DRAWS}"
        )


def drawn_weights(exercise: Assessment, rng: random.Random) -> dict[str, LocalWeight]:
    found = dict(exercise.weights)
    for name in (*FRAMEWORK.file.dimensions, *sorted(FRAMEWORK.questions)):
        factor = Fraction(round(rng.uniform(1 - SPREAD, 1 + SPREAD), 3)).limit_denominator(1000)
        own = found[name].weight if name in found else Fraction(1)
        found[name] = LocalWeight(weight=own * factor, because="drawn")
    return found


def synthetic(folder: Path, size: int) -> Assessment:
    """Make a framework of so many actions: two for each question, the second needs the first."""
    rng, names = random.Random(SEED), [f"d{n}" for n in range(max(1, size // 100))]  # noqa: S311 - no secret
    levels = ", ".join(f"{{level: {n}, name: L{n}, description: D}}" for n in range(5))
    targets = ", ".join(f"{name}: 3" for name in names)
    (folder / "framework.yaml").write_text(
        "format: framework/1\nid: made\nversion: 1.0.0\ntitle: Made\n"
        f"levels: [{levels}]\ndimensions: [{', '.join(names)}]\nmin_coverage: 0.6\n"
        f"profiles: [{{id: p, title: P, targets: {{{targets}}}}}]\n"
    )
    answers = []
    for name in names:
        lines = [f"format: questionnaire/1\nid: {name}\ntitle: {name}\nquestions:"]
        steps = "levels: {0: A, 1: B, 2: C, 3: D, 4: E}"
        lines += [f"  - {{id: q{n}, ask: Q?, type: level, {steps}}}" for n in range(50)]
        lines.append("actions:")
        for n in range(50):
            days, more = rng.randint(1, 40), rng.randint(1, 60)
            first = f"id: {name}-a{n}, title: A, raises: {{q{n}: 2}}, effort_days: {days}"
            second = f"id: {name}-b{n}, title: B, raises: {{q{n}: 4}}, effort_days: {more}"
            lines += [f"  - {{{first}}}", f"  - {{{second}, needs: [{name}-a{n}]}}"]
            answers.append(f"  {name}.q{n}: {rng.randint(0, 1)}")
        (folder / f"{name}.yaml").write_text("\n".join(lines) + "\n")
    (folder / "answers.yaml").write_text(
        "format: answers/1\nframework: {path: framework.yaml}\n"
        "organisation: {name: Made, profile: p}\nrespondent: {id: r}\nanswers:\n"
        + "\n".join(answers)
    )
    return load_assessment([folder / "answers.yaml"])


def timed(exercise: Assessment, scores: Scores) -> tuple[float, int]:
    begin = time.process_time()
    plan = make_plan(exercise, scores)
    return time.process_time() - begin, len(plan.planned)


def times() -> None:
    for profile in PROFILES:
        took, planned = min(timed(*at_the_bottom(profile)) for _ in range(3))
        print(f"bottom as {profile}: {planned} actions planned in {took:.2f} s CPU")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            exercise = synthetic(Path(folder), size)
        took, planned = timed(exercise, score(exercise))
        print(f"{len(exercise.actions)} actions: {planned} planned in {took:.2f} s CPU")


def main() -> None:
    parts = {"quality": quality, "places": places, "time": times}
    for name in sys.argv[1:] or parts:
        print(f"{name}:")
        parts[name]()


if __name__ == "__main__":
    main()
