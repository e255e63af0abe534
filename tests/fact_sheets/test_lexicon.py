"""Loaded words are found wherever they stand outside quotation marks, equally for both sides' slang."""

from collections import Counter

import pytest

from fact_sheets.lexicon import lexicon, loaded_words, verbs, without_quotations


def found(text: str) -> list[str]:
    return [hit.found for hit in loaded_words(text)]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("They call it an invasion of illegals.", ["invasion", "illegals"]),
        ("The deportation machine came to town.", ["deportation machine"]),
        ("Kidnappings by the Gestapo", ["Kidnappings", "Gestapo"]),
        ("The mayor wants open borders and sanctuary cities.", ["open borders", "sanctuary cities"]),
        ("Illegal\nimmigrants and racist sheriffs", ["Illegal\nimmigrants", "racist"]),
        ("Thugs on both sides", ["Thugs"]),
    ],
)
def test_each_loaded_word_is_found_in_order(text: str, hits: list[str]) -> None:
    assert found(text) == hits


@pytest.mark.parametrize(
    "text",
    [
        "Homeland Security said they are the “worst of the worst.”",
        'A neighbor called it "kidnapping" in public.',
        "He spoke of an ‘invasion’ in 2019.",
        "ICE’s Criminal Alien Program works in jails.",
        "People in the country illegally were turned over.",
        "St. Nazianz and Bountiful have sanctuary policies.",
    ],
)
def test_quotations_official_names_and_plain_words_pass(text: str) -> None:
    assert found(text) == []


def test_an_unclosed_quotation_hides_nothing() -> None:
    assert found("He said “this is an invasion") == ["invasion"]


def test_a_word_beside_a_quotation_is_still_found() -> None:
    assert found("“Yes,” said the thug, “no.”") == ["thug"]
    assert found("It’s an invasion, isn’t it") == ["invasion"]


def test_a_hit_says_where_and_why_and_what_to_write_instead() -> None:
    text = "A new dragnet"
    (hit,) = loaded_words(text)
    assert text[hit.start :] == "dragnet"
    assert hit.entry.side == "critics"
    assert hit.entry.why
    assert hit.entry.neutral


def test_blanked_quotations_keep_the_length() -> None:
    text = "He said “open borders” twice"
    assert without_quotations(text) == "He said " + " " * len("“open borders”") + " twice"


def test_the_list_is_as_long_for_one_side_as_for_the_other() -> None:
    entries = Counter(entry.side for entry in lexicon().loaded)
    forms = Counter(entry.side for entry in lexicon().loaded for _ in entry.forms)
    assert entries["supporters"] == entries["critics"]
    assert abs(forms["supporters"] - forms["critics"]) <= 0.1 * forms["critics"]


def test_no_form_is_listed_twice() -> None:
    forms = Counter(form for entry in lexicon().loaded for form in entry.forms)
    assert [form for form, times in forms.items() if times > 1] == []


def test_every_form_is_found_where_it_stands() -> None:
    for entry in lexicon().loaded:
        for form in entry.forms:
            assert entry in [hit.entry for hit in loaded_words(f"Here: {form.removesuffix('*')}.")]


def test_verbs_are_told_apart() -> None:
    told = [
        (verb.found, verb.neutral) for verb in verbs("She said so. He admits it. They claimed “we insist.”")
    ]
    assert told == [("said", True), ("admits", False), ("claimed", False)]


@pytest.mark.parametrize("text", ["The claim is new.", "certain tort claims", "Read these reports."])
def test_a_noun_is_not_taken_for_a_verb(text: str) -> None:
    assert verbs(text) == ()


def test_no_verb_is_both_neutral_and_slanted() -> None:
    assert lexicon().neutral_verbs.isdisjoint(lexicon().slanted_verbs)
