"""Stage 2: which rules run: by code, by name, by family or by the beginning of a code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.check.rules import RULES
from maturity.errors import fail, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.check.rule import Rule

BY_WORD = {word: rule for rule in RULES for word in (rule.code, rule.name)}
"""Code or name → rule."""


def find_rule(word: str) -> Rule | None:
    """Find a rule by its code, in capitals or not, or by its name."""
    return BY_WORD.get(word) or BY_WORD.get(word.upper())


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
        names = [*BY_WORD, "all", "default"]
        raise fail(f"there is no rule '{word}'", nearest(word, names, most=3))
    return family


def chosen_rules(select: Sequence[str], ignore: Sequence[str]) -> frozenset[Rule]:
    """Give the rules to run: those selected (silent: all but the info ones) less those ignored."""
    selected = {rule for word in select or ("default",) for rule in rules_named(word)}
    return frozenset(selected - {rule for word in ignore for rule in rules_named(word)})
