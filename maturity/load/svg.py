"""Stage 1: an SVG logo is read, checked part by part, and written anew from what is allowed.

What goes into a report is the new text and never the file's own bytes, so no browser can find in
it what this reader did not see.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from maturity.errors import MaturityError, Problem
from maturity.load.source import decode
from maturity.load.svg_attributes import Attributes, RefusedError
from maturity.load.svg_rules import EDITORS, ELEMENTS, LEFT_OUT, SVG, WITH_TEXT
from maturity.load.svg_size import view_box

if TYPE_CHECKING:
    from maturity.load.source import Source

MAX_DEPTH, MAX_ELEMENTS, MAX_USES = 32, 3_000, 30
RULE = "invalid-value"
_ADVICE = {
    "script": "a logo is a picture: delete the script",
    "style": "save it with presentation attributes instead of a style sheet",
    "image": "a logo cannot hold another picture: draw it, or save the whole as PNG",
    "foreignObject": "save it as plain SVG, without the drawing program's own data",
    "switch": "save it as plain SVG, without the drawing program's own data",
    "a": "take the link away and keep what is in it",
}
_PLAIN = "keep to shapes, paths, texts and gradients; or save the logo as PNG"


def clean_svg(data: bytes, path: str) -> tuple[str, float, float]:
    """Check a drawing, and write it anew.

    Returns:
        The new text, and the width and height of what it shows, in units of its own.

    Raises:
        MaturityError: It holds something that a logo may not, with the place.
    """
    source, problem = decode(data, path)
    if problem is not None:
        raise MaturityError(problem)
    return _Drawing(source).read()


class _Drawing:
    """One drawing being read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.bytes = source.text.encode("utf-8", "replace")
        self.out: list[str] = []
        self.open: list[str] = []
        """The elements that are open; an empty name for one that is left out."""
        self.ids: list[str] = []
        self.elements = 0
        self.uses: list[tuple[str, set[str], int]] = []
        self.size = (0.0, 0.0)
        # The encoding is given, so that the file's own word for it counts for nothing.
        self.parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.ordered_attributes = True
        self.parser.buffer_text = True

    def read(self) -> tuple[str, float, float]:
        try:
            self.parser.Parse(self.bytes, True)  # noqa: FBT003 - expat takes no names
        except expat.ExpatError as error:
            message = f"this is not well-formed XML: {expat.ErrorString(error.code)}"
            hint = "save the logo again as SVG"
            raise self._at(self.parser.ErrorByteIndex, 1, message, hint) from None
        self._check_uses()
        return "".join(self.out), *self.size

    def _at(self, index: int, width: int, message: str, hint: str) -> MaturityError:
        start = len(self.bytes[:index].decode("utf-8", "replace"))
        place = self.source.location(start, start + width)
        return MaturityError(Problem(message, hint, place, RULE))

    def _refuse(self, word: str, message: str, hint: str) -> MaturityError:
        """Refuse a part of the tag that begins here, at the word that is wrong."""
        begin = self.parser.CurrentByteIndex
        whole_word = rb"(?<![\w-])" + re.escape(word.encode()) + rb"(?![\w-])"
        found = re.compile(whole_word).search(self.bytes, begin)
        return self._at(found.start() if found else begin, len(word), message, hint)

    def _doctype(self, *_: object) -> None:
        begin = self.bytes.rfind(b"DOCTYPE", 0, self.parser.CurrentByteIndex + 9)
        hint = "delete the lines of <!DOCTYPE>, with everything in its brackets"
        raise self._at(max(begin, 0), 7, "a logo may not have a document type", hint)

    def _instruction(self, target: str, _: str) -> None:
        raise self._refuse(target, f"a logo may not have <?{target}>", "delete it")

    def _start(self, qualified: str, attributes: list[str]) -> None:
        self._count()
        space, _, name = qualified.rpartition(" ")
        if not self.open:
            self._root(space, name)
        elif "" in self.open or space.startswith(EDITORS) or (space == SVG and name in LEFT_OUT):
            self._push("", "")
            return
        elif space != SVG or name not in ELEMENTS:
            raise self._refuse(name, f"a logo may not have <{name}>", _ADVICE.get(name, _PLAIN))
        try:
            kept = Attributes(name, attributes, is_clipping="clipPath" in self.open)
        except RefusedError as refused:
            raise self._refuse(refused.word, refused.message, refused.hint) from None
        self._push(name, kept.id)
        self._write(name, kept)

    def _write(self, name: str, kept: Attributes) -> None:
        values = dict(kept.values)
        if name == "use":
            self._note_use(kept)
        if name == "svg":
            try:
                box, *size = view_box(values)
            except ValueError as error:
                hint = 'give the drawing a size: viewBox="0 0 240 64"'
                raise self._refuse("svg", str(error), hint) from None
            self.size = size[0], size[1]
            values = {k: v for k, v in values.items() if k not in ("x", "y")}
            values |= {"xmlns": SVG, "viewBox": box}
        said = "".join(f" {key}={quoteattr(value)}" for key, value in sorted(values.items()))
        self.out.append(f"<{name}{said}>")

    def _count(self) -> None:
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            message = f"the drawing has more than {MAX_ELEMENTS:,} elements"
            raise self._refuse("<", message, "simplify it, or save it as PNG")
        if len(self.open) == MAX_DEPTH:
            message = f"more than {MAX_DEPTH} elements stand in each other"
            raise self._refuse("<", message, "ungroup some, or save it as PNG")

    def _push(self, name: str, own_id: str) -> None:
        self.open.append(name)
        self.ids.append(own_id)

    def _root(self, space: str, name: str) -> None:
        if name != "svg" or space != SVG:
            hint = f'begin it with <svg xmlns="{SVG}" …>'
            raise self._refuse(name, "this is no SVG drawing", hint)

    def _note_use(self, kept: Attributes) -> None:
        if "clipPath" in self.open or len(self.uses) == MAX_USES:
            message = f"<use> may stand {MAX_USES} times, and not in a <clipPath>"
            raise self._refuse("use", message, "draw the shape itself")
        target = kept.values.get("href", "").removeprefix("#")
        self.uses.append((target, set(self.ids), self.parser.CurrentByteIndex))

    def _check_uses(self) -> None:
        """Refuse a use of what uses something itself: ten steps of ten are ten billion shapes."""
        using = set().union(*(ids for _, ids, _ in self.uses)) - {""}
        for target, _, index in self.uses:
            if target in using:
                message = f"<use> of '#{target}', which holds a <use> itself"
                raise self._at(index + 1, 3, message, "draw the shape itself")

    def _end(self, _: str) -> None:
        name = self.open.pop()
        self.ids.pop()
        if name:
            self.out.append(f"</{name}>")

    def _text(self, text: str) -> None:
        if self.open and self.open[-1] in WITH_TEXT:
            self.out.append(escape(text))
