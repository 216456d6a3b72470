"""Every way in which a framework can be wrong: what is said, where, and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest
from load.bad_frameworks import CASES, D, F, S
from load.small import DATA, FRAMEWORK, SECURITY, changed, marked, told, write

from maturity.errors import MaturityError
from maturity.load.framework import find_framework, load_framework

ORIGINAL = {F: FRAMEWORK, S: SECURITY, D: DATA}


@pytest.mark.parametrize(
    ("file", "old", "new", "message", "hint"),
    [pytest.param(*case[1:], id=case[0]) for case in CASES],
)
def test_what_is_wrong_is_said_at_its_place(
    file: str, old: str, new: str, message: str, hint: str, tmp_path: Path
) -> None:
    files = {file: changed(ORIGINAL[file], old, new)}
    write(tmp_path, files)
    with pytest.raises(MaturityError) as error:
        load_framework(tmp_path / "framework")
    (place,) = marked(files)
    assert told(tmp_path, error) == [(place, message, hint)]


def test_the_framework_that_is_spoilt_above_is_sound(tmp_path: Path) -> None:
    write(tmp_path, {})
    found = load_framework(tmp_path / "framework")
    assert list(found.questions)[:2] == ["security.mfa", "security.backups"]
    assert list(found.questions)[-1] == "data.story"
    assert found.actions["list-accounts"].raises == {"security.patching": 1, "data.open": 2}
    assert found.action_dimensions["list-accounts"] == "security"
    assert [topic.id for topic in found.questionnaires[1].topics] == ["data.held", "data.used"]
    assert find_framework(str(tmp_path / "framework")).digest == found.digest
    assert load_framework(tmp_path / F).digest == found.digest


# Several problems at once


def problems(folder: Path, files: dict[str, str]) -> list[tuple[str, str, str]]:
    write(folder, files)
    with pytest.raises(MaturityError) as error:
        load_framework(folder / "framework")
    return told(folder, error)


def test_all_problems_of_all_files_are_said_in_order(tmp_path: Path) -> None:
    files = {
        D: changed(changed(DATA, "rung: 1", "rung: §7"), "level: 4}", "level: §9}"),
        F: changed(FRAMEWORK, "[data.shared]", "[§data.share]"),
        S: changed(SECURITY, "lenses: [ai]", "lenses: [§aii]"),
    }
    found = problems(tmp_path, files)
    assert [place for place, _, _ in found] == marked(files)


def test_a_circle_of_actions_is_named(tmp_path: Path) -> None:
    text = changed(
        SECURITY, "effort_days: {low: 2", "needs: [enforce-mfa]\n    effort_days: {low: 2"
    )
    (found,) = problems(tmp_path, {S: changed(text, "needs: [list", "needs: §[list")})
    assert found == (
        "framework/security.yaml:48:12",
        "these actions wait for one another: enforce-mfa → list-accounts → enforce-mfa",
        "take one of the needs away",
    )


def test_an_action_twice_names_the_first(tmp_path: Path) -> None:
    twice = "actions:\n  - {id: §enforce-mfa, title: Again, raises: {open: 4}, effort_days: 1}\n"
    files = {D: DATA + twice}
    (found,) = problems(tmp_path, files)
    assert found == (
        marked(files)[0],
        "the action 'enforce-mfa' is there twice",
        "the first is at framework/security.yaml:45:9; "
        "action ids are unique in the whole framework",
    )


def test_questions_renamed_in_a_circle(tmp_path: Path) -> None:
    text = changed(
        FRAMEWORK,
        "security.two-factor: [security.mfa]",
        "security.two-factor: [security.passwords]",
    )
    found = problems(tmp_path, {F: text})
    hint = "let every chain end at a question or a retired id"
    assert found == [
        (f"{F}:35:3", "'security.two-factor' is renamed to itself in the end", hint),
        (f"{F}:36:3", "'security.passwords' is renamed to itself in the end", hint),
    ]


def test_dimensions_that_are_a_ladder_need_rungs(tmp_path: Path) -> None:
    files = {
        F: changed(FRAMEWORK, "title: Small", "title: Small\naggregate: ladder"),
        S: changed(SECURITY, "title: Security", "title: Security\nrung: 1"),
    }
    assert problems(tmp_path, files) == [
        (
            f"{F}:12:24",
            "'data' has no rung, and the dimensions are a ladder",
            "add 'rung:' to data.yaml",
        )
    ]


def test_dimensions_that_all_weigh_0(tmp_path: Path) -> None:
    files = {
        S: changed(SECURITY, "title: Security", "title: Security\nweight: 0"),
        D: changed(DATA, "title: Data", "title: Data\nweight: 0"),
    }
    assert problems(tmp_path, files) == [
        (f"{F}:11:13", "all dimensions weigh 0", "give one a weight above 0")
    ]


def test_a_profile_under_which_all_dimensions_weigh_0(tmp_path: Path) -> None:
    files = {F: changed(FRAMEWORK, "weights: {data: 1.5", "weights: {data: 0, security: 0")}
    assert problems(tmp_path, files) == [
        (f"{F}:27:14", "all dimensions weigh 0", "give one a weight above 0")
    ]
    files = {
        F: changed(FRAMEWORK, "weights: {data: 1.5", "weights: {data: 0"),
        S: changed(SECURITY, "title: Security", "title: Security\nweight: 0"),
    }
    assert [message for _, message, _ in problems(tmp_path, files)] == ["all dimensions weigh 0"]


def test_a_group_of_nothing(tmp_path: Path) -> None:
    text = "format: questionnaire/1\nid: data\ntitle: Data\n"
    found = problems(tmp_path, {D: text})
    assert (
        f"{D}:1:1",
        "'Data' has neither questions nor topics",
        "give it one of the two",
    ) in found


def test_a_file_under_another_name(tmp_path: Path) -> None:
    found = problems(tmp_path, {D: changed(DATA, "id: data\n", "id: §dta\n")})
    assert (
        f"{D}:2:5",
        "the file is named data.yaml and its id is 'dta'",
        "make the two the same",
    ) in found


def test_too_many_rules_or_weights_to_try(tmp_path: Path) -> None:
    ids = [f"i{n}" for n in range(18)]
    each = ", ".join(f"{{level: 1, all: [{name}], none: [i0]}}" for name in ids[1:])
    listed = ", ".join(f"{{id: {name}, label: L}}" for name in ids)
    weighed = ", ".join(f"{{id: {n}, label: L, weight: 0.{2**i}}}" for i, n in enumerate(ids))
    extra = (
        "  - {id: many, ask: Many?, type: checklist, items: ["
        f"{listed}], rules: §[{each}]}}\n"
        f"  - {{id: heavy, ask: Heavy?, type: checklist, items: §[{weighed}]}}\n"
    )
    files = {S: changed(SECURITY, "actions:\n", f"{extra}actions:\n")}
    assert problems(tmp_path, files) == [
        (marked(files)[0], "the rules tell too many items apart", "use fewer items or rules"),
        (
            marked(files)[1],
            "the items' weights have too many different sums",
            "use fewer items, or weights that are alike",
        ),
    ]


def test_an_action_on_a_question_that_is_itself_wrong(tmp_path: Path) -> None:
    # The question is reported; what an action makes of it is not.
    files = {
        S: changed(SECURITY, "data.open: 2", "data.open: 2, data.ticks: 3"),
        D: DATA + "      - {id: ticks, ask: Ticks?, type: checklist, items: §[]}\n",
    }
    assert [place for place, _, _ in problems(tmp_path, files)] == marked(files)


# Where frameworks are found


def test_no_framework_of_that_name() -> None:
    with pytest.raises(MaturityError) as error:
        find_framework("public-sectr")
    (problem,) = error.value.problems
    assert problem.message == "there is no framework 'public-sectr'"
    assert problem.hint.startswith("did you mean 'public-sector'?")


def test_the_shipped_framework_is_found_by_its_id() -> None:
    assert find_framework("public-sector").file.id == "public-sector"


def test_a_folder_without_a_framework(tmp_path: Path) -> None:
    with pytest.raises(MaturityError) as error:
        load_framework(tmp_path)
    assert str(error.value).startswith("there is no file ")


def test_a_file_that_is_no_yaml(tmp_path: Path) -> None:
    found = problems(tmp_path, {F: "format: [§"})
    assert found[0][1].startswith("this is not valid YAML")
    found = problems(tmp_path, {F: FRAMEWORK, D: "- §a: [\n"})
    assert found[0][0].startswith(D)
