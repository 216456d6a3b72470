"""What the public does not see: what withheld answers bear on, and what could be tried on them."""

from __future__ import annotations

import pytest
from render.test_view import said
from score.builders import Data, assessment, ceiling, dimension, framework, level, sheet

from maturity.evaluate import evaluate
from maturity.explain import explain
from maturity.explain.actions import NOT_REPLAYED
from maturity.model.framework import Framework
from maturity.model.result import Result
from maturity.plan.document import plan_document
from maturity.redact import redact
from maturity.render.explanation.view import explanation_blocks
from maturity.render.formats.json import render_json
from maturity.render.formats.markdown import render_markdown
from maturity.render.report.blocks import Table
from maturity.render.report.view import build_report
from maturity.render.screen.terminal import Look, draw

THEME = {"lenses": [{"id": "t", "title": "Theme"}]}
IN_THEME: Data = {"lenses": ["t"]}


def agreed(of: Framework, answers: Data, **keys: object) -> Result:
    """One set of answers settled together, which tells of nobody."""
    return evaluate(assessment(of, sheet(answers, of=of, agreed=True), **keys))


def test_the_fingerprint_of_the_answers_is_not_published() -> None:
    """625 guesses at four answers would find the ones that it fits."""
    of = framework(dimension("secret", *map(level, "abcd"), sensitive="yes"))
    whole = agreed(of, {f"secret.{name}": 2 for name in "abcd"})
    board, public = redact(whole, "board"), redact(whole, "public")
    assert board.answers_digest == whole.answers_digest
    for text in (render_json(public), render_markdown(public)):
        assert whole.answers_digest not in text
    assert "Fingerprint of the answers" in render_markdown(board)
    assert "Fingerprint of the answers" not in render_markdown(public)
    assert plan_document(public).answers_digest == ""
    assert any("fingerprint of the answers" in entry.what for entry in public.withheld)
    assert public.framework.digest == whole.framework.digest
    assert Result.model_validate_json(render_json(public)) == public


def test_notes_on_how_the_files_were_read_are_not_published() -> None:
    of = framework(dimension("one", level("a")))
    note = "some answers name the organisation 'Ours'"
    whole = agreed(of, {"one.a": 2}, notes=(note,))
    assert redact(whole, "board").notes == (note,)
    assert redact(whole, "public").notes == ()


def themed(open_weight: int, a: int = 1) -> Result:
    """Of a theme, a and b are sensitive, and x is not; a + b + c + d tells neither."""
    secret = [level("a", **IN_THEME), level("b", **IN_THEME), level("c"), level("d")]
    of = framework(
        dimension("secret", *secret, sensitive="yes"),
        dimension("open", level("x", weight=open_weight, **IN_THEME)),
        **THEME,
    )
    answers = {"secret.a": a, "secret.b": 4 - a, "secret.c": 2, "secret.d": 3, "open.x": 4}
    return agreed(of, answers)


@pytest.mark.parametrize(("weight", "shown"), [(0, False), (1, False), (2, False), (3, True)])
def test_a_theme_is_shown_where_most_of_it_is(weight: int, *, shown: bool) -> None:
    whole = themed(weight)
    assert whole.lenses[0].score is not None
    lens = redact(whole, "public").lenses[0]
    assert (lens.score is not None, lens.coverage is not None) == (shown, shown)
    assert (lens.cut, lens.question_ids) == (True, ("open.x",))


def test_a_theme_of_withheld_questions_alone_is_no_score_below_a_dimension() -> None:
    secret = [level("a", **IN_THEME), level("b", **IN_THEME), level("c"), level("d")]
    of = framework(
        dimension("secret", *secret, sensitive="yes"), dimension("open", level("x")), **THEME
    )
    answers: Data = {f"secret.{name}": at for name, at in zip("abcd", (1, 2, 3, 4), strict=True)}
    cut = redact(agreed(of, {**answers, "open.x": 4}), "public")
    assert cut.lenses[0].score is None
    themes = next(b for b in build_sections(cut, "themes") if isinstance(b, Table))
    assert [cell.text for cell in themes.rows[0].cells[1:]] == ["–", "–", "–", "–", "–"]
    assert any("themes" in entry.what for entry in cut.withheld)
    assert "its score is left out" in draw(explanation_blocks(explain(cut, "lens:t")), Look())


def build_sections(result: Result, anchor: str) -> list[object]:
    section = next(one for one in build_report(result).sections if one.anchor == anchor)
    return list(section.blocks)


