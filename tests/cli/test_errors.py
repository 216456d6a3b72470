from __future__ import annotations

from maturity.cli.errors import problem_lines
from maturity.errors import Location, Problem
from maturity.load.source import Source


def lines_for(text: str, start: int, end: int) -> list[str]:
    place = Source("a.yaml", text).location(start, end)
    return problem_lines([Problem("wrong", location=place)]).splitlines()


def test_what_where_and_what_would_be_right() -> None:
    place = Source("a.yaml", "mfa: 1\nbackups: 7\n").location(16, 17)
    problem = Problem("level must be 0 to 4; found 7", "the nearest is 4", place, "invalid-value")
    assert problem_lines([problem]).splitlines() == [
        "error: level must be 0 to 4; found 7",
        "  --> a.yaml:2:10",
        "    | backups: 7",
        "    |          ^",
        "  help: the nearest is 4",
    ]


def test_the_caret_is_as_wide_as_the_place() -> None:
    assert lines_for("id: no-id", 4, 9)[2:] == ["    | id: no-id", "    |     ^^^^^"]


def test_a_tab_is_one_column() -> None:
    assert lines_for("\tid: x", 5, 6)[2:] == ["    |  id: x", "    |      ^"]


def test_wide_letters_take_two_columns_and_accents_none() -> None:
    assert lines_for("日本: x", 4, 5)[3] == "    |       ^"
    assert lines_for("e\u0301: x", 4, 5)[3] == "    |    ^"
    assert lines_for("k: 日本", 3, 5)[3] == "    |    ^^^^"


def test_a_long_line_is_cut_around_the_place() -> None:
    _, place, line, mark = lines_for("a" * 100 + "!" + "b" * 60, 100, 101)
    assert place.endswith(":1:101")
    assert len(line) == 6 + 74
    assert line[6] == line[-1] == "…"
    assert line[mark.index("^")] == "!"


def test_a_very_long_line_is_cut_twice_and_the_caret_still_points() -> None:
    _, place, line, mark = lines_for("a" * 5000 + "!" + "b" * 5000, 5000, 5001)
    assert place.endswith(":1:5001")
    assert line[mark.index("^")] == "!"


def test_the_end_of_a_long_line() -> None:
    _, _, line, mark = lines_for("a" * 150 + "!", 150, 151)
    assert line[mark.index("^")] == line[-1] == "!"
    assert not line.endswith("…")


def test_no_line_no_caret() -> None:
    problem = Problem("the file is larger", location=Location("a.yaml"))
    assert problem_lines([problem]).splitlines() == [
        "error: the file is larger",
        "  --> a.yaml:1:1",
    ]


def test_several_are_counted_and_too_many_are_cut() -> None:
    problem = Problem("wrong")
    assert problem_lines([problem] * 3).splitlines() == ["error: wrong"] * 3 + ["3 problems."]
    many = problem_lines([problem] * 45).splitlines()
    assert many == ["error: wrong"] * 20 + ["45 problems; the first 20 are shown."]


def test_nothing_in_a_text_acts_on_the_terminal() -> None:
    place = Location("a\x1b[2J.yaml", 1, 4, "k: \u202e\x1b]0;x", 1)
    printed = problem_lines([Problem("bad \x1b[31m\nname", "try\r\x07 this", place)])
    assert not set(printed) & set("\x1b\r\x07\u202e")
    assert printed.splitlines()[0] == "error: bad [31m name"
    assert printed.splitlines()[2:4] == ["    | k: \ufffd\ufffd]0;x", "    |    ^"]


def test_what_is_quoted_is_no_command_to_a_build_log() -> None:
    place = Location("a.yaml", 1, 1, "::stop-commands::x ##[add-mask]y", 2)
    printed = problem_lines([Problem("bad", location=place)]).splitlines()
    assert printed[2].startswith("    | ::stop-commands")
