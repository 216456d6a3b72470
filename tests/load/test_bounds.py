"""Files from strangers take little time and memory, however they are made: work is counted."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from load.small import ANSWERS, ASSESSMENT, DATA, FRAMEWORK, SECURITY, changed, write

from maturity import errors
from maturity.errors import MAX_STEPS, Location, MaturityError, Problem, closest
from maturity.load import source as source_module
from maturity.load.action_references import MOST_WAITED_FOR
from maturity.load.assessment import load_assessment
from maturity.load.extent import MOST_ACTIONS, MOST_QUESTIONS
from maturity.load.findings import MOST_GUESSED, MOST_PROBLEMS
from maturity.load.framework import examine_framework
from maturity.load.source import MAX_LINE, Source
from maturity.model.question import LevelQuestion
from maturity.model.question_counted import ChecklistQuestion

LAST = "there are more problems in this file"


def problems(folder: Path, files: dict[str, str]) -> tuple[Problem, ...]:
    write(folder, files)
    with pytest.raises(MaturityError) as error:
        load_assessment([folder / "answers.yaml"])
    return error.value.problems


def found(folder: Path, files: dict[str, str]) -> list[str]:
    """What loading finds in the small framework with some files of it changed."""
    write(folder, files)
    examined = examine_framework(folder / "framework")
    noted = [examined.main, *(own for _, own in examined.parts)]
    return [problem.message for findings in noted for problem in findings.problems]


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many letters are held against how many, for each word whose meaning is guessed."""
    steps: list[int] = []

    def counted(word: str, choices: list[str], n: int) -> list[str]:
        steps.append(sum(len(word) * len(choice) for choice in choices))
        return difflib.get_close_matches(word, choices, n=n)

    monkeypatch.setattr(errors, "get_close_matches", counted)
    return steps


def test_of_a_long_line_only_the_part_that_is_shown_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[int] = []

    class Counting:
        def sub(self, instead: str, text: str) -> str:
            looked_at.append(len(text))
            return re.sub("\x1b", instead, text)

    monkeypatch.setattr(source_module, "_CONTROL", Counting())
    source = Source("f", "a" * 5_000 + "\x1b" + "b" * 5_000)
    places = [source.location(at, at + 1) for at in range(0, 10_000, 100)]
    assert [len(place.text) for place in places] == [MAX_LINE] * 99 + [161]
    assert max(looked_at) < MAX_LINE
    assert "\ufffd" in source.location(5_010, 5_011).text


@pytest.mark.parametrize(
    "spoilt",
    [
        changed(ANSWERS, "{staff: 50}", "{" + ", ".join(f"f{n}: x" for n in range(500)) + "}"),
        ANSWERS + "".join(f"  security.u{n}: 1\n" for n in range(500)),
        changed(ANSWERS, "mfa: 2", "mfa: {" + ", ".join(f"k{n}: 1" for n in range(500)) + "}"),
        changed(ANSWERS, "mfa: 2", "mfa: {evidence: [" + "{ttle: a}, " * 500 + "]}"),
        ANSWERS + "".join(f"k{n}: 1\n" for n in range(500)),
    ],
    ids=["facts", "questions", "keys of an answer", "evidence", "keys of the file"],
)
def test_of_very_many_problems_the_first_are_told(
    spoilt: str, tmp_path: Path, compared: list[int]
) -> None:
    told = problems(tmp_path, {"answers.yaml": spoilt})
    assert 100 <= len(told) <= MOST_PROBLEMS + 1
    last = told[-1]
    place = Location(str(tmp_path / "answers.yaml"), spoilt.count("\n") + 1)
    assert (last.message, last.hint, last.location) == (LAST, "mend these first", place)
    assert LAST not in {problem.message for problem in told[:-1]}
    assert len(compared) <= 2 * MOST_PROBLEMS


def test_what_was_meant_is_worked_out_for_the_first_names_alone(
    tmp_path: Path, compared: list[int]
) -> None:
    spoilt = ANSWERS + "".join(f"  security.u{n}: 1\n" for n in range(100))
    told = problems(tmp_path, {"answers.yaml": spoilt})
    assert len(told) == 100
    assert sum(bool(problem.hint) for problem in told) == len(compared) == MOST_GUESSED


