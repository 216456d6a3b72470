"""Stage 6: the report's own words; English stands in the code, a language file replaces it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.language_code import base_language
from maturity.render.words.figures import Figures
from maturity.render.words.foreign import Foreign, filled, together
from maturity.render.words.stored import (
    LANGUAGES,
    NUMBERS,
    SENTENCES,
    VALUES,
    WORDS,
    is_number,
    recognised,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.language import Language, Plural
    from maturity.model.part import Number

ENGLISH = "en-GB"
LONGEST_VALUE = 100
"""How many characters a list of the engine's own words has at most."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Words(Figures):
    """Says sentences, numbers and days in a language; in English where none is given."""

    def __init__(self, language: Language | None = None) -> None:
        super().__init__(language)
        self.code = language.code if language else ENGLISH
        self._sentences = language.sentences if language else {}
        self._months = language.months if language else MONTHS
        self._day = language.day if language else "{day} {month} {year}"

    def say(self, english: str, /, **values: object) -> str:
        """Fill the gaps of a sentence: `say("{n} of {all}", n=2, all=6)` is "2 of 6"."""
        forms = self._sentences.get(english)
        sentence = forms["other"] if forms else english
        return filled(sentence, self._shown(values))

    def count(self, number: Number, one: str, many: str, /, **values: object) -> str:
        """Say it for one or for several; `number` fills the gap {n} where no other text does."""
        forms = self._sentences.get(many)
        if forms:
            sentence = forms.get(self._plural(number)) or forms["other"]
        else:
            sentence = one if number == 1 else many
        return filled(sentence, self._shown({"n": number, **values}))

    def again(self, text: str, among: tuple[str, ...] = SENTENCES) -> str:
        """Say in this language what the engine said in English; any other text stays as it is."""
        is_other = self._language is not None or isinstance(text, Foreign)
        known = recognised(text, among) if is_other else None
        if known is None:
            return text
        english, gaps = known
        values = {name: self._filled(name, value, text) for name, value in gaps.items()}
        number = gaps.get("n", "").replace(",", "")
        if number.isdecimal():
            return self.count(int(number), english, english, **values)
        return self.say(english, **values)

    def _filled(self, name: str, value: str, text: str) -> str:
        """Say again what fills a gap of a text; what is not the engine's keeps its language."""
        if name in NUMBERS or (name in WORDS and is_number(value)):
            return self.figure(value)
        if name in LANGUAGES:
            return self.language(value)
        if name in WORDS and len(value) < LONGEST_VALUE:
            return self.again(value, VALUES)
        return Foreign(((value, text.runs[0][1]),)) if isinstance(text, Foreign) else value

    def language(self, code: str) -> str:
        """Name a language: this one as it calls itself, or English; else it is its code."""
        if self._language and base_language(code) == base_language(self.code):
            return self._language.name
        return self.say("English") if base_language(code) == "en" else code

    def _shown(self, values: dict[str, object]) -> dict[str, object]:
        return {
            name: self.plain(value) if isinstance(value, int | float) else value
            for name, value in values.items()
        }

    def _plural(self, number: Number) -> Plural:
        """Give the form that goes with a number; a fraction takes `other`."""
        rules = self._language.plurals if self._language else {}
        for form, rule in rules.items():
            is_meant = number in rule.numbers or number % 10 in rule.ends
            if is_meant and number % 100 not in rule.but:
                return form
        return "other"

    def listed(self, parts: Sequence[str]) -> str:
        """Join names as one would say them: a, b and c."""
        if len(parts) < 2:
            return together("", parts)
        most = together(", ", parts[:-1])
        return self.say("{most} and {last}", most=most, last=parts[-1])

    def day(self, date: str | None) -> str:
        """Write 2026-11-30 as 30 November 2026, and 2026-11 as November 2026; else as it is."""
        if date is None:
            return self.say("no date")
        year, _, rest = date.partition("-")
        month, _, day = rest.partition("-")
        if not (year.isdecimal() and month.isdecimal() and (day or "1").isdecimal()):
            return date
        if not 1 <= int(month) <= len(self._months):
            return date
        name = self._months[int(month) - 1]
        if not day:
            return self.say("{month} {year}", month=name, year=year)
        return self._day.format(day=int(day), month=name, year=year)
