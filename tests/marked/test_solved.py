"""What the public sees does not let a withheld score be worked out.

Each case has two assessments in which withheld questions have other scores. What the public gets
of both is the same to the last number, so nobody can tell from it which of the two it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from fractions import Fraction

import pytest
from marked.outputs import comparisons, explanations, plans, reports
from score.builders import (
    Data,
    assessment,
    ceiling,
    choice,
    dimension,
    framework,
    level,
    sheet,
    topic,
)

from maturity.evaluate import evaluate
from maturity.model.framework import Framework
from maturity.model.provenance import Withheld
from maturity.model.result import Result
from maturity.redact import redact
from maturity.redact.public import ACTIONS
from maturity.redact.solved import THEMES, solved
from maturity.render.formats.json import render_json
from maturity.render.formats.markdown import render_markdown
from maturity.render.words.stored import ACTIONS_WITHHELD, WITHHELD, recognised

F = Fraction


def answered_by_few(of: Framework, everyone: Data, few: Data, **keys: Data) -> Result:
    """Five people answer; one of them not `one.b`, which so keeps company, one also `few`."""
    sheets = [sheet(everyone, f"p{n}", of=of) for n in range(3)]
    most = {name: given for name, given in everyone.items() if name != "one.b"}
    sheets.append(sheet(most, "p4", of=of))
    return evaluate(assessment(of, *sheets, sheet({**everyone, **few}, "p3", of=of), **keys))


def seen(result: Result) -> str:
    """All that the public gets."""
    return render_json(redact(result, "public"))


def action(name: str, raises: dict[str, int], **keys: object) -> Data:
    return {"id": name, "title": name, "raises": raises, "effort_days": 5, **keys}


THREE = (level("a"), level("b"), level("c"))
THEME = {"lenses": [{"id": "t", "title": "Theme"}]}


def local_weight(b: int, c: int) -> Result:
    """(a + b + 2c) / 4 and, without the local weight, (a + b + c) / 3 give c and b."""
    of = framework(
        dimension("one", level("a"), level("b", lenses=["t"]), level("c", lenses=["t"])), **THEME
    )
    return answered_by_few(of, {"one.a": 4, "one.b": b}, {"one.c": c}, weights={"one.c": F(2)})


def hidden_ceiling(b: int, c: int) -> Result:
    """c holds the score at 1, and (4 + b + c) / 3 before it would tell of b and c."""
    capped = level("c", critical=[ceiling(1, 1)])
    of = framework(dimension("one", level("a"), level("b"), capped))
    return answered_by_few(of, {"one.a": 4, "one.b": b}, {"one.c": c})


def sensitive_ceiling(a: int, b: int) -> Result:
    """The ceiling comes from a sensitive dimension, so nothing tells of the score before it."""
    secret = dimension("secret", level("x", critical=[ceiling(0, 1, "one")]), sensitive="yes")
    of = framework(secret, dimension("one", level("a"), level("b"), level("c")))
    return answered_by_few(of, {"secret.x": 0, "one.a": a, "one.b": b}, {"one.c": 2})


def lone_topic(b: int, c: int) -> Result:
    """A topic of c alone; (c + (a + b) / 2) / 2 is told, so b goes too and is told by no topic."""
    lone, pair = topic("lone", level("c")), topic("pair", level("a"), level("b"))
    of = framework(dimension("one", lone, pair))
    everyone = {"one.a": 4, "one.b": b}
    return answered_by_few(of, everyone, {"one.c": c})


def lone_topic_with_a_range(b: int, c: int) -> Result:
    """The lowest possible score has the same unknowns in other shares, as d is not answered."""
    lone, pair = topic("lone", level("c"), level("d")), topic("pair", level("a"), level("b"))
    of = framework(dimension("one", lone, pair), missing="drop")
    return answered_by_few(of, {"one.a": 4, "one.b": b}, {"one.c": c})


def theme_of_a_sensitive_part(b: int, c: int) -> Result:
    """a + b + c as the dimension and b + c as a theme would give a."""
    a = 5 - b - c
    both = (level("b", lenses=["t"]), level("c", lenses=["t"]))
    of = framework(
        dimension("secret", level("a"), *both, sensitive="yes"), dimension("open", level("x")),
        **THEME,
    )  # fmt: skip
    answers: Data = {"secret.a": a, "secret.b": b, "secret.c": c, "open.x": 2}
    return answered_by_few(of, answers, {})


def raised_by_an_action(b: int, c: int) -> Result:
    """What `do` brings is 4 − c, and the score after `later` holds it."""
    actions = [action("do", {"c": 4}), action("later", {"a": 4}, needs=["do"])]
    of = framework(dimension("one", *THREE, actions=actions))
    everyone = {"one.a": 1, "one.b": b}
    return answered_by_few(of, everyone, {"one.c": c}, targets={"one": F(4)})


def raised_in_a_sensitive_part(x: int, y: int) -> Result:
    """The score after `later` holds what the hidden `do` brings."""
    hidden = [action("do", {"x": 4})]
    secret = dimension("secret", level("x"), level("y"), sensitive="yes", actions=hidden)
    later = action("later", {"a": 4}, needs=["do"])
    of = framework(secret, dimension("one", level("a"), actions=[later]))
    answers: Data = {"secret.x": x, "secret.y": y, "one.a": 3}
    return answered_by_few(of, answers, {}, targets={"one": F(4), "secret": F(4)})


@pytest.mark.parametrize(
    ("made", "one", "other"),
    [
        (local_weight, (4, 1), (2, 2)),
        (hidden_ceiling, (4, 1), (3, 0)),
        (sensitive_ceiling, (4, 4), (4, 3)),
        (lone_topic, (4, 1), (2, 2)),
        (lone_topic_with_a_range, (4, 1), (2, 2)),
        (theme_of_a_sensitive_part, (1, 0), (2, 0)),
        (raised_by_an_action, (1, 3), (2, 2)),
        (raised_in_a_sensitive_part, (1, 3), (2, 2)),
    ],
)
def test_two_different_assessments_look_alike_to_the_public(
    made: object, one: tuple[int, int], other: tuple[int, int]
) -> None:
    assert callable(made)
    first, second = made(*one), made(*other)
    assert first.overall.score is not None
    assert render_json(first) != render_json(second)
    assert seen(first) == seen(second)


def test_a_lone_topic_keeps_its_name_and_the_dimension_its_score() -> None:
    cut = redact(lone_topic(2, 1), "public").dimensions[0]
    assert cut.score == 2  # (1 + (4 + 2) / 2) / 2
    for part in cut.topics:
        assert part.title
        numbers = (part.score, part.exact, part.low, part.high, part.level, part.coverage)
        assert numbers == (None,) * 6
    shown = [question.id for part in cut.topics for question in part.questions]
    assert len(shown) == 1


def test_what_is_left_out_of_a_page_is_not_called_missing() -> None:
    page = render_markdown(redact(lone_topic(2, 1), "public"))
    assert "no score yet" not in page
    whole = lone_topic_with_a_range(4, 1)
    page = render_markdown(redact(whole, "public"))
    assert "missing answers do not move it" not in page
    assert "left out of this version" in page
    assert "depending on missing answers" in render_markdown(whole)


def test_scores_without_local_weights_stand_only_where_nothing_is_withheld() -> None:
    whole = local_weight(4, 1)
    assert whole.dimensions[0].standard_score == 3
    cut = redact(whole, "public")
    for node in (cut.overall, *cut.dimensions, *cut.lenses):
        assert node.standard_score is None
    of = framework(dimension("one", *THREE))
    told = answered_by_few(of, {"one.a": 4, "one.b": 1, "one.c": 1}, {}, weights={"one.a": F(2)})
    assert redact(told, "public").overall.standard_score == 2


def test_an_action_that_raises_a_withheld_question_is_left_out_and_that_is_said() -> None:
    whole = raised_by_an_action(1, 3)
    assert [one.id for one in whole.plan] == ["do", "later"]
    cut = redact(whole, "public")
    (later,) = cut.plan
    assert (later.id, later.needs, later.overall_after) == ("later", (), None)
    assert ACTIONS in cut.withheld
    page = render_markdown(cut)
    assert "Some actions are left out of this version" in page
    assert "the overall score is" not in page
    assert "of all that the plan brings" not in page.partition("## ")[0]
    assert "When all of it is done" in render_markdown(redact(whole, "board"))


def test_a_plan_of_hidden_actions_alone_is_not_called_unneeded() -> None:
    actions = [action("do", {"c": 4})]
    of = framework(dimension("one", *THREE, actions=actions))
    whole = answered_by_few(of, {"one.a": 4, "one.b": 4}, {"one.c": 0}, targets={"one": F(4)})
    page = render_markdown(redact(whole, "public"))
    assert "No action is needed" not in page
    assert "The actions of the plan are left out of this version." in page


def test_equations_give_what_they_give() -> None:
    one = F(1)
    assert solved([{"a": one, "b": one}]) == set()
    assert solved([{"a": one, "b": one, "c": one}, {"a": one, "b": one}]) == {"c"}
    assert solved([{"a": one, "b": one}, {"a": F(2), "b": F(2)}]) == set()
    assert solved([{"a": one, "b": one}, {"a": one, "b": F(2)}]) == {"a", "b"}
    assert solved([{"a": one, "b": one}, {"b": one, "c": one}, {"b": F(3)}]) == {"a", "b", "c"}


def test_what_is_withheld_can_be_said_in_a_language() -> None:
    assert ACTIONS.what == ACTIONS_WITHHELD
    entries: tuple[Withheld, ...] = (ACTIONS, THEMES, *redact(lone_topic(2, 1), "public").withheld)
    for entry in entries:
        assert recognised(entry.what, WITHHELD), entry.what
        assert recognised(entry.why, WITHHELD), entry.why


ODD = {
    "few": F(137, 100), "company": F(271, 100), "x": F(93, 100), "y": F(341, 100),
    "held": F(311, 100),
}  # fmt: skip
"""Scores that nothing else has."""


def odd(shift: Fraction) -> Result:
    """Two questions withheld of `open`, two of the sensitive part, one that this holds at 5/2.

    `shift` moves a shown one.
    """

    def asked(name: str, at: Fraction, **keys: object) -> Data:
        return choice(name, {"none": 0, "so": at, "all": 4}, **keys)

    company, few = asked("company", ODD["company"]), asked("few", ODD["few"], lenses=["t"])
    shown = [asked(name, F(2) + shift) for name in ("a", "b")]
    actions = [action("do-few", {"few": 4}), action("do-a", {"a": 4})]
    opened = dimension(
        "open", topic("lone", few), topic("pair", company, shown[0]), topic("rest", shown[1]),
        actions=actions,
    )  # fmt: skip
    hidden = asked("x", ODD["x"], critical=[ceiling(1, F(5, 2), "held")]), asked("y", ODD["y"])
    secret = dimension("secret", *hidden, sensitive="yes", actions=[action("do-x", {"x": 4})])
    held = dimension("held", asked("h", ODD["held"]))
    of = framework(opened, secret, held, **THEME)
    everyone = dict.fromkeys(("open.a", "open.b", "secret.x", "secret.y", "held.h"), "so")
    three = [sheet({**everyone, "open.company": "so"}, f"p{n}", of=of) for n in range(3)]
    last = sheet({**everyone, "open.few": "so"}, "p3", of=of)
    targets = {"open": F(4), "secret": F(4)}
    keys: Data = {"targets": targets, "weights": {"open.few": F(2), "secret.x": F(3)}}
    return evaluate(assessment(of, *three, last, **keys))


def numbers(data: object) -> Iterator[float]:
    if isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from numbers(value)
    elif isinstance(data, int | float) and not isinstance(data, bool):
        yield data
    elif isinstance(data, str) and re.fullmatch("-?[0-9]+/[0-9]+", data):
        yield float(F(data))


_NO_WORDS = re.compile("<style.*?</style>|<[^>]*>", re.DOTALL)


def all_outputs(shown: Result, earlier: Result) -> dict[str, str]:
    found = {**reports(shown), **plans(shown), **explanations(shown)}
    found |= comparisons(shown, earlier)
    # Tags and styles hold places on the page, which are no scores.
    words = {name: _NO_WORDS.sub(" ", found[name]) for name in found if name.endswith(".html")}
    return found | words


def test_no_withheld_number_stands_in_any_output() -> None:
    whole, earlier = odd(F(1, 2)), odd(F(0))
    board = all_outputs(redact(whole, "board"), redact(earlier, "board"))
    cut, before = redact(whole, "public"), redact(earlier, "public")
    public = all_outputs(cut, before)
    kept = {q.id for node in cut.dimensions for t in node.topics for q in t.questions}
    assert kept & {"open.a", "open.b"}
    assert "open.company" not in kept
    for name, score in ODD.items():
        away = [float(score), float(4 - score)]  # the score, and what raising it to 4 brings
        texts = (str(float(score)), f"{score.numerator}/{score.denominator}")
        assert float(score) in set(numbers(json.loads(board["result.json"]))), name
        for output, text in public.items():
            if output.endswith(".json"):
                found = list(numbers(json.loads(text)))
                close = [n for n in found for one in away if abs(abs(n) - one) < 1e-9]
                assert not close, f"{name} in {output}: {close}"
            assert not any(one in text for one in texts), f"{name} in {output}"
