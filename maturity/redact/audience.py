"""Stage 6: who a Result can be for, from the widest to the narrowest."""

from __future__ import annotations

from typing import Literal

Audience = Literal["full", "team", "board", "public"]
AUDIENCES: tuple[Audience, ...] = ("full", "team", "board", "public")
