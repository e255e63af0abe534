"""Passkeys: only the right key, for this site, for this question, once."""

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from tests.authenticator import Authenticator, garbled
from tests.clock import Clock
from toolkit.access import passkeys, sessions
from toolkit.access.errors import PasskeyRefused
from toolkit.models import Person, SignedIn

SITE = "https://toolkit.example.org"


@pytest.fixture
def here(admin: Person, clock: Clock) -> SignedIn:
    found = sessions.find(sessions.begin(admin, second_factor=False, now=clock()), clock())
    assert found is not None
    return found


@pytest.fixture
def device(here: SignedIn, clock: Clock) -> Authenticator:
    """A key whose passkey the person has added."""
    made = Authenticator(SITE)
    answer = made.make(passkeys.ask_registration(here, SITE, "A site"))
    passkeys.register(here, answer, label="  blue   key ", base_url=SITE, now=clock())
    return made


def test_a_passkey_is_kept_and_signs(here: SignedIn, device: Authenticator) -> None:
    (kept,) = here.person.passkeys
    assert (kept.label, kept.credential_id) == ("blue key", device.credential_id)
    question = passkeys.ask(here, SITE)
    assert len(json.loads(question)["allowCredentials"]) == 1
    passkeys.check(here, device.sign(question), base_url=SITE)
    assert kept.sign_count == 1


def test_a_question_is_answered_once(here: SignedIn, device: Authenticator) -> None:
    answer = device.sign(passkeys.ask(here, SITE))
    passkeys.check(here, answer, base_url=SITE)
    with pytest.raises(PasskeyRefused):
        passkeys.check(here, answer, base_url=SITE)


def test_an_answer_to_another_question_is_refused(here: SignedIn, device: Authenticator) -> None:
    answer = device.sign(passkeys.ask(here, SITE))
    passkeys.ask(here, SITE)
    with pytest.raises(PasskeyRefused):
        passkeys.check(here, answer, base_url=SITE)


@pytest.mark.parametrize("origin", ["https://toolkit.example.com", "http://toolkit.example.org"])
def test_an_answer_made_on_another_site_is_refused(
    here: SignedIn, device: Authenticator, origin: str
) -> None:
    device.origin = origin
    with pytest.raises(PasskeyRefused):
        passkeys.check(here, device.sign(passkeys.ask(here, SITE)), base_url=SITE)


@pytest.mark.parametrize("part", ["signature", "authenticatorData", "clientDataJSON"])
def test_a_garbled_answer_is_refused(here: SignedIn, device: Authenticator, part: str) -> None:
    answer = garbled(device.sign(passkeys.ask(here, SITE)), part)
    with pytest.raises(PasskeyRefused):
        passkeys.check(here, answer, base_url=SITE)


def test_a_copied_key_shows_by_its_count(here: SignedIn, device: Authenticator) -> None:
    passkeys.check(here, device.sign(passkeys.ask(here, SITE)), base_url=SITE)
    device.count = 0
    with pytest.raises(PasskeyRefused):
        passkeys.check(here, device.sign(passkeys.ask(here, SITE)), base_url=SITE)


def test_a_key_that_nobody_touched_is_refused(here: SignedIn, device: Authenticator) -> None:
    with pytest.raises(PasskeyRefused):
        passkeys.check(here, device.sign(passkeys.ask(here, SITE), flags=0), base_url=SITE)


def test_the_key_of_somebody_else_is_refused(
    work: Session, here: SignedIn, device: Authenticator, reviewer: Person, clock: Clock
) -> None:
    theirs = sessions.find(sessions.begin(reviewer, second_factor=False, now=clock()), clock())
    assert theirs is not None
    with pytest.raises(PasskeyRefused):
        passkeys.check(theirs, device.sign(passkeys.ask(theirs, SITE)), base_url=SITE)
    again = device.make(passkeys.ask_registration(theirs, SITE, "A site"))
    with pytest.raises(PasskeyRefused):
        passkeys.register(theirs, again, label="mine now", base_url=SITE, now=clock())


def test_a_registration_answers_its_own_question(here: SignedIn, clock: Clock) -> None:
    made = Authenticator(SITE)
    answer = made.make(passkeys.ask_registration(here, SITE, "A site"))
    passkeys.ask_registration(here, SITE, "A site")
    with pytest.raises(PasskeyRefused):
        passkeys.register(here, answer, label="", base_url=SITE, now=clock())
    with pytest.raises(PasskeyRefused):
        passkeys.register(here, answer, label="", base_url=SITE, now=clock())
    assert here.person.passkeys == []


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=8,
)
PARTS = ("attestationObject", "authenticatorData", "clientDataJSON", "signature", "userHandle", "transports")
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "id": PLAIN | st.just("YQ"),
        "rawId": PLAIN | st.just("YQ"),
        "type": PLAIN | st.just("public-key"),
        "response": PLAIN | st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, PLAIN | st.just("oA"))),
    },
)


@example("[" * passkeys.LONGEST_ANSWER)
@given(st.text(max_size=40) | (ANSWERS | PLAIN).map(json.dumps))
def test_whatever_a_browser_says_is_an_answer_or_refused(answer: str) -> None:
    row = SignedIn(challenge=b"c" * 64, person=Person(passkeys=[]))
    with pytest.raises(PasskeyRefused):
        passkeys.register(row, answer, label="", base_url=SITE, now=Clock()())
    row.challenge = b"c" * 64
    with pytest.raises(PasskeyRefused):
        passkeys.check(row, answer, base_url=SITE)


def test_a_very_long_answer_is_not_even_read(here: SignedIn, device: Authenticator) -> None:
    answer = json.loads(device.sign(passkeys.ask(here, SITE))) | {"more": "x" * passkeys.LONGEST_ANSWER}
    with pytest.raises(PasskeyRefused):
        passkeys.check(here, json.dumps(answer), base_url=SITE)


@pytest.mark.parametrize(
    ("base_url", "origin", "possible"),
    [
        (SITE, SITE, True),
        ("http://localhost:8000", "http://localhost:8000", True),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", False),
        ("http://[::1]:8000", "http://[::1]:8000", False),
        (SITE, "http://127.0.0.1:8000", False),
    ],
)
def test_passkeys_are_offered_where_browsers_make_them(base_url: str, origin: str, possible: bool) -> None:
    assert passkeys.possible(base_url, origin) is possible
