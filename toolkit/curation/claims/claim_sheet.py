"""One claim as its readers need it: words, sources, what was said and done, and what may be done now."""

from dataclasses import dataclass

from sqlalchemy import select

from toolkit.access import roles
from toolkit.curation.claims.claim_notes import ClaimNote, notes
from toolkit.curation.review import signatures
from toolkit.curation.review.printing import notice_is_due
from toolkit.curation.review.signatures import Signing
from toolkit.curation.review.workflow import MOVES
from toolkit.database import session
from toolkit.ledger.printed import printed
from toolkit.ledger.revisions import from_revision
from toolkit.models import (
    Claim,
    ClaimCitation,
    ClaimRevision,
    Dispute,
    Jurisdiction,
    Person,
    Source,
)

ALWAYS = ("claim.comment",)
STATE_CODE = 2  # digits of a state's code


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """The claim, as one person sees it."""

    id: str
    stance: str
    topic: str
    status: str
    draft_reason: str | None
    newest: ClaimRevision
    printed: ClaimRevision | None
    cited: tuple[tuple[ClaimCitation, Source], ...]  # by the newest words
    questions: tuple[str, ...]
    places: tuple[str, ...]  # names of those that it is about; none: the whole country
    signing: Signing
    missing: tuple[str, ...]
    mine: tuple[str, ...]  # sides for which this person may sign
    wrote: bool  # whether this person is an author of the words
    may: frozenset[str]  # deeds that the person's role and the claim's status allow
    notice_is_missing: bool
    notes: tuple[ClaimNote, ...]  # the first first

    @property
    def prints_other_words(self) -> bool:
        """Whether sheets say something else than the newest words."""
        return self.printed is not None and self.printed.text != self.newest.text


def sheet(claim_id: str, *, to: Person, readers: int) -> ClaimSheet | None:
    """The claim as this person sees it; None when there is none."""
    claim = session().get(Claim, claim_id)
    if claim is None:
        return None
    signing = signatures.of([claim_id])[claim_id]
    newest = claim.current
    return ClaimSheet(
        id=claim.id,
        stance=claim.stance,
        topic=claim.topic,
        status=claim.status,
        draft_reason=claim.draft_reason,
        newest=newest,
        printed=printed(claim),
        cited=_cited(newest),
        questions=_questions(newest),
        places=_places(newest),
        signing=signing,
        missing=signing.missing(readers),
        mine=signing.open_to(to.id, readers),
        wrote=to.id in signing.authors,
        may=frozenset(_may(claim, to) - ({"claim.submit"} if not signing.missing(readers) else set())),
        notice_is_missing=notice_is_due(claim, newest) and not newest.notice,
        notes=notes(claim),
    )


def _may(claim: Claim, who: Person) -> set[str]:
    moves = {deed for deed, (came_from, _) in MOVES.items() if claim.status in came_from}
    return {deed for deed in (*moves, *ALWAYS) if roles.may(who, deed)}


def _cited(revision: ClaimRevision) -> tuple[tuple[ClaimCitation, Source], ...]:
    rows = select(ClaimCitation, Source).join(Source, Source.id == ClaimCitation.source_id)
    rows = rows.where(ClaimCitation.revision_id == revision.id).order_by(ClaimCitation.position)
    return tuple((citation, source) for citation, source in session().execute(rows))


def _questions(revision: ClaimRevision) -> tuple[str, ...]:
    """The contested questions that these words answer."""
    which = Dispute.id.in_(from_revision(revision).questions)
    return tuple(session().scalars(select(Dispute.question).where(which).order_by(Dispute.position)))


def _places(revision: ClaimRevision) -> tuple[str, ...]:
    geoids = [*revision.scope_states, *revision.scope_counties, *revision.scope_places]
    row = Jurisdiction
    found = session().execute(select(row.geoid, row.name, row.state_code).where(row.geoid.in_(geoids)))
    names = {geoid: name if len(geoid) == STATE_CODE else f"{name}, {code}" for geoid, name, code in found}
    return tuple(names.get(geoid, geoid) for geoid in geoids)
