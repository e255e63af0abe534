"""When a list was published, and whether it may replace the last one.

File names lie: wrong years, wrong months, nine digits, a pending list under the signed list's name. A date
given by the person who imports wins; every disagreement is told.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from toolkit.imports.errors import DateTooEarly, ListRefused, ShrunkenList

GIVE = "give the day on which ICE published it (on the command line: --list-date YYYY-MM-DD)."
SMALLEST_SHARE = 0.7  # of the last list; a smaller one was cut off or is another list


@dataclass(frozen=True, slots=True)
class DatedList:
    """The list's date and what a person should know about how it was found."""

    day: date
    remarks: tuple[str, ...]


def date_in_name(file_name: str) -> date | None:
    """The day in "participatingAgencies05182026am.xlsx"; None unless exactly eight digits name one."""
    runs = re.findall(r"\d+", file_name)
    if len(runs) != 1 or len(runs[0]) != 8:
        return None
    try:
        return datetime.strptime(runs[0], "%m%d%Y").date()  # noqa: DTZ007 - a day without a time
    except ValueError:
        return None


def date_list(file_name: str, given: date | None, newest_signed: date | None, today: date) -> DatedList:
    """The list's date: as given, else from its name; raises ListRefused when neither can be true."""
    named = date_in_name(file_name)
    day = given or named
    if day is None:
        raise ListRefused(f"{file_name} does not say its date: {GIVE}")
    origin = "The date given" if given else f"The name {file_name}"
    if newest_signed and day < newest_signed:
        raise DateTooEarly(
            f"{origin} says {day}, but the newest agreement on the list was signed on {newest_signed}: {GIVE}"
        )
    if day > today:
        raise ListRefused(f"{origin} says {day}, which is after today ({today}).")
    remarks = []
    if given and named and given != named:
        remarks.append(f"The file's name says {named}; the date given, {given}, is used.")
    return DatedList(day, tuple(remarks))


def check_against_last(day: date, agreements: int, last_day: date | None, last_agreements: int) -> None:
    """Raise ListRefused when the list is older, or far smaller, than the newest one loaded."""
    if last_day is None:
        return
    if day < last_day:
        raise DateTooEarly(f"The list is of {day}, but the list of {last_day} is already loaded.")
    if agreements < SMALLEST_SHARE * last_agreements:
        raise ShrunkenList(
            f"The list has {agreements} agreements, the last one of {last_day} had {last_agreements}: "
            f"less than {SMALLEST_SHARE:.0%}. It is probably cut off; look at the file and at ICE's page."
        )
