"""New files: a small framework that works, named after its folder."""

from __future__ import annotations

import re
import unicodedata

from maturity.new.example_framework import MAIN, PEOPLE, TECHNOLOGY
from maturity.new.yaml_text import quoted, word
from maturity.resources import framework_ids


def framework_files(name: str) -> dict[str, str]:
    """Write a framework's files; its id and title come from the folder's name."""
    title = re.sub(r"[\s_-]+", " ", name).strip() or name
    named = {"@ID@": word(_id(name)), "@TITLE@": quoted(title[:1].upper() + title[1:])}
    main = re.sub("|".join(named), lambda found: named[found[0]], MAIN)
    return {"framework.yaml": main, "people.yaml": PEOPLE, "technology.yaml": TECHNOLOGY}


def _id(name: str) -> str:
    """Make an id of any name: `Ärzte & Co` becomes `arzte-co`."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    made = re.sub(r"^(x-)+", "", made)[:60].strip("-") or "framework"
    return f"our-{made}" if made in framework_ids() else made
