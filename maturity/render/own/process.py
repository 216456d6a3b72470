"""Stage 6: the process in which templates of somebody's own run; it answers one request.

It reads the request from standard input as JSON and writes the answer to standard output. Nothing
else reaches it, and the limits are set before the first template is looked at.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from maturity.errors import nearest
from maturity.render.formats.html import style_data
from maturity.render.own.finished import finished_markdown, finished_page, origin
from maturity.render.own.frame import check_frame, frame_of
from maturity.render.own.markup import FlawError
from maturity.render.own.plain import with_languages
from maturity.render.own.rules import TemplateError, check_templates
from maturity.render.own.sandbox import SHIPPED, named, sandbox, shipped_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

Request = dict[str, Any]
"""`form`, `main`, `texts`, `data`, `style`, `max_characters`, `max_bytes`, `seconds`."""
_SMALLER = "make less of it: a template lays out what is there"


_MOST_SAID = 500
"""So many letters of a message; a template can make names and texts of any length."""


def limit(max_bytes: int, seconds: int) -> None:
    """Bound the memory and the time of this process, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the caller's clock is the only limit
        return
    for kind, value in ((resource.RLIMIT_AS, max_bytes), (resource.RLIMIT_CPU, seconds)):
        _, hardest = resource.getrlimit(kind)
        if hardest == resource.RLIM_INFINITY or value < hardest:
            resource.setrlimit(kind, (value, hardest))


def answer(request: Request) -> dict[str, object]:
    """Render a template: `{"text": …}`; or what is wrong: `message`, `hint`, `name` and `line`."""
    texts: Mapping[str, str] = request["texts"]
    try:
        data = _data(request)
        templates = sandbox(request["form"], texts)
        check_templates(templates, texts, request["main"], data)
        return {"text": _rendered(templates, request, data)}
    except Exception as error:
        said = _said(error, texts)
        message, hint = said.message[:_MOST_SAID], said.hint[:_MOST_SAID]
        return {"message": message, "hint": hint, "name": said.name, "line": said.line}


def _data(request: Request) -> dict[str, Any]:
    """Give what a template may read, and the style sheet, which the shipped head does."""
    data = dict(request["data"]) | {"report": with_languages(request["data"]["report"])}
    return data | style_data(request["style"]) if request["form"] == "html" else data


def _rendered(templates: Environment, request: Request, data: Mapping[str, Any]) -> str:
    main, texts = request["main"], request["texts"]
    frame = frame_of(templates, main, data)
    text = _written(templates, request, data)
    holes = check_frame(text, frame, main)
    try:
        if request["form"] == "html":
            return finished_page(text, holes, data, main)
        return finished_markdown(text, data, main)
    except FlawError as flaw:
        name, line = origin(flaw, text, texts, main)
        raise TemplateError(flaw.message, flaw.hint, name, line) from None


def _written(templates: Environment, request: Request, data: Mapping[str, Any]) -> str:
    most, length, parts = request["max_characters"], 0, []
    for part in templates.get_template(request["main"]).generate(data):
        parts.append(part)
        length += len(part)
        if length > most:
            raise TemplateError(f"the report is longer than {most:,} characters", _SMALLER)
    return "".join(parts)


def _said(error: Exception, texts: Mapping[str, str]) -> TemplateError:
    """Say what went wrong in plain words, at the last place in the folder's own templates."""
    if isinstance(error, TemplateError):
        return error
    if isinstance(error, TemplateSyntaxError):
        message = f"this is no template: {_plain(error.message or str(error))}"
        return TemplateError(message, "see docs/themes.md", error.name or "", error.lineno)
    name, line = _place(error, texts)
    message, hint = _words(error, texts)
    return TemplateError(message, hint, name, line)


def _words(error: Exception, texts: Mapping[str, str]) -> tuple[str, str]:
    if isinstance(error, TemplateNotFound):
        names = [*texts, *shipped_names()]
        name = named(error.name)
        return f"there is no template '{name}' to load", nearest(name, names)
    if isinstance(error, UndefinedError):
        message, _, hint = str(error.message).partition("; ")
        return message, hint or "see docs/themes.md for what there is"
    if isinstance(error, SecurityError):
        return f"the template may not do that: {_plain(str(error))}", "keep to the data it is given"
    if isinstance(error, MemoryError):
        return "the template needs more memory than it may have", _SMALLER
    if isinstance(error, RecursionError):
        return "the template goes too deep: something in it calls itself", _SMALLER
    return f"the template fails: {_plain(str(error) or type(error).__name__)}", "mend that line"


def _plain(text: str) -> str:
    text = text.rstrip(".")
    return f"{text[:1].lower()}{text[1:]}"[:300]


def _place(error: Exception, texts: Mapping[str, str]) -> tuple[str, int]:
    """Find the last line of a template in a traceback, one of the folder's own if there is any."""
    own, any_place, step = ("", 0), ("", 0), error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file in texts:
            own = file, step.tb_lineno
        elif file.startswith(SHIPPED):
            any_place = file, step.tb_lineno
        step = step.tb_next
    return own if own[1] else any_place


def main() -> None:
    """Answer the request on standard input."""
    request = json.loads(sys.stdin.buffer.read())
    limit(request["max_bytes"], request["seconds"])
    try:
        reply = json.dumps(answer(request))
    except MemoryError:
        reply = json.dumps({"message": _words(MemoryError(), {})[0], "hint": _SMALLER})
    sys.stdout.buffer.write(reply.encode())
