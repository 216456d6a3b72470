"""`maturity track`: what became of an action goes into assessment.yaml, or is listed from it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from maturity.cli.next_step import quoted
from maturity.cli.streams import put_blocks, say
from maturity.errors import fail, nearest
from maturity.load.file_names import is_file, is_folder

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment
    from maturity.store.edits import Edit

EXAMPLES = (
    "maturity track .",
    "maturity track . switch-on-mfa --status started --owner 'Security lead' --due 2027-03-31",
    "maturity track assessment.yaml switch-on-mfa --status done --note 'The last group in May'",
)
MAIN = "assessment.yaml"
STATUSES = ("planned", "started", "done", "rejected")


def run(
    assessment: Annotated[
        Path,
        typer.Argument(
            metavar="ASSESSMENT",
            help="The assessment's folder, or its assessment.yaml.",
            show_default=False,
        ),
    ],
    action: Annotated[
        str | None,
        typer.Argument(
            metavar="ACTION",
            help="The action's id; without it, all are listed.",
            show_default=False,
        ),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(STATUSES), help="What became of it; at first, it is planned."
        ),
    ] = None,
    owner: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who answers for it; '' takes it out.")
    ] = None,
    due: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="When it should be finished; '' takes it out."),
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Anything else; '' takes it out.")
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="The day to list from.", show_default="today"),
    ] = None,
) -> None:
    """Follow up the actions: list what is late or due, or note what became of one.

    The list also names actions that are done while their questions are still below the level
    that the action states.
    """
    if status is not None and status not in STATUSES:
        raise fail(f"there is no status '{status}'", nearest(status, STATUSES))
    given = {"status": status, "owner": owner, "due": due, "note": note}
    values = {key: value for key, value in given.items() if value is not None}
    if due:
        _day(due, "--due")
    day = _day(today, "--today") if today else datetime.datetime.now().astimezone().date()
    path = _main_file(assessment)
    if action is None:
        if values:
            raise fail("no action is named", "put its id after the assessment")
        _list(path, day)
    elif not values:
        raise fail(
            f"nothing is said of '{action}'", "give --status, --owner, --due or --note with it"
        )
    else:
        _note(path, action, values)


def _day(text: str, option: str) -> datetime.date:
    from pydantic_core import PydanticCustomError

    from maturity.model.base import as_day

    try:
        return as_day(text)
    except PydanticCustomError as error:
        raise fail(f"'{text}' is no date for {option}", error.message()) from None


def _main_file(path: Path) -> Path:
    found = path / MAIN if is_folder(path) else path
    if found.name != MAIN:
        message = f"{path} is no assessment"
        raise fail(message, f"name an assessment's folder, or its {MAIN}: tracking is kept there")
    if not is_file(found):
        command = quoted(["maturity", "new", "assessment", "our-assessment"])
        raise fail(f"there is no {MAIN} in {found.parent}", f"to make an assessment: {command}")
    return found


def _load(path: Path) -> Assessment:
    from maturity.load.assessment import load_assessment

    return load_assessment([path])


def _list(path: Path, today: datetime.date) -> None:
    from maturity.render.screen.tracked import follow_up_blocks
    from maturity.score import score
    from maturity.track import follow_up

    assessment = _load(path)
    put_blocks(follow_up_blocks(follow_up(assessment, score(assessment), today), today))


def _note(path: Path, action: str, values: dict[str, str]) -> None:
    from maturity.store.change import change_file

    assessment = _load(path)
    if action not in assessment.actions:
        raise fail(f"there is no action '{action}'", nearest(action, assessment.actions))
    is_new = action not in assessment.tracked
    change_file(path, _edits(action, {"status": "planned", **values} if is_new else values))
    after = _load(path).tracked[action]
    due = f", due {after.due.isoformat()}" if after.due else ""
    say(f"Saved in {path}: {action} is {after.status}{due}")
    if after.status == "done":
        _warn(assessment, action)


def _edits(action: str, values: dict[str, str]) -> list[Edit]:
    from maturity.store.edits import Delete, Put

    place = ("actions", "tracked", action)
    return [
        Put((*place, key), value) if value else Delete((*place, key))
        for key, value in values.items()
    ]


def _warn(assessment: Assessment, action: str) -> None:
    from maturity.render.screen.tracked import unseen_text
    from maturity.score import score
    from maturity.track import unseen_in

    unseen = unseen_in(assessment.actions[action], score(assessment))
    if unseen:
        say(
            f"Not to be seen in the answers yet: {unseen_text(unseen)}. The answers set the levels."
        )
