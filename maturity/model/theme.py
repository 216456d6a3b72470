"""A theme: the look of a report, as written in a theme file and as a Result carries it.

What a theme says ends up in a style sheet and in attributes, so that each type here takes only
what is harmless there: six-digit colours, plain names of fonts, one-line texts of bounded length.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from maturity.model.base import Model
from maturity.model.part import Part
from maturity.model.shown_text import Line, Marking, Sentences

COLOUR = r"^#[0-9a-fA-F]{6}$"
FONT = r"^[A-Za-z][A-Za-z0-9]*([ -][A-Za-z0-9]+)*$"
GENERIC_FONTS = ("sans-serif", "serif", "monospace", "system-ui")
MAX_FONTS, MAX_FONT = 8, 40
MAX_LOGO_BYTES = 150_000
MAX_LOGO_TEXT = MAX_LOGO_BYTES * 4 // 3 + 4
"""As long as a logo can be in base64, which writes three bytes as four letters."""


def _as_colour(value: object) -> str:
    if value is None:
        hint = 'put it in quotes, for a bare # begins a comment: "#005a30"'
        raise PydanticCustomError("colour", "a colour is missing", {"hint": hint})
    if not isinstance(value, str) or not re.fullmatch(COLOUR, value, re.ASCII):
        hint = 'write # and six hex digits, in quotes: "#005a30"'
        raise PydanticCustomError("colour", "this is no colour", {"hint": hint})
    return value.lower()


def _as_font(value: object) -> str:
    if isinstance(value, str) and len(value) <= MAX_FONT and re.fullmatch(FONT, value, re.ASCII):
        return value
    hint = "write the name of an installed font, such as Arial; a theme carries no font files"
    raise PydanticCustomError("font", "this is no name of a font", {"hint": hint})


def _as_fonts(value: object) -> object:
    if isinstance(value, list | tuple) and value and value[-1] not in GENERIC_FONTS:
        hint = f"end the list with one of {', '.join(GENERIC_FONTS)}"
        raise PydanticCustomError("fonts", "no font is sure to be installed", {"hint": hint})
    return value


Colour = Annotated[
    str, PlainValidator(_as_colour), WithJsonSchema({"type": "string", "pattern": COLOUR})
]
"""# and six hex digits; three, or a name such as `green`, are refused."""
Font = Annotated[
    str,
    PlainValidator(_as_font),
    WithJsonSchema({"type": "string", "pattern": FONT, "maxLength": MAX_FONT}),
]
"""The name of a font that may be installed, or of a kind of fonts."""
Fonts = Annotated[
    tuple[Font, ...],
    Field(strict=False, min_length=1, max_length=MAX_FONTS),
    BeforeValidator(_as_fonts),
]
"""Fonts in the order of preference, a kind of fonts last."""


class LogoFile(Model):
    """A logo beside the theme file."""

    file: Line
    """An SVG or PNG file in the theme's folder."""
    alt: Line
    """What the logo says, for those who cannot see it: usually the organisation's name."""


class Colours(Model):
    """The colours that a theme sets; what it leaves out keeps the colour that reports have.

    A key with nothing after it is refused, for that is what a colour without quotes looks like.
    """

    paper: Colour = ""
    """The page."""
    surface: Colour = ""
    """The box with the main figures."""
    ink: Colour = ""
    """Text."""
    quiet: Colour = ""
    """Smaller text."""
    line: Colour = ""
    """Thin lines."""
    edge: Colour = ""
    """Stronger lines."""
    accent: Colour = ""
    """Links, and what stands out."""
    mark: Colour = ""
    """The score in charts."""
    range: Colour = ""
    """The range in charts."""
    range_edge: Colour = ""
    """The edge of the range."""
    target: Colour = ""
    """The target in charts."""
    open: Colour = ""
    """The edge of boxes that say what is not known."""
    open_surface: Colour = ""
    """The ground of those boxes."""
    tag: Colour = ""
    """The ground of labels such as DRAFT, and the marking."""
    tag_ink: Colour = ""
    """The text of those labels."""


class ThemeColours(Model):
    """The colours of the page, and of the page on a dark screen."""

    light: Colours = Colours()
    """The colours on white; also those of print."""
    dark: Colours = Colours()
    """The colours on a screen that is set to dark."""


class Names(Model):
    """What is said at the head of the report."""

    title: Line = ""
    """The report's title, in place of `Maturity report: …`."""
    prepared_for: Line = ""
    """For whom the report was made."""
    prepared_by: Line = ""
    """Who made it."""


class ThemeFile(Model):
    """A theme file."""

    format: Literal["theme/1"]
    """The kind of file."""
    name: Line
    """What the theme is called; not shown in reports."""
    logo: LogoFile | None = None
    """The logo at the head of the report."""
    colours: ThemeColours = ThemeColours()
    """The colours, which must stand apart enough to be read."""
    font: Fonts = ()
    """The fonts, the first that is installed is used."""
    names: Names = Names()
    """The title, and who it is by and for."""
    footer: Sentences = ""
    """A text at the end of the report."""
    marking: Marking = ""
    """A protective marking, at the top and the end of the report and on each printed page."""


class LogoInfo(Part):
    """A logo that was checked, and everything in it that is not a picture taken out."""

    type: Literal["image/svg+xml", "image/png"]
    data: Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]+={0,2}$", max_length=MAX_LOGO_TEXT)]
    """The file in base64."""
    width: Annotated[int, Field(ge=1, le=1_000)]
    """How wide it is shown, in CSS pixels."""
    height: Annotated[int, Field(ge=1, le=1_000)]
    alt: Line


ColourName = Literal[
    "paper", "surface", "ink", "quiet", "line", "edge", "accent", "mark", "range", "range_edge",
    "target", "open", "open_surface", "tag", "tag_ink",
]  # fmt: skip


class ThemeInfo(Part):
    """The look of the reports that are made of a Result, with the logo in it."""

    name: Line
    logo: LogoInfo | None = None
    light: dict[ColourName, Colour] = {}
    """The colours that differ from those that reports have."""
    dark: dict[ColourName, Colour] = {}
    font: Fonts | None = None
    title: Line | None = None
    prepared_for: Line | None = None
    prepared_by: Line | None = None
    footer: Sentences | None = None
    marking: Marking | None = None