def two_themes() -> Result:
    """Of five sensitive questions, the themes hold a + b + c and a + b; both give c."""
    both, one = {"lenses": ["t", "u"]}, {"lenses": ["t"]}
    secret = [level("a", **both), level("b", **both), level("c", **one), level("d"), level("e")]
    of = framework(
        dimension("secret", *secret, sensitive="yes"),
        dimension("open", level("x", weight=9, **both)),
        lenses=[{"id": "t", "title": "Theme t"}, {"id": "u", "title": "Theme u"}],
    )
    answers: Data = {
        f"secret.{name}": at for name, at in zip("abcde", (0, 1, 2, 3, 4), strict=True)
    }
    return agreed(of, {**answers, "open.x": 4})


def test_of_two_themes_that_give_a_score_only_together_one_is_left_out() -> None:
    first, second = redact(two_themes(), "public").lenses
    assert first.score is not None
    assert (second.score, second.low, second.high) == (None, None, None)


def test_a_theme_does_not_tell_that_a_ceiling_holds_a_sensitive_dimension_down() -> None:
    """With a and b as the theme's, 12 · 4 + a + b would give the mean that is held down to 1."""
    critical = level("a", critical=[ceiling(0, 1)], **IN_THEME)
    of = framework(
        dimension("secret", critical, level("b", **IN_THEME), sensitive="yes"),
        dimension("open", level("x", weight=12, **IN_THEME)),
        **THEME,
    )
    cut = redact(agreed(of, {"secret.a": 0, "secret.b": 4, "open.x": 4}), "public")
    assert cut.dimensions[0].score == 1
    assert cut.lenses[0].score is None


def held(a: int, b: int = 4, c: int = 4, **keys: object) -> Result:
    """A sensitive question holds `open` at 2 where it is 0; `open` may hold `next` down."""
    secret = level("a", critical=[ceiling(0, 2, "open")])
    capping = level("b", critical=[ceiling(0, 1, "next")])
    do = [{"id": "do-c", "title": "Do c", "raises": {"c": 4}, "effort_days": 5}]
    lift = {"id": "lift", "title": "Lift", "raises": {"free.f": 4}, "effort_days": 5}
    lifting = level("f", critical=[ceiling(1, 2, "secret")])
    of = framework(
        dimension("secret", secret, level("z"), sensitive="yes"),
        dimension("open", capping, level("c"), level("d"), actions=do),
        dimension("next", level("e")),
        dimension("free", lifting, level("g"), actions=[lift]),
    )
    answers = {"secret.a": a, "secret.z": 4 - a, "open.b": b, "open.c": c, "open.d": 4}
    answers |= {"next.e": 4, "free.f": 2, "free.g": 3}
    targets = dict.fromkeys(("secret", "open", "next", "free"), 4)
    return agreed(of, answers, targets=targets, **keys)


@pytest.mark.parametrize(("a", "score"), [(0, 2), (4, 4)])
def test_what_a_sensitive_question_may_hold_down_shows_its_score_alone(a: int, score: int) -> None:
    """Three questions at 4 beside a score of 2 would tell what the sensitive one is."""
    whole = held(a, commentary={"open": "Our words on open", "open.c": "Our words on c"})
    cut = redact(whole, "public")
    opened = cut.dimensions[1]
    assert (opened.score, opened.uncapped, opened.cut) == (score, None, True)
    assert (opened.questions, opened.topics, opened.caps) == ((), (), ())
    assert cut.commentary == {"open": "Our words on open"}
    said = [entry.what for entry in cut.withheld]
    assert "questions (and which are left out), ceilings and actions of: Open, Next" in said


def test_what_that_withholds_may_hold_down_others_in_turn() -> None:
    cut = redact(held(4, b=0), "public")
    assert [(node.id, bool(node.questions)) for node in cut.dimensions] == [
        ("secret", False), ("open", False), ("next", False), ("free", True),
    ]  # fmt: skip


def test_actions_that_bear_on_it_are_left_out_of_the_plan() -> None:
    """`do-c` raises what is withheld; `lift` lifts a ceiling of the sensitive dimension."""
    whole = held(4, c=1)
    assert {one.id for one in whole.plan} == {"do-c", "lift"}
    cut = redact(whole, "public")
    assert cut.plan == ()
    assert [node.id for node in cut.dimensions if not node.cut] == ["free"]


def few_and_critical(c: int) -> Result:
    """One of four people answers c, which holds `one` at 1 where it is 0."""
    of = framework(
        dimension("one", level("a"), level("b"), level("c", critical=[ceiling(0, 1)])),
        dimension("two", level("e")),
    )
    everyone: Data = {"one.a": 4, "one.b": 4, "two.e": 2}
    sheets = [sheet(everyone, f"p{number}", of=of) for number in range(3)]
    return evaluate(assessment(of, *sheets, sheet({**everyone, "one.c": c}, "last", of=of)))


