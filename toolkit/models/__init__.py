"""The tables. Importing this package registers every model on ``Base.metadata``."""

from toolkit.models.agreement import Agreement
from toolkit.models.append_only import RowIsFinal
from toolkit.models.base import Base
from toolkit.models.body import Meeting, PublicBody
from toolkit.models.claim import Claim, ClaimCitation, ClaimRevision
from toolkit.models.correction import Correction, Suggestion
from toolkit.models.dataset import Dataset
from toolkit.models.edition import (
    Edition,
    EditionClaim,
    EditionRequest,
    ImmutableEdition,
    LedgerChange,
    LibraryState,
)
from toolkit.models.issue import (
    BeforeAfter,
    Dispute,
    DisputeClaim,
    GlossaryTerm,
    OfficialQuestion,
    TimelineEvent,
)
from toolkit.models.journal import Event
from toolkit.models.link import LinkCheck
from toolkit.models.person import Invitation, Passkey, Person, RecoveryCode, SignedIn
from toolkit.models.place import Jurisdiction, JurisdictionCounty
from toolkit.models.record import RecordRevision
from toolkit.models.review import Approval, ClaimMove
from toolkit.models.roster import Roster, RosterCount
from toolkit.models.rule import DecisionMaker, MeetingRule, StatePolicy
from toolkit.models.source import Source
from toolkit.models.subject import Subject
from toolkit.models.upload import Upload

__all__ = [
    "Agreement",
    "Approval",
    "Base",
    "BeforeAfter",
    "Claim",
    "ClaimCitation",
    "ClaimMove",
    "ClaimRevision",
    "Correction",
    "Dataset",
    "DecisionMaker",
    "Dispute",
    "DisputeClaim",
    "Edition",
    "EditionClaim",
    "EditionRequest",
    "Event",
    "GlossaryTerm",
    "ImmutableEdition",
    "Invitation",
    "Jurisdiction",
    "JurisdictionCounty",
    "LedgerChange",
    "LibraryState",
    "LinkCheck",
    "Meeting",
    "MeetingRule",
    "OfficialQuestion",
    "Passkey",
    "Person",
    "PublicBody",
    "RecordRevision",
    "RecoveryCode",
    "Roster",
    "RosterCount",
    "RowIsFinal",
    "SignedIn",
    "Source",
    "StatePolicy",
    "Subject",
    "Suggestion",
    "TimelineEvent",
    "Upload",
]
