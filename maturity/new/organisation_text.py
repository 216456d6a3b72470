"""New files: which framework is used, and what is said of the organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.levels import show
from maturity.new.yaml_text import comment, quoted, word

if TYPE_CHECKING:
    from maturity.model.shared import Fact, Profile
    from maturity.new.settings import Settings


def framework_lines(settings: Settings) -> list[str]:
    """Name the framework by its id and version, and by its path where it is not a shipped one."""
    file = settings.framework.file
    lines = ["framework:", f"  id: {word(file.id)}", f"  version: {file.version}"]
    path = settings.framework_path
    return lines if path is None else [*lines, f"  path: {quoted(path)}"]


def organisation_lines(settings: Settings) -> list[str]:
    """Write the organisation's name, kind and facts, each explained."""
    lines = ["organisation:", f"  name: {quoted(settings.organisation)}"]
    profiles = settings.framework.file.profiles
    if profiles:
        lines += _profile(profiles, settings.profile)
    facts = settings.framework.file.facts
    if facts:
        about = (
            "What is true of the organisation decides which questions are asked. Replace "
            "`unknown` where you know it."
        )
        lines += ["", *comment(about, indent=2), "  facts:"]
    for fact in facts:
        lines += _fact(fact)
    return lines


def _profile(profiles: tuple[Profile, ...], chosen: Profile | None) -> list[str]:
    about = "The kind of organisation gives the targets, and which questions are not asked:"
    lines = ["", *comment(about, indent=2)]
    for profile in profiles:
        lines += comment(profile.title, indent=2, lead=f"  {word(profile.id)}: ")
    return [*lines, f"  profile: {word(chosen.id)}" if chosen else "  profile:"]


def _fact(fact: Fact) -> list[str]:
    number = f"a number of {fact.unit}" if fact.unit else "a number"
    what = {"yes-no": "yes or no", "number": number, "choice": "one of these words"}[fact.type]
    assumed = fact.if_unknown
    if assumed is None:
        unknown = "it has to be known"
    else:
        shown = assumed if isinstance(assumed, str) else show(assumed)
        unknown = f"unknown counts as {shown}"
    end = ":" if fact.options else "."
    lines = comment(f"{fact.ask} Write {what}; {unknown}{end}", indent=4)
    for option in fact.options:
        lines += comment(option.label, indent=4, lead=f"  {word(option.id)}: ")
    return [*lines, f"    {word(fact.id)}: unknown"]
