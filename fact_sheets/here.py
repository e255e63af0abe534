"""Here in [Place]: one true, dated line for each tier of agencies, then the state's rule.

What a list does not show is not "none", and an agreement that left a list is never called cancelled.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from fact_sheets.brief import Brief
from fact_sheets.choice import Detail
from fact_sheets.citations import Notes
from fact_sheets.document import Cited, TierLine
from fact_sheets.dossier import Agreement, Departure, Place, Rule, StatePolicy, Tally, Tier
from fact_sheets.sentences import say
from fact_sheets.subject import Subject
from fact_sheets.typesetting import capitalise, join_words, say_as_of, say_date, set_words

_AGENCIES_NAMED = 2
_AGREEMENTS_NAMED = 4


def tier_lines(brief: Brief, notes: Notes, detail: Detail = "named") -> tuple[TierLine, ...]:
    """One line a tier, in the order of the dossier, each citing the list."""
    roster = brief.local.roster
    cited = notes.cite_sources([roster.source_id]) if roster else ()
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
    detail = _detail(detail, tier is brief.situation.tier)
    return set_words(" ".join(_sentences(brief, tier, detail)))


def _detail(detail: Detail, is_own: bool) -> Detail:
    """What "own" means for one tier."""
    if detail != "own":
        return detail
    return "totals" if is_own else "bare"


def policy_line(brief: Brief, notes: Notes, sources: int = 1) -> Cited:
    """The state's rule on the subject with at most ``sources`` notes, or that it is not verified."""
    if brief.local.policy is None:
        return Cited(set_words(brief.says("rule", when={"known": "no"})))
    rule = brief.local.policy.rule
    cited = notes.cite_sources(rule.source_ids[:sources])
    if not rule.verified:
        return Cited(set_words(brief.says("rule", when={"known": "yes"})), cited)
    return Cited(rule_in_words(rule, brief.local.policy.review_by, brief.local.on), cited)


def rule_in_words(rule: Rule, review_by: date | None, on: date) -> str:
    """A verified rule's line; past its review date it says when it was last checked."""
    if review_by is None or on <= review_by:
        return set_words(rule.line)
    checked = say_date(rule.checked) if rule.checked else say_as_of(rule.as_of)
    return set_words(say("sheet.last_checked", line=rule.line.rstrip("."), checked=checked))


def listed(brief: Brief) -> tuple[str, str, str] | None:
    """Which list the sheet rests on, cut around its date; None where there is no list, or nothing on it."""
    if brief.local.roster is None or not brief.says.has("listed"):
        return None
    day = say_date(brief.local.roster.list_date)
    before, _, after = brief.says("listed").partition(day)
    return before.rstrip(" "), day, after


def list_age(brief: Brief, notes: Notes) -> Cited | None:
    """A warning when the list is older than the subject allows."""
    roster, on = brief.local.roster, brief.local.on
    if roster is None or not brief.says.has("list_age"):
        return None
    if not is_stale(roster.list_date, on, brief.subject):
        return None
    months = (on.year - roster.list_date.year) * 12 + on.month - roster.list_date.month
    months -= on.day < roster.list_date.day
    return Cited(set_words(brief.says("list_age", months)), notes.cite_sources([roster.source_id]))


def is_stale(list_date: date, on: date, subject: Subject) -> bool:
    """Whether a list of this day is too old, on that day, to be shown without a warning."""
    return (on - list_date).days > subject.register.stale_days


def _heading(heading: str, place: Place) -> str:
    """The tier's heading without the names that stand over it already: "Local police", "Sheriff and jail"."""
    short = re.sub(rf" in {re.escape(place.name)}$", "", heading, flags=re.IGNORECASE)
    for name in (place.name, place.state_name or ""):
        short = re.sub(rf"^{re.escape(name)} ", "", short, flags=re.IGNORECASE)
    return capitalise(short)


def _states_a_fact(tier: Tier) -> bool:
    return tier.status in ("recorded", "ended", "none") or bool(tier.departures)


def _sentences(brief: Brief, tier: Tier, detail: Detail) -> Iterator[str]:
    """What is true of the tier: its agreements or that none is known, then what left the list."""
    if tier.status == "recorded":
        yield _recorded(brief, tier, detail)
        if (day := ended_by_law(brief.local.policy)) and brief.says.has("ended_by_law"):
            when = {"day": "past" if day <= brief.local.on else "to come"}
            yield brief.says("ended_by_law", when=when, ended=say_date(day))
    elif tier.status != "ended" or not tier.departures:
        yield brief.says("tier", when={"status": tier.status, "level": tier.level})
    if tier.departures and (detail == "named" or tier.status != "recorded"):
        yield _departed(brief, tier.departures, tier.heading, detail)


