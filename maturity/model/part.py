"""The base of the parts of a Result."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import ConfigDict, Field

from maturity.model.base import Model

T = TypeVar("T")

Number = int | float
Many = Annotated[tuple[T, ...], Field(strict=False, fail_fast=True)]
"""A list in the file, immutable here; after its first wrong entry the next are not looked at.

Results are made by programs, so that one mistake is often in a million entries.
"""
OF_FRAMEWORK = "of the framework"
"""Marks a field whose text the framework's author wrote, and a translation may say again."""
FrameworkText = Annotated[str, OF_FRAMEWORK]


class Part(Model):
    """A part of a Result; programs that read an older format may find more keys than they know."""

    model_config = ConfigDict(populate_by_name=True, defer_build=True)
