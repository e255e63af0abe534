"""A security key of our own: makes one passkey, and signs what it is asked, rightly or wrongly."""

import json
from hashlib import sha256

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn import base64url_to_bytes
from webauthn.helpers import bytes_to_base64url

PRESENT, WITH_KEY = 0x01, 0x40
ES256 = {1: 2, 3: -7, -1: 1}  # COSE: an elliptic key, for SHA-256, on P-256


class Authenticator:
    """Answers questions as a browser with this key would, for a page at ``origin``."""

    def __init__(self, origin: str, credential_id: bytes = b"a key of our own") -> None:
        self.origin, self.credential_id = origin, credential_id
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.count = 0

    def make(self, question: str) -> str:
        """The answer to a registration's question."""
        asked = json.loads(question)
        point = self.key.public_key().public_numbers()
        public = cbor2.dumps(ES256 | {-2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")})
        attested = bytes(16) + len(self.credential_id).to_bytes(2, "big") + self.credential_id + public
        data = self._data(asked["rp"]["id"], PRESENT | WITH_KEY) + attested
        made = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        client = self._client("webauthn.create", asked["challenge"])
        return self._answer({"attestationObject": made, "clientDataJSON": client})

    def sign(self, question: str, *, flags: int = PRESENT) -> str:
        """The answer to a sign-in's question."""
        asked = json.loads(question)
        self.count += 1
        client, data = self._client("webauthn.get", asked["challenge"]), self._data(asked["rpId"], flags)
        signature = self.key.sign(data + sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer({"authenticatorData": data, "clientDataJSON": client, "signature": signature})

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _data(self, site: str, flags: int) -> bytes:
        return sha256(site.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _answer(self, response: dict[str, bytes]) -> str:
        name = bytes_to_base64url(self.credential_id)
        said = {part: bytes_to_base64url(value) for part, value in response.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": said})


def garbled(answer: str, part: str) -> str:
    """The answer with one bit of one part turned."""
    said = json.loads(answer)
    value = bytearray(base64url_to_bytes(said["response"][part]))
    value[-1] ^= 1
    said["response"][part] = bytes_to_base64url(bytes(value))
    return json.dumps(said)
