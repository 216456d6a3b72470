"""Stage 1: a PNG logo is checked chunk by chunk, and only what draws the picture is kept.

Notes, places and dates that cameras and programs write into a picture are left out.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from maturity.load.svg_size import check_size

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_SIDE, MAX_PIXELS = 4_000, 2_000_000
KEPT = (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"IDAT", b"IEND")
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))
_PASSES = (*_ADAM7, (0, 1, 1, 2))


@dataclass(frozen=True, slots=True)
class _Header:
    """What the first chunk says."""

    width: int
    height: int
    bits: int
    """Bits a pixel."""
    is_interlaced: bool

    @property
    def size(self) -> int:
        """How many bytes the pixels take once unpacked, with a filter byte a row."""
        passes = _PASSES if self.is_interlaced else ((0, 0, 1, 1),)
        total = 0
        for left, top, across, down in passes:
            columns = ceil((self.width - left) / across)
            rows = ceil((self.height - top) / down)
            if columns > 0 and rows > 0:
                total += rows * (1 + ceil(columns * self.bits / 8))
        return total


def clean_png(data: bytes) -> tuple[bytes, int, int]:
    """Check a picture, and give it with nothing but the picture in it.

    Returns:
        The picture, and its width and height in pixels.

    Raises:
        ValueError: It is no PNG, damaged, too large or too thin; the message says which.
    """
    if not data.startswith(SIGNATURE):
        raise ValueError("this is no PNG picture")
    chunks = list(_chunks(data))
    names = [name for name, _ in chunks]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or names.count(b"IHDR") != 1:
        raise ValueError("the picture is damaged: its beginning or its end is missing")
    header = _header(chunks[0][1])
    check_size(header.width, header.height, largest=MAX_SIDE, smallest=1)
    if header.width * header.height > MAX_PIXELS:
        raise ValueError(f"the picture has more than {MAX_PIXELS:,} pixels")
    _check_pixels(b"".join(body for name, body in chunks if name == b"IDAT"), header)
    kept = b"".join(_chunk(name, body) for name, body in chunks if name in KEPT)
    return SIGNATURE + kept, header.width, header.height


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give every chunk up to the end mark; what a file has after it is not looked at."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        given = data[at + 8 + length : at + 12 + length]
        if len(given) != 4 or zlib.crc32(name + body) != int.from_bytes(given, "big"):
            raise ValueError("the picture is damaged: a part of it has a wrong checksum")
        if name not in KEPT and not name[:1].islower():
            raise ValueError("the picture has a part that PNG does not know")
        yield name, body
        if name == b"IEND":
            return
        at += 12 + length


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _header(body: bytes) -> _Header:
    if len(body) != 13:
        raise ValueError("the picture is damaged: its header has a wrong length")
    width, height, depth, colour, packing, filtering, interlaced = struct.unpack(">IIBBBBB", body)
    is_known = depth in _DEPTHS.get(colour, ()) and (packing, filtering) == (0, 0)
    if not is_known or interlaced > 1:
        raise ValueError("the picture is damaged: its header has a value that PNG does not know")
    return _Header(width, height, depth * _CHANNELS[colour], bool(interlaced))


def _check_pixels(packed: bytes, header: _Header) -> None:
    """Unpack the pixels, no further than they may go."""
    unpacker = zlib.decompressobj()
    try:
        pixels = unpacker.decompress(packed, header.size + 1)
    except zlib.error:
        raise ValueError("the picture is damaged: its pixels cannot be unpacked") from None
    if len(pixels) != header.size:
        raise ValueError("the picture has more or fewer pixels than it says")
