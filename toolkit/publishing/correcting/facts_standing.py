"""What has become of the facts of a place that a sheet printed beside its claims: agreements and rules.

Agreements are the same by agency, model and day of signing, a rule by its line and its first source: a newer
list or another look alone changes nothing. What a sheet counted is compared by its counts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from fact_sheets.dossier import Rule, Tier
from fact_sheets.here import told
from fact_sheets.sentences import say
from fact_sheets.typesetting import say_date
from toolkit.ledger import subjects
from toolkit.publishing.errors import UnknownPlace
from toolkit.publishing.knowing.dossiers import Here, here

Stored = Mapping[str, Any]  # a dossier's field as it is kept with an edition


@dataclass(frozen=True, slots=True)
class ChangedFact:
    """A line of the sheet about the place: what it said, and what is known today; empty for nothing."""

    what: str
    was: str
    today: str


def changed_facts(facts: Stored, subject: str) -> tuple[ChangedFact, ...]:
    """What the sheet with these ``facts`` prints of its place that is otherwise today."""
    try:
        known = here(facts["place"]["geoid"], subject)
    except UnknownPlace:  # the Census Bureau has given the place up since
        return ()
    return (*_agreements(facts["tiers"], known, subject), *_rules(facts, known))


def _agreements(stored: Sequence[Stored], known: Here, subject: str) -> Iterator[ChangedFact]:
    today = {tier.level: tier for tier in known.tiers}
    for was in stored:
        now = today.get(was["level"])
        if now is not None:
            yield from _tier(was, told(now), subject)


def _tier(was: Stored, now: Tier, subject: str) -> Iterator[ChangedFact]:
    if was.get("counted") or now.counted:
        many, more = _counted(was), (now.tally.agreements, now.tally.agencies)
        if many != more:
            yield ChangedFact(
                was["heading"], *(say("correcting.counted", n=n, agencies=of) for n, of in (many, more))
            )
        return
    names = {model.code: model.name for model in subjects.find(subject).models}
    before = {_key(each): _words(each, names) for each in was["agreements"]}
    after = {_key(each): _words(each, names) for each in map(_plain, now.agreements)}
    for key in (*before, *(key for key in after if key not in before)):
        if (key in before) != (key in after):
            yield ChangedFact(was["heading"], before.get(key, ""), after.get(key, ""))


def _counted(was: Stored) -> tuple[int, int]:
    """Agreements, and the agencies that hold them."""
    if counted := was.get("counted"):
        return counted["agreements"], counted["agencies"]
    return len(was["agreements"]), len({each["agency"] for each in was["agreements"]})


def _key(agreement: Stored) -> tuple[str, str, str | None]:
    return agreement["agency"], agreement["model"], agreement["signed"]


def _plain(agreement: Any) -> Stored:
    plain = asdict(agreement)
    return plain | {"signed": plain["signed"].isoformat() if plain["signed"] else None}


def _words(agreement: Stored, names: Mapping[str, str]) -> str:
    agency, model = agreement["agency"], names.get(agreement["model"], agreement["model"])
    if not agreement["signed"]:
        return say("correcting.agreement", agency=agency, model=model)
    signed = say_date(date.fromisoformat(agreement["signed"]))
    return say("correcting.signed", agency=agency, model=model, signed=signed)


def _rules(facts: Stored, known: Here) -> Iterator[ChangedFact]:
    policy = facts["policy"]
    pairs = (
        ("law", policy and policy["rule"], _rule(known.policy.rule if known.policy else None)),
        ("speaking", facts["speaking"], _rule(known.speaking)),
        ("decides", _first_verified(facts["decides"]), _first_verified(map(_rule, known.decides))),
    )
    for name, was, now in pairs:
        before, after = _said(was), _said(now)
        if was is not None and before != after:
            yield ChangedFact(say(f"correcting.{name}"), before[0], after[0])


def _rule(rule: Rule | None) -> Stored | None:
    if rule is None:
        return None
    return {"line": rule.line, "verified": rule.verified, "source_ids": rule.source_ids}


def _first_verified(stored: Any) -> Stored | None:
    """The one that a sheet prints."""
    return next((rule for rule in stored if rule["verified"]), None)


def _said(rule: Stored | None) -> tuple[str, str]:
    """What a sheet says of a rule, and on what that rests; of one that is not verified neither."""
    if rule is None or not rule["verified"]:
        return say("correcting.not_verified"), ""
    return rule["line"], next(iter(rule["source_ids"]), "")
