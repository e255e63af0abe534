"""What of each side is on paper, read back from the composed sheet: the rules judge this and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

from fact_sheets.document import FactSheet, Finding, Point
from fact_sheets.dossier import Claim, Dossier, Side, Source
from fact_sheets.errors import DossierError
from fact_sheets.measures import Argument, argument

Rule = Callable[[FactSheet, Dossier], Finding]


@dataclass(frozen=True, slots=True)
class Printed:
    """Both sides as printed, in the order of the pairs."""

    supporters: tuple[Argument, ...]
    critics: tuple[Argument, ...]

    @property
    def all(self) -> tuple[Argument, ...]:
        """Supporters, then critics."""
        return (*self.supporters, *self.critics)


def printed(sheet: FactSheet, dossier: Dossier) -> Printed:
    """The arguments of the sheet. Raises DossierError for a claim that the dossier does not hold."""
    claims = {claim.id: claim for claim in dossier.claims}
    return Printed(
        supporters=tuple(_argument(pair.supporters, claims, sheet, dossier) for pair in sheet.pairs),
        critics=tuple(_argument(pair.critics, claims, sheet, dossier) for pair in sheet.pairs),
    )


def points(sheet: FactSheet) -> tuple[Point, ...]:
    """Every claim on paper: the facts, then both sides."""
    sided = (point for pair in sheet.pairs for point in (pair.supporters, pair.critics))
    return (*sheet.facts, *sided)


def claim_of(point: Point, dossier: Dossier) -> Claim:
    """The claim behind a point, in the revision that prints."""
    for claim in dossier.claims:
        if claim.id == point.claim_id and claim.revision == point.revision:
            return claim
    raise DossierError(f"claims: the sheet prints {point.claim_id}, which the dossier does not hold")


def sides_of(claim: Claim) -> Side | None:
    """The side a claim is on, if any."""
    return claim.stance if claim.stance in ("supporters", "critics") else None


def judged(rule: Rule, passed: bool, numbers: str, *, blocks: bool = False) -> Finding:
    """The finding of ``rule``, which is named as the sentence it enforces."""
    name = rule.__name__
    sentence = name.replace("_", " ").capitalize()
    return Finding(name, sentence, "block" if blocks else "warn", passed, numbers)


def both(one: object, other: object) -> str:
    """ "112 and 118"; supporters first, as everywhere."""
    return f"{one} and {other}"


def _argument(point: Point, claims: dict[str, Claim], sheet: FactSheet, dossier: Dossier) -> Argument:
    claim = claims.get(point.claim_id)
    if claim is None:
        raise DossierError(f"claims: the sheet prints {point.claim_id}, which the dossier does not hold")
    return argument(claim, point.text, _sources(point, sheet, dossier))


def _sources(point: Point, sheet: FactSheet, dossier: Dossier) -> tuple[Source, ...]:
    """The sources whose notes the point carries and the sheet prints."""
    by_id = {source.id: source for source in dossier.sources}
    noted = [note.source_id for note in sheet.notes if note.number in point.notes]
    return tuple(by_id[source_id] for source_id in noted if source_id in by_id)