@pytest.mark.parametrize("c", [0, 4])
def test_a_critical_question_of_few_answers_leaves_the_score_of_its_dimension(c: int) -> None:
    cut = redact(few_and_critical(c), "public")
    assert [len(node.questions) for node in cut.dimensions] == [0, 1]
    assert cut.dimensions[0].score == (1 if c == 0 else 4)


def test_why_a_sensitive_target_was_set_is_not_published() -> None:
    of = framework(dimension("secret", level("a"), sensitive="yes"), dimension("open", level("x")))
    whole = agreed(of, {"secret.a": 1, "open.x": 1}, targets={"secret": 3, "open": 3})
    because = [node.model_copy(update={"target_because": "After it"}) for node in whole.dimensions]
    whole = whole.model_copy(update={"dimensions": tuple(because)})
    cut = redact(whole, "public")
    assert [node.target_because for node in cut.dimensions] == ["", "After it"]
    assert [node.target for node in cut.dimensions] == [3, 3]
    assert [n.target_because for n in redact(whole, "board").dimensions] == ["After it"] * 2


def test_nothing_is_said_of_all_questions_where_some_are_withheld() -> None:
    of = framework(
        dimension("secret", level("a"), level("b"), sensitive="yes"), dimension("open", level("x"))
    )
    whole = agreed(of, {"secret.a": 2, "secret.b": 2, "open.x": 2})
    board, public = build_report(redact(whole, "board")), build_report(redact(whole, "public"))
    assert said(board, "unknowns") == ["No answer is missing."]
    assert said(public, "unknowns") == [
        "No answer is missing to a question that this version shows."
    ]
    assert said(board, "left-out") == ["Every question was counted."]
    assert said(public, "left-out") == ["Every question that this version shows was counted."]
    assert "that this version shows" in said(public, "disagreements")[0]
    weights = [table(report, "weights-table") for report in (board, public)]
    assert [one.columns[-1].title for one in weights] == ["Questions asked", "Questions shown"]
    counts = [[row.cells[-1].text for row in one.rows] for one in weights]
    assert counts == [["2", "1"], ["–", "1"]]


def table(report: object, anchor: str) -> Table:
    sections = getattr(report, "sections")  # noqa: B009
    found = [b for one in sections for b in one.blocks if isinstance(b, Table)]
    return next(one for one in found if one.anchor == anchor)


def all_alike(**keys: object) -> Result:
    """All is at 2, so what is left of `one` has the same mean as the whole, by chance."""
    do = [{"id": "do-b", "title": "Do b", "raises": {"b": 4}, "effort_days": 5}]
    of = framework(
        dimension("one", *map(level, "abc"), actions=do), dimension("two", level("x")), **keys
    )
    everyone: Data = {"one.a": 2, "one.b": 2, "two.x": 2}
    sheets = [sheet({"one.b": 2, "two.x": 2}, f"p{number}", of=of) for number in range(3)]
    sheets += [sheet(everyone, f"q{number}", of=of) for number in range(3)]
    last = sheet({**everyone, "one.c": 2}, "last", of=of)
    cut = redact(evaluate(assessment(of, *sheets, last, targets={"one": 4})), "public")
    assert [question.id for question in cut.dimensions[0].questions] == ["one.b"]
    assert [one.id for one in cut.plan] == ["do-b"]
    return cut


@pytest.mark.parametrize("aggregate", ["mean", "none"])
def test_what_an_action_brings_is_not_worked_out_from_a_part(aggregate: str) -> None:
    cut = all_alike(aggregate=aggregate)
    assert plan_document(cut).first.rises == ()
    explanation = explain(cut, "do-b")
    assert explanation.notes == (NOT_REPLAYED,)
    assert explanation.action is not None
    assert explanation.action.moves == ()


def test_an_explanation_says_nothing_of_single_answers_that_are_withheld() -> None:
    cut = all_alike()
    for name in ("one", "overall"):
        text = draw(explanation_blocks(explain(cut, name)), Look())
        assert "withheld from this audience" in text
        assert "No change of a single answer" not in text
    explanation = explain(cut, "one")
    assert (explanation.arithmetic, explanation.terms, explanation.deciding) == ("", (), ())
    detail = explain(cut, "one.b").question
    assert detail is not None
    assert [place.id for place in detail.part_of] == ["overall"]
