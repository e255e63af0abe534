"""What a speaker types stands afterwards in no table, file, log, address, header or document property."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from lxml import html
from pypdf import PdfReader

from tests.privacy.conftest import Serve
from tests.privacy.markers import files, found
from tests.privacy.visitor import URLENCODED, Answer, Visitor
from tests.sweeps import wide

TESTIMONY, DEAL = "/places/24021/testimony", "/places/24021/deal"
COPY, CALENDAR = "/places/24021/fact-sheet.pdf", "/places/24021/meeting.ics"
MEETING = {"day": "2026-12-08", "start": "18:30", "zone": "America/New_York"}
TEXTS = ("own", "name", "connection", "body", "agenda_item")
OTHERS = ("position", "limit", "pace", "interpreter", "claims", "fair_line", "cap", "unit", "make", "unknown")
OF_A_DEAL = ("position", "speakers", "limit", "absent", "seed", "pooled", "own", "make", "unknown")
OF_A_MEETING = ("body", "room", "address", "agenda_item", "sign_up", "clerk_phone", "unknown")
PAPERS = [
    f"{paper}.{ending}"
    for paper in ("speaking", "leave-behind", "if-asked", "written")
    for ending in ("pdf", "docx", "txt")
]


Flow = Callable[[Visitor], None]


def makes_every_paper(visitor: Visitor) -> None:
    """The text on the screen, each paper, and the form once more."""
    for make in ("podium", *PAPERS, "edit"):
        fields = visitor.typed(*TEXTS)
        answer = visitor.post(TESTIMONY, fields | {"position": "oppose", "make": make})
        assert answer.status == 200
        if make in ("podium", "edit", "speaking.txt"):
            assert fields["own"].encode() in answer.body.lower()


def is_refused(visitor: Visitor) -> None:
    """Each field that is no free text, filled with one; each text, far too long."""
    for name in OTHERS:
        visitor.post(TESTIMONY, visitor.typed("own", name))
    for name in TEXTS:
        long = {name: f"{visitor.word()} " * 200}
        assert visitor.post(TESTIMONY, {"own": visitor.word()} | long).status == 400
    assert visitor.post(TESTIMONY, {"own": f"{visitor.word()} " * 90, "limit": "0:30"}).status == 400


def sends_nonsense(visitor: Visitor) -> None:
    """Bodies, addresses and origins that no page of ours sends."""
    over = f"own={visitor.word()}&x=".encode() + b"x" * 70_000
    assert visitor.send(TESTIMONY, over, **{"Content-Type": URLENCODED}).status == 413
    parts = f'--b\r\nContent-Disposition: form-data; name="own"\r\n\r\n{visitor.word()}\r\n--b--\r\n'
    multipart = {"Content-Type": "multipart/form-data; boundary=b"}
    assert visitor.send(TESTIMONY, parts.encode(), **multipart).status == 415
    for kind in ("application/json", "text/plain", visitor.word()):
        visitor.send(TESTIMONY, f'{{"own": "{visitor.word()}"}}'.encode(), **{"Content-Type": kind})
    visitor.send(TESTIMONY, f"own=%ff%00{visitor.word()}&%zz".encode(), **{"Content-Type": URLENCODED})
    elsewhere = f"https://{visitor.word()}.example"
    assert visitor.post(TESTIMONY, visitor.typed("own"), Origin=elsewhere).status == 403
    assert visitor.post(f"{TESTIMONY}/{visitor.word()}", visitor.typed("own")).status == 404
    assert visitor.post(f"/places/{visitor.word()}/testimony", visitor.typed("own")).status == 404
    visitor.get(TESTIMONY, body=visitor.word(), own=visitor.word())
    visitor.send(TESTIMONY, b"", **{"Transfer-Encoding": visitor.word(), "Content-Length": visitor.word()})


def deals(visitor: Visitor) -> None:
    """The address of a deal with a word in each field, its papers, and the one text."""
    asked = {"position": "support", "speakers": "5", "seed": "k7"}
    for name in OF_A_DEAL:
        visitor.get(DEAL, **asked | visitor.typed(name))
        visitor.post(DEAL, asked | {"make": "pooled.txt"} | visitor.typed(name))
    for make in ("cards.pdf", "plan.pdf", "pooled.pdf", "pooled.docx", "pooled.podium"):
        assert visitor.post(DEAL, asked | {"make": make} | visitor.typed("own")).status == 200


def brings_a_meeting(visitor: Visitor) -> None:
    """A copy of the sheet and a calendar file for a meeting that the visitor typed, and refused ones."""
    for path in (COPY, CALENDAR):
        assert visitor.post(path, MEETING | visitor.typed(*OF_A_MEETING)).status == 200
        for name in (*MEETING, "which", "closes", "first"):
            visitor.post(path, MEETING | visitor.typed(name, "room"))
        visitor.post(path, MEETING | {"room": f"{visitor.word()} " * 20})


def gets_no_paper_in_time(visitor: Visitor) -> None:
    """The renderer is killed in the middle of each paper."""
    for make in (paper for paper in PAPERS if paper.endswith(".pdf")):
        fields = visitor.typed(*TEXTS)
        answer = visitor.post(TESTIMONY, fields | {"make": make})
        assert answer.status == 503
        assert fields["own"].encode() in answer.body
    assert visitor.post(DEAL, {"speakers": "5", "make": "pooled.pdf"} | visitor.typed("own")).status == 503
    assert visitor.post(COPY, MEETING | visitor.typed("room", "sign_up")).status == 503


@pytest.mark.parametrize(
    ("flows", "settings"),
    [
        ((makes_every_paper, is_refused, sends_nonsense, deals, brings_a_meeting), {}),
        wide(((gets_no_paper_in_time,), {"RENDER_SECONDS": "0.02"})),
    ],
    ids=["as set up", "out of time"],
)
def test_nothing_that_was_typed_is_kept(
    serve: Serve, tmp_path: Path, flows: tuple[Flow, ...], settings: dict[str, str]
) -> None:
    with serve(**settings) as (origin, whole_log):
        visitor = Visitor(origin)
        for flow in flows:
            before = len(visitor.words)
            flow(visitor)
            assert len(visitor.words) > before + 10
        log = whole_log()
    assert found([("the log", log.encode()), *files(tmp_path)], visitor.words) == []
    assert found(told_outside_the_page(visitor.answers), visitor.words) == []
    for answer in visitor.answers:
        assert "Set-Cookie" not in answer.headers
        # The server itself, and not the product, answers what is no HTTP.
        ours = "Content-Security-Policy" in answer.headers and answer.status != 404
        if ours and answer.path.startswith((TESTIMONY, DEAL, CALENDAR, COPY)):
            assert answer.headers["Cache-Control"] == "no-store", answer.path


def told_outside_the_page(answers: list[Answer]) -> Iterator[tuple[str, bytes]]:
    """Headers, addresses in pages, and the properties of documents."""
    for answer in answers:
        yield f"headers of {answer.path}", str(answer.headers).encode()
        if answer.kind == "text/html" and not answer.path.startswith(
            f"{DEAL}?"
        ):  # a deal's address is its plan
            addresses = html.document_fromstring(answer.body).xpath("//@href | //@src | //@action")
            yield f"addresses in {answer.path}", "\n".join(addresses).encode()
        if answer.kind == "application/pdf":
            yield "properties of a PDF", pdf_properties(answer.body)
        if "wordprocessingml" in answer.kind:
            known = Document(BytesIO(answer.body)).core_properties
            yield "properties of a Word file", repr([getattr(known, name) for name in PROPERTIES]).encode()


PROPERTIES = ("author", "comments", "keywords", "last_modified_by", "subject", "title", "created", "modified")


def pdf_properties(pdf: bytes) -> bytes:
    """Title, metadata and bookmarks."""
    document = PdfReader(BytesIO(pdf))
    outline = repr(document.outline)
    packets = re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", pdf, re.DOTALL)
    return repr(document.metadata).encode() + outline.encode() + b"".join(packets)
