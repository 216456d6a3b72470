"""Logos: what draws is kept; what runs, loads, refers or swells is refused at its place."""

from __future__ import annotations

import base64
import os
import zlib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from load.logos import GOOD_SVG, SIGNATURE, SVG, chunk, header, png, write_theme
from load.small import told

from maturity.errors import MaturityError
from maturity.load.logo import checked_logo, recheck_logo
from maturity.load.png import clean_png
from maturity.load.svg import clean_svg
from maturity.load.svg_rules import ELEMENTS
from maturity.load.theme import load_theme
from maturity.model.theme import LogoInfo

NAMES = "xmlns='http://www.w3.org/2000/svg'"
X = "xmlns:xlink='http://www.w3.org/1999/xlink'"
PARTS = [
    ("script", "<§script>alert(1)</script>", "a logo may not have <script>"),
    ("script by address", '<§script href="http://x.example"/>', "may not have <script>"),
    ("onload", "<g §onload='alert(1)'/>", "a logo may not have 'onload'"),
    ("handler in capitals", "<g §ONCLICK='x()'/>", "a logo may not have 'ONCLICK'"),
    ("foreignObject", "<§foreignObject><p/></foreignObject>", "<foreignObject>"),
    ("another page", "<§iframe src='http://x.example'/>", "may not have <iframe>"),
    ("web script", "<h:§script xmlns:h='http://www.w3.org/1999/xhtml'/>", "<script>"),
    ("style sheet", "<§style>@import 'http://x.example'</style>", "have <style>"),
    ("style with an address", "<g style='§fill:url(http://x.example)'/>", "'fill' of"),
    ("style of an unknown part", "<g style='§background:url(x)'/>", "cannot say 'back"),
    ("style with an escape", "<g style='§x:\\75rl(x)'/>", "cannot say 'x:\\75rl(x)'"),
    ("outer picture", "<§image href='http://x.example/a.png'/>", "have <image>"),
    ("inner picture", "<§image href='data:image/png;base64,AA'/>", "have <image>"),
    ("filter", "<§filter id='f'/>", "a logo may not have <filter>"),
    ("filter by name", "<g §filter='url(#f)'/>", "<g> of a logo may not have 'filter'"),
    ("pattern", "<§pattern id='p'/>", "a logo may not have <pattern>"),
    ("animation", "<§animate attributeName='href'/>", "may not have <animate>"),
    ("set", "<§set attributeName='onload' to='x()'/>", "may not have <set>"),
    ("use from outside", "<use §href='http://x.example/#a'/>", "refers to something out"),
    ("use of a file", "<use §href='other.svg#a'/>", "refers to something outside it"),
    ("use of data", "<use §href='data:image/svg+xml,x#a'/>", "refers to something out"),
    ("old address", f"<use {X} xlink:§href='http://x.example'/>", "refers to something"),
    ("gradient from outside", "<linearGradient §href='//x.example#g'/>", "outside it"),
    ("link", "<§a href='javascript:alert(1)'><path d='M0 0'/></a>", "may not have <a>"),
    ("address of a path", "<path §href='#a'/>", "<path> of a logo may not point"),
    ("fill from outside", "<g §fill='url(http://x.example#a)'/>", "'fill' of a logo"),
    ("clip from a file", "<g §clip-path='url(x.svg#a)'/>", "'clip-path' of a logo"),
    ("base", "<g xml:§base='http://x.example/'/>", "may not have 'base'"),
    ("src", "<g §src='http://x.example/'/>", "<g> of a logo may not have 'src'"),
    ("unknown entity", "<text>§&copy;</text>", "this is not well-formed XML: undefined"),
    ("a drawing in it", "<§svg/>", "a logo may not have <svg>"),
    ("clip of a clip", "<clipPath §clip-path='url(#a)'/>", "may not be clipped itself"),
    ("use in a clip", "<clipPath><§use href='#a'/></clipPath>", "may stand 30 times"),
    ("function as a transform", "<g §transform='x(url(a))'/>", "'transform' of a logo"),
    ("text as a path", "<path §d='javascript:'/>", "'d' of a logo cannot be 'javascr"),
]  # fmt: skip
"""Parts of a drawing, with what is said of each; § stands before what is refused."""
DRAWINGS = [
    ("onload on the root", GOOD_SVG.replace("viewBox", "§onload='x()' viewBox"), "'onload'"),
    ("document type", "<!§DOCTYPE svg>" + GOOD_SVG, "a logo may not have a document type"),
    ("entity", '<!§DOCTYPE svg [<!ENTITY a "b">]>' + "<text>&a;</text>", "document type"),
    ("file by entity", '<!§DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>' + GOOD_SVG, "document"),
    ("style instruction", "<?§xml-stylesheet href='//x.example'?>" + GOOD_SVG, "<?xml-stylesheet>"),
    ("not closed", SVG.format("<g>").replace("</svg>", "§"), "not well-formed XML: no element"),
    ("no drawing", "<§html/>", "this is no SVG drawing"),
    ("no space of names", "<§svg viewBox='0 0 1 1'/>", "this is no SVG drawing"),
    ("editor's root", "<i:§svg xmlns:i='http://www.inkscape.org/'/>", "this is no SVG drawing"),
    ("no size", f"<§svg {NAMES}/>", "does not say how large it is"),
    ("a size in words", f"<§svg {NAMES} width='100%' height='1'/>", "does not say how"),
    ("no height", GOOD_SVG.replace("<svg", "<§svg").replace("120 40", "120 0"), "is 120 by 0"),
    ("thin", GOOD_SVG.replace("<svg", "<§svg").replace("120 40", "120 4"), "more than 20 times"),
    ("vast", GOOD_SVG.replace("<svg", "<§svg").replace("120 40", "9e9 9e9"), "at most 100000"),
]  # fmt: skip
"""Whole drawings."""
ATTACKS = [*((name, SVG.format(part), said) for name, part, said in PARTS), *DRAWINGS]


