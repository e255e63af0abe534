"""What is added to the renderer's file so that it is valid as PDF/UA and as PDF/A."""

import re

import pytest
from lxml import etree

from fact_sheets import archival
from tests.documents.sheets import ANY, VARIANTS, made, opened

RDF = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description/></rdf:RDF>'
IDENTIFIERS = ("{http://www.aiim.org/pdfa/ns/id/}part", "{http://www.aiim.org/pdfua/ns/id/}part")


def parts(rdf: bytes) -> list[str]:
    """Which part of PDF/A and of PDF/UA the metadata name."""
    tree = etree.fromstring(rdf)
    return [value for name in IDENTIFIERS for item in tree.iter() if (value := item.get(name))]


def test_pdf_ua_is_named_inside_the_same_description() -> None:
    named = archival.name_both_profiles(RDF)
    assert parts(named) == ["1"]
    assert named.count(b"<rdf:RDF") == named.count(b"</rdf:RDF>") == 1


def test_the_printed_metadata_name_both_and_need_no_unpacking() -> None:
    metadata = opened(ANY).Root.Metadata
    assert "/Filter" not in metadata
    assert parts(bytes(metadata.read_raw_bytes()).partition(b"?>")[2].rpartition(b"<?")[0]) == ["3", "1"]


def test_a_stream_that_ends_in_a_carriage_return_keeps_its_length() -> None:
    file = b"<</Length 3>>stream\nab\r\nendstream <</Length 2>>stream\nab\nendstream"
    ended = archival.end_streams_clearly(file)
    assert len(ended) == len(file)
    assert ended == b"<</Length 3>>stream\nab\r\rendstream <</Length 2>>stream\nab\nendstream"


@pytest.mark.parametrize("variant", VARIANTS)
def test_no_stream_seems_shorter_than_it_says(variant: str) -> None:
    file = made(variant).pdf
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", file))
    ends = [file[stream.end() + int(stream[1]) :][:10] for stream in streams]
    assert set(ends) <= {b"\nendstream", b"\rendstream"}
    assert ends
    assert b"\r\nendstream" not in file
