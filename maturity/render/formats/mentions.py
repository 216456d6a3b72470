"""Stage 6: what GitHub would turn into a mention or a reference is taken apart.

GitHub looks for names, issues and commits after Markdown has been read, so that no escape helps. A
blank of no width, which nobody sees, stands in each of them; addresses of GitHub's own pages go by
its redirecting host, which leaves no trace on the page that they lead to.
"""

from __future__ import annotations

import re

APART = "\u200b"
"""A blank of no width."""

_SIGN = re.compile(
    r"@"  # @name, @organisation/team, name@commit
    r"|#(?=\d)"  # #12, name#12, organisation/repository#12
    r"|GH-(?=\d)"
    r"|github\.com/(?=\S)",  # the whole address of an issue, a pull request or a commit
    re.IGNORECASE,
)
_COMMIT = re.compile(r"(?<![0-9A-Za-z_])[0-9a-f]{7,40}(?![0-9A-Za-z_])", re.IGNORECASE)
_LONGEST_PIECE = 6
_OWN_PAGES = re.compile(r"(?<=://)(?:www\.)?github\.com(?=/)", re.IGNORECASE)


def without_mentions(text: str) -> str:
    """Take mentions and references in a text apart; it looks the same."""
    return _COMMIT.sub(_pieces, _SIGN.sub(rf"\g<0>{APART}", text))


def _pieces(found: re.Match[str]) -> str:
    """Cut what may name a commit into pieces too short for it."""
    digits = found[0]
    return APART.join(
        digits[at : at + _LONGEST_PIECE] for at in range(0, len(digits), _LONGEST_PIECE)
    )


def without_trace(url: str) -> str:
    """Let an address of an issue lead there without being listed in that issue."""
    return _OWN_PAGES.sub("redirect.github.com", url)
