"""What a revision of a claim says: the one record of it, and the one list of its fields.

A field is one line here. By what stands beside it, it becomes a column of the revision (``revisions``), a key
of the files (``claim_file``), a line of the history, and where it is ``public`` a part of the downloads.
"""

from dataclasses import MISSING, dataclass, fields, replace
from datetime import date
from typing import Annotated, Any, Literal, cast

from toolkit.config import FIRST_SUBJECT

Listed = tuple[str, ...]
Kind = Literal["text", "line", "choice", "day", "flag", "list", "citations"]
STANCES = {
    "background": "Not in dispute",
    "supporters": "Supporters say",
    "critics": "Critics say",
    "mixed": "The evidence is mixed",
}
# From the day of the check, unless a claim says otherwise.
REVIEW_DAYS = {"count": 30, "law": 90, "study": 365}
CONFIDENCE = ("high", "medium", "low")
EVIDENCE = ("study", "audit", "court", "law", "official figure", "official statement", "group", "news report")
# What the law does here, and whether an agency here takes part.
FITS = ("mandate", "ban", "choice", "signed", "none")
QUOTE_WORDS = 25


@dataclass(frozen=True, slots=True)
class Field:
    """What is known of a field of ``ClaimWords``."""

    kind: Kind
    label: str = ""  # in histories; none for what a claim keeps for good
    key: str = ""  # its name in files
    public: bool = False  # whether downloads give it: before the citations, or after where it stands there
    choices: tuple[str, ...] = ()
    most: int = 0  # characters of a text
    digits: int = 0  # of each code of a list
    name: str = ""
    needed: bool = False  # whether every file of claims must have it
    optional: bool = False  # whether None stands for nothing
    unsaid: str = ""  # what a file means that does not say it


@dataclass(frozen=True, slots=True)
class Citation:
    """Where in a source the words are supported."""

    source_id: str
    locator: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """What one revision of a claim says. Subject, topic and stance stay what they were when it was written.

    ``as_of`` is a year, year-month or date. From the day ``until`` on the words are no longer true. ``needs``
    are claims of the other side, one of which must answer it. ``fits`` says where it has a place: one of its
    words on the law must hold there, and one of those on the agency.
    """

    stance: Annotated[str, Field("choice", choices=tuple(STANCES), public=True)]
    topic: Annotated[str, Field("line", public=True)]
    text: Annotated[str, Field("text", "The claim", most=1000, public=True)]
    spoken: Annotated[str | None, Field("text", "Spoken", most=600)] = None
    kind: Annotated[str | None, Field("choice", "Kind", choices=tuple(REVIEW_DAYS))] = None
    as_of: Annotated[str, Field("line", "As of", public=True)]
    checked: Annotated[date, Field("day", "Checked on", public=True)]
    review_by: Annotated[date, Field("day", "Next review by", public=True)]
    scope_states: Annotated[Listed, Field("list", "States", key="states", digits=2, public=True)] = ()
    scope_counties: Annotated[Listed, Field("list", "Counties", key="counties", digits=5, public=True)] = ()
    scope_places: Annotated[Listed, Field("list", "Places", key="places", digits=7, public=True)] = ()
    models: Annotated[Listed, Field("list", "Models", public=True)] = ()
    statistic: Annotated[bool, Field("flag", "Rests on a statistic", public=True)] = False
    story: Annotated[bool, Field("flag", "Tells one person’s story", public=True)] = False
    confidence: Annotated[str, Field("choice", "Confidence", choices=CONFIDENCE)] = "high"
    counter_claims: Annotated[Listed, Field("list", "Answered by")] = ()
    questions: Annotated[Listed, Field("list", "Questions")] = ()  # ids of disputes
    citations: Annotated[tuple[Citation, ...], Field("citations", "Sources", public=True)] = ()
    until: Annotated[date | None, Field("day", "No longer true from", public=True)] = None
    evidence: Annotated[str | None, Field("choice", "Kind of evidence", choices=EVIDENCE, public=True)] = None
    needs: Annotated[Listed, Field("list", "Prints only beside", public=True)] = ()
    fits: Annotated[Listed, Field("list", "Fits where", public=True)] = ()
    subject: Annotated[str, Field("line", public=True, unsaid=FIRST_SUBJECT)] = FIRST_SUBJECT


FIELDS: tuple[Field, ...] = tuple(
    replace(
        about,
        name=each.name,
        key=about.key or each.name,
        needed=each.default is MISSING,
        optional=each.default is None,
    )
    for each in fields(ClaimWords)
    for about in cast(Any, each.type).__metadata__
)
