"""What of each side is on paper, read back from the composed sheet: the rules judge this and nothing else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fact_sheets.brief import Brief
from fact_sheets.document import FactSheet, Finding, Point
from fact_sheets.dossier import Claim, Side
from fact_sheets.errors import DossierError
from fact_sheets.measures import Argument, argument
from fact_sheets.sentences import say

Rule = Callable[[FactSheet, Brief], Finding]


@dataclass(frozen=True, slots=True)
class Printed:
    """Both sides as printed, in the order of the pairs."""

    supporters: tuple[Argument, ...]
    critics: tuple[Argument, ...]

    @property
    def all(self) -> tuple[Argument, ...]:
        """Supporters, then critics."""
        return (*self.supporters, *self.critics)


def printed(sheet: FactSheet, brief: Brief) -> Printed:
    """The arguments of the sheet. Raises DossierError for a claim that the dossier does not hold."""
    noted = {
        note.number: brief.sources[note.source_id] for note in sheet.notes if note.source_id in brief.sources
    }

    def side(points: Iterable[Point]) -> tuple[Argument, ...]:
        return tuple(
            argument(
                claim_of(point, brief),
                point.text,
                tuple(noted[number] for number in point.notes if number in noted),
            )
            for point in points
        )

    return Printed(
        supporters=side(pair.supporters for pair in sheet.pairs),
        critics=side(pair.critics for pair in sheet.pairs),
    )


def points(sheet: FactSheet) -> tuple[Point, ...]:
    """Every claim on paper: the facts, then both sides."""
    sided = (point for pair in sheet.pairs for point in (pair.supporters, pair.critics))
    return (*sheet.facts, *sided)


def claim_of(point: Point, brief: Brief) -> Claim:
    """The claim behind a point, in the revision that prints."""
    claim = brief.claims.get(point.claim_id)
    if claim is None or claim.revision != point.revision:
        raise DossierError(f"claims: the sheet prints {point.claim_id}, which the dossier does not hold")
    return claim


def sides_of(claim: Claim) -> Side | None:
    """The side a claim is on, if any."""
    return claim.stance if claim.stance in ("supporters", "critics") else None


def judged(rule: Rule, passed: bool, case: str = "", *, blocks: bool = False, **numbers: object) -> Finding:
    """The finding of ``rule`` in the words that the sentences have for it, or for one ``case`` of it."""
    name = rule.__name__
    found = say(f"findings.{name}{case}", **numbers)
    return Finding(name, say(f"balance.{name}"), "block" if blocks else "warn", passed, found)
