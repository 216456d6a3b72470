"""Templates of somebody's own: the texts of a folder, read once and bounded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class OwnTemplates:
    """The templates of a folder."""

    folder: str
    """The folder as it was given, for places in messages."""
    texts: Mapping[str, str]
    """File name → text."""
