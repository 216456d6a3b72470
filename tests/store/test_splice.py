"""One value of a hand-written file changes; all examples are worked by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from maturity.errors import MaturityError
from maturity.store.edits import Delete, Edit, Put, Rename, changed
from maturity.store.emit import Bare, Value

FILE = """\
# Housing, first sitting
format: answers/1
answers:      # as far as we got
  security.mfa: 2   # Bo disagrees
  # ask again in May
  security.backups:
    answer: 3   # three of four
    note: |   # from the meeting
      first

      second
    evidence:
      - title: Restore test   # the long one
        ref: SharePoint
      # more to come
      - {title: b}

  data.register: {answer: 1, note: "x"}  # in braces
  culture.c:
  culture.l: [a, b] # listed
  # end of the answers
retired: {}   # none yet
x-own: 5
"""
A = "answers"


def edited(text: str, *edits: Edit) -> str:
    return changed(text.encode(), edits, "f.yaml").decode()


def expect(old: str, new: str, *edits: Edit) -> None:
    """The file, with `old` in one place become `new`."""
    assert FILE.count(old) == 1
    assert edited(FILE, *edits) == FILE.replace(old, new)


def test_a_value_on_its_line() -> None:
    expect("mfa: 2 ", "mfa: 3 ", Put((A, "security.mfa"), 3))
    expect("mfa: 2 ", "mfa: unknown ", Put((A, "security.mfa"), "unknown"))
    expect("mfa: 2 ", "mfa: yes ", Put((A, "security.mfa"), Bare("yes")))
    expect("mfa: 2 ", "mfa: 2.5 ", Put((A, "security.mfa"), Fraction(5, 2)))
    expect("answer: 3 ", "answer: 4 ", Put((A, "security.backups", "answer"), 4))
    expect("culture.c:", "culture.c: 1", Put((A, "culture.c"), 1))
    expect("[a, b]", "[c]", Put((A, "culture.l"), ["c"]))
    expect("[a, b]", "[]", Put((A, "culture.l"), []))


def test_what_is_the_same_stays_as_it_was_written() -> None:
    record: Value = {"note": "x", "answer": 1}
    assert edited(FILE, Put((A, "data.register"), record), Put((A, "security.mfa"), 2)) == FILE


def test_a_value_becomes_a_record_with_its_comment() -> None:
    expect(
        "mfa: 2   # Bo disagrees\n",
        "mfa:   # Bo disagrees\n    answer: 2\n    note: |-\n      one\n      two\n",
        Put((A, "security.mfa"), {"answer": 2, "note": "one\ntwo"}),
    )


def test_only_what_differs_in_a_record_changes() -> None:
    record: Value = {
        "answer": 4,
        "note": "first\n\nsecond\n",
        "evidence": [{"title": "Restore test", "ref": "SharePoint"}, {"title": "b"}, "c"],
    }
    assert edited(FILE, Put((A, "security.backups"), record)) == FILE.replace(
        "answer: 3 ", "answer: 4 "
    ).replace("      - {title: b}\n", "      - {title: b}\n      - c\n")


def test_a_text_of_several_lines() -> None:
    lines = "|   # from the meeting\n      first\n\n      second\n"
    path = (A, "security.backups", "note")
    expect(lines, "one   # from the meeting\n", Put(path, "one"))
    expect(lines, "|-   # from the meeting\n      a\n      b\n", Put(path, "a\nb"))


def test_comments_of_lines_that_go_stay() -> None:
    record = FILE[FILE.index("  security.backups:") : FILE.index("\n  data.register")]
    kept = "# three of four\n", "# from the meeting\n", "# the long one\n", "# more to come\n"
    lines = "  security.backups: 2\n" + "".join("    " + line for line in kept)
    expect(record, lines, Put((A, "security.backups"), 2))
    expect(record, "".join("  " + line for line in kept), Delete((A, "security.backups")))
    expect(
        FILE[FILE.index("      - title: Restore") : FILE.index("\n  data.register")],
        "      # the long one\n      # more to come\n      - c\n",
        Put((A, "security.backups", "evidence"), ["c"]),
    )


def test_comments_stay_out_of_a_text_that_takes_their_lines() -> None:
    text = "a:\n  b: 1  # one\nc: 2\n"
    assert edited(text, Put(("a",), "x\ny")) == "a: |-\n  x\n  y\n# one\nc: 2\n"
    text = "a:\n  b: 1\n  # two\nc: 2\n"
    assert edited(text, Put(("a",), "x\ny")) == 'a: "x\\ny"\n  # two\nc: 2\n'
    new: Value = {"n": "x\ny"}
    assert edited("a: 1\n\n    # far\n", Put(("b",), new)) == (
        'a: 1\nb:\n  n: "x\\ny"\n\n    # far\n'
    )


def test_a_new_key_goes_last() -> None:
    end = "  # end of the answers\n"
    expect(end, f"{end}  new.q: 1\n", Put((A, "new.q"), 1))
    expect(
        end,
        f"{end}  new.q:\n    answer: 2\n    evidence:\n      - title: t\n",
        Put((A, "new.q"), {"answer": 2, "evidence": [{"title": "t"}]}),
    )
    expect("x-own: 5\n", "x-own: 5\nkind: agreed\n", Put(("kind",), "agreed"))


def test_a_new_key_in_the_indentation_of_the_file() -> None:
    text = "a:\n    b:\n        c: 1\n    d:\n    - x\n\n# f is new\nf: 1\n"
    new = "    n:\n        m:\n        - y: 1\n          z: 2\n"
    value: Value = {"m": [{"y": 1, "z": 2}]}
    assert edited(text, Put(("a", "n"), value)) == text.replace("    - x\n", f"    - x\n{new}")


def test_a_list_grows_before_what_belongs_to_the_next_key() -> None:
    text = "a:\n- x  # first\n  # inside\n# about b\nb: 1\n"
    new = "a:\n- x  # first\n  # inside\n- y\n- m: 1\n  n: 2\n# about b\nb: 1\n"
    assert edited(text, Put(("a",), ["x", "y", {"m": 1, "n": 2}])) == new


def test_empty_braces_and_nothing_become_lines() -> None:
    expect(
        "retired: {}   # none yet\n",
        "retired:   # none yet\n  a.b: 3\n",
        Put(("retired", "a.b"), 3),
    )


def test_missing_mappings_are_made() -> None:
    assert edited("a: 1\n", Put(("b", "c", "d"), 2)) == "a: 1\nb:\n  c:\n    d: 2\n"
    assert edited("a:  # none\nb: 1\n", Put(("a", "c"), 2)) == "a:  # none\n  c: 2\nb: 1\n"
    assert edited("a: ~ # none\n", Put(("a", "c"), 2)) == "a: # none\n  c: 2\n"


def test_braces_stay_where_they_can() -> None:
    braces = '{answer: 1, note: "x"}'
    expect(braces, '{answer: 4, note: "x"}', Put((A, "data.register", "answer"), 4))
    expect(braces, '{note: "x"}', Delete((A, "data.register", "answer")))
    expect(braces, "{answer: 1}", Delete((A, "data.register", "note")))
    expect(
        braces,
        '{answer: 1, note: "x", evidence: ["a, b", {title: "t\\nu"}]}',
        Put((A, "data.register", "evidence"), ["a, b", {"title": "t\nu"}]),
    )
    expect('{answer: 1, note: "x"}  # in braces', "3  # in braces", Put((A, "data.register"), 3))


@pytest.mark.parametrize(
    ("text", "path", "new"),
    [
        ("{}", ("a", "b"), "{a: {b: 1}}"),
        ("{a}\n", ("a",), "{a: 1}\n"),
        ("{a: }\n", ("a",), "{a: 1 }\n"),
        ("{a, b: 2}\n", ("a",), "{a: 1, b: 2}\n"),
        ("{a: 2,}\n", ("b",), "{a: 2, b: 1,}\n"),
        ("{a}\n", ("b",), "{a, b: 1}\n"),
        ('{"a":{}}\n', ("a", "b"), '{"a":{b: 1}}\n'),
        ('{\n  "a": 2  # c\n}\n', ("b",), '{\n  "a": 2,  # c\n  b: 1\n}\n'),
        ("{\n  a: 2,  # c\n}\n", ("b",), "{\n  a: 2,  # c\n  b: 1,\n}\n"),
        ("{\n  a: 2 }\n", ("b",), "{\n  a: 2, b: 1 }\n"),
    ],
)
def test_a_file_in_braces(text: str, path: tuple[str, ...], new: str) -> None:
    assert edited(text, Put(path, 1)) == new


def test_taking_out() -> None:
    expect("  culture.c:\n", "", Delete((A, "culture.c")))
    expect("x-own: 5\n", "", Delete(("x-own",)))
    assert edited(FILE, Delete((A, "none.such")), Delete(("none", "such"))) == FILE
    assert edited("a:\n  b: 1 # one\nc: 2\n", Delete(("a", "b"))) == "a: {}\n  # one\nc: 2\n"
    assert edited("a: {b: 1}\n", Delete(("a", "b"))) == "a: {}\n"
    assert edited("a:\n  x-b: 1\n  c: 2\n", Delete(("a", "c"))) == "a:\n  x-b: 1\n"


def test_another_name_in_the_same_place() -> None:
    expect(
        "security.mfa: 2",
        "security.two-factor: 2",
        Rename((A, "security.mfa"), "security.two-factor"),
    )
    expect("{answer: 1,", '{"no": 1,', Rename((A, "data.register", "answer"), "no"))
    assert edited(FILE, Rename((A, "none.such"), "x")) == FILE
    with pytest.raises(MaturityError, match=r"'answers: culture\.c' is there already"):
        edited(FILE, Rename((A, "security.mfa"), "culture.c"))


def test_several_edits() -> None:
    move = Rename((A, "security.mfa"), "a.b"), Put((A, "a.b"), 4), Delete((A, "culture.c"))
    assert edited(FILE, *move) == FILE.replace("security.mfa: 2", "a.b: 4").replace(
        "  culture.c:\n", ""
    )


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_breaks_and_the_byte_order_mark_stay(line_break: str, mark: str) -> None:
    file = mark + FILE.replace("\n", line_break)
    new = edited(file, Put((A, "new.q"), {"answer": 1, "note": "a\nb"}), Delete((A, "culture.c")))
    lines = "  # end of the answers\n  new.q:\n    answer: 1\n    note: |-\n      a\n      b\n"
    plain = FILE.replace("  # end of the answers\n", lines).replace("  culture.c:\n", "")
    assert new == mark + plain.replace("\n", line_break)


def test_mixed_line_breaks_stay_and_new_lines_are_like_the_one_before() -> None:
    text = "a: 1\r\nb:\n  c: 1\nd: 2\r\n"
    assert edited(text, Put(("b", "e"), 2)) == "a: 1\r\nb:\n  c: 1\n  e: 2\nd: 2\r\n"


def test_breaks_that_only_the_parser_sees() -> None:
    text = "a: 1 # c\u2028b: 2\x85c: 3\n"
    assert edited(text, Put(("b",), 4)) == "a: 1 # c\u2028b: 4\x85c: 3\n"
    assert edited(text, Delete(("b",))) == "a: 1 # c\u2028c: 3\n"
    assert edited("a:\u2028 b: 2\x85c: 3", Put(("a", "d"), 4)) == "a:\u2028 b: 2\x85 d: 4\nc: 3"


def test_a_file_without_a_last_line_break() -> None:
    assert edited("a: 1", Put(("b",), 2)) == "a: 1\nb: 2\n"
    assert edited("a: 1", Put(("a",), 2)) == "a: 2"
    assert edited("a: 1", Put(("a",), "x\ny\n")) == "a: |\n  x\n  y\n"
    assert edited("a: 1 # c", Put(("a",), {"b": 2})) == "a: # c\n  b: 2"
    assert edited("a: 1\nb: 2", Delete(("b",))) == "a: 1\n"
    assert edited("a: |-\n  x", Put(("b",), 2)) == "a: |-\n  x\nb: 2\n"


def test_a_text_that_the_end_of_the_file_ends_is_not_made_longer() -> None:
    with pytest.raises(MaturityError) as refused:
        edited("a: |\n  x", Put(("b",), 2))
    problem = refused.value.problems[0]
    assert problem.message == "f.yaml cannot be changed at 'b' without changing something else"
    assert problem.hint == "put a line break at the end of the file's last line"
    assert edited("b: 1\na: |\n  x", Put(("b",), 2)) == "b: 2\na: |\n  x"


def test_a_text_with_its_empty_lines() -> None:
    text = "a:\n  b: |+\n    x\n\n\nc: 1\n"
    assert edited(text, Put(("a", "d"), 1)) == "a:\n  b: |+\n    x\n\n\n  d: 1\nc: 1\n"
    assert edited(text, Put(("a", "b"), 1)) == "a:\n  b: 1\nc: 1\n"


def test_document_marks_stay() -> None:
    text = "--- # begins\na: 1\n... # ends\n"
    assert edited(text, Put(("b",), 2)) == "--- # begins\na: 1\nb: 2\n... # ends\n"


def test_keys_of_the_author_stay() -> None:
    text = "a:\n  x-t: {no: 1}\n  b: 1\nc: 2\n"
    assert edited(text, Put(("a",), {"d": 3})) == "a:\n  x-t: {no: 1}\n  d: 3\nc: 2\n"
    assert edited(text, Put(("a",), {})) == "a:\n  x-t: {no: 1}\nc: 2\n"
    with pytest.raises(MaturityError, match=r"'a' holds a key of the author's own, 'x-t'"):
        edited(text, Put(("a",), 1))
    with pytest.raises(MaturityError, match="'x-t'"):
        edited("a: [{b: {x-t: 1}}]\n", Put(("a",), ["c"]))
    assert edited(text, Delete(("a",))) == "c: 2\n"


@pytest.mark.parametrize(
    ("text", "edit", "message"),
    [
        ("a: 1\n", Put(("a", "b"), 2), r"f\.yaml: 'a' is no mapping"),
        ("- a\n", Put(("a",), 2), r"f\.yaml: the file is no mapping"),
        ("? a\n: 1\n", Put(("a",), 2), "'a' is written in a way that cannot be changed here"),
        ("? a\n: 1\n", Put(("b",), 2), "'b' is written in a way"),
        ("? a\n: 1\nb: 2\n", Delete(("a",)), "'a' is written in a way"),
        ("a: {b: 1, # c\n  d: 2}\n", Delete(("a", "b")), "'a: b' is written in a way"),
        ("{a: [1, # c\n  2]}\n", Put(("a",), 2), "'a' is written in a way"),
        ("a: &x 1\n", Put(("b",), 2), "anchor"),
        ("a: 1\na: 2\n", Put(("b",), 2), "stands here already"),
        ("a: 1\n", Put(("k" * 2_000,), 2), "without changing something else"),
        ("a: 1\n", Put(("b",), Fraction(1, 3)), "cannot be written as a decimal"),
    ],
)
def test_what_is_refused(text: str, edit: Edit, message: str) -> None:
    with pytest.raises(MaturityError, match=message):
        edited(text, edit)


def test_a_problem_has_its_place() -> None:
    with pytest.raises(MaturityError) as refused:
        edited("a: 1\nb: ]\n", Put(("a",), 2))
    assert str(refused.value.problems[0].location).startswith("f.yaml:2:")


def test_a_truth_value_is_no_number() -> None:
    assert edited("a: true\n", Put(("a",), 1)) == "a: 1\n"
    assert edited("a: 1\n", Put(("a",), Fraction(2, 2))) == "a: 1\n"
