"""A dossier and its canonical JSON: exact both ways, the same bytes everywhere, errors with their field."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fact_sheets import snapshot
from fact_sheets.choice import SelectedPair, Selection, Size
from fact_sheets.dossier import Claim, Dossier
from fact_sheets.errors import DossierError
from tests.samples import small

LIBRARY = "5" * 64
SELECTION = Selection(
    facts=("f-1",),
    pairs=(SelectedPair("d-1", "s-1", "c-1"),),
    not_known=("Whether it helps.",),
    omitted=1,
    overdue_since=date(2026, 11, 20),
    size=Size(pairs=3, detail="totals", list_age=False),
)
texts = st.text(st.characters(codec="utf-8"), max_size=40)
VALUES = texts | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.none()
claims = st.builds(
    Claim,
    stance=st.sampled_from(["background", "supporters", "critics", "mixed"]),
    id=texts,
    text=texts,
    review_by=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    spoken=st.none() | texts,
)


@given(st.lists(claims, max_size=3), texts, st.dictionaries(texts, VALUES, max_size=3))
@example([], "", {"page": 1e-7})  # which writers of JSON write in two ways
def test_the_round_trip_is_exact(some: list[Claim], name: str, csl: dict[str, object]) -> None:
    whole = small.dossier()
    whole = small.changed(
        whole,
        claims=tuple(some),
        place=replace(whole.local.place, name=name),
        sources=(replace(whole.sources[0], csl=csl), *whole.sources[1:]),
    )
    for dossier in (whole, replace(whole, selection=SELECTION)):
        file = snapshot.edition_json(dossier, LIBRARY)
        assert snapshot.from_json(file) == dossier
        assert snapshot.sha256_of_file(file) == snapshot.sha256(dossier)
        assert snapshot.library_of_file(file) == LIBRARY


def test_the_json_is_canonical() -> None:
    text = snapshot.to_json(small.dossier()).decode("utf-8")
    plain = json.loads(text)
    assert text == json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    assert list(plain) == ["local", "library", "selection"]
    assert plain["local"]["on"] == "2026-11-26"
    assert [list(source["csl"]) for source in plain["library"]["sources"]] == [
        sorted(source.csl) for source in small.dossier().library.sources
    ]


def test_equal_dossiers_have_equal_bytes_whatever_the_order_of_csl_keys() -> None:
    whole = small.dossier()
    first, *others = whole.library.sources
    turned = replace(first, csl=dict(reversed(list(first.csl.items()))))
    other = replace(whole, library=replace(whole.library, sources=(turned, *others)))
    assert list(turned.csl) != list(first.csl)
    assert snapshot.sha256(other) == snapshot.sha256(whole)


def test_any_change_changes_the_sha256() -> None:
    whole = small.dossier()
    assert snapshot.sha256(small.changed(whole, first_side="critics")) != snapshot.sha256(whole)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_every_process_gives_the_same_sha256(seed: str, repository: Path) -> None:
    imports = "from fact_sheets.snapshot import sha256; from tests.samples.small import dossier"
    script = f"{imports}; print(sha256(dossier()))"
    environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(repository)}
    command = [sys.executable, "-c", script]
    asked = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == snapshot.sha256(small.dossier())


def changed(whole: Dossier, path: str, value: object) -> bytes:
    """The dossier's JSON with the value at a dotted path replaced, or removed when it is ``...``."""
    plain = json.loads(snapshot.edition_json(whole, LIBRARY))
    *steps, last = path.split(".")
    inner = plain["facts"]
    for step in steps:
        inner = inner[int(step)] if isinstance(inner, list) else inner[step]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return json.dumps(plain).encode()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("local.on", "yesterday"),
        ("local.first_side", "left"),
        ("local.place.kind", "planet"),
        ("local.tiers.1.agreements.0.model", 5),
        ("library.claims.0.review_by", 20261121),
        ("library.claims.2.text", ...),
        ("local.imprint.readers", 3),
        ("library.counts.0.agreements", "many"),
        ("library.sources.3.verified", "perhaps"),
        ("library.claims.0.mood", "hopeful"),
        ("selection", {"facts": []}),
    ],
)
def test_an_error_names_its_field(path: str, value: object) -> None:
    with pytest.raises(DossierError, match=rf"^{path}\b".replace(".", r"\.")):
        snapshot.from_json(changed(small.dossier(), path, value))


@pytest.mark.parametrize(
    "data", [b"", b"{", b"{}", b"[]", b"\xff", b"[" * 100_000, b'{"schema":3,"facts":{}}']
)
def test_what_is_no_dossier_is_refused(data: bytes) -> None:
    with pytest.raises(DossierError):
        snapshot.from_json(data)


def test_a_csl_value_without_json_form_is_refused() -> None:
    whole = small.dossier()
    broken = replace(whole.sources[0], csl={"page": object()})
    with pytest.raises(DossierError, match="cannot be written as JSON"):
        snapshot.to_json(small.changed(whole, sources=(broken,)))
