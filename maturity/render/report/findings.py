"""Stage 6: themes, what is not known, where answers differ, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Cell, Column, Paragraph, Row, Section, Table
from maturity.render.report.context import dimension_of
from maturity.render.report.questions import reason_text
from maturity.render.report.roles import by_role_text
from maturity.render.words.numbers import NONE

if TYPE_CHECKING:
    from maturity.model.result import Disagreement, LeftOut, Unknown
    from maturity.model.scored import Lensed
    from maturity.render.report.context import Context


def themes_section(c: Context) -> Section | None:
    """List the themes across dimensions; None where the framework has none."""
    if not c.result.lenses:
        return None
    columns = (
        Column(c.say("Theme")),
        Column(c.say("Score"), numeric=True),
        Column(c.say("Range"), numeric=True),
        Column(c.say("Level reached")),
        Column(c.say("Questions shown") if c.is_cut else c.say("Questions"), numeric=True),
        Column(c.say("Answered"), numeric=True),
    )
    intro = c.say(
        "A theme gathers questions of several dimensions: the mean of their levels by weight, "
        "without ceilings."
    )
    caption = c.say("Scores by theme")
    rows = tuple(_theme(c, lens) for lens in c.result.lenses)
    table = Table("themes-table", caption, columns, rows)
    return Section("themes", c.say("Themes across dimensions"), (Paragraph(intro), table))


def _theme(c: Context, lens: Lensed) -> Row:
    cells = (
        Cell(lens.title),
        Cell(c.score(lens)),
        Cell(c.range(lens)),
        Cell(lens.level_name or NONE),
        Cell(NONE if lens.cut and not lens.question_ids else c.plain(len(lens.question_ids))),
        Cell(c.coverage(lens)),
    )
    return Row(cells)


def unknowns_section(c: Context) -> Section:
    """List the missing answers, those first that widen the range most, and who could tell."""
    title = c.say("What we do not know")
    if not c.result.unknowns:
        none = c.say("No answer is missing.")
        if c.is_cut:
            none = c.say("No answer is missing to a question that this version shows.")
        return Section("unknowns", title, (Paragraph(none),))
    columns = (
        Column(c.say("Question"), wide=True),
        Column(c.say("Dimension")),
        Column(c.say("State")),
        Column(c.say("Who could tell")),
        Column(c.say("Could change the score by"), numeric=True),
    )
    whole = c.say("The last column shows how far the answer could move the overall score.")
    part = c.say("The last column shows how far the answer could move the score of its dimension.")
    said = [part if c.result.parameters.aggregate == "none" else whole]
    if any(one.critical for one in c.result.unknowns):
        said.append(
            c.say(
                "A “don’t know” to a critical question counts as the lowest answer until somebody "
                "knows; one without any answer counts so once the status is final."
            )
        )
    rows = tuple(_unknown(c, one) for one in c.result.unknowns)
    table = Table("unknowns-table", c.say("Missing answers"), columns, rows)
    return Section("unknowns", title, (Paragraph(" ".join(said)), table))


def _unknown(c: Context, one: Unknown) -> Row:
    state = c.say("don’t know") if one.state == "unknown" else c.say("not answered")
    critical = (c.say("critical"),) if one.critical else ()
    could_tell, did_not = who_could_tell(c, one)
    cells = (
        c.ask_cell(one.question),
        Cell(c.dimension(dimension_of(one.question))),
        Cell(state, lines=critical),
        Cell(could_tell, lines=(did_not,) if did_not else ()),
        Cell(c.amount(one.spread)),
    )
    return Row(cells)


def who_could_tell(c: Context, one: Unknown) -> tuple[str, str]:
    """Name the roles that a question asks and that did not all say “don’t know” to it.

    The second text names the roles that did; it is empty where there is none.
    """
    question = c.questions.get(one.question)
    groups = question.tally.by_role if question is not None and question.tally else ()
    tried = {group.id for group in groups if group.unknown and not any(group.levels.values())}
    left = [c.role(role) for role in one.answered_by if role not in tried]
    named = left or [c.role(role) for role in one.answered_by]
    could_tell = c.words.listed(named) or c.say("anyone")
    if not tried:
        return could_tell, ""
    ordered = [role for role in c.roles if role in tried] + sorted(tried - c.roles.keys())
    if one.answered_by and not left:
        return could_tell, c.say("those asked did not know: ask others of them")
    roles = c.words.listed([c.role(role) for role in ordered])
    return could_tell, c.say("did not know: {roles}", roles=roles)


def disagreements_section(c: Context) -> Section:
    """List the questions on which respondents differ."""
    title = c.say("Where answers differ")
    if not c.result.disagreements:
        text = c.say("No question divides those who answered, or too few answered to tell.")
        if c.is_cut:
            text = c.say(
                "No question that this version shows divides those who answered, or too few "
                "answered to tell."
            )
        return Section("disagreements", title, (Paragraph(text),))
    columns = (
        Column(c.say("Question"), wide=True),
        Column(c.say("Agreement"), numeric=True),
        Column(c.say("Lowest to highest"), numeric=True),
        Column(c.say("Mean by role"), wide=True),
    )
    intro = c.say(
        "Agreement runs from 1 (all alike) over 0 (spread evenly) to −1 (two opposite camps). "
        "Talk these questions over before relying on their scores."
    )
    rows = tuple(_disagreement(c, one) for one in c.result.disagreements)
    table = Table("disagreements-table", c.say("Questions on which answers differ"), columns, rows)
    return Section("disagreements", title, (Paragraph(intro), table))


def _disagreement(c: Context, one: Disagreement) -> Row:
    cells = (
        c.ask_cell(one.question, c.dimension(dimension_of(one.question))),
        Cell(c.words.agreement(one.agreement)),
        Cell(c.words.range(one.lowest, one.highest, c.levels)),
        Cell(by_role_text(c, one.by_role) or NONE),
    )
    return Row(cells)


def left_out_section(c: Context) -> Section:
    """List the questions that left the sum, with the reason."""
    title = c.say("Left out")
    if not c.result.left_out:
        none = c.say("Every question was counted.")
        if c.is_cut:
            none = c.say("Every question that this version shows was counted.")
        return Section("left-out", title, (Paragraph(none),))
    columns = (
        Column(c.say("Question"), wide=True),
        Column(c.say("Dimension")),
        Column(c.say("State")),
        Column(c.say("Reason"), wide=True),
    )
    intro = c.say("These questions take no part in any score.")
    rows = tuple(_left_out(c, one) for one in c.result.left_out)
    table = Table("left-out-table", c.say("Questions left out"), columns, rows)
    return Section("left-out", title, (Paragraph(intro), table))


def _left_out(c: Context, one: LeftOut) -> Row:
    state = c.say("not asked") if one.state == "not-asked" else c.say("does not apply")
    critical = (c.say("critical"),) if one.critical else ()
    dimension = Cell(c.dimension(dimension_of(one.question)))
    reason = Cell(reason_text(c, one.state, one.reason) or NONE)
    return Row((c.ask_cell(one.question), dimension, Cell(state, lines=critical), reason))
