"""A plan on its own: on the screen, as CSV, as a page."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from plan.builders import action
from score.builders import Data, F, answered, dimension, framework, level, topic

from maturity.evaluate import evaluate
from maturity.model.plan_document import PlanDocument, Sure
from maturity.model.result import Result
from maturity.plan import PlanOptions
from maturity.plan.document import plan_document
from maturity.render.formats.markdown import markdown_of
from maturity.render.formats.plan_csv import HEADERS, render_plan_csv, safe_cell
from maturity.render.report.plan_page import build_plan
from maturity.render.screen.plan import plan_screen
from maturity.render.screen.terminal import Look, draw

ACTIONS = [
    action("a-first", {"a": 3}, 20, owner="Head of IT", cost={"one_off": 500, "yearly": 20}),
    action("b-next", {"b": 3}, {"low": 60, "high": 140}, needs=["a-first"]),
    action("c-later", {"c": 3}, 200, needs=["b-next"]),
    action("nothing", {"a": 0}),
]
OF = framework(
    dimension(
        "d", topic("t", level("a"), level("b")), topic("s", level("c"), level("u")), actions=ACTIONS
    )
)
ANSWERS: Data = {"d.a": 1, "d.b": 1, "d.c": 1, "d.u": "unknown"}
SURE = {
    "a-first": Sure(lowest="now", highest="beyond"),
    "b-next": Sure(lowest="next", highest="next"),
    "c-later": Sure(lowest="later", highest="later"),
}


def plan(
    options: PlanOptions | None = None, sure: dict[str, Sure] | None = None, **keys: Any
) -> tuple[Result, PlanDocument]:
    result = evaluate(answered(OF, ANSWERS, **{"targets": {"d": 3}, **keys}))
    return result, plan_document(result, options or PlanOptions(), sure)


def screen(*shown: Any, width: int = 80) -> str:
    return draw(plan_screen(*shown), Look(width=width))


def test_a_table_for_each_horizon_with_running_score_and_what_is_waited_for() -> None:
    # d is the mean of t and c: from 1 by (3 − 1) / 4 = 1/2 for a and for b, and 1 for c.
    text = screen(*plan())
    now, rest = text.partition("Next: done by month 12 – 1 action, 60–140 days\n")[::2]
    assert "Now: done by month 3 – 1 action, 20 days, and £500 once and £20 a year\n" in now
    after, later = rest.partition("Later: done after month 12 – 1 action, 200 days\n")[::2]
    assert [line.split() for line in after.splitlines()[:2]] == [
        ["Action", "Days", "Months", "Rise", "After", "Waits", "for"],
        ["2.", "B-Next", "60–140", "2", "to", "6", "+0.5", "2.0", "1"],
    ]
    assert later.splitlines()[1].split()[2:] == ["200", "7", "to", "16", "+1.0", "3.0", "2"]
    assert "D 1.0 → 3.0, 280–360 days." in text
    assert "Owner" in now.splitlines()[-3]
    assert "Owner" not in after


def test_beyond_is_counted_by_reason() -> None:
    text = screen(*plan())
    assert "Beyond the targets – 1 action\n- What it raises is already there: 1\n" in text
    assert "--format markdown and --format json list them." in text


def test_how_sure_it_is() -> None:
    assert "How sure" not in screen(*plan())
    text = screen(*plan(sure=SURE))
    assert "The action to do now stays so" not in text
    assert "0 of 1 to do now would stay so with every missing answer at its lowest" in text
    assert "- A-First: at the lowest now, at the highest not needed\n" in text
    assert "B-Next: at" not in text
    certain = {**SURE, "a-first": Sure(lowest="now", highest="now")}
    text = screen(*plan(sure=certain))
    assert "The action to do now stays so with every missing answer at its lowest" in text


@pytest.mark.parametrize("width", [40, 80])
def test_nothing_is_wider_than_the_screen(width: int) -> None:
    text = screen(*plan(PlanOptions(only="d"), SURE), width=width)
    assert max(map(len, text.splitlines())) <= width
    for said in ("1. A-First", "Head of IT", "£500 once"):
        assert said in text


def test_the_aim_and_what_is_left_out_are_said() -> None:
    options = PlanOptions(only="d", exclude=frozenset({"nothing", "c-later"}))
    text = " ".join(screen(*plan(options)).split())
    said = "closes the gap of D alone. It leaves out “C-Later” and “Nothing”, and what needs it."
    assert said in text


def test_without_a_plan_it_says_why() -> None:
    text = screen(*plan(targets={}))
    assert "There is no plan because there is no target" in " ".join(text.split())
    assert "The three actions" not in text


def rows(*shown: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render_plan_csv(*shown))))


def test_csv_has_a_row_for_each_action() -> None:
    first, second, third = rows(*plan(sure=SURE))
    assert tuple(first) == HEADERS
    assert (first["number"], first["id"], first["title"]) == ("1", "a-first", "A-First")
    assert (first["owner"], first["cost_one_off_pounds"]) == ("Head of IT", "500")
    assert (first["if_unknowns_lowest"], first["if_unknowns_highest"]) == ("now", "beyond")
    assert (second["waits_for"], second["needed_by"]) == ("a-first", "c-later")
    assert (second["start_month"], second["finish_month"]) == ("1", "6")
    assert (second["effort_days_low"], second["effort_days_planned"]) == ("60", "100")
    assert (second["effort_pounds_planned"], second["cost_one_off_pounds"]) == ("", "")
    assert (third["changes"], third["overall_after"]) == ("d.c from 1 to 3", "3")


def test_every_cell_of_the_csv_is_quoted() -> None:
    lines = render_plan_csv(*plan()).splitlines()
    assert all(line.startswith('"') and line.endswith('"') for line in lines)
    assert all(len(line.split('","')) == len(HEADERS) for line in lines)


def test_csv_without_a_plan_is_its_titles() -> None:
    assert rows(*plan(targets={})) == []
    assert render_plan_csv(*plan(targets={})).count("\n") == 1


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d"])
def test_a_text_that_could_run_gets_an_apostrophe(start: str) -> None:
    assert safe_cell(f"{start}1+1") == f"'{start.strip()}1+1"
    assert safe_cell(f"a{start}") == f"a{start.strip()}"


def test_a_cell_acts_on_no_terminal() -> None:
    assert safe_cell("\x1b]8;;http://example.org\x07x") == "]8;;http://example.orgx"


@pytest.mark.parametrize("value", [-1, -0.5, None, 0, "", "plain"])
def test_numbers_and_plain_texts_stay_as_they_are(value: Any) -> None:
    assert safe_cell(value) is value


@pytest.mark.parametrize("key", ["title", "owner"])
@pytest.mark.parametrize("text", ["=1+1", "\t=1+1", "\r\n@x", "-2+3", "+cmd|x"])
def test_no_word_of_a_person_runs_in_a_spreadsheet(key: str, text: str) -> None:
    result, document = plan()
    hostile = document.plan[0].model_copy(update={key: text})
    shown = document.model_copy(update={"plan": (hostile,)})
    (row,) = rows(result, shown)
    assert row[key] == f"'{text.strip()}"


def test_a_change_from_no_answer_says_so() -> None:
    result, document = plan()
    change = document.plan[0].changes[0].model_copy(update={"from_": None, "to": 2})
    one = document.plan[0].model_copy(update={"changes": (change, change)})
    (row,) = rows(result, document.model_copy(update={"plan": (one,)}))
    assert row["changes"] == "d.a from no answer to 2; d.a from no answer to 2"


def test_effort_is_priced_at_the_day_rate() -> None:
    result, document = plan()
    priced = document.model_copy(update={"day_rate": F(1, 2)})
    assert [row["effort_pounds_planned"] for row in rows(result, priced)] == ["10", "50", "100"]


def test_the_page_has_the_plan_and_how_sure_it_is() -> None:
    page = markdown_of(build_plan(*plan(PlanOptions(only="d"), SURE)))
    assert page.startswith("# Action plan: ")
    shown = ("**DRAFT**", "closes the gap of D alone", "D 1.0 → 3.0", "### Now: done by month 3")
    for said in shown:
        assert said in page
    assert "| A-First | now | now | not needed |" in page.replace("\\", "")
    assert "How sure" not in markdown_of(build_plan(*plan()))


def test_a_final_page_is_no_draft() -> None:
    result, document = plan()
    final = result.model_copy(update={"status": "final", "unknowns": ()})
    page = markdown_of(build_plan(final, document))
    assert "DRAFT" not in page
    assert "How sure" not in page


def test_what_lifts_no_dimension_yet_says_nothing_of_them() -> None:
    result, document = plan()
    first = document.first.model_copy(update={"rises": ()})
    text = screen(result, document.model_copy(update={"first": first}))
    assert "→" not in text
    assert "D 1.0 → 3.0" in screen(result, document)
