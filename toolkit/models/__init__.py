"""The tables. Importing this package registers every model on ``Base.metadata``."""

from toolkit.models.agreement import Agreement
from toolkit.models.base import Base
from toolkit.models.body import Meeting, PublicBody
from toolkit.models.claim import Claim, ClaimCitation, ClaimRevision
from toolkit.models.dataset import Dataset
from toolkit.models.edition import Edition, EditionClaim, ImmutableEdition
from toolkit.models.issue import (
    BeforeAfter,
    Dispute,
    DisputeClaim,
    GlossaryTerm,
    OfficialQuestion,
    TimelineEvent,
)
from toolkit.models.place import Jurisdiction, JurisdictionCounty
from toolkit.models.roster import Roster, RosterCount
from toolkit.models.rule import DecisionMaker, MeetingRule, StatePolicy
from toolkit.models.source import Source

__all__ = [
    "Agreement",
    "Base",
    "BeforeAfter",
    "Claim",
    "ClaimCitation",
    "ClaimRevision",
    "Dataset",
    "DecisionMaker",
    "Dispute",
    "DisputeClaim",
    "Edition",
    "EditionClaim",
    "GlossaryTerm",
    "ImmutableEdition",
    "Jurisdiction",
    "JurisdictionCounty",
    "Meeting",
    "MeetingRule",
    "OfficialQuestion",
    "PublicBody",
    "Roster",
    "RosterCount",
    "Source",
    "StatePolicy",
    "TimelineEvent",
]
