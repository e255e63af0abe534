"""One claim as its readers need it: words, sources, what was said and done, and what may be done now."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, select

from toolkit.access import roles
from toolkit.curation import signatures
from toolkit.curation.claim_notes import Note, notes
from toolkit.curation.printing import notice_is_due
from toolkit.curation.revisions import numbered
from toolkit.curation.signatures import Signing
from toolkit.curation.workflow import MOVES
from toolkit.database import session
from toolkit.models import (
    Claim,
    ClaimCitation,
    ClaimRevision,
    Dispute,
    DisputeClaim,
    Jurisdiction,
    Person,
    Source,
)

ALWAYS = ("claim.comment",)
STATE_CODE = 2  # digits of a state's code


@dataclass(frozen=True, slots=True)
class Cited:
    """A source and where in it the words are supported."""

    source_id: str
    title: str
    tag: str
    url: str
    perspective: str
    level: str  # how far it was seen
    locator: str | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """What one revision says."""

    number: int
    text: str
    spoken: str | None
    as_of: str
    checked: date
    review_by: date
    statistic: bool
    story: bool
    confidence: str
    notice: str | None
    citations: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """The claim, as one person sees it."""

    id: str
    stance: str
    topic: str
    status: str
    draft_reason: str | None
    newest: Words
    printed: Words | None
    questions: tuple[str, ...]
    places: tuple[str, ...]  # names of those that it is about; none: the whole country
    signing: Signing
    missing: tuple[str, ...]
    mine: tuple[str, ...]  # sides for which this person may sign
    wrote: bool  # whether this person is an author of the words
    may: frozenset[str]  # deeds that the person's role and the claim's status allow
    notice_is_missing: bool
    notes: tuple[Note, ...]  # the first first

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
        newest=_words(newest),
        printed=_words(numbered(claim, claim.printed)) if claim.printed else None,
        questions=_questions(claim),
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


def _words(revision: ClaimRevision) -> Words:
    cited = (
        select(ClaimCitation, Source)
        .join(Source, Source.id == ClaimCitation.source_id)
        .where(ClaimCitation.revision_id == revision.id)
        .order_by(ClaimCitation.position)
    )
    return Words(
        number=revision.number,
        text=revision.text,
        spoken=revision.spoken,
        as_of=revision.as_of,
        checked=revision.checked,
        review_by=revision.review_by,
        statistic=revision.statistic,
        story=revision.story,
        confidence=revision.confidence,
        notice=revision.notice,
        citations=tuple(_cited(row) for row in session().execute(cited)),
    )


def _cited(row: Row[ClaimCitation, Source]) -> Cited:
    cited, source = row
    return Cited(
        source.id,
        source.title,
        source.tag,
        source.url,
        source.perspective,
        source.verified_level,
        cited.locator,
        cited.quote,
    )


def _questions(claim: Claim) -> tuple[str, ...]:
    """The contested questions that the newest words answer."""
    said = claim.current.questions
    listed = select(DisputeClaim.dispute_id).where(DisputeClaim.claim_id == claim.id)
    which = Dispute.id.in_(listed if said is None else said)
    return tuple(session().scalars(select(Dispute.question).where(which).order_by(Dispute.position)))


def _places(revision: ClaimRevision) -> tuple[str, ...]:
    geoids = [*revision.scope_states, *revision.scope_counties, *revision.scope_places]
    row = Jurisdiction
    found = session().execute(select(row.geoid, row.name, row.state_code).where(row.geoid.in_(geoids)))
    names = {geoid: name if len(geoid) == STATE_CODE else f"{name}, {code}" for geoid, name, code in found}
    return tuple(names.get(geoid, geoid) for geoid in geoids)
