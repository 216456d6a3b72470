"""The diagrams for GitHub: every line of a known form, whatever names try to be."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from render import samples

from maturity.render.formats.mermaid import MOST_ACTIONS, diagrams, drawable
from maturity.render.report.context import Context

NAMES = (
    *samples.HOSTILE,
    "a; b: c %% d",
    "end",
    'click a href "javascript:alert(1)"',
    "section X",
    '%%{init: {"theme": "dark"}}%%',
    "#59; #quot;",
    "--> -- - a-b",
    "accTitle: x",
    "x:crit, 0, 99",
    "dateFormat",
    "",
    "💥",
)
GANTT = re.compile(
    r"gantt\n"
    r"    accTitle: [\w .,’–-]+\n"
    r"    accDescr: [\w .,’–-]+\n"
    r"    dateFormat x\n"
    r"    axisFormat %Q\n"
    r"    tickInterval (?:3|12)millisecond\n"
    r"    todayMarker off\n"
    r"(?:    section (?:Now|Next|Later)\n(?:    \d+(?: [\w .,’–…-]+)? :(?:active, )?\d+, \d+\n)+)+"
)
CHART = re.compile(
    r"xychart-beta horizontal\n"
    r"    accTitle: [\w .,’–-]+\n"
    r"    accDescr: [\w .,’–-]+\n"
    r'    x-axis \["[\w .,’–…-]+"(?:, "[\w .,’–…-]+")*\]\n'
    r'    y-axis "Score" [\d.]+ --> [\d.]+\n'
    r"    bar \[[\d.]+(?:, [\d.]+)*\]\n"
    r"(?:    line \[[\d.]+(?:, [\d.]+)*\]\n)?"
)


def drawn(**changes: Any) -> dict[str, str]:
    """The code of each diagram of a result."""
    found = diagrams(Context(samples.result(**changes)))
    return {
        anchor: re.findall(r"```mermaid\n(.*?)```", text, re.DOTALL)[0]
        for anchor, text in found.items()
    }


def named(name: str) -> dict[str, str]:
    data = samples.rich_data()
    dimensions = [{**one, "title": name} for one in data["dimensions"]]
    plan = [{**one, "title": name} for one in data["plan"]]
    return drawn(dimensions=dimensions, plan=plan)


def test_the_plan_of_the_sample() -> None:
    assert drawn()["gantt-1"].splitlines()[2:] == [
        "    accDescr: action 1 months 1 to 2, action 2 months 2 to 8, action 3 months 1 to 2, "
        "action 4 months 13 to 15",
        "    dateFormat x",
        "    axisFormat %Q",
        "    tickInterval 3millisecond",
        "    todayMarker off",
        "    section Now",
        "    1 Enforce multi-factor authentication for every user :active, 0, 2",
        "    3 Action 3 :0, 2",
        "    section Next",
        "    2 List the AI in use :1, 8",
        "    section Later",
        "    4 Action 4 :12, 15",
    ]


def test_the_scores_of_the_sample() -> None:
    assert drawn()["profile"].splitlines()[2:] == [
        "    accDescr: Security 2.0 of 3, Data and its quality 1.5 of 2, Inclusion of everyone who "
        "needs a service, whatever their means 3.0 of 3",
        '    x-axis ["Security", "Data and its quality", '
        '"Inclusion of everyone who needs a service, whatever their m…"]',
        '    y-axis "Score" 0 --> 4',
        "    bar [2.0, 1.5, 3.0]",
        "    line [3, 2, 3]",
    ]


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_change_no_line(name: str) -> None:
    found = named(name)
    assert GANTT.fullmatch(found["gantt-1"])
    assert CHART.fullmatch(found["profile"])


@given(st.text(max_size=60))
def test_any_name(name: str) -> None:
    assert re.fullmatch(r"(?:[^\W_]|[\w .,’–−-])*", drawable(name))
    assert set(drawable(name)) & set("`\"'#%;:<>{}[]()|&$@/\\\n\r\t") == set()
    assert "--" not in drawable(name)


def test_scores_below_zero_keep_their_sign() -> None:
    low = {**samples.rich_data()["dimensions"][0], "score": -2, "exact": "-2", "target": -1}
    lines = drawn(dimensions=[low])["profile"].splitlines()
    assert lines[2] == "    accDescr: Security −2.0 of −1"
    assert lines[5:] == ["    bar [-2.0]", "    line [-1]"]


def test_texts_that_harm_nothing_stay() -> None:
    assert drawable("Résumé: a two-page “plan”") == "Résumé a two-page plan"
    assert drawable("It's Ŵyth, 日本語") == "It’s Ŵyth, 日本語"
    assert drawable("Data −2.0 of −1") == "Data −2.0 of −1"
    assert drawable("e\u0301") == "é"
    assert drawable("a" * 20, longest=10) == f"{'a' * 9}…"
    assert drawable("a" * 10, longest=10) == "a" * 10


def test_bars_of_one_name_or_none_stay_apart() -> None:
    assert 'x-axis ["1 Same", "2 Same", "3 Same"]' in named("Same")["profile"]
    assert 'x-axis ["1", "2", "3"]' in named("%%")["profile"]


def test_the_bars_are_bounded_and_the_rest_is_counted() -> None:
    plan = [samples.action(f"a{n}", n) for n in range(1, MOST_ACTIONS + 6)]
    text = diagrams(Context(samples.result(plan=plan)))["gantt-1"]
    assert text.count("    Action") + len(re.findall(r"\n    \d+ Action", text)) == MOST_ACTIONS
    assert text.endswith(f"Drawn are the first {MOST_ACTIONS} of {MOST_ACTIONS + 5} actions.")


def test_a_long_plan_is_marked_by_the_year() -> None:
    plan = [samples.action("a", 1, horizon="later", start_month=40, finish_month=60)]
    assert "tickInterval 12millisecond" in drawn(plan=plan)["gantt-1"]


def test_without_targets_there_is_no_line() -> None:
    data = samples.rich_data()["dimensions"]
    found = drawn(dimensions=[{**data[0], "target": None, "gap": None}, *data[1:]])
    assert "    line" not in found["profile"]
    assert "    bar [2.0, 1.5, 3.0]" in found["profile"]


def test_nothing_scored_and_nothing_planned_draw_nothing() -> None:
    assert diagrams(Context(samples.nothing_scored())) == {}
