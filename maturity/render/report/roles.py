"""Stage 6: how differently the roles see a dimension."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from maturity.render.report.blocks import Cell, Column, Row, Table
from maturity.render.report.context import questions_under
from maturity.render.words.foreign import together
from maturity.render.words.numbers import NONE, exactly

if TYPE_CHECKING:
    from maturity.model.scored import Node, QuestionResult, RoleMean
    from maturity.render.report.context import Context


def differs(c: Context, question: QuestionResult) -> bool:
    """Say whether the means of two roles lie a level or more apart."""
    means = [exactly(one.mean) for one in question.by_role]
    step = min((exactly(b) - exactly(a) for a, b in pairwise(c.levels)), default=0)
    return len(means) > 1 and max(means) - min(means) >= step


def role_table(c: Context, node: Node) -> list[Table]:
    """Compare the roles on the questions of a dimension on which they differ by a level."""
    questions = [one for one in questions_under(node) if differs(c, one)]
    if not questions:
        return []
    present = {one.role for question in questions for one in question.by_role}
    roles = [role for role in c.roles if role in present]
    roles += sorted(present - set(roles))
    columns = (
        Column(c.say("Question"), wide=True),
        *(Column(c.role(role), numeric=True) for role in roles),
    )
    rows = tuple(_row(c, question, roles) for question in questions)
    caption = c.say("{title}: where roles differ by a level or more", title=node.title)
    anchor = f"roles-{c.anchor('dimension', node.id)}"
    return [Table(anchor, caption, columns, rows, long_heads=True)]


def _row(c: Context, question: QuestionResult, roles: list[str]) -> Row:
    means = {one.role: one.mean for one in question.by_role}
    shown = (Cell(c.value(means[role]) if role in means else NONE) for role in roles)
    return Row((c.ask_cell(question.id), *shown))


def by_role_text(c: Context, means: tuple[RoleMean, ...]) -> str:
    """Write the roles' means in a line: Leadership 3.0 (2 answers), Front line 1.3 (4 answers)."""
    said = (
        c.count(
            one.count,
            "{role} {mean} (one answer)",
            "{role} {mean} ({n} answers)",
            role=c.role(one.role),
            mean=c.value(one.mean),
        )
        for one in means
    )
    return together(", ", said)
