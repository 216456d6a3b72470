"""A finished page, read as a browser reads it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]  # it has no types

SVG = "{http://www.w3.org/2000/svg}"


class Page:
    """A page and what is wrong with it as HTML."""

    def __init__(self, source: str) -> None:
        parser = html5lib.HTMLParser(
            tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False
        )
        self.source = source
        self.root: Element = parser.parse(source)
        self.errors = parser.errors

    def all(self, *tags: str) -> list[Element]:
        """Every element of these tags, in order."""
        return [one for one in self.root.iter() if one.tag in tags]

    def elements(self) -> Iterator[Element]:
        """Every element."""
        return self.root.iter()

    def outline(self) -> list[tuple[str, list[str]]]:
        """Tags and names of attributes, but for drawings and quotes, which wrap their texts."""
        return list(_outline(self.root))

    def by_id(self, name: str) -> Element:
        """The element of an id."""
        return next(one for one in self.elements() if one.get("id") == name)

    def table(self, anchor: str) -> list[list[str]]:
        """The texts of a table whose caption has this id."""
        table = next(one for one in self.all("table") if _caption(one).get("id") == anchor)
        return [
            [text(cell) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")
        ]


def _outline(element: Element) -> Iterator[tuple[str, list[str]]]:
    yield element.tag, sorted(element.attrib)
    if element.tag not in (f"{SVG}svg", "blockquote"):
        for child in element:
            yield from _outline(child)


def _caption(table: Element) -> Element:
    caption = table.find("caption")
    assert caption is not None
    return caption


def text(element: Element) -> str:
    """All that an element shows, white space folded."""
    return " ".join("".join(element.itertext()).split())
