"""Every way in which answers and assessments can be wrong, alone and together."""

from __future__ import annotations

from pathlib import Path

import pytest
from load.bad_answers import ANSWERS as BAD_ANSWERS
from load.bad_answers import ASSESSMENTS as BAD_ASSESSMENTS
from load.small import ANSWERS, ASSESSMENT, FRAMEWORK, OTHER, changed, marked, told, write

from maturity.errors import MaturityError
from maturity.load.assessment import load_assessment

Told = list[tuple[str, str, str]]
A, B, M = "answers/r-1.yaml", "answers/r-2.yaml", "assessment.yaml"
HERS, HIS = (text.replace("path: framework", "path: ../framework") for text in (ANSWERS, OTHER))


def refused(folder: Path, files: dict[str, str], *names: str, **keys: str) -> Told:
    """What is said when these files are written, and those named loaded (the folder if none)."""
    write(folder, files)
    with pytest.raises(MaturityError) as error:
        load_assessment([folder / name for name in names or ("",)], **keys)
    return told(folder, error)


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [pytest.param(*case[1:], id=case[0]) for case in BAD_ANSWERS],
)
def test_what_is_wrong_with_answers(
    old: str, new: str, message: str, hint: str, tmp_path: Path
) -> None:
    files = {"answers.yaml": changed(ANSWERS, old, new)}
    if new == "id: §large":  # the path still finds the framework, whose id is another
        files = {"answers.yaml": changed(ANSWERS, old, f"version: 2.0.0, {new}")}
    (place,) = marked(files)
    assert refused(tmp_path, files, "answers.yaml") == [(place, message, hint)]


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [pytest.param(*case[1:], id=case[0]) for case in BAD_ASSESSMENTS],
)
def test_what_is_wrong_with_an_assessment(
    old: str, new: str, message: str, hint: str, tmp_path: Path
) -> None:
    files = {M: changed(ASSESSMENT, old, new)}
    (place,) = marked(files)
    assert refused(tmp_path, {**files, A: HERS, B: HIS}) == [(place, message, hint)]


def test_all_problems_of_all_files_are_said(tmp_path: Path) -> None:
    text = changed(HERS, "security.mfa: 2", "security.mfa: §3")
    files = {
        A: changed(text, "data.open: all", "data.open: §al"),
        B: changed(HIS, "security.mfa: 0", "§security.mfas: 0"),
    }
    assert [place for place, _, _ in refused(tmp_path, files, "answers")] == marked(files)


# Files that do not belong together


def test_the_same_respondent_twice(tmp_path: Path) -> None:
    files = {A: HERS, B: changed(HIS, "id: r-2", "id: §r-1")}
    assert refused(tmp_path, files, "answers") == [
        (
            marked(files)[0],
            "the respondent 'r-1' is also in answers/r-1.yaml",
            "give each respondent an id of their own, or leave one file out",
        )
    ]


def test_another_organisation(tmp_path: Path) -> None:
    files = {A: HERS, B: changed(HIS, "name: Example Council", "name: §Another Council")}
    problem = (
        marked(files)[0],
        "these are answers of 'Another Council', the others are of 'Example Council'",
        "score one organisation at a time, or write the name alike in all files",
    )
    assert refused(tmp_path, files, "answers") == [problem]
    write(tmp_path, {name: text.replace("§", "") for name, text in files.items()})
    write(tmp_path, {M: ASSESSMENT})
    settled = load_assessment([tmp_path])
    assert settled.organisation == "Example Council"
    assert "some answers name the organisation 'Another Council'" in settled.notes


def test_another_profile_without_an_assessment_to_settle_it(tmp_path: Path) -> None:
    files = {A: HERS, B: changed(HIS, "profile: council", "profile: §charity")}
    assert refused(tmp_path, files, "answers") == [
        (
            marked(files)[0],
            "the profile here is 'charity', elsewhere 'council'",
            "settle it in an assessment.yaml, or with --profile",
        )
    ]


def test_other_facts_without_an_assessment_to_settle_them(tmp_path: Path) -> None:
    files = {A: HERS, B: changed(HIS, "staff: 50", "staff: §60, uses-ai: no")}
    settle = "settle it in an assessment.yaml"
    assert refused(tmp_path, files, "answers") == [
        (marked(files)[0], "'staff' is 60 here, elsewhere 50", settle)
    ]
    files[A] = changed(HERS, "staff: 50", "uses-ai: yes")
    files[B] = changed(HIS, "staff: 50", "uses-ai: §no")
    assert refused(tmp_path, files, "answers") == [
        (marked(files)[0], "'uses-ai' is 'no' here, elsewhere 'yes'", settle)
    ]


def test_an_assessment_that_is_silent_settles_nothing(tmp_path: Path) -> None:
    main = changed(ASSESSMENT, ", profile: council, facts: {staff: 50}", "")
    files = {
        M: main,
        A: HERS,
        B: changed(changed(HIS, "profile: council", "profile: §charity"), "50", "60"),
    }
    assert [message for _, message, _ in refused(tmp_path, files)] == [
        "the profile here is 'charity', elsewhere 'council'",
        "'staff' is 60 here, elsewhere 50",
    ]


