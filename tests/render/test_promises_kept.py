"""What a report must not promise: an end score of almost no answers, months that are not agreed."""

from __future__ import annotations

from typing import Any

import pytest
from render import samples
from render.test_view import blocks, facts, rows, said, section

from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.model.result import Result
from maturity.plan.document import plan_document
from maturity.redact import redact
from maturity.render.report.blocks import Heading, Items, Paragraph, Quote, Table
from maturity.render.report.context import Context
from maturity.render.report.plan_page import build_plan
from maturity.render.report.plan_words import effect_text
from maturity.render.report.view import Report, build_report
from maturity.render.screen.plan import plan_screen
from maturity.render.screen.terminal import Look, draw
from maturity.resources import sample

SO_FAR = "the overall score of what has been answered so far (3%)"


def provisional() -> Result:
    """The rich result when hardly anything is answered."""
    overall = {**samples.rich_data()["overall"], "provisional": True, "coverage": 0.03}
    return samples.result(overall=overall)


def lines(report: Report) -> list[tuple[str, ...]]:
    """What stands under each of the first actions."""
    return [
        one.lines
        for block in blocks(report, "summary")
        if isinstance(block, Items)
        for one in block.items
    ]


def test_an_end_score_of_few_answers_says_of_how_many() -> None:
    report = build_report(provisional())
    # The summary's sentences: what it means, what first means, what the first bring, the end.
    first, end = said(report, "summary")[2:4]
    assert f"The{SO_FAR[3:]} goes from 2.1 to 2.6." in first
    assert f"in month 15, {SO_FAR} is 2.7." in end
    assert f"in month 15, {SO_FAR} is 2.7." in said(report, "plan")[0]


def test_the_plan_on_a_terminal_says_so_too() -> None:
    result = provisional()
    text = " ".join(draw(plan_screen(result, plan_document(result)), Look()).split())
    assert f"{SO_FAR} is 2.7." in text
    assert "the overall score is 2.7" not in text


def test_where_enough_is_answered_the_end_score_stands_plain() -> None:
    assert "so far" not in " ".join(said(build_report(samples.result()), "summary"))


def test_a_dimension_of_few_answers_says_how_many_beside_its_rise() -> None:
    result = evaluate(load_assessment([sample("small-body")]))
    document = plan_document(result)
    few = effect_text(answered(result, provisional=True), document)
    assert few.count("(21% answered so far)") == len(document.first.rises)
    assert "so far" not in effect_text(answered(result, provisional=False), document)


def answered(result: Result, *, provisional: bool) -> Context:
    """A result whose dimensions are all answered to 21%, which may be too little or enough."""
    changes = {"provisional": provisional, "coverage": 0.21}
    nodes = tuple(node.model_copy(update=changes) for node in result.dimensions)
    return Context(result.model_copy(update={"dimensions": nodes}))


def test_agreed_dates_stand_beside_the_months_and_are_not_moved() -> None:
    report = build_report(samples.result())
    assert rows(report, "plan-now-table")[0][0].endswith("/Security/started, due 1 March 2027")
    intro = said(report, "plan")[0]
    assert "a date agreed for an action, shown as “due”, is not moved by them" in intro
    assert said(report, "tracked") == [
        "These dates were agreed. The plan does not move them: its months follow from its order "
        "and the capacity alone."
    ]


def test_without_agreed_dates_nothing_is_said_of_them() -> None:
    tracked = [{**samples.rich_data()["tracked"][0], "due": None}]
    report = build_report(samples.result(plan=[samples.action("a", 1)], tracked=tracked))
    assert "date" not in said(report, "plan")[0]
    assert said(report, "tracked") == []


def test_a_terminal_shows_the_agreed_date() -> None:
    result = samples.result()
    text = " ".join(draw(plan_screen(result, plan_document(result)), Look()).split())
    assert "is not moved by them" in text
    assert "(started, due" in text


def test_what_stands_first_may_be_done_later_than_others() -> None:
    # The first three end in months 2, 7.04 and 2; the fourth in month 15, or here in month 1.
    early = samples.action("early", 4, start_month=0, finish_month=1, gap_closed=0.25)
    plan = [*samples.rich_data()["plan"][:3], early]
    means = "They bring the most towards the targets for each day of work, counted with what"
    told = said(build_report(samples.result(plan=plan)), "summary")[1]
    assert told.startswith(means)
    assert told.endswith("One other action is done before the last of them.")
    assert "other action" not in said(build_report(samples.result()), "summary")[1]
    few = said(build_report(samples.result(plan=plan[:3])), "summary")
    assert not any(text.startswith(means) for text in few)


NOTHING: samples.Data = {"uplift": 0, "uplift_alone": 0, "gap_closed": 0, "changes": []}


