"""`maturity assess`: which answer file is meant, and which assessment it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.ask.fields import Field, ask_fields
from maturity.ask.typed import Choice
from maturity.cli.new_settings import assessment_around
from maturity.errors import AnswerError, MaturityError, fail
from maturity.load.collect import ANSWERS, ANSWERS_FOLDER, MAIN
from maturity.load.file_names import is_file, is_folder, is_yaml
from maturity.load.kinds import kind_of
from maturity.load.yaml_reader import read_file

if TYPE_CHECKING:
    from maturity.ask.terminal import Dialogue

ALONE = "answers.yaml"
"""The file where none is named."""
NEW = "new"
SETTLED = "settled together"
"""What is said of a file that holds what several people agreed."""
_MOST_LISTED = 30


@dataclass(frozen=True, slots=True)
class Place:
    """Where answers are kept: a file, or a folder with one file a respondent."""

    file: Path | None
    folder: Path
    main: Path | None = None
    """The assessment.yaml that says which organisation it is."""


def locate(path: Path | None) -> Place:
    """Find out what a path means; without one, this folder's assessment or answers.yaml.

    Raises:
        MaturityError: It is neither an answer file, nor a place for one.
    """
    if path is None:
        path = Path() if is_file(Path(MAIN)) else Path(ALONE)
    if path.name == MAIN and is_file(path):
        path = path.parent
    if is_folder(path):
        return _folder(path)
    if not is_yaml(path):
        hint = "end it with .yaml, or make a folder with: maturity new assessment FOLDER"
        raise fail(f"the name '{path}' is not that of an answer file", hint)
    around = assessment_around(path)
    return Place(path, path.parent, around.path if around else None)


def _folder(path: Path) -> Place:
    if is_file(path / MAIN):
        return Place(None, path / ANSWERS_FOLDER, path / MAIN)
    if not respondents(path):
        hint = f"name a file in it, such as {path / ALONE}, or make an assessment with: "
        raise fail(f"there are no answers in {path}", f"{hint}maturity new assessment FOLDER")
    main = path.parent / MAIN
    is_inside = path.resolve().name == ANSWERS_FOLDER and is_file(main)
    return Place(None, path, main if is_inside else None)


def respondents(folder: Path) -> list[tuple[Path, str]]:
    """List a folder's answer files, each with what it says of who answers."""
    if not is_folder(folder):
        return []
    paths = [path for path in sorted(folder.iterdir()) if is_yaml(path)]
    found = [(path, _who(path)) for path in paths if not path.name.startswith(".")]
    return [(path, who) for path, who in found if who is not None]


def _who(path: Path) -> str | None:
    """Say who answers in a file; None where it is no answer file."""
    try:
        document = read_file(path)
    except MaturityError:
        return None
    if kind_of(document) != ANSWERS or not isinstance(document.data, dict):
        return None
    person = document.data.get("respondent")
    parts = person if isinstance(person, dict) else {}
    said = [str(parts[key]) for key in ("name", "role", "unit") if parts.get(key)]
    if document.data.get("kind") == "agreed":
        said = [SETTLED]
    return ", ".join(said)


def choose(place: Place, dialogue: Dialogue) -> Path:
    """Ask who is answering, and give their file; a new one gets the next free name."""
    if place.file is not None:
        return place.file
    known = respondents(place.folder)
    if not known:
        return free_name(place.folder)
    choices = [
        Choice(str(n), f"{path.stem} ({who})" if who else path.stem)
        for n, (path, who) in enumerate(known, 1)
    ][:_MOST_LISTED]
    choices.append(Choice(NEW, "somebody who is not in the list"))
    names = {path.stem: path for path, _ in known}
    names |= {str(n): path for n, (path, _) in enumerate(known, 1)}

    def read(text: str) -> str:
        if text != NEW and text not in names:
            raise AnswerError(f"'{text[:60]}' is not in the list", "type a number, or new")
        return text

    prompt = "Number, id, or new"
    who = Field("who", "Who is answering?", prompt, read, tuple(choices), is_needed=True)
    chosen = str(ask_fields([who], dialogue)["who"])
    return free_name(place.folder) if chosen == NEW else names[chosen]


def free_name(folder: Path, stem: str = "respondent") -> Path:
    """Give a file name that no other respondent has: respondent-2.yaml."""
    taken = {path.stem for path in folder.iterdir()} if is_folder(folder) else set()
    number = 1
    while f"{stem}-{number}" in taken:
        number += 1
    return folder / f"{stem}-{number}.yaml"
