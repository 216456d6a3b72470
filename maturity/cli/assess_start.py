"""`maturity assess`: what is asked before the questions, and the new file that comes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from maturity.ask.fields import Field, ask_fields, choice_field, text_field
from maturity.ask.layout import paragraph, title
from maturity.ask.typed import Choice
from maturity.cli.new_settings import Options, assessment_around, settings_for
from maturity.errors import AnswerError
from maturity.new.answers_text import answers_text
from maturity.new.place import place_file
from maturity.new.settings import UNNAMED
from maturity.store.change import change_file
from maturity.store.edits import Put

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.ask.terminal import Dialogue
    from maturity.cli.assess_basis import Basis
    from maturity.model.framework import Framework
    from maturity.new.settings import Settings

_OPEN = "Number; Enter leaves it open"
SCOPE = "scope"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What was said before the questions."""

    options: Options
    unit: str | None = None
    name: str | None = None
    dimensions: tuple[str, ...] = ()


def begin(path: Path, beginning: Beginning, dialogue: Dialogue) -> Beginning:
    """Ask what a new file needs, make the file, and give what was said.

    Raises:
        EOFError: The person does not want to; nothing was written.
        MaturityError: The file cannot be made.
    """
    around = assessment_around(path)
    options = beginning.options
    settings = settings_for(path.parent, options, around)
    fields = _fields(settings, beginning, is_alone=around is None)
    dialogue.show(_welcome(path, settings, dialogue))
    given = {name: value for name, value in ask_fields(fields, dialogue).items() if value}
    texts = {name: str(value) for name, value in given.items()}
    options = replace(
        options,
        organisation=texts.get("organisation", options.organisation),
        profile=texts.get("profile", options.profile),
        role=texts.get("role", options.role),
        is_quick=options.is_quick or texts.get("scope") == "quick",
    )
    _make(path, options, texts)
    dimensions = tuple(texts.get("dimensions", "").split()) or beginning.dimensions
    return replace(beginning, options=options, dimensions=dimensions)


def _make(path: Path, options: Options, texts: dict[str, str]) -> None:
    around = assessment_around(path)
    settings = settings_for(path.parent, options, around)
    place_file(path, answers_text(settings, is_alone=around is None))
    person = [(key, texts[key]) for key in ("unit", "name") if key in texts]
    if person:
        change_file(path, [Put(("respondent", key), value) for key, value in person])


def _welcome(path: Path, settings: Settings, dialogue: Dialogue) -> list[str]:
    look = dialogue.look
    return [
        *title(settings.framework.file.title, look),
        *paragraph(f"The answers will be kept in {path}, each as soon as it is given.", look),
        *paragraph("A few things first; b goes back, q ends.", look),
    ]


def _fields(settings: Settings, beginning: Beginning, *, is_alone: bool) -> list[Field]:
    framework, options = settings.framework, beginning.options
    fields = fields_of_organisation(settings, options) if is_alone else []
    scope = [field for field in fields if field.name == SCOPE]
    fields = [field for field in fields if field.name != SCOPE]
    roles = [(one.id, one.title) for one in framework.file.roles]
    if roles and options.role is None:
        ask = "In which role do you answer? You are asked what that role can know."
        fields.append(choice_field("role", ask, roles, prompt="Number; Enter asks everything"))
    fields.append(text_field("unit", "Which department, site or faculty are you in?"))
    ask = "What is your name? Only a report for the audience full shows it."
    fields.append(text_field("name", ask))
    fields += scope
    if not beginning.dimensions and len(framework.questionnaires) > 1:
        fields.append(_dimensions(framework))
    return fields


def fields_of_organisation(settings: Settings, options: Options) -> list[Field]:
    """Make the fields of what is said of the organisation, and how much is asked of it."""
    fields: list[Field] = []
    if options.organisation is None:
        ask = "What is the organisation called?"
        fields.append(text_field("organisation", ask, is_needed=True))
    kinds = [(one.id, one.title) for one in settings.framework.file.profiles]
    if kinds and options.profile is None:
        ask = "What kind of organisation is it? It sets the targets."
        fields.append(choice_field("profile", ask, kinds, prompt=_OPEN))
    return fields if options.is_quick else [*fields, *_scope(settings.framework)]


def _scope(framework: Framework) -> list[Field]:
    questions = framework.questions.values()
    short = sum(bool(q.quick or q.critical) for q in questions)
    if short in (0, len(framework.questions)):
        return []
    options = [
        ("full", f"All {len(framework.questions)} questions"),
        ("quick", f"The short version, {short} of them; not to be compared with a full one"),
    ]
    return [choice_field(SCOPE, "How much is to be asked?", options, prompt="Number; Enter is 1")]


def _dimensions(framework: Framework) -> Field:
    parts = framework.questionnaires
    choices = tuple(Choice(str(n), part.title) for n, part in enumerate(parts, 1))
    known = {str(n): part.id for n, part in enumerate(parts, 1)} | {p.id: p.id for p in parts}

    def read(text: str) -> str:
        words = [word for word in re.split(r"[\s,;]+", text.strip().lower()) if word]
        wrong = next((word for word in words if word not in known), None)
        if wrong is not None:
            raise AnswerError(f"'{wrong[:60]}' is not in the list", "type numbers, such as 1 3")
        return " ".join(known[word] for word in words)

    prompt = "Numbers, such as 1 3; Enter is all"
    return Field("dimensions", "Which parts in this sitting?", prompt, read, choices)


def is_unnamed(basis: Basis) -> bool:
    """Say whether nobody has said yet which organisation it is."""
    organisation = basis.organisation
    return organisation is None or organisation.name == UNNAMED
