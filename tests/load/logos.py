"""Logos to load, and small theme files around them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">{}</svg>'
GOOD_SVG = SVG.format('<path d="M0 0H120V40Z" fill="#005a30"/>')


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG with its checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def header(width: int, height: int, depth: int = 8, colour: int = 2, interlaced: int = 0) -> bytes:
    """The first chunk of a PNG."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced))


def png(
    width: int = 4, height: int = 2, *, extra: bytes = b"", pixels: bytes | None = None
) -> bytes:
    """A PNG of one colour."""
    rows = pixels if pixels is not None else (b"\0" + b"\x10\x20\x30" * width) * height
    drawn = chunk(b"IDAT", zlib.compress(rows))
    return SIGNATURE + header(width, height) + extra + drawn + chunk(b"IEND", b"")


def write_theme(folder: Path, text: str = "", logo: str | bytes | None = None) -> Path:
    """A theme file with these lines, and its logo beside it."""
    path = folder / "theme.yaml"
    named = (
        "logo: {file: logo.svg, alt: Ours}\n" if logo is not None and "logo:" not in text else ""
    )
    path.write_text(f"format: theme/1\nname: Ours\n{named}{text}", encoding="utf-8")
    if logo is not None:
        data = logo.encode() if isinstance(logo, str) else logo
        (folder / "logo.svg").write_bytes(data)
    return path
