"""One text for a body that hears one spokesperson for a group: the shared ask and as many points as the time holds."""

from fact_sheets.testimony.ask import the_ask
from fact_sheets.citations import Notes
from fact_sheets.testimony.deal import Wanted, dealt_claims
from fact_sheets.dossier import Dossier
from fact_sheets.imprint import imprint_line
from fact_sheets.testimony.plan import Clock, Unit, by_priority, fitting, lay_out, point_unit
from fact_sheets.testimony.script import Script
from fact_sheets.testimony.speaker import SpeakerError
from fact_sheets.typesetting import set_words

LONGEST_POOLED = 15 * 60  # seconds; longer than any rule that was seen


def pooled(dossier: Dossier, wanted: Wanted, limit: int) -> Script:
    """The text of one spokesperson within ``limit`` seconds, with the claims that the deal would give out."""
    if not 60 <= limit <= LONGEST_POOLED:
        raise SpeakerError("pooled", "A pooled text takes from 1:00 to 15:00.")
    asked = the_ask(dossier, wanted.position)
    units = by_priority(
        [
            Unit("greeting", f"Thank you for hearing me. I speak for {_group(wanted)}."),
            Unit("ask", f"We ask you to {asked}."),
            *(point_unit(claim) for claim in dealt_claims(dossier, wanted)),
            Unit("again", f"Again, we ask you to {asked}."),
            Unit("copies", "We have copies with sources for the clerk."),
            Unit("thanks", "Thank you."),
        ]
    )
    clock = Clock(wanted.pace)
    kept = fitting(units, clock.budget(limit)) or []
    notes = Notes(dossier.sources)
    said = [unit.claim_id for unit in kept if unit.claim_id]
    return Script(
        title="One text for a group",
        place_label=set_words(dossier.place.label),
        body="",
        position=wanted.position,
        on=dossier.on,
        limit=limit,
        pace=wanted.pace,
        interpreter=False,
        plan=lay_out(kept, limit, clock, notes),
        left_out=tuple("a point" for unit in units if unit.claim_id and unit not in kept),
        if_asked=(),
        notes=notes.printed(),
        check_line=f"{dossier.imprint.base_url}/places/{dossier.place.geoid}",
        imprint_line=imprint_line(dossier.imprint, [claim for claim in dossier.claims if claim.id in said]),
    )


def _group(wanted: Wanted) -> str:
    return "a neighbor too" if wanted.speakers == 2 else f"{wanted.speakers} residents" if wanted.speakers > 1 else "myself"
