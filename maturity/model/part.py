"""The base of the parts of a Result."""

from __future__ import annotations

from pydantic import ConfigDict

from maturity.model.base import Model

Number = int | float


class Part(Model):
    """A part of a Result; programs that read an older format may find more keys than they know."""

    model_config = ConfigDict(populate_by_name=True, defer_build=True)
