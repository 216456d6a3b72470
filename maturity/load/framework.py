"""Stage 1: a framework's folder becomes one Framework with full ids, or all that is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import fail, nearest
from maturity.load.action_references import check_actions
from maturity.load.extent import check_fineness, check_lists, check_whole
from maturity.load.file_names import is_file, is_folder, meant_questionnaire
from maturity.load.findings import Findings, stop_if_any
from maturity.load.kinds import is_ours
from maturity.load.references import check_questionnaire, questions_at, topics_at
from maturity.load.shape import fit
from maturity.load.shared_references import (
    check_rungs_of_dimensions,
    check_scale,
    check_shared,
)
from maturity.load.yaml_reader import read_file
from maturity.model.framework import Framework, FrameworkFile, Questionnaire, Topic
from maturity.resources import DEFAULT_FRAMEWORK, framework_folder, framework_ids

if TYPE_CHECKING:
    from collections.abc import Iterable

    from maturity.load.positions import Document
    from maturity.model.action import Action
    from maturity.model.answers import FrameworkRef
    from maturity.model.question import Question

MAIN = "framework.yaml"


def find_framework(name: str) -> Framework:
    """Load a framework by its id, if it is shipped, or by its folder or framework.yaml.

    Raises:
        MaturityError: There is none, or what is there is wrong.
    """
    return load_framework(framework_path(name))


def framework_path(name: str) -> Path:
    """Give the folder or framework.yaml that an id or a path means.

    Raises:
        MaturityError: There is no framework of that id.
    """
    path = Path(name)
    if is_folder(path) or path.suffix in (".yaml", ".yml") or "/" in name:
        return path
    if name not in framework_ids():
        hint = f"{nearest(name, framework_ids())} Or give the path of a framework's folder."
        raise fail(f"there is no framework '{name}'", hint)
    return framework_folder(name)


def framework_named(ref: FrameworkRef, file: Path) -> str:
    """Give the framework that a file names, as an id or as a path seen from here.

    A path never looks like an id: a folder beside the file is `./its-name`.

    Raises:
        MaturityError: At that path is something else, of which nothing is told.
    """
    if ref.path is None:
        return ref.id or DEFAULT_FRAMEWORK
    path = file.parent / ref.path
    main = path if is_file(path) else path / MAIN
    if is_file(main) and not is_ours(main):
        hint = "begin it with 'format: framework/1', or name a framework's folder"
        raise fail(f"{main} is no framework", hint)
    return str(path) if "/" in str(path) else f"./{path}"


@dataclass(frozen=True)
class Examined:
    """What reading a framework's files found, whether or not it can be used."""

    main: Findings
    """What is wrong with framework.yaml."""
    file: FrameworkFile | None
    """framework.yaml, None where it does not fit its model."""
    parts: list[tuple[Questionnaire | None, Findings]]
    """The questionnaires that were read, with full ids, and what is wrong with each."""
    framework: Framework | None
    """The whole, None where a part of it could not be made; its problems may forbid its use."""

    def stop_if_any(self) -> None:
        """Raise all problems together, if there are any."""
        stop_if_any(self.main.problems, *(own.problems for _, own in self.parts))


def load_framework(path: Path) -> Framework:
    """Load a framework from its folder or its framework.yaml.

    Raises:
        MaturityError: With every problem of every file, each at its place.
    """
    examined = examine_framework(path)
    examined.stop_if_any()
    if examined.framework is None:
        raise fail(f"{path} cannot be read as a framework", "run: maturity check")
    return examined.framework


def examine_framework(path: Path) -> Examined:
    """Read a framework and note all that is wrong with it, without raising that.

    Raises:
        MaturityError: A file is missing, unreadable, not a regular file, or too large.
    """
    main_path = path if is_file(path) else path / MAIN
    main = read_file(main_path)
    file, shape = fit(FrameworkFile, main)
    findings = Findings(main, shape)
    if file is not None:
        check_lists(file, findings)
        check_scale(file, findings)
    if file is None or findings.problems:
        return Examined(findings, file, [], None)
    documents = _questionnaire_documents(main_path.parent, file, findings)
    return examine_parts(file, findings, documents)


def _questionnaire_documents(
    folder: Path, file: FrameworkFile, findings: Findings
) -> list[Document]:
    documents = []
    for index, dimension in enumerate(file.dimensions):
        path = folder / f"{dimension}.yaml"
        if not is_file(path):
            message = f"the questionnaire of '{dimension}' is missing"
            hint = meant_questionnaire(folder, dimension, {*file.dimensions, Path(MAIN).stem})
            findings.at(("dimensions", index), message, hint, "unknown-reference")
        else:
            documents.append(read_file(path))
    return documents


