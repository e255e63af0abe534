"""Here in [Place]: one true, dated line for each tier of agencies, then the state's rule.

"None listed" is not "none", and an agreement that left ICE's list is never called cancelled.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from fact_sheets.brief import Brief
from fact_sheets.citations import Notes
from fact_sheets.document import Cited, TierLine
from fact_sheets.dossier import Agreement, Departure, Detail, Place, Rule, Tally, Tier, TierLevel
from fact_sheets.situation import MODEL_NAMES, MODELS, whose_rule
from fact_sheets.typesetting import capitalise, count_of, join_words, say_as_of, say_date, set_words

STALE_AFTER_DAYS = 60
_AGENCIES_NAMED = 2
_AGREEMENTS_NAMED = 4
_WHOM_TO_ASK: dict[TierLevel, str] = {
    "local": "the police department",
    "county": "the sheriff’s office",
    "state": "the state police",
}


def tier_lines(brief: Brief, notes: Notes, detail: Detail = "named") -> tuple[TierLine, ...]:
    """One line a tier, in the order of the dossier, each citing ICE's list."""
    cited = notes.cite_sources([brief.local.roster.source_id])
    return tuple(
        TierLine(
            tier.level,
            set_words(_heading(tier.heading, brief.local.place)),
            tier.status,
            Cited(_line(brief, tier, detail), cited if _states_a_fact(tier) else ()),
        )
        for tier in brief.local.tiers
    )


def _line(brief: Brief, tier: Tier, detail: Detail) -> str:
    own = tier is brief.situation.tier
    return set_words(" ".join(_sentences(tier, brief.local.roster.list_date, _detail(detail, own))))


def _detail(detail: Detail, is_own: bool) -> Detail:
    """What "own" means for one tier."""
    if detail != "own":
        return detail
    return "totals" if is_own else "bare"


def policy_line(brief: Brief, notes: Notes, sources: int = 1) -> Cited:
    """The state's rule on agreements with at most ``sources`` notes, or that it is not verified."""
    whose = capitalise(whose_rule(brief.local.place))
    if brief.local.policy is None:
        return Cited(set_words(f"{whose} rule on 287(g): not verified – check with the legislature."))
    rule = brief.local.policy.rule
    cited = notes.cite_sources(rule.source_ids[:sources])
    if not rule.verified:
        return Cited(set_words(f"{whose} rule on 287(g): not verified – check."), cited)
    return Cited(rule_in_words(rule, brief.local.policy.review_by, brief.local.on), cited)


def rule_in_words(rule: Rule, review_by: date | None, on: date) -> str:
    """A verified rule's line; past its review date it says when it was last checked."""
    if review_by is None or on <= review_by:
        return set_words(rule.line)
    checked = say_date(rule.checked) if rule.checked else say_as_of(rule.as_of)
    return set_words(f"{rule.line.rstrip('.')} (last checked {checked} – check).")


def list_age(brief: Brief, notes: Notes) -> Cited | None:
    """A warning when ICE's list is older than 60 days."""
    listed, on = brief.local.roster.list_date, brief.local.on
    if (on - listed).days <= STALE_AFTER_DAYS:
        return None
    months = (on.year - listed.year) * 12 + on.month - listed.month - (on.day < listed.day)
    age = count_of(months, "month")
    return Cited(
        set_words(f"ICE’s list is {age} old: check ICE’s page for today’s."),
        notes.cite_sources([brief.local.roster.source_id]),
    )


def _heading(heading: str, place: Place) -> str:
    """The tier's heading without the names that stand over it already: "Local police", "Sheriff and jail"."""
    short = re.sub(rf" in {re.escape(place.name)}$", "", heading, flags=re.IGNORECASE)
    for name in (place.name, place.state_name or ""):
        short = re.sub(rf"^{re.escape(name)} ", "", short, flags=re.IGNORECASE)
    return capitalise(short)


def _states_a_fact(tier: Tier) -> bool:
    return tier.status in ("signed", "none_listed") or bool(tier.departures)


def _sentences(tier: Tier, list_date: date, detail: Detail) -> Iterator[str]:
    """What is true of the tier: its agreements or that none is known, then what left the list."""
    if tier.status == "signed":
        yield _signed(tier, list_date, detail)
    elif tier.status == "none_listed":
        yield f"None listed as of {say_date(list_date)}."
    elif tier.status == "not_applicable":
        yield "Does not apply here."
    else:
        yield f"Unknown – ask {_WHOM_TO_ASK[tier.level]} whether it has signed."
    if tier.departures and (detail == "named" or tier.status != "signed"):
        yield _departed(tier.departures, tier.heading, detail)


