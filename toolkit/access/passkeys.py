"""Second factor by passkey (WebAuthn). Its library is opened on use: it takes long to load.

A question is asked once: its challenge is kept with the session and forgotten with the answer that fits.
"""

import json
from datetime import datetime
from ipaddress import ip_address
from types import ModuleType
from urllib.parse import urlsplit

from toolkit.access.errors import PasskeyRefused
from toolkit.database import session
from toolkit.models import Passkey, SignedIn

LONGEST_ANSWER = 20_000  # characters; a registration with a certificate is about 2,000
_MALFORMED = (ValueError, KeyError, TypeError, RecursionError)


def possible(base_url: str, origin: str) -> bool:
    """Whether browsers give passkeys to this site: it needs a name, and to be asked for by that name."""
    try:
        ip_address(_host(base_url))
    except ValueError:
        return origin == _origin(base_url)
    return False


def ask_registration(row: SignedIn, base_url: str, site: str) -> str:
    """What the page hands to the browser to make a passkey for the ``site`` of this name, JSON."""
    person, library = row.person, _library()
    options = library.generate_registration_options(
        rp_id=_host(base_url),
        rp_name=site,
        user_id=str(person.id).encode(),
        user_name=person.email,
        user_display_name=person.name,
        exclude_credentials=_known(row),
    )
    row.challenge = options.challenge
    return str(library.options_to_json(options))


def register(row: SignedIn, answer: str, *, label: str, base_url: str, now: datetime) -> Passkey:
    """Keep the new passkey. Raises PasskeyRefused."""
    library, challenge = _library(), _forget_challenge(row)
    try:
        made = library.verify_registration_response(
            credential=_plain(answer),
            expected_challenge=challenge,
            expected_rp_id=_host(base_url),
            expected_origin=_origin(base_url),
        )
    except (_refusal(), *_MALFORMED) as error:
        raise PasskeyRefused from error
    if session().get(Passkey, made.credential_id):
        raise PasskeyRefused
    key = Passkey(
        credential_id=made.credential_id,
        public_key=made.credential_public_key,
        sign_count=made.sign_count,
        label=" ".join(label.split())[:60] or "Passkey",
        added_at=now,
    )
    row.person.passkeys.append(key)
    session().flush()
    return key


def ask(row: SignedIn, base_url: str) -> str:
    """What the page hands to the browser to sign with one of the person's passkeys, JSON."""
    library = _library()
    options = library.generate_authentication_options(rp_id=_host(base_url), allow_credentials=_known(row))
    row.challenge = options.challenge
    return str(library.options_to_json(options))


def check(row: SignedIn, answer: str, *, base_url: str) -> None:
    """Raises PasskeyRefused unless one of the person's passkeys signed the challenge."""
    library, challenge = _library(), _forget_challenge(row)
    try:
        credential = _plain(answer)
        raw_id = library.base64url_to_bytes(str(credential["rawId"]))
        key = next(key for key in row.person.passkeys if key.credential_id == raw_id)
        checked = library.verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=_host(base_url),
            expected_origin=_origin(base_url),
            credential_public_key=key.public_key,
            credential_current_sign_count=key.sign_count,
        )
    except (_refusal(), *_MALFORMED, StopIteration) as error:
        raise PasskeyRefused from error
    key.sign_count = checked.new_sign_count


def _plain(answer: str) -> dict[str, object]:
    """The browser's answer as a mapping. ValueError for anything else."""
    if len(answer) > LONGEST_ANSWER:
        raise ValueError("too long")
    read = json.loads(answer)
    if not isinstance(read, dict):
        raise TypeError("not an object")
    return read


def _forget_challenge(row: SignedIn) -> bytes:
    challenge, row.challenge = row.challenge, None
    if challenge is None:
        raise PasskeyRefused
    return challenge


def _known(row: SignedIn) -> list[object]:
    describe = _library().helpers.structs.PublicKeyCredentialDescriptor
    return [describe(id=key.credential_id) for key in row.person.passkeys]


def _refusal() -> type[Exception]:
    refusal: type[Exception] = _library().helpers.exceptions.WebAuthnException
    return refusal


def _library() -> ModuleType:
    """The door to WebAuthn: half a second to load, and only second factors need it."""
    import webauthn

    return webauthn


def _host(base_url: str) -> str:
    return urlsplit(base_url).hostname or ""


def _origin(base_url: str) -> str:
    parts = urlsplit(base_url)
    return f"{parts.scheme}://{parts.netloc}"
