"""Stage 6: a Result for an audience, made before every output; what is left out is said.

The whole Result never goes to a renderer unless the audience is `full`, so no template can leak
what it was not given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import fail
from maturity.model.provenance import Withheld
from maturity.redact.audience import AUDIENCES, Audience
from maturity.redact.board import ANSWERS, for_board
from maturity.redact.groups import ALONE, large_enough, redact_groups
from maturity.redact.parts import change, each_question
from maturity.redact.public import for_public

if TYPE_CHECKING:
    from maturity.model.provenance import Respondents
    from maturity.model.result import Result
    from maturity.model.scored import QuestionResult

_NAMES = Withheld(what="who answered, by name or id", why="this version tells roles alone")


def redact(result: Result, audience: Audience) -> Result:
    """Give what an audience may see; a Result that was cut before is only cut further.

    `team` sees roles instead of the names of who answered; `board` no single answers; `public` no
    small groups either, and of sensitive dimensions the scores alone.

    Raises:
        MaturityError: The Result was cut already, for a narrower audience.
    """
    if AUDIENCES.index(audience) < AUDIENCES.index(result.audience):
        raise fail(
            f"this result was made for the audience '{result.audience}', and holds less than "
            f"'{audience}' may see",
            "make it again from the answers",
        )
    if audience == result.audience:
        return result
    withheld = [_NAMES]
    result = change(result, respondents=_nameless(result.respondents))
    result = each_question(result, _without_ids)
    if audience in ("board", "public"):
        result = for_board(result)
        withheld += [ANSWERS, ALONE] if audience == "board" else [ANSWERS]
    if audience == "public":
        result, more = for_public(result)
        withheld += more
    known = [entry for entry in withheld if entry not in result.withheld]
    return change(result, audience=audience, withheld=(*result.withheld, *known))


def _nameless(respondents: Respondents) -> Respondents:
    return change(respondents, people=())


def _without_ids(question: QuestionResult) -> QuestionResult:
    answers = tuple(change(answer, respondent=None) for answer in question.answers)
    return change(question, answers=answers)


__all__ = ["AUDIENCES", "Audience", "large_enough", "redact", "redact_groups"]
