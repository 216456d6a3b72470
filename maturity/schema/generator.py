"""JSON Schema: how the models' types are told to an editor, so that its messages help."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from maturity.model.answers import AnswerRecord, FrameworkRef
from maturity.model.levels import as_number
from maturity.model.part import Part
from maturity.schema.field_docs import field_docs

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

OWN_KEYS: JsonSchemaValue = {"^x-": {}}
"""The keys that are the author's own."""
NUMBER_KEY = r"^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$"
"""A level that is a key; JSON knows no other keys than text."""
_TAG = "What kind it is; that decides which other keys it takes."

_ANSWER: JsonSchemaValue = {
    "type": ["number", "string", "boolean", "array", "null"],
    "items": {"type": "string"},
}
_NO_SHORT_FORM = None
_SHORT_FORMS: dict[str, JsonSchemaValue | None] = {
    "_as_range": {"type": "number", "exclusiveMinimum": 0},
    "_as_evidence": {"type": "string", "minLength": 1},
    "_as_record": _ANSWER,
    "_as_target": {"type": "number"},
    "_or_none_yet": {"type": "null"},
    "_as_fonts": _NO_SHORT_FORM,  # it looks at the last font
    "_shown": _NO_SHORT_FORM,  # it looks for something to see
    "_as_weight": _NO_SHORT_FORM,  # a weight without its reason is refused
}
"""The models' function that takes a short form → that form; another function is an error."""


class Generator(GenerateJsonSchema):
    """Makes a schema whose branches are chosen by what is there, not tried one after the other."""

    def sort(
        self,
        value: JsonSchemaValue,
        parent_key: str | None = None,  # noqa: ARG002 - as pydantic calls it
    ) -> JsonSchemaValue:
        """Keep the order in which things are made: the same on every call, and easier to read."""
        return value

    def field_title_should_be_set(
        self,
        schema: Any,  # noqa: ARG002 - as pydantic calls it
    ) -> bool:
        """Leave out titles that say the key once more."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Name a model in words, for editors show the name with each message, and allow `x-`."""
        made, cls = super().model_schema(schema), schema["cls"]
        made["title"] = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cls.__name__).capitalize()
        _describe(made["properties"], cls)
        if not issubclass(cls, Part):
            made["patternProperties"] = OWN_KEYS
        if cls is FrameworkRef:
            made["anyOf"] = [_present("id"), _present("path")]
        if cls is AnswerRecord:
            made["properties"]["answer"].update(_ANSWER)
        return made

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Choose the branch by its tag, so that what is wrong is said of that branch alone."""
        tag = str(schema["discriminator"])
        tags = {"enum": [str(name) for name in schema["choices"]], "description": _TAG}
        return {
            "type": "object",
            "required": [tag],
            "properties": {tag: tags},
            "allOf": [
                {
                    "if": {"properties": {tag: {"const": str(name)}}, "required": [tag]},
                    "then": self.generate_inner(branch),
                }
                for name, branch in schema["choices"].items()
            ],
        }

    def function_before_schema(
        self, schema: core_schema.BeforeValidatorFunctionSchema
    ) -> JsonSchemaValue:
        """Tell the short form beside the long one: a number for an effort, one for a list."""
        long = self.generate_inner(schema["schema"])
        name: str = getattr(schema["function"]["function"], "__name__", "")
        if name == "as_list":
            return {"if": {"type": "array"}, "then": long, "else": long["items"]}
        short = _SHORT_FORMS[name]
        return {"if": {"type": "object"}, "then": long, "else": short} if short else long

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Allow keys of one pattern, and the author's own."""
        made = super().dict_schema(schema)
        keys = self.generate_inner(schema["keys_schema"]) if "keys_schema" in schema else {}
        if keys.get("type") == "number":
            made["patternProperties"] = {NUMBER_KEY: made.pop("additionalProperties")}
        if "patternProperties" in made:
            made["patternProperties"] |= OWN_KEYS
            made["additionalProperties"] = False
        return made

    def union_schema(self, schema: core_schema.UnionSchema) -> JsonSchemaValue:
        """Name several plain types at once."""
        made = super().union_schema(schema)
        types = [choice.get("type") for choice in made.get("anyOf", ())]
        if types == ["integer", "number"]:
            return {"type": "number"}
        # A text or a number is a fact's value, which may be a yes or no.
        return {"type": [*types, "boolean"]} if types == ["string", "number"] else made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """Allow a key without a value."""
        made = self.generate_inner(schema["schema"])
        if "$ref" in made:
            return {"type": ["object", "null"], "if": {"type": "object"}, "then": made}
        types = made["type"] if isinstance(made["type"], list) else [made["type"]]
        made = {**made, "type": [*types, "null"]}
        return {**made, "enum": [*made["enum"], None]} if "enum" in made else made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Show a default as a person would write it; nothing and empty ones say no more."""
        made, default = self.generate_inner(schema["schema"]), schema.get("default")
        if isinstance(default, Fraction):
            return {**made, "default": as_number(default)}
        if isinstance(default, bool) and "enum" in made:
            return {**made, "default": "yes" if default else "no"}
        is_plain = isinstance(default, str | int) and default != ""
        return {**made, "default": default} if is_plain else made


def _present(name: str) -> JsonSchemaValue:
    return {"required": [name], "properties": {name: {"type": "string"}}}


def _describe(properties: dict[str, JsonSchemaValue], model: type[BaseModel]) -> None:
    """Put the text under each field beside its type; nothing may stand beside a reference."""
    for name, text in field_docs(model).items():
        field = model.model_fields.get(name)
        key = field.alias or name if field else name
        if key not in properties:
            continue
        made = properties[key]
        if "$ref" in made:
            made["allOf"] = [{"$ref": made.pop("$ref")}]
        made["description"] = text
