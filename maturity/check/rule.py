"""Stage 2: a rule: its code and name, its manual, and what it does with a subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from maturity.errors import Problem

WORDING = ("Q", "D")
"""The families of rules that read sentences."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One module of `maturity.check.rules`.

    A rule without `check` is found while loading; `loader` holds the names it has there.
    """

    code: str
    name: str
    severity: str
    manual: str
    on: str = ""
    """What it looks at: `file`, `questionnaire`, `framework` or `answers`."""
    check: Callable[[Any], Iterator[Problem]] | None = None
    loader: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """What it finds, in one sentence: the manual's first line without its stage."""
        first = self.manual.partition("\n")[0]
        text = first.partition(": ")[2] or first
        return text[:1].upper() + text[1:]

    @property
    def body(self) -> str:
        """The rest of the manual: why, a bad and a good example."""
        return self.manual.partition("\n\n")[2]

    @property
    def is_wording(self) -> bool:
        """Whether it reads sentences."""
        return self.code[0] in WORDING

    @property
    def may_be_ignored(self) -> bool:
        """Whether a comment may ignore it.

        Not what every other command refuses anyway, nor what old answers would suffer from.
        """
        return not self.loader and not self.code.startswith(("V", "X"))


def rule_of(module: ModuleType) -> Rule:
    """Make a rule of its module."""
    return Rule(
        code=module.CODE,
        name=module.NAME,
        severity=module.SEVERITY,
        manual=(module.__doc__ or "").strip(),
        on=getattr(module, "ON", ""),
        check=getattr(module, "check", None),
        loader=getattr(module, "LOADER", ()),
    )
