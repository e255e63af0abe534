"""The written comment: whole units within a body's cap, everything counted, claims as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fact_sheets.testimony.speaker import POSITIONS, Position, SpeakerError
from fact_sheets.testimony.text import written
from fact_sheets.testimony.written import CapUnit, WrittenComment, written_comment
from tests.samples.speakers import OWN, PLACES, briefs, wishes
from tests.sweeps import sampled

CAPS: list[tuple[int, CapUnit]] = [
    (200, "words"),
    (1_000, "characters"),
    (3_000, "characters"),
    (400, "words"),
]


def comment(place: str, position: Position, cap: int, unit: CapUnit, **changes: object) -> WrittenComment:
    """What a speaker would send."""
    return written_comment(briefs()[place], wishes(position=position, **changes), cap, unit)


@pytest.mark.parametrize(("cap", "unit"), CAPS)
@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("place", sampled(PLACES, every=4))
def test_it_stays_within_the_cap_and_says_something(
    place: str, position: Position, cap: int, unit: CapUnit
) -> None:
    made = comment(place, position, cap, unit)
    sent = written(made).rstrip("\n")
    assert (len(sent.split()) if unit == "words" else len(sent)) == made.count <= cap
    assert OWN in sent.replace("\u00a0", " ")
    assert "I ask you to" in sent
    assert made.sources


@given(st.sampled_from(POSITIONS), st.sampled_from(["words", "characters"]), st.data())
def test_a_larger_cap_never_says_less(position: Position, unit: CapUnit, data: st.DataObject) -> None:
    caps = data.draw(st.lists(st.integers(80, 450), min_size=2, max_size=2))
    scale = 1 if unit == "words" else 7
    small, large = (comment("key-west-fl", position, cap * scale, unit) for cap in sorted(caps))
    assert len(small.paragraphs) <= len(large.paragraphs)
    assert len(small.sources) <= len(large.sources)


@pytest.mark.parametrize("position", POSITIONS)
def test_every_claim_stands_as_written_with_its_note(position: Position) -> None:
    made = comment("frederick-county-md", position, 3_000, "characters")
    claims = {claim.text for claim in briefs()["frederick-county-md"].library.claims}
    plain = [paragraph.replace("\u00a0", " ") for paragraph in made.paragraphs]
    said = [paragraph for paragraph in plain if any(paragraph.startswith(text) for text in claims)]
    assert len(said) == 3
    assert all(paragraph.endswith("]") for paragraph in said)
    assert [source.number for source in made.sources] == list(range(1, len(made.sources) + 1))
    assert all(source.href in made.text for source in made.sources)


def test_it_leaves_out_what_is_only_said() -> None:
    text = comment("frederick-county-md", "oppose", 400, "words").text
    assert "Thank you for hearing me" not in text
    assert "copies" not in text
    assert "Again" not in text


def test_the_editors_we_is_not_the_speakers() -> None:
    claims = briefs()["key-west-fl"].library.claims
    claim = next(claim for claim in claims if claim.stance == "mixed" and "We found" in claim.text)
    text = comment("key-west-fl", "undecided", 400, "words", claims=(claim.id,)).text
    assert "we found" not in text
    assert "The editors of a fact sheet" in text


@pytest.mark.parametrize(
    ("item", "heading"),
    [
        ("", "Comment on 287(g) in Frederick County"),
        ("7", "Comment on agenda item 7: 287(g) in Frederick County"),
        ("the sheriff’s budget", "Comment on the sheriff’s budget: 287(g) in Frederick County"),
    ],
)
def test_its_heading_says_what_to_file_it_under(item: str, heading: str) -> None:
    made = comment("frederick-county-md", "oppose", 400, "words", agenda_item=item)
    assert made.text.startswith(f"{heading}\n\n")


def test_own_words_over_the_cap_are_not_cut() -> None:
    with pytest.raises(SpeakerError, match=r"run \d+ words over the cap") as caught:
        comment("frederick-county-md", "oppose", 100, "words", own=f"{OWN} " * 6)
    assert caught.value.field == "own"


@pytest.mark.parametrize(("cap", "unit"), [(49, "words"), (5_001, "words"), (299, "characters")])
def test_a_cap_that_no_body_has_is_refused(cap: int, unit: CapUnit) -> None:
    with pytest.raises(SpeakerError, match="Choose a cap from"):
        comment("frederick-county-md", "oppose", cap, unit)