def test_answers_are_read_no_further_when_there_are_too_many_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed = 0
    parse = LevelQuestion.parse

    def counted(self: LevelQuestion, value: object) -> object:
        nonlocal parsed
        parsed += 1
        return parse(self, value)

    monkeypatch.setattr(LevelQuestion, "parse", counted)
    more = "".join(
        f"  - {{id: m{n}, ask: M?, type: level, levels: {{0: N, 1: S}}}}\n" for n in range(500)
    )
    wrong = "".join(f"  security.m{n}: 9\n" for n in range(500))
    files = {"framework/security.yaml": changed(SECURITY, "actions:\n", f"{more}actions:\n")}
    told = problems(tmp_path, {**files, "answers.yaml": ANSWERS + wrong})
    assert len(told) == MOST_PROBLEMS + 1
    assert parsed <= MOST_PROBLEMS + 10


@pytest.mark.parametrize("length", [5, 40, 160, 5_000])
def test_comparing_words_takes_a_bounded_number_of_steps(length: int, compared: list[int]) -> None:
    closest("a" * length, {f"{'a' * (length - 1)}{n}" for n in range(30_000)})
    assert len(compared) == 1
    assert compared[0] <= 2 * MAX_STEPS


def test_of_very_many_choices_the_neighbours_are_compared() -> None:
    choices = {f"question-{n:05}-{'x' * 60}" for n in range(2_000)}
    assert closest(f"question-01234-{'x' * 59}y", choices) == f"question-01234-{'x' * 60}"
    assert closest("z" * 75, choices) is None


def with_checklists(number: int, items: int) -> dict[str, str]:
    """Put questions into the small framework whose items weigh 1, 2, 4 and so on."""
    weighed = ", ".join(f"{{id: i{n}, label: L, weight: {2**n}}}" for n in range(items))
    more = "".join(
        f"  - {{id: c{n}, ask: C?, type: checklist, items: [{weighed}]}}\n" for n in range(number)
    )
    return {"framework/security.yaml": changed(SECURITY, "actions:\n", f"{more}actions:\n")}


def test_the_sums_of_all_checklists_together_are_bounded(tmp_path: Path) -> None:
    # 10 weights of powers of 2 have 1,024 sums: 48 such questions have 49,152.
    assert found(tmp_path, with_checklists(48, 10)) == []
    message = "all checklists together have too many choices to try"
    assert found(tmp_path, with_checklists(49, 10)) == [message]


def test_a_checklist_with_too_many_sums_is_told_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    largest = 0
    sums = ChecklistQuestion.weight_sums

    def counted(self: ChecklistQuestion) -> tuple[set[int], int]:
        nonlocal largest
        reached = sums(self)
        largest = max(largest, len(reached[0]))
        return reached

    monkeypatch.setattr(ChecklistQuestion, "weight_sums", counted)
    message = "the items' weights have too many different sums"
    assert found(tmp_path, with_checklists(1, 40)) == [message]
    assert largest <= 4_096


def test_rules_with_endless_choices_are_not_tried_for_an_action_either(tmp_path: Path) -> None:
    ids = [f"i{n}" for n in range(60)]  # each in a rule of its own: 2 to the power of 60 choices
    listed = ", ".join(f"{{id: {name}, label: L}}" for name in ids)
    rules = ", ".join(f"{{level: 1, all: [{name}]}}" for name in ids)
    question = f"  - {{id: many, ask: M?, type: checklist, items: [{listed}], rules: [{rules}]}}\n"
    text = changed(SECURITY, "actions:\n", f"{question}actions:\n")
    text = changed(text, "raises: {mfa: 4}", "raises: {many: 1}")
    files = {"framework/security.yaml": text}
    assert found(tmp_path, files) == ["the rules tell too many items apart"]


