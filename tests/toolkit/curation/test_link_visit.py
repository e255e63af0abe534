"""What a visit to a link says, against a real server; it never reaches a machine that is not public."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.toolkit.curation.sites import PUBLIC, Site, serving, visitor
from toolkit.curation.links.link_visit import Manners, Visitor
from toolkit.curation.links.public_network import Answers, Network, is_public

NAME = "site.example"


def to(place: str, status: int = 302) -> tuple[int, dict[str, str]]:
    return status, {"Location": place}


PAGES = {
    "/": (200, {}),
    "/report": (200, {}),
    "/moved": to("/report", 301),
    "/moved%20twice": to("/moved", 307),
    "/gone": (404, {}),
    "/deep/page": to("/"),
    "HEAD /no-head": (405, {}),
    "GET /no-head": (200, {}),
    "/wall": (403, {}),
    "/too-many": (429, {}),
    "/broken": (503, {}),
    "/silent": (0, {}),
    "HEAD /endless": (501, {}),
    "GET /endless": (200, {}),
    "/round": to("/round?again=1"),
    "/round?again=1": to("/round"),
    "/file": to("file:///etc/passwd"),
    "/script": to("javascript:alert(1)"),
    "/user": to("http://me:secret@site.example/report"),
    "/port": to("http://site.example:6379/"),
    "/inside": to("http://inner.example/admin"),
    "/loopback": to("http://127.0.0.1/admin"),
    "/spaces": to("/moved twice"),
    "/nowhere": (302, {}),
} | {f"/hop/{n}": to(f"/hop/{n + 1}") for n in range(9)}


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with serving(PAGES) as made:
        yield made


@pytest.mark.parametrize(
    ("path", "outcome", "status"),
    [
        ("/report", "alive", 200),
        ("/", "alive", 200),
        ("/moved", "alive", 200),
        ("/spaces", "alive", 200),
        ("/no-head", "alive", 200),
        ("/gone", "failed", 404),
        ("/broken", "failed", 503),
        ("/nowhere", "failed", 302),
        ("/deep/page", "home page", 200),
        ("/wall", "refused", 403),
        ("/too-many", "refused", 429),
        ("/round", "refused", 302),
        ("/hop/4", "failed", 404),
        ("/hop/3", "failed", 302),
        ("/file", "failed", None),
        ("/script", "failed", None),
        ("/user", "failed", None),
        ("/port", "failed", None),
        ("/loopback", "failed", None),
    ],
)
def test_what_a_visit_says(site: Site, path: str, outcome: str, status: int | None) -> None:
    seen = visitor(site.network(NAME)).visit(f"http://{NAME}{path}")
    assert (seen.outcome, seen.status) == (outcome, status)


def test_a_visit_says_who_comes_and_asks_for_no_more_than_it_needs(site: Site) -> None:
    before = len(site.asked)
    visitor(site.network(NAME)).visit(f"http://{NAME}/report#part")
    assert site.asked[before:] == ["HEAD /report"]
    assert site.hosts[-1] == NAME
    assert site.agents[-1] == "test-check (+https://toolkit.example.org)"


def test_a_server_that_never_answers_is_given_up(site: Site) -> None:
    seen = visitor(site.network(NAME), seconds=0.2).visit(f"http://{NAME}/silent")
    assert (seen.outcome, seen.detail) == ("failed", "There was no answer in time.")


def test_a_page_without_end_is_not_read(site: Site) -> None:
    seen = visitor(site.network(NAME)).visit(f"http://{NAME}/endless")
    assert seen.outcome == "alive"


def test_headers_without_end_are_not_read(site: Site) -> None:
    seen = visitor(site.network(NAME), most=20).visit(f"http://{NAME}/report")
    assert (seen.outcome, seen.detail) == ("failed", "The answer could not be read.")


def test_a_redirect_to_an_inner_machine_is_not_followed(site: Site) -> None:
    def look_up(host: str, port: int) -> Answers:
        return [("127.0.0.1", site.port)] if host == NAME else [("10.0.0.7", site.port)]

    outside = Network(look_up, lambda address: str(address) == "127.0.0.1")
    before = len(site.asked)
    seen = visitor(outside).visit(f"http://{NAME}/inside")
    assert seen.detail == "It leads to a machine that is not public, which was not contacted."
    assert site.asked[before:] == ["HEAD /inside"]


def test_a_name_that_changes_its_answer_leads_to_what_was_judged(site: Site) -> None:
    asked: list[str] = []

    def look_up(host: str, port: int) -> Answers:
        asked.append(host)
        return [("127.0.0.1", site.port)] if len(asked) == 1 else [("10.0.0.7", site.port)]

    network = Network(look_up, lambda address: str(address) == "127.0.0.1")
    assert visitor(network).visit(f"http://{NAME}/report").outcome == "alive"
    assert asked == [NAME]
    assert visitor(network).visit(f"http://{NAME}/report").outcome == "failed"


def test_one_inner_address_among_public_ones_is_enough_to_stay_away(site: Site) -> None:
    network = Network(lambda host, port: [(PUBLIC, port), ("127.0.0.1", site.port)])
    before = len(site.asked)
    assert visitor(network).visit(f"http://{NAME}/report").outcome == "failed"
    assert site.asked[before:] == []


def test_the_usual_visitor_does_not_reach_this_machine(site: Site) -> None:
    network = Network(lambda host, port: [("127.0.0.1", site.port)])
    assert visitor(network).visit(f"http://{NAME}/report").outcome == "failed"
    assert Network().allows is is_public


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.0.0.1"),
        *("192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1"),
        *("255.255.255.255", "::", "::1", "::8.8.8.8", "::ffff:10.0.0.1", "::ffff:127.0.0.1"),
        *(
            "64:ff9b::808:808",
            "64:ff9b:1::1",
            "2001::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "fc00::1",
            "fe80::1",
        ),
        *("fe80::1%1", "fec0::1", "ff02::1", "3fff::1", "5f00::1"),
    ],
)
def test_every_range_that_is_not_public_is_denied(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", [PUBLIC, "1.1.1.1", "::ffff:8.8.8.8", "2606:4700::1111"])
def test_public_addresses_are_allowed(address: str) -> None:
    assert is_public(ip_address(address))


def test_a_name_that_is_not_found_is_a_failure() -> None:
    seen = visitor(Network(lambda host, port: [])).visit(f"http://{NAME}/report")
    assert (seen.outcome, seen.detail) == ("failed", "Its host is not found.")


def test_the_certificate_is_that_of_the_name_and_not_of_the_address(tmp_path: Path) -> None:
    theirs, ours = certificates(tmp_path)
    with serving({"/report": (200, {})}, theirs) as site:
        answers = [("127.0.0.1", site.port)]
        network = Network(lambda host, port: answers, lambda _: True, ours)
        assert visitor(network).visit(f"https://{NAME}/report").outcome == "alive"
        assert site.hosts == [NAME]
        seen = visitor(network).visit("https://other.example/report")
        assert (seen.outcome, seen.detail) == ("failed", "There is no certificate to rely on.")


def certificates(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """For a server that is called ``NAME``, and for a client that believes it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(tz=UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption(), serialization.PrivateFormat.PKCS8
    pem = made.public_bytes(serialization.Encoding.PEM)
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, plain[1], plain[0]))
    (folder / "cert.pem").write_bytes(pem)
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    theirs.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return theirs, ssl.create_default_context(cadata=pem.decode())


def test_a_host_rests_between_two_questions() -> None:
    waited: list[float] = []
    moment = iter([0.0, 0.5, 1.0, 3.0, 3.0, 3.0])
    manners = Manners(clock=lambda: next(moment), sleep=waited.append)
    for host in ("a.example", "a.example", "b.example"):
        with manners.turn(host):
            pass
    assert waited == [1.5]


def test_a_visitor_is_patient_and_modest_by_default() -> None:
    known = Visitor("me")
    assert (known.seconds, known.most, known.manners.pause) == (10.0, 1_000_000, 2.0)
