"""Stage 6: each dimension with all that explains its score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Figure, Figures, Paragraph, Quote, Section
from maturity.render.report.limits import limits
from maturity.render.report.notes import notes_section
from maturity.render.report.questions import question_table, shades_key
from maturity.render.report.scale import are_weighed, weight_text
from maturity.render.words.clean import clean, paragraphs
from maturity.render.words.numbers import NONE

if TYPE_CHECKING:
    from maturity.model.scored import Node
    from maturity.render.report.blocks import Block
    from maturity.render.report.context import Context


def dimensions_section(c: Context) -> Section:
    """Give every dimension its own part."""
    parts = tuple(_dimension(c, node) for node in c.result.dimensions)
    blocks: list[Block] = [*_lead(c), shades_key(c)] if c.questions else []
    return Section("dimensions", c.say("Dimension by dimension"), tuple(blocks), parts)


def _lead(c: Context) -> tuple[Paragraph, ...]:
    """Say how to read the tables: the weights, and whose words the next levels are."""
    said = []
    if any(question.next_level for question in c.questions.values()):
        # Not all of them are something to aim for.
        said.append(
            c.say(
                "“What the next level looks like” gives the framework's own words for that level. "
                "They say what is found there, and may name what is still missing."
            )
        )
    if any(question.weight not in (0, 1) for question in c.questions.values()):
        said.append(c.say("A question counts once where no other weight stands below it."))
    return (Paragraph(" ".join(said), "quiet"),) if said else ()


def _dimension(c: Context, node: Node) -> Section:
    blocks: list[Block] = [
        Figures(_figures(c, node)),
        *_explained(c, node),
        *_commentary(c, node.id),
        *limits(c, node),
        *_questions(c, node, "dimension"),
    ]
    weighed = are_weighed(node)
    topics = (_topic(c, topic, weighed=weighed) for topic in node.topics)
    parts = (*topics, notes_section(c, node))
    sections = tuple(part for part in parts if part is not None)
    anchor = c.anchor("dimension", node.id)
    return Section(anchor, node.title, tuple(blocks), sections, kind="dimension")


def _topic(c: Context, node: Node, *, weighed: bool) -> Section:
    blocks: list[Block] = [
        *_summary(node),
        Figures((*_figures(c, node), *(_weight(c, node) if weighed else ()))),
        *_commentary(c, node.id),
        *_questions(c, node, "topic"),
    ]
    topics = tuple(_topic(c, topic, weighed=are_weighed(node)) for topic in node.topics)
    return Section(c.anchor("topic", node.id), node.title, tuple(blocks), topics)


def _figures(c: Context, node: Node) -> tuple[Figure, ...]:
    unscored = node.score is None and not node.cut
    level = node.level_name or (c.say("no score yet") if unscored else NONE)
    note = c.say("provisional") if node.provisional else ""
    figures = [
        Figure(c.say("Score"), c.score(node), note),
        *_uncapped(c, node),
        Figure(c.say("Level reached"), level),
        Figure(c.say("Range"), c.range(node)),
    ]
    if node.target is not None:
        figures += [
            Figure(c.say("Target"), c.target(node)),
            Figure(c.say("Gap"), c.gap(node)),
        ]
    figures.append(Figure(c.say("Answered"), c.coverage(node)))
    return tuple(figures)


def _weight(c: Context, node: Node) -> tuple[Figure, ...]:
    return (Figure(c.say("Weight"), weight_text(c, node.weight)),)


def _uncapped(c: Context, node: Node) -> list[Figure]:
    """Show the score before ceilings beside the score that they hold down."""
    if node.uncapped is None:
        return []
    return [Figure(c.say("Before ceilings"), c.value(node.uncapped), c.say("held down"))]


def _summary(node: Node) -> list[Block]:
    return [Paragraph(node.summary)] if clean(node.summary) else []


def _explained(c: Context, node: Node) -> list[Block]:
    """Say what the dimension is about, what its level means and why its target is what it is."""
    said = (*_levels(c, node), _target(c, node), _standard(c, node))
    return [*_summary(node), *(Paragraph(text, "quiet") for text in said if text)]


def _levels(c: Context, node: Node) -> list[str]:
    """Describe the level that is reached, and the one after it."""
    if node.score is None:
        return []
    said = []
    meaning = c.level_description(node.level)
    if meaning:
        said.append(c.say("{name} means: {meaning}", name=node.level_name, meaning=meaning))
    scale = c.result.parameters.scale.levels
    above = [one for one in scale if node.level is None or one.level > node.level]
    if above and clean(above[0].description):
        following, meaning = above[0].name, above[0].description
        said.append(c.say("Next, {name} means: {meaning}", name=following, meaning=meaning))
    return said


def _target(c: Context, node: Node) -> str:
    if not clean(node.target_because):
        return ""
    target = c.target(node)
    return c.say("Target {target}: {because}", target=target, because=node.target_because)


def _standard(c: Context, node: Node) -> str:
    if node.standard_score is None:
        return ""
    return c.say(
        "With the framework's own weights, without the local ones, the score is {score}.",
        score=c.value(node.standard_score),
    )


def _commentary(c: Context, name: str) -> list[Block]:
    text = c.commentary(name)
    return [Quote(c.say("From the authors of the assessment"), paragraphs(text))] if text else []


def _questions(c: Context, node: Node, kind: str) -> list[Block]:
    if not node.questions:
        return []
    return [question_table(c, node, f"questions-{c.anchor(kind, node.id)}")]
