"""Stage 6: a report is laid out by templates of somebody's own, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from maturity.errors import Location, MaturityError, Problem, fail
from maturity.render.charts.palette import paint
from maturity.render.formats.brand_css import light_colours
from maturity.render.formats.html import whole_style
from maturity.render.formats.markdown import tidied
from maturity.render.own.plain import plain
from maturity.render.report.view import build_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.own_templates import OwnTemplates
    from maturity.model.result import Result
    from maturity.render.report.view import Report
    from maturity.render.words.words import Words

MAINS = {"html": "report.html.j2", "markdown": "report.md.j2"}
"""Format → the template that lays it out."""
_BEGIN = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
_PROGRAM = f"{_BEGIN}from maturity.render.own.process import main; main()"
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What a Python needs of the environment to begin; a template gets at no secret in the rest."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much a template may use."""

    seconds: int = 20
    max_bytes: int = 512 * 1024 * 1024
    max_characters: int = 10_000_000


_BOUNDS = Bounds()


def render_own(
    result: Result, form: str, templates: OwnTemplates, words: Words | None = None
) -> str:
    """Write a report of a Result with the templates of a folder; `words` as for other reports.

    Raises:
        MaturityError: The folder has no template of that format, or the template fails.
    """
    if form not in MAINS:
        raise fail(f"{form} is not laid out by templates", "leave out --template")
    text = lay_out(build_report(result, words), result, form, templates)
    return tidied(text) if form == "markdown" else text


def lay_out(
    report: Report,
    result: Result,
    form: str,
    templates: OwnTemplates,
    bounds: Bounds = _BOUNDS,
) -> str:
    """Lay out a report of a Result with the templates of a folder.

    Raises:
        MaturityError: The folder has no template of that format, or the template fails.
    """
    main = MAINS[form]
    if main not in templates.texts:
        has = " or ".join(name for name in MAINS.values() if name in templates.texts)
        hint = f"it has {has}" if has else f"a template for it is called {main}"
        raise fail(f"{templates.folder} has no template for {form}", hint)
    request = {
        "form": form,
        "main": main,
        "texts": dict(templates.texts),
        "data": _data(report, result),
        "style": whole_style(report),
        "max_characters": bounds.max_characters,
        "max_bytes": bounds.max_bytes,
        "seconds": bounds.seconds,
    }
    reply = _asked(request, bounds, templates)
    if "text" not in reply:
        raise _error(reply, templates)
    return str(reply["text"])


def _data(report: Report, result: Result) -> dict[str, Any]:
    return {
        "report": plain(report),
        "result": json.loads(result.model_dump_json(by_alias=True)),
        "paint": paint(light_colours(report.brand)),
    }


def _asked(request: dict[str, Any], bounds: Bounds, templates: OwnTemplates) -> dict[str, Any]:
    """Start the process, and wait no longer than it may take."""
    try:
        done = subprocess.run(  # noqa: S603 - this Python, no shell; what is run is our own
            [sys.executable, "-I", "-c", _PROGRAM, json.dumps(sys.path)],
            input=json.dumps(request).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=bounds.seconds,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            check=False,
        )
        reply: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        hint = "look for loops in it that do not end"
        raise fail(_ended(templates, f"took more than {bounds.seconds} seconds"), hint) from None
    except ValueError:
        hint = "look for what grows or repeats without end"
        raise fail(_ended(templates, "ended the process that it ran in"), hint) from None
    return reply


def _ended(templates: OwnTemplates, how: str) -> str:
    return f"the template of {templates.folder} {how}"


def _error(reply: Mapping[str, Any], templates: OwnTemplates) -> MaturityError:
    """Place what went wrong in the file's line."""
    message, name, line = str(reply["message"]), reply.get("name"), int(reply.get("line") or 0)
    if not isinstance(name, str) or not name:
        return fail(f"{templates.folder}: {message}", str(reply["hint"]))
    lines = templates.texts.get(name, "").split("\n")
    text = lines[line - 1].rstrip("\r") if 0 < line <= len(lines) else ""
    column = len(text) - len(text.lstrip()) + 1
    path = str(Path(templates.folder) / name) if name in templates.texts else name
    place = Location(path, max(line, 1), column, text[:200], max(1, len(text.strip())))
    return MaturityError(Problem(message, str(reply["hint"]), place, "invalid-value"))
