"""An issued edition as its page shows it: its state, then what was printed, from the facts kept with it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from fact_sheets.codes import normalise
from fact_sheets.dossier import Imprint, Side, Stance
from fact_sheets.errors import CodeError
from toolkit.database import session
from toolkit.models import Edition
from toolkit.publishing.correcting import standing
from toolkit.publishing.correcting.facts_standing import ChangedFact, changed_facts
from toolkit.publishing.correcting.standing import Standing, State
from toolkit.publishing.issuing import editions
from toolkit.publishing.knowing import corrections, rosters
from toolkit.publishing.knowing.corrections import Notice

__all__ = ["CodeError", "EditionPage", "StoredPdf", "edition_page", "normalise", "stored_pdf"]

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PrintedClaim:
    """A claim in the words of the sheet."""

    id: str
    stance: Stance
    text: str


@dataclass(frozen=True, slots=True)
class PrintedSource:
    """A source that the sheet's claims cite."""

    id: str
    title: str
    tag: str


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """What became of a printed claim, and the public sentences about it, the newest first."""

    claim_id: str
    was: str  # the words of the sheet
    today: str | None  # those of today; None where it was withdrawn
    notices: tuple[Notice, ...]

    @property
    def state(self) -> str:
        """ "changed" or "withdrawn"; of a claim that was right what its newest correction says."""
        if self.notices and not self.notices[0].grave:
            return self.notices[0].kind
        return "withdrawn" if self.today is None else "changed"

    @property
    def sources_only(self) -> bool:
        """Whether the words are as printed, and only the sources changed, or the places in them."""
        return self.was == self.today


@dataclass(frozen=True, slots=True)
class Newer:
    """A later edition of the same subject, place, format and language."""

    code: str
    issued_on: date


@dataclass(frozen=True, slots=True)
class EditionPage:
    """One edition; claims and sources are those printed, in the order of the sheet."""

    code: str
    subject: str
    title: str
    geoid: str
    place_label: str
    format: str
    language: str
    issued_on: date
    list_date: date | None  # None where it rests on no list
    review_by: date | None  # as printed
    due: date | None  # when a claim that stands as printed is to be looked at, by what is known today
    first_side: Side
    pages: int
    pdf_bytes: int
    pdf_sha256: str
    dossier_sha256: str
    press_version: str
    state: State
    changes: tuple[
        ChangedClaim, ...
    ]  # claims that were wrong and read otherwise today, those withdrawn first
    retold: tuple[ChangedClaim, ...]  # claims that were right, and are told otherwise now or no longer
    ended: tuple[standing.ClaimStanding, ...]  # claims that read as printed and are no longer true
    stands_again: tuple[Notice, ...]  # about claims that read as printed, after they did not for a while
    facts: tuple[ChangedFact, ...]  # what it says of the place that is otherwise today
    newest_list: date | None  # the day of the newest list, where that is not the one it rests on
    newer: Newer | None
    claims: tuple[PrintedClaim, ...]
    sources: tuple[PrintedSource, ...]
    imprint: Imprint


@dataclass(frozen=True, slots=True)
class StoredPdf:
    """Where the bytes of an edition are found, and which place and subject they are about."""

    sha256: str
    geoid: str
    subject: str


def edition_page(code: str, on: date) -> EditionPage | None:
    """The edition with this code, as printed, and how it stands on this day."""
    edition = editions.find(code)
    if edition is None:
        return None
    facts = _facts(edition)
    known = {claim["id"]: claim for claim in facts["claims"]}
    printed = [known[claim.claim_id] for claim in edition.claims]
    stands, told = standing.standing(edition, on), _told(edition)
    of_place, (list_date, newest_list) = changed_facts(facts, edition.subject), _lists(edition, facts)
    return EditionPage(
        code=edition.code,
        subject=edition.subject,
        title=edition.title,
        geoid=edition.geoid,
        place_label=edition.place_label,
        format=edition.format,
        language=edition.language,
        issued_on=edition.issued_on,
        list_date=list_date,
        review_by=edition.review_by,
        due=stands.review_by,
        first_side=facts["first_side"],
        pages=edition.pages,
        pdf_bytes=edition.pdf_bytes,
        pdf_sha256=edition.pdf_sha256,
        dossier_sha256=edition.dossier_sha256,
        press_version=edition.press_version,
        state="changed" if of_place and stands.state != "withdrawn" else stands.state,
        changes=tuple(_changes((*stands.withdrawn, *stands.changed), known, told)),
        retold=tuple(change for change in _changes(stands.retold, known, told) if change.notices),
        ended=stands.ended,
        stands_again=_stands_again(stands, told),
        facts=of_place,
        newest_list=newest_list,
        newer=_newer(edition),
        claims=tuple(PrintedClaim(claim["id"], claim["stance"], claim["text"]) for claim in printed),
        sources=_cited(printed, facts["sources"]),
        imprint=Imprint(**facts["imprint"]),
    )