def refused(folder: Path, logo: str | bytes) -> list[tuple[str, str, str]]:
    with pytest.raises(MaturityError) as error:
        load_theme(write_theme(folder, logo=logo))
    return told(folder, error)


@pytest.mark.parametrize(
    ("drawing", "message"), [one[1:] for one in ATTACKS], ids=[one[0] for one in ATTACKS]
)
def test_an_attack_is_refused_at_its_place(drawing: str, message: str, tmp_path: Path) -> None:
    drawing = "<?xml version='1.0'?>\n<!-- ours -->\n" + drawing
    before = drawing[: drawing.index("§")]
    row, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    ((place, said, hint),) = refused(tmp_path, drawing.replace("§", ""))
    assert place == f"logo.svg:{row}:{column}"
    assert message in said
    assert hint


def test_a_place_counts_characters_and_shows_the_line(tmp_path: Path) -> None:
    write_theme(tmp_path, logo=SVG.format("<text>日本é</text><script/>"))
    with pytest.raises(MaturityError) as error:
        load_theme(tmp_path / "theme.yaml")
    place = error.value.problems[0].location
    assert place is not None
    assert place.text[place.column - 1 :].startswith("script/>")
    assert place.width == 6


# Swelling


def test_a_drawing_of_ten_billion_shapes(tmp_path: Path) -> None:
    uses = [f"<use href='#g{step}'/>" * 10 for step in range(3)]
    steps = "".join(f"<g id='g{step}'>{inner}</g>" for step, inner in enumerate(uses, start=1))
    ((place, said, _),) = refused(tmp_path, SVG.format(f"<path id='g0' d='M0 0'/>{steps}"))
    assert said == "<use> of '#g1', which holds a <use> itself"
    assert place.startswith("logo.svg:1:")
    ((_, said, _),) = refused(tmp_path, SVG.format("<g id='a'><use href='#a'/></g>"))
    assert said == "<use> of '#a', which holds a <use> itself"
    clean_svg(SVG.format("<path id='a' d='M0 0'/>" + "<use href='#a'/>" * 30).encode(), "a")
    ((_, said, _),) = refused(tmp_path, SVG.format("<use href='#a'/>" * 31))
    assert said == "<use> may stand 30 times, and not in a <clipPath>"


def test_too_many_and_too_deep(tmp_path: Path) -> None:
    assert "more than 3,000 elements" in refused(tmp_path, SVG.format("<g/>" * 3_000))[0][1]
    clean_svg(SVG.format("<g/>" * 2_999).encode(), "a")
    deep = SVG.format("<g>" * 32 + "</g>" * 32)
    assert "more than 32 elements stand in each other" in refused(tmp_path, deep)[0][1]
    clean_svg(SVG.format("<g>" * 31 + "</g>" * 31).encode(), "a")


