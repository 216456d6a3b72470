"""What a page may be made of, so narrow that every reader of HTML makes the same tree of it."""

from __future__ import annotations

from typing import Any

import html5lib  # type: ignore[import-untyped]  # it has no types
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from render.own_templates import asked, said

from maturity.render.formats.slim import slim_page
from maturity.render.own.elements import KNOWN, SHAPES, VOID, is_within, takes_text
from maturity.render.own.markup import FlawError, Tag
from maturity.render.own.page import Hole, read

Tree = list[Any]
BEFORE = '<!doctype html><html><head><title>x</title></head><body><header class="head">'
AFTER = '<p class="marking">M</p></header></body></html>'


def events(body: str) -> Any:
    hole = Hole("header", len(BEFORE), len(BEFORE) + len(body), frozenset(), "")
    return read(BEFORE + body + AFTER, hole)


def ours(body: str) -> Tree:
    """The tree of names, attributes and texts as it is written."""
    top: Tree = []
    inner: dict[int, Tree] = {}
    for around, what in events(body):
        place = inner[around[-1].at] if around else top
        if isinstance(what, Tag):
            made: Tree = []
            inner[what.at] = made
            place.append((what.name, dict(what.attributes), made))
        elif what.text.strip():
            place.append(" ".join(what.text.split()))
    return top


