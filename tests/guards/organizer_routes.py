"""Every organizers’ address with what it asks of who opens it; tests/guards/test_guards.py proves each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Guarded:
    """One address: its method, its guard, whether the password must have been given lately, an example."""

    method: str
    rule: str
    guard: str  # a deed of toolkit.access.roles, or: anyone, half way, enrolling
    fresh: bool = False
    example: str = ""

    @property
    def path(self) -> str:
        """An address that fits the rule."""
        return self.example or self.rule


JOIN = "/join/<string(maxlength=100):token>"
ONE = "/desk/people/<int(max=2147483647):person_id>"
LINK = "/desk/people/links/<int(max=2147483647):invitation_id>/withdraw"
EDIT = "/desk/claims/<slug:claim_id>/edit"
HISTORY = "/desk/claims/<slug:claim_id>/history"
REVISION = f"{HISTORY}/<int(max=2147483647):number>"
OLD = "/desk/claims/no-such-claim/history/1"
PASSKEY = "/desk/account/passkeys/<string(maxlength=64):mark>/remove"
CLAIM = "/desk/claims/<slug:claim_id>"
NO_CLAIM = "/desk/claims/no-such-claim"
SEVERAL = "/desk/claims/several"
SUGGESTION = "/desk/suggestions/<int(max=2147483647):number>"
SOURCE = "/desk/sources/<slug:source_id>"
RULE = "/desk/rules/<any(state_policy, meeting_rule, decision_maker):noun>/<slug:key>"
LISTS = "<any(dispute, official_question, glossary_term, timeline_event, before_after):kind>"
SUBJECT = "/desk/subjects/<slug:subject>"
ENTRY = f"/desk/subjects/{LISTS}/<slug:record_id>/edit"
NO_ENTRY = "/desk/subjects/dispute/none/edit"
BODY = "/desk/bodies/<slug:body_id>"
MEETING = "/desk/meetings/<slug:meeting_id>"

GUARDED = [
    Guarded("GET", "/sign-in", "anyone"),
    Guarded("POST", "/sign-in", "anyone"),
    Guarded("POST", "/sign-out", "anyone"),
    Guarded("GET", JOIN, "anyone", example="/join/no-such-link"),
    Guarded("POST", JOIN, "anyone", example="/join/no-such-link"),
    Guarded("GET", "/sign-in/second-factor", "half way"),
    Guarded("POST", "/sign-in/second-factor", "half way"),
    Guarded("POST", "/sign-in/passkey/question", "half way"),
    Guarded("POST", "/sign-in/passkey", "half way"),
    Guarded("GET", "/second-factor", "enrolling", fresh=True),
    Guarded("POST", "/second-factor/app", "enrolling", fresh=True),
    Guarded("GET", "/second-factor/app", "enrolling", fresh=True),
    Guarded("GET", "/second-factor/app.svg", "enrolling", fresh=True),
    Guarded("POST", "/second-factor/app/code", "enrolling", fresh=True),
    Guarded("POST", "/second-factor/passkey/question", "enrolling", fresh=True),
    Guarded("POST", "/second-factor/passkey", "enrolling", fresh=True),
    Guarded("GET", "/desk", "account.own"),
    Guarded("GET", "/desk/account", "account.own"),
    Guarded("POST", "/desk/account/name", "account.own"),
    Guarded("POST", "/desk/account/sign-out-others", "account.own"),
    Guarded("GET", "/desk/account/confirm", "account.own"),
    Guarded("POST", "/desk/account/confirm", "account.own"),
    Guarded("GET", "/desk/account/security", "account.own", fresh=True),
    Guarded("POST", "/desk/account/password", "account.own", fresh=True),
    Guarded("POST", "/desk/account/recovery-codes", "account.own", fresh=True),
    Guarded("POST", "/desk/account/app/remove", "account.own", fresh=True),
    Guarded("POST", PASSKEY, "account.own", fresh=True, example="/desk/account/passkeys/none/remove"),
    Guarded("GET", "/desk/claims", "claim.read"),
    Guarded("GET", CLAIM, "claim.read", example=NO_CLAIM),
    Guarded("POST", f"{CLAIM}/submit", "claim.submit", example=f"{NO_CLAIM}/submit"),
    Guarded("POST", f"{CLAIM}/sign", "claim.approve", example=f"{NO_CLAIM}/sign"),
    Guarded("POST", f"{CLAIM}/return", "claim.return", example=f"{NO_CLAIM}/return"),
    Guarded("POST", f"{CLAIM}/comment", "claim.comment", example=f"{NO_CLAIM}/comment"),
    Guarded("POST", f"{CLAIM}/retire", "claim.retire", example=f"{NO_CLAIM}/retire"),
    Guarded("POST", f"{CLAIM}/bring-back", "claim.restore", example=f"{NO_CLAIM}/bring-back"),
    Guarded("GET", f"{SEVERAL}/redate", "claim.bulk"),
    Guarded("POST", f"{SEVERAL}/redate", "claim.bulk"),
    Guarded("GET", f"{SEVERAL}/retire", "claim.bulk"),
    Guarded("POST", f"{SEVERAL}/retire", "claim.bulk"),
    Guarded("GET", "/desk/sources", "source.write"),
    Guarded("GET", "/desk/sources/new", "source.write"),
    Guarded("POST", "/desk/sources/new", "source.write"),
    Guarded("GET", "/desk/sources/paste", "source.write"),
    Guarded("POST", "/desk/sources/paste", "source.write"),
    Guarded("GET", "/desk/sources/links", "source.write"),
    Guarded("GET", SOURCE, "source.write", example="/desk/sources/none"),
    Guarded("POST", SOURCE, "source.write", example="/desk/sources/none"),
    Guarded("GET", f"{SOURCE}/history", "source.write", example="/desk/sources/none/history"),
    Guarded("GET", "/desk/people", "people.manage"),
    Guarded("GET", "/desk/people/invite", "people.manage", fresh=True),
    Guarded("POST", "/desk/people/invite", "people.manage", fresh=True),
    Guarded("POST", LINK, "people.manage", fresh=True, example="/desk/people/links/9/withdraw"),
    Guarded("GET", ONE, "people.manage", fresh=True, example="/desk/people/999"),
    Guarded("POST", f"{ONE}/role", "people.manage", fresh=True, example="/desk/people/999/role"),
    Guarded("POST", f"{ONE}/suspend", "people.manage", fresh=True, example="/desk/people/999/suspend"),
    Guarded("POST", f"{ONE}/restore", "people.manage", fresh=True, example="/desk/people/999/restore"),
    Guarded("POST", f"{ONE}/let-back", "people.manage", fresh=True, example="/desk/people/999/let-back"),
    Guarded("GET", "/desk/suggestions", "suggestion.answer"),
    Guarded("GET", SUGGESTION, "suggestion.answer", example="/desk/suggestions/999"),
    Guarded("POST", f"{SUGGESTION}/answer", "suggestion.answer", example="/desk/suggestions/999/answer"),
    Guarded("POST", f"{SUGGESTION}/set-aside", "suggestion.answer", example="/desk/suggestions/9/set-aside"),
    Guarded("GET", "/desk/log", "journal.read"),
    Guarded("GET", "/desk/log.csv", "journal.read"),
    Guarded("GET", "/desk/log.json", "journal.read"),
    Guarded("GET", "/desk/agreements", "agreements.import"),
    Guarded("POST", "/desk/agreements", "agreements.import"),
    Guarded("GET", "/desk/agreements/preview", "agreements.import"),
    Guarded("GET", "/desk/agreements/preview.csv", "agreements.import"),
    Guarded("POST", "/desk/agreements/take", "agreements.import"),
    Guarded("POST", "/desk/agreements/drop", "agreements.import"),
    Guarded("GET", "/desk/rules", "rule.write"),
    Guarded("GET", RULE, "rule.write", example="/desk/rules/state_policy/99"),
    Guarded("POST", RULE, "rule.write", example="/desk/rules/state_policy/99"),
    Guarded("GET", f"{RULE}/history", "rule.write", example="/desk/rules/meeting_rule/99/history"),
    Guarded("POST", f"{RULE}/history", "rule.write", example="/desk/rules/meeting_rule/99/history"),
    Guarded("GET", "/desk/subjects", "subject.write"),
    Guarded("GET", SUBJECT, "subject.write", example="/desk/subjects/none"),
    Guarded("POST", SUBJECT, "subject.write", example="/desk/subjects/none"),
    Guarded(
        "GET", f"{SUBJECT}/words/<path:group>", "subject.write", example="/desk/subjects/none/words/names"
    ),
    Guarded(
        "POST", f"{SUBJECT}/words/<path:group>", "subject.write", example="/desk/subjects/none/words/names"
    ),
    Guarded("GET", f"{SUBJECT}/{LISTS}", "subject.write", example="/desk/subjects/none/dispute"),
    Guarded("GET", f"{SUBJECT}/{LISTS}/new", "subject.write", example="/desk/subjects/none/dispute/new"),
    Guarded("POST", f"{SUBJECT}/{LISTS}/new", "subject.write", example="/desk/subjects/none/dispute/new"),
    Guarded("GET", ENTRY, "subject.write", example=NO_ENTRY),
    Guarded("POST", ENTRY, "subject.write", example=NO_ENTRY),
    Guarded("POST", f"{ENTRY}/move", "subject.write", example=f"{NO_ENTRY}/move"),
    Guarded("POST", f"{ENTRY}/retire", "subject.write", example=f"{NO_ENTRY}/retire"),
    Guarded("GET", f"{ENTRY}/history", "subject.write", example=f"{NO_ENTRY}/history"),
    Guarded("POST", f"{ENTRY}/history", "subject.write", example=f"{NO_ENTRY}/history"),
    Guarded(
        "GET",
        "/desk/subjects/<slug:record_id>/history",
        "subject.write",
        example="/desk/subjects/none/history",
    ),
    Guarded(
        "POST",
        "/desk/subjects/<slug:record_id>/history",
        "subject.write",
        example="/desk/subjects/none/history",
    ),
    Guarded("GET", "/desk/bodies", "meeting.write"),
    Guarded("GET", "/desk/bodies/new", "meeting.write"),
    Guarded("POST", "/desk/bodies/new", "meeting.write"),
    Guarded("GET", BODY, "meeting.write", example="/desk/bodies/none"),
    Guarded("POST", BODY, "meeting.write", example="/desk/bodies/none"),
    Guarded("POST", f"{BODY}/verify", "meeting.write", example="/desk/bodies/none/verify"),
    Guarded("GET", f"{BODY}/history", "meeting.write", example="/desk/bodies/none/history"),
    Guarded("POST", f"{BODY}/history", "meeting.write", example="/desk/bodies/none/history"),
    Guarded("GET", "/desk/meetings", "meeting.write"),
    Guarded("GET", "/desk/meetings/new/<slug:body_id>", "meeting.write", example="/desk/meetings/new/none"),
    Guarded("POST", "/desk/meetings/new/<slug:body_id>", "meeting.write", example="/desk/meetings/new/none"),
    Guarded("GET", MEETING, "meeting.write", example="/desk/meetings/none"),
    Guarded("POST", MEETING, "meeting.write", example="/desk/meetings/none"),
    Guarded("POST", f"{MEETING}/cancel", "meeting.write", example="/desk/meetings/none/cancel"),
    Guarded("GET", f"{MEETING}/history", "meeting.write", example="/desk/meetings/none/history"),
    Guarded("POST", f"{MEETING}/history", "meeting.write", example="/desk/meetings/none/history"),
    Guarded("GET", "/desk/claims/new", "claim.write"),
    Guarded("POST", "/desk/claims/new", "claim.write"),
    Guarded("GET", EDIT, "claim.write", example="/desk/claims/no-such-claim/edit"),
    Guarded("POST", EDIT, "claim.write", example="/desk/claims/no-such-claim/edit"),
    Guarded("POST", "/desk/claims/check", "claim.write"),
    Guarded("GET", "/desk/claims/paper.css", "claim.write"),
    Guarded("GET", HISTORY, "claim.read", example="/desk/claims/no-such-claim/history"),
    Guarded("GET", REVISION, "claim.read", example=OLD),
    Guarded("POST", f"{REVISION}/restore", "claim.write", example=f"{OLD}/restore"),
    Guarded("GET", "/desk/library", "library.export"),
    Guarded("GET", "/desk/library/claims.yaml", "library.export"),
    Guarded("GET", "/desk/library/claims.csv", "library.export"),
    Guarded("POST", "/desk/library", "library.import"),
    Guarded("GET", "/desk/library/preview", "library.import"),
    Guarded("POST", "/desk/library/take", "library.import"),
    Guarded("POST", "/desk/library/drop", "library.import"),
]
