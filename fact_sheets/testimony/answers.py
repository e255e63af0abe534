"""The if-asked card: the other side's two strongest claims, each with where the fair reply stands."""

from collections.abc import Sequence

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Point
from fact_sheets.dossier import Claim
from fact_sheets.testimony.points import Picked, sayable
from fact_sheets.testimony.script import Answer
from fact_sheets.testimony.speaker import Position
from fact_sheets.typesetting import set_words

ANSWERS = 2
_OTHERS: dict[Position, tuple[Position, ...]] = {
    "support": ("oppose",),
    "oppose": ("support",),
    "undecided": ("support", "oppose"),
}


def if_asked(
    brief: Brief, position: Position, said: Sequence[str], picked: Picked, notes: Notes
) -> tuple[Answer, ...]:
    """Two answers: both of the other side, or one of each for a speaker who has not decided.

    ``picked`` are the best claims of every position, ``said`` the ids of those that the speaker says.
    """
    sides = _OTHERS[position]
    strongest = [claim for side in sides for claim in picked[side][: ANSWERS // len(sides)]]
    answers: list[Answer] = []
    for claim in strongest:
        taken = {answer.reply.claim_id for answer in answers if answer.reply}
        reply = _reply(brief, position, claim, said, taken)
        answers.append(Answer(_point(claim, notes), _point(reply, notes) if reply else None))
    return tuple(answers)


def _reply(
    brief: Brief, position: Position, claim: Claim, said: Sequence[str], taken: set[str]
) -> Claim | None:
    """A claim of the speaker's own that answers the same question, one that was said if there is one."""
    own = [each for each in sayable(brief, position) if each.id not in taken]
    linked = set(claim.counter_claims)
    shared = {
        each
        for dispute in brief.library.disputes
        if claim.id in (*dispute.supporters, *dispute.critics)
        for each in (*dispute.supporters, *dispute.critics, *dispute.mixed)
    }
    replies = [each for each in own if each.id in linked] or [each for each in own if each.id in shared]
    return min(replies, key=lambda each: each.id not in said, default=None)


def _point(claim: Claim, notes: Notes) -> Point:
    """The claim as it is said: a card is for talking."""
    cited = notes.cite(claim.citations)
    said = set_words(claim.spoken or claim.text)
    return Point(claim.id, claim.revision, said, cited, notes.tag(claim.citations))
