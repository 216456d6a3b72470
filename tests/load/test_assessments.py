"""What loading makes of sound files: records, renamed questions, and one settled assessment."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path

import pytest
from load.small import ANSWERS, ASSESSMENT, FRAMEWORK, OTHER, SECURITY, changed, write

from maturity.errors import MaturityError
from maturity.evaluate import evaluate
from maturity.load.assessment import load_assessment
from maturity.model.answers import Answer
from maturity.model.assessment import Assessment
from maturity.model.result import Result
from maturity.model.scored import QuestionResult

HERS, HIS = (text.replace("path: framework", "path: ../framework") for text in (ANSWERS, OTHER))
TWO = {"answers/r-1.yaml": HERS, "answers/r-2.yaml": HIS}


def loaded(folder: Path, files: dict[str, str], *names: str, **keys: str) -> Assessment:
    write(folder, files)
    return load_assessment([folder / name for name in names or ("",)], **keys)


def answers(folder: Path, *lines: str) -> dict[str, Answer]:
    """The answers of a file that has these lines alone."""
    head = ANSWERS[: ANSWERS.index("  security.mfa")]
    text = head + "".join(f"  {line}\n" for line in lines)
    return loaded(folder, {"answers.yaml": text}, "answers.yaml").sheets[0].answers


def questions(result: Result) -> dict[str, QuestionResult]:
    nodes = [*result.dimensions, *(topic for part in result.dimensions for topic in part.topics)]
    return {question.id: question for node in nodes for question in node.questions}


# One answer


def test_values_of_every_type(tmp_path: Path) -> None:
    found = answers(
        tmp_path,
        "security.mfa: 4",
        "security.backups: 12.5",
        "security.patching: [phones, servers]",
        "security.response: []",
        "data.listed: no",
        "data.open: none",
        'data.story: "yes"',
    )
    assert {name: answer.value for name, answer in found.items()} == {
        "security.mfa": Fraction(4),
        "security.backups": Fraction(25, 2),
        "security.patching": ("servers", "phones"),
        "security.response": (),
        "data.listed": "no",
        "data.open": "none",
        "data.story": "yes",
    }
    assert {answer.state for answer in found.values()} == {"answered"}


def test_blank_unknown_and_not_applicable_are_three_things(tmp_path: Path) -> None:
    found = answers(
        tmp_path,
        "security.mfa:",
        "security.backups: unknown",
        "security.patching: {not_applicable: We own no devices}",
        "data.open: ~",
    )
    assert [(answer.state, answer.reason) for answer in found.values()] == [
        ("unanswered", ""),
        ("unknown", ""),
        ("not-applicable", "We own no devices"),
        ("unanswered", ""),
    ]


def test_a_note_alone_answers_nothing(tmp_path: Path) -> None:
    found = answers(
        tmp_path, "security.mfa: {note: Ask Kim}", "data.open: {answer: unknown, note: See SAP}"
    )
    assert [(answer.state, answer.note) for answer in found.values()] == [
        ("unanswered", "Ask Kim"),
        ("unknown", "See SAP"),
    ]


def test_evidence_as_a_text_and_as_a_record(tmp_path: Path) -> None:
    record = "{title: Restore test, ref: Share/7, date: 2026-09-14, strength: tested}"
    found = answers(tmp_path, f"security.backups: {{answer: 90, evidence: [Seen by me, {record}]}}")
    plain, full = found["security.backups"].evidence
    assert (plain.title, plain.ref, plain.date, plain.strength) == ("Seen by me", "", None, None)
    assert (full.title, full.ref, full.strength) == ("Restore test", "Share/7", "tested")
    assert full.date == datetime.date(2026, 9, 14)


def test_the_authors_own_keys_are_left_alone(tmp_path: Path) -> None:
    files = {
        "framework/security.yaml": changed(SECURITY, "weight: 2", "weight: 2\n    x-ticket: any"),
        "answers.yaml": changed(ANSWERS, "respondent: {", "x-mine: [1, {a: b}]\nrespondent: {"),
    }
    assert loaded(tmp_path, files, "answers.yaml").sheets[0].respondent == "r-1"


def test_alike_plain_answers_are_one_and_answers_with_notes_are_not(tmp_path: Path) -> None:
    his = changed(HIS, "security.mfa: 0", "security.mfa: {answer: 2, note: Mostly}")
    first, second = loaded(tmp_path, {**TWO, "answers/r-2.yaml": his}, "answers").sheets
    assert first.answers["security.mfa"].note == ""
    assert second.answers["security.mfa"].note == "Mostly"
    assert first.answers["security.mfa"].value == second.answers["security.mfa"].value == 2


# Renamed and retired


def test_a_renamed_question_takes_its_answer_along(tmp_path: Path) -> None:
    text = changed(ANSWERS, "security.mfa: 2", "security.two-factor: 2")
    found = loaded(tmp_path, {"answers.yaml": text}, "answers.yaml")
    assert found.sheets[0].answers["security.mfa"].value == 2
    note = "'security.two-factor' is now security.mfa; its answer counts there"
    assert found.notes == (note,)


def test_a_chain_that_ends_in_two_questions_answers_both(tmp_path: Path) -> None:
    # passwords → two-factor → mfa, and passwords → backups
    text = changed(ANSWERS, "  security.mfa: 2\n  security.backups: 45\n", "")
    text += "  security.passwords: 1\n"
    found = loaded(tmp_path, {"answers.yaml": text}, "answers.yaml")
    given = found.sheets[0].answers
    assert given["security.mfa"].value == given["security.backups"].value == 1
    assert found.notes[0].endswith(
        "'security.passwords' is now security.mfa, security.backups; its answer counts there"
    )


def test_an_answer_to_the_new_question_outranks_the_old_one(tmp_path: Path) -> None:
    for text in (
        changed(ANSWERS, "security.mfa: 2", "security.two-factor: 0\n  security.mfa: 2"),
        changed(ANSWERS, "security.mfa: 2", "security.mfa: 2\n  security.two-factor: 0"),
    ):
        found = loaded(tmp_path, {"answers.yaml": text}, "answers.yaml")
        assert found.sheets[0].answers["security.mfa"].value == 2
        assert found.notes[0].endswith(
            "'security.two-factor' is now security.mfa, which is answered already; "
            "the old answer does not count"
        )


def test_a_blank_new_question_is_not_answered_already(tmp_path: Path) -> None:
    text = changed(ANSWERS, "security.mfa: 2", "security.mfa:\n  security.two-factor: 1")
    found = loaded(tmp_path, {"answers.yaml": text}, "answers.yaml")
    assert found.sheets[0].answers["security.mfa"].value == 1
    noted = changed(
        ANSWERS, "security.mfa: 2", "security.mfa: {note: So}\n  security.two-factor: 1"
    )
    found = loaded(tmp_path, {"answers.yaml": noted}, "answers.yaml")
    assert found.sheets[0].answers["security.mfa"].note == "So"


def test_an_old_answer_counts_for_those_that_are_not_answered_themselves(tmp_path: Path) -> None:
    text = changed(ANSWERS, "security.backups: 45", "security.passwords: 1")
    found = loaded(tmp_path, {"answers.yaml": text}, "answers.yaml")
    given = found.sheets[0].answers
    assert given["security.mfa"].value == 2
    assert given["security.backups"].value == 1
    assert found.notes[0].endswith(
        "its answer counts for security.backups, the rest is answered already"
    )


def test_two_old_questions_that_became_one(tmp_path: Path) -> None:
    old = ["  security.two-factor: 4\n", "  security.passwords: 0\n"]
    head = changed(ANSWERS, "  security.mfa: 2\n  security.backups: 45\n", "")
    for lines in (old, old[::-1]):
        with pytest.raises(MaturityError, match=r"are both .security\.mfa. now"):
            loaded(tmp_path, {"answers.yaml": head + "".join(lines)}, "answers.yaml")


def test_an_answer_to_a_retired_question_is_noted_and_not_scored(tmp_path: Path) -> None:
    text = ANSWERS + "  security.floppy-disks: 3\n  security.doors: 1\n"
    found = loaded(tmp_path, {"answers.yaml": text}, "answers.yaml")
    assert found.notes == (
        "'security.floppy-disks' is retired; answers to it are kept and not scored",
        "'security.doors' is retired; answers to it are kept and not scored",
    )
    assert "security.doors" not in found.sheets[0].answers


def test_the_new_question_refuses_what_the_old_one_took(tmp_path: Path) -> None:
    text = changed(ANSWERS, "security.mfa: 2", "security.two-factor: 3")
    with pytest.raises(Exception, match=r"security\.two-factor: level must be one of 0, 1, 2, 4"):
        loaded(tmp_path, {"answers.yaml": text}, "answers.yaml")


def test_any_minor_version_will_do(tmp_path: Path) -> None:
    text = changed(ANSWERS, "version: 2.0.0", "version: 2.7.3, id: small")
    assert loaded(tmp_path, {"answers.yaml": text}, "answers.yaml").notes == ()


# Questions that are not asked


def test_answers_to_questions_not_asked_are_kept_listed_and_not_scored(tmp_path: Path) -> None:
    text = changed(ANSWERS, "staff: 50", "staff: 5") + "  data.shared: 3\n"
    result = evaluate(loaded(tmp_path, {"answers.yaml": text}, "answers.yaml"))
    by_fact, by_profile = (questions(result)[name] for name in ("security.backups", "data.shared"))
    assert (by_fact.state, by_fact.score, by_fact.answers[0].answer) == (
        "not-asked",
        None,
        "45 percent",
    )
    assert (by_profile.state, by_profile.answers[0].level) == ("not-asked", 3)
    assert [(out.question, out.reason) for out in result.left_out] == [
        ("security.backups", "asked only where “How many staff?” is answered 10 or more"),
        ("data.shared", "not asked of this kind of organisation: Council"),
    ]


# One assessment of several files


def test_an_assessment_outranks_its_answer_files(tmp_path: Path) -> None:
    files = {
        **TWO,
        "assessment.yaml": changed(ASSESSMENT, "staff: 50", "staff: 7, nation: england"),
        "answers/r-2.yaml": changed(
            changed(HIS, "profile: council", "profile: charity"),
            "staff: 50",
            "staff: 60, uses-ai: no",
        ),
    }
    found = loaded(tmp_path, files)
    assert found.profile is not None
    assert found.profile.id == "council"
    # staff is settled; uses-ai is said by one file alone
    assert found.facts == {"uses-ai": "no", "staff": 7, "nation": "england"}
    assert found.assumed == ()
    assert found.date == datetime.date(2026, 11, 30)
    assert [sheet.respondent for sheet in found.sheets] == ["r-1", "r-2"]
    assert found.targets["security"].level == Fraction(7, 2)
    assert found.targets["security.mfa"].level == 4
    assert found.weights["data"].weight == 2
    assert [role.id for role in found.roles] == ["clinician"]
    assert list(found.actions) == ["enforce-mfa", "list-accounts", "tell-people"]


def test_paths_of_every_kind_mean_the_same(tmp_path: Path) -> None:
    files = {**TWO, "assessment.yaml": ASSESSMENT}
    ways = [
        (),
        ("assessment.yaml",),
        ("answers/r-2.yaml", "", "answers/r-1.yaml"),
        ("answers", "assessment.yaml"),
    ]
    found = [loaded(tmp_path, files, *names) for names in ways]
    assert len({each.answers_digest for each in found}) == 1
    assert {len(each.sheets) for each in found} == {2}


def test_other_files_in_a_folder_are_left_alone(tmp_path: Path) -> None:
    extra = {"answers/.r-1.yaml": "[", "answers/notes.txt": "text", "answers/more/x.txt": "["}
    assert len(loaded(tmp_path, {**TWO, **extra}, "answers").sheets) == 2


def test_an_answer_file_that_lies_too_deep_is_not_left_out_in_silence(tmp_path: Path) -> None:
    with pytest.raises(MaturityError, match=r"more.r-9\.yaml lies too deep to be read"):
        loaded(tmp_path, {**TWO, "answers/more/r-9.yaml": HERS}, "answers")


def test_what_nobody_says_is_assumed_and_named(tmp_path: Path) -> None:
    text = changed(ANSWERS, "facts: {staff: 50}", "facts: {staff: unknown}")
    found = loaded(tmp_path, {"answers.yaml": text}, "answers.yaml")
    assert found.facts == {"uses-ai": "yes", "staff": 100, "nation": "wales"}
    assert found.assumed == ("uses-ai", "staff", "nation")


def test_without_an_assessment_everything_is_at_its_default(tmp_path: Path) -> None:
    files = {
        "answers/r-1.yaml": changed(HERS, "respondent: {", "date: 2026-11-22\nrespondent: {"),
        "answers/r-2.yaml": changed(HIS, "respondent: {", "date: 2026-11-20\nrespondent: {"),
    }
    found = loaded(tmp_path, files, "answers")
    assert found.date == datetime.date(2026, 11, 22)  # the latest
    assert (found.scope, found.status) == ("full", "draft")
    assert found.capacity.days_per_month == 20
    assert (found.targets, found.weights, found.commentary) == ({}, {}, {})


def test_answers_of_the_short_version(tmp_path: Path) -> None:
    quick = "scope: quick\nrespondent: {"
    hers, his = changed(HERS, "respondent: {", quick), changed(HIS, "respondent: {", quick)
    both = {"answers/r-1.yaml": hers, "answers/r-2.yaml": his}
    assert loaded(tmp_path, both, "answers").scope == "quick"
    mixed = loaded(tmp_path, {**both, "answers/r-2.yaml": HIS}, "answers")
    assert mixed.scope == "full"
    assert mixed.notes == ("some files answer the short version only; all questions are scored",)


def test_a_respondent_without_an_id_is_named_after_the_file(tmp_path: Path) -> None:
    hers = changed(HERS, "id: r-1, role", "role")
    found = loaded(tmp_path, {"answers/Kim's  Answers.yaml": hers}, "answers")
    assert found.sheets[0].respondent == "kim-s-answers"
    assert found.sheets[0].role == "specialist"


def test_roles_of_an_assessment_may_be_used(tmp_path: Path) -> None:
    hers = changed(HERS, "role: specialist", "role: clinician")
    found = loaded(tmp_path, {"assessment.yaml": ASSESSMENT, "answers/r-1.yaml": hers})
    assert found.sheets[0].role == "clinician"


def test_an_agreed_sheet_has_no_respondent(tmp_path: Path) -> None:
    hers = changed(HERS, "respondent: {id: r-1, role: specialist}", "kind: agreed")
    found = loaded(tmp_path, {**TWO, "answers/r-1.yaml": hers}, "answers")
    assert [(sheet.agreed, sheet.respondent) for sheet in found.sheets] == [
        (True, ""),
        (False, "r-2"),
    ]


def test_the_command_line_outranks_the_files(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere", {})
    text = changed(ANSWERS, "path: framework", "path: nowhere")
    found = loaded(
        tmp_path,
        {"answers.yaml": text},
        "answers.yaml",
        framework=str(tmp_path / "elsewhere" / "framework"),
        profile="charity",
    )
    assert found.profile is not None
    assert found.profile.id == "charity"


def test_an_organisation_without_a_profile(tmp_path: Path) -> None:
    text = changed(ANSWERS, "profile: council, ", "")
    assert loaded(tmp_path, {"answers.yaml": text}, "answers.yaml").profile is None


# The digest of the answers, and approvals


def test_what_changes_the_digest_and_what_does_not(tmp_path: Path) -> None:
    def digest(**files: str) -> str:
        made = {f"{name}.yaml": text for name, text in files.items()}
        (tmp_path / "_".join(files)).mkdir(exist_ok=True)
        return loaded(tmp_path, made, *made).answers_digest

    first = digest(a=ANSWERS, b=OTHER)
    assert digest(z=ANSWERS, y=OTHER) == first  # names and order of files
    assert digest(a="# mine\n" + ANSWERS, b=OTHER) == first
    moved = changed(
        changed(ANSWERS, "  data.open: all\n", ""), "answers:\n", "answers:\n  data.open: all\n"
    )
    assert digest(a=moved, b=OTHER) == first
    for text in (
        changed(ANSWERS, "security.mfa: 2", "security.mfa: 4"),
        changed(ANSWERS, "security.mfa: 2", "security.mfa: {answer: 2, note: So}"),
        changed(ANSWERS, "security.mfa: 2", "security.mfa: {answer: 2, evidence: [So]}"),
    ):
        assert digest(a=text, b=OTHER) != first
    other_facts = {"a": ANSWERS.replace("50", "51"), "b": OTHER.replace("50", "51")}
    assert digest(**other_facts) != first


def test_an_approval_stands_as_long_as_the_answers_do(tmp_path: Path) -> None:
    digest = loaded(tmp_path, {**TWO, "assessment.yaml": ASSESSMENT}).answers_digest
    approvals = f"approvals: [{{by: A. Board, date: 2026-11-30, digest: '{digest}'}}]"
    final = changed(ASSESSMENT, "status: draft", f"status: final\n{approvals}")
    assert loaded(tmp_path, {"assessment.yaml": final}).status == "final"
    draft = changed(ASSESSMENT, "status: draft", f"status: draft\n{approvals}")
    result = evaluate(loaded(tmp_path, {"assessment.yaml": draft}))
    assert [(each.by, each.valid) for each in result.approvals] == [("A. Board", True)]
    more = changed(HIS, "security.mfa: 0", "security.mfa: 1")
    after = evaluate(loaded(tmp_path, {"assessment.yaml": draft, "answers/r-2.yaml": more}))
    assert [each.valid for each in after.approvals] == [False]


# The digest of the framework


def test_how_a_framework_is_written_does_not_change_its_digest(tmp_path: Path) -> None:
    digests = []
    for text in (
        FRAMEWORK,
        FRAMEWORK.replace("\n", "\r\n"),
        f"# mine\n{FRAMEWORK}",
        changed(FRAMEWORK, "title: Small\n", 'title: "Small"\n'),
        changed(FRAMEWORK, "title: Small\n", "title: Smaller\n"),
    ):
        files = {"framework/framework.yaml": text, "answers.yaml": ANSWERS}
        digests.append(loaded(tmp_path, files, "answers.yaml").framework.digest)
    assert len(set(digests[:4])) == 1
    assert digests[4] != digests[0]


# The Result names what it was made of


def test_a_result_tells_what_it_was_made_of(tmp_path: Path) -> None:
    hers = changed(HERS, "role: specialist", "role: specialist, unit: Housing, name: Kim")
    files = {**TWO, "answers/r-1.yaml": hers, "assessment.yaml": ASSESSMENT}
    result = evaluate(loaded(tmp_path, files))
    assert result.organisation.name == "Example Council"
    assert [(fact.id, fact.value, fact.assumed) for fact in result.organisation.facts] == [
        ("uses-ai", "yes", True),
        ("staff", "50 people", False),
        ("nation", "Wales", True),
    ]
    assert (result.framework.id, result.framework.version) == ("small", "2.1.0")
    assert (result.date, result.scope, result.status) == ("2026-11-30", "full", "draft")
    assert result.respondents.count == 2
    assert [(role.id, role.count) for role in result.respondents.roles] == [
        ("specialist", 1),
        ("leadership", 1),
    ]
    assert [(unit.unit, unit.count) for unit in result.respondents.units] == [("Housing", 1)]
    assert [person.name for person in result.respondents.people] == ["Kim", None]
    assert [source.id for source in result.sources] == ["caf"]
    assert [(each.id, each.status) for each in result.tracked] == [("enforce-mfa", "started")]
    assert list(result.commentary) == ["enforce-mfa", "security", "summary"]
