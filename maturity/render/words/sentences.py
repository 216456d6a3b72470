"""Stage 6: the small things of sentences."""

from __future__ import annotations


def stopped(text: str) -> str:
    """End a sentence that may have ended already."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
