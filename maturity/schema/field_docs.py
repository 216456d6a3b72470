"""JSON Schema: the docstrings under a model's fields, read from its source.

Read here, and not by pydantic while it builds a model, because every command would wait for it.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel


def field_docs(model: type[BaseModel]) -> dict[str, str]:
    """Give the text under each field of a model, those of its bases included."""
    found: dict[str, str] = {}
    for part in reversed(model.__mro__):
        if part.__module__.startswith("maturity."):
            found |= _own_docs(part)
    return found


def _own_docs(part: type) -> dict[str, str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(part)))
    (definition,) = tree.body
    if not isinstance(definition, ast.ClassDef):
        return {}
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
