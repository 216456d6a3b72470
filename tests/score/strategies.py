"""Random frameworks of every shape, and what random people answer in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import combinations
from typing import Any, TypeVar

from hypothesis import strategies as st
from score import builders as b
from score.builders import NA, Data, F
from score.naive import questions_of

from maturity.model.assessment import Assessment
from maturity.model.framework import Framework

T = TypeVar("T")

SCALES = [(0, 1, 2, 3, 4), (1, 2, 3, 4, 5), (0, 1, 2, 3), (0, 25, 50, 75)]
WEIGHTS = (F(1), F(1), F(2), F(1, 2), F(8, 5), F(0))
KINDS = (*["level"] * 4, "choice", "share", "count", "rules", "straight", "bands", "yes-no")
COMBINE = ("median", "mean", "min", "max")
YES_NO = ("yes", "no")
ROLES = ("staff", "board")
FACT = {"id": "open", "ask": "Open?", "type": "yes-no"}


@dataclass(frozen=True)
class Drawn:
    """A framework as data, and all that an assessment of it says."""

    dimensions: list[Data]
    keys: Data
    people: list[tuple[str | None, str | None, Data]] = field(default_factory=list)
    """Role, unit, answers."""
    agreed: Data = field(default_factory=dict)
    rest: Data = field(default_factory=dict)
    """Fields of the Assessment."""

    def framework(self) -> Framework:
        return b.framework(*self.dimensions, **self.keys)

    def assessment(self) -> Assessment:
        of = self.framework()
        sheets = [
            b.sheet(answers, f"r{i}", of=of, role=role, unit=unit)
            for i, (role, unit, answers) in enumerate(self.people)
        ]
        if self.agreed:
            sheets.append(b.sheet(self.agreed, of=of, agreed=True))
        return b.assessment(of, *sheets, **self.rest)

    def questions(self) -> list[tuple[str, Data]]:
        return questions_of(self.dimensions)

    def settle(self, answers: Data) -> Drawn:
        """The same, with these answers settled together."""
        return replace(self, agreed={**self.agreed, **answers})


def answers_to(question: Data) -> list[Any]:
    """Answers that between them give every level; of a straight number the ends and the middle."""
    kind = question["type"]
    if kind == "level":
        return list(question["levels"])
    if kind == "choice":
        return [option["id"] for option in question["options"]]
    if kind == "checklist":
        ids = [item["id"] for item in question["items"]]
        return [list(some) for n in range(len(ids) + 1) for some in combinations(ids, n)]
    if kind == "number":
        return list(question["bands"].values()) if "bands" in question else [0, F(7, 2), 10]
    return ["yes", "no"] if kind == "yes-no" else ["in words"]


# Below, things are picked by an index from a few integer strategies that are made once: a strategy
# made anew for each pick costs more than all the rest.


@cache
def _up_to(most: int) -> st.SearchStrategy[int]:
    return st.integers(0, most)


def pick(draw: st.DrawFn, things: Sequence[T]) -> T:
    """One of them, the first when shrunk."""
    return things[draw(_up_to(len(things) - 1))]


def pick_some(draw: st.DrawFn, things: Sequence[T], most: int) -> list[T]:
    """Some of them, at least one, in their order."""
    chosen = {draw(_up_to(len(things) - 1)) for _ in range(1 + draw(_up_to(most - 1)))}
    return [things[index] for index in sorted(chosen)]


def now_and_then(draw: st.DrawFn, times: int) -> bool:
    """True one time in so many."""
    return draw(_up_to(times - 1)) == times - 1


def answer(draw: st.DrawFn, question: Data, *, without: int = 4) -> Any:
    """What somebody answers; one in so many has no level to give."""
    if now_and_then(draw, without):
        return pick(draw, (None, None, "unknown", NA))
    return pick(draw, answers_to(question))


@dataclass(frozen=True)
class _Ground:
    """What the questions of one framework have in common."""

    steps: list[F]
    top: F
    names: list[str]

    @property
    def levels(self) -> list[F]:
        return sorted({*self.steps, (self.steps[0] + self.top) / 2, self.top})


def _scored_question(draw: st.DrawFn, name: str, ground: _Ground) -> Data:
    kind = pick(draw, KINDS)
    some = pick_some(draw, ground.levels, 4)
    if kind == "level":
        return b.level(name, *some)
    if kind == "choice":
        return b.choice(name, {f"o{i}": level for i, level in enumerate(some)})
    if kind == "yes-no":
        return b.yes_no(name, yes=some[0], no=some[-1])
    if kind == "straight":
        return b.number(name, min=0, max=10, lower_is_better=pick(draw, YES_NO))
    if kind == "bands":
        return b.number(name, bands={level: i * 10 for i, level in enumerate(some)})
    return _checklist(draw, name, kind, some)


def _checklist(draw: st.DrawFn, name: str, kind: str, some: list[F]) -> Data:
    if kind == "share":
        weights = {"x": F(1), "y": pick(draw, WEIGHTS), "z": pick(draw, WEIGHTS)}
        return b.checklist(name, dict(weights))
    if kind == "count":
        return b.checklist(name, "x y z", count={level: i for i, level in enumerate(some[:3])})
    rules = [{"level": some[0], "any": ["x"]}, {"level": some[-1], "at_least": {"count": 2}}]
    return b.checklist(name, "x y z", rules=rules)


def _ceilings(draw: st.DrawFn, ground: _Ground) -> list[Data]:
    """Ceilings that never fall within a dimension."""
    entries = []
    for dimension in {pick(draw, ground.names), pick(draw, ground.names)}:
        at = pick_some(draw, ground.steps, 2)
        caps = sorted(pick(draw, ground.levels) for _ in at)
        entries += [b.ceiling(*pair, dimension) for pair in zip(at, caps, strict=True)]
    return entries


def _question(draw: st.DrawFn, name: str, ground: _Ground) -> Data:
    if now_and_then(draw, 15):
        return b.text(name)
    made = _scored_question(draw, name, ground)
    made |= {"weight": pick(draw, WEIGHTS), "rung": pick(draw, ground.steps)}
    if now_and_then(draw, 2):
        made["critical"] = _ceilings(draw, ground)
    if now_and_then(draw, 6):
        made["answered_by"] = [pick(draw, ROLES)]
    if now_and_then(draw, 10):
        made["ask_if"] = {"fact": "open", "is": pick(draw, YES_NO)}
    if now_and_then(draw, 2):
        made["lenses"] = ["lens"]
    made["combine"] = pick(draw, (None, *COMBINE))
    made["quick"] = pick(draw, YES_NO)
    return made


def _group(draw: st.DrawFn, name: str, depth: int, ground: _Ground) -> Data:
    keys: Data = {
        "aggregate": pick(draw, ("mean", "mean", "min", "ladder")),
        "weight": pick(draw, WEIGHTS),
        "rung": pick(draw, ground.steps),
    }
    if now_and_then(draw, 2):
        keys["pass"] = pick(draw, ground.steps)
    children = range(1 + draw(_up_to(2)))
    if depth and now_and_then(draw, 3):
        inner = [_group(draw, f"{name}t{i}", depth - 1, ground) for i in children]
    else:
        inner = [_question(draw, f"{name}q{i}", ground) for i in children]
    return b.topic(name, *inner, **keys)


def _framework(draw: st.DrawFn) -> Drawn:
    scale = pick(draw, SCALES)
    steps = [F(level) for level in scale]
    top = F(100) if scale[-1] == 75 else steps[-1]
    ground = _Ground(steps, top, [f"d{i}" for i in range(1 + draw(_up_to(2)))])
    groups = [_group(draw, name, 2, ground) for name in ground.names]
    keys = {
        "levels": b.levels(*scale),
        "top": top,
        "aggregate": pick(draw, ("mean", "mean", "min", "ladder", "none")),
        "pass": pick(draw, steps),
        "missing": pick(draw, ("drop", "drop", "lowest", "block")),
        "combine": pick(draw, COMBINE),
        "min_coverage": F(1, 2),
        "roles": [{"id": role, "title": role} for role in ROLES],
        "facts": [FACT],
        "lenses": [{"id": "lens", "title": "Lens"}],
    }
    return Drawn([{"format": "questionnaire/1", **group} for group in groups], keys)


@st.composite
def assessments(draw: st.DrawFn) -> Drawn:
    """A framework with what several people answered, and perhaps a meeting."""
    drawn = _framework(draw)
    questions = drawn.questions()
    hard = {name for name, _ in questions if now_and_then(draw, 3)}
    people = []
    for _ in range(1 + draw(_up_to(3))):
        given = {name: answer(draw, q, without=1 if name in hard else 5) for name, q in questions}
        people.append((pick(draw, (None, None, *ROLES)), pick(draw, (None, "North")), given))
    agreed = {
        name: answer(draw, question)
        for name, question in (pick_some(draw, questions, 2) if now_and_then(draw, 2) else ())
    }
    return replace(drawn, people=people, agreed=agreed, rest=_rest(draw, questions))


def _rest(draw: st.DrawFn, questions: list[tuple[str, Data]]) -> Data:
    rest: Data = {
        "status": pick(draw, ("draft", "draft", "final")),
        "scope": pick(draw, ("full", "full", "full", "quick")),
        "facts": {"open": pick(draw, YES_NO)},
    }
    if now_and_then(draw, 4):
        weighed = pick(draw, ["d0", *(name for name, _ in questions)])
        rest["weights"] = {weighed: pick(draw, WEIGHTS)}
    return rest


@st.composite
def nearly_complete(draw: st.DrawFn) -> tuple[Drawn, list[str]]:
    """One person's answers to all but at most three questions, and which those are."""
    drawn = _framework(draw)
    questions = [(name, q) for name, q in drawn.questions() if q["type"] != "text"]
    names = [name for name, _ in pick_some(draw, questions, 3)] if questions else []
    given = {name: pick(draw, answers_to(q)) for name, q in questions}
    given |= {name: pick(draw, (None, "unknown")) for name in names}
    rest = {"facts": {"open": "yes"}, "status": pick(draw, ("draft", "final"))}
    return replace(drawn, people=[(None, None, given)], rest=rest), names
