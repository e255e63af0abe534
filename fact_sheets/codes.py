"""The short code of an edition: printed, typed back, and able to notice a slip of the hand.

Nine characters stand for the dossier's sha256 and one is a check. The 31 characters leave out 0, O, 1, I and
L. 31 is prime and the weights 1 … 10 differ, so the weighted sum changes with every single wrong character
and with every exchange of two different ones. ``python -m fact_sheets.codes CODE`` asks nobody; with the
file attached to a PDF in place of the code it says which code belongs to these facts.
"""

import sys
import unicodedata
from pathlib import Path

from fact_sheets import snapshot
from fact_sheets.errors import CodeError

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 10
_HALF = 5
_BASE = len(ALPHABET)
_LOOKALIKES = {"0": "digit 0", "O": "letter O", "1": "digit 1", "I": "letter I", "L": "letter L"}


def code_for(sha256: str) -> str:
    """The code of the dossier with this sha256 (hex), such as "K7M2P-4QXRT"."""
    number = int(sha256, 16) % _BASE ** (LENGTH - 1)
    values = []
    for _ in range(LENGTH - 1):
        number, value = divmod(number, _BASE)
        values.append(value)
    values.append(_check_value(values))
    return _shown("".join(ALPHABET[value] for value in values))


def normalise(typed: str) -> str:
    """The code as printed, from what a person typed: any case, with or without spaces and hyphens.

    Raises CodeError with a reason to show; a character that could be two things is never guessed.
    """
    folded = unicodedata.normalize("NFKC", typed).upper()
    kept = "".join(c for c in folded if not c.isspace() and unicodedata.category(c) != "Pd")
    for character in kept:
        if character in _LOOKALIKES:
            raise CodeError(f"A code never has the {_LOOKALIKES[character]}; please look again.")
        if character not in ALPHABET:
            raise CodeError("A code has only letters and digits.")
    if len(kept) != LENGTH:
        raise CodeError(f"A code has {LENGTH} characters; this has {len(kept)}.")
    if not _adds_up(kept):
        raise CodeError("A character is wrong, or two are exchanged; please compare with the sheet.")
    return _shown(kept)


def _shown(plain: str) -> str:
    return f"{plain[:_HALF]}-{plain[_HALF:]}"


def _weighted(values: list[int]) -> int:
    return sum(weight * value for weight, value in enumerate(values, start=1)) % _BASE


def _check_value(values: list[int]) -> int:
    """The value that brings the weighted sum to 0 modulo 31; ``pow`` gives the inverse of its weight."""
    return -_weighted(values) * pow(LENGTH, -1, _BASE) % _BASE


def _adds_up(plain: str) -> bool:
    return _weighted([ALPHABET.index(character) for character in plain]) == 0


def _said_of_file(file: Path) -> str:
    return f"{file}: the code of these facts is {code_for(snapshot.sha256_of_file(file.read_bytes()))}"


def main(arguments: list[str]) -> int:
    """Say of each code whether it is well formed, and of each .json file its code; 1 if one is no use."""
    wrong = 0
    for typed in arguments:
        try:
            print(
                _said_of_file(Path(typed)) if typed.endswith(".json") else f"{normalise(typed)}: well formed"
            )
        except CodeError as error:
            wrong += 1
            print(f"{typed}: mistyped. {error}")
        except OSError as error:
            wrong += 1
            print(f"{typed}: {error.strerror}")
    return 1 if wrong or not arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