def test_too_many_bytes(tmp_path: Path) -> None:
    large = GOOD_SVG + " " * 150_001
    ((place, said, hint),) = refused(tmp_path, large)
    assert place == "theme.yaml:3:14"
    assert said == "the file is larger than 150,000 bytes"
    assert hint == "150,000 bytes are enough for a logo"


def test_a_drawing_that_grows_when_it_is_written_anew_is_refused_in_our_words(
    tmp_path: Path,
) -> None:
    # Each > is written as the four signs &gt;, and the empty element in two tags.
    logo = SVG.format(f"<text>{'>' * 40_000}</text>")
    ((place, said, hint),) = refused(tmp_path, logo)
    around = len(SVG.format("<text></text>"))
    assert place == "theme.yaml:3:14"
    assert said == (
        f"logo.svg: the logo has {160_000 + around:,} bytes when it is written anew; "
        "150,000 are the most"
    )
    assert hint == "save the logo again, as a PNG or as a plain SVG drawing"
    load_theme(write_theme(tmp_path, logo=SVG.format(f"<text>{'>' * 37_000}</text>")))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
def test_another_encoding_than_the_one_that_is_read(encoding: str, tmp_path: Path) -> None:
    assert refused(tmp_path, SVG.format("<text>é</text>").encode(encoding))
    declared = '<?xml version="1.0" encoding="utf-7"?>' + GOOD_SVG
    assert b"script" not in clean_svg(declared.encode(), "a")[0].encode()


# What is kept

FROM_A_PROGRAM = """\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<svg width="60mm" height="20mm" viewBox="0 0 60 20" version="1.1" id="svg5" class="c"
   xml:space="preserve" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" fill="none">
  <sodipodi:namedview id="namedview7" pagecolor="#ffffff"><inkscape:grid/></sodipodi:namedview>
  <title>Logo</title><metadata><rdf:RDF><x onload="y"/></rdf:RDF></metadata>
  <defs id="defs2"><linearGradient id="g" gradientTransform="rotate(45)">
    <stop offset="0" style="stop-color:#000;stop-opacity:1"/></linearGradient>
    <clipPath id="c"><rect width="6" height="4"/></clipPath></defs>
  <g inkscape:label="Layer 1" data-name="x" clip-path="url('#c')">
    <path style="fill:url(#g);stroke-width:0.26;-inkscape-font-specification:'Arial'"
      transform="matrix(1,0,0,1,-3.5,2)" d="m 1,2 3.5,-4e-1 z" id="p"/>
    <use xlink:href="#p"/>
    <text x="1" y="2" font-family="'Times New Roman', serif">A &amp; B &lt;<tspan>é</tspan></text>
  </g>
</svg>
"""


def test_a_drawing_is_written_anew_from_what_is_kept() -> None:
    text, width, height = clean_svg(FROM_A_PROGRAM.encode(), "logo.svg")
    assert (width, height) == (60, 20)
    assert text == (
        '<svg fill="none" id="svg5" viewBox="0 0 60 20" xmlns="http://www.w3.org/2000/svg">'
        '<defs id="defs2"><linearGradient gradientTransform="rotate(45)" id="g">'
        '<stop offset="0" stop-color="#000" stop-opacity="1"></stop></linearGradient>'
        '<clipPath id="c"><rect height="4" width="6"></rect></clipPath></defs>'
        '<g clip-path="url(#c)">'
        '<path d="m 1,2 3.5,-4e-1 z" fill="url(#g)" id="p" stroke-width="0.26" '
        'transform="matrix(1,0,0,1,-3.5,2)"></path>'
        '<use href="#p"></use>'
        '<text font-family="\'Times New Roman\', serif" x="1" y="2">A &amp; B &lt;'
        "<tspan>é</tspan></text></g></svg>"
    )
    assert clean_svg(text.encode(), "logo.svg") == (text, 60, 20)


def test_a_drawing_without_a_view_box_has_its_width_and_height() -> None:
    text, *size = clean_svg(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="30px" height="12.5"/>', "a"
    )
    assert size == [30, 12.5]
    assert 'viewBox="0 0 30 12.5"' in text


attributes = st.dictionaries(
    st.sampled_from(["id", "style", "d", "fill", "href", "onclick", "x", "font-family", "class"]),
    st.text("url(#a):;'javscript 0123.5&<>\\/-é", max_size=12) | st.sampled_from(["#a", "url(#a)"]),
)


