"""Each claim of the library is whole, plain, dated and cited."""

import re
import statistics
from collections import Counter
from datetime import date

from fact_sheets.lexicon import loaded_words, verbs
from fact_sheets.readability import longest_sentence, sentences, words

from .conftest import Row

COMPILED = date(2026, 11, 30)
INITIALS = {"ACLU", "RISE", "UCLA", "WFAE", "WVLT"}
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
COUNT_OF_AGREEMENTS = re.compile(r"\d (?:active )?(?:agreements|removals)")
AS_OF = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def test_the_claims_that_print_are_of_four_stances_and_the_sides_even(claims: list[Row]) -> None:
    stances = Counter(claim["stance"] for claim in claims)
    assert stances.keys() == {"background", "supporters", "critics", "mixed"}
    assert stances.total() == 166
    assert abs(stances["supporters"] - stances["critics"]) <= 4


def test_every_id_stands_once(every_claim: list[Row]) -> None:
    assert len({claim["id"] for claim in every_claim}) == len(every_claim) == 196


def test_what_is_told_of_a_change_is_one_short_sentence(every_claim: list[Row]) -> None:
    for claim in every_claim:
        change = claim.get("retired") or claim.get("change", {"kind": "reworded"})
        told = change.get("says", "")
        assert change["kind"] in {"wrong", "overtaken", "narrowed", "reworded", "weak"}
        assert bool(told) == (change["kind"] != "reworded"), claim["id"]
        assert len(words(told)) <= 24, claim["id"]


def test_every_citation_leads_to_a_source(every_claim: list[Row], sources: dict[str, Row]) -> None:
    cited = [(claim["id"], [note["source"] for note in claim["citation"]]) for claim in every_claim]
    assert [claim for claim, notes in cited if not notes or not sources.keys() >= set(notes)] == []


def test_quotes_are_short(claims: list[Row]) -> None:
    quotes = [note["quote"] for claim in claims for note in claim["citation"] if "quote" in note]
    assert quotes
    assert [quote for quote in quotes if len(quote.split()) > 25] == []


def test_a_locator_names_a_place_in_the_source_and_not_where_it_was_seen(claims: list[Row]) -> None:
    locators = [note["locator"] for claim in claims for note in claim["citation"] if "locator" in note]
    assert [locator for locator in locators if re.search(r"(?i)\b(copy|mirror|archived|seed)", locator)] == []


def test_words_a_sided_claim_quotes_stand_in_its_source(sided: dict[str, list[Row]]) -> None:
    def is_quoted(phrase: str, claim: Row) -> bool:
        bare = phrase.strip(".,").lower()
        return any(bare in note.get("quote", "").lower() for note in claim["citation"])

    quoted = [(phrase, claim) for side in sided.values() for claim in side
              for phrase in re.findall(r"“([^”]+)”", claim["text"])]  # fmt: skip
    assert len(quoted) >= 8
    assert [(claim["id"], phrase) for phrase, claim in quoted if not is_quoted(phrase, claim)] == []


def test_sentences_are_short(claims: list[Row]) -> None:
    assert [claim["id"] for claim in claims if longest_sentence(claim["text"]) > 25] == []
    lengths = [len(words(sentence)) for claim in claims for sentence in sentences(claim["text"])]
    assert statistics.median(lengths) <= 17


def test_facts_fit_their_place_on_paper(claims: list[Row]) -> None:
    lengths = {c["id"]: len(words(c["text"])) for c in claims if c["stance"] in ("background", "mixed")}
    assert {claim: length for claim, length in lengths.items() if not 18 <= length <= 36} == {}


def test_no_claim_uses_a_loaded_word(claims: list[Row]) -> None:
    assert [(claim["id"], hit.found) for claim in claims for hit in loaded_words(claim["text"])] == []


def test_what_people_say_is_reported_in_neutral_verbs(claims: list[Row]) -> None:
    slanted = [(c["id"], verb.found) for c in claims for verb in verbs(c["text"]) if not verb.neutral]
    assert slanted == []