def told(tier: Tier) -> Tier:
    """The tier with what a line can say of it: agreements that no line names are counted."""
    if _are_many(tier.tally, _AGENCIES_NAMED):
        return replace(tier, agreements=(), counted=tier.tally)
    return replace(tier, agreements=tuple(replace(each, url=None) for each in tier.agreements))


def _are_many(tally: Tally, agencies: int) -> bool:
    """Whether these are counted where so many ``agencies`` may be named."""
    return tally.agencies > agencies or tally.agreements > _AGREEMENTS_NAMED


def _signed(tier: Tier, list_date: date, detail: Detail) -> str:
    """Each agreement with its agency, model and date; where there are many, their counts on the list."""
    tally = tier.tally
    if detail == "bare":
        return f"{count_of(tally.agreements, 'agreement')} as of {say_date(list_date)}."
    if _are_many(tally, _AGENCIES_NAMED if detail == "named" else 1):
        return _counted(tally, list_date, detail)
    agencies = dict.fromkeys(agreement.agency for agreement in tier.agreements)
    told = [
        (agency, _models_and_days([each for each in tier.agreements if each.agency == agency]))
        for agency in agencies
    ]
    if detail == "totals" and all(_is_in_heading(agency, tier.heading) for agency in agencies):
        return " ".join(f"{signed}." for _, signed in told)
    return " ".join(f"{agency}: {signed}." for agency, signed in told)


def _models_and_days(agreements: Sequence[Agreement]) -> str:
    """ "Jail Enforcement, signed 2 February 2024", models of one day together."""
    by_day: dict[date | None, list[str]] = {}
    for agreement in agreements:
        by_day.setdefault(agreement.signed, []).append(MODEL_NAMES[agreement.model])
    return "; ".join(
        f"{join_words(models)}, {f'signed {say_date(day)}' if day else 'signing date not on the list'}"
        for day, models in by_day.items()
    )


def _counted(tally: Tally, list_date: date, detail: Detail) -> str:
    """ "12 agreements with 9 agencies as of 18 May 2026: 10 Task Force and 2 Warrant Service." """
    partners = f"{tally.agencies} {'agency' if tally.agencies == 1 else 'agencies'}"
    if len(tally.models) == 1:
        kind = f"{MODEL_NAMES[next(iter(tally.models))]} agreement"
        return f"{count_of(tally.agreements, kind)} with {partners} as of {say_date(list_date)}."
    shares = join_words(
        [f"{tally.models[model]} {MODEL_NAMES[model]}" for model in reversed(MODELS) if model in tally.models]
    )
    total = f"{count_of(tally.agreements, 'agreement')} with {partners} as of {say_date(list_date)}"
    return f"{total}." if detail == "totals" else f"{total}: {shares}."


def _departed(departures: Sequence[Departure], heading: str, detail: Detail) -> str:
    """Agreements that left the list, and when they were last on it; several are counted."""
    newest = max(departures, key=lambda departure: departure.gone_by)
    if len(departures) > 1:
        earlier = count_of(len(departures), "earlier agreement")
        return f"{earlier} no longer on ICE’s list, the last gone by {say_date(newest.gone_by)}."
    if detail != "named":
        return f"An earlier agreement is no longer on ICE’s list as of {say_date(newest.gone_by)}."
    return (
        f"{_whose(newest, heading)} {MODEL_NAMES[newest.model]} agreement no longer on ICE’s list as of "
        f"{say_date(newest.gone_by)}; last listed {say_date(newest.last_listed)}."
    )


def _whose(departure: Departure, heading: str) -> str:
    """The agency; where the heading names the sheriff's county already, only "Sheriff’s"."""
    is_sheriff = " Sheriff" in departure.agency and _is_in_heading(departure.agency, heading)
    return "Sheriff’s" if is_sheriff else f"{departure.agency}:"


def _is_in_heading(agency: str, heading: str) -> bool:
    """Whether "Frederick County sheriff and jail" already names "Frederick County Sheriff's Office"."""
    found = re.match(r"(.+?) (Sheriff|Police)\b", agency)
    if found is None:
        return False
    place, kind = found.group(1).lower(), found.group(2).lower()
    return heading.lower().startswith(f"{place} ") and kind in heading.lower()
