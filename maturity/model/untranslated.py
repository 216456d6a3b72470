"""A part of a Result: which of its texts stand in another language than its framework's others."""

from __future__ import annotations

import hashlib

from maturity.model.part import Many, Part

DIGITS = 12


class Untranslated(Part):
    """The texts that a translation lacks; only their digests, so that none is given away."""

    language: str
    """The language that they are in: the framework's own."""
    texts: Many[str]
    """The digest of each."""


def text_digest(text: str) -> str:
    """Give what stands for a text: the first digits of its SHA-256."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:DIGITS]
