"""Both subjects side by side: a dossier of the first, and the words of it that the second may never print."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from fact_sheets.dossier import Agreement, Dossier, Library, Roster, RosterCount, Tier
from tests.samples import library as starter
from tests.samples import plate_readers
from toolkit.ledger import subjects

LISTED = date(2026, 5, 18)
FOREIGN = re.compile(
    r"287\(?g|two eighty-seven|\bICE\b|Immigration and Customs|\bJEM\b|\bWSO\b|\bTFM\b|Task Force"
    r"|Jail Enforcement|Warrant Service|[Aa]greement|[Jj]ails?\b|federal program"
    r"|\bsign(s|ed|ing)? (an?|the)\b"
)


def foreign(text: str) -> list[str]:
    """The words of the first subject in a text."""
    return [found.group() for found in FOREIGN.finditer(" ".join(text.split()))]


@cache
def first_subject() -> Dossier:
    """An invented town with an agreement, by the first subject's own files."""
    held = Agreement("Lakeside Police Department", "TFM", date(2025, 3, 5), None)
    like = plate_readers.places()["recorded"].local
    town = replace(like.place, geoid="2799999", name="Lakeside", label="Lakeside, Minnesota")
    own, *above = (Tier(tier.level, tier.heading, "none") for tier in like.tiers)
    local = replace(
        like,
        place=town,
        tiers=(replace(own, heading="Lakeside police", status="recorded", agreements=(held,)), *above),
        roster=Roster(LISTED, "5" * 64, "ice-lists-archive", state_agreements=12),
        policy=starter.policy("27"),
        decides=starter.decides("27", "place"),
        sources=(*starter.sources(), *starter.rule_sources()),
    )
    library = Library(
        subject=subjects.shipped()[0],
        claims=starter.claims(),
        disputes=starter.disputes(),
        questions=starter.questions(),
        glossary=starter.glossary(),
        counts=(RosterCount(date(2025, 1, 31), 135, 133, 21), RosterCount(LISTED, 1843, 1549, 40)),
        sources=starter.sources(),
    )
    return Dossier(local, library)
