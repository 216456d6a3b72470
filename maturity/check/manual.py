"""Stage 2: the rules' manuals, one by one or as a list."""

from __future__ import annotations

import textwrap

from maturity.check.rules import RULES
from maturity.check.selection import rules_named


def explain(word: str) -> str:
    """Give the manual of a rule, by its code or name; `all`, a family or a list of them all.

    Raises:
        MaturityError: There is no such rule.
    """
    rules = rules_named(word)
    if len(rules) > 1:
        return "".join(
            f"{rule.code}  {rule.severity:<7}  {rule.name}\n"
            f"{textwrap.indent(textwrap.fill(rule.summary, 88), '      ')}\n"
            for rule in RULES
            if rule in rules
        )
    rule = rules[0]
    off = "" if rule.severity != "info" else "Off unless it is selected.\n\n"
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.summary}\n\n{off}{rule.body}\n"
