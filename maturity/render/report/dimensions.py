"""Stage 6: each dimension with all that explains its score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import Figure, Figures, Paragraph, Quote, Section
from maturity.render.report.limits import limits
from maturity.render.report.notes import notes_section
from maturity.render.report.questions import question_table
from maturity.render.words.clean import clean, paragraphs
from maturity.render.words.numbers import NONE

if TYPE_CHECKING:
    from maturity.model.scored import Node
    from maturity.render.report.blocks import Block
    from maturity.render.report.context import Context


def dimensions_section(c: Context) -> Section:
    """Give every dimension its own part."""
    parts = tuple(_dimension(c, node) for node in c.result.dimensions)
    return Section("dimensions", c.say("Dimension by dimension"), sections=parts)


def _dimension(c: Context, node: Node) -> Section:
    blocks: list[Block] = [
        Figures(_figures(c, node)),
        *_explained(c, node),
        *_commentary(c, node.id),
        *limits(c, node),
        *_questions(c, node, "dimension"),
    ]
    parts = (*(_topic(c, topic) for topic in node.topics), notes_section(c, node))
    sections = tuple(part for part in parts if part is not None)
    anchor = c.anchor("dimension", node.id)
    return Section(anchor, node.title, tuple(blocks), sections, kind="dimension")


def _topic(c: Context, node: Node) -> Section:
    blocks: list[Block] = [
        *_summary(node),
        Figures(_figures(c, node)),
        *_commentary(c, node.id),
        *_questions(c, node, "topic"),
    ]
    topics = tuple(_topic(c, topic) for topic in node.topics)
    return Section(c.anchor("topic", node.id), node.title, tuple(blocks), topics)


def _figures(c: Context, node: Node) -> tuple[Figure, ...]:
    level = node.level_name or (c.say("no score yet") if node.score is None else NONE)
    note = c.say("provisional") if node.provisional else ""
    figures = [
        Figure(c.say("Score"), c.score(node), note),
        Figure(c.say("Level reached"), level),
        Figure(c.say("Range"), c.range(node)),
    ]
    if node.target is not None:
        figures += [
            Figure(c.say("Target"), c.target(node)),
            Figure(c.say("Gap"), c.gap(node)),
        ]
    if node.uncapped is not None:
        figures.append(Figure(c.say("Before ceilings"), c.value(node.uncapped)))
    figures.append(Figure(c.say("Answered"), c.coverage(node)))
    return tuple(figures)


def _summary(node: Node) -> list[Block]:
    return [Paragraph(node.summary)] if clean(node.summary) else []


def _explained(c: Context, node: Node) -> list[Block]:
    """Say what the dimension is about, what its level means and why its target is what it is."""
    blocks = _summary(node)
    meaning = c.level_description(node.level)
    if meaning:
        named = c.say("{name} means: {meaning}", name=node.level_name, meaning=meaning)
        blocks.append(Paragraph(named, "quiet"))
    if clean(node.target_because):
        because = c.say(
            "Target {target}: {because}", target=c.target(node), because=node.target_because
        )
        blocks.append(Paragraph(because, "quiet"))
    if node.standard_score is not None:
        local = c.say(
            "With the framework's own weights, without the local ones, the score is {score}.",
            score=c.value(node.standard_score),
        )
        blocks.append(Paragraph(local, "quiet"))
    return blocks


def _commentary(c: Context, name: str) -> list[Block]:
    text = c.commentary(name)
    return [Quote(c.say("Commentary"), paragraphs(text))] if text else []


def _questions(c: Context, node: Node, kind: str) -> list[Block]:
    if not node.questions:
        return []
    return [question_table(c, node, f"questions-{c.anchor(kind, node.id)}")]
