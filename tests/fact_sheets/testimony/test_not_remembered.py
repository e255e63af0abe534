"""What a speaker typed stays in no cache of the process: other words leave as many texts behind."""

from fact_sheets.brief import brief_of
from fact_sheets.testimony import draft, written
from fact_sheets.testimony.speaker import Wishes
from fact_sheets.typesetting import set_words
from tests.samples import places


def remembered_after(own: str) -> int:
    short = dict.fromkeys(("name", "body", "agenda_item"), own[:20])
    brief, wishes = brief_of(places.frederick_md()), Wishes(own=own, connection=own, **short)
    draft.compose(brief, wishes)
    written.written_comment(brief, wishes)
    return set_words.cache_info().currsize


def test_typed_words_are_not_remembered() -> None:
    before = remembered_after("The first words that a speaker typed.")
    assert remembered_after("Quite other words by somebody else.") == before
