"""What `--language` means: the words of a report, and the language of the framework's texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.cli.streams import say
from maturity.model.language_code import base_language

if TYPE_CHECKING:
    from maturity.load.language import ReadLanguage
    from maturity.model.result import Result
    from maturity.render.words.words import Words

ENGLISH = "en-GB"


def asked_for(name: str | None) -> tuple[ReadLanguage | None, str | None]:
    """Load the language that `--language` names, and give its code; nothing where it is silent.

    Raises:
        MaturityError: There is no such language, or its file is wrong.
    """
    if name is None:
        return None, None
    from maturity.load.language import find_language

    read = find_language(name)
    return read, read.language.code if read else ENGLISH


def words_for(result: Result, read: ReadLanguage | None, code: str | None) -> Words | None:
    """Give the words that a report speaks: those asked for, else those of the framework.

    None is English. A language that is not there, or not whole, is noted.
    """
    own = result.framework.language
    if code is None:
        read = _own_language(own)
    elif base_language(own) != base_language(code):
        say(f"note: the framework's texts are in {own}")
    if read is None:
        return None
    from maturity.render.words.words import Words

    for note in read.notes:
        say(f"note: {note}")
    return Words(read.language)


def note_untranslated(result: Result, read: ReadLanguage | None) -> None:
    """Tell on stderr how many of the framework's texts a translation lacks."""
    if result.untranslated is None:
        return
    from maturity.load.language import language_name
    from maturity.render.words.stored import LACKING, LANGUAGES, recognised

    own = {read.language.code: read.language.name} if read else {}
    for note in result.notes:
        known = recognised(note, LACKING)
        if known is not None:
            sentence, gaps = known
            names = {gap: own.get(gaps[gap]) or language_name(gaps[gap]) for gap in LANGUAGES}
            say(f"note: {sentence.format(**{**gaps, **names})}")


def _own_language(code: str) -> ReadLanguage | None:
    if code == ENGLISH:
        return None
    from maturity.load.language import find_language, shipped_code

    if shipped_code(code) is None:
        say(f"note: there is no language file for '{code}'; the report's own words are in English")
        return None
    return find_language(code)