@given(st.lists(st.tuples(st.sampled_from([*sorted(ELEMENTS), "script", "a"]), attributes)))
def test_whatever_is_kept_is_allowed_and_is_kept_again(
    parts: list[tuple[str, dict[str, str]]],
) -> None:
    root = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 2 1"})
    for name, given_attributes in parts:
        ET.SubElement(root, name, given_attributes).text = "a<b"
    try:
        text, _, _ = clean_svg(ET.tostring(root), "logo.svg")
    except MaturityError:
        return
    assert clean_svg(text.encode(), "logo.svg")[0] == text
    for element in ET.fromstring(text).iter():  # noqa: S314 - what is read was checked
        assert element.tag.partition("}")[2] in {*ELEMENTS, "svg"}
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert ":" not in value or name == "id"
            assert "url(" not in value.replace("url(#", "")


# PNG

NOTE = chunk(b"tEXt", b"Author\0A. Person")


def test_a_picture_keeps_nothing_but_the_picture() -> None:
    plain = png()
    assert clean_png(plain) == (plain, 4, 2)
    place = chunk(b"eXIf", b"51.5 N") + chunk(b"acTL", b"\0" * 8)
    assert clean_png(png(extra=NOTE + place)) == (plain, 4, 2)
    assert clean_png(plain + b"PK\x03\x04 and a whole archive") == (plain, 4, 2)


@pytest.mark.parametrize("interlaced", [0, 1])
@pytest.mark.parametrize(("depth", "colour", "bits"), [(1, 0, 1), (8, 6, 32), (16, 2, 48)])
def test_pictures_of_all_kinds_are_counted_right(
    interlaced: int, depth: int, colour: int, bits: int
) -> None:
    # Nine by five pixels; interlaced, the seven passes are 2x1, 1x1, 3x1, 2x2, 5x1, 4x3, 9x2.
    passes = [(2, 1), (1, 1), (3, 1), (2, 2), (5, 1), (4, 3), (9, 2)] if interlaced else [(9, 5)]
    size = sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in passes)
    drawn = chunk(b"IDAT", zlib.compress(b"\0" * size))
    data = SIGNATURE + header(9, 5, depth, colour, interlaced) + drawn + chunk(b"IEND", b"")
    assert clean_png(data) == (data, 9, 5)
    more = data.replace(drawn, chunk(b"IDAT", zlib.compress(b"\0" * (size + 1))))
    with pytest.raises(ValueError, match="more or fewer pixels"):
        clean_png(more)


