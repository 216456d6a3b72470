"""Stage 6: the profile and the plan as Mermaid diagrams, for pages that draw them, as GitHub does.

A diagram is never alone: the tables beside it hold the same numbers, and more. Texts keep only
letters, digits and a few marks, so that no name can be read as a sign of the diagram's language.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from maturity.render.report.when import in_months
from maturity.render.words.clean import clean
from maturity.render.words.numbers import month_numbers, plain, score_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.planned import PlannedAction
    from maturity.model.scored import Node
    from maturity.render.report.context import Context

MOST_ACTIONS = 30
"""How many actions are drawn; more bars cannot be read."""
LONGEST_NAME = 60
MOST_MARKED_BY_QUARTER = 48
_KEPT = frozenset(" .,’–−-")
_LONE_HYPHEN = re.compile(r"(?<!\w)-+|-+(?!\w)|-{2,}")
_FENCE = "```"


def diagrams(c: Context) -> dict[str, str]:
    """Give the diagrams by the anchors of the charts that they stand for."""
    drawn = {"profile": _profile(c), "gantt-1": _gantt(c)}
    return {anchor: text for anchor, text in drawn.items() if text}


def drawable(text: str, longest: int | None = None) -> str:
    """Reduce a text to what no diagram can misread: `a; b: "c" %% d` is `a b c d`."""
    whole = unicodedata.normalize("NFC", clean(text)).replace("'", "’")
    kept = "".join(mark if mark in _KEPT or _is_of_a_word(mark) else " " for mark in whole)
    line = " ".join(_LONE_HYPHEN.sub(" ", kept).split())
    if longest is None or len(line) <= longest:
        return line
    return f"{line[: longest - 1].rstrip()}…"


def _is_of_a_word(mark: str) -> bool:
    return unicodedata.category(mark)[0] in "LMN"


def _fenced(caption: str, lines: Sequence[str], note: str = "") -> str:
    body = "\n".join(["```mermaid", *lines, _FENCE])
    return f"**{caption}**\n\n{body}\n\n{note}".strip()


def _profile(c: Context) -> str:
    """Draw the scores as bars, and the targets as a line where every dimension has one."""
    scored = [node for node in c.result.dimensions if node.score is not None]
    if not scored:
        return ""
    scale, score = c.result.parameters.scale, drawable(c.say("Score"))
    targets = [node.target for node in scored if node.target is not None]
    lines = [
        "xychart-beta horizontal",
        f"    accTitle: {drawable(c.say('Scores by dimension'))}",
        f"    accDescr: {drawable(', '.join(_said(c, node) for node in scored))}",
        f"    x-axis [{', '.join(_names(scored))}]",
        f'    y-axis "{score}" {_number(scale.bottom)} --> {_number(scale.top)}',
        f"    bar [{', '.join(_score(c, node) for node in scored)}]",
    ]
    if len(targets) < len(scored):
        return _fenced(c.say("Scores by dimension"), lines)
    lines.append(f"    line [{', '.join(map(_number, targets))}]")
    return _fenced(c.say("Scores by dimension, bars, and their targets, line"), lines)


def _names(nodes: Sequence[Node]) -> list[str]:
    """Name the bars; bars of one name would be drawn as one, and no name is no bar."""
    names = [drawable(node.title, LONGEST_NAME) for node in nodes]
    alone = Counter(names)
    return [
        f'"{name}"' if name and alone[name] == 1 else f'"{f"{number} {name}".rstrip()}"'
        for number, name in enumerate(names, 1)
    ]


def _said(c: Context, node: Node) -> str:
    score = c.say("{title} {score}", title=node.title, score=c.score(node))
    if node.target is None:
        return score
    return c.say("{score} of {target}", score=score, target=c.target(node))


def _score(c: Context, node: Node) -> str:
    """Write a score as the tables show it, in the figures that a diagram reads."""
    return score_text(node.score, (*c.levels, *((node.target,) if node.gap else ())))


def _number(value: float) -> str:
    return plain(value).replace(",", "")


def _gantt(c: Context) -> str:
    """Draw the first actions over their months; a month is drawn as a thousandth of a second."""
    plan = c.result.plan
    if not plan:
        return ""
    numbered = list(enumerate(plan, 1))[:MOST_ACTIONS]
    lines = [
        "gantt",
        f"    accTitle: {drawable(c.say('When each action runs'))}",
        f"    accDescr: {drawable(', '.join(_when(c, n, one) for n, one in numbered))}",
        "    dateFormat x",
        "    axisFormat %Q",
        f"    tickInterval {_step(plan)}millisecond",
        "    todayMarker off",
    ]
    names = {"now": c.say("Now"), "next": c.say("Next"), "later": c.say("Later")}
    for horizon, name in names.items():
        bars = [_bar(number, one) for number, one in numbered if one.horizon == horizon]
        if bars:
            lines += [f"    section {drawable(name)}", *bars]
    note = c.say("The numbers below the bars are months from the start of the work.")
    if len(plan) > MOST_ACTIONS:
        shown = c.say("Drawn are the first {n} of {all} actions.", n=MOST_ACTIONS, all=len(plan))
        note = f"{note} {shown}"
    return _fenced(c.say("When each action runs"), lines, note)


def _step(plan: Sequence[PlannedAction]) -> int:
    """Give the months between two marks of the axis."""
    last = max(month_numbers(one.start_month, one.finish_month)[1] for one in plan[:MOST_ACTIONS])
    return 3 if last <= MOST_MARKED_BY_QUARTER else 12


def _when(c: Context, number: int, action: PlannedAction) -> str:
    months = in_months(c, action.start_month, action.finish_month)
    return c.say("action {n} {months}", n=number, months=months)


def _bar(number: int, action: PlannedAction) -> str:
    """Write a bar; its number in front keeps a name from being read as a word of the language."""
    status = "active, " if action.status == "started" else ""
    name = f"{number} {drawable(action.title, LONGEST_NAME)}".strip()
    first, last = month_numbers(action.start_month, action.finish_month)
    return f"    {name} :{status}{first - 1}, {last}"
