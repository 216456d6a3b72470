"""Stage 1: the attributes of a logo's element: those that are kept, and why others are not."""

from __future__ import annotations

from maturity.load.svg_rules import (
    EDITORS,
    IGNORED,
    LOCAL,
    PLAIN_STYLE,
    STYLED,
    URL,
    VALUES,
    XLINK,
    XML,
)

WITH_HREF = ("use", "linearGradient", "radialGradient")


class RefusedError(ValueError):
    """An attribute that a logo may not have; `word` is what to look for in its tag."""

    def __init__(self, word: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.word, self.message, self.hint = word, message, hint


class Attributes:
    """What is kept of an element's attributes, `style` taken apart into attributes of its own."""

    def __init__(self, element: str, given: list[str], *, is_clipping: bool) -> None:
        self.element = element
        self.is_clipping = is_clipping
        """Whether the element is part of a clipping path, which may not be clipped itself."""
        self.values: dict[str, str] = {}
        style = ""
        for qualified, value in zip(given[::2], given[1::2], strict=True):
            space, _, name = qualified.rpartition(" ")
            if name == "style" and not space:
                style = value
            else:
                self._take(space, name, value)
        self._take_style(style)  # what `style` says outranks the attributes

    @property
    def id(self) -> str:
        """The element's id; empty where it has none."""
        return self.values.get("id", "")

    def _take(self, space: str, name: str, value: str) -> None:
        if space.startswith(EDITORS) or (space == XML and name in ("space", "lang")):
            return
        if name.lower().startswith("on"):
            raise RefusedError(
                name, f"a logo may not have '{name}'", "delete it: a logo runs nothing"
            )
        if name == "href" and space in ("", XLINK):
            self._take_href(value)
            return
        if not space and IGNORED.fullmatch(name):
            return
        if space or name not in VALUES:
            hint = "delete it, or save the logo as PNG"
            raise RefusedError(name, f"<{self.element}> of a logo may not have '{name}'", hint)
        self._set(name, value)

    def _take_href(self, value: str) -> None:
        if self.element not in WITH_HREF:
            message = f"<{self.element}> of a logo may not point anywhere"
            raise RefusedError("href", message, "delete the href")
        if not LOCAL.fullmatch(value.strip()):
            hint = "point at a part of the drawing itself, such as #shape"
            raise RefusedError("href", "the logo refers to something outside it", hint)
        self.values["href"] = value.strip()

    def _set(self, name: str, value: str) -> None:
        text = value.strip()
        if not VALUES[name].fullmatch(text):
            shown = " ".join(text.split())[:40]
            hint = "keep to numbers, colours, and url(#part) of the drawing itself"
            raise RefusedError(name, f"'{name}' of a logo cannot be '{shown}'", hint)
        if name == "clip-path" and (self.is_clipping or self.element == "clipPath"):
            raise RefusedError(name, "a clipping path may not be clipped itself", "delete it")
        self.values[name] = URL.sub(r"url(#\g<id>)", text)

    def _take_style(self, style: str) -> None:
        for part in style.split(";"):
            name, _, value = (piece.strip() for piece in part.partition(":"))
            if name in STYLED:
                self._set(name, value)
            elif not PLAIN_STYLE.fullmatch(value):
                message = f"the style of a logo cannot say '{' '.join(part.split())[:40]}'"
                raise RefusedError(name or "style", message, "delete that part of the style")
