"""Stage 6: a theme becomes the part of a report that is its look, its names and its marking."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from maturity.render.report.blocks import Fact
from maturity.render.words.clean import clean
from maturity.render.words.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.theme import ColourName, LogoInfo, ThemeInfo
    from maturity.render.report.view import Report


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that is part of the page, and what it says in words."""

    source: str
    """The picture itself, as a `data:` address."""
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Brand:
    """What a theme gives a report."""

    light: Mapping[str, str] = field(default_factory=dict)
    """The colours that differ, by their names in the palette."""
    dark: Mapping[str, str] = field(default_factory=dict)
    font: tuple[str, ...] = ()
    logo: Logo | None = None
    footer: str = ""
    marking: str = ""


def branded(report: Report, theme: ThemeInfo | None, words: Words | None = None) -> Report:
    """Give a report the look of a theme, and say who it is for and by; its title stays."""
    if theme is None:
        return report
    words = words or Words()
    named = (
        (words.say("Prepared for"), theme.prepared_for),
        (words.say("Prepared by"), theme.prepared_by),
    )
    facts = tuple(Fact(term, text) for term, text in named if text)
    brand = Brand(
        light=_by_palette(theme.light),
        dark=_by_palette(theme.dark),
        font=theme.font or (),
        logo=_logo(theme.logo) if theme.logo else None,
        footer=clean(theme.footer or ""),
        marking=clean(theme.marking or ""),
    )
    return replace(report, facts=(*facts, *report.facts), brand=brand)


def titled(report: Report, theme: ThemeInfo | None, organisation: Fact) -> Report:
    """Give a report the title of its theme; the organisation is then named among the facts."""
    if theme is None or theme.title is None:
        return report
    window = f"{theme.title} – {report.window_title}"
    facts = (organisation, *report.facts)
    return replace(report, title=theme.title, window_title=window, facts=facts)


def _by_palette(colours: Mapping[ColourName, str]) -> dict[str, str]:
    return {name.replace("_", "-"): colour for name, colour in colours.items()}


def _logo(logo: LogoInfo) -> Logo:
    return Logo(f"data:{logo.type};base64,{logo.data}", logo.alt, logo.width, logo.height)
