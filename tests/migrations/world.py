"""A row for every table that the small world of tests.factories leaves empty."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from tests import factories, library_rows
from tests.samples import small
from toolkit.models import (
    Approval,
    Base,
    BeforeAfter,
    Claim,
    ClaimMove,
    Correction,
    Dataset,
    Edition,
    EditionClaim,
    EditionRequest,
    Event,
    Invitation,
    LibraryState,
    LinkCheck,
    Meeting,
    Passkey,
    Person,
    PublicBody,
    RecordRevision,
    RecoveryCode,
    SignedIn,
    Suggestion,
    TimelineEvent,
    Upload,
)

ANN, BEN = 1, 2
NOW, TODAY = factories.NOW, factories.LISTED


def people() -> list[Person]:
    """Ann is number 1, Ben number 2."""
    return [
        factories.person("ann@example.org", "reviewer", id=ANN),
        factories.person("ben@example.org", "admin", id=BEN),
    ]


def draft(claim: Claim) -> None:
    """Ann writes other words for a claim, which goes on printing."""
    told = {"author_id": ANN, "reason": "Shorter.", "made_at": NOW}
    known = next(each for each in small.dossier().library.claims if each.id == claim.id)
    row = library_rows.revision_row(replace(known, revision=2, text="Shorter words."))
    for name, value in told.items():
        setattr(row, name, value)
    claim.revisions.append(row)
    claim.status, claim.newest = "draft", 2


def final_rows(revision_id: int) -> Iterator[Base]:
    """One row of each kind that is only added."""
    known = {"person_id": ANN, "at": NOW}
    yield Event(number=1, deed="claim.write", subject="claim:f-1", detail={}, previous="0", hash="1", **known)
    yield Approval(id=1, revision_id=revision_id, side="any", **known)
    yield ClaimMove(
        id=1,
        claim_id="f-1",
        revision_id=revision_id,
        came_from="draft",
        went_to="in_review",
        comment="",
        **known,
    )
    yield RecordRevision(
        id=1,
        noun="source",
        key="law",
        number=1,
        content={"title": "Law"},
        reason="",
        person_id=ANN,
        made_at=NOW,
    )
    yield Correction(
        id=1, claim_id="f-1", from_revision=1, sentence="It was so.", made_on=TODAY, person_id=ANN
    )


def sign_in_rows() -> Iterator[Base]:
    """What lets Ann in, and a link for somebody else."""
    yield Passkey(
        credential_id=b"1",
        person_id=ANN,
        public_key=b"2",
        sign_count=2**32 - 1,
        label="blue key",
        added_at=NOW,
    )
    yield RecoveryCode(code_hash="a" * 64, person_id=ANN)
    yield SignedIn(
        token_hash="b" * 64, person_id=ANN, since=NOW, seen_at=NOW, confirmed_at=NOW, second_factor=True
    )
    yield Invitation(
        token_hash="c" * 64, email="cleo@example.org", role="contributor", invited_by=BEN, expires_at=NOW
    )


def waiting_rows() -> Iterator[Base]:
    """What organizers have not looked at yet."""
    yield Suggestion(subject="claim:f-1", text="Page 4 gives another year.", made_on=TODAY, state="open")
    yield LinkCheck(
        source_id="law", url="https://example.gov", at=NOW, outcome="alive", status=200, detail=""
    )
    yield Upload(kind="library", name="claims.yaml", content=b"{}", sha256="d" * 64, person_id=ANN, at=NOW)


def fact_rows() -> Iterator[Base]:
    """A body with a meeting, and a little of what is only read."""
    meeting = Meeting(
        id="council-december",
        starts=datetime(2026, 12, 8, 18, 30),  # noqa: DTZ001  by the clocks of the place
        starts_second=False,
        time_zone="America/New_York",
        signup_closes_second=False,
        sequence=0,
        status="scheduled",
        changed=TODAY,
    )
    yield PublicBody(
        id="council",
        geoid="24021",
        name="County Council",
        time_zone="America/New_York",
        origin="local",
        review_by=TODAY,
        meetings=[meeting],
    )
    yield Dataset(
        name="census", publisher="Census Bureau", url="https://example.gov", rows=1, sha256="e" * 64
    )
    yield TimelineEvent(
        id="1996-began", position=1, date="1996", event="It began.", sources=["law"], confidence="high"
    )
    yield BeforeAfter(
        id="training",
        position=1,
        feature="Training",
        before="Weeks",
        after="Days",
        sources=["law"],
        confidence="high",
    )


def issued() -> Iterator[Base]:
    """An edition, what was asked for, and the library that it was chosen from."""
    yield edition()
    yield LibraryState(sha256="f" * 64, packed=zlib.compress(b"{}"))
    yield EditionRequest(key="e" * 64, code="27SYT-BFGHF")


def edition() -> Edition:
    """An issued edition that prints two claims."""
    return Edition(
        code="27SYT-BFGHF",
        geoid="24021",
        place_label="Frederick County, Maryland",
        title="Should Frederick County keep its 287(g) agreement?",
        format="full-sheet",
        language="en",
        first_side="critics",
        standing="balanced",
        issued_on=TODAY,
        review_by=None,
        dossier_sha256="a" * 64,
        dossier_json="{}",
        pdf_sha256="b" * 64,
        pdf_bytes=1,
        pages=2,
        press_version="WeasyPrint 70.0",
        claims=[
            EditionClaim(claim_id="f-1", revision=1, position=0),
            EditionClaim(claim_id="s-1", revision=1, position=1),
        ],
    )