def test_a_fact_without_a_value_and_without_one_to_assume(tmp_path: Path) -> None:
    files = {
        "framework/framework.yaml": changed(FRAMEWORK, ", if_unknown: yes", ""),
        "answers.yaml": ANSWERS,
    }
    assert refused(tmp_path, files, "answers.yaml") == [
        (
            "",
            "the fact 'uses-ai' has no value, and the framework does not say what to assume",
            "add it under organisation: facts: (Is AI in use?)",
        )
    ]
    files["answers.yaml"] = changed(ANSWERS, "staff: 50", "uses-ai: unknown")
    assert len(refused(tmp_path, files, "answers.yaml")) == 1


def test_a_question_settled_twice(tmp_path: Path) -> None:
    meeting = changed(HERS, "respondent: {id: r-1, role: specialist}", "kind: agreed")
    meeting += "  data.shared:\n"  # settled in neither
    files = {A: meeting, B: changed(meeting, "security.mfa: 2", "§security.mfa: 1")}
    found = refused(tmp_path, files, "answers")
    assert found[0] == (
        marked(files)[0],
        "security.mfa is also settled in answers/r-1.yaml",
        "keep the one agreed answer that stands",
    )
    assert len(found) == 5  # of the others too


def test_two_assessments(tmp_path: Path) -> None:
    (found,) = refused(tmp_path, {M: ASSESSMENT, "again/assessment.yaml": ASSESSMENT}, M, "again")
    assert found[0] == "assessment.yaml:1:9"
    assert found[1] == "two assessments are given: again/assessment.yaml and assessment.yaml"


def test_nobody_says_which_organisation(tmp_path: Path) -> None:
    line = "organisation: {name: Example Council, profile: council, facts: {staff: 50}}\n"
    files = {"answers.yaml": changed(ANSWERS, line, "")}
    (found,) = refused(tmp_path, files, "answers.yaml")
    assert found[1] == "no file says which organisation this is"


# Approvals


def test_an_approval_of_other_answers(tmp_path: Path) -> None:
    approved = "status: final\napprovals: [{by: A. Board, date: 2026-11-30, digest: §abc}]"
    files = {M: changed(ASSESSMENT, "status: draft", approved), A: HERS}
    ((place, message, hint),) = refused(tmp_path, files)
    assert (place, message) == (
        marked(files)[0],
        "the answers changed after A. Board approved them",
    )
    digest = load_assessment([tmp_path / A]).answers_digest
    assert hint.startswith(f"approve them again (their digest is now {digest})")


# Paths


def test_nothing_to_score(tmp_path: Path) -> None:
    write(tmp_path, {})
    with pytest.raises(MaturityError, match="there is nothing to score"):
        load_assessment([])


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ((_, message, hint),) = refused(tmp_path, {}, "empty")
    assert message == "there are no answer files in empty"
    assert hint.startswith("give an assessment's folder")
    ((_, message, hint),) = refused(tmp_path, {"answers.yaml": ANSWERS}, "answer.yaml")
    assert message == "there is no file answer.yaml"
    assert hint == "did you mean 'answers.yaml'?"


def test_a_link_that_leads_back_to_itself(tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").symlink_to(tmp_path / "answers.yaml")
    ((_, message, hint),) = refused(tmp_path, {}, "answers.yaml")
    assert (message, hint) == ("answers.yaml is a link that leads nowhere", "name the file itself")


def test_files_that_are_no_yaml_at_all(tmp_path: Path) -> None:
    files = {"one.yaml": "[§", "two.yaml": "format: answers/1\n§\tx: 1\n"}
    found = refused(tmp_path, files, "one.yaml", "two.yaml")
    assert [place for place, _, _ in found] == marked(files)


def test_no_such_framework_or_profile_on_the_command_line(tmp_path: Path) -> None:
    files = {"answers.yaml": ANSWERS}
    ((_, message, hint),) = refused(tmp_path, files, "answers.yaml", profile="charty")
    assert message == "there is no profile 'charty'"
    assert hint == "did you mean 'charity'? (all: council, charity)"
    ((_, message, _),) = refused(tmp_path, files, "answers.yaml", framework="nowhere")
    assert message == "there is no framework 'nowhere'"


def test_a_framework_that_is_wrong_is_told_where_it_is(tmp_path: Path) -> None:
    files = {
        "framework/framework.yaml": changed(FRAMEWORK, "data: 2}", "data: §7}"),
        "answers.yaml": ANSWERS,
    }
    assert [place for place, _, _ in refused(tmp_path, files, "answers.yaml")] == marked(files)


def test_a_framework_of_no_such_id(tmp_path: Path) -> None:
    files = {"answers.yaml": changed(ANSWERS, "path: framework", "id: §publc-sector")}
    ((place, message, hint),) = refused(tmp_path, files, "answers.yaml")
    assert (place, message) == (marked(files)[0], "there is no framework 'publc-sector'")
    assert hint.startswith("did you mean 'public-sector'?")
