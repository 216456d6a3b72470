"""`maturity new assessment`: it loads and scores at once, and every example in it can be used."""

from __future__ import annotations

import json
import re
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from new.making import assert_valid, data_of, new, refused, result
from schema.examples import as_json

from maturity.cli import app
from maturity.load.assessment import load_assessment
from maturity.model.framework import Framework
from maturity.new.answers_text import answers_text
from maturity.new.assessment_text import assessment_text
from maturity.new.settings import Settings
from maturity.schema import schema_of

if TYPE_CHECKING:
    from pathlib import Path


STRANGE = 'Bob: "the" Council # of Ärzte'
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


def test_an_assessment_loads_and_scores_with_nothing_answered(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new("assessment", "ours", "--organisation", STRANGE, "--profile", "nhs-trust")
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(
        "Wrote:\n  ours/assessment.yaml\n  ours/answers/respondent-1.yaml\n\nNext"
    )
    found = result(folder / "ours")
    assert found.organisation.name == STRANGE
    assert found.profile is not None
    assert found.profile.id == "nhs-trust"
    assert found.date == date.today().isoformat()
    assert [person.id for person in found.respondents.people] == ["respondent-1"]
    assert all(fact.assumed for fact in found.organisation.facts)
    assert found.overall.coverage == 0
    assert_valid(folder / "ours" / "assessment.yaml", "assessment")
    assert_valid(folder / "ours" / "answers" / "respondent-1.yaml", "answers")


def test_every_example_in_an_assessment_can_be_used(folder: Path) -> None:
    new("assessment", "ours")
    path = folder / "ours" / "assessment.yaml"
    text = path.read_text(encoding="utf-8")
    # Prose has one space after the mark; a line of an example has none, or is indented by two.
    used = re.sub(r"(?m)^#(?=[^ \n]|  )", "", text)
    path.write_text(used, encoding="utf-8")
    assert_valid(path, "assessment")
    new("theme", "ours/brand.yaml")
    settled = load_assessment([folder / "ours"])
    assert [approval.by for approval in settled.approvals] == ["Chief executive"]
    assert [role.id for role in settled.roles] == ["partner-body"]
    assert settled.targets["skills"].level == 4
    assert settled.weights["skills"].weight == Fraction(3, 2)
    assert settled.capacity.day_rate == 450
    assert {tracked.status for tracked in settled.tracked.values()} == {"started"}
    assert [action.id for action in settled.local_actions] == ["our-own-action"]
    assert list(settled.commentary)[:2] == ["summary", "skills"]
    sections = set(re.findall(r"(?m)^([a-z]+):", used))
    assert sections == set(schema_of("assessment")["properties"])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAMES, path=NAMES)
@example(name="no", path="C:/a b")
@example(name="- 'x': {y}", path="../\N{SNOWMAN}")
def test_any_name_reads_back_from_both_files(name: str, path: str, small: Framework) -> None:
    chosen = Settings(small, date(2026, 11, 22), path, organisation=name)
    for text in (assessment_text(chosen), answers_text(chosen)):
        data = as_json(text)
        assert data["organisation"]["name"] == name
        assert data["framework"]["path"] == path


@pytest.mark.parametrize("name", ["", "  ", "a\x07b"])
def test_a_name_that_no_report_could_show_is_refused(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "--organisation" in refused("assessment", "a", "--organisation", name, capsys=capsys)
    assert list(folder.iterdir()) == []


def test_another_respondent_of_an_assessment(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    new("framework", "fw")
    new("assessment", "ours", "--framework", "fw", "--quick", "--profile", "public-body")
    main = folder / "ours" / "assessment.yaml"
    text = main.read_text().replace(
        "#roles:\n#  - id: partner-body\n#    title: Partner body",
        "roles: [{id: partner, title: P}]",
    )
    main.write_text(text)
    monkeypatch.chdir(folder / "ours" / "answers")
    new("answers", "respondent-2.yaml", "--role", "partner")
    assert "organisation" not in data_of(folder / "ours/answers/respondent-2.yaml")
    found = result(folder / "ours")
    assert [person.role for person in found.respondents.people] == [None, "partner"]
    assert (found.scope, found.framework.id) == ("quick", "fw")

    said = refused("answers", "c.yaml", "--profile", "public-body", capsys=capsys)
    assert "leave out --organisation and --profile" in said
    assert "there is no role 'partnr'" in refused(
        "answers", "c.yaml", "--role", "partnr", capsys=capsys
    )
    main.write_text(text.replace("status: draft", "status: daft"))
    assert "assessment.yaml:" in refused("answers", "c.yaml", capsys=capsys)
    assert not (folder / "ours" / "answers" / "c.yaml").exists()


@pytest.mark.usefixtures("folder")
def test_the_program_scores_what_it_made(capsys: pytest.CaptureFixture[str]) -> None:
    new("framework", "fw")
    new("assessment", "ours", "--framework", "fw", "--organisation", STRANGE)
    capsys.readouterr()
    assert app.run(["score", "ours", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["organisation"]["name"] == STRANGE
