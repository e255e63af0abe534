"""A claim while it is written: set as the sheet will set it, beside one that answers it, and checked."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from fact_sheets import dossier as facts
from fact_sheets.citations import Pages
from fact_sheets.documents.full_sheet import html
from fact_sheets.documents.full_sheet.compose import excerpt
from fact_sheets.errors import PressError
from toolkit.database import session
from toolkit.ledger import subjects
from toolkit.ledger.claim_words import ClaimWords
from toolkit.models import Claim, ClaimRevision, Dispute, DisputeClaim
from toolkit.publishing.issuing.claim_checks import Check, checks
from toolkit.publishing.issuing.preview import Article
from toolkit.publishing.knowing import library

NO_QUESTION = "No question is chosen yet."
OTHER_SIDE = {"supporters": "critics", "critics": "supporters"}


@dataclass(frozen=True, slots=True)
class ClaimPreview:
    """The claim as it will print, or the ``trouble`` that keeps it from being set; and what was checked."""

    article: Article | None
    trouble: str
    checks: tuple[Check, ...]
    answer: str | None  # the id of the claim in the other column


def claim_preview(words: ClaimWords, claim_id: str | None, on: date) -> ClaimPreview:
    """How these words will print, and what there is to say about them. About eight queries."""
    claim = _pressed(words, id=claim_id or "new", revision=0, stance=words.stance, topic=words.topic)
    answer = _answer(words)
    cited = [*claim.citations, *(answer.citations if answer else ())]
    sources = library.sources(citation.source_id for citation in cited)
    own = {citation.source_id for citation in claim.citations}
    subject = subjects.find(words.subject)
    cited_here = tuple(source for source in sources if source.id in own)
    judged = checks(claim, _usual_length(words), cited_here, on, subject)
    try:
        part = excerpt(claim, answer, _question(words), Pages(sources, subject.perspectives))
        article, trouble = Article(html.excerpt(part)), ""
    except PressError as error:
        article, trouble = None, str(error)
    return ClaimPreview(article, trouble, judged, answer.id if answer else None)


def stylesheet() -> str:
    """The CSS of the article: the type and columns of the paper."""
    return html.stylesheet("excerpt")


def _answer(words: ClaimWords) -> facts.Claim | None:
    """The first claim of the other side that answers this one: named as such, else under its question."""
    other = OTHER_SIDE.get(words.stance)
    if other is None:
        return None
    shown = ClaimRevision.number == func.coalesce(Claim.printed, Claim.newest)
    rows = select(ClaimRevision).join(Claim, (Claim.id == ClaimRevision.claim_id) & shown)
    rows = rows.where(Claim.stance == other)
    found = {row.claim_id: row for row in session().scalars(rows.where(Claim.id.in_(words.counter_claims)))}
    first = next((found[each] for each in words.counter_claims if each in found), None)
    if first is None and words.questions:
        asked = rows.join(DisputeClaim, DisputeClaim.claim_id == Claim.id).where(
            DisputeClaim.dispute_id == words.questions[0], Claim.printed.is_not(None)
        )
        first = session().scalars(asked.order_by(DisputeClaim.position).limit(1)).first()
    if first is None:
        return None
    return _pressed(first, id=first.claim_id, revision=first.number, stance=other, topic="")


def _pressed(words: ClaimWords | ClaimRevision, **known: Any) -> facts.Claim:
    cited = (facts.Citation(each.source_id, each.locator, each.quote) for each in words.citations)
    return library.pressed(words, cited, **known)


def _question(words: ClaimWords) -> str:
    asked = session().get(Dispute, words.questions[0]) if words.questions else None
    return asked.question if asked else NO_QUESTION


def _usual_length(words: ClaimWords) -> float | None:
    """The words that printed claims of the other side have on average, counted by their spaces."""
    other = OTHER_SIDE.get(words.stance)
    if other is None:
        return None
    text, printed = ClaimRevision.text, ClaimRevision.number == Claim.printed
    length = func.avg(func.length(text) - func.length(func.replace(text, " ", "")) + 1)
    found = session().scalar(
        select(length)
        .join(Claim, (Claim.id == ClaimRevision.claim_id) & printed)
        .where(Claim.stance == other, Claim.subject == words.subject)
    )
    return None if found is None else float(found)
