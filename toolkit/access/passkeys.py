"""Second factor by passkey (WebAuthn). Loaded on use: the library takes 0.3 s to import."""

import json
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers.exceptions import (
    InvalidAuthenticationResponse,
    InvalidJSONStructure,
    InvalidRegistrationResponse,
)
from webauthn.helpers.structs import PublicKeyCredentialDescriptor

from toolkit.access.second_factor import ISSUER
from toolkit.database import session
from toolkit.models import Passkey, Person


class PasskeyRefused(Exception):
    """The device's answer does not fit the question."""

    def __init__(self) -> None:
        super().__init__("That passkey was not accepted. Try again, or use a code.")


@dataclass(frozen=True, slots=True)
class Ceremony:
    """What the page hands to the browser, and the challenge to keep until it answers."""

    options: str  # JSON
    challenge: bytes


def ask_registration(person: Person, base_url: str) -> Ceremony:
    """Ask the browser to make a passkey for this site."""
    options = webauthn.generate_registration_options(
        rp_id=_host(base_url),
        rp_name=ISSUER,
        user_id=str(person.id).encode(),
        user_name=person.email,
        user_display_name=person.name,
        exclude_credentials=[PublicKeyCredentialDescriptor(id=key.credential_id) for key in person.passkeys],
    )
    return Ceremony(webauthn.options_to_json(options), options.challenge)


def register(
    person: Person, answer: str, challenge: bytes, *, label: str, base_url: str, now: datetime
) -> Passkey:
    """Keep the new passkey. Raises PasskeyRefused."""
    try:
        made = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=_host(base_url),
            expected_origin=_origin(base_url),
        )
    except (InvalidRegistrationResponse, InvalidJSONStructure, ValueError) as error:
        raise PasskeyRefused from error
    key = Passkey(
        credential_id=made.credential_id,
        person_id=person.id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        label=label.strip()[:60] or "Passkey",
        added_at=now,
    )
    session().add(key)
    session().flush()
    return key


def ask(person: Person, base_url: str) -> Ceremony:
    """Ask the browser to sign with one of the person's passkeys."""
    options = webauthn.generate_authentication_options(
        rp_id=_host(base_url),
        allow_credentials=[PublicKeyCredentialDescriptor(id=key.credential_id) for key in person.passkeys],
    )
    return Ceremony(webauthn.options_to_json(options), options.challenge)


def check(person: Person, answer: str, challenge: bytes, *, base_url: str) -> None:
    """Raises PasskeyRefused unless one of the person's passkeys signed the challenge."""
    try:
        raw_id = webauthn.base64url_to_bytes(str(json.loads(answer)["rawId"]))
        key = next(key for key in person.passkeys if key.credential_id == raw_id)
        checked = webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=_host(base_url),
            expected_origin=_origin(base_url),
            credential_public_key=key.public_key,
            credential_current_sign_count=key.sign_count,
        )
    except (
        InvalidAuthenticationResponse,
        InvalidJSONStructure,
        ValueError,
        KeyError,
        TypeError,
        StopIteration,
    ) as error:
        raise PasskeyRefused from error
    key.sign_count = checked.new_sign_count


def _host(base_url: str) -> str:
    return urlsplit(base_url).hostname or ""


def _origin(base_url: str) -> str:
    parts = urlsplit(base_url)
    return f"{parts.scheme}://{parts.netloc}"
