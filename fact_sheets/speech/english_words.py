"""Words that English says otherwise than it writes them."""

import tomllib
from pathlib import Path

_NAMES = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
MONTHS = {
    **{name: name for name in _NAMES},
    **{name[:3]: name for name in _NAMES if name != "May"},
    "Sept": "September",
}

UNITS = {
    "k": "thousand",
    "m": "million",
    "b": "billion",
    "t": "trillion",
    **{name: name for name in ("thousand", "million", "billion", "trillion")},
    **{f"-{name}": name for name in ("thousand", "million", "billion", "trillion")},
}

ROMAN = {
    "II": "two",
    "III": "three",
    "IV": "four",
    "V": "five",
    "VI": "six",
    "VII": "seven",
    "VIII": "eight",
    "IX": "nine",
}

_ACRONYMS = Path(__file__).parent.with_name("acronyms.toml")
SAID_AS_WORDS: dict[str, str] = tomllib.loads(_ACRONYMS.read_text(encoding="utf-8"))["said"]

ABBREVIATIONS = {
    "U.S.C.": "U S C",
    "C.F.R.": "C F R",
    "U.S.": "U S",
    "D.C.": "D C",
    "Pub. L.": "public law",
    "FWD.us": "forward dot U S",
    "e.g.": "for example",
    "i.e.": "that is",
    "vs.": "versus",
    "v.": "versus",
    "etc.": "et cetera",
    "Rep.": "Representative",
    "Sen.": "Senator",
    "Gov.": "Governor",
    "Lt.": "Lieutenant",
    "Sgt.": "Sergeant",
    "Capt.": "Captain",
    "Dr.": "Doctor",
    "Mr.": "Mister",
    "Mrs.": "Missus",
    "Ms.": "Miz",
    "St.": "Saint",
    "Ft.": "Fort",
    "Mt.": "Mount",
    "Ave.": "Avenue",
    "Co.": "County",
    "Dept.": "Department",
    "approx.": "approximately",
    "w/": "with",
    "§": "section",
    "+": "plus",
    "=": "equals",
    "@": "at",
}