def theirs(page: str) -> Tree:
    """The tree of a reader of HTML, the marking left out."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    header = parser.parse(page).find("body/header")
    assert header is not None
    *found, marking = children(header)
    assert marking == ("p", {"class": "marking"}, ["M"])
    return found


def children(element: Any) -> Tree:
    found: Tree = [element.text] if element.text else []
    for child in element:
        found.append((child.tag.rpartition("}")[2], names(child), children(child)))
        found += [child.tail] if child.tail else []
    texts = (" ".join(one.split()) if isinstance(one, str) else one for one in found)
    return [one for one in texts if one]


def names(element: Any) -> dict[str, str]:
    return {name.lower(): value for name, value in element.attrib.items()}


WORDS = st.sampled_from(["a", " b ", "&lt;", "&#60;b&#62;", "&amp;lt;", "\n", "é", ">", "&", '"'])
BROKEN = (
    "<",
    "</",
    "<!--",
    "-->",
    "<p",
    "</p>",
    "<b>",
    "</b>",
    "<table>",
    "<p a='",
    "&lt",
    "<br/>",
)


@st.composite
def elements(draw: st.DrawFn, around: tuple[str, ...] = ()) -> str:
    """An element with others in it, most of them where they may stand."""
    may = [name for name in sorted(KNOWN) if is_within(name, around)]
    anywhere = draw(st.integers(0, 15)) == 0
    choices = may if may and not anywhere else sorted(KNOWN)
    name = draw(st.sampled_from([*choices, *[one for one in may if one not in VOID | SHAPES]]))
    attribute = draw(st.sampled_from(["", "", " id='a b'", ' class="x"', " lang=cy", " title=''"]))
    start = f"<{name}{attribute}>"
    if name in VOID:
        return start
    inside = "".join(draw(parts((*around, name)))) if len(around) < 5 else ""
    return f"{start}{inside}</{name}>"


def parts(around: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    word = WORDS if not around or takes_text(around[-1]) else st.just(" ")
    return st.lists(st.one_of(st.deferred(lambda: elements(around)), word), max_size=3)


PAGES = st.tuples(
    st.lists(st.one_of(elements(), WORDS), min_size=1, max_size=3),
    st.sampled_from([""] * 6 + list(BROKEN)),
    st.integers(0, 3),
)


@settings(deadline=None, max_examples=300)
@given(PAGES)
def test_what_is_not_refused_is_the_same_tree_to_every_reader(
    made: tuple[list[str], str, int],
) -> None:
    pieces, broken, at = made
    body = "".join([*pieces[:at], broken, *pieces[at:]])
    try:
        wanted = joined(ours(body))
    except FlawError:
        return
    for page in (BEFORE + body + AFTER, slim_page(BEFORE + body + AFTER)):
        assert without_bodies(joined(theirs(page))) == without_bodies(wanted)


def ways() -> dict[str, tuple[str, ...]]:
    """The shortest way to every element: those that it stands in, and itself."""
    found: dict[str, tuple[str, ...]] = {}
    open_ways: list[tuple[str, ...]] = [()]
    for way in open_ways:
        for name in sorted(KNOWN):
            if name not in found and is_within(name, way):
                found[name] = (*way, name)
                open_ways.append(found[name])
    return found


@pytest.mark.parametrize("backwards", [False, True])
@pytest.mark.parametrize("name", sorted(KNOWN - VOID))
def test_whatever_may_stand_in_an_element_stays_in_it(name: str, backwards: bool) -> None:
    way = ways()[name]
    names = [one for one in sorted(KNOWN, reverse=backwards) if is_within(one, way)]
    inside = [f"<{one}>" for one in names if (name, one) != ("dl", "div")]
    filled = (f"{one}</{one[1:]}" if one[1:-1] not in VOID else one for one in inside)
    text = "a" if takes_text(name) else ""
    body = "".join((*(f"<{one}>" for one in way), text, *filled, text))
    body += "".join(f"</{one}>" for one in reversed(way))
    for page in (BEFORE + body + AFTER, slim_page(BEFORE + body + AFTER)):
        assert without_bodies(joined(theirs(page))) == without_bodies(joined(ours(body)))


def joined(tree: Tree) -> Tree:
    """Texts beside one another as one, and white space left out."""
    found: Tree = []
    for one in tree:
        if isinstance(one, str) and found and isinstance(found[-1], str):
            found[-1] += one
        else:
            found.append(one if isinstance(one, str) else (one[0], one[1], joined(one[2])))
    return ["".join(one.split()) if isinstance(one, str) else one for one in found]


def without_bodies(tree: Tree) -> Tree:
    """Rows right in a table get a body from every reader, which changes nothing."""
    found: Tree = []
    for one in tree:
        if isinstance(one, tuple):
            inner = without_bodies(one[2])
            found += inner if one[0] == "tbody" and not one[1] else [(one[0], one[1], inner)]
        else:
            found.append(one)
    return found


@pytest.mark.parametrize(
    ("body", "line", "message", "hint"),
    [
        ("<p>a\n<em>b</p>", 2, "</p> ends nothing: <em> is to be ended first", "end what was"),
        ("<p>a</p>\n</p>", 2, "</p> ends nothing: nothing is open there", "end what was"),
        ("<p>a</p>\n<div><p>b</p>", 2, "<div> is not ended", "add </div>"),
        ("<ul>\n<p>a</p></ul>", 2, "<p> may not stand within <ul>", "end what is open before it"),
        ("\n<a href='#a'><b><a href='#b'>", 2, "<a> may not stand within <a>", "end what is open"),
        ("\n<dl><dd></dd>\n<div></div>", 3, "<div> may not stand beside <dt> and <dd>", "put each"),
        ("\n<section/>", 2, "<section/> ends nothing in HTML", "write <section></section>"),
        ("\n</p id='a'>", 2, "an end tag is a name alone, unlike </p id='a'>", "write </p>"),
        ("\n<p id=a id=b>", 2, "'id' is there twice: <p id=a id=b>", "write each attribute once"),
        ("a\nb &copy b", 2, "this begins an entity and does not end it: &copy b", "write & as"),
        ("\n<p title='&copy b'>", 2, "this begins an entity and does not end it", "write & as"),
        ("<ul>\n  a\n</ul>", 2, "no text may stand right within <ul>: a", "put it in an element"),
        ("<p>\n<br title=a/>", 2, "this is not a whole tag: <br title=a/>", "write < as &lt;"),
        ("<p>\n<!-- a -->", 2, "this is not a whole tag: <!-- a -->", "write < as &lt;"),
        ("\n<blink>", 2, "<blink> is not possible in a report's templates", "take it out; docs/"),
        ("\n<p align='left'>", 2, "'align' is not possible on <p>", "take it out; docs/"),
        ("\n<a href='x.html'>", 2, "'href' of <a> cannot be x.html", "write https://…, http://"),
        ("\n<td>a</td>", 2, "<td> may not stand there", "end what is open before it"),
        ("\n<ol start='x'></ol>", 2, "'start' of <ol> cannot be x", "write a plain value"),
        ("\n<p class='skip'>", 2, "the class 'skip' may not be used on <p> in this place", "use"),
        ("\n{% set p = 'a' %}<p id='{{ p }}' x=''>", 2, "'x' is not possible on <p>", "take it"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_line(body: str, line: int, message: str, hint: str) -> None:
    found = said(f"{{% block before %}}{body}{{% endblock %}}")
    assert found[0] == line
    assert found[1].startswith(message)
    assert found[2].startswith(hint)


def test_of_two_tags_that_are_alike_the_wrong_one_is_found() -> None:
    body = "{% block before %}\n<p>One</p>\n<p>Two</p>\n<div><p>Three</div>\n{% endblock %}"
    assert said(body)[0] == 4
    parts = "<b>\n\n<p x=''>"
    reply = asked(
        "{% block before %}{% include 'a.html.j2' %}{% endblock %}", **{"a.html.j2": parts}
    )
    assert (reply["name"], reply["line"]) == ("a.html.j2", 3)


@pytest.mark.parametrize(
    "body",
    [
        "<P CLASS='a'>a > b & c</P>",
        "<p title='a &gt; b'>a</p>",
        "<a href='https://a.example/?b=1&amp;c=2' rel='nofollow'>a</a>",
        "<a href='mailto:a@b.example'>a</a> <a href='#plan'>b</a> <a href='#'>c</a>",
        "<table><caption>a</caption><tr><th scope=col colspan=2>a</th><td>b</td></tr></table>",
        "<dl><div><dt>a</dt><dd><p>b</p></dd></div></dl><hr>"
        "<ol start='3'><li value='4'>a</li></ol>",
        "<svg viewBox='0 0 9 9' width='9' height='9' aria-hidden='true'><desc>a</desc><g "
        "transform='rotate(3)'><rect width='9' height='9' fill='#fff'></rect><circle r='1'/>"
        "<text x='1'>a<tspan dy='1em'>b</tspan></text></g></svg>",
        "<figure><p>a</p><figcaption>b</figcaption></figure><time datetime='2026-01-02'>a</time>",
        "<ul class='steps'><li><div class='scroll'><p class='ours'>a</p></div></li></ul>",
    ],
)
def test_what_is_plain_may_be_written(body: str) -> None:
    assert "text" in asked(f"{{% block before %}}{body}{{% endblock %}}")
