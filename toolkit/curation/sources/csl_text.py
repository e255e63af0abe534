"""Names and dates of CSL-JSON as an editor types them: a line for each name, a year, year-month or day."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")
_PARTICLE = re.compile(r"((?:[a-zß-öø-ÿ’'`]+ )+)(?=\S)")


def people_in(names: object) -> str:
    """ "Stana, Richard M." for each person, one a line; a suffix comes third."""
    return "\n".join(_person_line(name) for name in names_of(names) if "literal" not in name)


def organizations_in(names: object) -> str:
    """Names that are not those of people, one a line."""
    return "\n".join(name["literal"] for name in names_of(names) if "literal" in name)


def names_of(names: object) -> list[dict[str, str]]:
    """The names of a list, each with the parts that we keep; what is no name is left out."""
    found = (_name(name) for name in names if isinstance(name, Mapping)) if isinstance(names, list) else ()
    return [name for name in found if name]


def authors(people: str, organizations: str, before: object = None) -> list[dict[str, str]]:
    """CSL names of what was typed. Names that read as ``before`` keep their parts and their order."""
    typed = [(line, _person(line)) for line in _lines(people)]
    typed += [(line, {"literal": line}) for line in _lines(organizations)]
    known = names_of(before)
    left = {_line(name): name for name in known}
    found = [left.get(line, name) for line, name in typed]
    return (
        known
        if sorted(map(_line, known)) == sorted(map(_line, found)) and _same_order(known, found)
        else found
    )


def date_in(value: object) -> str:
    """ "2020-09" of CSL's {"date-parts": [[2020, 9]]}, "2020/2021" of a span; empty if unreadable."""
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    text = "/".join(map(_date_text, parts[:2])) if isinstance(parts, list) else ""
    return text if date_parts(text) else ""


def date_parts(text: str) -> dict[str, list[list[int]]] | None:
    """CSL's form of a year, year-month or day, or of a span of two; None for what is no date."""
    found = [_numbers(part) for part in text.split("/", 1)]
    return {"date-parts": [part for part in found if part]} if all(found) else None


def _date_text(part: object) -> str:
    numbers = [str(number) for number in part[:3]] if isinstance(part, list) else []
    return "-".join(f"{int(number):02d}" for number in numbers if re.fullmatch(r"[0-9]{1,4}", number))


def _numbers(text: str) -> list[int]:
    """Year, month and day as far as they are given; empty for what is no date."""
    found = _DATE.fullmatch(text.strip())
    numbers = [int(part) for part in found.groups() if part] if found else []
    try:
        return numbers if numbers and date(*[*numbers, 1, 1][:3]) else []
    except ValueError:
        return []


def _same_order(known: Iterable[dict[str, str]], found: Iterable[dict[str, str]]) -> bool:
    """Whether people and organizations each stand as they did; between them nobody typed an order."""
    pairs = (known, found)
    one, other = (
        [[_line(n) for n in names if ("literal" in n) == kind] for kind in (True, False)] for names in pairs
    )
    return one == other


def _line(name: Mapping[str, str]) -> str:
    return name["literal"] if "literal" in name else _person_line(name)


def _name(name: Mapping[Any, Any]) -> dict[str, str]:
    """The parts that we keep; Crossref calls an organization's name "name"."""
    parts = ("family", "given", "suffix", "non-dropping-particle", "dropping-particle", "literal", "name")
    known = {
        part: text for part in parts if isinstance(name.get(part), str) and (text := _line_of(name[part]))
    }
    whole = known.pop("name", "")
    if whole and "family" not in known and "literal" not in known:
        return {"literal": whole}
    if "literal" in known or "family" in known:
        return {"literal": known["literal"]} if "literal" in known else known
    return {"literal": known["given"]} if "given" in known else {}


def _person_line(name: Mapping[str, str]) -> str:
    particles = (name.get("dropping-particle", ""), name.get("non-dropping-particle", ""))
    family = " ".join(part for part in (*particles, name["family"]) if part)
    return ", ".join(part for part in (family, name.get("given", ""), name.get("suffix", "")) if part)


def _person(line: str) -> dict[str, str]:
    family, given, suffix = [part.strip() for part in [*line.split(",", 2), "", ""][:3]]
    found = _PARTICLE.match(family)
    parts = {"family": family.removeprefix(found[1]) if found else family, "given": given, "suffix": suffix}
    if found:
        parts["non-dropping-particle"] = found[1].strip()
    return {name: text for name, text in parts.items() if text}


def _lines(text: str) -> list[str]:
    return [line for line in map(_line_of, text.splitlines()) if line]


def _line_of(text: str) -> str:
    return " ".join(text.split())
