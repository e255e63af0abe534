"""What the cells of ICE's list mean, and the repairs that leave no doubt; everything else is None.

Each repair was seen in a published list. A repair that could mean two things is none: the year 5025 is
not read as 2025.
"""

import re
from datetime import date, datetime, timedelta
from typing import Literal
from urllib.parse import SplitResult, parse_qs, quote, urlsplit

from toolkit.imports.census.states import BY_CODE, BY_NAME, State
from toolkit.imports.reading import clean, fold

Model = Literal["JEM", "WSO", "TFM"]

STATE_SPELLINGS = {
    "pennslyvania": "PA",
    "utahj": "UT",
    "virgin islands": "VI",
    "cnmi": "MP",
    "commonwealth of the northern mariana islands": "MP",
}
MODELS: dict[str, Model] = {
    "jail enforcement model": "JEM",
    "jail enforcement officer": "JEM",
    "jail enforcement": "JEM",
    "jem": "JEM",
    "task force model": "TFM",
    "task force officer": "TFM",
    "task force": "TFM",
    "tfm": "TFM",
    "warrant service officer": "WSO",
    "warrant services officer": "WSO",
    "warrant service office": "WSO",
    "warrant service officer model": "WSO",
    "wso": "WSO",
}
NOTHING = {"", "#na", "#n/a", "n/a", "na", "none", "#ref!", "#value!", "#name?", "#null!", "#div/0!", "#num!"}
FIRST_AGREEMENT = date(2002, 1, 1)  # Florida signed the first one in 2002
EXCEL_EPOCH = date(1899, 12, 30)
DATE_FORMS = {
    r"\d{1,2}/\d{1,2}/\d{4}": "%m/%d/%Y",
    r"\d{1,2}-\d{1,2}-\d{4}": "%m-%d-%Y",
    r"\d{2}/\d{6}": "%m/%d%Y",
    r"\d{4}/\d{4}": "%m%d/%Y",
    r"\d{8}": "%m%d%Y",
    r"\d{1,2}/\d{1,2}/\d{2}": "%m/%d/%y",
    r"\d{4}-\d{2}-\d{2}": "%Y-%m-%d",
    r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}": "%Y-%m-%d %H:%M:%S",
    r"[a-z]+ \d{1,2}, \d{4}": "%B %d, %Y",
}
APOSTROPHES = str.maketrans(dict.fromkeys("‘’‛ʼ`´＇", "'"))
HOME = "www.ice.gov"
LONGEST_LINK = 400


def text(value: object) -> str:
    """One clean line with straight apostrophes; error cells and "N/A" are empty."""
    words = clean(str(value)).translate(APOSTROPHES) if value is not None else ""
    return "" if fold(words) in NOTHING else words


def state(value: object) -> State | None:
    """A state by its name, its postal code or a listed slip of the pen."""
    words = fold(text(value))
    return BY_NAME.get(words) or BY_CODE.get(STATE_SPELLINGS.get(words, words.upper()))


def model(value: object) -> Model | None:
    """One of the three models under the names that ICE has used."""
    return MODELS.get(fold(text(value)))


def signed(value: object, latest: date) -> date | None:
    """A date cell, an Excel serial number, or text in a form that can only mean one day, up to ``latest``."""
    found: date | None
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        found = _serial(float(value))
    else:
        found = _written(fold(text(value)))
    return found if found and FIRST_AGREEMENT <= found <= latest else None


def _serial(days: float) -> date | None:
    return EXCEL_EPOCH + timedelta(days=int(days)) if 1 <= days < 100_000 else None


def _written(words: str) -> date | None:
    if re.fullmatch(r"\d{5}(\.\d+)?", words):
        return _serial(float(words))
    for shape, form in DATE_FORMS.items():
        if re.fullmatch(shape, words):
            return _day(words, form)
    return None


def _day(words: str, form: str) -> date | None:
    try:
        return datetime.strptime(words, form).date()  # noqa: DTZ007 - a signature has a day, no time
    except ValueError:
        return None


def link(target: str) -> str | None:
    """The address on www.ice.gov that a link means, or None when it leads elsewhere."""
    address = re.sub(r"^chrome-extension://[a-z]*/", "", clean(target))
    address = re.sub(r"^(https?):/+", r"\1://", address)
    parts = _split(address)
    if parts and parts.hostname and parts.hostname.endswith(".safelinks.protection.outlook.com"):
        parts = _split(parse_qs(parts.query).get("url", [""])[0])
    if not parts or parts.scheme not in {"http", "https"} or parts.netloc.lower() not in {HOME, "ice.gov"}:
        return None
    query = f"?{parts.query}" if parts.query else ""
    found = f"https://{HOME}{quote(parts.path, safe='/%:,()&+~@!$;=')}{quote(query, safe='?=&%+')}"
    return found if len(found) <= LONGEST_LINK and parts.path.strip("/") else None


def links_in(words: str) -> list[str]:
    """Addresses written out in a cell."""
    return re.findall(r"(?:https?|chrome-extension):/+[^\s|,]+", words)


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None
