"""Stage 2: which rules run: by code, by name, by family or by the beginning of a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.rules import RULES
from maturity.errors import closest, fail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.check.rule import Rule

BY_WORD = {word: rule for rule in RULES for word in (rule.code, rule.name)}
"""Code or name → rule."""
GROUPS = ("all", "default")
"""The words that mean rules of every family."""


def find_rule(word: str) -> Rule | None:
    """Find a rule by its code or its name, in capitals or not."""
    return BY_WORD.get(word.upper()) or BY_WORD.get(word.lower())


def means_several(word: str) -> bool:
    """Say whether a word means rules, and not one: a family, a beginning, `all` or `default`."""
    is_begun = bool(word) and any(rule.code.startswith(word.upper()) for rule in RULES)
    return find_rule(word) is None and (word in GROUPS or is_begun)


def nearest_rule(word: str) -> str:
    """Say which rule was meant, or where all of them are listed."""
    close = closest(word, [*BY_WORD, *GROUPS])
    return f"did you mean '{close}'?" if close else "maturity check --explain all lists them"


def rules_named(word: str) -> list[Rule]:
    """Give the rules that a word means: `Q402`, `leading-question`, `Q`, `Q4`, `default`, `all`.

    Raises:
        MaturityError: It means none.
    """
    rule = find_rule(word)
    if rule is not None:
        return [rule]
    if word == "all":
        return list(RULES)
    if word == "default":
        return [rule for rule in RULES if rule.severity != "info"]
    family = [rule for rule in RULES if rule.code.startswith(word.upper())]
    if not word or not family:
        raise fail(f"there is no rule '{word}'", nearest_rule(word))
    return family


def chosen_rules(select: Sequence[str], ignore: Sequence[str]) -> frozenset[Rule]:
    """Give the rules to run: those selected (silent: all but the info ones) less those ignored."""
    selected = {rule for word in select or ("default",) for rule in rules_named(word)}
    return frozenset(selected - {rule for word in ignore for rule in rules_named(word)})
