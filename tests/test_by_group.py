"""Units or roles side by side: each from its own people alone, small ones not for the public."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from score.builders import F, assessment, ceiling, dimension, framework, level, sheet, text

from maturity.by_group import by_group
from maturity.cli.app import run
from maturity.model.grouped import ByGroup, Group
from maturity.redact import large_enough, redact_groups
from maturity.render.screen.blocks import Columns, Paragraph, Points
from maturity.render.screen.by_group import by_group_blocks, fitting
from maturity.render.screen.terminal import Look, draw

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.model.answers import AnswerSheet
    from maturity.model.framework import Framework

LEVELS = [0, 1, 2, 3, 4]


def two(**keys: Any) -> Framework:
    roles = [{"id": "lead", "title": "Leaders"}, {"id": "front", "title": "Front line"}]
    parts = dimension("one", level("a"), level("b")), dimension("two", level("c"))
    return framework(*parts, roles=roles, **keys)


def person(
    of: Framework, name: str, unit: str | None, *levels: object, role: str | None = None
) -> AnswerSheet:
    """Who answers a, b and c, as far as levels go; None for unanswered."""
    answers = dict(zip(("one.a", "one.b", "two.c"), levels, strict=False))
    return sheet(answers, name, of=of, unit=unit, role=role)


def exact(group: Group) -> tuple[str | None, ...]:
    return (*(one.exact for one in group.dimensions.values()), group.overall.exact)


def test_each_unit_is_scored_from_its_own_people() -> None:
    of = two()
    found = by_group(
        assessment(
            of,
            person(of, "p", "Housing", 1, 2, 4),
            person(of, "q", "Housing", 2, 2, 3),
            person(of, "r", "Benefits", 4, None, 0),
            person(of, "s", None, 3, 3, 3),
            sheet({"one.a": 0, "two.c": 0}, of=of, agreed=True),
        ),
        "unit",
    )
    assert [(g.id, g.title, g.respondents) for g in found.groups] == [
        ("Benefits", "Benefits", 1),
        ("Housing", "Housing", 2),
        (None, "No unit named", 1),
    ]
    # Housing: a 3/2 and b 2 make 7/4; c 7/2; the whole 21/8. The agreed zeros count nowhere.
    assert [exact(group) for group in found.groups] == [
        ("4", "0", "2"),
        ("7/4", "7/2", "21/8"),
        ("3", "3", "3"),
    ]
    assert found.agreed_left_out == 1
    assert found.groups[0].dimensions["one"].coverage == 0.5
    assert found.groups[1].overall.score == 2.625


def test_roles_come_in_the_framework_s_order_and_count_where_they_are_asked() -> None:
    of = framework(
        dimension("one", level("a", answered_by=["front"]), level("b")),
        roles=[{"id": "lead", "title": "Leaders"}, {"id": "front", "title": "Front line"}],
    )
    sheets = [
        person(of, "p", None, 4, 1, role="front"),
        person(of, "q", None, 0, 3, role="lead"),
    ]
    found = by_group(assessment(of, *sheets), "role")
    # The leaders' answer to a does not count: b alone is theirs.
    assert [(g.id, g.title, exact(g)) for g in found.groups] == [
        ("lead", "Leaders", ("3", "3")),
        ("front", "Front line", ("5/2", "5/2")),
    ]


def test_a_group_without_answers_has_no_score_even_where_missing_is_the_lowest() -> None:
    of = two(missing="lowest")
    found = by_group(assessment(of, person(of, "p", "A", None), person(of, "q", "B", 4, 4)), "unit")
    assert [exact(group) for group in found.groups] == [(None, None, None), ("4", None, "2")]
    assert [group.overall.answered for group in found.groups] == [0, 1]


def test_a_final_assessment_sets_no_ceiling_by_what_a_group_was_not_asked() -> None:
    of = framework(
        dimension("one", level("a", answered_by=["front"], critical=[ceiling(0, 1)]), level("b")),
        roles=[{"id": "lead", "title": "Leaders"}, {"id": "front", "title": "Front line"}],
    )
    sheets = [person(of, "q", None, None, 3, role="lead")]
    (group,) = by_group(assessment(of, *sheets, status="final"), "role").groups
    assert exact(group) == ("3", "3")
    assert group.overall.provisional is False
    assert group.dimensions["one"].provisional is True


def test_texts_and_what_is_not_asked_are_no_answers() -> None:
    of = framework(
        dimension("one", level("a", ask_if={"fact": "ai", "is": "yes"}), text("why"), level("b")),
        facts=[{"id": "ai", "ask": "AI?", "type": "yes-no", "if_unknown": "no"}],
    )
    given = sheet({"one.a": 2, "one.why": "So"}, of=of, unit="A")
    (group,) = by_group(assessment(of, given, facts={"ai": "no"}), "unit").groups
    assert group.dimensions["one"].answered == 0


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((3, 4, 5), "abc"),
        ((2, 3, 9), "c"),  # one is too small, so the next goes too
        ((2, 1, 3), "c"),
        ((2,), ""),
        ((), ""),
    ],
)
def test_which_groups_the_public_sees(counts: tuple[int, ...], shown: str) -> None:
    assert large_enough(list(zip(counts, "abc", strict=False))) == list(shown)


def crowd(of: Framework, **sizes: int) -> list[AnswerSheet]:
    """So many people a unit; all say 2 to everything."""
    return [
        person(of, f"{unit}{n}", unit.title(), 2, 2, 2)
        for unit, size in sizes.items()
        for n in range(size)
    ]


def test_small_groups_and_one_more_are_withheld_from_the_public() -> None:
    of = two()
    whole = by_group(assessment(of, *crowd(of, a=2, b=3, c=4)), "unit")
    assert [group.title for group in redact_groups(whole, "team").groups] == ["A", "B", "C"]
    public = redact_groups(whole, "public")
    assert [group.title for group in public.groups] == ["C"]
    assert public.withheld[0].what.startswith("figures of groups of fewer than 3 people")
    assert (public.audience, whole.audience) == ("public", "full")


def test_a_number_that_few_of_a_large_group_have_made_is_withheld_too() -> None:
    of = two()
    sheets = [
        *crowd(of, b=3, c=4),
        *(person(of, f"a{n}", "A", 1, 1, 4 if n < 2 else None) for n in range(5)),
    ]
    public = redact_groups(by_group(assessment(of, *sheets), "unit"), "public")
    # In two, A has 2 answers, and with it goes the next smallest, B.
    assert {group.title: exact(group) for group in public.groups} == {
        "A": ("1", None, "5/2"),
        "B": ("2", None, "2"),
        "C": ("2", "2", "2"),
    }
    assert public.groups[0].dimensions["two"].answered is None
    assert public.groups[2].dimensions["two"].answered == 4


def shown(found: ByGroup, width: int = 80) -> str:
    return draw(by_group_blocks(found, LEVELS), Look(width=width))


def test_up_to_five_groups_are_columns() -> None:
    of = two(min_coverage=F(3, 5))
    sheets = [person(of, "p", "Housing", 3, 3, 2), person(of, "q", "Revenues", 1, None, None)]
    agreed = sheet({"one.a": 0}, of=of, agreed=True)
    assert shown(by_group(assessment(of, *sheets, agreed), "unit")) == (
        "Example Council by unit: each is scored from its own people's answers alone.\n\n"
        "Dimension  Housing  Revenues\n"
        "One            3.0      1.0*\n"
        "Two            2.0         –\n"
        "Overall        2.5      1.0*\n"
        "People           1         1\n\n"
        "- * provisional: too little is answered, or a ceiling is pending.\n"
        "- The answers settled together (1 file) belong to no unit and are left out.\n"
    )


def test_more_than_five_are_rows() -> None:
    of = two()
    found = by_group(assessment(of, *crowd(of, a=1, b=1, c=1, d=1, e=1, f=2)), "unit")
    blocks = by_group_blocks(found, LEVELS)
    assert isinstance(blocks[1], Columns)
    assert blocks[1].headers == ("Unit", "One", "Two", "Overall", "People")
    assert blocks[1].rows[0] == ("A", "2.0", "2.0", "2.0", "1")
    assert blocks[1].rows[5] == ("F", "2.0", "2.0", "2.0", "2")


def test_five_groups_with_long_names_fit_a_screen() -> None:
    of = framework(dimension("interoperability", level("a")), dimension("two", level("c")))
    names = [f"{word} of communications" for word in "ABCDE"]
    sheets = [sheet({"two.c": 2}, name, of=of, unit=name) for name in names]
    text_shown = shown(by_group(assessment(of, *sheets), "unit"))
    lines = text_shown.splitlines()
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("Overall") and line.count("2.0") == 5 for line in lines)
    assert "communic" in text_shown


def test_words_of_headings_are_broken_no_more_than_it_takes() -> None:
    assert fitting(["Communications"], 16) == ["Communications"]
    assert fitting(["Communications", "IT"], 16) == ["Communica- tions", "IT"]
    assert fitting(["Communications"], 3) == ["Communications"]  # it will be read out row by row


def test_nobody_and_nobody_left() -> None:
    of = two()
    found = by_group(assessment(of, sheet({"one.a": 1}, of=of, agreed=True)), "role")
    assert by_group_blocks(found, LEVELS) == [
        Paragraph("Example Council: there is no role to show."),
        Points(("The answers settled together (1 file) belong to no role and are left out.",)),
    ]


ANSWERS = """\
format: answers/1
framework: {{path: framework}}
organisation: {{name: Example}}
respondent: {{id: {who}, unit: {unit}, role: leadership}}
answers: {{security.backups: {level}, data.register: 2}}
"""


@pytest.fixture
def units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "framework").mkdir()
    levels = "levels: {0: No, 2: Half, 4: All}"
    (tmp_path / "framework" / "framework.yaml").write_text(
        "format: framework/1\nid: small\nversion: 1.0.0\ntitle: Small\n"
        "levels: [{level: 0, name: None}, {level: 2, name: Half}, {level: 4, name: All}]\n"
        "dimensions: [security, data]\nroles: [{id: leadership, title: Leadership}]\n"
    )
    for name, question in (("security", "backups"), ("data", "register")):
        (tmp_path / "framework" / f"{name}.yaml").write_text(
            f"format: questionnaire/1\nid: {name}\ntitle: {name.title()}\nquestions:\n"
            f"  - {{id: {question}, ask: How?, type: level, {levels}}}\n"
        )
    for who, unit, at in (("bo", "Housing", 4), ("di", "Benefits", 0)):
        text = ANSWERS.format(who=who, unit=unit, level=at)
        (tmp_path / f"{who}.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("units")
def test_the_command_prints_a_table_or_json(capsys: pytest.CaptureFixture[str]) -> None:
    files = ["bo.yaml", "di.yaml"]
    assert run(["score", *files, "--by", "unit"]) == 0
    out = capsys.readouterr().out
    assert "Dimension  Benefits  Housing\n" in out
    assert "Overall         1.0      3.0\n" in out
    assert run(["score", *files, "--by", "role", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["by"], found["audience"]) == ("by/1", "role", "team")
    (group,) = found["groups"]
    assert (group["id"], group["title"], group["respondents"]) == ("leadership", "Leadership", 2)
    assert group["dimensions"]["security"]["exact"] == "2"
    assert group["overall"]["score"] == 2


@pytest.mark.usefixtures("units")
def test_the_public_sees_no_unit_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["score", "bo.yaml", "di.yaml", "--by", "unit", "--audience", "public"]) == 0
    out = capsys.readouterr().out
    assert "Housing" not in out
    assert "there is no unit to show" in out
    assert "Withheld: figures of groups" in out


@pytest.mark.usefixtures("units")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--by", "rolle"], "did you mean 'role'?"),
        (["--by", "unit", "--audience", "publik"], "did you mean 'public'?"),
        (["--by", "unit", "--fail-under", "2"], "leave out --by"),
    ],
)
def test_what_cannot_be_grouped(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert run(["score", "bo.yaml", *words]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err
