"""Stage 6: how templates are read; jinja2 is loaded with this module, and so only for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from maturity.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import BaseLoader


def environment(
    show: Callable[[object], object],
    kind: type[Environment] = Environment,
    loader: BaseLoader | None = None,
) -> Environment:
    """Make an environment in which every value that a template prints goes through `show`.

    What a macro has laid out is markup already and stays as it is; any other value is escaped for
    HTML after `show`, unless that gives markup itself.
    """
    return kind(
        loader=loader or FileSystemLoader(shipped("report_templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: value if isinstance(value, Markup) else show(value),
    )
