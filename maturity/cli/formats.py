"""The formats of a report: their names, the file names that mean them, what writes them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from maturity.model.own_templates import OwnTemplates
    from maturity.model.result import Result
    from maturity.render.words.words import Words

SUFFIXES = {"markdown": (".md", ".markdown"), "html": (".html", ".htm"), "json": (".json",)}
"""Format → the endings of its files, the usual one first."""
FLAVOURS = {"plain": "markdown", "github": "github"}
"""Flavour of Markdown → the module that writes it."""


def known_format(name: str) -> str:
    """Give the format of that name.

    Raises:
        MaturityError: There is none.
    """
    if name not in SUFFIXES:
        raise fail(f"there is no format '{name}'", nearest(name, SUFFIXES))
    return name


def format_of(path: Path) -> str:
    """Tell the format from a file's name.

    Raises:
        MaturityError: Its ending means none.
    """
    for name, suffixes in SUFFIXES.items():
        if path.suffix.lower() in suffixes:
            return name
    known = ", ".join(suffix for suffixes in SUFFIXES.values() for suffix in suffixes)
    raise fail(
        f"the name '{path.name}' does not say what to write",
        f"end it with one of {known}; or say --format {'|'.join(SUFFIXES)}",
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
    module = import_module(f"maturity.render.formats.{name}")
    renderer: Callable[[Result, Words | None], str] = getattr(module, f"render_{name}")
    return renderer(result, words)