def test_a_question_that_many_actions_raise_is_worked_out_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    levels = ChecklistQuestion.possible_levels

    def counted(self: ChecklistQuestion, *arguments: object) -> object:
        asked.append(self.id)
        return levels(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(ChecklistQuestion, "possible_levels", counted)
    more = "".join(
        f"  - {{id: m{n}, title: M, raises: {{patching: 1}}, effort_days: 1}}\n" for n in range(50)
    )
    assert found(tmp_path, {"framework/security.yaml": SECURITY + more}) == []
    assert asked.count("security.patching") == 1


def _many(text: str, anchor: str, line: Callable[[int], str], number: int) -> str:
    return changed(text, anchor, "".join(map(line, range(number))) + anchor)


def test_lists_of_a_framework_are_bounded(tmp_path: Path) -> None:
    text = _many(FRAMEWORK, "dimensions: [", lambda n: f"  - {{level: {n + 5}, name: N}}\n", 196)
    files = {"framework/framework.yaml": text}
    assert found(tmp_path, files)[:1] == ["there are 201 entries, and 200 are the most"]


@pytest.mark.parametrize(
    ("line", "number", "message"),
    [
        (
            "  - {{id: m{n}, ask: M?, type: text}}\n",
            MOST_QUESTIONS,
            f"there are {MOST_QUESTIONS + 8:,} questions in all",
        ),
        (
            "  - {{id: m{n}, title: M, raises: {{mfa: 1}}, effort_days: 1}}\n",
            MOST_ACTIONS,
            f"there are {MOST_ACTIONS + 2:,} actions in all",
        ),
    ],
)
def test_the_questions_and_actions_of_a_framework_are_bounded(
    line: str, number: int, message: str, tmp_path: Path
) -> None:
    more = "".join(line.format(n=n) for n in range(number))
    text = SECURITY + more
    if "ask" in line:
        text = changed(SECURITY, "actions:\n", f"{more}actions:\n")
    (told,) = found(tmp_path, {"framework/security.yaml": text})
    assert told == f"{message}, and {number:,} are the most"


def test_local_actions_count_with_those_of_the_framework(tmp_path: Path) -> None:
    more = "".join(
        f"    - {{id: m{n}, title: M, raises: {{security.mfa: 1}}, effort_days: 2}}\n"
        for n in range(MOST_ACTIONS)
    )
    text = changed(ASSESSMENT, "commentary:", f"{more}commentary:")
    write(
        tmp_path,
        {"assessment.yaml": text, "answers/a.yaml": changed(ANSWERS, "path: f", "path: ../f")},
    )
    with pytest.raises(MaturityError, match=f"actions in all, and {MOST_ACTIONS:,} are the most"):
        load_assessment([tmp_path])


def test_an_action_waits_for_a_bounded_number_of_others(tmp_path: Path) -> None:
    chain = "".join(
        f"  - {{id: m{n}, title: M, raises: {{mfa: 1}}, effort_days: 1, needs: [{need}]}}\n"
        for n, need in enumerate(["list-accounts", *(f"m{n}" for n in range(399))])
    )
    told = found(tmp_path, {"framework/security.yaml": SECURITY + chain})
    assert told == [f"this action waits for more than {MOST_WAITED_FOR} others"]


def test_weights_too_fine_are_found_before_anybody_answers(tmp_path: Path) -> None:
    # Each dimension divides a level into as many parts as its weights add up to, 18 digits long.
    names = [f"d{n}" for n in range(60)]
    main = FRAMEWORK[: FRAMEWORK.index("profiles:")]
    main = changed(main, "[security, data]", f"[{', '.join(names)}]")
    part = "format: questionnaire/1\nid: {name}\ntitle: T\nquestions:\n{questions}"
    question = "  - {{id: q{n}, ask: Q?, type: text}}\n".replace("text", "yes-no, level_if_yes: 4")
    question = question.replace("yes: 4", "yes: 4, level_if_no: 0, weight: {weight}")

    def files(weights: list[list[int]]) -> dict[str, str]:
        return {"framework/framework.yaml": main} | {
            f"framework/{name}.yaml": part.format(
                name=name,
                questions="".join(
                    question.format(n=n, weight=weight) for n, weight in enumerate(own)
                ),
            )
            for name, own in zip(names, weights, strict=True)
        }

    fine = [[10**17 + 2 * n + 1, 10**17 + 4 * n] for n in range(60)]
    assert found(tmp_path, files(fine)) == ["the weights are too fine to be added exactly"]
    assert found(tmp_path, files([[n + 1, 2 * n + 1] for n in range(60)])) == []


def test_the_good_files_are_well_within_all_bounds(tmp_path: Path) -> None:
    assert found(tmp_path, {"framework/data.yaml": DATA}) == []
