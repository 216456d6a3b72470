from __future__ import annotations

import errno
import io
import os
import sys

import pytest

from maturity.cli import streams
from maturity.errors import MaturityError


def replace_stdout(monkeypatch: pytest.MonkeyPatch, encoding: str) -> io.BytesIO:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding=encoding))
    streams.prepare()
    return buffer


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        ("ascii", b"1.8-2.0 'x' ? ?"),
        ("cp1252", b"1.8\x962.0 \x91x\x92 ? \xe9"),
        ("utf-8", "1.8–2.0 ‘x’ 日 é".encode()),  # noqa: RUF001 - what it is about
    ],
)
def test_any_text_can_be_printed_in_any_encoding(
    encoding: str, expected: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    buffer = replace_stdout(monkeypatch, encoding)
    streams.put("1.8–2.0 ‘x’ 日 é")  # noqa: RUF001 - what it is about
    assert buffer.getvalue() == expected


def test_only_printing_is_spelt_out() -> None:
    streams.prepare()
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", errors="maturity-spell-out")


def test_half_a_character_is_printed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = replace_stdout(monkeypatch, "utf-8")
    streams.put("a\udcffb")
    assert buffer.getvalue() == b"a?b"


def test_a_document_is_utf_8_wherever_it_goes_but_to_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    buffer = replace_stdout(monkeypatch, "ascii")
    streams.put_document("1–2\x1b\n")
    assert buffer.getvalue() == "1–2\x1b\n".encode()


def test_a_terminal_gets_a_document_without_control_characters(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    buffer = replace_stdout(monkeypatch, "ascii")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    streams.put_document("1–2\x1b[2J\n\tx")
    assert buffer.getvalue() == b"1-2[2J\n\tx"


class Refusing(io.StringIO):
    """A stream that takes nothing."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def write(self, text: str) -> int:
        assert text
        raise self.error


def test_a_reader_that_went_away_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Refusing(BrokenPipeError()))
    streams.put("x")


def test_what_is_printed_after_the_reader_went_away_goes_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stdout:
        monkeypatch.setattr(sys, "stdout", stdout)
        streams.put("x")
        streams.put("y" * 100_000)
        assert os.fstat(writer).st_rdev == os.stat(os.devnull).st_rdev  # noqa: PTH116 - beside os.fstat


def test_a_full_disk_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Refusing(OSError(errno.ENOSPC, "No space left")))
    with pytest.raises(MaturityError, match="standard output cannot be written: no space left"):
        streams.put("x")


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", Refusing(OSError(errno.EIO, "gone")))
    streams.prepare()
    streams.put("x")
    streams.put_document("x")
    streams.say("x")


def test_what_is_said_holds_no_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    streams.say("a\x1b[31m\nb\x9b")
    assert capsys.readouterr() == ("", "a[31m\nb\n")
