"""A dossier made by hand: few claims, every rule of balance met, and easy to spoil by one change."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from fact_sheets.brief import Brief, brief_of
from fact_sheets.citations import Pages
from fact_sheets.dossier import (
    Agreement,
    Citation,
    Claim,
    Dispute,
    Dossier,
    GlossaryTerm,
    Imprint,
    Library,
    Local,
    Model,
    OfficialQuestion,
    Place,
    Roster,
    RosterCount,
    Rule,
    Scope,
    Source,
    Stance,
    StatePolicy,
    Tier,
)
from toolkit.config import FIRST_SUBJECT
from toolkit.ledger import subjects

TODAY = date(2026, 11, 26)
CHECKED = date(2026, 11, 21)
REVIEW_BY = date(2027, 11, 21)
LISTED = date(2026, 11, 2)


def source(source_id: str, publisher: str, perspective: str = "independent", year: int = 2024) -> Source:
    """A report by one publisher."""
    return Source(
        id=source_id,
        csl={
            "id": source_id,
            "type": "report",
            "title": f"Report of {publisher}",
            "author": [{"literal": publisher}],
            "publisher": publisher,
            "issued": {"date-parts": [[year]]},
            "URL": f"https://example.org/{source_id}",
        },
        tag=f"{publisher} {year}",
        kind="report",
        perspective=perspective,
        url=f"https://example.org/{source_id}",
        verified="primary-read",
    )


def claim(claim_id: str, stance: Stance, topic: str, text: str, *source_ids: str, **more: Any) -> Claim:
    """A national claim, checked and in date."""
    made = Claim(
        id=claim_id,
        revision=1,
        stance=stance,
        topic=topic,
        text=text,
        as_of="2024",
        checked=CHECKED,
        review_by=REVIEW_BY,
        scope=Scope(),
        models=(),
        statistic=False,
        story=False,
        citations=tuple(Citation(source_id, "p. 1") for source_id in source_ids),
    )
    return replace(made, **more)


SOURCES = (
    source("law", "Congress", "government-operator"),
    source("ice", "ICE", "government-operator"),
    source("list", "ICE", "government-operator"),
    source("state", "State of Maryland", "government-operator"),
    source("guide", "Meeting Guide"),
    source("s1", "Sheriffs Group", "supportive"),
    source("s2", "Policy Center", "supportive"),
    source("s3", "County Herald"),
    source("s4", "State Tribune"),
    source("c1", "Rights Group", "critical"),
    source("c2", "Chiefs Group", "critical"),
    source("c3", "City Post"),
    source("c4", "River Times"),
)
LOCAL_SOURCES = {"list", "state", "guide"}
FACTS = (
    claim(
        "f-1", "background", "legal-authority", "Federal law does not make any county or city join.", "law"
    ),
    claim("f-2", "background", "training-oversight", "Officers in the program stay local employees.", "law"),
    claim("f-3", "background", "cost-and-funding", "The law puts the cost on the local agency.", "law"),
)
SUPPORTERS = (
    claim(
        "s-1",
        "supporters",
        "public-safety",
        "A group of sheriffs says the program helps jails hand over people who are held for serious crimes.",
        "s1",
    ),
    claim(
        "s-2",
        "supporters",
        "community-trust",
        "A policy center found that crimes against new arrivals were reported as often as other crimes.",
        "s2",
    ),
    claim(
        "s-3",
        "supporters",
        "cost-and-funding",
        "One county said in the local paper that federal money paid for all of its training and gear.",
        "s3",
    ),
    claim(
        "s-4",
        "supporters",
        "training-oversight",
        "A state paper reported that officers are trained by ICE and work under its rules each day.",
        "s4",
    ),
)
CRITICS = (
    claim(
        "c-1",
        "critics",
        "public-safety",
        "A rights group says that most people held had minor charges, or no criminal charges at all.",
        "c1",
    ),
    claim(
        "c-2",
        "critics",
        "community-trust",
        "A group of police chiefs warned that residents would be afraid to report a crime they see.",
        "c2",
    ),
    claim(
        "c-3",
        "critics",
        "cost-and-funding",
        "One city said in the local paper that it would have lost officer hours and money on it.",
        "c3",
    ),
    claim(
        "c-4",
        "critics",
        "training-oversight",
        "A local paper reported that ICE had too few staff to watch over the agencies that joined.",
        "c4",
    ),
)
DISPUTES = (
    Dispute(
        "d-1", "Does it make people safer?", ("s-1",), ("c-1",), (), "No study covers the last two years."
    ),
    Dispute("d-2", "Does it change who calls the police?", ("s-2",), ("c-2",), (), "Few records show it."),
    Dispute("d-3", "What does it cost?", ("s-3",), ("c-3",), ("f-3",), "Few agencies publish accounts."),
    Dispute("d-4", "Is the training enough?", ("s-4",), ("c-4",), ("f-2",), "Pass rates are not public."),
)
GLOSSARY = (
    GlossaryTerm("287(g) agreement", "A signed agreement between ICE and a local agency.", ("law", "ice")),
    GlossaryTerm(
        "Jail Enforcement Model (JEM)", "Jail staff identify people who may be removable.", ("ice",)
    ),
    GlossaryTerm("Warrant Service Officer model (WSO)", "Jail staff serve ICE’s warrants.", ("ice",)),
    GlossaryTerm("Task Force Model (TFM)", "Officers work outside the jail.", ("ice",)),
    GlossaryTerm("ICE", "The federal agency that runs the program.", ("ice",)),
    GlossaryTerm("Secure Communities", "A check of fingerprints at booking.", ("ice",)),
)
QUESTIONS = (
    OfficialQuestion("q-1", "Does our agency have an agreement now?", (), ()),
    OfficialQuestion("q-2", "Which model did we sign, and when?", ("recorded",), ()),
    OfficialQuestion("q-3", "What would lead our agency to join?", ("none",), ()),
    OfficialQuestion("q-4", "Who supervises officers in the field?", ("recorded",), ("TFM",)),
    OfficialQuestion("q-5", "How long does our jail hold people for ICE?", (), ("JEM", "WSO")),
    OfficialQuestion("q-6", "Has the agency tracked calls from victims?", (), ()),
    OfficialQuestion("q-7", "What happens when a citizen is held?", (), ()),
)
ROSTER = Roster(list_date=LISTED, sha256="0" * 64, source_id="list", state_agreements=3)
COUNTS = (
    RosterCount(date(2025, 1, 19), 135, 133, 21),
    RosterCount(LISTED, 1843, 1549, 40),
)
POLICY = StatePolicy(
    "no-statewide-rule",
    Rule("We found no Maryland law that requires or bars 287(g).", True, "2026-02-17", ("state",), CHECKED),
    review_by=date(2027, 2, 19),
)
IMPRINT = Imprint(
    made_by="the 287(g) Toolkit",
    funding="none",
    corrections="corrections@example.org",
    base_url="https://toolkit.example.org",
    library="starter library, checked against its sources on November 21, 2026, not yet reviewed by you",
)
# The first subject, resting on the sources of this dossier.
CONTENT = {
    **(_shipped := subjects.content(subjects.SHIPPED / FIRST_SUBJECT)),
    "id": FIRST_SUBJECT,
    "sources": ["law", "ice"],
    "models": [{**model, "source_ids": ["ice"]} for model in _shipped["models"]],
}
SUBJECT = subjects.pressed(CONTENT)
PERSPECTIVES = SUBJECT.perspectives
PAGES = Pages(SOURCES, PERSPECTIVES)


def place() -> Place:
    """Frederick County, Maryland."""
    return Place("24021", "county", "Frederick County", "Frederick County, Maryland", "24", "Maryland")


def tiers(own: Model | None = "JEM") -> tuple[Tier, ...]:
    """No agreement but the county's own, if any."""
    signed = (Agreement("Frederick County Sheriff's Office", own, date(2024, 2, 2), None),) if own else ()
    return (
        Tier("local", "Local police in Frederick County", "none"),
        Tier("county", "Frederick County sheriff and jail", "recorded" if signed else "none", signed),
        Tier("state", "Maryland statewide agencies", "none"),
    )