def test_nothing_shouts(claims: list[Row]) -> None:
    shouted = [
        (claim["id"], word)
        for claim in claims
        for word in re.findall(r"\b[A-Z]{4,}\b", claim["text"])
        if word not in INITIALS
    ]
    assert shouted == []
    assert [claim["id"] for claim in claims if "!" in claim["text"]] == []


def test_the_typography_is_the_house_s(claims: list[Row]) -> None:
    wrong = re.compile(r"['\"]|  |\d-\d{2}\b|--|287 ?g\b|\s$|[^.”]$")
    assert [claim["id"] for claim in claims if wrong.search(claim["text"])] == []


def test_a_claim_stands_alone(claims: list[Row]) -> None:
    leaning = re.compile(r"(?i)^(?:but|and|yet|it|they|he|she)\b|\b(?:GAO|DHS|CRS|WSO|JEM|TFM|LEA|CIS)\b")
    assert [claim["id"] for claim in claims if leaning.search(claim["text"])] == []


def test_a_count_of_agreements_carries_its_date(claims: list[Row]) -> None:
    counts = [(claim["id"], sentence) for claim in claims for sentence in sentences(claim["text"])
              if COUNT_OF_AGREEMENTS.search(sentence)]  # fmt: skip
    assert len(counts) >= 5
    assert [claim for claim, sentence in counts if not YEAR.search(sentence)] == []


def test_a_statistic_names_its_year_unless_the_source_has_none(claims: list[Row]) -> None:
    undated = [c["id"] for c in claims if c["statistic"] and not YEAR.search(c["text"])]
    assert undated == [c["id"] for c in claims if c["statistic"] and c.get("approximate", False)]


def test_dates_are_dates_and_the_review_comes_in_whole_months(claims: list[Row]) -> None:
    for claim in claims:
        assert AS_OF.fullmatch(claim["as_of"]), claim["id"]
        assert date.fromisoformat(claim["checked"]) == COMPILED
        due = date.fromisoformat(claim["review_by"])
        months = (due.year - COMPILED.year) * 12 + due.month - COMPILED.month
        assert months in (1, 2, 3, 6, 12, 18, 24, 36), claim["id"]
        assert due.day in (COMPILED.day, 28)  # February has no more


def test_a_count_of_this_year_is_reviewed_soon(claims: list[Row]) -> None:
    fresh = [c for c in claims if c["topic"] == "scale-growth" and c["statistic"] and c["as_of"] >= "2026"]
    assert len(fresh) == 3
    assert [claim["id"] for claim in fresh if claim["review_by"] > "2027-02-28"] == []


def test_what_prints_rests_on_sources_that_were_seen(claims: list[Row], sources: dict[str, Row]) -> None:
    seen = {key for key, source in sources.items() if source["custom"]["verified_level"] != "unseen"}
    assert [c["id"] for c in claims if not seen >= {note["source"] for note in c["citation"]}] == []
    assert [c["id"] for c in claims if c["confidence"] == "low"] == []


def test_the_scope_is_written_in_census_codes(claims: list[Row]) -> None:
    for claim in claims:
        scope = claim["scope"]
        codes = scope["states"] + scope["counties"] + scope["places"]
        assert all(code.isdigit() for code in codes), claim["id"]
        assert {len(code) for code in scope["states"]} <= {2}
        assert {len(code) for code in scope["counties"]} <= {5}
        assert {len(code) for code in scope["places"]} <= {7}
        assert {code[:2] for code in codes} == set(scope["states"]), claim["id"]


def test_models_and_answers_exist(claims: list[Row]) -> None:
    ids = {claim["id"] for claim in claims}
    for claim in claims:
        assert set(claim["models"]) <= {"JEM", "WSO", "TFM"}
        assert ids - {claim["id"]} >= set(claim["counter_claims"])
