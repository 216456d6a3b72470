"""Stage 6: the environment that a template of somebody's own runs in.

It sees plain data and nothing that does anything; it can load what lies beside it and the shipped
templates; it cannot turn escaping off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from maturity.errors import nearest
from maturity.render.formats.html import shown
from maturity.render.formats.markdown import markdown_environment
from maturity.render.formats.templates import environment
from maturity.resources import shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment

SHIPPED = "maturity/"
"""What the names of shipped templates begin with."""
KNOWN = ("report", "result")
"""The variables of a template."""
_GLOBALS = ("range", "dict", "namespace")
_NOT_OFFERED = ("safe", "random", "pprint", "urlize", "xmlattr", "tojson")
"""Filters that let text through unescaped, give another page each time, or make markup of data."""


_LONGEST_NAME = 60


def named(name: object) -> str:
    """Give a name as a message can hold it; a template's author can make it of any length."""
    whole = str(name)
    return whole if len(whole) <= _LONGEST_NAME else f"{whole[: _LONGEST_NAME - 1]}…"


class Missing(StrictUndefined):
    """Something that is not there; it says what is."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = self._undefined_name, self._undefined_obj
        if self._undefined_hint:  # the sandbox says why
            return self._undefined_hint
        if owner is missing:
            return f"there is no variable '{named(name)}'; {nearest(named(name), KNOWN)}"
        known = map(named, owner) if isinstance(owner, dict) else ()
        return f"there is no '{named(name)}' here; {nearest(named(name), known)}"


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for plain data: a key is what is meant by a name, never a method."""

    def __init__(self, **keys: Any) -> None:
        super().__init__(**{**keys, "undefined": Missing})
        self.globals = {name: self.globals[name] for name in _GLOBALS}
        for name in _NOT_OFFERED:
            self.filters.pop(name, None)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Take the value of a key before anything else of that name."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)

    def join_path(self, template: str, parent: str) -> str:
        """Let shipped templates load one another, whatever lies in the folder."""
        is_shipped = parent.startswith(SHIPPED) and not template.startswith(SHIPPED)
        return f"{SHIPPED}{template}" if is_shipped else template


def sandbox(form: str, texts: Mapping[str, str]) -> Environment:
    """Make the environment of a format; `texts` are the folder's own templates."""
    loader = FunctionLoader(_loader(texts))
    if form == "markdown":
        return markdown_environment(Sandbox, loader)
    return environment(shown, Sandbox, loader)


def shipped_names() -> list[str]:
    """Give the names of the shipped templates, as other templates load them."""
    return sorted(f"{SHIPPED}{path.name}" for path in shipped("report_templates").glob("*.j2"))


def shipped_text(name: str) -> str:
    """Give the text of a shipped template: `report.html.j2`."""
    return (shipped("report_templates") / name).read_text(encoding="utf-8")


def _loader(
    texts: Mapping[str, str],
) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    ours = shipped_names()

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        if name in ours:
            text = shipped_text(name.removeprefix(SHIPPED))
        elif name in texts:
            text = texts[name]
        else:
            return None
        return text, name, lambda: True  # the name stands for the file in tracebacks

    return load
