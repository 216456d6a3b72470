"""Stage 6: the result in two or three plain sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.context import exact_score
from maturity.render.words.foreign import together
from maturity.render.words.sentences import stopped

if TYPE_CHECKING:
    from maturity.model.scored import Node
    from maturity.render.report.context import Context


def meaning(c: Context) -> list[str]:
    """Say what the level means, where the organisation is strong and weak, and how far to go."""
    sentences = [_level(c), _extremes(c), _distance(c), _trust(c)]
    return [sentence for sentence in sentences if sentence]


def _level(c: Context) -> str:
    overall = c.result.overall
    if overall.score is None or overall.level_name is None:
        return ""
    description = c.level_description(overall.level)
    name = c.say("{name} means:", name=overall.level_name)
    return f"{name} {stopped(description)}" if description else ""


def _extremes(c: Context) -> str:
    """Name the dimensions with the highest and the lowest score."""
    scored = [(exact_score(node), node) for node in c.result.dimensions]
    known = [(score, node) for score, node in scored if score is not None]
    if len(known) < 2:
        return ""
    best, worst = max(score for score, _ in known), min(score for score, _ in known)
    if best == worst:
        return c.say("All dimensions have the same score: {score}.", score=c.score(known[0][1]))
    return c.say(
        "Highest, at {high}: {best}. Lowest, at {low}: {worst}.",
        best=_titles([node for score, node in known if score == best]),
        worst=_titles([node for score, node in known if score == worst]),
        high=c.score(next(node for score, node in known if score == best)),
        low=c.score(next(node for score, node in known if score == worst)),
    )


def _titles(nodes: list[Node]) -> str:
    """Join titles, which may hold commas and an “and” of their own."""
    return together("; ", [node.title for node in nodes])


def _distance(c: Context) -> str:
    """Count the dimensions below target and name the widest gap."""
    aimed = [node for node in c.result.dimensions if node.gap is not None]
    if not aimed:
        return _without_targets(c)
    below = [node for node in aimed if node.gap]
    if not below:
        return c.say("Every scored dimension has reached its target.")
    return together(" ", (_count(c, len(below), len(aimed)), _widest(c, below)))


def _widest(c: Context, below: list[Node]) -> str:
    """Name the widest gap, or all that are as wide as it by the numbers shown."""
    widest = max(below, key=lambda node: node.gap or 0)
    alike = [node for node in below if c.gap(node) == c.gap(widest)]
    if len(alike) > 1:
        return c.say(
            "The widest gaps, {gap} levels each, are in: {titles}.",
            gap=c.gap(widest),
            titles=_titles(alike),
        )
    return c.say(
        "The widest gap is in {title}: {gap} levels below its target of {target}.",
        title=widest.title,
        gap=c.gap(widest),
        target=c.target(widest),
    )


def _without_targets(c: Context) -> str:
    """Say why nothing tells how far there is to go."""
    if any(node.target is not None for node in c.result.dimensions):
        return ""
    if c.result.profile is None:
        return c.say("No profile is set, so there are no targets to hold the scores against.")
    return c.say("The profile sets no targets, so nothing tells how far there is to go.")


def _count(c: Context, below: int, aimed: int) -> str:
    if below == aimed:
        return c.count(
            below,
            "The one scored dimension is below its target.",
            "All {n} scored dimensions are below their targets.",
        )
    return c.count(
        below,
        "One of {all} dimensions is below its target.",
        "{n} of {all} dimensions are below their targets.",
        all=aimed,
    )


def _trust(c: Context) -> str:
    """Say why the numbers may still move, where they may."""
    thin = [node.title for node in c.result.dimensions if node.provisional]
    unscored = [node.title for node in c.result.dimensions if node.score is None]
    parts = []
    if thin:
        parts.append(
            c.count(
                len(thin),
                "{titles} is provisional: too little is answered, or a ceiling may still come.",
                "{titles} are provisional: too little is answered, or a ceiling may still come.",
                titles=c.words.listed(thin),
            )
        )
    if unscored:
        parts.append(c.say("No score yet: {titles}.", titles=c.words.listed(unscored)))
    if c.result.scope == "quick":
        parts.append(c.say("This is the short version; do not compare it with a full assessment."))
    return " ".join(parts)
