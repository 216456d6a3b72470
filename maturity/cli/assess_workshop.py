"""`maturity assess --facilitate`: the files of a workshop: one a respondent, and what is agreed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.ask.asked import Audience, Selection
from maturity.ask.fields import ask_fields
from maturity.ask.keeper import Keeper
from maturity.ask.layout import paragraph, title
from maturity.ask.session import Session
from maturity.ask.workshop import Participant, Workshop
from maturity.cli.assess_basis import read_basis
from maturity.cli.assess_facts import ask_missing_facts, facts_anew
from maturity.cli.assess_place import free_name, respondents
from maturity.cli.assess_start import fields_of_organisation
from maturity.cli.assess_summary import Summary
from maturity.cli.new_settings import Options, assessment_around, settings_for
from maturity.errors import fail, nearest
from maturity.load.collect import ANSWERS_FOLDER, MAIN
from maturity.new.answers_text import answers_text
from maturity.new.assessment_text import assessment_text
from maturity.new.place import place_file, place_folder
from maturity.store.change import change_file, writable
from maturity.store.edits import Put

if TYPE_CHECKING:
    from maturity.ask.interrupts import Interrupts
    from maturity.ask.terminal import Dialogue
    from maturity.cli.assess_basis import Basis
    from maturity.cli.assess_dialogue import Ending
    from maturity.cli.assess_sitting import Wanted

AGREED = "agreed"


def hold(wanted: Wanted, dialogue: Dialogue, interrupts: Interrupts, ending: Ending) -> None:
    """Hold a workshop.

    Raises:
        EOFError: The people ended before the questions.
        MaturityError: A file is wrong or cannot be written, found before the first question.
    """
    main = _assessment(wanted, dialogue)
    folder = main.parent / ANSWERS_FOLDER
    folder.mkdir(exist_ok=True)
    agreed = _agreed_file(folder)
    writable(agreed)
    basis = _basis(agreed, main, wanted, kind=AGREED)
    keeper = Keeper(agreed, basis.data, basis.read)
    ending.saved_in = [main.parent]
    ending.words = ["maturity", "assess", str(main.parent), "--facilitate"]
    ask_missing_facts(basis, keeper, dialogue)
    people = _gather(folder, main, wanted, basis, dialogue)
    audience = Audience(
        profile=basis.profile,
        is_quick=basis.is_quick or wanted.is_quick,
        dimensions=wanted.dimensions,
    )
    selection = _without_settled(basis.selection(audience), folder, agreed, main, wanted)
    workshop = Workshop(
        Session(basis.framework, selection, basis.answers).begin(),
        keeper,
        dialogue,
        interrupts,
        Summary(basis, audience, dialogue.look),
        lambda: facts_anew(basis, keeper, audience, dialogue),
        people=people,
    )
    workshop.run()
    if not workshop.session.open_ids:
        ending.next_words = ["maturity", "report", str(main.parent), "-o", "report.html"]


def _assessment(wanted: Wanted, dialogue: Dialogue) -> Path:
    """Give the assessment.yaml of the workshop; a folder that is not there yet is made."""
    folder = wanted.path or Path()
    if folder.name == MAIN:
        folder = folder.parent
    if (folder / MAIN).is_file():
        return folder / MAIN
    if folder.exists() or folder.suffix:
        hint = "name a new folder: maturity assess our-council --facilitate"
        raise fail(f"{folder} is no assessment's folder, which a workshop needs", hint)
    options = wanted.options
    fields = fields_of_organisation(settings_for(folder, options), options)
    given = {name: str(value) for name, value in ask_fields(fields, dialogue).items() if value}
    settings = settings_for(
        folder,
        Options(
            options.framework,
            given.get("profile", options.profile),
            given.get("organisation", options.organisation),
            is_quick=options.is_quick or given.get("scope") == "quick",
        ),
    )
    place_folder(folder, {MAIN: assessment_text(settings)})
    return folder / MAIN


def _agreed_file(folder: Path) -> Path:
    """Give the file of what is agreed: the only one, or agreed.yaml."""
    known = [path for path, who in respondents(folder) if who == "settled together"]
    usual = folder / f"{AGREED}.yaml"
    return known[0] if len(known) == 1 else usual


def _basis(
    path: Path, main: Path, wanted: Wanted, *, kind: str = "", role: str | None = None
) -> Basis:
    """Read a file, which is made first if it is not there."""
    if not path.exists():
        around = assessment_around(path)
        settings = settings_for(path.parent, Options(role=role), around)
        place_file(path, answers_text(settings, is_alone=False))
        if kind:
            change_file(path, [Put(("kind",), kind)])
    return read_basis(path, main, wanted.framework)


def _gather(
    folder: Path, main: Path, wanted: Wanted, basis: Basis, dialogue: Dialogue
) -> list[Participant]:
    """Ask who is in the room, until an empty line."""
    look = dialogue.look
    known = [(path, who) for path, who in respondents(folder) if who != "settled together"]
    lines = ["", *title("Who takes part?", look)]
    roles = ", ".join(_roles(basis))
    lines += paragraph(
        f"Name, role and unit on one line, such as: Ana, {roles.split(', ')[0]}", look
    )
    lines += paragraph(f"Roles: {roles or 'this framework has none'}.", look)
    lines += [f"{n}. {path.stem} {who}".rstrip() for n, (path, who) in enumerate(known, 1)]
    dialogue.show(lines)
    people: list[Participant] = []
    while True:
        text = dialogue.ask(f"Participant {len(people) + 1} (Enter: all are there): ").strip()
        if text:
            person = _participant(text, [path for path, _ in known], folder, main, wanted, basis)
            taken = {str(one.keeper.path) for one in people}
            if isinstance(person, str):
                dialogue.refuse(person)
            elif str(person.keeper.path) in taken:
                dialogue.refuse("that participant is in the list already")
            else:
                people.append(person)
        elif people:
            return people
        else:
            dialogue.refuse("nobody is there yet", "type a name, or q to end here")


def _roles(basis: Basis) -> dict[str, str]:
    local = basis.main[0].roles if basis.main else ()
    return {role.id: role.title for role in (*basis.framework.file.roles, *local)}


def _participant(
    text: str, known: list[Path], folder: Path, main: Path, wanted: Wanted, basis: Basis
) -> Participant | str:
    """Make a participant of what was typed, or say what is wrong with it."""
    if text.lower() in ("q", "quit"):
        raise EOFError
    if text.isdecimal() and 1 <= int(text[:9]) <= len(known):
        return _from_file(read_basis(known[int(text) - 1], main, wanted.framework))
    name, role, unit = _parts(text, _roles(basis))
    if role and role not in _roles(basis):
        return f"there is no role '{role[:60]}'; {nearest(role, _roles(basis))}"
    if not name.isprintable() or not unit.isprintable() or max(len(name), len(unit)) > 200:
        return "a name has at most 200 characters, all of which can be shown"
    stem = re.sub(r"[^a-z0-9]+", "-", (name or role).lower()).strip("-") or "respondent"
    path = folder / f"{stem}.yaml"
    path = free_name(folder, stem) if path.exists() else path
    _basis(path, main, wanted, role=role or None)
    person = [(key, value) for key, value in (("name", name), ("unit", unit)) if value]
    if person:
        change_file(path, [Put(("respondent", key), value) for key, value in person])
    return _from_file(read_basis(path, main, wanted.framework))


def _parts(text: str, roles: dict[str, str]) -> tuple[str, str, str]:
    """Take a line apart: name, role, unit; a role alone is enough."""
    by_title = {title.lower(): name for name, title in roles.items()}
    parts = [part.strip() for part in text.split(",")] + ["", ""]
    first = parts[0].lower()
    if not parts[1] and (first in roles or first in by_title):
        return "", by_title.get(first, first), ""
    role = parts[1].lower()
    return parts[0], by_title.get(role, role), parts[2]


def _from_file(basis: Basis) -> Participant:
    person = basis.file.respondent
    name = person.name or basis.path.stem
    label = f"{name} ({person.role})" if person.role and person.role != name else name
    keeper = Keeper(basis.path, basis.data, basis.read)
    return Participant(label, person.role, keeper, basis.answers)


def _without_settled(
    selection: Selection, folder: Path, agreed: Path, main: Path, wanted: Wanted
) -> Selection:
    """Leave out what is settled in another file, where it would stand twice."""
    reasons = dict(selection.reasons)
    for path, who in respondents(folder):
        if who == "settled together" and path != agreed:
            for name, answer in read_basis(path, main, wanted.framework).answers.items():
                if answer.state != "unanswered":
                    reasons[name] = f"it is settled in {path}"
    return Selection(tuple(name for name in selection.ids if name not in reasons), reasons)