def dossier(**changes: Any) -> Dossier:
    """The dossier of a county with a jail agreement that may choose, with these fields changed."""
    local = Local(
        on=TODAY,
        first_side="supporters",
        place=place(),
        tiers=tiers(),
        roster=ROSTER,
        policy=POLICY,
        speaking=Rule("Maryland law lets you attend a public meeting.", True, "2024", ("guide",), CHECKED),
        decides=(Rule("The elected sheriff often signs alone.", True, "2024", ("guide",), CHECKED),),
        sources=tuple(source for source in SOURCES if source.id in LOCAL_SOURCES),
        imprint=IMPRINT,
    )
    shelf = Library(
        subject=SUBJECT,
        claims=(*FACTS, *SUPPORTERS, *CRITICS),
        disputes=DISPUTES,
        questions=QUESTIONS,
        glossary=GLOSSARY,
        counts=COUNTS,
        sources=tuple(source for source in SOURCES if source.id not in LOCAL_SOURCES),
    )
    return changed(Dossier(local, shelf), **changes)


def brief(**changes: Any) -> Brief:
    """The same as sections are given it."""
    return brief_of(dossier(**changes))


def changed(whole: Dossier, **changes: Any) -> Dossier:
    """The dossier with these fields changed, each in the part that it belongs to.

    ``sources`` are those of the library; the local ones then are gone.
    """
    of_library = {field.name for field in fields(Library)}
    if "sources" in changes:
        whole = replace(whole, local=replace(whole.local, sources=()))
    local = {name: value for name, value in changes.items() if name not in of_library}
    library = {name: value for name, value in changes.items() if name in of_library}
    return replace(whole, local=replace(whole.local, **local), library=replace(whole.library, **library))


def with_claim(whole: Dossier, claim_id: str, **changes: Any) -> Dossier:
    """The dossier with one claim changed."""
    claims = tuple(replace(c, **changes) if c.id == claim_id else c for c in whole.library.claims)
    return changed(whole, claims=claims)