END = chunk(b"IEND", b"")
BOMB = chunk(b"IDAT", zlib.compress(b"\0" * 100_000_000))
DAMAGED = [
    ("cut off", png()[:-5], "wrong checksum|its end is missing"),
    ("a bit changed", png().replace(b"\x08\x02\x00", b"\x08\x06\x00", 1), "wrong checksum"),
    ("a bomb", SIGNATURE + header(4, 2) + BOMB + chunk(b"IEND", b""), "more or fewer pixels"),
    ("too few pixels", png(pixels=b"\0" * 5), "more or fewer pixels"),
    ("too wide", png(4_001, 400, pixels=b""), "4001 by 400, at most 4000"),
    ("no width", png(0, 4), "0 by 4"),
    ("too many pixels", png(2_000, 1_001, pixels=b""), "more than 2,000,000 pixels"),
    ("thin", png(41, 2), "more than 20 times"),
    ("no pixels", SIGNATURE + header(4, 2) + chunk(b"IEND", b""), "more or fewer pixels"),
    ("not packed", SIGNATURE + header(4, 2) + chunk(b"IDAT", b"abcd") + END, "unpacked"),
    ("two headers", png(extra=header(4, 2)), "its beginning or its end is missing"),
    ("unknown part", png(extra=chunk(b"EVIL", b"x")), "a part that PNG does not know"),
    ("odd depth", SIGNATURE + header(4, 2, 3) + END, "a value that PNG does not know"),
    ("short header", SIGNATURE + chunk(b"IHDR", b"") + chunk(b"IEND", b""), "a wrong length"),
    ("endless part", SIGNATURE + b"\x80\0\0\0IHDR" + b"\0" * 20, "wrong checksum"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"), [one[1:] for one in DAMAGED], ids=[one[0] for one in DAMAGED]
)
def test_a_picture_that_is_no_good(data: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        clean_png(data)


def test_a_wrong_picture_is_named_in_the_theme(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"GIF89a")
    path = write_theme(tmp_path, "logo: {file: logo.png, alt: Ours}\n")
    with pytest.raises(MaturityError) as error:
        load_theme(path)
    ((place, said, _),) = told(tmp_path, error)
    assert (place, said) == ("theme.yaml:3:14", "logo.png: this is no PNG picture")


def test_how_large_a_logo_is_shown() -> None:
    def shown(data: bytes) -> tuple[int, int]:
        logo = checked_logo(data, "logo", "Ours")
        return logo.width, logo.height

    assert shown(GOOD_SVG.encode()) == (192, 64)  # 120 by 40, grown to the height of the box
    assert shown(GOOD_SVG.replace("120 40", "6000 500").encode()) == (240, 20)
    assert shown(GOOD_SVG.replace("120 40", "5 100").encode()) == (3, 64)
    assert shown(png(40, 20)) == (40, 20)  # pixels are never made larger
    assert shown(png(480, 64)) == (240, 32)


# Where it lies


@pytest.mark.parametrize(
    "name",
    ["../logo.svg", "/etc/logo.svg", "a/../../logo.svg", "C:\\logo.svg", "\\\\host\\logo.svg",
     "//host/share/logo.svg", "C:logo.svg", "link.svg", "folder/logo.svg", "loop.svg"],
)  # fmt: skip
def test_a_logo_lies_in_the_themes_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(GOOD_SVG)
    home = tmp_path / "theme"
    home.mkdir()
    (home / "link.svg").symlink_to(tmp_path / "logo.svg")
    (home / "folder").symlink_to(tmp_path)
    (home / "loop.svg").symlink_to("loop.svg")
    path = write_theme(home, f"logo: {{file: '{name}', alt: Ours}}\n")
    with pytest.raises(MaturityError) as error:
        load_theme(path)
    ((place, said, hint),) = told(home, error)
    assert place == "theme.yaml:3:14"
    assert said == f"'{name}' leads out of the theme's folder"
    assert hint == "put the logo beside the theme file, and write its name alone: logo.svg"


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    path = write_theme(tmp_path, logo=GOOD_SVG)
    (tmp_path / "logo.svg").rename(tmp_path / "2026.svg")
    (tmp_path / "logo.svg").symlink_to("2026.svg")
    assert load_theme(path).logo is not None


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("logo.gif", "'logo.gif' is neither SVG nor PNG"),
        ("logo.svgz", "'logo.svgz' is neither SVG nor PNG"),
        ("none.svg", "there is no file none.svg"),
        ("folder.svg", "folder.svg is a folder, not a file"),
        ("pipe.svg", "pipe.svg is not a regular file"),
        ("http://x.example/logo.svg", "there is no file http:/x.example/logo.svg"),
    ],
)
def test_a_logo_that_cannot_be_read(name: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "folder.svg").mkdir()
    os.mkfifo(tmp_path / "pipe.svg")
    path = write_theme(tmp_path, f"logo: {{file: '{name}', alt: Ours}}\n")
    with pytest.raises(MaturityError) as error:
        load_theme(path)
    ((place, said, _),) = told(tmp_path, error)
    assert (place, said) == ("theme.yaml:3:14", message)


# In a result that was made elsewhere


def logo(data: bytes, **keys: object) -> LogoInfo:
    made = {"type": "image/svg+xml", "data": base64.b64encode(data).decode(), "alt": "Ours"}
    return LogoInfo.model_validate({**made, "width": 192, "height": 64, **keys})


def test_a_logo_of_a_result_is_checked_as_strictly() -> None:
    good = checked_logo(GOOD_SVG.encode(), "logo.svg", "Ours")
    assert recheck_logo(good) == good
    raw = recheck_logo(logo(GOOD_SVG.replace("<path", "<title>x</title><path").encode()))
    assert raw == good
    for bad in (
        logo(SVG.format("<script/>").encode()),
        logo(GOOD_SVG.encode(), width=500),
        logo(GOOD_SVG.encode(), type="image/png"),
        logo(png(), width=4, height=2),
        logo(b"GIF89a"),
        logo(GOOD_SVG.encode()).model_copy(update={"data": "AAA"}),
    ):
        with pytest.raises(ValueError, match=r"^theme\.logo: "):
            recheck_logo(bad)
