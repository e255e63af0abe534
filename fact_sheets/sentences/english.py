"""English, where words in a file are not enough: forms, numbers, times of day, possessives and articles."""

import re
from datetime import datetime, time
from pathlib import Path

from fact_sheets.sentences.language import Language

_NAMED_TIMES = {(0, 0): "date.midnight", (12, 0): "date.noon"}


class English(Language):
    """American English."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        month = "|".join(self.lines("date.months"))
        self.glued = (
            re.compile(rf"\b({month}) (\d{{1,2}}, \d{{4}}|\d{{4}}|\d{{1,2}})\b"),
            re.compile(r"\b(Sections?|sections?) (?=\d)"),
            re.compile(r"(§+) (?=\d)"),
            re.compile(r"(\d) (?=(?:million|billion|percent|hours?|days?|minutes?)\b)"),
            re.compile(r"\b(\d+) (U\.S\.C\.|C\.F\.R\.)(?: (§) ?)?"),
            re.compile(r"\b(Rep\.|Sen\.|Gov\.|Dr\.|St\.|No\.) (?=[A-Z\d])"),
        )

    def form(self, number: int) -> str:
        """ "1 agreement", "0 agreements"."""
        return "one" if number == 1 else "other"

    def time(self, at: time | datetime) -> str:
        """ "6:30 pm", "6 pm", "noon", "midnight", unbreakable."""
        if (at.hour, at.minute) in _NAMED_TIMES:
            return self.say(_NAMED_TIMES[at.hour, at.minute])
        clock = f"{at.hour % 12 or 12}" + (f":{at.minute:02d}" if at.minute else "")
        return self.say("date.morning" if at.hour < 12 else "date.afternoon", clock=clock)

    def number(self, number: float, decimals: int = 0) -> str:
        """ "1,843", "9.2"."""
        return f"{number:,.{decimals}f}"

    def whose(self, name: str) -> str:
        """ "Maryland’s", "Texas’s", but "the Virgin Islands’"."""
        return f"{name}’" if name.endswith("Islands") else f"{name}’s"

    def the(self, name: str) -> str:
        """ "the District of Columbia", "the Northern Mariana Islands", "Guam"."""
        called = name.removeprefix("Commonwealth of the ")
        takes_the = called.startswith(("District ", "United States")) or called.endswith("Islands")
        return f"the {called}" if takes_the else called
