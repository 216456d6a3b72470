"""The formats of a report: their names, the file names that mean them, what writes them."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from maturity.model.own_templates import OwnTemplates
    from maturity.model.result import Result
    from maturity.render.report.view import Report
    from maturity.render.words.words import Words


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the endings of its files, the usual one first, and what it can hold.

    Its module is `maturity.render.formats.` and its name; there `render_` and its name takes a
    Result. Where `lays_out`, its name and `_of` takes any Report, so a comparison as well.
    """

    endings: tuple[str, ...]
    lays_out: bool = True


FORMATS = {
    "markdown": Format((".md", ".markdown")),
    "html": Format((".html", ".htm")),
    "json": Format((".json",), lays_out=False),
}
"""Every format of a report by its name; the help and the commands follow this table."""
COMPARISONS = tuple(name for name, one in FORMATS.items() if one.lays_out or name == "json")
"""The formats of a comparison, which is JSON as it is."""
FLAVOURS = {"plain": "markdown", "github": "github"}
"""Flavour of Markdown → the module that writes it."""


def known_format(name: str) -> str:
    """Give the format of that name.

    Raises:
        MaturityError: There is none.
    """
    if name not in FORMATS:
        raise fail(f"there is no format '{name}'", nearest(name, FORMATS))
    return name


def format_of(path: Path, among: Sequence[str] = ()) -> str:
    """Tell the format from a file's name; `among` are those that can be written, else all.

    Raises:
        MaturityError: Its ending means none of them.
    """
    wanted = {name: FORMATS[name].endings for name in among or FORMATS}
    for name, endings in wanted.items():
        if path.suffix.lower() in endings:
            return name
    known = ", ".join(ending for endings in wanted.values() for ending in endings)
    raise fail(
        f"the name '{path.name}' does not say what to write",
        f"end it with one of {known}; or say --format {'|'.join(wanted)}",
    )


def flavoured(name: str, flavour: str | None, *, own_templates: bool = False) -> str:
    """Give the format that writes this flavour of Markdown; no flavour changes nothing.

    Raises:
        MaturityError: There is no such flavour, or none of this format or of own templates.
    """
    if flavour is None:
        return name
    if flavour not in FLAVOURS:
        raise fail(f"there is no flavour '{flavour}'", nearest(flavour, FLAVOURS))
    if name != "markdown":
        raise fail(f"--flavour is for Markdown, not for {name}", "add --format markdown")
    if flavour == "github" and own_templates:
        raise fail("--flavour github has templates of its own", "leave out --template or --flavour")
    return FLAVOURS[flavour]


def render(
    result: Result,
    name: str,
    words: Words | None = None,
    templates: OwnTemplates | None = None,
) -> str:
    """Write a result in a format; only that format's own module is imported.

    `words` speak another language than English; JSON has no words of its own. `templates` are
    somebody's own and lay the report out in place of the shipped ones.
    """
    if templates is not None:
        from maturity.render.own.run import render_own

        return render_own(result, name, templates, words)
    renderer: Callable[[Result, Words | None], str] = _function(name, f"render_{name}")
    return renderer(result, words)


def lay_out(report: Report, name: str) -> str:
    """Write a report that is in words already, such as a comparison, in a format."""
    layer: Callable[[Report], str] = _function(name, f"{name}_of")
    return layer(report)


def _function(format_name: str, name: str) -> Callable[..., str]:
    function: Callable[..., str] = getattr(
        import_module(f"maturity.render.formats.{format_name}"), name
    )
    return function
