"""Groups of few people are not told by taking those that are shown from the whole."""

from __future__ import annotations

import pytest
from score.builders import NA, Data, assessment, dimension, framework, level, sheet

from maturity.by_group import by_group
from maturity.evaluate import evaluate
from maturity.model.result import Result
from maturity.model.scored import QuestionResult, Tally
from maturity.redact import Audience, redact, redact_groups

ROLES = [{"id": name, "title": name.title()} for name in ("ops", "lead", "aside")]


def people(lead: list[Data], ops: int = 4, **asked: object) -> Result:
    """So many of ops who give a, b and c 2, and leads who each answer as told."""
    of = framework(
        dimension("one", *(level(name, **asked) for name in "abc")),
        roles=ROLES,
    )
    everything: Data = {"one.a": 2, "one.b": 2, "one.c": 2}
    given = [("ops", everything)] * ops + [("lead", answers) for answers in lead]
    sheets = [
        sheet(answers, f"p{number}", of=of, role=role, unit=f"unit of {role}")
        for number, (role, answers) in enumerate(given)
    ]
    return evaluate(assessment(of, *sheets))


def question(result: Result, name: str) -> QuestionResult:
    return next(q for node in result.dimensions for q in node.questions if q.id == name)


def tally(result: Result, name: str) -> Tally:
    found = question(result, name).tally
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "state"), [("one.a", "unknown"), ("one.b", "not_applicable"), ("one.c", "unanswered")]
)
def test_one_persons_answer_without_a_level_is_not_told(name: str, state: str) -> None:
    """Four of ops beside 4 answered and 1 unknown would tell that the lead does not know."""
    whole = people([{"one.a": "unknown", "one.b": NA}])
    assert [group.id for group in tally(whole, name).by_role] == ["lead", "ops"]
    cut = tally(redact(whole, "public"), name)
    assert (cut.answered, getattr(cut, state)) == (4, 1)
    assert (cut.by_role, cut.by_unit) == ((), ())
    assert question(redact(whole, "public"), name).by_role == ()


def test_groups_of_three_in_any_state_stand_beside_each_other() -> None:
    silent: list[Data] = [{"one.a": "unknown"}, {"one.a": "unknown"}, {}]
    cut = tally(redact(people(silent), "public"), "one.a")
    # nobody of the three gave a level, so no level of one of them can be worked out
    assert [group.id for group in cut.by_role] == ["lead", "ops"]
    assert [(group.unknown, group.unanswered) for group in cut.by_role] == [(2, 1), (0, 0)]


def test_one_answer_of_three_people_is_still_of_one() -> None:
    cut = tally(redact(people([{"one.a": 4}, {}, {}]), "public"), "one.a")
    assert cut.by_role == ()


def test_who_is_not_asked_and_answers_is_a_person_too() -> None:
    of = framework(dimension("one", level("a", answered_by=["ops"])), roles=ROLES)
    roles = ["ops"] * 3 + ["lead"] * 3 + ["aside"]
    sheets = [sheet({"one.a": 2}, f"p{n}", of=of, role=role) for n, role in enumerate(roles)]
    cut = tally(redact(evaluate(assessment(of, *sheets)), "public"), "one.a")
    assert cut.not_counted == 4
    assert [group.id for group in cut.by_role] == ["ops"]  # with lead, 4 - 3 would be told


def without_states(result: Result) -> Result:
    """The result as it was written before groups said who gave no level."""
    data = result.model_dump(by_alias=True)
    for node in data["dimensions"]:
        for each in node["questions"]:
            for group in (*each["tally"]["by_role"], *each["tally"]["by_unit"]):
                del group["not_applicable"], group["unanswered"]
    return Result.model_validate(data)


def test_an_older_result_shows_groups_only_where_everyone_gave_a_level_or_does_not_know() -> None:
    three: Data = {"one.a": 1, "one.b": NA, "one.c": "unknown"}
    old = redact(without_states(people([three, three, three])), "public")
    assert [group.id for group in tally(old, "one.a").by_role] == ["lead", "ops"]
    assert tally(old, "one.b").by_role == ()
    assert [group.id for group in tally(old, "one.c").by_role] == ["lead", "ops"]


@pytest.mark.parametrize(
    ("audience", "sizes"), [("team", [4, 2, 1]), ("board", [4]), ("public", [4])]
)
def test_roles_side_by_side_are_large_enough(audience: Audience, sizes: list[int]) -> None:
    of = framework(dimension("one", level("a")), roles=ROLES)
    roles = ["ops"] * 4 + ["lead"] * 2 + ["aside"]
    sheets = [sheet({"one.a": 2}, f"p{n}", of=of, role=role) for n, role in enumerate(roles)]
    found = redact_groups(by_group(assessment(of, *sheets), "role"), audience)
    assert [group.respondents for group in found.groups] == sizes
    assert bool(found.withheld) == (audience != "team")