def test_what_brings_nothing_by_itself_says_why_it_is_first() -> None:
    report = with_first(needed=["first"])
    assert lines(report)[0][0] == "Brings nothing by itself, but “Second” and “Third” need it"
    assert ("Why it is here", lines(report)[0][0]) in facts(report, "action-first")
    assert lines(report)[1] == ()
    alone = with_first(needed=[])
    assert lines(alone)[0][0] == "Brings nothing by itself, but more with other actions"


def test_an_action_for_an_unknown_answer_says_to_ask_first() -> None:
    report = with_first(needed=["first"])
    assert lines(report)[0][1] == "Ask first what is not known yet: “Is there a list of AI in use?”"
    assert facts(report, "action-first")[0] == ("Raises", "“Is there a list of AI in use?” to 2.0")
    assert (
        "Not known yet, so ask first",
        "“Is there a list of AI in use?”",
    ) in facts(report, "action-first")
    assert rows(report, "plan-now-table")[0][0].endswith("/ask first: an answer is missing")
    assert "ask first" not in rows(report, "plan-now-table")[1][0]


def with_first(needed: list[str]) -> Report:
    raised = {"data.ai-inventory": 2}
    first = samples.action("first", 1, title="First", raises=raised, **NOTHING)
    others = [
        samples.action(title.lower(), 2, title=title, needs=needed) for title in ("Second", "Third")
    ]
    return build_report(samples.result(plan=[first, *others]))


def test_next_levels_are_called_the_framework_s_own_words() -> None:
    text = said(build_report(samples.result()), "dimensions")[0]
    assert text.startswith("“What the next level looks like” gives the framework's own words")
    assert "may name what is still missing" in text


@pytest.mark.parametrize("audience", ["team", "board", "public"])
def test_sources_have_a_heading_of_their_own(audience: Any) -> None:
    whole = build_report(redact(samples.result(), audience))
    found = blocks(whole, "provenance")
    heads = [one.text for one in found if isinstance(one, Heading)]
    assert heads[-2:] == ["Left out of this version", "Sources"]
    at = found.index(Heading("Sources"))
    assert isinstance(found[at + 1], Paragraph)
    assert isinstance(found[at + 2], Table)
    assert found[at + 2 :] == (found[-1],)


def test_the_authors_words_belong_to_no_other_heading() -> None:
    found = blocks(build_report(samples.result()), "provenance")
    quote = next(n for n, one in enumerate(found) if isinstance(one, Quote))
    assert quote < next(n for n, one in enumerate(found) if isinstance(one, Heading))


def test_widest_gaps_that_look_alike_are_named_together() -> None:
    # 1 and 0.96 are both shown as 1.0.
    dimensions = samples.rich_data()["dimensions"]
    dimensions[1] |= {"gap": 0.96}
    text = said(build_report(samples.result(dimensions=dimensions)), "summary")[0]
    assert "The widest gaps, 1.0 levels each, are in: Security; Data and its quality." in text


def test_weights_are_shown_where_they_differ() -> None:
    report = build_report(samples.result())
    table = next(
        one
        for one in blocks(report, "dimension-security")
        if isinstance(one, Table) and one.anchor == "questions-dimension-security"
    )
    assert [row.cells[0].lines[:1] == ("weight 2",) for row in table.rows] == [True] + [False] * 3
    assert "weight 1" not in str(table)
    assert said(report, "dimensions")[0].endswith(
        "A question counts once where no other weight stands below it."
    )
    alike = next(one for one in blocks(report, "topic-data-use") if isinstance(one, Table))
    assert "weight" not in str([row.cells[0].lines for row in alike.rows])


def test_a_topic_that_weighs_more_than_its_neighbour_says_so() -> None:
    dimensions = samples.rich_data()["dimensions"]
    topic = dimensions[1]["topics"][0]
    dimensions[1]["topics"] = [topic, {**topic, "id": "data.more", "weight": 3, "topics": []}]
    report = build_report(samples.result(dimensions=dimensions))
    assert ("Weight", "3") in weights(report, "topic-data-more")
    assert weights(build_report(samples.result()), "topic-data-use") == []


def weights(report: Report, anchor: str) -> list[tuple[str, str]]:
    return [
        (one.label, one.value)
        for block in section(report, anchor).blocks
        for one in getattr(block, "figures", ())
        if one.label == "Weight"
    ]


def test_who_names_no_unit_is_counted() -> None:
    people = {**samples.rich_data()["respondents"], "count": 4}
    report = build_report(samples.result(respondents=people))
    assert rows(report, "units-table")[-1] == ["no unit named", "2"]
    assert rows(report, "roles-table")[-1] == ["no role named", "1"]
    full = build_report(samples.result())
    assert rows(full, "roles-table")[-1] == ["Front line", "1"]
    # What is missing from a list for the public may be a small group.
    public = build_report(samples.result(respondents=people, audience="public"))
    assert rows(public, "units-table")[-1] == ["Corporate", "1"]


def test_the_plan_page_tells_the_same() -> None:
    result = provisional()
    page = build_plan(result, plan_document(result))
    assert SO_FAR in said(page, "plan")[0]
