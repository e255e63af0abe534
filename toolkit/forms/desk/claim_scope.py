"""The places that a claim is about, as an editor types them: names or Census codes in one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.curation.known import Named, jurisdictions
from toolkit.extensions import gettext as _
from toolkit.ledger.claim_words import ClaimWords
from toolkit.publishing.errors import AmbiguousPlace, FactsMissing, UnknownPlace
from toolkit.publishing.finding.places import resolve

SHOWN = 5
_CODES = re.compile(r"[\d\s,]+")
_STATE = 2  # digits of a state at the head of every code


@dataclass(frozen=True, slots=True)
class TypedScope:
    """What was read: the three lists of a claim, what they are called, and what could not be read."""

    states: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def read(text: str) -> TypedScope:
    """The places of "24021; Carroll County, MD"; a county or town brings its state along."""
    found = [_read(piece.strip()) for piece in re.split(r"[;\n]", text) if piece.strip()]
    codes = [code for piece, _fault in found for code in piece]
    known = jurisdictions(codes)
    unknown = [_("No place has the code “%(code)s”.", code=code) for code in codes if code not in known]
    named = list(known.values())
    states = {each.geoid[:_STATE] for each in named}
    return TypedScope(
        states=tuple(sorted(states)),
        counties=_of("counties", named),
        places=_of("places", named),
        names=tuple(each.name for each in named),
        faults=(*(fault for _piece, fault in found if fault), *unknown),
    )


def written(words: ClaimWords) -> str:
    """The line that reads as these places again: a state only where nothing in it is named."""
    within = *words.scope_counties, *words.scope_places
    covered = {code[:_STATE] for code in within}
    return "; ".join((*(state for state in words.scope_states if state not in covered), *within))


def _of(where: str, named: list[Named]) -> tuple[str, ...]:
    return tuple(each.geoid for each in named if each.where == where)


def _read(piece: str) -> tuple[list[str], str]:
    """The codes of one piece, and what is wrong with it."""
    if _CODES.fullmatch(piece):
        return re.findall(r"\d+", piece), ""
    try:
        return [resolve(piece).geoid], ""
    except AmbiguousPlace as refusal:
        said = _("Type the code of one: %(codes)s.", codes="; ".join(_choices(refusal)))
        return [], f"{refusal} {said}"
    except (UnknownPlace, FactsMissing):
        return [], _(
            "No place is called “%(name)s”. Type its name and state, or its code; put ; between two.",
            name=piece[:60],
        )


def _choices(refusal: AmbiguousPlace) -> Iterator[str]:
    yield from (f"{geoid} {label}" for geoid, label in refusal.choices[:SHOWN])
    if len(refusal.choices) > SHOWN:
        yield "…"
