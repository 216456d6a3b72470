"""Stage 6: where the result comes from: framework, answers, people, approvals, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.render.report.blocks import (
    Cell,
    Column,
    Fact,
    Facts,
    Heading,
    Item,
    Items,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
)
from maturity.render.report.context import nodes_under
from maturity.render.words.clean import paragraphs, safe_url
from maturity.render.words.numbers import NONE
from maturity.render.words.stored import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from maturity.model.provenance import RoleCount, SourceInfo, UnitCount
    from maturity.render.report.blocks import Block
    from maturity.render.report.context import Context


def provenance_section(c: Context) -> Section:
    """Say what the result was made from, so that it can be made again."""
    blocks: list[Block] = [Facts(_origin(c)), *_facts(c), *_respondents(c), *_other_commentary(c)]
    for title, items in (
        (c.say("Approvals"), _approvals(c)),
        (c.say("How the files were read"), [Item(text=c.again(note)) for note in c.result.notes]),
        (c.say("Left out of this version"), withheld_items(c)),
    ):
        if items:
            blocks += [Heading(title), Items(tuple(items))]
    blocks += _sources(c)
    return Section("provenance", c.say("Where this comes from"), tuple(blocks))


def _origin(c: Context) -> tuple[Fact, ...]:
    r = c.result
    framework = c.say(
        "{title} ({id}, version {version})",
        title=r.framework.title,
        id=r.framework.id,
        version=r.framework.version,
    )
    facts = [
        (c.say("Framework"), framework),
        (c.say("About the framework"), r.framework.summary),
        (c.say("Organisation"), r.organisation.name),
        (c.say("Profile"), _profile(c)),
        (c.say("Date"), c.words.day(r.date)),
        (c.say("Scope"), scope_text(c)),
        (c.say("Status"), status_text(c)),
        (c.say("Respondents"), respondents_text(c)),
        (c.say("Made with"), f"{r.tool.name} {r.tool.version}"),
        (c.say("Fingerprint of the framework"), r.framework.digest),
        (c.say("Fingerprint of the answers"), r.answers_digest),
    ]
    return tuple(Fact(term, text) for term, text in facts if text)


def _profile(c: Context) -> str:
    profile = c.result.profile
    if profile is None:
        return ""
    return f"{profile.title}. {profile.summary}" if profile.summary else profile.title


def scope_text(c: Context) -> str:
    """Name the scope."""
    if c.result.scope == "quick":
        return c.say("short version: quick and critical questions")
    return c.say("full")


def status_text(c: Context) -> str:
    """Name the status."""
    return c.say("final") if c.result.status == "final" else c.say("draft")


def respondents_text(c: Context) -> str:
    """Count who answered."""
    r = c.result.respondents
    single = c.count(r.count, "one respondent", "{n} respondents")
    if not r.agreed:
        return single
    agreed = c.count(r.agreed, "one set of agreed answers", "{n} sets of agreed answers")
    return c.words.listed([single, agreed] if r.count else [agreed])


def _simple(
    anchor: str, caption: str, titles: Iterable[str], rows: Iterable[Iterable[str]]
) -> Table:
    columns = tuple(Column(title) for title in titles)
    laid_out = (Row(tuple(Cell(text or NONE) for text in row)) for row in rows)
    return Table(anchor, caption, columns, tuple(laid_out))


def _facts(c: Context) -> list[Block]:
    facts = c.result.organisation.facts
    if not facts:
        return []
    rows = (
        (one.ask, c.say("{value} (assumed)", value=value) if one.assumed else value)
        for one in facts
        for value in [c.again(one.value, ANSWERS)]
    )
    titles = (c.say("Asked first"), c.say("Answer"))
    return [_simple("facts-table", c.say("Facts about the organisation"), titles, rows)]


def _respondents(c: Context) -> list[Block]:
    r = c.result.respondents
    tables: list[Block] = []
    if r.roles:
        rows = [(one.title, c.plain(one.count)) for one in r.roles]
        titles = (c.say("Role"), c.say("Respondents"))
        rows += _nameless(c, r.roles, c.say("no role named"))
        tables.append(_simple("roles-table", c.say("Respondents by role"), titles, rows))
    if r.units:
        rows = [(one.unit, c.plain(one.count)) for one in r.units]
        titles = (c.say("Unit"), c.say("Respondents"))
        rows += _nameless(c, r.units, c.say("no unit named"))
        tables.append(_simple("units-table", c.say("Respondents by unit"), titles, rows))
    return tables


def _nameless(
    c: Context, groups: Sequence[RoleCount | UnitCount], name: str
) -> list[tuple[str, str]]:
    """Count who belongs to no group; the public is not told of small groups, so not that either."""
    rest = c.result.respondents.count - sum(group.count for group in groups)
    return [(name, c.plain(rest))] if rest > 0 and c.result.audience != "public" else []


def _approvals(c: Context) -> list[Item]:
    valid = c.say("holds for these answers")
    stale = c.say("no longer holds: an answer has changed since")
    return [
        Item(one.by, f"{c.words.day(one.date)}, {valid if one.valid else stale}")
        for one in c.result.approvals
    ]


def withheld_items(c: Context) -> list[Item]:
    """Name what this audience does not get, and why."""
    return [Item(c.again(one.what), c.again(one.why)) for one in c.result.withheld]


def _other_commentary(c: Context) -> list[Block]:
    """Show the author's words that belong to nothing in this result, so that none is lost."""
    shown = {"summary", *c.dimensions, *c.questions, *(one.id for one in c.result.plan)}
    shown |= {topic.id for node in c.result.dimensions for topic in nodes_under(node)}
    return [
        Quote(c.say("From the authors of the assessment: {name}", name=name), paragraphs(text))
        for name, text in c.result.commentary.items()
        if name not in shown and c.commentary(name)
    ]


def _sources(c: Context) -> list[Block]:
    if not c.result.sources:
        return []
    titles = (c.say("Source"), c.say("Publisher"), c.say("Date"), c.say("Checked against"))
    columns = tuple(Column(title, wide=not number) for number, title in enumerate(titles))
    rows = tuple(_source(c, source) for source in c.result.sources)
    intro = c.say(
        "What the framework says of a source was checked against the publisher’s own text, against "
        "somebody else’s account of it, or not at all."
    )
    table = Table("sources-table", c.say("What the framework draws on"), columns, rows)
    return [Heading(c.say("Sources")), Paragraph(intro), table]


def _source(c: Context, source: SourceInfo) -> Row:
    checked = {
        "official": c.say("its own text"),
        "secondary": c.say("an account of it"),
        "no": c.say("not checked"),
    }
    url = safe_url(source.url)
    lines = (source.url,) if source.url and not url else ()
    cells = (
        Cell(source.title, url, lines),
        Cell(source.publisher or NONE),
        Cell(c.words.day(source.date) if source.date else NONE),
        Cell(checked.get(source.checked, source.checked)),
    )
    return Row(cells)
