"""Stage 6: what a template of somebody's own may look like, said at its line before it runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import nodes

from maturity.errors import nearest
from maturity.render.own.sandbox import SHIPPED, shipped_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from jinja2 import Environment

_PASSIVE = (nodes.Block, nodes.Macro, nodes.Import, nodes.FromImport, nodes.Assign)
_FORBIDDEN = "script|style|meta|base|link|iframe|frame|object|embed|form|applet"
_FORBIDDEN_TAG = re.compile(rf"<\s*({_FORBIDDEN})\b", re.IGNORECASE)
_FORBIDDEN_ATTRIBUTE = re.compile(r"<[a-z][^<>]*\s(style|on[a-z]+|srcdoc)\s*=", re.IGNORECASE)


class TemplateError(Exception):
    """Something wrong with a template: what, in which file and line, and what would be right."""

    def __init__(self, message: str, hint: str, name: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.name, self.line = message, hint, name, line


def check_templates(
    templates: Environment, texts: Mapping[str, str], main: str, given: Collection[str]
) -> None:
    """Check the templates of a folder.

    Args:
        templates: Where they are read.
        texts: Their names and texts.
        main: The one that is rendered.
        given: The names of the data that they get.

    Raises:
        TemplateError: The first thing that is wrong.
        TemplateSyntaxError: A template cannot be read.
    """
    known = {block.name for block in templates.parse(shipped_text(main)).find_all(nodes.Block)}
    for name, text in texts.items():
        if not name.endswith(main.partition(".")[2]):
            continue  # of another format
        tree = templates.parse(text, name, name)
        _check_escaping(tree, name)
        if main.endswith(".html.j2"):
            _check_markup(tree, name)
        _check_blocks(tree, name, known if name == main else set())
        _check_names(tree, name, given)
        if name == main:
            _check_extends(tree, name)


def _check_extends(tree: nodes.Template, name: str) -> None:
    """The head of the page with its policy is the shipped one, so that must be extended."""
    wanted = f'{{% extends "{SHIPPED}{name}" %}}'
    parts = [one for one in tree.body if not _is_blank(one)]
    first = parts[0] if parts else tree
    is_right = (
        isinstance(first, nodes.Extends)
        and isinstance(first.template, nodes.Const)
        and first.template.value == f"{SHIPPED}{name}"
    )
    if not is_right:
        message = "the template does not extend the shipped one"
        raise TemplateError(message, f"begin it with {wanted}", name, first.lineno)
    for one in parts[1:]:
        if not isinstance(one, _PASSIVE):
            message = "what stands outside a block is never shown"
            raise TemplateError(message, "put it in a block, or delete it", name, _line(one))


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Output) and all(
        isinstance(part, nodes.TemplateData) and not part.data.strip() for part in node.nodes
    )


def _line(node: nodes.Node) -> int:
    """Give the line of the first thing in a node that is not blank."""
    for part in node.nodes if isinstance(node, nodes.Output) else ():
        if not isinstance(part, nodes.TemplateData):
            return part.lineno
        if part.data.strip():
            blank = part.data[: len(part.data) - len(part.data.lstrip())]
            return part.lineno + blank.count("\n")
    return node.lineno


def _check_blocks(tree: nodes.Template, name: str, known: set[str]) -> None:
    for block in tree.find_all(nodes.Block):
        if block.name not in known:
            message = f"there is no block '{block.name}' to override"
            hint = nearest(block.name, known) if known else "write a macro instead"
            raise TemplateError(message, hint, name, block.lineno)


def _check_names(tree: nodes.Template, name: str, given: Collection[str]) -> None:
    """The shipped head and marking read the same names, so that none may mean another thing."""
    for bound, line in _bound(tree):
        if bound in given:
            message = (
                f"'{bound}' is what the report is made from, and nothing else may have its name"
            )
            raise TemplateError(message, f"choose another name, such as our_{bound}", name, line)


def _bound(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    """Give each name that a template sets, loops with, imports as or calls a macro."""
    for node in tree.find_all((nodes.Macro, nodes.Import, nodes.FromImport, nodes.With)):
        if isinstance(node, nodes.Macro):
            yield node.name, node.lineno
        elif isinstance(node, nodes.Import):
            yield node.target, node.lineno
        elif isinstance(node, nodes.FromImport):
            yield from ((n if isinstance(n, str) else n[1], node.lineno) for n in node.names)
        elif isinstance(node, nodes.With):
            yield from ((n.name, n.lineno) for n in node.targets if isinstance(n, nodes.Name))
    for stored in tree.find_all(nodes.Name):
        if stored.ctx == "store":
            yield stored.name, stored.lineno


def _check_escaping(tree: nodes.Template, name: str) -> None:
    hint = "write markup in the template itself; values are shown as the texts that they are"
    for node in tree.find_all((nodes.EvalContextModifier, nodes.Filter)):
        if not isinstance(node, nodes.Filter) or node.name == "safe":
            raise TemplateError("escaping cannot be turned off", hint, name, node.lineno)


def _check_markup(tree: nodes.Template, name: str) -> None:
    for data in tree.find_all(nodes.TemplateData):
        for line, message, hint in _wrong_markup(data.data):
            raise TemplateError(message, hint, name, data.lineno + line)


def _wrong_markup(text: str) -> Iterator[tuple[int, str, str]]:
    """Give what the policy of the page would block, with how many lines are before it."""
    for found in _FORBIDDEN_TAG.finditer(text):
        message = f"<{found[1].lower()}> is not possible: the page's policy blocks it"
        yield text[: found.start()].count("\n"), message, "take it out"
    for found in _FORBIDDEN_ATTRIBUTE.finditer(text):
        message = f"'{found[1].lower()}' is not possible: the page's policy blocks it"
        yield text[: found.start(1)].count("\n"), message, "use the classes that the page has"