def examine_parts(
    file: FrameworkFile, findings: Findings, documents: Iterable[Document]
) -> Examined:
    """Put the files of a framework together; what does not fit is noted, not raised."""
    parts: list[tuple[Questionnaire | None, Findings]] = []
    for document in documents:
        part, shape = fit(Questionnaire, document)
        own = Findings(document, shape)
        if part is not None:
            check_own_id(part, own)
            check_short_ids(part, own)
            part = with_full_ids(part)
        parts.append((part, own))
    read = [(part, own) for part, own in parts if part is not None]
    if len(read) < len(parts) or findings.problems:
        return Examined(findings, file, parts, None)
    framework = Framework(file, tuple(part for part, _ in read))
    check_whole(framework, findings)
    if findings.problems:
        return Examined(findings, file, parts, None)
    actions = actions_at(read)
    for part, own in read:
        check_questionnaire(part, framework, own)
    check_actions(actions, framework, set(actions))
    check_shared(framework, findings)
    check_rungs_of_dimensions(framework, findings)
    check_fineness(framework, findings)
    return Examined(findings, file, parts, framework)


def check_short_ids(part: Questionnaire, findings: Findings) -> None:
    """Note full ids where a file names its own, and an action that raises a question twice."""
    named = [*questions_at(part, ()), *topics_at(part, ())]
    for thing, path in named:
        if "." in thing.id:
            hint = f"write '{thing.id.partition('.')[2]}': inside its own file an id is short"
            findings.at((*path, "id"), f"'{thing.id}' is a full id", hint, "invalid-value")
    for index, action in enumerate(part.actions):
        for name in action.raises:
            if "." not in name and f"{part.id}.{name}" in action.raises:
                place = ("actions", index, "raises", name)
                hint = "keep the one that is meant"
                findings.at(place, f"'{name}' is raised twice", hint, "duplicate-key", key=True)


def check_own_id(part: Questionnaire, findings: Findings) -> None:
    """Note a questionnaire whose file has another name than its id."""
    file = Path(findings.document.source.path)
    if part.id != file.stem:
        message = f"the file is named {file.name} and its id is '{part.id}'"
        findings.at(("id",), message, "make the two the same", "invalid-value")


def actions_at(
    read: Iterable[tuple[Questionnaire, Findings]],
) -> dict[str, tuple[Action, tuple[str | int, ...], Findings]]:
    """Give every action with its place; an id that stands twice is noted."""
    found: dict[str, tuple[Action, tuple[str | int, ...], Findings]] = {}
    for part, findings in read:
        for index, action in enumerate(part.actions):
            path = ("actions", index)
            if action.id in found:
                _, first, other = found[action.id]
                place = other.document.locate((*first, "id"))
                hint = f"the first is at {place}; action ids are unique in the whole framework"
                message = f"the action '{action.id}' is there twice"
                findings.at((*path, "id"), message, hint, "duplicate-id")
            else:
                found[action.id] = (action, path, findings)
    return found


def with_full_ids(part: Questionnaire) -> Questionnaire:
    """Give the questionnaire with `dimension.` before every id of its own."""
    return part.model_copy(
        update={
            "questions": tuple(_full_question(q, part.id) for q in part.questions),
            "topics": tuple(_full_topic(topic, part.id) for topic in part.topics),
            "actions": tuple(_full_action(action, part.id) for action in part.actions),
        }
    )


def full_id(name: str, dimension: str) -> str:
    """Give the full id of a name that may be short."""
    return name if "." in name else f"{dimension}.{name}"


def _full_question(question: Question, dimension: str) -> Question:
    return question.model_copy(update={"id": full_id(question.id, dimension)})


def _full_topic(topic: Topic, dimension: str) -> Topic:
    return topic.model_copy(
        update={
            "id": full_id(topic.id, dimension),
            "questions": tuple(_full_question(q, dimension) for q in topic.questions),
            "topics": tuple(_full_topic(inner, dimension) for inner in topic.topics),
        }
    )


def _full_action(action: Action, dimension: str) -> Action:
    raises = {full_id(name, dimension): level for name, level in action.raises.items()}
    return action.model_copy(update={"raises": raises})
