"""Here in [Place]: one true, dated line for each tier of agencies, then the state's rule.

"None listed" is not "none", and an agreement that left ICE's list is never called cancelled.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from fact_sheets.citations import Notes
from fact_sheets.document import Cited, TierLine
from fact_sheets.dossier import Agreement, Departure, Dossier, Place, Rule, Tier, TierLevel
from fact_sheets.situation import MODEL_NAMES, MODELS, whose_rule
from fact_sheets.typesetting import capitalise, count_of, join_words, say_as_of, say_date, set_words

STALE_AFTER_DAYS = 60
SOURCES_A_RULE = 2  # a rule names its best sources first
_AGENCIES_NAMED = 2
_AGREEMENTS_NAMED = 4
_DEPARTURES_NAMED = 2
_WHOM_TO_ASK: dict[TierLevel, str] = {
    "local": "the police department",
    "county": "the sheriff’s office",
    "state": "the state police",
}


def tier_lines(dossier: Dossier, notes: Notes) -> tuple[TierLine, ...]:
    """One line a tier, in the dossier's order, each citing ICE's list."""
    cited = notes.cite_sources([dossier.roster.source_id])
    return tuple(
        TierLine(
            tier.level,
            set_words(_heading(tier.heading, dossier.place)),
            tier.status,
            Cited(line, cited if _states_a_fact(tier) else ()),
        )
        for tier in dossier.tiers
        for line in [_tier_in_words(tier, dossier.roster.list_date)]
    )


def policy_line(dossier: Dossier, notes: Notes) -> Cited:
    """The state's rule on agreements, or that it is not verified."""
    whose = capitalise(whose_rule(dossier.place))
    if dossier.policy is None:
        return Cited(set_words(f"{whose} rule on 287(g): not verified – check with the legislature."))
    rule = dossier.policy.rule
    cited = notes.cite_sources(rule.source_ids[:SOURCES_A_RULE])
    if not rule.verified:
        return Cited(set_words(f"{whose} rule on 287(g): not verified – check."), cited)
    return Cited(rule_in_words(rule, dossier.policy.review_by, dossier.on), cited)


def rule_in_words(rule: Rule, review_by: date | None, on: date) -> str:
    """A verified rule's line; past its review date it says when it was last checked."""
    if review_by is None or on <= review_by:
        return set_words(rule.line)
    checked = say_date(rule.checked) if rule.checked else say_as_of(rule.as_of)
    return set_words(f"{rule.line.rstrip('.')} (last checked {checked} – check).")


def list_age(dossier: Dossier, notes: Notes) -> Cited | None:
    """A warning when ICE's list is older than 60 days."""
    listed, on = dossier.roster.list_date, dossier.on
    if (on - listed).days <= STALE_AFTER_DAYS:
        return None
    months = (on.year - listed.year) * 12 + on.month - listed.month - (on.day < listed.day)
    age = count_of(months, "month")
    return Cited(
        set_words(f"ICE’s list is {age} old: check ICE’s page for today’s."),
        notes.cite_sources([dossier.roster.source_id]),
    )


def _heading(heading: str, place: Place) -> str:
    """The tier's heading without the names that stand over it already: "Local police", "Sheriff and jail"."""
    short = re.sub(rf" in {re.escape(place.name)}$", "", heading, flags=re.IGNORECASE)
    for name in (place.name, place.state_name):
        short = short.removeprefix(f"{name} ")
    return capitalise(short)


def _states_a_fact(tier: Tier) -> bool:
    return tier.status in ("signed", "none_listed") or bool(tier.departures)


def _tier_in_words(tier: Tier, list_date: date) -> str:
    sentences = []
    if tier.status == "signed":
        sentences.append(_signed(tier.agreements, list_date))
    elif tier.status == "none_listed":
        sentences.append(f"None listed as of {say_date(list_date)}.")
    elif tier.status == "not_applicable":
        sentences.append("Does not apply here.")
    else:
        sentences.append(f"Unknown – ask {_WHOM_TO_ASK[tier.level]} whether it has signed.")
    if tier.departures:
        sentences.append(_departed(tier.departures, tier.heading))
    return set_words(" ".join(sentences))


def _signed(agreements: Sequence[Agreement], list_date: date) -> str:
    """Each agreement with its agency, model and date; where there are many, their counts on the list."""
    agencies = dict.fromkeys(agreement.agency for agreement in agreements)
    if len(agencies) > _AGENCIES_NAMED or len(agreements) > _AGREEMENTS_NAMED:
        return _counted(agreements, len(agencies), list_date)
    return " ".join(
        _signed_by(agency, [agreement for agreement in agreements if agreement.agency == agency])
        for agency in agencies
    )


def _signed_by(agency: str, agreements: Sequence[Agreement]) -> str:
    """ "Frederick County Sheriff’s Office: Jail Enforcement, signed 2 February 2024." """
    by_day: dict[date | None, list[str]] = {}
    for agreement in agreements:
        by_day.setdefault(agreement.signed, []).append(MODEL_NAMES[agreement.model])
    parts = [
        f"{join_words(models)}, {f'signed {say_date(day)}' if day else 'signing date not on the list'}"
        for day, models in by_day.items()
    ]
    return f"{agency}: {'; '.join(parts)}."


def _counted(agreements: Sequence[Agreement], agencies: int, list_date: date) -> str:
    """ "12 agreements with 9 agencies as of 18 May 2026: 10 Task Force and 2 Warrant Service." """
    models = Counter(agreement.model for agreement in agreements)
    partners = f"{agencies} {'agency' if agencies == 1 else 'agencies'}"
    if len(models) == 1:
        kind = f"{MODEL_NAMES[agreements[0].model]} agreement"
        return f"{count_of(len(agreements), kind)} with {partners} as of {say_date(list_date)}."
    shares = join_words(
        [f"{models[model]} {MODEL_NAMES[model]}" for model in reversed(MODELS) if models[model]]
    )
    total = f"{count_of(len(agreements), 'agreement')} with {partners}"
    return f"{total} as of {say_date(list_date)}: {shares}."


def _departed(departures: Sequence[Departure], heading: str) -> str:
    """Agreements that left the list, and when they were last on it."""
    if len(departures) > _DEPARTURES_NAMED:
        newest = max(departure.gone_by for departure in departures)
        earlier = count_of(len(departures), "earlier agreement")
        return f"{earlier} no longer on ICE’s list; the last was gone by {say_date(newest)}."
    return " ".join(
        f"{_whose(departure, heading)} {MODEL_NAMES[departure.model]} agreement no longer on ICE’s list as "
        f"of {say_date(departure.gone_by)}; last listed {say_date(departure.last_listed)}."
        for departure in departures
    )


def _whose(departure: Departure, heading: str) -> str:
    """The agency; where the heading names the sheriff's county already, only "Sheriff’s"."""
    county, is_sheriff, _ = departure.agency.partition(" Sheriff")
    return "Sheriff’s" if is_sheriff and heading.startswith(f"{county} sheriff") else f"{departure.agency}:"