def _lists(edition: Edition, facts: Mapping[str, Any]) -> tuple[date | None, date | None]:
    """The day of the list that the sheet rests on, and that of the newest one where it is another."""
    if not facts["roster"]:
        return None, None
    printed, newest = date.fromisoformat(facts["roster"]["list_date"]), rosters.newest(edition.subject)
    return printed, newest.list_date if newest and newest.list_date != printed else None


def _facts(edition: Edition) -> dict[str, Any]:
    """What it was made of, as plain JSON: to check every field again would take ten times as long."""
    kept: dict[str, Any] = json.loads(edition.dossier_json)
    if "schema" in kept:
        kept = kept["facts"]["local"] | kept["facts"]["library"]
    return kept  # of schema 1: a dossier in one piece


def stored_pdf(code: str) -> StoredPdf | None:
    """The hash of the edition's stored bytes."""
    columns = (Edition.pdf_sha256, Edition.geoid, Edition.subject)
    row = session().execute(select(*columns).where(Edition.code == code)).first()
    return StoredPdf(*row) if row else None


def _told(edition: Edition) -> dict[str, tuple[Notice, ...]]:
    """The corrections since this edition of each claim that it printed; of words after those it printed."""
    printed = {claim.claim_id: claim.revision for claim in edition.claims}
    since_day = edition.issued_on - A_DAY  # the two days may have been told by clocks in different zones
    since = [
        notice
        for notice in corrections.notices(printed)
        if notice.from_revision >= printed[notice.claim_id] and notice.made_on >= since_day
    ]
    return {claim_id: tuple(each for each in since if each.claim_id == claim_id) for claim_id in printed}


def _changes(
    claims: Iterable[standing.ClaimStanding],
    known: Mapping[str, dict[str, Any]],
    told: Mapping[str, tuple[Notice, ...]],
) -> Iterator[ChangedClaim]:
    """These claims in the words of the sheet and of today."""
    for claim in claims:
        yield ChangedClaim(claim.claim_id, known[claim.claim_id]["text"], claim.words, told[claim.claim_id])


def _stands_again(stands: Standing, told: Mapping[str, tuple[Notice, ...]]) -> tuple[Notice, ...]:
    otherwise = {claim.claim_id for claim in (*stands.withdrawn, *stands.changed, *stands.retold)}
    found = (notice for claim_id, about in told.items() if claim_id not in otherwise for notice in about)
    return tuple(sorted(found, key=lambda notice: notice.made_on, reverse=True))


def _newer(edition: Edition) -> Newer | None:
    """The newest edition that was made on a later day; one with the same side first before another."""
    rows = (
        select(Edition.code, Edition.issued_on)
        .where(
            Edition.subject == edition.subject,
            Edition.geoid == edition.geoid,
            Edition.format == edition.format,
            Edition.language == edition.language,
            Edition.issued_on > edition.issued_on,
        )
        .order_by(Edition.issued_on.desc(), Edition.first_side != edition.first_side, Edition.code)
        .limit(1)
    )
    row = session().execute(rows).first()
    return Newer(*row) if row else None


def _cited(claims: list[dict[str, Any]], sources: list[dict[str, Any]]) -> tuple[PrintedSource, ...]:
    ids = dict.fromkeys(citation["source_id"] for claim in claims for citation in claim["citations"])
    by_id = {source["id"]: source for source in sources}
    found = (by_id[source_id] for source_id in ids)
    return tuple(PrintedSource(source["id"], source["csl"]["title"], source["tag"]) for source in found)
