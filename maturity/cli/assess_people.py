"""`maturity assess --facilitate`: who is in the room, each with a file of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from maturity.ask.keeper import Keeper
from maturity.ask.layout import paragraph, title
from maturity.ask.workshop import Participant
from maturity.cli.assess_basis import read_basis
from maturity.cli.assess_place import SETTLED, free_name, respondents
from maturity.cli.new_settings import Options, assessment_around, settings_for
from maturity.errors import nearest
from maturity.load.file_names import is_there
from maturity.new.answers_text import answers_text
from maturity.new.place import place_file
from maturity.store.change import change_file
from maturity.store.edits import Put

if TYPE_CHECKING:
    from pathlib import Path

    from maturity.ask.terminal import Dialogue
    from maturity.cli.assess_basis import Basis
    from maturity.cli.assess_sitting import Wanted


def gather(
    folder: Path, main: Path, wanted: Wanted, basis: Basis, dialogue: Dialogue
) -> list[Participant]:
    """Ask who is in the room, until an empty line."""
    look = dialogue.look
    known = [(path, who) for path, who in respondents(folder) if who != SETTLED]
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
    path = free_name(folder, stem) if is_there(path) else path
    basis_of(path, main, wanted, role=role or None)
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


def basis_of(
    path: Path, main: Path, wanted: Wanted, *, kind: str = "", role: str | None = None
) -> Basis:
    """Read a file, which is made first if it is not there."""
    if not is_there(path):
        around = assessment_around(path)
        settings = settings_for(path.parent, Options(role=role), around)
        place_file(path, answers_text(settings, is_alone=False))
        if kind:
            change_file(path, [Put(("kind",), kind)])
    return read_basis(path, main, wanted.framework)
