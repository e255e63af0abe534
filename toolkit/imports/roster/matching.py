"""Which government an agency on ICE's list belongs to, by exact names only.

An agency is matched to its own government, or kept as another agency in a county (constables of a
precinct, colleges, airports, regional forces), as statewide, or as placed no closer than its state.
What an exact look-up cannot settle is settled by ``data/aliases.toml`` or reported; nothing is guessed.
"""

import re

from toolkit.imports.census.states import BY_CODE
from toolkit.imports.reading import RowProblem
from toolkit.imports.roster.agreement import AgreementHistory, Match
from toolkit.imports.roster.aliases import Aliases
from toolkit.imports.roster.governments import Government, Governments, key
from toolkit.imports.roster.list_file import ListedAgreement
from toolkit.ledger.place_words import compared_words

Named = ListedAgreement | AgreementHistory

# Agencies that no government of the list runs alone: kept as "other agency in COUNTY".
NOT_A_GOVERNMENT = re.compile(
    r"\b(university|college|schools?|airport|port authority|railroad|regional|cooperative|judicial|circuit|"
    r"precinct|pct|ward|county constables?|\w+(st|nd|rd|th) district)\b"
)
STATEWIDE = re.compile(
    r"(department|division|bureau|state police|highway patrol|national guard|department of state police)\b"
)
COUNTY_IN_NAME = re.compile(r"\bcounty of (?P<after>\w+)|(?P<before>.+?) (county|parish)\b")
SHERIFF = re.compile(r"\bsheriffs?\b")
# "City" before the office stays: Dade City is a name. Governments.local tries it both ways.
OFFICE = re.compile(
    r"\b(police( services?)?( dep\w*| bureau)?|"
    r"(department|division) of public safety( and security)?|public safety( department)?|"
    r"marshals?( office)?|(state )?constables?( office)?|sheriffs?( office| department)?)\b"
)
OF = re.compile(r"^(city|town|village|borough|township) of (?P<name>.+)$")


def look_at(row: ListedAgreement, match: Match) -> list[RowProblem]:
    """The matcher's remark as something to report."""
    if match.remark is None:
        return []
    return [RowProblem("list", row.row, "LAW ENFORCEMENT AGENCY", row.agency, match.remark, kept=True)]


class Matcher:
    """Matches one list after another against one set of governments."""

    def __init__(self, governments: Governments, aliases: Aliases) -> None:
        self.governments = governments
        self.aliases = aliases

    def match(self, row: Named) -> Match:
        """The closest government that the row's own words name."""
        name, column = compared_words(row.agency), self._column(row)
        ways = (self._alias, self._state_by_name, self._local, self._other, self._county, self._state_by_type)
        for way in ways:
            if found := way(row, name, column):
                return found
        remark = "No government of that name: add the agency to aliases.toml if it has one."
        if column:
            return Match("county", county_geoid=column.geoid, remark=remark)
        return Match("region", remark=remark)

    def _column(self, row: Named) -> Government | None:
        return self.governments.county(row.state_code, row.county) if row.county else None

    def _alias(self, row: Named, _name: str, _column: Government | None) -> Match | None:
        alias = self.aliases.get((row.state_code, key(row.agency)))
        if alias is None:
            return None
        return Match("own", alias.geoid) if alias.geoid else Match("county", county_geoid=alias.county)

    def _state_by_name(self, row: Named, name: str, _column: Government | None) -> Match | None:
        """ "Ohio State Police", but neither "Kansas City Police" nor a state's college."""
        state = BY_CODE[row.state_code]
        office = name.removeprefix(compared_words(state.name) + " ")
        if office != name and STATEWIDE.match(office) and not NOT_A_GOVERNMENT.search(name):
            return Match("state", state.geoid)
        return None

    def _state_by_type(self, row: Named, _name: str, _column: Government | None) -> Match | None:
        """ICE's type, asked last: it also calls colleges, prosecutors and county jails state agencies."""
        is_state = row.agency_type.casefold().startswith("state")
        return Match("state", BY_CODE[row.state_code].geoid) if is_state else None

    def _local(self, row: Named, name: str, column: Government | None) -> Match | None:
        """A city, town, village, borough or township whose whole name the agency bears."""
        if not OFFICE.search(name) or SHERIFF.search(name):
            return None
        tries = (self.governments.local(row.state_code, each) for each in _bearers(name, row, column))
        groups = next(filter(None, tries), [])
        for group in groups:
            if column and len(inside := [each for each in group if column.geoid in each.counties]) == 1:
                return Match("own", inside[0].geoid)
        if groups and len(groups[0]) == 1:
            return self._unlocated(groups[0][0], column)
        if groups:
            remark = "The state has several of that name: the list's COUNTY does not say which."
            return (
                Match("county", county_geoid=column.geoid, remark=remark)
                if column
                else Match("region", remark=remark)
            )
        return None

    @staticmethod
    def _unlocated(only: Government, column: Government | None) -> Match | None:
        """The only place of its name in the state, although the list names no county, or another one."""
        if column is None:
            return Match("own", only.geoid)
        if only.kind != "place":
            return None
        remark = f"The only {only.name} of the state is not in {column.name}, as the list says."
        return Match("own", only.geoid, remark=remark)

    def _other(self, row: Named, name: str, column: Government | None) -> Match | None:
        if not NOT_A_GOVERNMENT.search(name):
            return None
        county = self._named_county(row, name) or column
        if county:
            return Match("county", county_geoid=county.geoid)
        return Match("region", remark="Neither its name nor the list says which county: see aliases.toml.")

    def _county(self, row: Named, name: str, column: Government | None) -> Match | None:
        named = self._named_county(row, name)
        if named:
            differs = column and column.geoid != named.geoid
            remark = (
                f"The list's COUNTY says {row.county}; the agency's name is followed." if differs else None
            )
            return Match("own", named.geoid, remark=remark)
        if column and (SHERIFF.search(name) or name.startswith(compared_words(_short(column)))):
            return Match("own", column.geoid)
        return None

    def _named_county(self, row: Named, name: str) -> Government | None:
        """The county in "Orange County Corrections", "County of Franklin", "Hopewell Sheriff's Office"."""
        found = COUNTY_IN_NAME.search(name)
        if found:
            return self.governments.county(row.state_code, found["after"] or found["before"])
        return self.governments.county(row.state_code, OFFICE.sub("", name)) if SHERIFF.search(name) else None


def _short(county: Government) -> str:
    return county.name.removesuffix(" County").removesuffix(" Parish")


def _bearers(name: str, row: Named, column: Government | None) -> list[str]:
    """The name without its office; then also without "City of", the state, and a county added at its end.

    The longer comes first: Kansas City is a name, "Kansas" is not added to it.
    """
    state = BY_CODE[row.state_code]
    whole = " ".join(OFFICE.sub(" ", name).split())
    left = whole.removeprefix(compared_words(state.name) + " ").removesuffix(" " + state.code.lower())
    if column:
        left = left.removesuffix(" " + compared_words(_short(column)))
    of = OF.match(left)
    return [whole, of["name"] if of else left]
