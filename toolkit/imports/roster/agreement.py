"""One agreement over all lists that showed it, as it ships and as it is read from the register's tables."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Literal

from toolkit.imports.roster.cells import Model
from toolkit.imports.roster.list_file import ListedAgreement
from toolkit.ledger.agreement_key import agreement_key
from toolkit.models.agreement import Agreement

Reach = Literal["own", "county", "state", "region"]
Standing = Literal["listed", "left", "model_dropped", "superseded"]


@dataclass(frozen=True, slots=True)
class Match:
    """How far an agency was placed; ``remark`` says what a person should look at, if anything."""

    reach: Reach
    geoid: str | None = None
    county_geoid: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class AgreementHistory:
    """One agency's agreement under one model. ``gone_by`` is the day of the first list without it.

    ``left``: the whole agency is gone from the list; ``model_dropped``: it is listed under another model;
    ``superseded``: it is listed on with another date or spelling. ``doubt`` says why an entry that left
    should not be told as a departure: a slip of the list.
    """

    state_code: str
    agency: str
    agency_type: str
    county: str
    model: Model
    signed: date | None
    moa_url: str | None
    addendum_url: str | None
    first_listed: date
    last_listed: date
    gone_by: date | None
    standing: Standing
    reach: Reach
    geoid: str | None
    county_geoid: str | None
    other_spellings: tuple[str, ...]
    doubt: str | None

    @property
    def is_told(self) -> bool:
        """Whether pages and sheets speak of it: it is listed, or it left without a doubt."""
        return self.standing == "listed" or (self.standing == "left" and not self.doubt)

    def placed(self, match: Match) -> "AgreementHistory":
        """With the place that its agency has today."""
        return replace(self, reach=match.reach, geoid=match.geoid, county_geoid=match.county_geoid)

    def as_listed(self, row: ListedAgreement) -> "AgreementHistory":
        """As a list shows it now; a link seen before stays while the list has none."""
        said = {name: value for name, value in asdict(row).items() if name != "row"}
        return replace(self, **said | {"moa_url": row.moa_url or self.moa_url}, gone_by=None)


def key_of(row: ListedAgreement | AgreementHistory | Agreement) -> str:
    """The key of what this says now; a row of the register keeps the one that it was given first."""
    return agreement_key(row.state_code, row.agency, row.model, row.signed)
