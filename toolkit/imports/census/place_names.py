"""How the Census Bureau words a name, taken apart: "St. Louis city" is the name St. Louis and the label city.

The label of a place comes from its LSAD code, not from its last word: "Carson City" is a whole name.
Source of the codes: Census Bureau, Legal/Statistical Area Description Codes.
"""

PLACE_LABELS = {
    "00": (),
    "21": ("borough",),
    "25": ("city",),
    "37": ("municipality",),
    "43": ("town",),
    "47": ("village",),
    "53": ("city and borough",),
    "CG": ("consolidated government",),
    "CN": ("corporation",),
    "MG": ("metropolitan government",),
    "UC": ("urban county",),
    "UG": ("unified government",),
}
# What is left of a consolidated government outside the towns that kept their own.
BALANCE_LABELS = (
    "unified government",
    "consolidated government",
    "metropolitan government",
    "metro government",
    "city",
)
# Longest first: "City and Borough" before "Borough".
COUNTY_LABELS = (
    "City and Borough",
    "Census Area",
    "Planning Region",
    "Municipality",
    "Municipio",
    "Borough",
    "Parish",
    "County",
    "city",
)
COUSUB_LABELS = ("township", "town", "plantation", "borough", "village", "city")
BALANCE = " (balance)"


def split_county(name: str) -> tuple[str, str]:
    """("Juneau", "city and borough") of "Juneau City and Borough"; no label for "District of Columbia"."""
    return _split(name, COUNTY_LABELS)


def split_place(name: str, lsad: str) -> tuple[str, str]:
    """("Frederick", "city") of "Frederick city"; no label for an LSAD code that we do not know."""
    if name.endswith(BALANCE):
        return _split(name.removesuffix(BALANCE), BALANCE_LABELS)
    return _split(name, PLACE_LABELS.get(lsad, ()))


def split_cousub(name: str) -> tuple[str, str]:
    """("Jackson", "township") of "Jackson township"; Kansas's "Township 2" keeps its whole name."""
    short, label = _split(name, COUSUB_LABELS)
    return (short, label) if label else (name, "township" if name.startswith("Township ") else "")


def _split(name: str, labels: tuple[str, ...]) -> tuple[str, str]:
    for label in labels:
        if name.endswith(" " + label):
            return name.removesuffix(" " + label), label.casefold()
    return name, ""
