"""What a revision of a claim says: the one record of it, and the one list of its fields.

A field is one line here. By what stands beside it, it becomes a column of the revision (``revisions``), a key
of the files (``claim_file``), a line of the history, and where it is ``public`` a part of the downloads.
"""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import date
from typing import Any, Literal

from toolkit.config import FIRST_SUBJECT

Kind = Literal["text", "line", "choice", "day", "flag", "list", "citations"]
STANCES = {
    "background": "Not in dispute",
    "supporters": "Supporters say",
    "critics": "Critics say",
    "mixed": "The evidence is mixed",
}
REVIEW_DAYS = {
    "count": 30,
    "law": 90,
    "study": 365,
}  # from the day of the check, unless a claim says otherwise
CONFIDENCE = ("high", "medium", "low")
EVIDENCE = (
    *("study", "audit", "court", "law", "official figure", "official statement", "group", "news report"),
)
QUOTE_WORDS = 25


@dataclass(frozen=True, slots=True)
class Field:
    """What is known of a field of ``ClaimWords``."""

    kind: Kind
    label: str = ""  # in histories; none for what a claim keeps for good
    key: str = ""  # its name in files
    public: bool = (
        False  # whether the downloads give it: before the citations, or after where it stands there
    )
    choices: tuple[str, ...] = ()
    most: int = 0  # characters of a text
    digits: int = 0  # of each code of a list
    name: str = ""
    needed: bool = False  # whether every file of claims must have it
    optional: bool = False  # whether None stands for nothing
    unsaid: str = ""  # what a file means that does not say it


def _is(kind: Kind, label: str = "", *, choices: Iterable[str] = (), **known: Any) -> Mapping[str, Field]:
    return {"about": Field(kind, label, choices=tuple(choices), **known)}


@dataclass(frozen=True, slots=True)
class Citation:
    """Where in a source the words are supported."""

    source_id: str
    locator: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """What one revision of a claim says. Subject, topic and stance stay what they were when it was written.

    ``as_of`` is a year, year-month or date. From the day ``until`` on the words are no longer true.
    """

    stance: str = field(metadata=_is("choice", choices=STANCES, public=True))
    topic: str = field(metadata=_is("line", public=True))
    text: str = field(metadata=_is("text", "The claim", most=1000, public=True))
    spoken: str | None = field(default=None, metadata=_is("text", "Spoken", most=600))
    kind: str | None = field(default=None, metadata=_is("choice", "Kind", choices=REVIEW_DAYS))
    as_of: str = field(metadata=_is("line", "As of", public=True))
    checked: date = field(metadata=_is("day", "Checked on", public=True))
    review_by: date = field(metadata=_is("day", "Next review by", public=True))
    scope_states: tuple[str, ...] = field(
        default=(), metadata=_is("list", "States", key="states", digits=2, public=True)
    )
    scope_counties: tuple[str, ...] = field(
        default=(), metadata=_is("list", "Counties", key="counties", digits=5, public=True)
    )
    scope_places: tuple[str, ...] = field(
        default=(), metadata=_is("list", "Places", key="places", digits=7, public=True)
    )
    models: tuple[str, ...] = field(default=(), metadata=_is("list", "Models", public=True))
    statistic: bool = field(default=False, metadata=_is("flag", "Rests on a statistic", public=True))
    story: bool = field(default=False, metadata=_is("flag", "Tells one person’s story", public=True))
    confidence: str = field(default="high", metadata=_is("choice", "Confidence", choices=CONFIDENCE))
    counter_claims: tuple[str, ...] = field(default=(), metadata=_is("list", "Answered by"))
    questions: tuple[str, ...] = field(default=(), metadata=_is("list", "Questions"))  # ids of disputes
    citations: tuple[Citation, ...] = field(default=(), metadata=_is("citations", "Sources", public=True))
    until: date | None = field(default=None, metadata=_is("day", "No longer true from", public=True))
    evidence: str | None = field(
        default=None, metadata=_is("choice", "Kind of evidence", choices=EVIDENCE, public=True)
    )
    subject: str = field(default=FIRST_SUBJECT, metadata=_is("line", public=True, unsaid=FIRST_SUBJECT))


FIELDS: tuple[Field, ...] = tuple(
    replace(
        each.metadata["about"],
        name=each.name,
        key=each.metadata["about"].key or each.name,
        needed=each.default is MISSING,
        optional=each.default is None,
    )
    for each in fields(ClaimWords)
)
