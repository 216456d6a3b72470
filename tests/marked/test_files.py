"""Every text of every file format is marked, so that none can be forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from marked.files import FILES, NAMES, write
from pydantic import BaseModel

from maturity.load.yaml_reader import read_bytes
from maturity.model.answers import AnswersFile
from maturity.model.assessment import AssessmentFile
from maturity.model.base import NOT_BLANK_PATTERN
from maturity.model.framework import FrameworkFile, Questionnaire
from maturity.model.question_base import QuestionBase
from maturity.model.theme import ThemeFile

KINDS: dict[str, type[BaseModel]] = {
    "framework/framework.yaml": FrameworkFile,
    "framework/open.yaml": Questionnaire,
    "framework/secret.yaml": Questionnaire,
    "assessment.yaml": AssessmentFile,
    "theme.yaml": ThemeFile,
    "answers/r-leader-one.yaml": AnswersFile,
}
NOT_SHOWN = {
    # What must name something else, or lies outside what a person reads.
    ("Fact", "if_unknown"), ("Condition", "is"), ("Condition", "any_of"),
    ("FrameworkRef", "path"), ("AssessmentFile", "theme"), ("LogoFile", "file"),
    ("FrameworkFile", "language"),
}  # fmt: skip


def free_texts(schema: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each kind of thing in a file and each of its keys that takes any text."""
    own = {schema["title"]: schema, **schema.get("$defs", {})}
    for kind, part in own.items():
        for key, value in part.get("properties", {}).items():
            if _is_free(value):
                yield _owner(kind, key), key


def _owner(kind: str, key: str) -> str:
    """What all types of questions have is one thing."""
    is_shared = kind.endswith("Question") and key in QuestionBase.model_fields
    return "QuestionBase" if is_shared else kind


def _is_free(value: dict[str, Any]) -> bool:
    inner = [*value.get("anyOf", ()), *value.get("oneOf", ())]
    inner += [value[key] for key in ("items", "additionalProperties") if key in value]
    known = {"enum", "const", "format"} & value.keys()
    is_any = value.get("pattern", NOT_BLANK_PATTERN) == NOT_BLANK_PATTERN
    is_text = value.get("type") == "string" and is_any and not known
    return is_text or any(_is_free(one) for one in inner if isinstance(one, dict))


def marked(part: object) -> Iterator[tuple[str, str]]:
    """Each kind of thing and each of its keys that holds a mark."""
    for one in _things(part):
        for key, field in type(one).model_fields.items():
            if any("«" in text for text in _texts(getattr(one, key))):
                yield _owner(type(one).__name__, key), field.alias or key


def _things(part: object) -> Iterator[BaseModel]:
    if isinstance(part, BaseModel):
        yield part
    for inner in _parts(part):
        yield from _things(inner)


def _texts(part: object) -> Iterator[str]:
    """The texts of a value itself, not of the things in it."""
    if isinstance(part, str):
        yield part
    elif not isinstance(part, BaseModel):
        for inner in _parts(part):
            yield from _texts(inner)


def _parts(part: object) -> list[object]:
    if isinstance(part, BaseModel):
        return [getattr(part, key) for key in type(part).model_fields]
    if isinstance(part, dict):
        return [*part.values()]
    return [*part] if isinstance(part, tuple | list) else []


def test_every_text_that_a_file_can_hold_is_marked(tmp_path: Path) -> None:
    write(tmp_path, "«{}»".format)
    wanted, found = set(), set()
    for name, kind in KINDS.items():
        data = read_bytes((tmp_path / name).read_bytes(), name).data
        found |= set(marked(kind.model_validate(data)))
        wanted |= set(free_texts(kind.model_json_schema(by_alias=True)))
    assert wanted - found - NOT_SHOWN == set()
    assert wanted >= NOT_SHOWN


def test_every_name_is_there_once_in_the_list() -> None:
    assert len(NAMES) == len(set(NAMES))
    assert set(KINDS) <= set(FILES)
