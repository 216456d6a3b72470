"""JSON Schema of every kind of file, for editors; made from the models, so the two agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from maturity.errors import fail, nearest
from maturity.model.answers import AnswersFile
from maturity.model.assessment import AssessmentFile
from maturity.model.framework import FrameworkFile, Questionnaire
from maturity.model.result import Result
from maturity.model.theme import ThemeFile
from maturity.model.translation import Translation
from maturity.schema.for_editors import for_editors
from maturity.schema.generator import Generator

if TYPE_CHECKING:
    from pydantic import BaseModel

KINDS: dict[str, type[BaseModel]] = {
    "framework": FrameworkFile,
    "questionnaire": Questionnaire,
    "answers": AnswersFile,
    "assessment": AssessmentFile,
    "theme": ThemeFile,
    "translation": Translation,
    "result": Result,
}
"""Kind of file → its model."""


def schema_of(kind: str) -> dict[str, Any]:
    """Give the JSON Schema of a kind of file, the same on every call.

    It tells the shape of one file. What only several files together can tell, such as whether a
    profile's targets name dimensions, is left to the loader.

    Raises:
        MaturityError: There is no such kind.
    """
    if kind not in KINDS:
        raise fail(f"there is no kind of file '{kind}'", nearest(kind, KINDS))
    made = KINDS[kind].model_json_schema(by_alias=True, schema_generator=Generator)
    made["required"] = list(dict.fromkeys(["format", *made["required"]]))
    return for_editors(made, f"urn:maturity:schema:{kind}:1")
