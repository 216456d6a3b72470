"""Theme files: what they say is taken, and what is wrong is said at its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from load.logos import GOOD_SVG, write_theme
from load.small import ANSWERS, ASSESSMENT, told, write

from maturity.errors import MaturityError
from maturity.load.assessment import load_assessment
from maturity.load.theme import load_theme
from maturity.model.palette import DARK, LIGHT, contrast

WHOLE = """\
logo: {file: logo.svg, alt: Northgate}
colours:
  light: {accent: "#6B1F5C", range_edge: "#b06a9f"}
  dark: {accent: "#e3a5d4"}
font: [Georgia, Times New Roman, serif]
names: {title: A review, prepared_for: The board, prepared_by: Northgate}
footer: Do not forward.
marking: OFFICIAL-SENSITIVE
x-owner: us
"""


def test_everything_that_a_theme_says_is_taken(tmp_path: Path) -> None:
    theme = load_theme(write_theme(tmp_path, WHOLE, GOOD_SVG))
    assert theme.light == {"accent": "#6b1f5c", "range_edge": "#b06a9f"}
    assert theme.dark == {"accent": "#e3a5d4"}
    assert theme.font == ("Georgia", "Times New Roman", "serif")
    assert (theme.name, theme.title) == ("Ours", "A review")
    assert (theme.prepared_for, theme.prepared_by) == ("The board", "Northgate")
    assert (theme.footer, theme.marking) == ("Do not forward.", "OFFICIAL-SENSITIVE")
    assert theme.logo is not None
    assert (theme.logo.alt, theme.logo.width, theme.logo.height) == ("Northgate", 192, 64)


@pytest.mark.parametrize("marking", ["x" * 80, "\u2801", "한국", "é", "…", "1"])
def test_a_marking_with_a_sign_that_is_seen_is_taken(marking: str, tmp_path: Path) -> None:
    assert load_theme(write_theme(tmp_path, f'marking: "{marking}"\n')).marking == marking


def test_a_theme_may_say_nothing_but_its_name(tmp_path: Path) -> None:
    theme = load_theme(write_theme(tmp_path))
    assert theme.model_dump(exclude_defaults=True) == {"name": "Ours"}


COLOUR = 'write # and six hex digits, in quotes: "#005a30"'
KIND = "end the list with one of sans-serif, serif, monospace, system-ui"
FONT = "write the name of an installed font, such as Arial; a theme carries no font files"
REFUSED = [
    ("a short colour", 'colours: {light: {ink: §"#123"}}', "'#123': this is no colour", COLOUR),
    ("a named colour", "colours: {light: {ink: §green}}", "'green': this is no colour", COLOUR),
    ("a colour with alpha", 'colours: {dark: {ink: §"#11223344"}}', "'#11223344': this", COLOUR),
    ("a number", "colours: {dark: {ink: §112233}}", "112233: this is no colour", COLOUR),
    ("a way out", 'colours: {light: {ink: §"#123456;}"}}', "'#123456;}': this is no", COLOUR),
    ("other digits", 'colours: {light: {ink: §"#١٢٣٤٥٦"}}', "'#١٢٣٤٥٦': this is no", COLOUR),
    ("a line break", 'colours: {light: {ink: §"#123456\\n"}}', "'#123456\n': this is no", COLOUR),
    ("a bare colour", "colours:\n  light:\n    ink:§ #005a30\n", "nothing: a colour is missing",
     'put it in quotes, for a bare # begins a comment: "#005a30"'),
    ("an unknown colour", 'colours: {light: {§limit: "#123456"}}', "'limit' is no key here",
     "the choices are: accent, edge, ink, line"),
    ("another scheme", "colours: {§print: {}}", "'print' is no key here", "the choices are: dark"),
    ("no kind of fonts", "font: §[Arial, Verdana]", "a list: no font is sure to be", KIND),
    ("an address", 'font: [§"url(http://x.example/f)", serif]', "'url(http://x.example/f)': this",
     FONT),
    ("a way out of fonts", "font: [§'Arial\"}*{color:red', serif]", "'Arial\"}*{color:red': this",
     FONT),
    ("a long font", f"font: [§{'a' * 41}, serif]", f"'{'a' * 41}': this is no name", FONT),
    ("no fonts", "font: §[]", "at least one entry is needed here", ""),
    ("nine fonts", "font: §[a, b, c, d, e, f, g, h, serif]", "a list: ", ""),
    ("a blank marking", 'marking: §" \\u200b "', "' \u200b ': this text shows nothing",
     "write the text, or leave the line out"),
    ("a braille blank", 'marking: §"\\u2800"', "'\u2800': this text shows nothing", "write the"),
    ("a filler", 'marking: §"\\u3164 \\u3164"', "'\u3164 \u3164': this text shows", "write the"),
    ("other fillers", 'footer: §"\\u115f\\u1160\\uffa0"', "'\u115f\u1160\uffa0': this text", ""),
    ("a long marking", f"marking: §{'x' * 81}", "this text has 81 characters",
     "write at most 80"),
    ("a long footer", f"footer: §{'x' * 601}", "this text has 601 characters",
     "write at most 600"),
    ("a list for a footer", "footer: §[a]", "a text is needed here; found a list", ""),
    ("nothing for a footer", "footer:§\n", "a text is needed here; found nothing", ""),
    ("no alt", "§logo: {file: logo.svg}", "'alt' is missing", "add 'alt:'"),
    ("an unknown key", "§color: red", "'color' is no key here", "did you mean 'colours'?"),
    ("a script as a name", "names: {§onload: x}", "'onload' is no key here", "the choices are:"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "message", "hint"), [one[1:] for one in REFUSED],
                         ids=[one[0] for one in REFUSED])  # fmt: skip
def test_what_is_wrong_is_said_at_its_place(
    lines: str, message: str, hint: str, tmp_path: Path
) -> None:
    before = lines[: lines.index("§")]
    row = 3 + before.count("\n")
    column = len(before.rpartition("\n")[2]) + 1
    with pytest.raises(MaturityError) as error:
        load_theme(write_theme(tmp_path, lines.replace("§", "")))
    ((place, said, help_text),) = told(tmp_path, error)
    assert place == f"theme.yaml:{row}:{column}"
    assert said.startswith(message)
    assert help_text.startswith(hint)
    assert len(said) < 200


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("format: theme/2\nname: X\n", "theme.yaml:1:9", "the file's format is 'theme/2'"),
        ("name: X\n", "theme.yaml:1:1", "the file does not say what it is"),
        ("format: answers/1\nname: X\n", "theme.yaml:1:9", "the file's format is 'answers/1'"),
        ("format: theme/1\n", "theme.yaml:1:1", "'name' is missing"),
        ("- theme\n", "theme.yaml:1:1", "a mapping (key: value) is needed here; found a list"),
        ("", "theme.yaml:1:1", "the file is empty"),
        ("format: theme/1\nname: [\n", "theme.yaml:3:1", "this is not valid YAML: "),
        ("format: theme/1\nname: &a X\n", "theme.yaml:2:7", "the anchor '&a' is not allowed"),
    ],
)
def test_what_is_no_theme(text: str, place: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "theme.yaml"
    path.write_text(text)
    with pytest.raises(MaturityError) as error:
        load_theme(path)
    found = told(tmp_path, error)[0]
    assert found[0] == place
    assert found[1].startswith(message)


# Contrast


def weak(folder: Path, colours: str) -> list[tuple[str, str, str]]:
    with pytest.raises(MaturityError) as error:
        load_theme(write_theme(folder, f"colours:\n{colours}"))
    return told(folder, error)


def test_a_text_that_cannot_be_read_is_refused_with_its_figure(tmp_path: Path) -> None:
    # Luminance of #88ffbb is 0.8206 (0.2159, 1.0, 0.4969 by channel): 1.05 / 0.8706 = 1.206.
    assert weak(tmp_path, '  light: {accent: "#88ffbb"}\n') == [
        (
            "theme.yaml:4:19",
            "accent #88ffbb on paper #ffffff has contrast 1.2:1; needs 4.5:1",
            "the nearest shade that is enough everywhere is #417a5a",
        )
    ]


def test_a_figure_is_never_rounded_up_to_what_is_needed(tmp_path: Path) -> None:
    assert 4.45 < contrast("#777777", "#ffffff") < 4.5
    ((_, message, _),) = weak(tmp_path, '  light: {quiet: "#777777"}\n')
    assert message == "quiet #777777 on paper #ffffff has contrast 4.4:1; needs 4.5:1"


def test_a_mark_needs_less_than_a_text(tmp_path: Path) -> None:
    ((place, message, _),) = weak(tmp_path, '  light: {mark: "#9a9a9a"}\n')
    assert place == "theme.yaml:4:17"
    assert message == "mark #9a9a9a on paper #ffffff has contrast 2.8:1; needs 3:1"
    load_theme(write_theme(tmp_path, 'colours: {light: {mark: "#808080"}}\n'))


def test_dark_is_measured_on_dark(tmp_path: Path) -> None:
    found = weak(tmp_path, '  light: {accent: "#17558c"}\n  dark: {accent: "#17558c"}\n')
    assert [(place, message.split(" has ")[0]) for place, message, _ in found] == [
        ("theme.yaml:5:18", f"accent #17558c on paper {DARK['paper']}")
    ]


def test_a_ground_of_ones_own_is_measured_under_the_texts_that_stay(tmp_path: Path) -> None:
    found = weak(tmp_path, '  light: {tag: "#ffee00", surface: "#555555"}\n')
    assert [(place, message.split(" has ")[0]) for place, message, _ in found] == [
        ("theme.yaml:4:16", "tag_ink #ffffff on tag #ffee00"),
        ("theme.yaml:4:36", f"ink {LIGHT['ink']} on surface #555555"),
    ]


def test_the_shade_that_is_told_is_taken(tmp_path: Path) -> None:
    ((_, _, hint),) = weak(tmp_path, '  light: {accent: "#88ffbb"}\n')
    load_theme(write_theme(tmp_path, f'colours: {{light: {{accent: "{hint[-7:]}"}}}}\n'))


def test_where_no_shade_is_enough_it_says_so(tmp_path: Path) -> None:
    # Of a mid grey ground and its text, no shade of the text reaches 4.5 on paper and on black.
    lines = '  light: {surface: "#000000", ink: "#888888"}\n'
    hints = {hint for _, _, hint in weak(tmp_path, lines)}
    assert "no shade of it is enough on all that it lies on: change both colours" in hints


# Where the file is


def test_a_theme_of_an_assessment_lies_beside_it_or_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    write_theme(tmp_path / "brand", "marking: OFFICIAL\n", GOOD_SVG)
    answers = ANSWERS.replace("path: framework", "path: ../framework")
    main = ASSESSMENT + "theme: brand/theme.yaml\n"
    write(tmp_path, {"assessment.yaml": main, "answers/r-1.yaml": answers})
    found = load_assessment([tmp_path])
    assert found.theme == load_theme(tmp_path / "brand" / "theme.yaml")
    assert found.notes == ()
    (tmp_path / "ours").mkdir()
    main = ASSESSMENT.replace("path: framework", "path: ../framework")
    (tmp_path / "ours" / "assessment.yaml").write_text(main + "theme: ../brand/theme.yaml\n")
    assert load_assessment([tmp_path / "ours"]).theme == found.theme


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("/etc/passwd", "'/etc/passwd' is no place relative to this file"),
        ("C:\\brand.yaml", "'C:\\brand.yaml' is no place"),
        ("C:brand.yaml", "'C:brand.yaml' is no place"),
        ("//server/share/brand.yaml", "'//server/share/brand.yaml' is no place"),
        ("\\\\server\\share\\brand.yaml", "'\\\\server\\share\\brand.yaml' is no place"),
        ("brand.yml", "there is no file brand.yml"),
        (".", " is a folder, not a file"),
    ],
)
def test_a_theme_that_cannot_be_found(name: str, message: str, tmp_path: Path) -> None:
    write(tmp_path, {"assessment.yaml": f"{ASSESSMENT}theme: '{name}'\n"})
    with pytest.raises(MaturityError) as error:
        load_assessment([tmp_path])
    ((place, said, _),) = told(tmp_path, error)
    assert place == f"assessment.yaml:{ASSESSMENT.count(chr(10)) + 1}:8"
    assert message in said.replace(str(tmp_path), ".")


def test_what_is_wrong_in_the_theme_is_said_in_the_theme(tmp_path: Path) -> None:
    write_theme(tmp_path, "color: red\n")
    write(tmp_path, {"assessment.yaml": f"{ASSESSMENT}theme: theme.yaml\ntargets2: {{}}\n"})
    (tmp_path / "assessment.yaml").write_text(f"{ASSESSMENT}theme: theme.yaml\n")
    with pytest.raises(MaturityError) as error:
        load_assessment([tmp_path])
    assert [place for place, _, _ in told(tmp_path, error)] == ["theme.yaml:3:1"]


def test_a_file_that_has_no_end_or_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = write_theme(tmp_path)
    path.write_text(path.read_text() + "# padding\n" * 7_000)
    with pytest.raises(MaturityError, match="the file is larger than 64,000 bytes"):
        load_theme(path)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(MaturityError, match="is not a regular file"):
        load_theme(path)
    path.unlink()
    path.symlink_to(path)
    with pytest.raises(MaturityError):
        load_theme(path)
