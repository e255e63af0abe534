"""The edition code: short, unmistakable, and every slip of the hand is noticed."""

import hashlib
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_sheets import codes, snapshot
from fact_sheets.documents.full_sheet.compose import choose, compose
from fact_sheets.errors import CodeError
from tests.samples import small

ROOT = Path(__file__).parents[2]
digests = st.binary(min_size=1, max_size=8).map(lambda data: hashlib.sha256(data).hexdigest())
SOME = [codes.code_for(hashlib.sha256(bytes([number])).hexdigest()) for number in range(40)]


def test_the_alphabet_has_31_characters_and_none_that_look_alike() -> None:
    assert len(set(codes.ALPHABET)) == 31
    assert not set("0O1IL") & set(codes.ALPHABET)


@given(digests)
def test_a_code_is_valid_and_typed_back_as_itself(digest: str) -> None:
    code = codes.code_for(digest)
    assert len(code) == 11
    assert code[5] == "-"
    assert codes.normalise(code) == code


def noticed(typed: str) -> bool:
    """Whether this is refused as mistyped."""
    try:
        codes.normalise(typed)
    except CodeError:
        return True
    return False


@pytest.mark.parametrize("code", SOME)
def test_every_single_wrong_character_is_noticed(code: str) -> None:
    plain = code.replace("-", "")
    for place in range(10):
        for other in set(codes.ALPHABET) - {plain[place]}:
            assert noticed(plain[:place] + other + plain[place + 1 :])


@pytest.mark.parametrize("code", SOME)
def test_every_exchange_of_two_characters_is_noticed(code: str) -> None:
    plain = code.replace("-", "")
    for one, other in combinations(range(10), 2):
        swapped = list(plain)
        swapped[one], swapped[other] = swapped[other], swapped[one]
        wrong = "".join(swapped)
        assert (wrong == plain) or noticed(wrong)


def test_the_sum_tells_every_two_characters_apart_at_every_two_places() -> None:
    """The arithmetic behind the two tests above, for all codes: no product is 0 modulo 31."""
    weights = range(1, 11)
    differences = range(1, 31)
    assert all(weight * difference % 31 for weight in weights for difference in differences)
    assert all(
        (one - other) * difference % 31
        for one, other in combinations(weights, 2)
        for difference in differences
    )


@pytest.mark.parametrize(
    "typed",
    ["{}", " {} ", "{lower}", "{plain}", "{spaced}", "{dashed}", "{wide}"],
)
def test_case_spaces_and_dashes_do_not_matter(typed: str) -> None:
    code = SOME[3]
    plain = code.replace("-", "")
    wide = "".join(chr(ord(character) + 0xFEE0) for character in plain)
    forms = {
        "lower": code.lower(),
        "plain": plain,
        "spaced": " ".join(plain),
        "dashed": f"{plain[:5]} – {plain[5:]}",
        "wide": wide,
    }
    assert codes.normalise(typed.format(code, **forms)) == code


@pytest.mark.parametrize("lookalike", ["0", "O", "o", "1", "I", "l"])
def test_a_lookalike_is_refused_and_not_guessed(lookalike: str) -> None:
    with pytest.raises(CodeError, match="never has the"):
        codes.normalise(lookalike + SOME[0][1:])


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "10 characters; this has 0"),
        (SOME[0][:-1], "this has 9"),
        (SOME[0] + "2", "this has 11"),
        ("K7M2P_4QXRT", "only letters and digits"),
        ("ÄÄÄÄÄ-ÄÄÄÄÄ", "only letters and digits"),
        ("²3456-789AB", "wrong, or two are exchanged"),
    ],
)
def test_a_refusal_says_why(typed: str, reason: str) -> None:
    with pytest.raises(CodeError, match=reason):
        codes.normalise(typed)


def test_a_code_is_checked_with_nothing_but_its_letters(capsys: pytest.CaptureFixture[str]) -> None:
    sound = SOME[0]
    assert codes.main([sound.lower()]) == 0
    assert capsys.readouterr().out == f"{sound}: well formed\n"
    assert codes.main([sound, sound[:-1]]) == 1
    assert f"{sound[:-1]}: mistyped. A code has 10 characters; this has 9." in capsys.readouterr().out


def test_the_code_of_facts_is_told_from_their_file_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of both schemas: a whole dossier, and what an edition prints of it."""
    chosen, file = choose(small.dossier()), tmp_path / "dossier.json"
    file.write_bytes(snapshot.edition_json(chosen, "5" * 64))
    assert codes.main([str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: the code of these facts is {compose(chosen).code}\n"
    file.write_bytes(file.read_bytes().replace(b"Frederick", b"Fredrick"))
    assert codes.main([str(file)]) == 0
    assert compose(chosen).code not in capsys.readouterr().out
    assert codes.main([str(tmp_path / "none.json")]) == 1
    assert capsys.readouterr().out == f"{tmp_path / 'none.json'}: No such file or directory\n"


def test_it_is_run_as_a_module_without_a_database() -> None:
    command = [sys.executable, "-m", "fact_sheets.codes", SOME[0]]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={})
    assert (done.returncode, done.stdout) == (0, f"{SOME[0]}: well formed\n")
