"""Stage 6: how the score is made, in plain words, for the parameters of this framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Block, Item, Items, Paragraph, Section
from maturity.render.report.derivation import derivation, overall_target
from maturity.render.report.effort import days
from maturity.render.report.scale import aggregate_text, levels_table, weights_table

if TYPE_CHECKING:
    from maturity.render.report.context import Context


def method_section(c: Context) -> Section:
    """Explain every step from an answer to the plan."""
    steps = [
        Item(c.say("From answers to a question."), _respondents(c)),
        Item(c.say("From questions to a dimension."), _groups(c)),
        Item(c.say("From dimensions to the whole."), _overall(c)),
        Item(c.say("Missing answers."), _missing(c)),
        Item(c.say("Ceilings."), _ceilings(c)),
        Item(c.say("Range."), _range(c)),
        Item(c.say("Answered."), _coverage(c)),
        Item(c.say("Rounding."), _rounding(c)),
        Item(c.say("Plan."), _plan(c)),
    ]
    p = c.result.parameters.scale
    intro = c.say(
        "Scores lie on a scale from {low} to {high}. Every step is worked out exactly; only what "
        "is shown is rounded.",
        low=c.plain(p.bottom),
        high=c.plain(p.top),
    )
    blocks: tuple[Block, ...] = (
        Paragraph(intro),
        Items(tuple(steps)),
        levels_table(c),
        weights_table(c),
        *derivation(c),
    )
    return Section("method", c.say("How the scores are made"), blocks)


def _respondents(c: Context) -> str:
    ways = {
        "median": c.say(
            "Each answer has a level. Where several people answer, the question takes the middle "
            "one; of an even number, the mean of the middle two."
        ),
        "mean": c.say(
            "Each answer has a level. Where several people answer, the question takes their mean."
        ),
        "min": c.say(
            "Each answer has a level. Where several people answer, the question takes the lowest."
        ),
        "max": c.say(
            "Each answer has a level. Where several people answer, the question takes the highest."
        ),
    }
    usual = c.result.parameters.combine
    own = [one for one in c.questions.values() if one.combine != usual and one.state != "text"]
    said = [
        ways.get(usual, usual),
        c.say(
            "An answer settled together outranks single ones, and only the roles that a question "
            "asks count."
        ),
    ]
    if own:
        listed = "; ".join(f"“{one.ask}” ({_way(c, one.combine)})" for one in own)
        said.append(c.say("Some questions have a way of their own: {listed}.", listed=listed))
    return " ".join(said)


def _way(c: Context, combine: str) -> str:
    names = {
        "median": c.say("the middle"),
        "mean": c.say("the mean"),
        "min": c.say("the lowest"),
        "max": c.say("the highest"),
    }
    return names.get(combine, combine)


def _groups(c: Context) -> str:
    ways = {node.aggregate for node in c.result.dimensions}
    if len(ways) == 1:
        way = aggregate_text(c, ways.pop())
        said = c.say("A dimension’s score is {way} of its questions or topics.", way=way)
        if way == aggregate_text(c, "ladder"):
            said = c.say("A dimension’s score is {way}.", way=way)
    else:
        said = c.say("Dimensions are made in different ways; the table of weights says how.")
    out = c.say("Questions that do not apply, are not asked or are in words take no part.")
    local = any(node.standard_score is not None for node in c.result.dimensions)
    weights = c.say("Local weights are in force; the score without them is shown beside.")
    return " ".join([said, out, *([weights] if local else [])])


def _overall(c: Context) -> str:
    ways = {
        "mean": c.say("The overall score is the mean of the dimensions by weight."),
        "min": c.say("The overall score is that of the weakest dimension."),
        "ladder": c.say(
            "The overall score is a ladder: a level is reached once every dimension on it and "
            "below reaches {level}.",
            level=c.plain(c.result.parameters.pass_ or c.result.parameters.scale.top),
        ),
        "none": c.say("There is no overall score: dimensions are read side by side."),
    }
    aggregate = c.result.parameters.aggregate
    return " ".join([ways.get(aggregate, aggregate), *overall_target(c)])


def _missing(c: Context) -> str:
    ways = {
        "drop": c.say("A question without an answer leaves the sum."),
        "lowest": c.say("A question without an answer counts as the lowest level it can give."),
        "block": c.say("A question without an answer leaves its dimension without a score."),
    }
    missing = c.result.parameters.missing
    critical = c.say(
        "A critical question answered “don’t know” always counts as its lowest level; one without "
        "any answer does so once the assessment is final."
    )
    return f"{ways.get(missing, missing)} {critical}"


def _ceilings(c: Context) -> str:
    return c.say(
        "A low answer to a critical question holds its dimension down, whatever the other answers "
        "are. The lowest ceiling counts."
    )


def _range(c: Context) -> str:
    return c.say(
        "The range runs from the score if every missing answer were the lowest to the score if "
        "every one were the highest, ceilings included."
    )


def _coverage(c: Context) -> str:
    return c.say(
        "The share answered is counted by weight. Under {share}, or while a ceiling may still "
        "come, a score is marked as provisional.",
        share=c.percent(c.result.parameters.min_coverage),
    )


def _rounding(c: Context) -> str:
    return c.say(
        "Halves are rounded up to one decimal, but never so that a level or target seems reached "
        "when it is not: 2.96 is shown as 2.9. A gap is the target less the score, never below 0. "
        "What moves by less than 0.1 is shown with two decimals. Each number is rounded by itself, "
        "so sums and differences of what is shown may be out by 0.1."
    )


def _plan(c: Context) -> str:
    capacity = c.result.parameters.capacity.days_per_month
    return c.say(
        "What an action brings is found by scoring again as if it were done. The plan takes what "
        "closes the most of the gap for each day of work, puts what is needed first, and fills "
        "{capacity} a month. The gap is that of each dimension to its target, times its weight: "
        "what rises above a target does not count. Now is done by month 3, next by month 12.",
        capacity=days(c, capacity, capacity),
    )
