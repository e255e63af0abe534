"""What a resident says aloud: short, one figure a sentence, the speaker named, as strong on either side."""

import re
from statistics import fmean

import pytest

from fact_sheets.lexicon import loaded_words, verbs
from fact_sheets.readability import sentences, words

from .conftest import Row

FIGURE = re.compile(r"\d[\d,.]*")
NAMES = re.compile(r"287\(g\)|\b911\b")  # said as names, not as figures


@pytest.fixture(scope="module")
def spoken(claims: list[Row]) -> list[Row]:
    """The claims that may be said."""
    return [claim for claim in claims if claim["stance"] != "background"]


def figures(text: str) -> list[str]:
    return [figure.rstrip(".,") for figure in FIGURE.findall(NAMES.sub("", text))]


def test_every_claim_but_the_background_can_be_spoken(claims: list[Row], spoken: list[Row]) -> None:
    assert len(spoken) > 100
    assert [claim["id"] for claim in spoken if "spoken" not in claim] == []


def test_it_is_one_breath_or_two(spoken: list[Row]) -> None:
    for claim in spoken:
        said = sentences(claim["spoken"])
        assert 1 <= len(said) <= 2, claim["id"]
        assert max(len(words(sentence)) for sentence in said) <= 22, claim["id"]
        assert 19 <= len(words(claim["spoken"])) <= 28, claim["id"]


def test_a_sentence_carries_few_figures(spoken: list[Row]) -> None:
    crowded = [c["id"] for c in spoken for said in sentences(c["spoken"]) if len(figures(said)) > 2]
    assert crowded == []


def test_a_figure_is_the_printed_one_or_rounded_or_the_year_of_the_source(
    spoken: list[Row], sources: dict[str, Row]
) -> None:
    for claim in spoken:
        years = {str(sources[note["source"]]["issued"]["date-parts"][0][0]) for note in claim["citation"]
                 if "issued" in sources[note["source"]]}  # fmt: skip
        printed = set(figures(claim["text"])) | years
        new = [figure for figure in figures(claim["spoken"]) if figure not in printed]
        assert all(f"about {figure}" in claim["spoken"] for figure in new), claim["id"]


def test_figures_are_short_enough_to_say(spoken: list[Row]) -> None:
    said = [(c["id"], figure) for c in spoken for figure in figures(c["spoken"]) if "," in figure]
    assert [item for item in said if not item[1].endswith("00")] == []


def test_somebody_is_named_who_says_it(spoken: list[Row]) -> None:
    mute = [claim["id"] for claim in spoken if not any(verb.neutral for verb in verbs(claim["spoken"]))]
    assert len(mute) <= 25  # who says what the reader hears told of is named in another way
    assert [c["id"] for c in spoken if any(not verb.neutral for verb in verbs(c["spoken"]))] == []


def test_no_loaded_word_and_no_sign_that_cannot_be_read_aloud(spoken: list[Row]) -> None:
    assert [(c["id"], hit.found) for c in spoken for hit in loaded_words(c["spoken"])] == []
    assert [c["id"] for c in spoken if re.search(r"[%!/()]|'", NAMES.sub("", c["spoken"]))] == []


def test_both_sides_speak_equally_long(sided: dict[str, list[Row]]) -> None:
    lengths = {side: [len(words(claim["spoken"])) for claim in claims] for side, claims in sided.items()}
    supporters, critics = fmean(lengths["supporters"]), fmean(lengths["critics"])
    assert min(supporters, critics) / max(supporters, critics) >= 0.95
