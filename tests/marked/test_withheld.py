"""What an audience may not see stands in none of its outputs, whatever the format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from marked.files import IDS, NAMES, write
from marked.outputs import outputs, result_of

from maturity.redact import AUDIENCES, Audience, redact

EVERYONE: Audience = "public"
LAST_TO_SEE: dict[Audience, tuple[str, ...]] = {
    # Names of people who answered: the whole version alone.
    "full": ("name ",),
    # What single people said.
    "team": (
        "note", "evidence ", "story", "secret note", "secret evidence", "agreed ", "open.parts a",
        "reason", "secret reason",
    ),
    # People who own, approve or explain, few people's answers, and what is sensitive.
    "board": (
        "approval by", "do-level owner", "do-level note", "do-door ",
        "unit south", "unit west", "open.choice ",
        "open.tested ", "secret.", "commentary secret", "commentary do-door",
        "target secret.door because", "do-story title", "do-rest title", "ours title",
        "target secret because", "held.",
    ),
}  # fmt: skip
SEEN_BY_ALL = ("do-level owner role", "secret title", "secret summary")
NEVER_SHOWN = {
    "approval digest", "target open agreed by", "weight open because", "open.parts b",
    "fact nation here", "ours detail", "ours owner role",
}  # fmt: skip


def last_to_see(name: str) -> Audience:
    """The widest-published version that may hold a text."""
    if name in SEEN_BY_ALL:
        return EVERYONE
    for audience, beginnings in LAST_TO_SEE.items():
        if any(name == one or (one[-1] in " ." and name.startswith(one)) for one in beginnings):
            return audience
    return EVERYONE


def mark(name: str) -> str:
    number = NAMES.index(name)
    address = f"https://q{number:03}q.example"
    return address if name == "source url" else f"q{number:03}q"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("marked"), mark)


@pytest.fixture(scope="module", params=AUDIENCES)
def audience(request: pytest.FixtureRequest) -> Audience:
    found: Audience = request.param
    return found


@pytest.fixture(scope="module")
def found(folder: Path, audience: Audience) -> dict[str, str]:
    return outputs(folder, audience)


def test_every_text_goes_as_far_as_it_may_and_no_farther(
    found: dict[str, str], audience: Audience
) -> None:
    for name in set(NAMES) - NEVER_SHOWN:
        places = [output for output, text in found.items() if mark(name) in text]
        may_see = AUDIENCES.index(last_to_see(name)) >= AUDIENCES.index(audience)
        assert bool(places) == may_see, f"{name} for {audience}: {places}"


def test_ids_of_respondents_are_names_too(found: dict[str, str], audience: Audience) -> None:
    for respondent in IDS:
        places = [output for output, text in found.items() if respondent in text]
        assert bool(places) == (audience == "full"), f"{respondent} for {audience}: {places}"


def test_every_report_says_for_whom_it_is_and_what_it_lacks(
    found: dict[str, str], audience: Audience
) -> None:
    whole = json.loads(found["result.json"])
    assert whole["audience"] == audience
    assert bool(whole["withheld"]) == (audience != "full")
    for name in ("report.html", "report.md", "report.github.md"):
        for entry in whole["withheld"]:
            assert entry["what"] in found[name].replace("\\", "")
        assert (f"Version for the {audience}" in found[name]) == (audience != "full")


def people_of(group: dict[str, Any]) -> int:
    """How many people a role or unit is of; its levels are a table, or in an explanation a list."""
    levels = group.get("levels")
    if isinstance(levels, dict):
        return sum(levels.values())
    return int(group["count"]) if levels is None else sum(one["count"] for one in levels)


def sizes(data: object) -> Iterator[int]:
    """How many people each group of a JSON file is of, question by question."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("by_role", "by_unit"):
                yield from map(people_of, value)
            yield from sizes(value)
    elif isinstance(data, list):
        for value in data:
            yield from sizes(value)


def test_the_public_sees_no_figure_of_few_people_in_any_output(folder: Path) -> None:
    """Of 8 people, 1 is local and 3 are staff; 2 are south and 1 is west."""
    found = outputs(folder, "public")
    result = redact(result_of(folder), "public")
    assert [(role.id, role.count) for role in result.respondents.roles] == [("lead", 4)]
    assert [unit.count for unit in result.respondents.units] == [5]
    for name in ("by unit.json", "by role.json"):
        groups = json.loads(found[name])["groups"]
        assert [group["respondents"] for group in groups] == [5 if "unit" in name else 4]
    whole = texts(outputs(folder, "full"))
    assert {1, 2} <= {people for text in whole for people in sizes(text)}
    assert [people for text in texts(found) for people in sizes(text) if 0 < people < 3] == []


def texts(found: dict[str, str]) -> list[object]:
    """Every output for programs that tells of questions."""
    return [
        json.loads(text)
        for name, text in found.items()
        if name == "result.json" or (name.startswith("explain") and name.endswith(".json"))
    ]


def test_what_moved_is_told_of_two_different_results(folder: Path) -> None:
    found = outputs(folder, "board")
    moved = {one["id"]: one["change"] for one in json.loads(found["compare.json"])["questions"]}
    assert moved["open.level"] not in (0, None)
    assert "Questions that moved" in found["compare.md"]