def ended_by_law(policy: StatePolicy | None) -> date | None:
    """The day by which a verified rule of the state ends the agreements that a list may still show."""
    return policy.ends_agreements_on if policy and policy.rule.verified else None


def told(tier: Tier) -> Tier:
    """The tier with what a line can say of it: agreements that no line names are counted."""
    if _are_many(tier.tally, _AGENCIES_NAMED):
        return replace(tier, agreements=(), counted=tier.tally)
    return replace(tier, agreements=tuple(replace(each, url=None) for each in tier.agreements))


def _are_many(tally: Tally, agencies: int) -> bool:
    """Whether these are counted where so many ``agencies`` may be named."""
    return tally.agencies > agencies or tally.agreements > _AGREEMENTS_NAMED


def _recorded(brief: Brief, tier: Tier, detail: Detail) -> str:
    """Each agreement with its agency, model and date; where there are many, their counts on the list."""
    if detail == "bare" or _are_many(tier.tally, _AGENCIES_NAMED if detail == "named" else 1):
        return _counted(brief, tier.tally, detail)
    agencies = dict.fromkeys(agreement.agency for agreement in tier.agreements)
    short = detail == "totals" and all(_is_in_heading(agency, tier.heading) for agency in agencies)
    return " ".join(
        brief.says(
            "tier",
            when={"status": "recorded", "told": "heading" if short else "agency"},
            agency=agency,
            signed=_models_and_days(brief, [each for each in tier.agreements if each.agency == agency]),
        )
        for agency in agencies
    )


def _models_and_days(brief: Brief, agreements: Sequence[Agreement]) -> str:
    """ "Jail Enforcement, signed February 2, 2024", models of one day together."""
    by_day: dict[date | None, list[str]] = {}
    for agreement in agreements:
        by_day.setdefault(agreement.signed, []).append(brief.subject.model(agreement.model).name)
    return "; ".join(
        brief.says(
            "signed",
            when={"day": "known" if day else "unknown"},
            models=join_words(models),
            date=say_date(day) if day else "",
        )
        for day, models in by_day.items()
    )


def _counted(brief: Brief, tally: Tally, detail: Detail) -> str:
    """ "12 agreements with 9 agencies as of May 18, 2026: 10 Task Force and 2 Warrant Service." """
    names = {model.code: model.name for model in brief.subject.models if model.code in tally.models}
    told = "models"
    if detail == "bare":
        told = "total"
    elif len(names) == 1:
        told = "one model"
    elif detail == "totals":
        told = "agencies"
    return brief.says(
        "tier",
        tally.agreements,
        {"status": "recorded", "told": told},
        partners=brief.says("partners", tally.agencies),
        model=next(iter(names.values()), ""),
        models=join_words([f"{tally.models[code]} {name}" for code, name in reversed(names.items())]),
    )


def _departed(brief: Brief, departures: Sequence[Departure], heading: str, detail: Detail) -> str:
    """Agreements that left the list, and when they were last on it; several are counted."""
    newest = max(departures, key=lambda departure: departure.gone_by)
    counted = len(departures) > 1 or detail != "named"
    # Where the heading names the sheriff's county already, only the sheriff is said.
    is_sheriff = " Sheriff" in newest.agency and _is_in_heading(newest.agency, heading)
    return brief.says(
        "departed",
        len(departures),
        {"told": "counted" if counted else "named", "agency": "in heading" if is_sheriff else "said"},
        agency=newest.agency,
        model=brief.subject.model(newest.model).name,
        gone_by=say_date(newest.gone_by),
        last_listed=say_date(newest.last_listed),
    )


def _is_in_heading(agency: str, heading: str) -> bool:
    """Whether "Frederick County sheriff and jail" already names "Frederick County Sheriff's Office"."""
    found = re.match(r"(.+?) (Sheriff|Police)\b", agency)
    if found is None:
        return False
    place, kind = found.group(1).lower(), found.group(2).lower()
    return heading.lower().startswith(f"{place} ") and kind in heading.lower()
